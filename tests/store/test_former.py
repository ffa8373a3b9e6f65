"""No customer's number is ever given to somebody else."""

from pathlib import Path

import pytest

from dailycontact.store import former
from dailycontact.store.book import Book
from dailycontact.store.entries import add_customer
from support.builders import MONDAY, MORNING
from support.running import Run


def _file(folder: Path, *names: str) -> str:
    file = folder / "people.csv"
    rows = "".join(f"{name},{number}\n" for number, name in enumerate(names, 1))
    file.write_text(f"Name,Id\n{rows}", encoding="utf-8")
    return str(file)


def _numbers(run_in: Run) -> dict[str, int]:
    listed = run_in("customers", "list", "--json").json["customers"]
    return {one["name"]: one["id"] for one in listed}


@pytest.mark.parametrize("again", ["a file", "by hand", "both"])
@pytest.mark.parametrize("first", ["a file", "by hand"])
def test_whoever_comes_after_an_undo_gets_numbers_that_nobody_had(
    first: str, again: str, run_in: Run, tmp_path: Path
) -> None:
    run_in("customers", "add", "Bo Lind")
    if first == "a file":
        run_in("import", _file(tmp_path, "Ada Reis", "Bea Sousa"))
    else:
        run_in("customers", "add", "Ada Reis")
    had = _numbers(run_in)
    run_in("undo")

    if again != "by hand":
        run_in("import", _file(tmp_path, "Xen Nine", "Zoe Seven"))
    if again != "a file":
        run_in("customers", "add", "Rui Costa")

    now = _numbers(run_in)
    assert len(now) == {"a file": 3, "by hand": 2, "both": 4}[again]
    assert min(number for name, number in now.items() if name != "Bo Lind") > max(had.values())


def test_the_last_number_counts_whoever_was_there(book: Book, run_in: Run) -> None:
    with book.change("customers add", leader_id=1, at=MORNING) as change:
        assert former.last_number(change) == 0
        first = add_customer(change, name="Bo Lind", company="", day=MONDAY)
        second = add_customer(change, name="Ada Reis", company="", day=MONDAY)
    book.rest()

    run_in("undo")

    look = book.look()
    assert second == first + 1
    assert look.value("SELECT COUNT(*) AS value FROM customer") == 0
    assert former.last_number(look) == second
