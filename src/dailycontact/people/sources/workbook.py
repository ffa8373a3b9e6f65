"""Reads workbooks (Excel's, old and new, and LibreOffice's): finds the sheet that holds people."""

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from dailycontact.core.references import typed_number
from dailycontact.errors import BadInput, UsageProblem
from dailycontact.people.sources import mapping
from dailycontact.people.sources.aliases import recognised
from dailycontact.people.sources.headers import HEADER_WITHIN, header_among, is_data
from dailycontact.people.sources.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Block,
    TooManyRows,
    distinct,
    fitted,
)
from dailycontact.people.sources.workbook_process import (
    SheetAbout,
    Told,
    ask,
    no_workbook,
    require_harmless,
    too_many_rows,
)

DELIMITER = ","
MOST_OF_ALL = 2_000_000
"""More than a sheet can have."""
SHEETS_TOLD = 20

_OF_CUSTOMERS = re.compile(r"customer|client|kund|contact|kontakt|cliente|mitglied", re.IGNORECASE)
"""What a sheet is called that is meant, rather than that of the staff."""
_UNSAFE = re.compile(r"[^\w .-]")
"""What a sheet's name may hold, and a file's may not."""


class EmptyWorkbook(BadInput):
    """No sheet of the workbook has any rows."""


class NoSuchSheet(UsageProblem):
    """The value of --sheet names no sheet of the workbook."""


@dataclass(frozen=True, kw_only=True)
class GridSheet:
    """A table in a sheet of a workbook; the line of a row is its number in the workbook.

    `sheet` is the sheet's name, `part` the same where the leader named it and another would have
    been read: its customers are told apart from that one's. `others` are the names of sheets that
    hold people too, and `numbers` the headers under which there are numbers as long as a phone:
    such may have lost a zero.
    """

    file: str
    sheet: str
    part: str
    headers: tuple[str, ...]
    others: tuple[str, ...]
    numbers: frozenset[str]
    below: int
    most_rows: int
    encoding: str = ""
    guessed: bool = False
    delimiter: str = DELIMITER
    packed: tuple[bytes, ...] = field(repr=False)

    def blocks(self) -> Iterator[Block]:
        """Yield the rows some thousand at a time."""
        for lines, rows in self._unpacked():
            yield fitted(self.file, self.headers, zip(lines, rows, strict=True))

    def doubts_about(self, columns: mapping.Mapping) -> Iterator[str]:
        """Yield sentences on what may be wrong, given what the columns are taken for."""
        if self.others:
            named = " and ".join(filter(None, (", ".join(self.others[:-1]), self.others[-1])))
            yield (
                f"Only the sheet {self.sheet} is read; {named} may hold people too: "
                "name the one you mean with --sheet."
            )
        for column in columns.columns_for("phone"):
            if column.header in self.numbers:
                yield (
                    f"{column.header} holds numbers, not texts: the workbook may have dropped a "
                    "zero or a plus in front of some phones."
                )

    def _unpacked(self) -> Iterator[tuple[list[int], list[list[str]]]]:
        for chunk in self.packed:
            told = json.loads(chunk)
            above = sum(line < self.below for line in told["lines"])
            yield told["lines"][above:], told["rows"][above:]


@dataclass(frozen=True, kw_only=True)
class _Found:
    """A sheet and its headers: `above` rows come before those of people, which begin at `below`."""

    about: SheetAbout
    headers: tuple[str, ...]
    above: int
    below: int
    rating: tuple[bool, bool, bool, int]


def read(
    data: bytes,
    *,
    file: str,
    encoding: str | None = None,  # noqa: ARG001 - a workbook says it itself
    expected: Collection[str] = (),
    sheet: str | None = None,
    large: bool = False,
) -> GridSheet:
    """Open a workbook, at most 50 MB and 200,000 rows, and find the sheet and its headers.

    `file` is what to call it, `expected` headers that the leader named, `sheet` the name or the
    number from 1 of the sheet that is meant; `large` allows more rows.

    Raises:
        BadInput: it is damaged, protected by a password, empty, or too large.
        NoSuchSheet: there is no sheet of that name or number.

    """
    require_harmless(data, file=file, large=large)
    most_rows = MOST_OF_ALL if large else MOST_ROWS + HEADER_WITHIN
    told = ask(data, file=file, most_rows=most_rows, large=large)
    chosen = _chosen(told.sheets, sheet, expected, file)
    usual = chosen if sheet is None else _chosen(told.sheets, None, expected, file)
    others = _others(chosen, told.sheets) if sheet is None else ()
    number = chosen.about.number
    if told.read != number:
        told = ask(data, file=file, sheet=number, most_rows=most_rows, large=large)
    part = "" if usual.about == chosen.about else _UNSAFE.sub("_", chosen.about.name)
    found = _grid(file, chosen, told, part=part, others=others)
    if found.most_rows > MOST_ROWS and not large:
        raise too_many_rows(file)
    return found


