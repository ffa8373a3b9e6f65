"""A table as delimited text keeps it, line by line, whatever its quotes and line ends are."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from dailycontact.core.contact import shortened
from dailycontact.errors import BadInput
from dailycontact.people.sources.sheet import LONGEST_CELL, ROWS_AT_ONCE, Block, fitted
from dailycontact.people.sources.text import MOST_BYTES, line_breaks

# A record: its line, its cells, the line below it.
Record = tuple[int, list[str], int]

if TYPE_CHECKING:
    from _csv import Reader

# NUL can stand for the end: a text that holds one is refused before.
_END = "\0"


class UnclosedQuote(BadInput):
    """A quotation mark opens a cell and nothing closes it: it would swallow the rows behind it."""


@dataclass(frozen=True, kw_only=True)
class TextSheet:
    """A table in a delimited text.

    `first_line` is the line of the first row below the headers; `content` is the file as UTF-8.
    """

    file: str
    encoding: str
    guessed: bool
    delimiter: str
    headers: tuple[str, ...]
    first_line: int
    content: bytes = field(repr=False)

    @property
    def most_rows(self) -> int:
        """How many rows it has at the most, without reading them."""
        lines = self.content.count(b"\n") + (not self.content.endswith(b"\n"))
        return max(lines - self.first_line + 1, 0)

    def blocks(self) -> Iterator[Block]:
        """Yield the rows some thousand at a time, which is far faster; raises UnclosedQuote."""
        reader = _reader(lines_of(self.content, self.first_line), self.delimiter, strict=True)
        line = self.first_line
        long = self._has_long_lines()
        try:
            while records := list(islice(reader, ROWS_AT_ONCE)):
                below = self.first_line + reader.line_num
                if below == line + len(records) and not long and self._in_order(records):
                    yield Block(lines=range(line, below), rows=records)
                else:
                    yield fitted(self.file, self.headers, _numbered(records, line))
                line = below
        except csv.Error:
            numbered = ((at, cells) for at, cells, _ in self.records(line))
            while some := list(islice(numbered, ROWS_AT_ONCE)):
                yield fitted(self.file, self.headers, some)

    def records(self, first_line: int) -> Iterator[Record]:
        """Yield every record from a line on, however wide; raises UnclosedQuote."""
        kept: list[str] = []
        reader = _reader(lines_of(self.content, first_line), self.delimiter, strict=True)
        line = first_line
        while True:
            try:
                for cells in reader:
                    below = first_line + reader.line_num
                    yield line, cells, below
                    line = below
            except csv.Error:
                kept = kept or list(lines_of(self.content))
                below = first_line + reader.line_num
                yield line, self._mended(kept[line - 1 : below - 1], line), below
                line = below
            else:
                return

    def _in_order(self, records: Sequence[Sequence[str]]) -> bool:
        """Say whether all rows are as wide as the headers, and none may be blank."""
        return set(map(len, records)) == {len(self.headers)} and all(map(itemgetter(0), records))

    def _has_long_lines(self) -> bool:
        return max(map(len, io.BytesIO(self.content)), default=0) > LONGEST_CELL

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
        value = shortened(cell.removesuffix(_END).split("\n")[0].strip())
        return UnclosedQuote(
            f"{self.file}, line {opened}: the quotation mark before “{value}” is never closed; "
            "close it or take it out."
        )


def lines_of(content: bytes, first: int = 1) -> Iterator[str]:
    """Iterate over lines, ends and all; a string buffer would take four times the memory."""
    lines = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
    return islice(lines, first - 1, None)


def leniently(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """Read records with whatever quotes there are."""
    return _reader(lines, delimiter, strict=False)


def _reader(lines: Iterable[str], delimiter: str, *, strict: bool) -> "Reader":
    csv.field_size_limit(MOST_BYTES)
    return csv.reader(lines, delimiter=delimiter, strict=strict, skipinitialspace=True)


def _numbered(records: Iterable[list[str]], line: int) -> Iterator[tuple[int, list[str]]]:
    """Give each record its line: one on for the record, and one for each break in its cells."""
    for cells in records:
        yield line, cells
        line += 1 + line_breaks("|".join(cells))
