"""When a customer can be phoned: in the hours of their own day, and on no holiday of theirs."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from dailycontact.core.calendar import USUAL_WORK_DAYS
from dailycontact.core.hours import LAWFUL, USUAL, Hours

OUTSIDE_HOURS = "outside hours"
WEEKEND = "weekend"
MISSED_THEN = "missed at this hour"
"""Why not, of whoever did not answer in this half of their day."""
NO_SHARED_HOUR = "time zone not clear"
"""Why not, where no hour is a fit one in every zone in which somebody could be."""

_SATURDAY = 5
_DAY = timedelta(days=1)


class Access(StrEnum):
    """Whether somebody can be phoned at an instant."""

    NOW = "now"
    """Within the hours that they, or the book, prefer."""
    LATER = "later"
    """Not now, but later today."""
    LATE = "late"
    """Outside the preferred hours for the rest of today, yet at an hour at which one may ring."""
    CLOSED = "closed"
    """Not any more today."""


@dataclass(frozen=True, kw_only=True)
class Window:
    """Whether somebody can be phoned; `at` is when that begins (UTC), where it is later today.

    `lawful` says whether one may ring all the same until then.
    """

    access: Access
    at: datetime | None = None
    why_not: str = ""
    """Why not now: "outside hours", "weekend", the name of a holiday, "missed at this hour"."""
    lawful: bool = True


OPEN = Window(access=Access.NOW)


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Where somebody is, and when they like to be phoned there.

    `zones` is the one in which they are, or all in which they could be; `holidays` are those of
    their country, by day; `work_days` the weekdays on which the book works (Monday is 0).
    """

    zones: tuple[tzinfo, ...]
    hours: Hours = USUAL
    holidays: Mapping[date, str] = field(default_factory=dict)
    work_days: Collection[int] = USUAL_WORK_DAYS

    def closed(self, day: date) -> str:
        """Return why nobody is phoned on a day of theirs: a holiday, a weekend; empty: one is.

        A Saturday or Sunday on which the book itself works is no weekend.
        """
        if day in self.holidays:
            return self.holidays[day]
        at_rest = day.weekday() >= _SATURDAY and day.weekday() not in self.work_days
        return WEEKEND if at_rest else ""


Span = tuple[datetime, datetime]
"""From one instant until before another, both in UTC."""


def window(reach: Reach, *, now: datetime, until: datetime) -> Window:
    """Return whether somebody can be phoned `now`, or later, before `until` (aware instants).

    Whoever could be in several zones is phoned when it is a fit hour in all of them.
    """
    now, until = now.astimezone(UTC), max(now, until).astimezone(UTC)
    liked = _shared(reach, _liked(reach, now, until), now, until)
    if liked and liked[0][0] <= now:
        return OPEN
    why_not = _why_not(reach, now)
    lawful = any(start <= now for start, _ in _shared(reach, LAWFUL, now, until))
    if liked:
        return Window(access=Access.LATER, at=liked[0][0], why_not=why_not, lawful=lawful)
    return Window(access=Access.LATE if lawful else Access.CLOSED, why_not=why_not, lawful=lawful)


def day_begins(day: date, zone: tzinfo) -> datetime:
    """Return the first instant (UTC) of a day in a zone, also where it has no midnight, or two."""
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)


def _liked(reach: Reach, now: datetime, until: datetime) -> Hours:
    """Return the preferred hours; all lawful ones, where the zones never share a preferred one."""
    if len(reach.zones) == 1:
        return reach.hours
    always = Reach(zones=reach.zones, work_days=range(7))
    return reach.hours if _shared(always, reach.hours, now - _DAY, until + _DAY) else LAWFUL


def _shared(reach: Reach, hours: Hours, since: datetime, until: datetime) -> list[Span]:
    """Return the spans from `since` to `until` that are within these hours in every zone."""
    shared = [(since, max(until, since + timedelta(microseconds=1)))]
    for zone in reach.zones:
        shared = list(_both(shared, list(_spans(reach, zone, hours, since, until))))
    return shared


def _spans(
    reach: Reach, zone: tzinfo, hours: Hours, since: datetime, until: datetime
) -> Iterator[Span]:
    """Yield the hours of each day there that counts, in UTC and in order."""
    day, last = since.astimezone(zone).date(), until.astimezone(zone).date()
    while day <= last:
        start, end = _first(day, hours.first, zone), _last(day, hours.last, zone)
        if start < end and not reach.closed(day):
            yield start, end
        day += _DAY


def _first(day: date, at: time, zone: tzinfo) -> datetime:
    """Return from which instant on it is that time or later, all day.

    A time that the clocks show twice counts from the second on, one that they leave out from when
    they have left it out: so nobody is rung too early (PEP 495).
    """
    return max(_instant(day, at, zone, fold) for fold in (0, 1))


def _last(day: date, at: time, zone: tzinfo) -> datetime:
    """Return until which instant it is earlier than that time, all day until then."""
    return min(_instant(day, at, zone, fold) for fold in (0, 1))


def _instant(day: date, at: time, zone: tzinfo, fold: int) -> datetime:
    return datetime.combine(day, at.replace(fold=fold), tzinfo=zone).astimezone(UTC)


def _both(some: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Yield what is in both, in order."""
    for start, end in some:
        for first, last in others:
            if max(start, first) < min(end, last):
                yield max(start, first), min(end, last)


def _why_not(reach: Reach, now: datetime) -> str:
    """Return what speaks against this instant in the first zone in which something does."""
    always = Reach(zones=reach.zones, work_days=range(7))
    if reach.zones[1:] and not _shared(always, LAWFUL, now - _DAY, now + _DAY):
        return NO_SHARED_HOUR
    each = [reach.closed(now.astimezone(zone).date()) for zone in reach.zones]
    return next((why for why in each if why), OUTSIDE_HOURS)
