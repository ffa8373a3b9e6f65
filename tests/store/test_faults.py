"""Each fault below has a sentence of its own, and none of them is called a bug."""

import sqlite3

import pytest

from dailycontact.errors import Busy, StorageProblem
from dailycontact.store.faults import fault_of_postgres, fault_of_sqlite


def _sqlite(name: str) -> sqlite3.DatabaseError:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorname = name
    return error


def _postgres(state: str | None) -> Exception:
    error = RuntimeError("as the server says it\nat length")
    error.sqlstate = state  # type: ignore[attr-defined]  # as psycopg's errors have it
    return error


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_FULL", "the disk is full"),
        ("SQLITE_READONLY", "is read-only"),
        ("SQLITE_READONLY_ROLLBACK", "is read-only"),
        ("SQLITE_READONLY_DIRECTORY", "a folder that is read-only"),
        ("SQLITE_READONLY_DBMOVED", "was moved or removed"),
        ("SQLITE_CANTOPEN", "a folder that does not exist"),
        ("SQLITE_CANTOPEN_ISDIR", "a folder that does not exist"),
        ("SQLITE_PERM", "may not be opened by you"),
        ("SQLITE_IOERR_WRITE", "the disk failed"),
        ("SQLITE_CORRUPT", "is damaged"),
        ("SQLITE_NOTADB", "is not a book"),
    ],
)
def test_a_fault_of_sqlite_is_said(name: str, words: str) -> None:
    fault = fault_of_sqlite(_sqlite(name), "/nowhere/at all/book.db")

    assert isinstance(fault, StorageProblem)
    assert words in str(fault)


@pytest.mark.parametrize("name", ["SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED"])
def test_waiting_in_vain_is_said(name: str) -> None:
    assert isinstance(fault_of_sqlite(_sqlite(name), "/book.db"), Busy)


@pytest.mark.parametrize("state", ["55P03", "40001", "40P01", "57014"])
def test_waiting_for_a_server_in_vain_is_said(state: str) -> None:
    assert isinstance(fault_of_postgres(_postgres(state), "a server"), Busy)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("53100", "the disk is full"),
        ("25006", "is read-only"),
        ("28P01", "as the server says it"),
        ("57P01", "as the server says it"),
        (None, "as the server says it"),
    ],
)
def test_a_fault_of_a_server_is_said_in_one_line(state: str | None, words: str) -> None:
    fault = fault_of_postgres(_postgres(state), "a server")

    assert isinstance(fault, StorageProblem)
    assert words in str(fault)
    assert "at length" not in str(fault)


def test_what_is_a_bug_stays_one() -> None:
    for error in (_sqlite("SQLITE_CONSTRAINT_UNIQUE"), sqlite3.DatabaseError("unnamed")):
        assert fault_of_sqlite(error, "/book.db") is error
    bug = _postgres("23505")
    assert fault_of_postgres(bug, "a server") is bug
