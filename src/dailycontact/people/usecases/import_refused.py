"""Hands back the rows that were refused, in a file beside the input, to be mended."""

import csv
import io
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol, runtime_checkable

from dailycontact.core.contact import Problem
from dailycontact.core.guarding import guarded
from dailycontact.people.sources.mended import MEND, REFUSED, first_name_of, name_of_part
from dailycontact.people.sources.sheet import layers
from dailycontact.people.usecases.imports import Imported

MOST_FILES = 1_000


@runtime_checkable
class HandsBack(Protocol):
    """A sheet that hands its refused rows back in its own kind of file."""

    @property
    def ending(self) -> str:
        """The ending of such a file."""
        ...

    def handed_back(self, problems: Iterable[Problem]) -> bytes:
        """Return what was refused, as it came."""
        ...


def write_refused(imported: Imported) -> Path | None:
    """Write the refused rows beside their file, readable by their owner alone; return where.

    Cards are handed back as cards, all else as a table: the cells as they came, guarded where a
    spreadsheet would compute them, behind a column with the reason. A file that is there already
    is kept, and the next number is taken, unless it holds just this. None where nothing was
    refused.

    Raises:
        OSError: the folder does not take it.

    """
    if not imported.refused:
        return None
    content, ending = _handed_back(imported)
    path = imported.recognised.parcel.beside or Path(imported.recognised.name)
    name = name_of_part(first_name_of(path.name), imported.recognised.sheet) + REFUSED
    for number in range(1, MOST_FILES):
        mark = f".{number}" if number > 1 else ""
        place = path.with_name(f"{name}{mark}{ending}")
        if not os.path.lexists(place):
            _write(place, content)
            return place
        if place.is_file() and place.read_bytes() == content:
            return place
    raise FileExistsError(17, f"there are {MOST_FILES - 1} such files already")


def _handed_back(imported: Imported) -> tuple[bytes, str]:
    """Return what the file holds, and its ending."""
    for each in layers(imported.recognised.sheet):  # an export of ours has the file in it
        if isinstance(each, HandsBack):
            return each.handed_back(imported.refused), each.ending
    return _table(imported), ".csv"


def _table(imported: Imported) -> bytes:
    """Return the rows as UTF-8 with its mark, so that spreadsheets read it too."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=imported.recognised.sheet.delimiter)
    writer.writerow([MEND, *map(guarded, imported.recognised.sheet.headers)])
    for problem in imported.refused:
        writer.writerow([_reason(problem), *map(guarded, problem.row)])
    return text.getvalue().encode("utf-8-sig")


def _reason(problem: Problem) -> str:
    column = f", {problem.column}" if problem.column else ""
    return f"line {problem.line}{column}: {problem.reason}"


def _write(place: Path, content: bytes) -> None:
    """Write under another name first, so that the file is whole or not there."""
    unfinished = place.with_name(f".{place.name}.{os.getpid()}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(unfinished, place)  # noqa: PTH105 - beside os.open
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        raise
