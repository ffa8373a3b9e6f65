"""Both lanes open a book with the settings that keep it safe, read back from the database."""

import os
import sys
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.errors import Busy
from dailycontact.store.book import Book, Looking
from dailycontact.store.looking import Reading
from dailycontact.store.sqlite import APPLICATION_ID, create_sqlite
from support.builders import MORNING

WANTED = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "busy_timeout": 30_000,
    "application_id": APPLICATION_ID,
    **({"fullfsync": 1} if sys.platform == "darwin" else {}),
}


def _settings(lane: Reading | Looking) -> dict[str, object]:
    return {name: next(iter(dict(lane.rows(f"PRAGMA {name}")[0]).values())) for name in WANTED}  # type: ignore[call-overload]  # a row is a mapping


def test_looking_keeps_them(sqlite_book: Founded) -> None:
    assert _settings(sqlite_book.book.look()) == WANTED
    sqlite_book.book.rest()


def test_changing_keeps_them(sqlite_book: Founded) -> None:
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        assert _settings(change) == WANTED


def test_a_shared_book_waits_as_long_and_thinks_in_utc(postgres_book: Founded) -> None:
    with postgres_book.book.change("test", leader_id=1, at=MORNING) as change:
        assert change.value("SELECT current_setting('lock_timeout') AS value") == "30s"
        assert change.value("SELECT current_setting('timezone') AS value") == "UTC"


def test_a_change_holds_the_book_from_its_beginning_on(
    sqlite_book: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Book(sqlite_book.book.address)
    other.look()
    with sqlite_book.book.change("test", leader_id=1, at=MORNING):
        monkeypatch.setattr("dailycontact.store.patience.WAIT", 0.05)
        monkeypatch.setattr("dailycontact.store.patience.SILENT", 0.01)
        with (
            pytest.raises(Busy, match="Another dailycontact is writing"),
            other.change("test", leader_id=1, at=MORNING),
        ):
            pass


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_a_new_book_is_its_owners_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "new" / "folder" / "book.db"
    before = os.umask(umask)
    try:
        create_sqlite(str(path)).close()
    finally:
        os.umask(before)

    assert oct(path.stat().st_mode & 0o777) == "0o600"
    assert oct(path.parent.stat().st_mode & 0o777) == "0o700"


def test_the_journal_beside_the_book_is_its_owners_alone_too(sqlite_book: Founded) -> None:
    before = os.umask(0)
    try:
        with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
            change.add("member", name="Tom Reed")
            journal = Path(f"{sqlite_book.book.address}-journal")
            mode = journal.stat().st_mode & 0o777
    finally:
        os.umask(before)

    assert oct(mode) == "0o600"
