"""Keeps workbooks at arm's length: looks for what would harm, and has them read by another process.

What comes back is a list of sheets, and the rows of one of them.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dailycontact.errors import BadInput
from dailycontact.people.sources import unpacking
from dailycontact.people.sources.sheet import MOST_ROWS, TooManyRows
from dailycontact.people.sources.text import LARGE_BYTES, MOST_BYTES, FileUnreadable

MOST_UNPACKED = 300_000_000
MEMORY = 1_000_000_000
"""Bytes that reading may take; a workbook of 200,000 customers takes a fifth."""
SECONDS = 60
LARGER = 4
"""How many times as much where the leader said --large."""

_CHILD = Path(__file__).with_name("workbook_child.py")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class NoWorkbook(BadInput):
    """The bytes are no workbook, or not a whole one."""


class LockedWorkbook(BadInput):
    """A password protects the workbook."""


class TooLargeToRead(BadInput):
    """Reading the workbook takes too much memory or time."""


@dataclass(frozen=True, kw_only=True)
class SheetAbout:
    """What is known of a sheet before its rows are read.

    `top` are its first rows that hold anything, with their numbers; `merged` the cells that go
    over several columns: line, first and last column.
    """

    number: int
    name: str
    is_table: bool
    is_hidden: bool
    damaged: bool
    width: int
    height: int
    top: Sequence[tuple[int, Sequence[str]]] = field(repr=False)
    merged: Sequence[tuple[int, int, int]] = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a workbook holds: its sheets, and the rows of sheet `read` (None: of none of them).

    `chunks` are JSON, each with some thousand `lines` and `rows`; `numbers` are the columns in
    which there are numbers that may be phones.
    """

    sheets: tuple[SheetAbout, ...]
    read: int | None
    chunks: tuple[bytes, ...] = field(repr=False)
    numbers: frozenset[int]


def require_harmless(data: bytes, *, file: str, large: bool) -> None:
    """Refuse what would fill the memory when unpacked, and what a password protects.

    Raises UnpacksTooLarge, Damaged, Locked, LockedWorkbook, FileUnreadable.
    """
    if len(data) > (LARGE_BYTES if large else MOST_BYTES):
        size = "1 GB: split it" if large else "50 MB: split it, or add --large"
        raise FileUnreadable(f"{file} is larger than {size}.")
    if data.startswith(_OLD_OFFICE) and _ENCRYPTED in data:
        raise _locked(file)
    if not data.startswith(b"PK"):
        return
    archive = unpacking.whole(data, file=file)
    manifest = unpacking.read_member(archive, "META-INF/manifest.xml", most=unpacking.CHUNK) or b""
    if b"encryption-data" in manifest:
        raise _locked(file)
    most = MOST_UNPACKED * (LARGER if large else 1)
    allowance = unpacking.Allowance(file=file, packed=len(data), most=most)
    for member in archive.infolist():
        for _ in allowance.chunks(archive, member):
            pass


def ask(
    data: bytes, *, file: str, sheet: int | None = None, large: bool = False, most_rows: int
) -> Told:
    """Have a workbook read: its sheets, and the rows of `sheet`, or of the only one with rows.

    Raises NoWorkbook, LockedWorkbook, TooLargeToRead, TooManyRows.
    """
    times = LARGER if large else 1
    wanted = {
        "sheet": sheet,
        "most_rows": most_rows,
        "memory": MEMORY * times,
        "seconds": SECONDS * times,
        "path": sys.path,
    }
    told = [line for line in _read_apart(data, json.dumps(wanted), file, SECONDS * times) if line]
    if not told:
        raise no_workbook(file)
    first, last = json.loads(told[0]), json.loads(told[-1])
    _require_no_problem(last.get("problem"), file)
    complete = len(told) == 1 or "read" in last
    if not complete:
        raise no_workbook(file)
    return Told(
        sheets=tuple(SheetAbout(**about) for about in first["sheets"]),
        read=last.get("read"),
        chunks=tuple(told[1:-1]),
        numbers=frozenset(last.get("numbers", ())),
    )


def _read_apart(data: bytes, wanted: str, file: str, seconds: int) -> list[bytes]:
    import subprocess

    try:
        done = subprocess.run(  # noqa: S603 - our own module, and no words of anybody's
            [sys.executable, "-I", str(_CHILD), wanted],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_surroundings(os.environ),
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_large(file) from None
    except OSError as error:
        raise NoWorkbook(
            f"{file} cannot be read, for Python does not start here ({error.strerror}): "
            "save it as CSV (UTF-8), and import that."
        ) from error
    if done.returncode:
        raise NoWorkbook(
            f"{file} cannot be read as a workbook, being damaged or far too large: "
            "open it, save it as CSV (UTF-8), and import that."
        )
    return done.stdout.split(b"\n")


def _surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    return {**environment, "RUST_BACKTRACE": "0"}


def _require_no_problem(problem: str | None, file: str) -> None:
    if problem == "rows":
        raise too_many_rows(file)
    if problem == "letters":
        raise _too_large(file)
    if problem == "locked":
        raise _locked(file)
    if problem:
        raise no_workbook(file)


def too_many_rows(file: str) -> TooManyRows:
    """Return the error for a sheet that is too long."""
    return TooManyRows(
        f"{file} has more than {MOST_ROWS:,} rows, the most at once: split it, or add --large."
    )


def _locked(file: str) -> LockedWorkbook:
    return LockedWorkbook(
        f"{file} is protected by a password: open it, save it without one, and import that."
    )


def _too_large(file: str) -> TooLargeToRead:
    return TooLargeToRead(f"{file} is too large to be read as a workbook: save it as CSV (UTF-8).")


def no_workbook(file: str) -> NoWorkbook:
    """Return the error for what cannot be read as a workbook."""
    return NoWorkbook(
        f"{file} is damaged, or no workbook: open it, save it anew or as CSV (UTF-8), and import "
        "that."
    )
