"""The wishes without a theme, gone through by somebody who is there, one key for each."""

import sys

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer, a_theme, an_answer
from support.running import Run
from support.typing import Typed

LATE = "The driver comes at nine, right in our breakfast rush"


@pytest.fixture
def founded(sqlite_book: Founded) -> Founded:
    """Return a book in a file, in which the first of four wishes is read."""
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        said = (LATE, "Smaller sacks of sugar", "Your boxes are full of plastic", f"{LATE} again")
        answers = [an_answer(change, ana, verbatim) for verbatim in said]
        a_theme(change, "delivery times", answers[0])
    sqlite_book.book.rest()
    return sqlite_book


def test_each_wish_gets_its_theme_until_the_leader_stops(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ("", "t", "delivry", "n", "t", "packaging", "y", "q")
    monkeypatch.setattr(sys, "stdin", Typed(*typed))

    ran = run_in("theme", "put")

    rows = founded.book.look().tuples(
        "SELECT answer.id, theme.name FROM answer LEFT JOIN theme ON theme.id = theme_id ORDER BY 1"
    )
    assert rows == [(1, "delivery times"), (2, None), (3, "packaging"), (4, "delivery times")]
    assert "Sounds like delivery times. Ana (1) said so." in ran.err
    assert "Nothing is much like it so far." in ran.err
    assert "2 wishes have a theme now." in ran.err


def test_whoever_leaves_all_of_them_has_changed_nothing(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("x", "t", "", "", ""))

    ran = run_in("theme", "put")

    assert founded.book.look().value("SELECT COUNT(*) AS value FROM reading") == 1
    assert "No theme was given" in ran.err


def test_where_every_wish_has_a_theme_that_is_said(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_in("theme", "put", "2", "3", "4", "--in", "sundry", "--new")
    monkeypatch.setattr(sys, "stdin", Typed())

    assert "Every wish has a theme." in run_in("theme", "put").err
    assert founded.book.exists()


def test_a_wish_without_a_theme_is_shown_beside_those_that_wait_like_it(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        bo = a_customer(change, "Bo Lind")
        an_answer(change, bo, "Smaller sacks of sugar, please")
    founded.book.rest()
    monkeypatch.setattr(sys, "stdin", Typed("q"))

    ran = run_in("theme", "put")

    said = "Ana (2) said something like it, without a theme so far."
    assert said in " ".join(ran.err.split())
