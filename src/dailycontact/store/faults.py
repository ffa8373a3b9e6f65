"""What went wrong below, in a sentence for the leader."""

import os

from dailycontact.core.program import PROGRAM
from dailycontact.errors import Busy, StorageProblem


class BookBusy(Busy):
    """Another dailycontact held the book for too long."""

    def __init__(self) -> None:
        super().__init__(
            "Another dailycontact is writing to this book; wait a moment and try again."
        )


class BookUnwritable(StorageProblem):
    """The disk or the file does not take what should be written."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"The book {place} {reason} Nothing was changed.")


class BookDamaged(StorageProblem):
    """The file is not a whole book."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"The book {place} {reason} Bring back the last backup with: {PROGRAM} restore"
        )


class DriverMissing(StorageProblem):
    """What speaks with PostgreSQL was not installed."""

    def __init__(self) -> None:
        super().__init__(
            "A shared book needs the driver of PostgreSQL; install it with:"
            " pip install 'dailycontact[postgres]'"
        )


class DatabaseUnreachable(StorageProblem):
    """The shared database does not answer."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"The database {place} cannot be used: {reason}")


_UNWRITABLE = {
    "SQLITE_FULL": "cannot grow, because the disk is full; make room, then try again.",
    "SQLITE_READONLY": "is read-only; make the file writable, then try again.",
    "SQLITE_READONLY_DIRECTORY": "lies in a folder that is read-only; make it writable.",
    "SQLITE_READONLY_DBMOVED": "was moved or removed while it was in use; try again.",
    "SQLITE_PERM": "may not be opened by you; ask for the right to read and write it.",
    "SQLITE_AUTH": "may not be opened by you; ask for the right to read and write it.",
    "SQLITE_IOERR": "could not be written, because the disk failed.",
}
_DAMAGED = {"SQLITE_CORRUPT": "is damaged.", "SQLITE_NOTADB": "is not a book of dailycontact."}


def is_busy(error: Exception) -> bool:
    """Return whether an error of sqlite3 says that somebody else has the book."""
    name = str(getattr(error, "sqlite_errorname", "") or "")
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def fault_of_sqlite(error: Exception, place: str) -> Exception:
    """Return the error to show for an error of sqlite3 at `place`; the error itself if unknown."""
    name = str(getattr(error, "sqlite_errorname", "") or "")
    if is_busy(error):
        return BookBusy()
    if name.startswith("SQLITE_CANTOPEN"):
        return BookUnwritable(place, _cannot_open(place))
    # The longest beginning that is known: SQLITE_READONLY_DIRECTORY before SQLITE_READONLY.
    for known in sorted(_UNWRITABLE.keys() | _DAMAGED.keys(), key=len, reverse=True):
        if name.startswith(known):
            damaged = _DAMAGED.get(known)
            if damaged is not None:
                return BookDamaged(place, damaged)
            return BookUnwritable(place, _UNWRITABLE[known])
    return error


def _cannot_open(place: str) -> str:
    folder = os.path.dirname(place) or "."  # noqa: PTH120 - pathlib is slow to import here
    if os.path.isdir(place):  # noqa: PTH112 - as above
        return "is a folder; name a file."
    if not os.path.isdir(folder):  # noqa: PTH112 - as above
        return "lies in a folder that does not exist; make the folder, or name another place."
    return "cannot be opened; look whether the file and its folder are yours."


def fault_of_postgres(error: Exception, place: str) -> Exception:
    """Return the error to show for an error of psycopg at `place`; the error itself if unknown."""
    state = str(getattr(error, "sqlstate", "") or "")
    if state in {"55P03", "40001", "40P01", "57014"}:
        return BookBusy()
    if state == "53100":
        return BookUnwritable(place, "cannot grow, because the disk is full.")
    if state == "25006":
        return BookUnwritable(place, "is read-only.")
    if state.startswith(("08", "28", "3D", "57P")) or not state:
        first_line = (str(error).strip().splitlines() or ["no answer"])[0]
        return DatabaseUnreachable(place, first_line)
    return error
