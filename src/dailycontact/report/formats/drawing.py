"""Where everything in a chart stands, before anything is drawn.

Across, all is in percent of the width, so that a chart fills a phone and a sheet of paper alike
and its letters keep their size; downwards, all is in pixels at the usual size of letters.
"""

import math
from dataclasses import dataclass

from dailycontact.report.rule.page import Chart, Series

PLOT = 128
"""Pixels from the base line of columns up to the line at their top."""
LINE = 22
"""Pixels that a small line may rise."""
NARROWEST = 330
"""Pixels across of a chart on a phone: so many must be enough for the labels below columns."""
LETTER = 7.5
"""Pixels of a letter of a label."""
GAP = 6
"""Pixels between two labels."""
LEFT = 7
"""Percent of the width in which the numbers of the lines behind columns stand."""
FILLED = 0.72
"""How much of the width of a label its columns fill."""
_TOPS = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A bar from left to right; `share` is its length in percent of the longest."""

    label: str
    value: float | None
    share: float


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column; `x` and `width` in percent, `height` in pixels; `of` counts its series from 0."""

    of: int
    x: float
    width: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A label and where its middle is: across in percent, or up in pixels."""

    label: str
    at: float


@dataclass(frozen=True, kw_only=True)
class Columns:
    """Columns beside each other, the labels below them, and the lines behind them."""

    columns: tuple[Column, ...]
    labels: tuple[Tick, ...]
    lines: tuple[Tick, ...]


@dataclass(frozen=True, kw_only=True)
class Trace:
    """One small line: its runs of points (0..100 across, pixels down), and all of it added up."""

    name: str
    runs: tuple[tuple[tuple[float, float], ...], ...]
    total: float
    end: tuple[float, float] | None


def number(value: float | None) -> str:
    """Return a number as people write it: 1,204 or 2.5; a dash where there is none."""
    return "–" if value is None else f"{value:,.1f}".removesuffix(".0")


def bars(chart: Chart) -> tuple[Bar, ...]:
    """Return a bar for each label of the first series."""
    values: tuple[float | None, ...] = chart.series[0].values if chart.series else ()
    return tuple(
        Bar(label=label, value=value, share=_percent(value or 0, chart.most))
        for label, value in zip(chart.labels, values, strict=False)
    )


def columns(chart: Chart) -> Columns:
    """Return the columns of every series, those of a label beside each other."""
    top = _top(chart.most)
    band = (100 - LEFT) / max(len(chart.labels), 1)
    width = band * FILLED / max(len(chart.series), 1)
    return Columns(
        columns=tuple(
            Column(
                of=which,
                x=round(LEFT + band * at + band * (1 - FILLED) / 2 + width * which, 2),
                width=round(width, 2),
                height=round(PLOT * value / top, 1),
            )
            for which, series in enumerate(chart.series)
            for at, value in enumerate(series.values)
            if value
        ),
        labels=_labels(chart.labels, band),
        lines=tuple(Tick(label=number(part), at=PLOT * part / top) for part in _levels(top)),
    )


def lines(chart: Chart) -> tuple[Trace, ...]:
    """Return a small line for each series, all to the same scale."""
    return tuple(_trace(series, chart.most) for series in chart.series)


def _trace(series: Series, most: float) -> Trace:
    points = [_point(at, value, series, most) for at, value in enumerate(series.values)]
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return Trace(
        name=series.name,
        runs=tuple(tuple(run) for run in runs if run),
        total=sum(value or 0 for value in series.values),
        end=points[-1] if points else None,
    )


def _point(at: int, value: float | None, series: Series, most: float) -> tuple[float, float] | None:
    if value is None:
        return None
    across = at * 100 / max(len(series.values) - 1, 1)
    return round(across, 2), round(LINE * (1 - value / (most or 1)), 1)


def _labels(labels: tuple[str, ...], band: float) -> tuple[Tick, ...]:
    """Return as many labels as there is room for on a phone; the last is always one of them."""
    longest = max(map(len, labels), default=0) * LETTER + GAP
    step = max(1, math.ceil(longest / (NARROWEST * band / 100)))
    return tuple(
        Tick(label=label, at=round(LEFT + band * (at + 0.5), 2))
        for at, label in enumerate(labels)
        if (len(labels) - 1 - at) % step == 0
    )


def _levels(top: float) -> tuple[float, ...]:
    """Return the values at which a line is drawn: the top, and its half where that is whole."""
    return (top, top / 2) if top % 2 == 0 else (top,)


def _top(most: float) -> float:
    """Return a round number that is at least the greatest value."""
    if most <= 0:
        return 1
    unit = 10.0 ** math.floor(math.log10(most))
    top = next(part for part in _TOPS if part * unit >= most * (1 - 1e-9)) * unit
    return max(1, math.ceil(top))


def _percent(value: float, most: float) -> float:
    return round(100 * value / most, 2) if most else 0
