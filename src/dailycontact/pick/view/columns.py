"""Rows in columns, quietly: for the plan, whose lines are read from left to right."""

from collections.abc import Collection, Iterable, Sequence

from dailycontact.terminal.card import MARGIN, Part
from dailycontact.terminal.door import cells, safe, shorten
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, PLAIN

GAP = 2
BETWEEN = 3
"""Columns between two halves of the screen."""
NARROWEST = 34
"""Columns below which half a screen holds no name."""
ROOMY = 44
"""Columns from which on there is room for more than a name."""
WIDEST = 56
"""Columns of one of two halves: beyond, the eye loses the line."""
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


def side_by_side(rows: Sequence[tuple[str, str, str, str]]) -> Part:
    """Return rows in two columns, read downwards; in one where the screen is narrow.

    A row is what stands first, the middle, what is added to the middle where there is room, and
    what stands at the right end. The middle is shortened, the ends never.
    """
    lines = [[safe(cell) for cell in row] for row in rows]
    first = max((cells(row[0]) for row in lines), default=0)

    def lay_out(width: int) -> Iterable[Line]:
        many = 2 if width - MARGIN >= 2 * NARROWEST + BETWEEN else 1
        room = min(WIDEST, (width - MARGIN - BETWEEN * (many - 1)) // many)
        height = -(-len(lines) // many)
        for at in range(height):
            cut = [_fitted(row, first, room) for row in lines[at::height]]
            yield Line(" " * MARGIN, *_joined(cut))

    return Part(lay_out)


def _fitted(row: Sequence[str], first: int, room: int) -> tuple[str, str, str]:
    left = row[0] + " " * (first - cells(row[0]) + GAP)
    right = f"  {row[3]}" if row[3] else ""
    whole = row[1] + row[2] if room >= ROOMY else row[1]
    middle = shorten(whole, room - cells(left) - cells(right))
    return left, middle, " " * (room - cells(left + middle + right)) + right


def _joined(cut: Sequence[tuple[str, str, str]]) -> Iterable[str | tuple[str, str]]:
    for at, (left, middle, right) in enumerate(cut):
        last = at == len(cut) - 1
        yield left
        yield middle.rstrip() if last and not right.strip() else middle
        if right.strip() or not last:
            yield right + ("" if last else " " * BETWEEN), LABEL


def _line(row: Sequence[str], widths: Sequence[int], right: Collection[int], style: str) -> Line:
    text = " " * MARGIN
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        fitting = shorten(cell, width)
        room = " " * (width - cells(fitting))
        text += (" " * GAP if at else "") + (room + fitting if at in right else fitting + room)
    return Line((text.rstrip(), style))
