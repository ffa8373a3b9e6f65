"""The stretch of days that is looked back on."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from dailycontact.core.period import (
    EndsBeforeItBegins,
    Length,
    Period,
    before,
    days_between,
    month_of,
    of_length,
    quarter_of,
    say_days,
    since_sent,
    week_of,
    year_of,
)
from dailycontact.core.period_named import NoSuchPeriod, NoSuchWeek, period_named, week_named

FRIDAY = date(2026, 11, 20)


def test_a_week_begins_on_monday_at_midnight_where_the_book_is() -> None:
    week = week_of(FRIDAY, zone="America/New_York")

    assert week.start == datetime(2026, 11, 16, 5, tzinfo=UTC)
    assert week.until == datetime(2026, 11, 23, 5, tzinfo=UTC)
    assert week.week == "2026-W47"


def test_a_week_in_which_the_clocks_change_has_an_hour_more() -> None:
    week = week_of(date(2026, 10, 25), zone="Europe/Berlin")

    assert (week.until - week.start).total_seconds() == (7 * 24 + 1) * 3600


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2025, 12, 29), "2026-W01"),
    ],
)
def test_the_week_belongs_to_the_year_of_its_thursday(day: date, name: str) -> None:
    assert week_of(day, zone="UTC").week == name


@pytest.mark.parametrize("text", ["2026-W47", "2026w47", "w47", " 2026-W47 "])
def test_a_week_is_named(text: str) -> None:
    assert week_named(text, today=FRIDAY, zone="UTC").first == date(2026, 11, 16)


@pytest.mark.parametrize("text", ["2025-W53", "2026-W00", "2026-W54", "0000-W01", "47", "", "W"])
def test_a_week_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(NoSuchWeek, match="2026-W47"):
        week_named(text, today=FRIDAY, zone="UTC")


def test_the_53rd_week_is_there_where_the_year_has_one() -> None:
    assert week_named("2026-W53", today=FRIDAY, zone="UTC").title == (
        "week 53, 28 December 2026 – 1 January 2027"
    )


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 16), date(2026, 11, 20), "16–20 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 4), "30 November – 4 December 2026"),
        (date(2026, 12, 28), date(2027, 1, 1), "28 December 2026 – 1 January 2027"),
        (FRIDAY, FRIDAY, "20 November 2026"),
    ],
)
def test_days_are_said_as_short_as_they_are_clear(first: date, last: date, said: str) -> None:
    assert say_days(first, last) == said


def test_days_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(EndsBeforeItBegins, match="--since"):
        days_between(FRIDAY, date(2026, 11, 19), zone="UTC")


@pytest.mark.parametrize(
    ("today", "seen"),
    [
        (date(2026, 11, 18), date(2026, 11, 18)),
        (date(2026, 11, 22), FRIDAY),
        (date(2027, 11, 22), FRIDAY),
    ],
)
def test_waits_are_counted_until_the_friday_at_the_latest(today: date, seen: date) -> None:
    assert week_of(FRIDAY, zone="UTC").seen_from(today) == seen


@pytest.mark.parametrize(
    ("length", "title", "name", "days"),
    [
        (Length.WEEK, "week 47, 16–20 November 2026", "2026-W47", 7),
        (Length.MONTH, "November 2026", "2026-11", 30),
        (Length.QUARTER, "quarter 4, October–December 2026", "2026-Q4", 92),
        (Length.YEAR, "2026", "2026", 365),
        (Length.DAYS, "20 November 2026", "2026-11-20--2026-11-20", 1),
    ],
)
def test_a_period_of_the_calendar_has_its_title_its_name_and_its_days(
    length: Length, title: str, name: str, days: int
) -> None:
    period = of_length(length, FRIDAY, zone="UTC")

    assert (period.title, period.name) == (title, name)
    assert (period.last - period.first).days + 1 == days
    assert period.first <= FRIDAY <= period.last


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [(1, (1, 1), (3, 31)), (3, (1, 1), (3, 31)), (4, (4, 1), (6, 30)), (12, (10, 1), (12, 31))],
)
def test_a_quarter_is_three_months(
    month: int, first: tuple[int, int], last: tuple[int, int]
) -> None:
    quarter = quarter_of(date(2026, month, 15), zone="UTC")

    assert (quarter.first, quarter.last) == (date(2026, *first), date(2026, *last))


def test_a_leap_february_has_its_29_days_and_the_last_year_its_end() -> None:
    february, last = month_of(date(2028, 2, 5), zone="UTC"), year_of(date(9999, 1, 1), zone="UTC")

    assert february.last == date(2028, 2, 29)
    assert last.last == date(9999, 12, 31)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("W47", "2026-W47"),
        ("week 47", "2026-W47"),
        ("week 53 2026", "2026-W53"),
        ("W52", "2025-W52"),
        ("2026-11", "2026-11"),
        ("november", "2026-11"),
        (" Nov  2025 ", "2025-11"),
        ("dec", "2025-12"),
        ("2026-Q4", "2026-Q4"),
        ("2026q1", "2026-Q1"),
        ("Q4", "2026-Q4"),
        ("q2", "2026-Q2"),
        ("2026", "2026"),
        ("last", "2026-W46"),
        ("Last week", "2026-W46"),
        ("this week", "2026-W47"),
        ("last month", "2026-10"),
        ("last quarter", "2026-Q3"),
        ("last year", "2025"),
    ],
)
def test_a_period_is_typed_as_one_says_it(typed: str, name: str) -> None:
    assert period_named(typed, today=FRIDAY, zone="UTC").name == name


def test_in_january_a_quarter_and_a_week_without_a_year_are_those_that_are_over() -> None:
    january = date(2027, 1, 5)

    assert period_named("Q4", today=january, zone="UTC").name == "2026-Q4"
    assert period_named("W53", today=january, zone="UTC").name == "2026-W53"
    assert period_named("W52", today=january, zone="UTC").name == "2026-W52"
    assert period_named("2027-W52", today=january, zone="UTC").name == "2027-W52"


@pytest.mark.parametrize(
    "typed",
    ["", "47", "2026-13", "2026-00", "0000-01", "0000", "Q5", "ju", "ma", "may be", "friday"],
)
def test_what_names_no_period_is_refused_with_what_does(typed: str) -> None:
    with pytest.raises(NoSuchPeriod, match="2026-Q4"):
        period_named(typed, today=FRIDAY, zone="UTC")


@pytest.mark.parametrize(
    ("name", "earlier"),
    [("2027-W01", "2026-W53"), ("2026-01", "2025-12"), ("2026-Q1", "2025-Q4"), ("2026", "2025")],
)
def test_before_a_period_lies_one_of_its_length(name: str, earlier: str) -> None:
    period = period_named(name, today=FRIDAY, zone="UTC")

    assert before(period).name == earlier


def test_before_some_days_lie_as_many() -> None:
    days = days_between(date(2026, 11, 16), FRIDAY, zone="UTC")

    assert (before(days).first, before(days).last) == (date(2026, 11, 11), date(2026, 11, 15))


def test_what_is_sent_covers_everything_since_it_was_last_sent() -> None:
    sent, now = datetime(2026, 11, 13, 16, tzinfo=UTC), datetime(2026, 11, 20, 16, tzinfo=UTC)

    period = since_sent(sent, now=now, zone="Europe/Berlin")

    assert (period.start, period.until) == (sent, now)
    assert period.title == "13–20 November 2026"
    assert period.cut_at(now) == period


def test_a_period_that_lasts_is_cut_at_the_instant_and_one_that_is_over_is_not() -> None:
    week, now = week_of(FRIDAY, zone="UTC"), datetime(2026, 11, 20, 16, tzinfo=UTC)

    assert week.cut_at(now).until == now
    assert week.cut_at(datetime(2026, 11, 23, tzinfo=UTC)) == week


@pytest.mark.parametrize(
    ("made", "cutoff", "until"),
    [
        # Clocks went back between the two Mondays.
        (week_of, datetime(2026, 10, 26, 12, tzinfo=UTC), datetime(2026, 10, 19, 11, tzinfo=UTC)),
        (month_of, datetime(2026, 3, 5, 9, tzinfo=UTC), datetime(2026, 2, 5, 9, tzinfo=UTC)),
        (month_of, datetime(2026, 3, 31, 9, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)),
    ],
    ids=["week", "month", "a longer month"],
)
def test_what_is_before_a_period_that_is_not_over_is_cut_as_far_from_its_beginning(
    made: Callable[..., Period], cutoff: datetime, until: datetime
) -> None:
    running = made(cutoff.date(), zone="Europe/London").cut_at(cutoff)

    assert before(running).until == until
