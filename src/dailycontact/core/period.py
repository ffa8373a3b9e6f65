"""The stretch of days that is looked back on: of the calendar, or days that were named.

A week is the ISO week, from Monday 00:00 to the next Monday 00:00 where the book is. What belongs
to a period is what was recorded in it, so that a report comes out the same a year later. How a
period is typed is in core/period_named.py.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dailycontact.errors import Refused, UsageProblem

_FRIDAY = timedelta(days=4)
_DAY = timedelta(days=1)


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
        """How it is called: "week 47, 16–20 November 2026", "November 2026", "2026"."""
        if self.length is Length.YEAR:
            return f"{self.first.year}"
        if self.length is Length.MONTH:
            return f"{self.first:%B} {self.first.year}"
        if self.length is Length.QUARTER:
            months = f"{self.first:%B}–{self.last:%B} {self.first.year}"
            return f"quarter {_quarter(self.first)}, {months}"
        days = say_days(self.first, self.shown_last)
        return f"week {int(self.week[-2:])}, {days}" if self.week else days

    @property
    def name(self) -> str:
        """How it is typed: 2026-W47, 2026-11, 2026-Q4, 2026, or its first and last day."""
        year = f"{self.first.year:04}"
        names = {
            Length.WEEK: self.week or "",
            Length.MONTH: f"{year}-{self.first.month:02}",
            Length.QUARTER: f"{year}-Q{_quarter(self.first)}",
            Length.YEAR: year,
        }
        days = f"{self.first.isoformat()}--{self.last.isoformat()}"
        return names.get(self.length) or days

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


def month_of(day: date, *, zone: str) -> Period:
    """Return the month of the calendar in which the day lies."""
    return _months(day.replace(day=1), 1, zone=zone, length=Length.MONTH)


def quarter_of(day: date, *, zone: str) -> Period:
    """Return the quarter of the calendar in which the day lies."""
    first = date(day.year, 3 * _quarter(day) - 2, 1)
    return _months(first, 3, zone=zone, length=Length.QUARTER)


def year_of(day: date, *, zone: str) -> Period:
    """Return the year of the calendar in which the day lies."""
    return _months(date(day.year, 1, 1), 12, zone=zone, length=Length.YEAR)


def of_length(length: Length, day: date, *, zone: str) -> Period:
    """Return the period of this length in which the day lies; DAYS is that day alone."""
    makers = {
        Length.WEEK: week_of,
        Length.MONTH: month_of,
        Length.QUARTER: quarter_of,
        Length.YEAR: year_of,
    }
    maker = makers.get(length)
    return maker(day, zone=zone) if maker else days_between(day, day, zone=zone)


def before(period: Period) -> Period:
    """Return the one before it: the week, month, quarter or year before, or as many days.

    Where the period is cut, the one before is cut as far from its beginning, by the clock on the
    wall: a Monday's noon is compared with a Monday's noon and not with a whole week.
    """
    if period.length is not Length.DAYS:
        found = of_length(period.length, period.first - _DAY, zone=period.zone)
    else:
        days = period.last - period.first
        found = days_between(period.first - _DAY - days, period.first - _DAY, zone=period.zone)
    return found if period.cutoff is None else found.cut_at(_as_far(period.cutoff, period, found))


def _as_far(instant: datetime, period: Period, other: Period) -> datetime:
    """Return the instant that is as far from the first day of another period."""
    there = ZoneInfo(period.zone)
    day = instant.astimezone(there)
    gone = day.replace(tzinfo=None) - datetime.combine(period.first, time())
    return (datetime.combine(other.first, time()) + gone).replace(tzinfo=there).astimezone(UTC)


def since_sent(cutoff: datetime, *, now: datetime, zone: str) -> Period:
    """Return what an edition covers that goes out now: everything since it last went out.

    `cutoff` is the instant up to which the last one went, `now` that up to which this one goes.
    """
    there = ZoneInfo(zone)
    first, last = cutoff.astimezone(there).date(), now.astimezone(there).date()
    days = days_between(first, max(first, last), zone=zone)
    return replace(days, since=cutoff.astimezone(UTC), cutoff=max(cutoff, now).astimezone(UTC))


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


def _months(first: date, months: int, *, zone: str, length: Length) -> Period:
    """Return whole months from a first day on; the last day is found without going beyond 9999."""
    years, month = divmod(first.month - 1 + months - 1, 12)
    year = first.year + years
    last = date(year, month + 1, monthrange(year, month + 1)[1])
    return Period(first=first, last=last, zone=zone, length=length)


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
