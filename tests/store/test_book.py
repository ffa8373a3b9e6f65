"""What is no book is refused, unchanged, in a sentence; so is what this program cannot read."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.errors import StorageProblem
from dailycontact.store.book import Book
from dailycontact.store.sqlite import APPLICATION_ID, OLDEST_SQLITE, create_sqlite, open_sqlite
from support.builders import MORNING
from support.running import Run


def _empty(path: Path) -> None:
    path.touch()


def _of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE note (words TEXT)")
    connection.close()


def _text(path: Path) -> None:
    path.write_text("Dear diary, this is no database at all.\n" * 200)


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 3 + 100])


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def _without_tables(path: Path) -> None:
    path.unlink()
    create_sqlite(str(path)).close()


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (_empty, "is empty"),
        (_of_another_program, "database of another program"),
        (_text, "not a book"),
        (_truncated, "is damaged"),
        (_newer, "written by a newer dailycontact"),
        (_without_tables, "newer"),
    ],
)
def test_what_is_no_book_is_refused_and_left_as_it_is(
    sqlite_book: Founded,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    harm: Callable[[Path], None],
    sentence: str,
) -> None:
    sqlite_book.book.rest()
    path = Path(sqlite_book.book.address)
    if harm in (_empty, _of_another_program, _text):
        path.unlink()
    harm(path)
    before = path.read_bytes()
    monkeypatch.setenv("DAILYCONTACT_BOOK", str(path))

    looked = run("history", code=6)
    changed = run("story", "Tom drove back", code=6)

    assert sentence in looked.err
    assert sentence in changed.err
    assert path.read_bytes() == before
    assert [other.name for other in path.parent.glob("book.db*") if other.stat().st_size] == (
        ["book.db"] if before else []
    )


def test_a_folder_is_refused(run: Run, tmp_path: Path) -> None:
    assert "is a folder" in run("--book", str(tmp_path), "history", code=6).err


def test_a_book_that_is_gone_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="does not exist"):
        Book(str(tmp_path / "gone.db")).look()

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StorageProblem, match="could not be made"):
        Book(str(tmp_path / "file" / "book.db")).create()


def test_making_a_book_that_is_there_leaves_it(sqlite_book: Founded) -> None:
    sqlite_book.book.rest()
    before = Path(sqlite_book.book.address).read_bytes()

    sqlite_book.book.create()

    assert Path(sqlite_book.book.address).read_bytes() == before


def test_a_file_says_what_it_is(sqlite_book: Founded) -> None:
    sqlite_book.book.rest()

    header = Path(sqlite_book.book.address).read_bytes()[68:72]

    assert int.from_bytes(header, "big") == APPLICATION_ID


def test_an_sqlite_that_is_too_old_is_refused(
    sqlite_book: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    sqlite_book.book.rest()
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 30, 0))

    with pytest.raises(StorageProblem, match=r"needs 3\.37\.0"):
        open_sqlite(sqlite_book.book.address)

    assert OLDEST_SQLITE == (3, 37, 0)


def test_a_book_that_nobody_may_write_says_so(sqlite_book: Founded) -> None:
    def refuse(*_: object) -> int:
        return sqlite3.SQLITE_DENY

    look = sqlite_book.book.look()
    look._connection.set_authorizer(refuse)  # type: ignore[union-attr]  # the only way to be denied as root

    with pytest.raises(StorageProblem, match="may not be opened by you"):
        look.rows("SELECT id FROM member")
    sqlite_book.book.rest()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://marta:secret@db.example.com/book", "postgresql://marta@db.example.com/book"),
        ("postgres://db.example.com/book?password=secret", "postgres://db.example.com/book"),
        ("/home/marta/book.db", "/home/marta/book.db"),
    ],
)
def test_where_a_book_is_never_shows_a_password(address: str, shown: str) -> None:
    assert Book(address).place == shown


def test_a_server_that_does_not_answer_is_said(run: Run) -> None:
    failed = run("--book", "postgresql://marta:secret@127.0.0.1:1/book", "history", code=6)

    assert "cannot be used" in failed.err
    assert "secret" not in failed.err


def test_a_book_is_moved_away_while_somebody_waits_to_write(sqlite_book: Founded) -> None:
    path = Path(sqlite_book.book.address)
    with (
        pytest.raises(StorageProblem, match="was moved"),
        sqlite_book.book.change("test", leader_id=1, at=MORNING) as change,
    ):
        change.add("member", name=path.rename(path.with_name("elsewhere.db")).name)
