"""Tables without boxes: calm on a screen, plain in a pipe, whole in both."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from dailycontact.terminal.door import cells, safe
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

NEVER_FOLDED = 12
"""A column no wider than this (numbers, days, stages) keeps its width; the wider ones give way."""

Align = Literal["left", "right"]


def table(
    headers: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    align: Sequence[Align] = (),
) -> "Table":
    """Return a table; long cells fold and the widest columns give way first, nothing is cut.

    `align` says left or right for each column, left where it says nothing. A cell is text (its
    line ends are kept), a Line with styles, or any other value as str() shows it; None is empty.
    """
    from rich.table import Table

    filled = [[_cell(value) for value in row] for row in rows]
    grid = Table(box=None, padding=(0, 1), header_style=LABEL)
    for number, title in enumerate(headers):
        widths = [_widest(row[number].plain) for row in filled if number < len(row)]
        folds = max(widths, default=0) > NEVER_FOLDED
        grid.add_column(
            _cell(title),
            justify=align[number] if number < len(align) else "left",
            overflow="fold",
            no_wrap=not folds,
            min_width=min(NEVER_FOLDED, max(widths)) if folds else None,
        )
    for row in filled:
        grid.add_row(*row)
    return grid


def _cell(value: object) -> "Text":
    from rich.text import Text

    if isinstance(value, Line):
        return Text.assemble(*value.pieces)
    return Text("" if value is None else safe(value, lines=True))


def _widest(text: str) -> int:
    return max(cells(line) for line in text.split("\n"))
