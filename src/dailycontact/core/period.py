"""The stretch of days that is looked back on: a week of the calendar, or days that were named.

A week is the ISO week, from Monday 00:00 to the next Monday 00:00 where the book is. What belongs
to a period is what was recorded in it, so that a report comes out the same a year later.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dailycontact.errors import Refused, UsageProblem

_WEEK = re.compile(r"(?:([0-9]{4})-?)?W([0-9]{1,2})", re.IGNORECASE)
_FRIDAY = timedelta(days=4)


class NoSuchWeek(UsageProblem):
    """The text names no week of the calendar."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(f"{text!r} {why}; write a week like 2026-W47.")


class EndsBeforeItBegins(UsageProblem):
    """The last day comes before the first."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(
            f"From {first.isoformat()} until {last.isoformat()} there are no days; "
            "give --since the earlier one and --until the later."
        )


class NotBegunYet(Refused):
    """The period lies in the future: there is nothing to look back on."""

    def __init__(self, first: date) -> None:
        super().__init__(
            f"That begins on {first.day} {first:%B %Y}, and nothing has happened in it yet; "
            "ask again when it has begun."
        )


class Length(StrEnum):
    """How long a period is, where it has a name in the calendar; DAYS where it has none."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DAYS = "days"


@dataclass(frozen=True, kw_only=True)
class Period:
    """Days from `first` to `last`, both included, where the book is (`zone`).

    `week` is the name of the ISO week (2026-W47), None when the days are no week. `since` and
    `cutoff` are instants (UTC, aware) at which it begins and ends where they are no midnights: an
    edition that is sent covers everything since the last one, up to the instant it is made.
    """

    first: date
    last: date
    zone: str
    week: str | None = None
    length: Length = Length.DAYS
    since: datetime | None = None
    cutoff: datetime | None = None

    @property
    def start(self) -> datetime:
        """The instant at which it begins."""
        return self.since or _midnight(self.first, self.zone)

    @property
    def end(self) -> datetime:
        """The first instant after its last day."""
        return _midnight(self.last + timedelta(days=1), self.zone)

    @property
    def until(self) -> datetime:
        """The first instant that does not belong to it."""
        return self.cutoff or self.end

    def cut_at(self, now: datetime) -> "Period":
        """Return the period as far as it is over at `now`."""
        return self if self.end <= now else replace(self, cutoff=now)

    @property
    def shown_last(self) -> date:
        """The last day that its title names: a week's Friday."""
        return self.first + _FRIDAY if self.week else self.last

    @property
    def title(self) -> str:
        """How it is called: "week 47, 16–20 November 2026"."""
        days = say_days(self.first, self.shown_last)
        return f"week {int(self.week[-2:])}, {days}" if self.week else days

    def seen_from(self, today: date) -> date:
        """Return the day up to which waits are counted: today while it lasts, then its end."""
        return max(self.first, min(today, self.shown_last))


def week_of(day: date, *, zone: str) -> Period:
    """Return the ISO week in which the day lies."""
    year, number, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    name = f"{year:04}-W{number:02}"
    return Period(
        first=first, last=first + timedelta(days=6), zone=zone, week=name, length=Length.WEEK
    )


def week_named(text: str, *, today: date, zone: str) -> Period:
    """Return the week that `text` names: 2026-W47, or W47 of the year it is.

    Raises:
        NoSuchWeek: it names none, or the year has no week of that number.

    """
    found = _WEEK.fullmatch(text.strip())
    if found is None:
        raise NoSuchWeek(text, "is no week")
    year = int(found[1]) if found[1] else today.isocalendar().year
    try:
        first = date.fromisocalendar(year, int(found[2]), 1)
    except ValueError:
        raise NoSuchWeek(text, f"does not exist: {year} has {_weeks_in(year)} weeks") from None
    return week_of(first, zone=zone)


def days_between(first: date, last: date, *, zone: str) -> Period:
    """Return the period of these days, both included.

    Raises:
        EndsBeforeItBegins: the last comes before the first.

    """
    if last < first:
        raise EndsBeforeItBegins(first, last)
    return Period(first=first, last=last, zone=zone)


def say_days(first: date, last: date) -> str:
    """Return days as a title names them: "16–20 November 2026", "30 November – 4 December 2026"."""
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {first:%B}{year} – {end}"


def _weeks_in(year: int) -> int:
    """Return 52 or 53: the 28th of December always lies in the last week (ISO 8601)."""
    return date(max(year, 1), 12, 28).isocalendar().week


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
