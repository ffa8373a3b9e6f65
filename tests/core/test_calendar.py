"""Working days: which count, and what number each has."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.calendar import USUAL_WORK_DAYS, count_usual, number_days

MONDAY = date(2026, 11, 23)


def test_a_week_counts_five_days_and_the_weekend_keeps_friday_s_number() -> None:
    days = number_days(
        MONDAY, MONDAY + timedelta(days=6), start=10, work_days=USUAL_WORK_DAYS, closed={}
    )

    assert [day.number for day in days] == [11, 12, 13, 14, 15, 15, 15]


def test_a_holiday_does_not_count_and_says_why() -> None:
    (day,) = number_days(
        MONDAY, MONDAY, start=0, work_days=USUAL_WORK_DAYS, closed={MONDAY: "a holiday"}
    )

    assert (day.number, day.why_not, day.works) == (0, "a holiday", False)


def test_a_holiday_on_a_weekend_is_a_weekend() -> None:
    sunday = MONDAY - timedelta(days=1)

    (day,) = number_days(
        sunday, sunday, start=0, work_days=USUAL_WORK_DAYS, closed={sunday: "a holiday"}
    )

    assert day.why_not == "weekend"


@given(st.dates(), st.integers(0, 900))
def test_counting_is_the_same_as_numbering(first: date, length: int) -> None:
    length = min(length, (date.max - first).days)
    last = first + timedelta(days=length)

    *_, numbered = number_days(first, last, start=0, work_days=USUAL_WORK_DAYS, closed={})

    assert count_usual(first, last) == numbered.number - (first.weekday() in USUAL_WORK_DAYS)
    assert count_usual(last, first) == -count_usual(first, last)
