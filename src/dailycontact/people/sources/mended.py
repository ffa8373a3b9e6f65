"""Rows that were refused and come back: they are taken as they were, without what we put in.

A file of refused rows begins with a column that says why, and what a spreadsheet would compute is
guarded in it. Both are taken off again, so that a mended row is what it was in its own file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from dailycontact.core.guarding import unguarded
from dailycontact.people.sources.sheet import Block, Named, Sheet, Wrapped

MEND = "What to mend"
REFUSED = ".refused"

_REFUSED = re.compile(r"\.refused(?:\.\d+)?$")


@dataclass(frozen=True, kw_only=True)
class MendedSheet(Wrapped):
    """A table of rows that were refused before, as its rows stood in the first file."""

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers of the first file."""
        return tuple(map(unguarded, self.inner.headers[1:]))

    def blocks(self) -> Iterator[Block]:
        """Yield the rows some thousand at a time; raises what the sheet raises."""
        for block in self.inner.blocks():
            problems = (replace(one, row=_as_it_was(one.row)) for one in block.problems)
            rows = [_as_it_was(row) for row in block.rows]
            yield replace(block, rows=rows, problems=tuple(problems))


def as_it_was(sheet: Sheet) -> Sheet:
    """Return a sheet of refused rows without our additions; any other sheet as it is."""
    return MendedSheet(inner=sheet) if sheet.headers[:1] == (MEND,) else sheet


def first_name_of(file: str) -> str:
    """Return what a file was called before its rows were refused, without its ending."""
    return _REFUSED.sub("", PurePath(file).stem)


def name_of_part(name: str, sheet: Sheet) -> str:
    """Return a file's name, and that of its sheet where another would have been read unasked."""
    return f"{name} {sheet.part}" if isinstance(sheet, Named) and sheet.part else name


def _as_it_was(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(unguarded, row[1:]))
