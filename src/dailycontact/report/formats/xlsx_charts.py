"""The charts of the workbook: which cells of which sheet each is drawn from.

They point at the cells, so that whoever corrects a number sees the chart move.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dailycontact.report.formats.xlsx_styles import ACCENT, INK, LINES, QUIET, SECOND, Untyped
from dailycontact.report.rule.table import Cell, Table
from dailycontact.terminal.door import safe, shorten

WIDE, HIGH = 560, 300
"""Pixels of a chart."""
MOST_LINES = 6
"""Themes that are drawn; more colours than these nobody can tell apart. The sheet has them all."""
LONGEST_NAME = 40
"""Characters of a theme's name below its chart."""
FEW = 8
"""Up to so many, every whole number has its line."""
BARS = {"type": "bar"}
COLUMNS = {"type": "column"}
STACKED = {"type": "column", "subtype": "stacked"}

_SMALL = {"color": QUIET, "size": 9}
_TITLE = {"color": INK, "size": 12}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One series: its name, and the first and last row and the two columns that it is in."""

    name: str
    rows: tuple[int, int]
    labels: int
    values: int
    colour: str


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """One chart: what kind, its title, what is to be seen in it, and its series."""

    kind: dict[str, str]
    title: str
    seen: str
    unit: str
    table: Table
    lines: tuple[Line, ...]
    days: bool = False
    """Whether its labels are days."""

    @property
    def is_lying(self) -> bool:
        """Whether its bars lie, a label at the left of each."""
        return self.kind is BARS

    @property
    def most(self) -> float:
        """The greatest number in its columns."""
        columns = {line.values for line in self.lines}
        values = (row[at] for row in self.table.rows for at in columns)
        return max((value for value in values if isinstance(value, int | float)), default=0)


def drawings(tables: dict[str, Table]) -> Iterator[Drawing]:
    """Yield the charts for which there are numbers; `tables` are by their names."""
    for made in (_loop, _weeks, _themes, _stages):
        drawing = made(tables)
        if drawing is not None:
            yield drawing


def _loop(tables: dict[str, Table]) -> Drawing | None:
    return _simple(
        tables.get("funnel"),
        kind=BARS,
        title="How far it came",
        seen="How many customers were asked, wished for something, and for how many that was "
        "shared, acted on and told.",
        unit="",
        series=((1, ACCENT),),
    )


def _weeks(tables: dict[str, Table]) -> Drawing | None:
    return _simple(
        tables.get("weeks"),
        kind=COLUMNS,
        title="Calls and conversations by week",
        seen="How many calls were made in each week, and how many of them were conversations.",
        unit="",
        series=((1, ACCENT), (2, SECOND)),
        days=True,
    )


def _stages(tables: dict[str, Table]) -> Drawing | None:
    return _simple(
        tables.get("stages"),
        kind=BARS,
        title="Time through the stages",
        seen="How many working days each step took; half of the wishes took longer.",
        unit="working days (median)",
        series=((1, ACCENT),),
    )


def _simple(
    table: Table | None,
    *,
    kind: dict[str, str],
    title: str,
    seen: str,
    unit: str,
    series: Sequence[tuple[int, str]],
    days: bool = False,
) -> Drawing | None:
    """Return a chart of whole columns of a table; None where there is no number in them."""
    if table is None or not any(row[at] for row in table.rows for at, _ in series):
        return None
    lines = tuple(
        Line(name=table.columns[at].title, rows=(1, len(table.rows)), labels=0, values=at,
             colour=colour)
        for at, colour in series
    )  # fmt: skip
    return Drawing(
        kind=kind, title=title, seen=seen, unit=unit, table=table, lines=lines, days=days
    )


def _themes(tables: dict[str, Table]) -> Drawing | None:
    """Return a colour for each theme; its rows stand below each other, a week each."""
    table = tables.get("themes")
    if table is None or not table.rows:
        return None
    spans: list[tuple[str, int, int]] = []
    for name, rows in groupby(table.rows, key=lambda row: row[0]):
        first = spans[-1][2] + 1 if spans else 1
        spans.append((str(name), first, first + len(list(rows)) - 1))
    return Drawing(
        kind=STACKED,
        title="Themes by week",
        seen="How often each of the themes that were said most came up in each week.",
        unit="",
        table=table,
        lines=tuple(
            Line(name=name, rows=(first, last), labels=1, values=2, colour=colour)
            for (name, first, last), colour in zip(spans, LINES[:MOST_LINES], strict=False)
        ),
        days=True,
    )


def chart_of(workbook: Untyped, drawing: Drawing) -> Untyped:
    """Return a chart, made known to the workbook."""
    chart = workbook.add_chart(drawing.kind)
    for line in drawing.lines:
        chart.add_series(_series(drawing, line))
    if drawing.is_lying:
        chart.set_y_axis({**_labels(drawing), "reverse": True})
        chart.set_x_axis({**_values(drawing), "label_position": "high"})
    else:
        chart.set_x_axis(_labels(drawing))
        chart.set_y_axis(_values(drawing))
    chart.set_title({"name": drawing.title, "overlay": False, "name_font": _TITLE})
    chart.set_legend(
        {"position": "bottom", "font": _SMALL} if len(drawing.lines) > 1 else {"none": True}
    )
    chart.set_size({"width": WIDE, "height": HIGH})
    return chart


def _labels(drawing: Drawing) -> dict[str, object]:
    days = {"num_format": "d mmm"} if drawing.days else {}
    return {"num_font": _SMALL, "text_axis": True, "line": {"color": "#CBD2D9"}, **days}


def _values(drawing: Drawing) -> dict[str, object]:
    lines = {"visible": True, "line": {"color": "#E4E7EB"}}
    name = {"name": drawing.unit, "name_font": {**_SMALL, "bold": False}} if drawing.unit else {}
    # A quarter of a call is no number to draw a line at.
    unit = {"major_unit": 1} if drawing.most <= FEW else {}
    return {"num_font": _SMALL, "min": 0, "major_gridlines": lines, "line": {"none": True},
            **name, **unit}  # fmt: skip


def _series(drawing: Drawing, line: Line) -> dict[str, object]:
    """Return a series, with its values: a workbook that is written row by row forgets them."""
    sheet, (first, last) = drawing.table.title, line.rows
    rows = drawing.table.rows[first - 1 : last]
    series: dict[str, object] = {
        "name": shorten(line.name, LONGEST_NAME),
        "categories": [sheet, first, line.labels, last, line.labels],
        "values": [sheet, first, line.values, last, line.values],
        "categories_data": [_said(row[line.labels]) for row in rows],
        "values_data": [row[line.values] for row in rows],
        "fill": {"color": line.colour},
        "gap": 60,
    }
    if len(drawing.lines) == 1:
        series["data_labels"] = {"value": True, "font": {"color": INK}}
    return series


def _said(cell: Cell) -> str:
    return f"{cell.day} {cell:%b}" if isinstance(cell, date) else safe(cell)
