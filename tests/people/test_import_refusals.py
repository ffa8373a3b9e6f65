"""Nobody who asked for no calls comes back under a name that is a little otherwise."""

from pathlib import Path

import pytest

from conftest import Founded
from support.imports import brought_in, rows, written
from support.running import Run

HEADERS = "Name,Company,Phone,Email\n"
WAYS = "+441134960123,ana@greendoor.example"


def open_ones(founded: Founded) -> list[str]:
    found = rows(founded, "SELECT name FROM customer WHERE open = 1 ORDER BY id")
    return [row["name"] for row in found]


def refused(run: Run, folder: Path, name: str) -> None:
    """Have one customer, who asked not to be contacted."""
    run("import", written(folder, f"{HEADERS}{name},Green Door,{WAYS}\n", name="crm.csv"))
    run("customers", "do-not-contact", "1", "--reason", "asked")


@pytest.mark.parametrize(
    "name", ["Anna Duarte", "Duarte", "Ana", "Green Door", "A. Duarte", "Ana Pereira", "Duarte Ana"]
)
@pytest.mark.parametrize("ways", ["+441134960123,", ",ANA@greendoor.example"])
def test_whoever_shares_a_number_with_somebody_who_refused_is_left_alone(
    founded: Founded, run_in: Run, tmp_path: Path, name: str, ways: str
) -> None:
    refused(run_in, tmp_path, "Ana Duarte")

    came = brought_in(run_in, written(tmp_path, f"{HEADERS}{name},Green Door,{ways}\n"))

    assert open_ones(founded) == []
    assert came["new"] + came["changed"] + came["unchanged"] == 1


@pytest.mark.parametrize("name", ["Bo Duarte", "Bo Lind"])
def test_a_couple_and_colleagues_of_somebody_who_refused_can_be_phoned(
    founded: Founded, run_in: Run, tmp_path: Path, name: str
) -> None:
    refused(run_in, tmp_path, "Ana Duarte")

    run_in("import", written(tmp_path, f"{HEADERS}{name},Green Door,{WAYS}\n"))

    assert open_ones(founded) == [name]


def test_what_somebody_was_called_before_they_refused_counts_too(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    run_in("import", written(tmp_path, f"{HEADERS}Ana Duarte,Green Door,{WAYS}\n", name="crm.csv"))
    run_in("customers", "edit", "1", "--name", "Mia Pereira")
    run_in("customers", "do-not-contact", "1", "--reason", "asked")

    shown = run_in("import", written(tmp_path, f"{HEADERS}Ana Duarte,,{WAYS}\n"))

    assert open_ones(founded) == []
    assert "1 customer in the file asked not to be called; that stays." in shown.out


def test_who_somebody_was_merged_from_counts_too(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    text = f"{HEADERS}Mia Pereira,Acme,{WAYS}\nAna Duarte,Acme,,ana.old@x.example\n"
    run_in("import", written(tmp_path, text, name="crm.csv"))
    run_in("customers", "merge", "1", "2", "--keep", "1", "--yes")
    run_in("customers", "do-not-contact", "1", "--reason", "asked")

    run_in("import", written(tmp_path, f"{HEADERS}Anna Duarte,,{WAYS}\n"))

    assert open_ones(founded) == []


def test_a_refusal_in_a_file_holds_for_a_like_name_in_the_same_file(
    founded: Founded, run_in: Run, tmp_path: Path
) -> None:
    headers = "ID,Name,Phone,Do Not Call\n"
    text = (
        "1,Ana Duarte,+441134960123,yes\n2,Anna Duarte,+441134960123,\n3,Bo Lind,+441134960123,\n"
    )

    run_in("import", written(tmp_path, f"{headers}{text}"))

    assert open_ones(founded) == ["Bo Lind"]
