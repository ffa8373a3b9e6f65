"""Reads delimited text: what Excel, the CRMs and the address books call CSV, as it comes."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import islice

from dailycontact.people.sources import text
from dailycontact.people.sources.aliases import recognised
from dailycontact.people.sources.delimited import Record, TextSheet, leniently, lines_of
from dailycontact.people.sources.headers import HEADER_WITHIN, header_among, is_data
from dailycontact.people.sources.sheet import MOST_COLUMNS, MOST_ROWS, TooManyRows, distinct

DELIMITERS = (",", ";", "\t", "|")
SNIFFED_LINES = 50

_SEP_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?[;,]*\s*', re.IGNORECASE)


def read(
    data: bytes,
    *,
    file: str = "the input",
    encoding: str | None = None,
    expected: Collection[str] = (),
    sheet: str | None = None,  # noqa: ARG001 - a text has only one
    large: bool = False,
) -> TextSheet:
    """Open a delimited text, at most 50 MB and 200,000 rows, and find its delimiter and headers.

    `file` is what to call it, `expected` headers that the leader named; `large` allows more rows.
    Raises FileUnreadable, Undecodable, NulCharacter, UnclosedQuote, TooManyRows; UnknownEncoding.
    """
    decoded = text.decode(data, file=file, encoding=encoding)
    delimiter, start = _delimiter_of(decoded.content, expected)
    found = TextSheet(
        file=file,
        encoding=decoded.encoding,
        guessed=decoded.guessed,
        delimiter=delimiter,
        headers=(),
        first_line=start,
        content=decoded.content,
    )
    found = _with_headers(found, expected)
    return found if large else _within_limits(found)


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
    header = rows[header_among(rows, expected)]
    alike = sum(len(row) == len(header) for row in rows) / len(rows)
    hits = recognised(header, expected)
    return (hits if hits > 1 else 0), (alike if len(header) > 1 else 0), len(header)


def _with_headers(sheet: TextSheet, expected: Collection[str]) -> TextSheet:
    """Find the header row; where the first row is data, call the columns Column 1, Column 2."""
    records = list(islice(filter(_is_filled, sheet.records(sheet.first_line)), HEADER_WITHIN))
    if not records:
        raise text.FileUnreadable(f"{sheet.file} has no rows: export it again.")
    line, cells, below = records[header_among([cells for _, cells, _ in records], expected)]
    if len(cells) > MOST_COLUMNS:
        raise TooManyRows(
            f"{sheet.file} has {len(cells):,} columns; {MOST_COLUMNS:,} are the most."
        )
    if is_data(cells, expected):
        return replace(sheet, headers=distinct([""] * len(cells)), first_line=line)
    return replace(sheet, headers=distinct(cells), first_line=below)


def _is_filled(record: Record) -> bool:
    return any(map(str.strip, record[1]))


def _within_limits(sheet: TextSheet) -> TextSheet:
    """Refuse more than 200,000 rows; a file with fewer lines need not be counted."""
    if max(sheet.content.count(b"\n"), sheet.content.count(b"\r")) > MOST_ROWS:
        rows = sum(len(block.lines) for block in sheet.blocks())
        if rows > MOST_ROWS:
            raise TooManyRows(
                f"{sheet.file} has {rows:,} rows; {MOST_ROWS:,} are the most at once: split it."
            )
    return sheet
