"""Read the days that a leader types, and say days the way people do.

A wrong follow-up day breaks a promise to a customer, so the grammar is small and strict: what can
be read in two ways (05/06/2026, 5, may) is refused with examples, never guessed. Who asks for a day
says the result back (say_day), so that a slip is seen at once.

What is read, in any case of letters:

- `2026-11-27`; `today`, `tomorrow`, `yesterday`
- `friday`, `fri`: the next one after today, never today itself; `next friday`: the one in the week
  after this one (weeks begin on Monday); `last friday`: the most recent one before today
- `in 3 days`, `in 2 weeks`, `in a month`, `in 10 working days`, `in 1 year`; short `3d 2w 1mo 10wd
  1y`; looking back `3 days ago`, `2w ago`
- `end of week`: its Friday, the day by which people mean to be done, whether or not it is worked;
  at the weekend the next week's. `end of month`: its last day. Both with `next`
- `27 November`, `27 Nov 2027`, `November 27`, `Friday 27 November`: without a year the next one,
  today included; a weekday must fit
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dailycontact.errors import UsageProblem

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_NUMBERS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_UNITS = {"d": "day", "w": "week", "mo": "month", "y": "year", "wd": "working day"}
_FRIDAY = 4
_LONGEST_TEXT = 60
_YEARS = range(1900, 2200)  # beyond these it is a slip of the finger
_MOST_WORKING_DAYS = 2600  # ten years
_DAYS_BEFORE_WEEKS = 14
_DAYS_BEFORE_MONTHS = 112
_MONTHS_BEFORE_YEARS = 24


class DayUnreadable(UsageProblem):
    """The text is not a day, or could be more than one."""

    def __init__(
        self, text: str, why: str = "is not a day that can be read in one way only"
    ) -> None:
        shown = text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + "…"
        super().__init__(
            f"{shown!r} {why}; write it like 2026-11-27, friday, 27 November, in 3 weeks, 10wd "
            "or end of month."
        )


@dataclass(frozen=True, kw_only=True)
class _Reader:
    """What the words of a day are measured against."""

    today: date
    is_working: Callable[[date], bool]
    past: bool


def read_day(
    text: str, *, today: date, is_working: Callable[[date], bool], past: bool = False
) -> date:
    """Return the day that `text` means, seen from `today`; the grammar is this module's docstring.

    `is_working` says whether a day counts as a working day. With `past` (as for `--on` and
    `--since`) whatever names no direction of its own looks back: `fri` is the most recent Friday
    before today, `23 November` the latest one up to today, `3d` three days ago.

    Raises:
        DayUnreadable: it is no day, could be more than one, or lies outside 1900 to 2199.

    """
    words = " ".join(text.casefold().replace(",", " ").split())
    if not words or len(words) > _LONGEST_TEXT:
        raise DayUnreadable(text)
    reader = _Reader(today=today, is_working=is_working, past=past)
    try:
        found = _first_reading(words, reader)
    except (OverflowError, ValueError):
        raise DayUnreadable(text, "does not exist or is too far away") from None
    if found is None:
        raise DayUnreadable(text)
    if found.year not in _YEARS:
        raise DayUnreadable(text, "is too far away")
    return found


def read_days(
    text: str, *, today: date, is_working: Callable[[date], bool], past: bool = False
) -> tuple[date, date]:
    """Return the first and the last day of `2026-12-21..2027-01-02`, or one day twice.

    Raises:
        DayUnreadable: as read_day, or when the last day comes before the first.

    """
    start, dots, end = text.partition("..")
    first = read_day(start, today=today, is_working=is_working, past=past)
    if not dots:
        return first, first
    last = read_day(end, today=today, is_working=is_working, past=past)
    if last < first:
        raise DayUnreadable(text, "ends before it begins")
    return first, last


def say_day(day: date, *, today: date) -> str:
    """Return `Friday 27 November`, with the year when it is not this year's."""
    said = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return said if day.year == today.year else f"{said} {day.year}"


def say_ago(day: date, *, today: date) -> str:
    """Return how long ago `day` was: `today`, `yesterday`, `4 days ago`, `12 weeks ago`.

    Two weeks and more are rounded to weeks, sixteen weeks and more to months, two years and more
    to years. A day ahead is said as say_ahead does.
    """
    days = (today - day).days
    if days < 0:
        return say_ahead(day, today=today)
    return ("today", "yesterday")[days] if days <= 1 else f"{_say_length(days)} ago"


def say_since(day: date, *, today: date) -> str:
    """Return for how long something stands since `day`: `since yesterday`, `4 days`, `12 weeks`.

    Rounded as say_ago rounds.
    """
    ago = say_ago(day, today=today)
    return ago.removesuffix(" ago") if ago.endswith(" ago") else f"since {ago}"


def say_ahead(day: date, *, today: date) -> str:
    """Return how far ahead `day` lies: `today`, `tomorrow`, `in 3 days`; a past day as say_ago."""
    days = (day - today).days
    if days < 0:
        return say_ago(day, today=today)
    return ("today", "tomorrow")[days] if days <= 1 else f"in {_say_length(days)}"


