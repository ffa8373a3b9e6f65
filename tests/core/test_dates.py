"""The days that a leader types are read in one way only, or refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.dates import (
    DayUnreadable,
    read_day,
    read_days,
    say_ago,
    say_ahead,
    say_day,
    say_since,
)
from dailycontact.errors import ExitCode

MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)
CHRISTMAS = date(2026, 12, 25)


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day != CHRISTMAS


def read(text: str, today: date = MONDAY, *, past: bool = False) -> str:
    return read_day(text, today=today, is_working=is_working, past=past).isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-27", "2026-11-27"),
        ("  Today ", "2026-11-23"),
        ("TOMORROW", "2026-11-24"),
        ("yesterday", "2026-11-22"),
        ("fri", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("thurs", "2026-11-26"),
        ("monday", "2026-11-30"),
        ("next friday", "2026-12-04"),
        ("next monday", "2026-11-30"),
        ("last friday", "2026-11-20"),
        ("last monday", "2026-11-16"),
        ("in 3 days", "2026-11-26"),
        ("in a day", "2026-11-24"),
        ("3 days", "2026-11-26"),
        ("in two weeks", "2026-12-07"),
        ("in 3 months", "2027-02-23"),
        ("in 1 year", "2027-11-23"),
        ("in 2 working days", "2026-11-25"),
        ("3d", "2026-11-26"),
        ("2w", "2026-12-07"),
        ("1mo", "2026-12-23"),
        ("10wd", "2026-12-07"),
        ("24wd", "2026-12-28"),
        ("0wd", "2026-11-23"),
        ("4 days ago", "2026-11-19"),
        ("a week ago", "2026-11-16"),
        ("2w ago", "2026-11-09"),
        ("1 working day ago", "2026-11-20"),
        ("end of week", "2026-11-27"),
        ("end of the month", "2026-11-30"),
        ("end of next week", "2026-12-04"),
        ("end of next month", "2026-12-31"),
        ("23 November", "2026-11-23"),
        ("22 November", "2027-11-22"),
        ("November 24", "2026-11-24"),
        ("23 Nov 2027", "2027-11-23"),
        ("November 23rd, 2027", "2027-11-23"),
        ("3. March", "2027-03-03"),
        ("29 Feb", "2028-02-29"),
        ("Friday 27 November", "2026-11-27"),
    ],
)
def test_a_day_is_read_from_where_today_stands(text: str, day: str) -> None:
    assert read(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fri", "2026-11-20"),
        ("mon", "2026-11-16"),
        ("22 November", "2026-11-22"),
        ("23 November", "2026-11-23"),
        ("24 November", "2025-11-24"),
        ("29 Feb", "2024-02-29"),
        ("3d", "2026-11-20"),
        ("2 weeks", "2026-11-09"),
        ("5wd", "2026-11-16"),
        ("in 3 days", "2026-11-26"),
    ],
)
def test_what_names_no_direction_looks_back_when_asked_to(text: str, day: str) -> None:
    assert read(text, past=True) == day


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("end of week", date(2026, 11, 27), "2026-11-27"),
        ("end of week", SATURDAY, "2026-12-04"),
        ("next friday", date(2026, 11, 29), "2026-12-04"),
        ("last friday", SATURDAY, "2026-11-27"),
        ("1mo", date(2027, 1, 31), "2027-02-28"),
        ("1wd", SATURDAY, "2026-11-30"),
        ("end of month", date(2028, 2, 1), "2028-02-29"),
    ],
)
def test_the_edges_of_weeks_and_months_are_kept(text: str, today: date, day: str) -> None:
    assert read(text, today) == day


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "5", "+5", "may", "november", "05/06/2026", "14/12", "14.12.2026", "20261127"),
        *("t", "fr", "mo", "3m", "3 minutes", "-3d", "in 3 days ago", "next week", "monday week"),
        *("2026-02-30", "30 Feb", "31 November", "29 Feb 2027", "0001-01-01", "9999-12-31"),
        *("in 99999999 weeks", "99999999999999999999mo", "99999wd", "9" * 10_000 + "d", "9000y"),
        *("Saturday 27 November", "foo 27 November", "27 foo", "foo 27", "\x00", "3\x00d", "٣d"),
        *("end of year", "friday the 13th", "today\x1b[2J", "2026-W47", "1899-12-31"),
    ],
)
def test_what_is_ambiguous_or_far_away_is_refused_with_examples(text: str) -> None:
    with pytest.raises(DayUnreadable, match="write it like 2026-11-27") as refused:
        read(text)

    assert refused.value.exit_code == ExitCode.USAGE
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 250


def test_a_calendar_without_working_days_is_refused_rather_than_walked_for_ever() -> None:
    with pytest.raises(DayUnreadable):
        read_day("3wd", today=MONDAY, is_working=lambda _: False)


@given(
    text=st.one_of(
        st.text(max_size=80),
        st.from_regex(r"(in )?[0-9]{1,12} ?(d|w|mo|wd|y|days|weeks|months|working days)( ago)?"),
        st.from_regex(r"[0-9]{1,2} (feb|nov|may|jan)( [0-9]{4})?", fullmatch=True),
        st.sampled_from(["fri", "next mon", "last sun", "end of week", "end of next month", "1d"]),
    ),
    today=st.dates(),
    past=st.booleans(),
)
def test_whatever_is_typed_is_a_day_or_is_refused(text: str, today: date, past: bool) -> None:
    try:
        day = read_day(text, today=today, is_working=is_working, past=past)
    except DayUnreadable:
        return

    assert 1900 <= day.year < 2200


@given(
    today=st.dates(date(1910, 1, 1), date(2190, 1, 1)),
    days=st.integers(min_value=0, max_value=364),
)
def test_a_day_that_was_said_is_read_back(today: date, days: int) -> None:
    ahead, behind = today + timedelta(days=days), today - timedelta(days=days)

    assert read(say_day(ahead, today=today), today) == ahead.isoformat()
    assert read(say_day(behind, today=today), today, past=True) == behind.isoformat()


@given(today=st.dates(date(1910, 1, 1), date(2150, 1, 1)), count=st.integers(1, 300))
def test_so_many_working_days_ahead_there_are_so_many_working_days(today: date, count: int) -> None:
    day = date.fromisoformat(read(f"{count}wd", today))

    between = [today + timedelta(days=n) for n in range(1, (day - today).days + 1)]
    assert is_working(day)
    assert sum(is_working(each) for each in between) == count


def test_a_span_has_a_first_and_a_last_day() -> None:
    span = read_days("2026-12-21..2 January", today=MONDAY, is_working=is_working)

    assert span == (date(2026, 12, 21), date(2027, 1, 2))


def test_a_single_day_is_a_span_of_one() -> None:
    span = read_days("tomorrow", today=MONDAY, is_working=is_working)

    assert span == (date(2026, 11, 24), date(2026, 11, 24))


@pytest.mark.parametrize("text", ["2027-01-02..2026-12-21", "..", "today..", "..today", "1..2..3"])
def test_a_span_that_is_broken_is_refused(text: str) -> None:
    with pytest.raises(DayUnreadable):
        read_days(text, today=MONDAY, is_working=is_working)


def test_a_day_is_said_with_its_year_only_when_it_is_another() -> None:
    assert say_day(date(2026, 11, 27), today=MONDAY) == "Friday 27 November"
    assert say_day(date(2027, 1, 2), today=MONDAY) == "Saturday 2 January 2027"


@pytest.mark.parametrize(
    ("days", "ago", "ahead"),
    [
        (0, "today", "today"),
        (1, "yesterday", "tomorrow"),
        (4, "4 days ago", "in 4 days"),
        (13, "13 days ago", "in 13 days"),
        (14, "2 weeks ago", "in 2 weeks"),
        (81, "12 weeks ago", "in 12 weeks"),
        (112, "4 months ago", "in 4 months"),
        (152, "5 months ago", "in 5 months"),
        (365, "12 months ago", "in 12 months"),
        (730, "2 years ago", "in 2 years"),
    ],
)
def test_how_far_a_day_lies_is_said_in_plain_words(days: int, ago: str, ahead: str) -> None:
    behind, before = MONDAY - timedelta(days=days), MONDAY + timedelta(days=days)

    assert say_ago(behind, today=MONDAY) == say_ahead(behind, today=MONDAY) == ago
    assert say_ahead(before, today=MONDAY) == say_ago(before, today=MONDAY) == ahead


@pytest.mark.parametrize(
    ("days", "said"), [(0, "since today"), (1, "since yesterday"), (13, "13 days"), (14, "2 weeks")]
)
def test_for_how_long_something_stands_is_said_in_days_and_weeks(days: int, said: str) -> None:
    assert say_since(MONDAY - timedelta(days=days), today=MONDAY) == said
