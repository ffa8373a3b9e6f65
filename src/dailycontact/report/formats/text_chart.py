"""The charts of a report in characters, for a terminal and for mail that is plain text."""

from collections.abc import Iterator

from dailycontact.report.formats.strokes import BLOCKS, Strokes, bar, line, number
from dailycontact.report.rule.page import Chart, ChartKind
from dailycontact.terminal.card import Part
from dailycontact.terminal.door import cells, safe, shorten
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, PLAIN

INDENT = 3
LONGEST_LABEL = 24
"""Columns of a name beside a chart."""
LONGEST_BAR = 30
"""Columns of a bar; a longer one is no easier to read."""
MOST_ROWS = 20
"""Rows of a chart with a row for each label; where there are more, each series is a small line."""
GAP = 2


def chart_part(chart: Chart, strokes: Strokes = BLOCKS) -> Part:
    """Return a chart without its title, as wide as there is room."""

    def lay_out(width: int) -> Iterator[Line]:
        room = width - INDENT
        small = chart.kind is ChartKind.LINES or len(chart.labels) > MOST_ROWS
        rows = _small(chart, strokes, room) if small else _bars(chart, strokes, room)
        return (Line(" " * INDENT, row) for row in rows)

    return Part(lay_out)


def _bars(chart: Chart, strokes: Strokes, room: int) -> Iterator[Line]:
    """Yield a line for each label, with a bar for each series beside the others."""
    labels = [shorten(label, LONGEST_LABEL) for label in chart.labels]
    first = max(cells(label) for label in labels)
    values = [_said(value, chart) for one in chart.series for value in one.values]
    figure = max(map(len, values), default=0)
    column = (room - first) // max(1, len(chart.series)) - GAP
    longest = max(1, min(LONGEST_BAR, column - figure - 1))
    if len(chart.series) > 1:
        names = (_padded(shorten(one.name, column), longest + figure + 1) for one in chart.series)
        yield Line((" " * first + "".join(" " * GAP + name for name in names), LABEL))
    for place, label in enumerate(labels):
        drawn = Line(_padded(label, first))
        for one in chart.series:
            value = one.values[place]
            stroke = bar(value, most=chart.most, room=longest, strokes=strokes)
            said = _padded(f"{stroke} {_said(value, chart)}".strip(), longest + figure + 1)
            drawn = Line(drawn, " " * GAP, (said[: len(stroke)], LABEL), said[len(stroke) :])
        yield drawn


def _said(value: float | None, chart: Chart) -> str:
    """Return a value, with what it counts where there is a bar for each label alone."""
    if chart.kind is not ChartKind.BARS or not chart.unit:
        return number(value)
    unit = chart.unit.removesuffix("s") if value == 1 else chart.unit
    return f"{number(value)} {unit}" if value is not None else number(value)


def _small(chart: Chart, strokes: Strokes, room: int) -> Iterator[Line]:
    """Yield a line for each series: its name, a character a label, and the sum."""
    sums = [number(sum(value or 0 for value in one.values)) for one in chart.series]
    figure = max(map(len, sums), default=0)
    drawn = len(chart.labels)
    longest = max(8, min(LONGEST_LABEL, room - drawn - figure - 2 * GAP))
    names = [shorten(one.name, longest) for one in chart.series]
    first = max(map(cells, names), default=0)
    for one, name, total in zip(chart.series, names, sums, strict=True):
        stroke = line(one.values, most=chart.most, strokes=strokes)
        yield Line(_padded(name, first), " " * GAP, (stroke, PLAIN), " " * GAP, total.rjust(figure))
    if chart.labels:
        yield Line((" " * (first + GAP) + _span(chart), LABEL))


def _span(chart: Chart) -> str:
    first, last = safe(chart.labels[0]), safe(chart.labels[-1])
    return first if first == last else f"{first} – {last}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
