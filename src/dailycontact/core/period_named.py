"""How the stretch of days is typed that a leader looks back on: W47, 2026-11, Q4, last month.

A name without its year is the latest of that name that has begun: W52, typed in January, is over.
"""

import re
from collections.abc import Callable
from datetime import date

from dailycontact.core.period import (
    Length,
    Period,
    before,
    month_of,
    of_length,
    quarter_of,
    week_of,
    year_of,
)
from dailycontact.errors import UsageProblem

_WEEK = re.compile(r"(?:([1-9][0-9]{3})-?)?W([0-9]{1,2})", re.IGNORECASE)
_WEEK_WORD = re.compile(r"week ?([0-9]{1,2})(?: ([1-9][0-9]{3}))?", re.IGNORECASE)
_QUARTER = re.compile(r"(?:([1-9][0-9]{3})-?)?Q([1-4])", re.IGNORECASE)
_MONTH = re.compile(r"([1-9][0-9]{3})-(0[1-9]|1[0-2])")
_MONTH_WORD = re.compile(r"([a-z]{3,9})(?: ([1-9][0-9]{3}))?", re.IGNORECASE)
_YEAR = re.compile(r"[1-9][0-9]{3}")
_NEAR = re.compile(
    r"(this|last)?[ -]?(week|month|quarter|year)|(this|last|now|today)", re.IGNORECASE
)
_MONTHS = tuple(f"{date(2026, month, 1):%B}".casefold() for month in range(1, 13))


class NoSuchWeek(UsageProblem):
    """The text names no week of the calendar."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(f"{text!r} {why}; write a week like 2026-W47.")


class NoSuchPeriod(UsageProblem):
    """The text names no week, month, quarter or year."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} names no period; write a week like W47, a month like 2026-11 or November, a"
            " quarter like 2026-Q4, a year, or last week (days go with --since and --until)."
        )


def week_named(text: str, *, today: date, zone: str) -> Period:
    """Return the week that `text` names: 2026-W47, or the latest W47 that has begun.

    Raises:
        NoSuchWeek: it names none, or the year has no week of that number.

    """
    words = " ".join(text.split())
    if found := _WEEK.fullmatch(words):
        year, number = found[1], int(found[2])
    elif found := _WEEK_WORD.fullmatch(words):
        year, number = found[2], int(found[1])
    else:
        raise NoSuchWeek(text, "is no week")
    this = today.isocalendar().year
    years = [int(year)] if year else [this, this - 1]
    weeks = [week_of(first, zone=zone) for each in years if (first := _monday(each, number))]
    if not weeks:
        raise NoSuchWeek(text, f"does not exist: {years[0]} has {_weeks_in(years[0])} weeks")
    return next((week for week in weeks if week.first <= today), weeks[0])


def period_named(text: str, *, today: date, zone: str) -> Period:
    """Return the period that `text` names: W47, 2026-11, November, Q4, 2026, last, last month.

    Raises:
        NoSuchWeek: it is a week that does not exist.
        NoSuchPeriod: it names nothing.

    """
    words = " ".join(text.split())
    if _WEEK.fullmatch(words) or _WEEK_WORD.fullmatch(words):
        return week_named(words, today=today, zone=zone)
    for read in (_read_near, _read_quarter, _read_month, _read_month_word, _read_year):
        if found := read(words, today, zone):
            return found
    raise NoSuchPeriod(text)


def _read_near(words: str, today: date, zone: str) -> Period | None:
    found = _NEAR.fullmatch(words)
    if found is None:
        return None
    near, length = found[1] or found[3] or "this", found[2] or Length.WEEK
    this = of_length(Length(length.casefold()), today, zone=zone)
    return before(this) if near.casefold() == "last" else this


def _read_quarter(words: str, today: date, zone: str) -> Period | None:
    found = _QUARTER.fullmatch(words)
    return found and _latest(quarter_of, found[1], 3 * int(found[2]), today, zone)


def _read_month(words: str, today: date, zone: str) -> Period | None:
    found = _MONTH.fullmatch(words)
    return found and _latest(month_of, found[1], int(found[2]), today, zone)


def _read_month_word(words: str, today: date, zone: str) -> Period | None:
    found = _MONTH_WORD.fullmatch(words)
    word = found[1].casefold() if found else ""
    months = [place for place, name in enumerate(_MONTHS, 1) if word and name.startswith(word)]
    if found is None or len(months) != 1:
        return None
    return _latest(month_of, found[2], months[0], today, zone)


def _read_year(words: str, today: date, zone: str) -> Period | None:
    del today
    return year_of(date(int(words), 1, 1), zone=zone) if _YEAR.fullmatch(words) else None


def _latest(
    maker: Callable[..., Period], year: str | None, month: int, today: date, zone: str
) -> Period:
    """Return the period with this month, of the year, or else the latest that has begun."""
    period: Period = maker(date(int(year) if year else today.year, month, 1), zone=zone)
    if year or period.first <= today:
        return period
    return maker(date(today.year - 1, month, 1), zone=zone)


def _monday(year: int, number: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None


def _weeks_in(year: int) -> int:
    """Return 52 or 53: the 28th of December always lies in the last week (ISO 8601)."""
    return date(year, 12, 28).isocalendar().week
