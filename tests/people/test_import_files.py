"""Several files in one command come in together, or not at all."""

from pathlib import Path

from conftest import Founded
from support.running import Run

FIRST = "Name,Phone\nAna Duarte,+441134960123\n"
SECOND = "Name,Phone\nBo Lind,+441134960124\nAna Duarte,+441134960123\n"


def files(folder: Path, *contents: str) -> list[str]:
    paths = []
    for number, content in enumerate(contents):
        path = folder / f"customers{number}.csv"
        path.write_text(content, encoding="utf-8")
        paths.append(str(path))
    return paths


def people(founded: Founded) -> int:
    count = founded.book.look().value("SELECT COUNT(*) AS value FROM customer")
    founded.book.rest()
    return int(count)


def test_a_file_that_is_not_there_keeps_the_others_out(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    (first,) = files(tmp_path, FIRST)

    ran = run_in("import", first, str(tmp_path / "nosuch.csv"), code=3)

    assert "There is no file" in ran.err
    assert people(founded) == 0


def test_a_file_that_breaks_off_keeps_the_others_out(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    paths = files(tmp_path, FIRST, 'Name,Phone\nBo Lind,"+4411349\n')

    run_in("import", *paths, code=3)

    assert people(founded) == 0


def test_one_undo_takes_all_of_them_back(founded: Founded, run_in: Run, tmp_path: Path) -> None:
    run_in("import", *files(tmp_path, FIRST, SECOND))
    assert people(founded) >= 2

    run_in("undo", "--yes")

    assert people(founded) == 0


def test_files_of_one_source_bring_nobody_in_twice(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", *files(tmp_path, FIRST, SECOND), "--source", "shop")

    assert people(founded) == 2
