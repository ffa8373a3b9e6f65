"""Finds the row of headers in a table that may have a title above it, or no headers at all."""

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from dailycontact.people.sources.aliases import recognised

HEADER_WITHIN = 20
"""Rows among which the headers are looked for."""

LONGEST_ADDRESS = 254

_DATA_CELL = re.compile(r"[+(\d][\d\s().,/-]*|\S+@\S+")


def header_among(rows: Sequence[Sequence[str]], expected: Collection[str]) -> int:
    """Return which row holds the headers: the first with two that are known.

    Where there is none, it is the first row that is no title alone on its line.
    """
    known = [recognised(row, expected) for row in rows[:HEADER_WITHIN]]
    if max(known) > 1:
        return next(number for number, hits in enumerate(known) if hits > 1)
    titles = takewhile(lambda row: sum(map(bool, map(str.strip, row))) == 1, rows)
    below = sum(1 for _ in titles)
    return 0 if known[0] or below == len(rows) else below


def is_data(cells: Sequence[str], expected: Collection[str]) -> bool:
    """Say whether a row that should hold the headers is a row of data: there are none.

    So it is where a cell is a number or an address, and where the leader names columns by number.
    """
    if recognised(cells, expected):
        return False
    by_number = bool(expected) and all(map(str.isdecimal, expected))
    short = (cell for cell in cells if len(cell) <= LONGEST_ADDRESS)
    return by_number or any(map(_DATA_CELL.fullmatch, short))
