"""The tables of a report on a screen: columns below each other, long cells folded."""

from collections.abc import Iterator, Sequence

from dailycontact.report.rule.page import Grid
from dailycontact.terminal.card import Part
from dailycontact.terminal.door import cells, safe
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL

INDENT = 3
GAP = 2
NARROWEST = 8
"""Columns below which no cell is folded."""


def grid_part(grid: Grid) -> Part:
    """Return a table as wide as there is room; the widest columns give way first.

    Where a row has more than one line, an empty one keeps it apart from the next.
    """

    def lay_out(width: int) -> Iterator[Line]:
        rows = [[safe(cell) for cell in row] for row in grid.rows]
        titles = [safe(title) for title in grid.columns]
        widths = _widths([titles, *rows], width - INDENT)
        yield from _row(grid, titles, widths, LABEL)
        lines = [list(_row(grid, row, widths)) for row in rows]
        apart = any(len(each) > 1 for each in lines)
        for place, each in enumerate(lines):
            if apart and place:
                yield Line()
            yield from each

    return Part(lay_out)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Return how wide each column is, so that all of them fit, if they can."""
    widths = [max(1, *map(cells, column)) for column in zip(*rows, strict=True)]
    room -= GAP * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST:
        widest = max(range(len(widths)), key=lambda at: widths[at])
        widths[widest] -= 1
    return widths


def _row(grid: Grid, row: Sequence[str], widths: Sequence[int], style: str = "") -> Iterator[Line]:
    """Yield the lines of a row; what does not fit beside the rest goes on below."""
    folded = [Line(cell).folded(width) for cell, width in zip(row, widths, strict=True)]
    for place in range(max(map(len, folded))):
        line = Line(" " * INDENT)
        for at, (parts, width) in enumerate(zip(folded, widths, strict=True)):
            text = parts[place].plain if place < len(parts) else ""
            blanks = " " * (width - cells(text))
            said = f"{blanks}{text}" if at in grid.numeric else f"{text}{blanks}"
            line = Line(line, " " * GAP if at else "", (said, style))
        yield line
