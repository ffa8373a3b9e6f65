"""Knows the rows below the people: who made a report, when, and that it is confidential."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

Rows = Sequence[Sequence[str]]

TOTALS = frozenset({"Total", "Totals", "Grand Total", "Grand Totals", "Summe", "Gesamt"})

_SAYS_FOOTER = re.compile(
    r"copyright\b|\u00a9|confidential information|generated (?:by|on|at)\b|"
    r"exported (?:by|on|from|at)\b|grand totals?\b|records? returned|"
    r"total (?:number of )?(?:records|rows|contacts)|end of (?:report|file)|"
    r"erstellt (?:von|am)\b|gesamtsumme|gesamtergebnis|"
    r"anzahl (?:der )?(?:datens\u00e4tze|kontakte)",
    re.IGNORECASE,
)
_OF_A_TOTAL = re.compile(r"[\d.,]{0,6}|count|sum|records|anzahl|summe", re.IGNORECASE)

WITHIN = 3
"""Columns in which a footer stands: a formatted report leaves the first free."""


def footers(
    rows: Rows, columns: Rows, lines: Sequence[int], names: Sequence[str], *, report: bool
) -> set[int]:
    """Return which rows of a block are below the people.

    These are rows of which only one cell is filled: in a report the last ones, behind a blank line
    if there is any; elsewhere those that say what footers say, what stands below these, and above
    them as far as a blank line; and words that are in no column of names. Besides, totals.
    """
    if len(columns) <= 1:
        return set()
    totals = set() if TOTALS.isdisjoint(columns[0]) else set(_totals(rows))
    if sum("" not in column for column in columns) > 1:
        return totals
    lone = {at: _only(row) for at, row in enumerate(rows) if row.count("") == len(row) - 1}
    lone = {at: cell for at, cell in lone.items() if cell}
    if report:
        return totals | set(_last_of(lone, lines))
    found = {at for at, cell in lone.items() if _SAYS_FOOTER.search(cell)}
    if len(lone) == len(rows) > len(found):
        # Where all rows have a name alone, that is no sign: a customer may be Total Records Ltd.
        found &= set(_at_the_end(found, len(rows)))
    else:
        found |= set(_beside(found, lone, lines))
    return found | totals | {at for at, cell in lone.items() if not names[at] and _is_phrase(cell)}


def _only(row: Sequence[str]) -> str:
    """Return the only cell that is filled, "" where it stands too far right for a footer."""
    return next(filter(None, row[:WITHIN]), "")


def _at_the_end(found: Collection[int], rows: int) -> Iterator[int]:
    """Yield the last rows, as long as they are among these."""
    at = rows - 1
    while at in found:
        yield at
        at -= 1


def _last_of(lone: Mapping[int, str], lines: Sequence[int]) -> Sequence[int]:
    """Return the lone rows below everybody: from a blank line or what says it is a footer on."""
    last = sorted(_at_the_end(lone, len(lines)))
    starts = (
        at for at in last if (at and lines[at] - lines[at - 1] > 1) or _SAYS_FOOTER.search(lone[at])
    )
    first = next(starts, None)
    return last if first is None else [at for at in last if at >= first]


def _beside(found: set[int], lone: Collection[int], lines: Sequence[int]) -> Iterator[int]:
    for start in found:
        below = start + 1
        while below in lone:
            below += 1
        if below == len(lines):
            yield from range(start + 1, below)
        above = start
        while above - 1 in lone and lines[above] - lines[above - 1] == 1:
            above -= 1
        stands_apart = above > 0 and lines[above] - lines[above - 1] > 1
        if stands_apart:
            yield from range(above, start)


def _totals(rows: Rows) -> Iterator[int]:
    for at, row in enumerate(rows):
        if row[0] in TOTALS and any(row[1:]) and all(map(_OF_A_TOTAL.fullmatch, row[1:])):
            yield at


def _is_phrase(cell: str) -> bool:
    letters = sum(map(str.isalpha, cell))
    return " " in cell.strip() and "@" not in cell and letters > sum(map(str.isdigit, cell))
