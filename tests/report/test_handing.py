"""Tables as files, through the command line: one in a file, or all of them in an archive."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import Founded
from support.running import Run


@pytest.fixture
def run_here(sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in a book in a file; no database makes a difference here."""
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    return run


def test_one_table_is_a_file_and_all_of_them_an_archive(run_here: Run, tmp_path: Path) -> None:
    run_here("report", "-o", str(tmp_path / "a.csv"), "--table", "answers")
    run_here("report", "-o", str(tmp_path / "all.zip"))

    with ZipFile(tmp_path / "all.zip") as archive:
        assert archive.read("answers.csv") == (tmp_path / "a.csv").read_bytes()


def test_a_file_that_holds_one_table_asks_which(run_here: Run, tmp_path: Path) -> None:
    refused = run_here("report", "-o", str(tmp_path / "all.csv"), code=2)

    assert "--table answers" in refused.err
    assert "all.zip" in " ".join(refused.err.split())
    assert not (tmp_path / "all.csv").exists()


def test_a_table_that_is_not_there_is_refused_with_those_that_are(run_here: Run) -> None:
    refused = run_here("report", "--table", "notes", "--edition", "company", code=2)

    assert "choose from: about, changes" in " ".join(refused.err.split())


@pytest.mark.parametrize(
    ("words", "name", "better"),
    [
        (("--table", "answers"), "a.zip", "a.csv"),
        (("--table", "answers"), "a.html", "a.csv"),
        (("--format", "markdown"), "week.html", "week.md"),
        (("--format", "html"), "week.zip", "week.html"),
        (("--format", "xlsx"), "week.txt", "week.xlsx"),
    ],
)
def test_a_file_that_would_be_opened_as_something_else_is_not_written(
    run_here: Run, tmp_path: Path, words: tuple[str, ...], name: str, better: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    refused = run_here("report", *words, "-o", str(folder / name), code=2)

    assert f"{name} would not open" in " ".join(refused.err.split())
    assert better in "".join(refused.err.split())
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ((), "week.html"),
        (("--format", "markdown"), "week.md"),
        (("--format", "csv"), "week.zip"),
        (("--table", "answers"), "week.csv"),
    ],
)
def test_a_name_without_an_ending_gets_the_one_of_what_is_written(
    run_here: Run, tmp_path: Path, words: tuple[str, ...], written: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()

    said = run_here("report", *words, "-o", str(folder / "week"))

    assert [path.name for path in folder.iterdir()] == [written]
    assert written in "".join(said.err.split())


def test_text_may_be_called_text(run_here: Run, tmp_path: Path) -> None:
    run_here("report", "--format", "markdown", "-o", str(tmp_path / "week.txt"))

    assert (tmp_path / "week.txt").read_text().startswith("# ")
