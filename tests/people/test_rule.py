"""What is typed about people, read."""

from datetime import date

import pytest

from dailycontact.people.rule import (
    NoName,
    Span,
    UnknownCadence,
    read_cadence,
    read_name,
    split_number,
    without,
)


@pytest.mark.parametrize(
    ("text", "days"),
    [("month", 21), (" Quarterly ", 63), ("yearly", 252), ("10", 10), ("2520", 2520)],
)
def test_a_rhythm_is_read(text: str, days: int) -> None:
    assert read_cadence(text) == days


@pytest.mark.parametrize("text", ["", "0", "2521", "99999", "-3", "fortnight", "²"])
def test_what_is_no_rhythm_is_refused(text: str) -> None:
    with pytest.raises(UnknownCadence):
        read_cadence(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("office=0113 496", ("office", "0113 496")),
        (" 0113 ", ("", "0113")),
        ("=0113", ("", "0113")),
    ],
)
def test_a_number_may_have_a_label(text: str, parts: tuple[str, str]) -> None:
    assert split_number(text) == parts


def test_a_name_stands_on_one_line() -> None:
    assert read_name(" Ana \n Duarte ", whose="customer") == "Ana Duarte"


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(NoName, match="customer"):
        read_name(" \n", whose="customer")


def test_days_are_taken_out_of_days_away() -> None:
    span = Span(first_on=date(2026, 12, 1), last_on=date(2026, 12, 9), deputy_id=2)

    left = without([span], date(2026, 12, 3), date(2026, 12, 4))

    assert left == [
        Span(first_on=date(2026, 12, 1), last_on=date(2026, 12, 2), deputy_id=2),
        Span(first_on=date(2026, 12, 5), last_on=date(2026, 12, 9), deputy_id=2),
    ]


def test_days_that_do_not_touch_it_leave_it_alone() -> None:
    span = Span(first_on=date(2026, 12, 1), last_on=date(2026, 12, 9))

    assert without([span], date(2026, 12, 20), date(2026, 12, 21)) == [span]
