"""The tables of a report on a screen: columns below each other, or rows as a few lines each."""

from collections.abc import Iterator, Sequence

from dailycontact.report.rule.page import Grid
from dailycontact.terminal.card import Part
from dailycontact.terminal.door import cells, safe
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

INDENT = 3
STEP = 4
"""How much further in stands what belongs to a row that is shown as a few lines."""
GAP = 2
NARROWEST = 8
"""Columns below which no cell is folded."""
MOST_LINES = 2
"""Lines of a row; where one would need more, each row is shown as an entry."""
FEWEST_COLUMNS = 3
"""Columns of a table whose rows can be entries: who, how long, and at least one more thing."""


def grid_part(grid: Grid) -> Part:
    """Return a table as wide as there is room; the widest columns give way first.

    Where a row has more than one line, an empty one keeps it apart from the next. Where columns
    would be too narrow to be read, each row is an entry: the first two cells on one line, and each
    of the others on a line of its own below.
    """

    def lay_out(width: int) -> Iterator[Line]:
        rows = [[safe(cell) for cell in row] for row in grid.rows]
        titles = [safe(title) for title in grid.columns]
        widths = _widths([titles, *rows], width - INDENT)
        lines = [list(_row(grid, row, widths)) for row in rows]
        words = not grid.numeric and len(titles) >= FEWEST_COLUMNS
        if words and any(len(each) > MOST_LINES for each in lines):
            for row in rows:
                yield from _entry(row, width)
            return
        yield from _row(grid, titles, widths, LABEL)
        apart = any(len(each) > 1 for each in lines)
        for place, each in enumerate(lines):
            if apart and place:
                yield Line()
            yield from each

    return Part(lay_out)


def _entry(row: Sequence[str], width: int) -> Iterator[Line]:
    """Yield a row as an entry: what it is of and, at the right, the next; the rest below."""
    first, second, *rest = row
    room = width - INDENT
    names = Line((first, NAME)).folded(max(NARROWEST, room - cells(second) - GAP))
    blanks = " " * max(GAP, room - names[0].width - cells(second))
    yield Line(" " * INDENT, names[0], blanks, (second, LABEL))
    yield from (Line(" " * INDENT, more) for more in names[1:])
    for place, cell in enumerate(rest, start=1):
        style = LABEL if place == len(rest) > 1 else ""
        for part in Line((cell, style)).folded(room - STEP):
            yield Line(" " * (INDENT + STEP), part)


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