def _grid(
    file: str, chosen: _Found, told: Told, *, part: str, others: tuple[str, ...]
) -> GridSheet:
    lines = sum(len(json.loads(chunk)["lines"]) for chunk in told.chunks)
    return GridSheet(
        file=file,
        sheet=chosen.about.name,
        part=part,
        headers=chosen.headers,
        others=others,
        numbers=frozenset(
            header for place, header in enumerate(chosen.headers) if place in told.numbers
        ),
        below=chosen.below,
        most_rows=lines - chosen.above,
        packed=told.chunks,
    )


def _chosen(
    sheets: Sequence[SheetAbout], wanted: str | None, expected: Collection[str], file: str
) -> _Found:
    """Return the sheet that was named, else the one that looks most like people."""
    if wanted is not None:
        about = _named(sheets, wanted, file)
        if about.damaged:
            raise no_workbook(file)
        if not about.top:
            raise EmptyWorkbook(f"{file}: the sheet “{about.name}” is empty; choose another.")
        return _looked_at(about, expected, file)
    filled = [about for about in sheets if about.top]
    if not filled:
        if any(about.damaged for about in sheets):
            raise no_workbook(file)
        raise EmptyWorkbook(f"{file} has no rows in any sheet: export it again.")
    best = [about for about in filled if about.is_table and not about.is_hidden] or filled
    return max((_looked_at(about, expected, file) for about in best), key=lambda one: one.rating)


def _named(sheets: Sequence[SheetAbout], wanted: str, file: str) -> SheetAbout:
    for about in sheets:
        if about.name.strip().casefold() == wanted.strip().casefold():
            return about
    place = typed_number(wanted)
    if place is not None and 0 < place <= len(sheets):
        return sheets[place - 1]
    names = ", ".join(f"“{about.name}”" for about in sheets[:SHEETS_TOLD])
    raise NoSuchSheet(f"--sheet {wanted}: there is no such sheet in {file}; it has {names}.")


def _looked_at(about: SheetAbout, expected: Collection[str], file: str = "") -> _Found:
    """Find the headers of a sheet, and say how much they look like those of people."""
    rows = [cells for _, cells in about.top]
    at = header_among(rows, expected)
    line, cells = about.top[at]
    named = not is_data(cells, expected)
    headers = distinct(_widened(about, line, cells if named else [], file))
    columns = mapping.recognise(headers, overrides={})
    reachable = bool(columns.columns_for("phone") or columns.columns_for("email"))
    return _Found(
        about=about,
        headers=headers,
        above=at + named,
        below=line + named,
        rating=(
            columns.names_somebody,
            reachable,
            bool(_OF_CUSTOMERS.search(about.name)),
            recognised(headers, expected),
        ),
    )


def _widened(about: SheetAbout, line: int, cells: Sequence[str], file: str) -> list[str]:
    """Return a header for every column: a merged one for all that it covers, "" where none is."""
    headers = list(cells)
    for row, first, last in about.merged:
        if row == line and last < len(headers):
            headers[first : last + 1] = [headers[first]] * (last + 1 - first)
    while headers and not headers[-1].strip():
        headers.pop()
    if len(headers) > MOST_COLUMNS:
        raise TooManyRows(f"{file} has {len(headers):,} columns; {MOST_COLUMNS:,} are the most.")
    return headers + [""] * (min(about.width, MOST_COLUMNS) - len(headers))


def _others(chosen: _Found, sheets: Sequence[SheetAbout]) -> tuple[str, ...]:
    """Return the names of the other sheets that seem to hold people too."""
    return tuple(
        about.name
        for about in sheets
        if about.top and about.is_table and about != chosen.about and not about.is_hidden
        if all(_looked_at(about, ()).rating[:2])
    )
