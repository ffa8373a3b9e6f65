"""How often something was said, week by week, and how that looks on one line."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

WEEKS = 12
"""How many weeks a trend looks back, this week included."""

_BARS = "▁▂▃▄▅▆▇█"
_LEAST_HIGH = 4
"""The number that fills a bar at least, so that one answer in twelve weeks is no peak."""


def first_week(today: date) -> date:
    """Return the Monday with which the weeks of a trend begin."""
    return today - timedelta(days=today.weekday(), weeks=WEEKS - 1)


def trend(days: Iterable[tuple[date, int]], *, today: date) -> tuple[int, ...]:
    """Return how often something was said in each of the weeks, the oldest first.

    `days` say how often it was on each day; what lies outside of the weeks is left out.
    """
    first = first_week(today)
    weeks = [0] * WEEKS
    for day, times in days:
        week = (day - first).days // 7
        if 0 <= week < WEEKS:
            weeks[week] += times
    return tuple(weeks)


def sparkline(weeks: Sequence[int]) -> str:
    """Return a small bar for each week: the lowest is a week in which nobody said it."""
    high = max(_LEAST_HIGH, *weeks) if weeks else _LEAST_HIGH
    return "".join(_BARS[-(-number * (len(_BARS) - 1) // high)] for number in weeks)
