"""The stretch of days that is looked back on."""

from datetime import UTC, date, datetime

import pytest

from dailycontact.core.period import (
    EndsBeforeItBegins,
    NoSuchWeek,
    days_between,
    say_days,
    week_named,
    week_of,
)

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
