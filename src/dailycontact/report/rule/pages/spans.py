"""The stretches of time of a chart: weeks, or months where there are many weeks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dailycontact.report.rule.figures import Figures

MANY = 27
"""From so many weeks on, half a year, months are shown: nobody reads a picture of 52 weeks."""


@dataclass(frozen=True, kw_only=True)
class Spans:
    """What is shown of some weeks: `weeks` of them, each span a label and its place among them."""

    weeks: int
    labels: tuple[str, ...]
    places: tuple[range, ...]

    def sums(self, counts: Sequence[int]) -> tuple[int, ...]:
        """Return what was counted week by week, added up span by span."""
        return tuple(sum(counts[place] for place in places) for places in self.places)


def spans_of(figures: Figures) -> Spans:
    """Return the spans of the figures' weeks, from the first on in which there was anything."""
    first = next((place for place in range(len(figures.weeks)) if _any(figures, place)), 0)
    mondays = [week.monday for week in figures.weeks]
    places = range(first, len(mondays))
    found = _months(mondays, places) if len(places) >= MANY else [range(p, p + 1) for p in places]
    say = _month if len(places) >= MANY else _short
    return Spans(
        weeks=len(places),
        labels=tuple(say(mondays[span.start]) for span in found),
        places=tuple(found),
    )


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"


def _any(figures: Figures, place: int) -> bool:
    said = any(theme.counts[place] for theme in figures.themes)
    return said or figures.weeks[place].calls > 0


def _months(mondays: Sequence[date], places: range) -> list[range]:
    """Return the weeks of each month; a week is of the month in which its Monday lies."""
    begins = [place for place in places if place == places.start or _begins(mondays, place)]
    ends = [*begins[1:], places.stop]
    return [range(begin, end) for begin, end in zip(begins, ends, strict=True)]


def _begins(mondays: Sequence[date], place: int) -> bool:
    return mondays[place].month != mondays[place - 1].month


def _month(day: date) -> str:
    return f"{day:%b} {day.year}"
