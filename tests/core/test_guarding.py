"""Cells that a spreadsheet would compute, and how they come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.core.guarding import guarded, unguarded


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\uff1d1",
        "'quoted", "'=1", "+49 30 123", "+49301234567;ext=5;ext=6", "+12345", "=",
    ],
)  # fmt: skip
def test_what_would_compute_begins_with_a_quote(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "Ana", "+493012345", "+493012345;ext=12", "a=b", "1-2", "d'Arc", " x"]
)
def test_what_computes_nothing_stays(text: str) -> None:
    assert guarded(text) == unguarded(text) == text


@given(st.text() | st.from_regex(r"\A'{0,3}[=+\-@\t\r ]?\d*(;ext=)?\d*\Z"))
def test_a_guard_is_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_a_quote_that_guards_nothing_is_the_names_own() -> None:
    assert unguarded("'s Gravenhage") == "'s Gravenhage"


def test_a_guard_that_somebody_else_put_before_a_number_is_taken_off() -> None:
    assert unguarded("'+493012345") == "+493012345"
