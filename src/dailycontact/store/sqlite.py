"""The one function that opens an embedded book, and what makes a file one.

The settings follow from measurements of what is lost at a crash or a power cut: a rollback journal
that is truncated, everything synced, writers that queue from the first statement on, and erased
bytes that are gone. See docs/decisions/0002-sqlite-settings.md.
"""

import os
import sqlite3
import sys
from collections.abc import Callable

from dailycontact.core.program import PROGRAM
from dailycontact.errors import StorageProblem
from dailycontact.store import patience
from dailycontact.store.faults import BookBusy, BookDamaged, BookUnwritable, fault_of_sqlite

APPLICATION_ID = 0x44434F4E
"""What marks a file as a book: "DCON"."""

OLDEST_SQLITE = (3, 37, 0)
"""STRICT tables came with 3.37, RETURNING with 3.35."""

SETTINGS = (
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    *(("fullfsync=1",) if sys.platform == "darwin" else ()),
)


class NotABook(StorageProblem):
    """The file is there, but it is not a book; it is left as it is."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(
            f"{place} {what}, so it was left alone; name your book with --book, "
            f"or bring it back with: {PROGRAM} restore"
        )


class SqliteTooOld(StorageProblem):
    """The SQLite that Python carries cannot keep a book safely."""

    def __init__(self) -> None:
        needed = ".".join(map(str, OLDEST_SQLITE))
        super().__init__(
            f"This Python carries SQLite {sqlite3.sqlite_version}, and a book needs {needed}; "
            "install a newer Python."
        )


def open_sqlite(
    place: str, *, waiting: Callable[[], None] = patience.in_silence
) -> sqlite3.Connection:
    """Open the book in the file `place`, with every setting that keeps it safe.

    `waiting` is called when another writer keeps it closed for longer than a moment.

    Raises:
        StorageProblem: no such file, not a book, or not to be opened; nothing was changed.

    """
    _refuse_what_is_no_book(place)
    try:
        return _open(place, seconds=patience.SILENT)
    except BookBusy:
        waiting()
        return _open(place, seconds=patience.WAIT - patience.SILENT)


def _open(place: str, *, seconds: float) -> sqlite3.Connection:
    connection = _connect(place, seconds=seconds)
    try:
        marked = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.DatabaseError as error:
        connection.close()
        raise fault_of_sqlite(error, place) from error
    if marked != APPLICATION_ID:
        connection.close()
        raise NotABook(place, "is a database of another program")
    patience.be_patient(connection.execute, patience.WAIT)
    return connection


def create_sqlite(place: str, *, shown: str | None = None) -> sqlite3.Connection:
    """Make the empty file of a new book, readable by its owner alone, and open it.

    `shown` is the name to complain of, where the file gets another one when it is finished.

    Raises:
        StorageProblem: the file is there already, or its folder cannot be written.

    """
    folder = os.path.dirname(os.path.abspath(place))  # noqa: PTH100, PTH120 - pathlib is slow
    try:
        if not os.path.isdir(folder):  # noqa: PTH112 - pathlib is slow
            os.makedirs(folder, mode=0o700)  # noqa: PTH103 - pathlib is slow
    except OSError as error:
        if not os.path.isdir(folder):  # noqa: PTH112 - another may have made it in this moment
            raise BookUnwritable(shown or place, _unmade(error)) from error
    try:
        handle = os.open(place, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    except FileExistsError:
        raise NotABook(shown or place, "is there already") from None
    except OSError as error:
        raise BookUnwritable(shown or place, _unmade(error)) from error
    os.close(handle)
    connection = _connect(place, seconds=patience.WAIT)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    return connection


def _unmade(error: OSError) -> str:
    return f"could not be made ({error.strerror}); name another place with --book."


def put_in_place(unfinished: str, place: str) -> bool:
    """Give a finished file its name, unless something has it; return whether it was given.

    A link refuses what is there in one step; where a disk knows no links, looking first must do.
    """
    try:
        os.link(unfinished, place)
    except FileExistsError:
        return False
    except OSError:
        if os.path.lexists(place):
            return False
        os.rename(unfinished, place)  # noqa: PTH104 - pathlib is slow
    sync_folder(os.path.dirname(os.path.abspath(place)))  # noqa: PTH100, PTH120 - pathlib is slow
    return True


def sync_folder(folder: str) -> None:
    """Make sure that the names in a folder are on the disk."""
    if os.name == "nt":  # Windows has no handle on a folder, and needs none
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _connect(place: str, *, seconds: float) -> sqlite3.Connection:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise SqliteTooOld
    try:
        connection = sqlite3.connect(
            place, timeout=seconds, isolation_level=None, check_same_thread=False
        )
    except sqlite3.DatabaseError as error:
        raise fault_of_sqlite(error, place) from error
    try:
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise fault_of_sqlite(error, place) from error
    return connection


def _refuse_what_is_no_book(place: str) -> None:
    try:
        size = os.stat(place).st_size  # noqa: PTH116 - pathlib is slow
    except FileNotFoundError:
        raise BookUnwritable(place, "does not exist.") from None
    except OSError as error:
        raise BookUnwritable(place, f"cannot be read ({error.strerror}).") from error
    if os.path.isdir(place):  # noqa: PTH112 - pathlib is slow
        raise NotABook(place, "is a folder")
    if size == 0:
        raise BookDamaged(place, "is empty, as after a full disk.")