def _say_length(days: int) -> str:
    if days < _DAYS_BEFORE_WEEKS:
        return f"{days} days"
    if days < _DAYS_BEFORE_MONTHS:
        return f"{round(days / 7)} weeks"
    months = round(days / 30.44)
    return f"{months} months" if months < _MONTHS_BEFORE_YEARS else f"{round(days / 365.25)} years"


def _first_reading(words: str, reader: _Reader) -> date | None:
    forms = (_read_iso, _read_near, _read_weekday, _read_length, _read_end, _read_month_day)
    return next((day for form in forms if (day := form(words, reader)) is not None), None)


def _read_iso(words: str, _: _Reader) -> date | None:
    found = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words)
    return date.fromisoformat(words) if found else None


def _read_near(words: str, reader: _Reader) -> date | None:
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}.get(words)
    return None if days is None else reader.today + timedelta(days=days)


def _read_weekday(words: str, reader: _Reader) -> date | None:
    which, _, name = words.rpartition(" ")
    weekday = _place(name, _WEEKDAYS)
    if weekday is None or which not in ("", "next", "last"):
        return None
    ahead = weekday - reader.today.weekday()
    if which == "next":
        return reader.today + timedelta(days=ahead + 7)
    if which == "last" or reader.past:
        return reader.today - timedelta(days=-ahead % 7 or 7)
    return reader.today + timedelta(days=ahead % 7 or 7)


def _read_length(words: str, reader: _Reader) -> date | None:
    found = re.fullmatch(
        r"(in )?(?:([0-9]+)|(an?|one|two|three|four|five|six|seven|eight|nine|ten) )"
        r" ?(working day|day|week|month|year|wd|mo|[dwy])s?( ago)?",
        words,
    )
    if found is None or (found[1] and found[5]):
        return None
    number = int(found[2]) if found[2] else _number(found[3])
    back = bool(found[5]) or (reader.past and not found[1])
    return _step(-number if back else number, _UNITS.get(found[4], found[4]), reader)


def _number(word: str) -> int:
    return 1 if word in ("an", "one") else _NUMBERS.index(word) + 1


def _step(number: int, unit: str, reader: _Reader) -> date:
    if unit == "working day":
        return _step_working(number, reader)
    if unit in ("day", "week"):
        return reader.today + timedelta(days=number * (7 if unit == "week" else 1))
    from dateutil.relativedelta import relativedelta

    return reader.today + relativedelta(months=number * (12 if unit == "year" else 1))


def _step_working(number: int, reader: _Reader) -> date:
    left, day = abs(number), reader.today
    if left > _MOST_WORKING_DAYS:
        raise OverflowError
    # A calendar without any working day must not be walked for ever.
    for _ in range(4 * left + 366):
        if left == 0:
            return day
        day += timedelta(days=1 if number > 0 else -1)
        left -= reader.is_working(day)
    raise OverflowError


def _read_end(words: str, reader: _Reader) -> date | None:
    found = re.fullmatch(r"end of (?:the |this )?(next )?(week|month)", words)
    if found is None:
        return None
    if found[2] == "week":
        to_friday = (_FRIDAY - reader.today.weekday()) % 7
        return reader.today + timedelta(days=to_friday + (7 if found[1] else 0))
    from dateutil.relativedelta import relativedelta

    return reader.today + relativedelta(months=1 if found[1] else 0, day=31)


def _read_month_day(words: str, reader: _Reader) -> date | None:
    found = re.fullmatch(
        r"(?:([a-z]+) )?"
        r"(?:([0-9]{1,2})(?:st|nd|rd|th|\.)? ([a-z]+)|([a-z]+) ([0-9]{1,2})(?:st|nd|rd|th)?)"
        r"(?: ([0-9]{4}))?",
        words,
    )
    if found is None:
        return None
    month = _place(found[3] or found[4], _MONTHS)
    if month is None:
        return None
    number = int(found[2] or found[5])
    year = int(found[6]) if found[6] else _nearest_year(month + 1, number, reader)
    day = date(year, month + 1, number)
    fits = found[1] is None or _place(found[1], _WEEKDAYS) == day.weekday()
    return day if fits else None


def _nearest_year(month: int, number: int, reader: _Reader) -> int:
    """Return the year of the next such day (the latest, when looking back), today included."""
    way = -1 if reader.past else 1
    if (month, number) == (reader.today.month, reader.today.day):
        return reader.today.year
    missed = ((month, number) < (reader.today.month, reader.today.day)) is not reader.past
    first = reader.today.year + (way if missed else 0)
    if (month, number) != (2, 29):
        return first
    import calendar

    return next(year for year in range(first, first + 9 * way, way) if calendar.isleap(year))


def _place(word: str, names: tuple[str, ...]) -> int | None:
    """Return where `word`, a name or the first three letters or more of one, stands in `names`."""
    shortest = 3
    places = [place for place, name in enumerate(names) if name.casefold().startswith(word)]
    return places[0] if len(word) >= shortest and len(places) == 1 else None
