"""Knows the rows below the people: who made a report, when, and that it is confidential."""

import re
from collections.abc import Iterator, Sequence

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
_SMALL_NUMBER = re.compile(r"[\d.,]{0,6}")


def footers(
    rows: Rows, columns: Rows, lines: Sequence[int], names: Sequence[str], *, report: bool
) -> set[int]:
    """Return which rows of a block are below the people.

    These are rows of which only the first cell is filled, in a report; elsewhere those that say
    what footers say, what stands below these, and above them as far as a blank line; and words
    that are in no column of names. Besides, totals.
    """
    if len(columns) <= 1:
        return set()
    totals = set() if TOTALS.isdisjoint(columns[0]) else set(_totals(rows))
    if any("" not in column for column in columns[1:]):
        return totals
    lone = {at for at, row in enumerate(rows) if row[0] and not any(row[1:])}
    if report or not lone:
        return lone | totals
    found = {at for at in lone if _SAYS_FOOTER.search(rows[at][0])}
    found |= set(_beside(found, lone, lines))
    return found | totals | {at for at in lone if not names[at] and _is_phrase(rows[at][0])}


def _beside(found: set[int], lone: set[int], lines: Sequence[int]) -> Iterator[int]:
    for start in found:
        below = start + 1
        while below in lone:
            yield below
            below += 1
        above = start
        while above - 1 in lone and lines[above] - lines[above - 1] == 1:
            above -= 1
        stands_apart = above > 0 and lines[above] - lines[above - 1] > 1
        if stands_apart:
            yield from range(above, start)


def _totals(rows: Rows) -> Iterator[int]:
    for at, row in enumerate(rows):
        if row[0] in TOTALS and any(row[1:]) and all(map(_SMALL_NUMBER.fullmatch, row[1:])):
            yield at


def _is_phrase(cell: str) -> bool:
    return " " in cell.strip() and any(map(str.isalpha, cell))
