"""The hours at which somebody likes to be phoned, within those at which one may ring at all."""

import re
from dataclasses import dataclass
from datetime import time

from dailycontact.errors import UsageProblem

_HOUR = r"(\d{1,2})(?:[:.h](\d{2}))?\s*([ap]m|[ap]\.m\.)?"
_SPAN = re.compile(rf"{_HOUR}\s*(?:-|–|—|\bto\b|\bbis\b)\s*{_HOUR}")
_DAY = 24 * 60
_NOON = 12
_EXAMPLE = "write them like 09:00-17:00, or 9-17"


class HoursUnreadable(UsageProblem):
    """The text is no span of hours."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} are no hours of a day; {_EXAMPLE}.")


class HoursEndEarly(UsageProblem):
    """The span ends before it begins, or as it does."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} ends before it begins; {_EXAMPLE}.")


class HoursTooEarlyOrLate(UsageProblem):
    """None of the hours is one at which somebody may be phoned."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} is outside {LAWFUL}, and nobody is phoned then; {_EXAMPLE}.")


@dataclass(frozen=True, kw_only=True, order=True)
class Hours:
    """A span of hours of a day, in minutes since midnight; `end` is not in it any more."""

    start: int
    end: int

    def __str__(self) -> str:
        """Return it as it is written and stored: 09:00-17:00."""
        return f"{_said(self.start)}-{_said(self.end)}"

    @property
    def first(self) -> time:
        """The time of day at which it begins."""
        return time(*divmod(self.start, 60))

    @property
    def last(self) -> time:
        """The time of day at which it ends."""
        return time(*divmod(self.end, 60))

    def holds(self, at: time) -> bool:
        """Return whether a time of day is in it."""
        return self.first <= at < self.last


LAWFUL = Hours(start=8 * 60, end=21 * 60)
"""Before 08:00 and after 21:00 where somebody is, nobody is phoned: 47 CFR 64.1200(c)(1)."""

USUAL = Hours(start=9 * 60, end=17 * 60)
"""When people are phoned who, and whose book, have not said otherwise."""


def read_hours(typed: str) -> tuple[Hours, str]:
    """Return the hours that are typed (9-17; 09:00-17:30; 9am-5pm), and what to say of them.

    They are cut to the hours at which one may ring; then a sentence says so, else it is empty.

    Raises:
        HoursUnreadable, HoursEndEarly, HoursTooEarlyOrLate: they cannot be meant.

    """
    found = _SPAN.fullmatch(" ".join(typed.casefold().split()))
    if found is None:
        raise HoursUnreadable(typed)
    start, end = _minutes(typed, *found.groups()[:3]), _minutes(typed, *found.groups()[3:])
    if end <= start:
        raise HoursEndEarly(typed)
    cut = Hours(start=max(start, LAWFUL.start), end=min(end, LAWFUL.end))
    if cut.end <= cut.start:
        raise HoursTooEarlyOrLate(typed)
    if (cut.start, cut.end) == (start, end):
        return cut, ""
    return cut, f"Nobody is phoned outside {LAWFUL} of their own day, so it is {cut}."


def stored_hours(text: str | None) -> Hours | None:
    """Return the hours that are stored as 09:00-17:00; None for none."""
    if not text:
        return None
    start, _, end = text.partition("-")
    return Hours(start=_of_day(start), end=_of_day(end))


def _minutes(typed: str, hour: str, minute: str | None, half: str | None) -> int:
    at = int(hour)
    if half:
        if not 1 <= at <= _NOON:
            raise HoursUnreadable(typed)
        at = at % _NOON + (_NOON if half[0] == "p" else 0)
    minutes = at * 60 + int(minute or 0)
    if minutes > _DAY or int(minute or 0) >= 60:  # noqa: PLR2004 - minutes of an hour
        raise HoursUnreadable(typed)
    return minutes


def _of_day(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) * 60 + int(minute)


def _said(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
