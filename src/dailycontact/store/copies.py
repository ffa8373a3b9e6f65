"""Copies of an embedded book, each proved to be whole before it counts.

A copy is made by SQLite's online backup, so that nobody has to stop working; it gets its name only
when it was checked and is on the disk. Beside it lies a manifest: its SHA-256 and how many rows of
what it holds.
"""

import hashlib
import json
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dailycontact.core.program import PROGRAM
from dailycontact.errors import Refused, StorageProblem
from dailycontact.store.faults import fault_of_sqlite
from dailycontact.store.patience import in_silence
from dailycontact.store.schema import is_known
from dailycontact.store.sqlite import open_sqlite, put_in_place, sync_folder

KEPT = 7
"""How many of the copies that are made by themselves are kept."""
LARGE = 50_000_000
"""Bytes from which on a copy takes more than a moment, and somebody should hear of it."""
COUNTED = ("customer", "call", "answer", "action", "telling")
"""The tables whose rows a manifest counts."""


class CopyDamaged(StorageProblem):
    """A copy is not whole, or is not a copy of a book."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The copy {path} {reason}; choose another with: {PROGRAM} restore")


class CopyUnwritable(StorageProblem):
    """The disk or the folder does not take the copy."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The copy {path} could not be written ({reason}); make room, or name another place."
        )


class CopyThere(Refused):
    """Something lies already where the copy should go."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already and was left alone; name another file.")


@dataclass(frozen=True, kw_only=True)
class Copy:
    """A copy of a book: where it is, when it was made (in the book's zone), and what for."""

    path: Path
    made: str
    kind: str = ""
    """Nothing for one that was asked for; else "automatic", "damaged", or before what it was made:
    "before restore", "before upgrade"."""
    size: int = 0


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What was found in a copy that is whole."""

    path: Path
    revision: str
    sha256: str
    rows: dict[str, int]
    has_manifest: bool = False


def folder_of(book: Path) -> Path:
    """Return where the copies of a book lie."""
    return book.parent / "backups"


def usual_name(book: Path, at: datetime, *, kind: str = "") -> Path:
    """Return where a copy made at the local time `at` goes, unless somebody names a file.

    A copy that is made by itself is named by its day alone, so that there is one a day.
    """
    stamp = f"{at:%Y-%m-%d}" if kind == "automatic" else f"{at:%Y-%m-%d-%H%M%S}"
    middle = f"{kind.replace(' ', '-')}-" if kind else ""
    return folder_of(book) / f"{book.stem}-{middle}{stamp}.db"


def copies_of(book: Path) -> list[Copy]:
    """Return the copies of a book that lie in their usual place, the newest first."""
    pattern = re.compile(
        rf"{re.escape(book.stem)}-(automatic-|before-restore-|before-upgrade-|damaged-)?"
        r"(\d{4}-\d{2}-\d{2}(?:-\d{6})?)\.db"
    )
    folder = folder_of(book)
    names = os.listdir(folder) if folder.is_dir() else []  # noqa: PTH208 - names are enough
    found = [
        Copy(
            path=folder / name,
            made=match[2],
            kind=(match[1] or "").strip("-").replace("-", " "),
            size=(folder / name).stat().st_size,
        )
        for name in names
        if (match := pattern.fullmatch(name))
    ]
    return sorted(found, key=lambda copy: (copy.made, copy.kind), reverse=True)


def make_copy(book: Path, target: Path) -> Proof:
    """Copy the book to `target`, whole or not at all; return what the copy was proved to be.

    Raises:
        CopyThere: something goes by that name already.
        StorageProblem: the book cannot be read, or the copy cannot be written.

    """
    if os.path.lexists(target):
        raise CopyThere(target)
    with _writing(target):
        unfinished = target.with_name(f"{target.name}.new-{os.getpid()}")
        try:
            _make_folder(target.parent)
            copy_pages(book, unfinished)
            proof = prove(unfinished)
            if not put_in_place(str(unfinished), str(target)):
                raise CopyThere(target)
        finally:
            with suppress(OSError):
                unfinished.unlink()
        _write_manifest(target, proof)
        sync_folder(str(target.parent))
    return Proof(path=target, revision=proof.revision, sha256=proof.sha256, rows=proof.rows)


def copy_pages(source: Path, target: Path) -> None:
    """Copy one embedded book to a new file, readable by its owner alone, and sync it."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with (
            closing(open_sqlite(str(source))) as original,
            closing(sqlite3.connect(target)) as copy,
        ):
            original.backup(copy, pages=-1)
    except sqlite3.DatabaseError as error:
        name = str(getattr(error, "sqlite_errorname", ""))
        if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
            raise CopyUnwritable(target, str(error)) from error
        raise fault_of_sqlite(error, str(source)) from error
    sync_file(target)


