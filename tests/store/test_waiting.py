"""Waiting for another writer, on both databases: silent for a moment, then with a word."""

import sys

import pytest

from conftest import Founded
from dailycontact.errors import Busy
from dailycontact.store.book import Book
from dailycontact.store.faults import DriverMissing
from support.builders import MORNING
from support.running import Run


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dailycontact.store.patience.SILENT", 0.01)
    monkeypatch.setattr("dailycontact.store.patience.WAIT", 0.05)


def test_a_change_says_once_that_it_waits(founded: Founded) -> None:
    said: list[str] = []
    other = Book(founded.book.address, waiting=lambda: said.append("waiting"))
    other.look()

    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING):
        for _ in range(2):
            with (
                pytest.raises(Busy),
                other.change("test", leader_id=founded.leader_id, at=MORNING),
            ):
                pass
    other.rest()

    assert said == ["waiting"]


def test_a_change_that_need_not_wait_says_nothing(founded: Founded) -> None:
    said: list[str] = []
    other = Book(founded.book.address, waiting=lambda: said.append("waiting"))

    with other.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.add("member", name="Priya Nair")
    other.rest()

    assert said == []


def test_a_turn_that_comes_while_waiting_is_taken(founded: Founded) -> None:
    first = founded.book.change("test", leader_id=founded.leader_id, at=MORNING)
    first.__enter__()

    def end_the_first() -> None:
        first.__exit__(None, None, None)

    other = Book(founded.book.address, waiting=end_the_first)
    other.look()

    with other.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        member_id = change.add("member", name="Priya Nair")
    other.rest()

    found = founded.book.look().value("SELECT id AS value FROM member WHERE name = 'Priya Nair'")
    assert found == member_id


def test_whoever_sits_there_is_told_on_stderr(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING):
        refused = run_in("team", "add", "Priya Nair", code=5)

    assert "Waiting for another dailycontact to finish" in refused.err
    assert refused.out == ""


def test_opening_a_held_file_waits_with_a_word_as_well(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    holder = sqlite3.connect(sqlite_book.book.address, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    refused = run("loop", code=5)
    holder.close()

    assert "Waiting for another dailycontact to finish" in refused.err


def test_a_missing_driver_is_named_with_how_to_install_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    refused = run("--book", "postgresql://localhost/none", "today", code=DriverMissing.exit_code)

    assert "pip install 'dailycontact[postgres]'" in refused.err
    assert "bug" not in refused.err


def test_an_address_that_cannot_be_read_is_no_bug(run: Run) -> None:
    refused = run("--book", "postgresql://local:host:many/none", "today", code=6)

    assert "its address cannot be read" in refused.err
