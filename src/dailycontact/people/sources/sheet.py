"""A sheet is a table of people, whatever kind of file it came from: headers, and rows below them.

Delimited text, workbooks, address cards and our own exports all become one; what its columns mean
is decided once, for all of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from dailycontact.core.contact import Problem
from dailycontact.errors import BadInput

LONGEST_CELL = 10_000
MOST_ROWS = 200_000
LARGE_ROWS = 2_000_000
"""What is read of one file with --large."""
MOST_COLUMNS = 1_000
ROWS_AT_ONCE = 2_000

Row = tuple[int, Sequence[str]]


class TooManyRows(BadInput):
    """The file has more rows, or more columns, than can be read at once."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """Some rows as wide as the headers, the line of each, and what was refused among them.

    `skipped` counts, by reason, what is nobody: the groups of an address book.
    """

    lines: Sequence[int]
    rows: Sequence[Sequence[str]]
    problems: tuple[Problem, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)


class Sheet(Protocol):
    """A table in a file: what it is called, how it was read, its headers, and its rows when asked.

    `encoding` is "" where a kind of file leaves no choice, and `guessed` says that nothing proves
    it; `delimiter` stands between the cells of the rows that are handed back.
    """

    @property
    def file(self) -> str:
        """What to call it: the file's name."""
        ...

    @property
    def encoding(self) -> str:
        """How its letters are written."""
        ...

    @property
    def guessed(self) -> bool:
        """Whether the encoding is only a guess."""
        ...

    @property
    def delimiter(self) -> str:
        """What stands between the cells of rows that are handed back."""
        ...

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers, each once."""
        ...

    @property
    def most_rows(self) -> int:
        """How many rows it has at the most, without reading them."""
        ...

    def blocks(self) -> Iterator[Block]:
        """Yield the rows some thousand at a time; raises BadInput where it cannot go on."""
        ...


@runtime_checkable
class Named(Protocol):
    """A sheet of a workbook with several: its name, and where it was named, its part in sources."""

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        ...

    @property
    def part(self) -> str:
        """The same where the leader named it and another would have been read; else ""."""
        ...


@dataclass(frozen=True, kw_only=True)
class Wrapped:
    """A sheet whose cells are read in another way; what says how to call it stays."""

    inner: Sheet

    @property
    def file(self) -> str:
        """What to call it: the file's name."""
        return self.inner.file

    @property
    def encoding(self) -> str:
        """How its letters are written."""
        return self.inner.encoding

    @property
    def guessed(self) -> bool:
        """Whether the encoding is only a guess."""
        return self.inner.guessed

    @property
    def delimiter(self) -> str:
        """What stands between the cells of rows that are handed back."""
        return self.inner.delimiter

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers, each once."""
        return self.inner.headers

    @property
    def most_rows(self) -> int:
        """How many rows it has at the most, without reading them."""
        return self.inner.most_rows

    def blocks(self) -> Iterator[Block]:
        """Yield the rows some thousand at a time; raises what the sheet raises."""
        return self.inner.blocks()


def layers(sheet: Sheet) -> Iterator[Sheet]:
    """Yield a sheet, and each sheet that it wraps; the last is the file's own."""
    yield sheet
    while isinstance(sheet, Wrapped):
        sheet = sheet.inner
        yield sheet


def rows_of(sheet: Sheet) -> Iterator[Row | Problem]:
    """Yield each row as its line and one cell for each header, or what is wrong with it."""
    for block in sheet.blocks():
        yield from zip(block.lines, block.rows, strict=True)
        yield from block.problems


def fitted(file: str, headers: Sequence[str], numbered: Iterable[tuple[int, list[str]]]) -> Block:
    """Pad the short rows, pass over the blank ones, refuse those that cannot be right."""
    good: list[tuple[int, list[str]]] = []
    problems = []
    for line, cells in numbered:
        if not any(map(str.strip, cells)):
            continue
        problem = _problem_with(file, headers, line, cells)
        if problem:
            problems.append(problem)
        else:
            missing = [""] * (len(headers) - len(cells))
            good.append((line, [*cells[: len(headers)], *missing]))
    return Block(
        lines=[line for line, _ in good],
        rows=[cells for _, cells in good],
        problems=tuple(problems),
    )


def distinct(headers: Sequence[str]) -> tuple[str, ...]:
    """Name the blank headers by their place, and number those that come twice: Phone, Phone (2)."""
    names: dict[str, None] = {}
    for place, header in enumerate(headers, start=1):
        name = wanted = " ".join(header.split()) or f"Column {place}"
        count = 1
        while name in names:
            count += 1
            name = f"{wanted} ({count})"
        names[name] = None
    return tuple(names)


def _problem_with(
    file: str, headers: Sequence[str], line: int, cells: Sequence[str]
) -> Problem | None:
    width = len(headers)
    beyond = next(filter(str.strip, cells[width:]), "")
    if beyond:
        return Problem(
            file=file,
            line=line,
            reason=f"the row has {len(cells)} cells, but there are {width} headers",
            value=beyond,
            row=tuple(cells),
        )
    for header, cell in zip(headers, cells, strict=False):
        fault = _fault_of(cell)
        if fault:
            return Problem(
                file=file,
                line=line,
                reason=fault,
                column=header,
                value=cell,
                row=tuple(cells),
            )
    return None


def _fault_of(cell: str) -> str:
    if len(cell) > LONGEST_CELL:
        return f"the cell has {len(cell):,} characters, {LONGEST_CELL:,} are the most"
    return "the cell holds a NUL character, which no text does" if "\0" in cell else ""
