"""A copy comes back: who was erased, or refused, since then is known by more than a number."""

import sqlite3
from pathlib import Path

import pytest

from support.builders import MORNING
from support.running import Run

LATER = "2026-11-24T09:00:00+00:00"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """Return the path of a book with one customer, which the command line uses."""
    path = tmp_path / "book.db"
    monkeypatch.setenv("DAILYCONTACT_BOOK", str(path))
    run("--as", "Marta Silva", "customers", "add", "First One", at=MORNING.isoformat())
    return path


def _add(run: Run, *names: str) -> None:
    for name in names:
        run("customers", "add", name, "--phone", f"+44113496{sum(map(ord, name)):04}")


def _with_numbers_again(path: Path) -> None:
    """Forget what was taken back, so that its numbers are given out again."""
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("DELETE FROM event_row")
    connection.close()


def _people(run: Run) -> dict[str, bool]:
    """Return who is in the book, and who of them refuses contact."""
    every = run("customers", "list", "--json").json["customers"]
    refused = run("customers", "list", "--do-not-contact", "--json").json["customers"]
    return {one["name"]: False for one in every} | {one["name"]: True for one in refused}


def test_a_number_that_was_given_out_twice_harms_nobody(run: Run, book: Path) -> None:
    _add(run, "Ada Lind", "Cid Three")
    run("backup", str(book.parent / "copy.db"))
    run("undo")
    run("undo")
    _with_numbers_again(book)
    _add(run, "Xen Nine", "Zoe Seven")
    run("customers", "do-not-contact", "xen", "--reason", "no calls")
    run("customers", "erase", "zoe", "--name", "Zoe Seven")

    back = run("restore", str(book.parent / "copy.db"), "--yes", "--json", at=LATER).json

    assert back["erased_again"] == 0
    assert back["refusals_kept"] == ["Xen Nine"]
    assert _people(run) == {
        "First One": False,
        "Ada Lind": False,
        "Cid Three": False,
        "Xen Nine": True,
    }
    assert run("check").code == 0


def test_two_lives_of_one_book_are_not_taken_for_each_other(run: Run, book: Path) -> None:
    run("backup", str(book.parent / "copy.db"))
    _add(run, "Ada Lind", "Cid Three")
    back = run("restore", str(book.parent / "copy.db"), "--yes", "--json").json
    _add(run, "Xen Nine", "Zoe Seven")
    run("customers", "do-not-contact", "xen", "--reason", "no calls")
    run("customers", "erase", "zoe", "--name", "Zoe Seven")

    again = run("restore", back["before"], "--yes", "--json", at=LATER).json

    assert again["erased_again"] == 0
    assert _people(run) == {
        "First One": False,
        "Ada Lind": False,
        "Cid Three": False,
        "Xen Nine": True,
    }


def test_whoever_has_another_name_and_number_by_now_is_known_again(run: Run, book: Path) -> None:
    _add(run, "Ada Lind", "Cid Three")
    run("backup", str(book.parent / "copy.db"))
    for name, number in (("ada", "+441134960001"), ("cid", "+441134960002")):
        run("customers", "edit", name, "--phone", number)
        run("customers", "edit", name, "--name", f"{name.title()} Pereira")
    run("customers", "do-not-contact", "ada", "--reason", "no calls")
    run("customers", "erase", "cid", "--name", "Cid Pereira")

    back = run("restore", str(book.parent / "copy.db"), "--yes", "--json", at=LATER).json

    assert back["erased_again"] == 1
    assert _people(run) == {"First One": False, "Ada Lind": True}


def test_whoever_had_nothing_but_a_name_then_is_erased_again(run: Run, book: Path) -> None:
    run("customers", "add", "Cid Three")
    run("customers", "add", "Cid Three", "--company", "Three & Sons")
    run("backup", str(book.parent / "copy.db"))
    run("customers", "edit", "2", "--phone", "+441134960002")
    run("customers", "erase", "2", "--name", "Cid Three")

    back = run("restore", str(book.parent / "copy.db"), "--yes", "--json", at=LATER).json

    assert back["erased_again"] == 1
    assert set(_people(run)) == {"First One", "Cid Three"}
    assert run("customers", "show", "2", code=None).code == 4


def test_the_second_entry_of_somebody_who_was_erased_is_erased_again(run: Run, book: Path) -> None:
    _add(run, "Ana Duarte")
    run("customers", "add", "Anna Duarte", "--company", "Green Door")
    run("backup", str(book.parent / "copy.db"))
    run("customers", "merge", "2", "3", "--keep", "2", "--yes")
    run("customers", "erase", "2", "--name", "Ana Duarte")

    back = run("restore", str(book.parent / "copy.db"), "--yes", "--json", at=LATER).json

    assert back["erased_again"] == 2
    assert set(_people(run)) == {"First One"}
    assert b"Anna Duarte" not in book.read_bytes()


def test_a_first_name_alone_that_comes_back_is_said(run: Run, book: Path) -> None:
    _add(run, "Kwame Mensah")
    run("story", "Kwame was told first")
    run("backup", str(book.parent / "copy.db"))
    run("customers", "erase", "kwame", "--name", "Kwame Mensah", "--single-names")

    back = run("restore", str(book.parent / "copy.db"), "--yes", at=LATER)

    said = " ".join(back.err.split())
    assert "1 customer was erased since then" in said
    assert "a first or last name of theirs is back, alone: “Kwame was told first”" in said


@pytest.mark.parametrize("what", ["erased", "refused"])
def test_a_number_that_was_anothers_then_harms_not_the_other(
    what: str, run: Run, book: Path
) -> None:
    run("customers", "add", "Rui Costa", "--phone", "+441134960001")
    run("backup", str(book.parent / "copy.db"))
    run("customers", "edit", "rui", "--phone", "+441134960002", "--remove-phone", "+441134960001")
    run("customers", "add", "Rui Costa", "--company", "Costa & Filhos", "--phone", "+441134960001")
    if what == "erased":
        run("customers", "erase", "3", "--name", "Rui Costa")
    else:
        run("customers", "do-not-contact", "3", "--reason", "no calls")

    back = run("restore", str(book.parent / "copy.db"), "--yes", "--json", at=LATER).json

    assert back["erased_again"] == 0
    assert "Rui Costa" in run("customers", "show", "2").out
    refused = run("customers", "list", "--do-not-contact", "--json").json["customers"]
    assert [one["company"] for one in refused] == ["Costa & Filhos"] * (what == "refused")


def test_in_a_copy_of_another_book_a_refusal_is_placed_by_number_and_name(
    run: Run, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(run, "Ada Lind", "Cid Three")
    run("customers", "edit", "cid", "--name", "Cid Pereira")
    run("customers", "do-not-contact", "cid", "--reason", "no calls")
    other = book.parent / "other.db"
    monkeypatch.setenv("DAILYCONTACT_BOOK", str(other))
    run("--as", "Marta Silva", "customers", "add", "C. Three", "--phone", "+441134960808")
    run("customers", "add", "Bo Lind", "--phone", "+441134960808")
    monkeypatch.setenv("DAILYCONTACT_BOOK", str(book))

    back = run("restore", str(other), "--yes", "--json", at=LATER).json

    assert back["refusals_kept"] == ["Cid Pereira"]
    assert _people(run) == {"C. Three": True, "Bo Lind": False}
