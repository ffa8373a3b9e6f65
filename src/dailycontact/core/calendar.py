"""Working days: which days count, and what number each of them has."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
USUAL_WORK_DAYS = frozenset(range(5))


@dataclass(frozen=True, kw_only=True)
class Workday:
    """A day of the book: its number counts the working days up to and including it."""

    day: date
    number: int
    why_not: str | None = None
    """Why it does not count ("weekend", "New Year's Day", "leave"), or None when it does."""

    @property
    def works(self) -> bool:
        """Whether it counts as a working day."""
        return self.why_not is None


def number_days(
    first: date,
    last: date,
    *,
    start: int,
    work_days: Collection[int],
    closed: dict[date, str],
) -> Iterator[Workday]:
    """Yield each day from `first` to `last` with its number, counting on from `start`.

    `work_days` are weekday numbers (Monday is 0); `closed` names the days that do not count
    although they fall on one, with the reason.
    """
    number = start
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        why_not = closed.get(day) if day.weekday() in work_days else "weekend"
        number += why_not is None
        yield Workday(day=day, number=number, why_not=why_not)


def count_usual(first: date, last: date) -> int:
    """Return how many Mondays to Fridays lie after `first`, up to and including `last`.

    For days beyond the calendar of the book; negative when `last` is before `first`.
    """
    if last < first:
        return -count_usual(last, first)
    weeks, rest = divmod((last - first).days, 7)
    return weeks * 5 + sum(
        (first + timedelta(days=offset)).weekday() in USUAL_WORK_DAYS
        for offset in range(1, rest + 1)
    )
