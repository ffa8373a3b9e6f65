"""Rows in columns, quietly: for the plan, whose lines are read from left to right."""

from collections.abc import Collection, Iterable, Sequence

from dailycontact.terminal.card import MARGIN, Part
from dailycontact.terminal.door import cells, safe, shorten
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, PLAIN

GAP = 2
LEAST = 10
"""Columns that whatever may be shortened keeps in any case."""


def columns(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    right: Collection[int] = (),
    gives_way: int = 0,
) -> Part:
    """Return rows under their headers ("" for none); `right` columns are flush right.

    Where all is wider than the screen, the column `gives_way` is shortened.
    """
    lines = [[safe(cell) for cell in row] for row in rows]
    heads = [list(headers)] if any(headers) else []
    every = [*heads, *lines]
    count = max((len(row) for row in every), default=0)
    widths = [max((cells(row[at]) for row in every), default=0) for at in range(count)]

    def lay_out(width: int) -> Iterable[Line]:
        fitted = list(widths)
        if fitted:
            over = MARGIN + sum(fitted) + GAP * (len(fitted) - 1) - width
            fitted[gives_way] = max(min(LEAST, fitted[gives_way]), fitted[gives_way] - max(0, over))
        for row in every:
            yield _line(row, fitted, right, LABEL if row in heads else PLAIN)

    return Part(lay_out)


def _line(row: Sequence[str], widths: Sequence[int], right: Collection[int], style: str) -> Line:
    text = " " * MARGIN
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        fitting = shorten(cell, width)
        room = " " * (width - cells(fitting))
        text += (" " * GAP if at else "") + (room + fitting if at in right else fitting + room)
    return Line((text.rstrip(), style))
