"""Whether somebody who was erased is still in a file: its bytes are looked through.

The book overwrites what it deletes (secure_delete), so nothing should be found; where something is,
the file is written anew and looked through again. Copies and exported files are only looked at.
"""

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dailycontact.core.naming import fold
from dailycontact.errors import DailycontactError
from dailycontact.store.book import Book
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from collections.abc import Iterable

_AT_ONCE = 8_000_000
"""Bytes that are read at once."""


@dataclass(frozen=True, kw_only=True)
class Searched:
    """The file of a book, looked through: how many bytes, and where somebody stands by right.

    `anew`: the file had to be written anew. `standing` are tables and columns of rows that hold
    such words for a reason of their own: another customer's name with this one inside.
    """

    size: int
    anew: bool
    standing: tuple[tuple[str, str], ...] = ()
    found: bool = False
    """Whether bytes were left that no row holds."""


def search(book: Book, needles: Collection[str]) -> Searched | None:
    """Look through the file of a book and its journal; None where it lies in a server.

    Nobody may have it open in this process meanwhile: closing a file lets go of its locks.
    """
    if book.is_shared:
        return None
    there = _in_the_file(book, needles)
    places = {needle: standing(book.look(), (needle,)) for needle in there}
    left = {needle for needle in there if not places[needle]}
    anew = bool(left)
    if anew:
        # Who was erased is erased: that the file could not be written anew is said, not raised.
        with suppress(DailycontactError):
            book.compact()
        left &= _in_the_file(book, left)
    return Searched(
        size=Path(book.address).stat().st_size,
        anew=anew,
        standing=tuple(dict.fromkeys(place for found in places.values() for place in found)),
        found=bool(left),
    )


def _in_the_file(book: Book, needles: Collection[str]) -> set[str]:
    """Return what stands in the bytes of the book or of its journal."""
    book.rest()
    files = (Path(book.address), Path(f"{book.address}-journal"))
    return {needle for path in files if path.is_file() for needle in found_in(path, needles)}


def standing(look: Look, needles: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return in which columns of which tables such words stand, whatever their capitals."""
    from dailycontact.store.tables import TABLES

    found = []
    for table, model in TABLES.items():
        columns = model.metadata.tables[table].columns
        for column in [each.name for each in columns if each.type.python_type is str]:
            for form in {form for needle in needles for form in _forms(needle)}:
                if look.row(
                    f"SELECT 1 AS found FROM {table} WHERE"  # noqa: S608 - our own names
                    f" LOWER({column}) LIKE :part ESCAPE '!'",
                    part=f"%{form.replace('!', '!!').replace('%', '!%').replace('_', '!_')}%",
                ):
                    found.append((table, column))
                    break
    return tuple(found)


def found_in(path: Path, needles: "Iterable[str]") -> frozenset[str]:
    """Return which words stand in the bytes of a file, packed or not, whatever their capitals.

    Raises:
        OSError: it cannot be read.

    """
    wanted = {n: [form.encode() for form in _forms(n)] for n in needles}
    overlap = max((len(form) for forms in wanted.values() for form in forms), default=0)
    found: set[str] = set()
    for block in _blocks(path, overlap):
        low = block.lower()
        found |= {needle for needle, forms in wanted.items() if any(f in low for f in forms)}
    return frozenset(found)


def _forms(needle: str) -> set[str]:
    """Return how a word may stand in a file whose ASCII letters are taken as small ones."""
    cases = {needle, needle.lower(), needle.upper(), needle.title(), fold(needle)}
    return {_small(case) for case in cases if case}


def _small(text: str) -> str:
    return text.encode("utf-8", "replace").lower().decode()


def _blocks(path: Path, overlap: int) -> Iterator[bytes]:
    import zipfile
    import zlib

    with path.open("rb") as file:
        yield from _read(file, overlap)
    # What is damaged or locked in an archive cannot be read by anybody else either.
    with suppress(zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    with packed.open(name) as member:
                        yield from _read(member, overlap)


def _read(file: IO[bytes], overlap: int) -> Iterator[bytes]:
    before = b""
    while block := file.read(_AT_ONCE):
        yield before + block
        before = block[-overlap:] if overlap else b""


def is_there(place: str) -> bool:
    """Return whether a file of that name exists."""
    return os.path.isfile(place)  # noqa: PTH113 - a place may be no path at all
