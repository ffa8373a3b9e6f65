"""A book that is whole is said to be; what is wrong is named, and nothing is written."""

import sqlite3
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.store import owed
from support.builders import (
    MORNING,
    a_call,
    a_customer,
    a_finish,
    an_action,
    an_answer,
)
from support.dump import dump
from support.running import Run


@pytest.fixture
def lived_in(founded: Founded, run_in: Run) -> Run:
    """Return what runs a command in a book with a customer in every stage."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        answer_id = an_answer(change, a_customer(change))
        a_finish(change, an_action(change, answer_id), answer_id)
        a_call(change, a_customer(change, "Bo Lind"), outcome="no-answer")
    founded.book.rest()
    if not founded.book.is_shared:
        Path(founded.book.address).parent.chmod(0o700)
    return run_in


def _spoil(founded: Founded, *statements: str) -> None:
    with founded.book.change("spoil", leader_id=None, at=MORNING) as change:
        for statement in statements:
            change.run(statement)
    founded.book.rest()


def test_a_book_that_is_whole_is_said_to_be(founded: Founded, lived_in: Run) -> None:
    before = dump(founded.book, journal=True)
    founded.book.rest()

    shown = lived_in("check", "--json").json

    assert shown == {"whole": True, "findings": [], "put_right": None}
    assert "is whole" in lived_in("check").out
    assert dump(founded.book, journal=True) == before


def test_a_rhythm_that_is_not_what_happened_is_named(founded: Founded, lived_in: Run) -> None:
    _spoil(founded, "UPDATE customer SET misses = 7, clock = -5 WHERE name = 'Bo Lind'")

    shown = lived_in("check", code=1).out
    (finding,) = lived_in("check", "--json", code=1).json["findings"]

    assert "Something does not add up for Bo Lind (2)." in shown
    assert "Put right with: dailycontact check --rebuild" in " ".join(shown.split())
    assert "clock" not in shown
    assert finding["columns"] == ["clock", "misses"]


def test_news_of_which_it_is_not_clear_whether_it_is_owed_is_named_with_the_customer(
    lived_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owed, "owed", lambda *_, **__: [])

    shown = lived_in("check", code=1).out

    assert "Whether Ana Duarte still waits to hear about answer 1" in " ".join(shown.split())


def test_what_drifted_is_put_right_when_it_is_asked_for(founded: Founded, lived_in: Run) -> None:
    before = dump(founded.book)
    _spoil(founded, "UPDATE customer SET misses = 7, clock = -5 WHERE name = 'Bo Lind'")

    shown = lived_in("check", "--rebuild").out

    assert "1 rhythm put right" in shown
    assert "is whole" in shown
    assert dump(founded.book) == before
    founded.book.rest()
    assert "put 1 rhythm right" in lived_in("history").out


def test_a_rebuild_of_what_is_right_is_no_event_and_none_is_taken_back(
    founded: Founded, lived_in: Run
) -> None:
    _spoil(founded, "UPDATE customer SET misses = 7 WHERE name = 'Bo Lind'")
    lived_in("story", "Tom drove back")
    lived_in("check", "--rebuild")

    again = lived_in("check", "--rebuild", "--json").json
    events = lived_in("history", "--json").json
    undone = lived_in("undo", "--yes", code=0).err

    assert again == {"whole": True, "findings": [], "put_right": 0}
    assert [event["command"] for event in events[:2]] == ["check", "story"]
    assert "Tom drove back" in undone


def test_a_book_whose_structure_is_broken_is_not_rebuilt(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    sqlite_book.book.rest()
    with sqlite3.connect(sqlite_book.book.address) as connection:
        connection.execute(
            "INSERT INTO email (customer_id, position, address) VALUES (99, 1, 'a@example.com')"
        )
    connection.close()

    shown = run("check", "--rebuild", "--json", code=1).json

    assert shown["put_right"] is None
    assert [finding["about"] for finding in shown["findings"]] == ["structure"]


def test_many_who_drifted_are_counted(founded: Founded, lived_in: Run) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        for number in range(8):
            a_customer(change, f"Customer {number}")
        change.run("UPDATE customer SET misses = 3")
    founded.book.rest()

    shown = lived_in("check", code=1).out

    assert "Nor does it for 5 more." in shown


def test_another_pick_beside_one_that_waits_is_no_fault(lived_in: Run) -> None:
    lived_in("today")
    lived_in("today", "--next")

    assert "The book is whole" in lived_in("check").out


def test_files_that_others_can_read_are_named(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    path = Path(sqlite_book.book.address)
    run("backup")
    copy = next((path.parent / "backups").glob("*.db"))
    path.chmod(0o644)
    copy.chmod(0o640)
    path.parent.chmod(0o777)

    words = [finding["words"] for finding in run("check", "--json", code=1).json["findings"]]

    assert [f"chmod 600 {path}" in words[0], str(copy) in words[1], "chmod 700" in words[2]] == [
        True,
        True,
        True,
    ]


def test_a_row_that_names_nobody_and_a_foreign_schema_are_named(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    with sqlite3.connect(sqlite_book.book.address) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute(
            "INSERT INTO email (customer_id, position, address) VALUES (99, 1, 'a@example.com')"
        )
    connection.close()

    shown = run("check", code=1).out

    assert "A row of email names a row of customer" in shown
    assert "The schema is 9999" in shown


def test_a_damaged_file_is_named(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    path = Path(sqlite_book.book.address)
    path.write_bytes(path.read_bytes()[:20_000])

    assert "damaged" in run("check", code=1).out
