"""Reads delimited text: what Excel, the CRMs and the address books call CSV, as it comes."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from pathlib import Path

from dailycontact.errors import BadInput
from dailycontact.people.sources import text
from dailycontact.people.sources.aliases import recognised
from dailycontact.people.sources.sheet import Record, Sheet, leniently, lines_of

DELIMITERS = (",", ";", "\t", "|")
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
HEADER_WITHIN = 20
SNIFFED_LINES = 50

_SEP_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?[;,]*\s*', re.IGNORECASE)
_DATA_CELL = re.compile(r"[+(\d][\d\s().,/-]*|\S+@\S+")


class TooManyRows(BadInput):
    """The file has more rows, or more columns, than can be read at once."""


def read(
    source: Path | bytes,
    *,
    file: str | None = None,
    encoding: str | None = None,
    expected: Collection[str] = (),
) -> Sheet:
    """Open a delimited text, at most 50 MB and 200,000 rows, and find its delimiter and headers.

    `file` is what to call it (its name, unless given), `expected` headers that the leader named.
    Raises FileUnreadable, Undecodable, NulCharacter, UnclosedQuote, TooManyRows; UnknownEncoding.
    """
    name = file or ("the input" if isinstance(source, bytes) else source.name)
    data = source if isinstance(source, bytes) else text.load(source)
    decoded = text.decode(data, file=name, encoding=encoding)
    delimiter, start = _delimiter_of(decoded.content, expected)
    sheet = Sheet(
        file=name,
        encoding=decoded.encoding,
        guessed=decoded.guessed,
        delimiter=delimiter,
        headers=(),
        first_line=start,
        content=decoded.content,
    )
    return _within_limits(_with_headers(sheet, expected))


def _delimiter_of(content: bytes, expected: Collection[str]) -> tuple[str, int]:
    """Return the delimiter, by `sep=` or by what fits best, and the line to start at."""
    sample = list(islice(lines_of(content), SNIFFED_LINES))
    declared = _SEP_LINE.fullmatch(sample[0])
    if declared:
        return declared[1], 2
    return max(DELIMITERS, key=lambda delimiter: _fit(sample, delimiter, expected)), 1


def _fit(
    sample: Iterable[str], delimiter: str, expected: Collection[str]
) -> tuple[int, float, int]:
    """Rate a delimiter: the headers it brings to light, the rows as wide as these, the width."""
    rows = [row for row in leniently(sample, delimiter) if any(map(str.strip, row))]
    if not rows:
        return 0, 1, 0  # nothing but this delimiter
    header = rows[_header_among(rows, expected)]
    alike = sum(len(row) == len(header) for row in rows) / len(rows)
    hits = recognised(header, expected)
    return (hits if hits > 1 else 0), (alike if len(header) > 1 else 0), len(header)


def _header_among(rows: Sequence[Sequence[str]], expected: Collection[str]) -> int:
    """Return which row holds the headers: the first with two that are known.

    Where there is none, it is the first row that is no title alone on its line.
    """
    known = [recognised(row, expected) for row in rows[:HEADER_WITHIN]]
    if max(known) > 1:
        return next(number for number, hits in enumerate(known) if hits > 1)
    titles = takewhile(lambda row: sum(map(bool, map(str.strip, row))) == 1, rows)
    below = sum(1 for _ in titles)
    return 0 if known[0] or below == len(rows) else below


def _with_headers(sheet: Sheet, expected: Collection[str]) -> Sheet:
    """Find the header row; where the first row is data, call the columns Column 1, Column 2."""
    records = list(islice(filter(_is_filled, sheet.records(sheet.first_line)), HEADER_WITHIN))
    if not records:
        raise text.FileUnreadable(f"{sheet.file} has no rows: export it again.")
    line, cells, below = records[_header_among([cells for _, cells, _ in records], expected)]
    if len(cells) > MOST_COLUMNS:
        raise TooManyRows(
            f"{sheet.file} has {len(cells):,} columns; {MOST_COLUMNS:,} are the most."
        )
    if not recognised(cells, expected) and any(map(_DATA_CELL.fullmatch, cells)):
        return replace(sheet, headers=_distinct([""] * len(cells)), first_line=line)
    return replace(sheet, headers=_distinct(cells), first_line=below)


def _is_filled(record: Record) -> bool:
    return any(map(str.strip, record[1]))


def _distinct(headers: Sequence[str]) -> tuple[str, ...]:
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


def _within_limits(sheet: Sheet) -> Sheet:
    """Refuse more than 200,000 rows; a file with fewer lines need not be counted."""
    if max(sheet.content.count(b"\n"), sheet.content.count(b"\r")) > MOST_ROWS:
        rows = sum(len(block.lines) for block in sheet.blocks())
        if rows > MOST_ROWS:
            raise TooManyRows(
                f"{sheet.file} has {rows:,} rows; {MOST_ROWS:,} are the most at once: split it."
            )
    return sheet