def keep_daily_copy(
    book: Path, at: datetime, *, waiting: Callable[[], None] = in_silence
) -> Proof | None:
    """Copy the book if it was not copied on the day of `at`; keep the last few of such copies.

    Returns the copy that was made, None where there is one of that day. Before one that takes more
    than a moment, `waiting` is called.
    """
    target = usual_name(book, at, kind="automatic")
    if target.exists():
        return None
    if book.stat().st_size > LARGE:
        waiting()
    try:
        proof = make_copy(book, target)
    except CopyThere:  # another dailycontact made it in this moment
        return None
    ours = [copy for copy in copies_of(book) if copy.kind == "automatic"]
    # Where the clock went back, today's is not the newest, and still the one that is wanted.
    for old in [copy for copy in ours if copy.path != target][KEPT - 1 :]:
        old.path.unlink(missing_ok=True)
        manifest_of(old.path).unlink(missing_ok=True)
    return proof


def keep_before_upgrade(place: str) -> None:
    """Copy an older book before it is brought up to date; the name says when it was last changed.

    Raises:
        StorageProblem: the copy cannot be written.

    """
    book = Path(place)
    changed = datetime.fromtimestamp(book.stat().st_mtime, tz=UTC)
    with suppress(CopyThere):  # somebody was stopped behind the copy, and comes again
        make_copy(book, usual_name(book, changed, kind="before upgrade"))


def prove(path: Path) -> Proof:
    """Return what a copy holds, when it is whole, ours, and of a schema that is known.

    Raises:
        CopyDamaged: it is not.

    """
    if not path.is_file():
        raise CopyDamaged(path, "does not exist")
    digest = sha256_of(path)
    manifest = _read_manifest(path)
    if manifest is not None and manifest.get("sha256") != digest:
        raise CopyDamaged(path, "is not what was copied: its bytes have changed since")
    try:
        with closing(open_sqlite(str(path))) as connection:
            revision = judge(connection, path)
            rows = {table: _count(connection, table) for table in COUNTED}
    except sqlite3.DatabaseError as error:
        raise CopyDamaged(path, f"is damaged ({error})") from error
    except StorageProblem as error:
        raise CopyDamaged(path, "is damaged, or is not a copy of a book") from error
    return Proof(
        path=path,
        revision=revision,
        sha256=digest,
        rows=rows,
        has_manifest=manifest is not None,
    )


def judge(connection: sqlite3.Connection, path: Path) -> str:
    """Return the revision of an open book that is whole.

    Raises:
        CopyDamaged: it is not.

    """
    if [row[0] for row in connection.execute("PRAGMA integrity_check")] != ["ok"]:
        raise CopyDamaged(path, "is damaged")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise CopyDamaged(path, "is not consistent: a row names another that is not there")
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision is None or not is_known(str(revision[0])):
        raise CopyDamaged(path, "was made by a newer dailycontact")
    return str(revision[0])


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])  # noqa: S608 - our own names


def manifest_of(path: Path) -> Path:
    """Return where the manifest of a copy lies."""
    return path.with_suffix(".json")


def _write_manifest(path: Path, proof: Proof) -> None:
    manifest = {
        "file": path.name,
        "sha256": proof.sha256,
        "revision": proof.revision,
        "rows": proof.rows,
    }
    text = json.dumps(manifest, indent=2) + "\n"
    handle = os.open(manifest_of(path), os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _read_manifest(path: Path) -> dict[str, object] | None:
    try:
        read = json.loads(manifest_of(path).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        raise CopyDamaged(path, "has a manifest that cannot be read") from None
    return read if isinstance(read, dict) and read.get("file") == path.name else None


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_file(path: Path) -> None:
    """Make sure that what was written to a file is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make_folder(folder: Path) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CopyUnwritable(target, error.strerror or "no reason given") from error
