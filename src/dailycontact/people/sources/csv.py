"""Reads delimited text: what Excel, the CRMs and the address books call CSV, as it comes."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import islice

from dailycontact.people.sources import text
from dailycontact.people.sources.aliases import recognised
from dailycontact.people.sources.delimited import (
    Record,
    TextSheet,
    count_lines,
    is_well_quoted,
    leniently,
    lines_of,
    longest_line_of,
)
from dailycontact.people.sources.headers import HEADER_WITHIN, header_among, is_data
from dailycontact.people.sources.sheet import (
    LARGE_ROWS,
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    TooManyRows,
    distinct,
)

DELIMITERS = (",", ";", "\t", "|")
SNIFFED_LINES = 50
SNIFFED_CHARACTERS = 10_000
"""Of each of these lines."""
LONGEST_LINE = MOST_COLUMNS * LONGEST_CELL
LINES_A_ROW = 10
"""Lines that a row may have on average, blank ones included."""

_SEP_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?[;,]*\s*', re.IGNORECASE)
_ESCAPED = re.compile(rb'\\(["\\])')


def read(
    data: bytes,
    *,
    file: str = "the input",
    encoding: str | None = None,
    expected: Collection[str] = (),
    sheet: str | None = None,  # noqa: ARG001 - a text has only one
    large: bool = False,
) -> TextSheet:
    """Open a delimited text and find its delimiter and headers.

    `file` is what to call it, `expected` headers that the leader named. At most 50 MB and 200,000
    rows; `large` allows 1 GB and 2,000,000.
    Raises FileUnreadable, Undecodable, NulCharacter, UnclosedQuote, TooManyRows; UnknownEncoding.
    """
    decoded = text.decode(data, file=file, encoding=encoding, large=large)
    content = _unwrapped(decoded.content, expected)
    delimiter, start = _delimiter_of(content, expected)
    content = _without_escapes(content, delimiter)
    found = TextSheet(
        file=file,
        encoding=decoded.encoding,
        guessed=decoded.guessed,
        delimiter=delimiter,
        headers=(),
        header_row=[],
        first_line=start,
        lines=count_lines(content),
        longest_line=longest_line_of(content),
        content=content,
    )
    most = LARGE_ROWS if large else MOST_ROWS
    _require_lines(found, most)
    found = _with_headers(found, expected)
    _require_rows(found, most, large=large)
    return found


def _delimiter_of(content: bytes, expected: Collection[str]) -> tuple[str, int]:
    """Return the delimiter, by `sep=` or by what fits best, and the line to start at."""
    sample = [line[:SNIFFED_CHARACTERS] for line in islice(lines_of(content), SNIFFED_LINES)]
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
    rows = [cells[: MOST_COLUMNS + 1] for _, cells, _ in records]
    line, cells, below = records[header_among(rows, expected)]
    if len(cells) > MOST_COLUMNS:
        raise TooManyRows(
            f"{sheet.file} has {len(cells):,} columns; {MOST_COLUMNS:,} are the most: "
            "export only those that you need."
        )
    if any("\0" in cell for cell in cells):
        raise text.nul_at(sheet.file, line)
    if is_data(cells, expected):
        return replace(sheet, headers=distinct([""] * len(cells)), first_line=line)
    # Headers that nobody knows may be a customer, who may well come twice.
    header_row = cells if recognised(cells, expected) > 1 else []
    return replace(sheet, headers=distinct(cells), header_row=header_row, first_line=below)


def _is_filled(record: Record) -> bool:
    return any(map(str.strip, record[1]))


def _unwrapped(content: bytes, expected: Collection[str]) -> bytes:
    """Take off the quotation marks that spreadsheets put around whole lines of a pasted text."""
    first = next(lines_of(content))[:SNIFFED_CHARACTERS]
    cells = next(leniently([first], DELIMITERS[0]), [])
    if not first.startswith('"') or len(cells) != 1 or not _holds_headers(cells[0], expected):
        return content
    if not is_well_quoted(content, DELIMITERS[0]):
        return content
    lines = []
    for record in leniently(lines_of(content), DELIMITERS[0]):
        if len(record) > 1 or text.line_breaks("".join(record)):
            return content
        lines.append("".join(record))
    return "\n".join(lines).encode()


def _holds_headers(cell: str, expected: Collection[str]) -> bool:
    return any(
        recognised(row, expected) > 1
        for delimiter in DELIMITERS
        for row in leniently([cell], delimiter)
    )


def _without_escapes(content: bytes, delimiter: str) -> bytes:
    r"""Double the quotes that a file escapes as \", where it cannot be read otherwise."""
    if b"\\" not in content or b'\\"' not in content or is_well_quoted(content, delimiter):
        return content
    doubled = _ESCAPED.sub(lambda found: b'""' if found[1] == b'"' else b"\\", content)
    return doubled if is_well_quoted(doubled, delimiter) else content


def _require_lines(sheet: TextSheet, most: int) -> None:
    """Refuse what no table is, before it is read: it would take minutes, and all of the memory."""
    if sheet.longest_line > LONGEST_LINE:
        raise text.FileUnreadable(
            f"{sheet.file} has a line of {sheet.longest_line:,} characters, so it is no table: "
            "export it again."
        )
    if sheet.most_rows > most * LINES_A_ROW:
        raise TooManyRows(
            f"{sheet.file} has {sheet.most_rows:,} lines; {most * LINES_A_ROW:,} are the most "
            "at once: split it."
        )


def _require_rows(sheet: TextSheet, most: int, *, large: bool) -> None:
    """Refuse too many rows; a file with fewer lines need not be counted."""
    if sheet.most_rows <= most:
        return
    rows = 0
    for block in sheet.blocks():
        rows += len(block.lines) + len(block.problems)
        if rows > most:
            hint = "split it" if large else "split it, or add --large"
            raise TooManyRows(
                f"{sheet.file} has more than {most:,} rows, the most at once: {hint}."
            )
