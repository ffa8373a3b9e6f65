"""Hours are read however a leader writes them, and never reach beyond those one may ring at."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.hours import (
    LAWFUL,
    USUAL,
    Hours,
    HoursEndEarly,
    HoursTooEarlyOrLate,
    HoursUnreadable,
    read_hours,
    stored_hours,
)
from dailycontact.errors import DailycontactError


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("09:00-17:00", "09:00-17:00"), ("9-17", "09:00-17:00"), (" 9 - 17 ", "09:00-17:00")),
        *(("9:30–12", "09:30-12:00"), ("9am-5pm", "09:00-17:00"), ("9 to 12pm", "09:00-12:00")),
        *(("10.30-16.15", "10:30-16:15"), ("9h30-18h00", "09:30-18:00"), ("8-21", "08:00-21:00")),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, meant: str) -> None:
    hours, remark = read_hours(typed)

    assert (str(hours), remark) == (meant, "")
    assert stored_hours(str(hours)) == hours


@pytest.mark.parametrize(
    ("typed", "cut"),
    [("7-22", "08:00-21:00"), ("6:30-12", "08:00-12:00"), ("18-24", "18:00-21:00")],
)
def test_hours_at_which_nobody_may_ring_are_cut_off_and_it_is_said(typed: str, cut: str) -> None:
    hours, remark = read_hours(typed)

    assert str(hours) == cut
    assert remark == f"Nobody is phoned outside 08:00-21:00 of their own day, so it is {cut}."


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        *((text, HoursUnreadable) for text in ("", "morning", "9", "9-", "25-26", "9:60-10")),
        *((text, HoursUnreadable) for text in ("9-17-20", "24:30-25", "13pm-14pm", "0am-9am")),
        *((text, HoursEndEarly) for text in ("17-9", "9-9", "12pm-9am")),
        *((text, HoursTooEarlyOrLate) for text in ("5-8", "21-23", "0-7:59")),
    ],
)
def test_what_are_no_hours_is_refused_with_an_example(
    typed: str, error: type[DailycontactError]
) -> None:
    with pytest.raises(error, match=r"write them like 09:00-17:00, or 9-17\.$"):
        read_hours(typed)


@given(st.text())
def test_no_text_at_all_breaks_the_reading_of_hours(text: str) -> None:
    try:
        hours, _ = read_hours(text)
    except DailycontactError:
        return

    assert LAWFUL.start <= hours.start < hours.end <= LAWFUL.end


def test_nothing_stored_is_no_hours() -> None:
    assert [stored_hours(None), stored_hours("")] == [None, None]


def test_hours_hold_their_first_minute_and_not_their_last() -> None:
    held = [USUAL.holds(time(9)), USUAL.holds(time(16, 59)), USUAL.holds(time(17))]

    assert held == [True, True, False]
    assert Hours(start=600, end=660).holds(time(10, 30))
