"""A book of the first schema becomes one of today's: nothing is lost, whoever comes, and when."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from dailycontact.core.rhythm import LUCK
from dailycontact.store import schema
from dailycontact.store.book import Book
from dailycontact.store.copies import copies_of
from dailycontact.store.engine import shared_engine, sqlite_engine
from dailycontact.store.projection import COLUMNS
from dailycontact.store.sqlite import create_sqlite
from dailycontact.store.tables import TABLES
from support import older, postgres
from support.builders import MORNING
from support.running import Run
from support.workers import results, start

NEW = {
    *("different", "erasure", "erasure_mark", "export", "holiday", "idle", "reach", "talk"),
    *("action_note", "follow_up", "letter", "likeness", "progress", "reading", "revisit"),
    *("theme", "theme_rule", "theme_tally"),
    *("message", "message_answer", "message_part", "delivery", "talk_reply"),
}


@pytest.fixture(scope="session")
def _older_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("older") / "book.db"
    create_sqlite(str(path)).close()
    _make(sqlite_engine(str(path)))
    return path


@pytest.fixture
def older_file(tmp_path: Path, _older_template: Path) -> Path:
    """Return a book of the first schema in a file."""
    path = tmp_path / "book.db"
    shutil.copyfile(_older_template, path)
    path.chmod(0o600)
    return path


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """Yield where a book of the first schema is, on each database."""
    if request.param == "sqlite":
        yield str(request.getfixturevalue("older_file"))
        return
    server: str = request.getfixturevalue("_postgres_server")
    postgres.execute(server, "CREATE DATABASE older")
    url = postgres.database(server, "older")
    _make(shared_engine(url))
    yield url
    postgres.execute(server, "DROP DATABASE older WITH (FORCE)")


def _make(engine: Engine) -> None:
    with engine.begin() as connection:
        older.make(connection)
    engine.dispose()


def _rows(address: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a book as it is, in every table that it has."""
    look = Book(address).look_as_it_is()
    there = {
        table: [dict(row) for row in look.rows(f"SELECT * FROM {table} ORDER BY 1")]  # type: ignore[call-overload]  # noqa: S608 - our own names; every row is a mapping
        for table in TABLES
        if table in older.ROWS or schema.revision_of(look) == schema.HEAD
    }
    look.close()
    return there


def test_every_row_is_as_it_was_but_for_what_is_derived(address: str) -> None:
    before = _rows(address)
    book = Book(address)

    assert schema.revision_of(book.look()) == schema.HEAD

    book.rest()
    after = _rows(address)
    assert set(after) - set(before) == NEW
    assert [after[table] for table in ("idle", "talk")] == [[], []]
    assert [row["zones"] for row in after["reach"]] == ["Europe/London"]
    for table in older.ROWS:
        assert [
            _facts(now, of=was) for now, was in zip(after[table], before[table], strict=True)
        ] == [_facts(was, of=was) for was in before[table]]
        assert before[table]


def _facts(row: dict[str, Any], *, of: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of a row that it had before, but for those that are derived."""
    return {name: row[name] for name in of if name not in COLUMNS}


def test_everybody_has_their_rhythm_by_the_rule_of_today(address: str) -> None:
    book = Book(address)

    ana, bo = book.look().rows("SELECT * FROM customer ORDER BY id")

    book.rest()
    assert ana["clock"] == pytest.approx(15 - LUCK * 0.5 * 21)
    assert (ana["conversations"], ana["last_on"], ana["open"]) == (1, older.DAY, 1)
    assert (ana["promised_on"], ana["hours"], ana["reach"]) == (older.LATER, None, 1)
    assert (bo["misses"], bo["open"]) == (0, 0)


def test_the_new_words_are_known_and_the_keys_hold(address: str) -> None:
    book = Book(address)

    with book.change("test", leader_id=1, at=MORNING) as change:
        change.run("UPDATE pick SET reason = 'news' WHERE id = 3")
        change.run("UPDATE rhythm_fact SET what = 'told' WHERE id = 1")
        change.add("talk", member_id=2, leader_id=1, day=older.DAY, recorded_at=MORNING)

    with (
        pytest.raises(Exception, match=r"(?i)foreign key"),
        book.change("test", leader_id=1, at=MORNING) as change,
    ):
        change.run("DELETE FROM pick WHERE id = 2")
    book.rest()


def test_a_copy_of_the_older_book_is_kept_and_can_be_brought_back(
    older_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", str(older_file))
    before = _rows(str(older_file))

    assert "Marta" in run("history", code=0).out

    (kept,) = copies_of(older_file)
    assert kept.kind == "before upgrade"
    assert _rows(str(kept.path)) == before
    run("restore", str(kept.path), "--yes", code=0)
    run("check", code=0)
    assert [copy.kind for copy in copies_of(older_file)].count("before upgrade") == 1
    assert sorted(path.name for path in older_file.parent.glob("*.restored*")) == []


def test_a_refusal_in_an_older_book_outlives_a_restore(
    older_file: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = tmp_path / "before.db"
    shutil.copyfile(older_file, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE customer SET do_not_contact_on = NULL")
        connection.commit()
    monkeypatch.setenv("DAILYCONTACT_BOOK", str(older_file))

    run("restore", str(copy), "--yes", code=0)

    look = Book(str(older_file)).look()
    assert look.value("SELECT do_not_contact_on AS value FROM customer WHERE id = 2") is not None
    look.close()


def test_what_fails_half_way_leaves_the_book_as_it_was(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _rows(address)

    def refuse(_: object) -> int:
        raise OSError

    monkeypatch.setattr("dailycontact.store.rhythms.refresh_all", refuse)
    with pytest.raises(OSError, match=r"^$"):
        Book(address).look()

    assert _rows(address) == before


def test_four_who_open_an_older_book_at_once_find_it_brought_up_once(address: str) -> None:
    opened = results([start("revision", address) for _ in range(4)])

    assert opened == [schema.HEAD] * 4
    if not address.startswith("postgresql"):
        assert [copy.kind for copy in copies_of(Path(address))] == ["before upgrade"]
