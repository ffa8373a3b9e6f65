"""Twelve weeks on one line: this week is the last of them, and a week of silence is low."""

from datetime import date, timedelta

from dailycontact.core.trend import WEEKS, first_week, sparkline, trend

WEDNESDAY = date(2026, 11, 25)


def test_the_weeks_begin_on_mondays_and_end_with_this_one() -> None:
    first = first_week(WEDNESDAY)
    sunday_before = first - timedelta(days=1)

    weeks = trend(
        [(first, 2), (sunday_before, 9), (WEDNESDAY, 1), (date(2026, 11, 30), 5)], today=WEDNESDAY
    )

    assert (first, first.weekday()) == (date(2026, 9, 7), 0)
    assert weeks == (2, *[0] * (WEEKS - 2), 1)


def test_bars_grow_with_the_highest_week_but_one_answer_is_no_peak() -> None:
    assert sparkline([0, 1, 0, 2]) == "▁▃▁▅"
    assert sparkline([0, 1, 70, 140]) == "▁▂▅█"
    assert sparkline([]) == ""
