"""A table as delimited text keeps it, line by line, whatever its quotes and line ends are."""

import csv
import io
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, repeat
from operator import itemgetter
from typing import TYPE_CHECKING

from dailycontact.core.contact import Problem, shortened
from dailycontact.errors import BadInput
from dailycontact.people.sources.sheet import LONGEST_CELL, ROWS_AT_ONCE, Block, fitted
from dailycontact.people.sources.text import LARGE_BYTES, LINE_BREAK, line_breaks

# A record: its line, its cells, the line below it.
Record = tuple[int, list[str], int]

if TYPE_CHECKING:
    from _csv import Reader

MOST_AT_ONCE = 10_000_000
"""Characters of a block, however long its lines are."""
NO_COINCIDENCE = 4
"""Delimiters in the right places that tell swallowed rows from a note of several lines."""

# Half a character can stand for the end: UTF-8 holds none.
_END = "\ud800"


class UnclosedQuote(BadInput):
    """A quotation mark opens a cell and nothing closes it: it would swallow the rows behind it."""


@dataclass(frozen=True, kw_only=True)
class TextSheet:
    """A table in a delimited text.

    `first_line` is the line of the first row below the headers, and `header_row` what these are,
    [] where nobody knows them; `content` is the file as UTF-8, with so many `lines`, none of which
    is longer than `longest_line`.
    """

    file: str
    encoding: str
    guessed: bool
    delimiter: str
    headers: tuple[str, ...]
    header_row: list[str]
    first_line: int
    lines: int
    longest_line: int
    content: bytes = field(repr=False)

    @property
    def most_rows(self) -> int:
        """How many rows it has at the most, without reading them."""
        return max(self.lines - self.first_line + 1, 0)

    def blocks(self) -> Iterator[Block]:
        """Yield the rows some thousand at a time, which is far faster; raises UnclosedQuote."""
        reader = _reader(lines_of(self.content, self.first_line), self.delimiter, strict=True)
        line = self.first_line
        at_once, plain = self._at_once, self._is_plain
        try:
            while records := list(islice(reader, at_once)):
                below = self.first_line + reader.line_num
                if not any(map(any, records)):
                    pass  # blank lines by the thousand
                elif below == line + len(records) and plain and self._in_order(records):
                    yield Block(lines=range(line, below), rows=records)
                else:
                    yield self._fitted(_numbered(records, line))
                line = below
        except csv.Error:
            numbered = ((at, cells) for at, cells, _ in self.records(line))
            while some := list(islice(numbered, at_once)):
                yield self._fitted(some)

    def records(self, first_line: int) -> Iterator[Record]:
        """Yield every record from a line on, however wide; raises UnclosedQuote."""
        taken: list[str] = []
        lines = _noted(lines_of(self.content, first_line), taken)
        reader = _reader(lines, self.delimiter, strict=True)
        line = first_line
        while True:
            try:
                for cells in reader:
                    below = first_line + reader.line_num
                    yield line, cells, below
                    line = below
                    taken.clear()
            except csv.Error:
                below = first_line + reader.line_num
                yield line, self._mended(taken, line), below
                line = below
                taken.clear()
            else:
                return

    @property
    def _at_once(self) -> int:
        return max(min(ROWS_AT_ONCE, MOST_AT_ONCE // max(self.longest_line, 1)), 1)

    @property
    def _is_plain(self) -> bool:
        """Say whether no cell can be too long, or hold a NUL."""
        return self.longest_line <= LONGEST_CELL and b"\0" not in self.content

    def _in_order(self, records: Sequence[Sequence[str]]) -> bool:
        """Say whether all are rows as wide as the headers, and none may be blank."""
        return (
            set(map(len, records)) == {len(self.headers)}
            and (all(map(itemgetter(0), records)) or all(map(str.strip, _first_filled(records))))
            and self.header_row not in records
        )

    def _fitted(self, numbered: Iterable[tuple[int, list[str]]]) -> Block:
        """Fit the rows to the headers; refuse those in which a quotation mark holds others."""
        problems: list[Problem] = []
        good: list[tuple[int, list[str]]] = []
        for line, cells in numbered:
            within = self._rows_within(cells)
            if within:
                problems.append(self._swallowed(line, cells, within))
            elif cells and cells == self.header_row:
                problems.append(self._headers_again(line))
            else:
                good.append((line, cells))
        block = fitted(self.file, self.headers, good)
        every = sorted((*block.problems, *problems), key=lambda problem: problem.line)
        return Block(lines=block.lines, rows=block.rows, problems=tuple(every))

    def _rows_within(self, cells: Sequence[str]) -> int:
        """Count the rows below itself that one row holds in its quotes, or nought.

        A note of several lines is no such row: its lines do not all have as many cells as there
        are headers.
        """
        whole = self.delimiter.join(cells)
        if "\n" not in whole and "\r" not in whole:
            return 0
        between = len(self.headers) - 1
        lines = [line for line in LINE_BREAK.split(whole) if line.strip()]
        if any(line.count(self.delimiter) != between for line in lines):
            return 0
        below = len(lines) - 1
        return below if below * between >= NO_COINCIDENCE else 0

    def _swallowed(self, line: int, cells: Sequence[str], within: int) -> Problem:
        at, cell = next((at, cell) for at, cell in enumerate(cells) if line_breaks(cell))
        below = "row" if within == 1 else f"{within:,} rows"
        return Problem(
            file=self.file,
            line=line,
            column=self.headers[at],
            value=LINE_BREAK.split(cell)[0],
            reason=f"the quotation mark before it swallows the {below} below: take it out",
            row=tuple(cells),
        )

    def _headers_again(self, line: int) -> Problem:
        row = tuple(self.header_row)
        return Problem(file=self.file, line=line, reason="the headers again, and no row", row=row)

    def _mended(self, lines: Sequence[str], line: int) -> list[str]:
        """Read what a strict reader refuses: a stray quote is a letter, an open one an error."""
        records = list(leniently([*lines, _END], self.delimiter))
        if len(lines) == 1 and records[-1] == [_END]:
            return records[0]
        if records[-1] == [_END]:
            # Closed by the quote of a later cell: it was open at the end of the line before.
            lines = lines[:-1]
            records = list(leniently([*lines, _END], self.delimiter))
        raise self._unclosed(lines, line, records[-1][-1])

    def _unclosed(self, lines: Sequence[str], line: int, cell: str) -> UnclosedQuote:
        opened = line + line_breaks("".join(lines)) - line_breaks(cell)
        value = shortened(LINE_BREAK.split(cell.removesuffix(_END))[0].strip())
        return UnclosedQuote(
            f"{self.file}, line {opened}: the quotation mark before “{value}” is never closed; "
            "close it or take it out."
        )


def lines_of(content: bytes, first: int = 1) -> Iterator[str]:
    """Iterate over lines, ends and all; a string buffer would take four times the memory."""
    lines = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
    return islice(lines, first - 1, None)


def count_lines(content: bytes) -> int:
    """Return how many lines a text has, whichever way each of them ends."""
    # Three times as fast as looking at every byte.
    lines = sum(map(bool, io.BytesIO(content)))
    if b"\r" not in content:
        return lines
    alone = content.count(b"\r") - content.count(b"\r\n")
    return lines + alone - content.endswith(b"\r")


def longest_line_of(content: bytes) -> int:
    """Return how many characters the longest line has, or bytes where none is long."""
    longest = max(map(len, io.BytesIO(content)), default=0)
    # Those who end lines in other ways than we do have lines of megabytes here.
    return max(map(len, lines_of(content))) if longest > LONGEST_CELL else longest


def leniently(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """Read records with whatever quotes there are."""
    return _reader(lines, delimiter, strict=False)


def is_well_quoted(content: bytes, delimiter: str) -> bool:
    """Say whether every quotation mark is where the strict would have it."""
    try:
        deque(_reader(lines_of(content), delimiter, strict=True), maxlen=0)
    except csv.Error:
        return False
    return True


def _noted(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    """Pass lines on, and keep them for whoever clears them."""
    for line in lines:
        taken.append(line)
        yield line


def _first_filled(records: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the first cell of each record that is not empty, or nothing; all of it is done in C."""
    return map(next, map(filter, repeat(None), records), repeat(""))


def _reader(lines: Iterable[str], delimiter: str, *, strict: bool) -> "Reader":
    csv.field_size_limit(LARGE_BYTES)
    return csv.reader(lines, delimiter=delimiter, strict=strict, skipinitialspace=True)


def _numbered(records: Iterable[list[str]], line: int) -> Iterator[tuple[int, list[str]]]:
    """Give each record its line: one on for the record, and one for each break in its cells."""
    for cells in records:
        yield line, cells
        line += 1 + line_breaks("|".join(cells))
