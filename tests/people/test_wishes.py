"""What becomes of the team's own wishes, through the command line, on both databases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.running import Run

MONDAYS = "Later Monday starts"
DONE = "From 1 December, Mondays begin at 08:00."


@pytest.fixture
def wished(run_in: Run) -> Run:
    """Return what runs a command in a book in which 1 may be passed on and 2 may not."""
    run_in("team", "add", "Priya Nair")
    run_in("team", "talk", "priya", "--wish", MONDAYS, "--pass-on")
    run_in("team", "talk", "priya", "--wish", "A secret")
    return run_in


def test_what_may_be_passed_on_is_listed_without_a_name(wished: Run) -> None:
    ran = wished("team", "wish")

    assert MONDAYS in ran.out
    assert "nobody has answered yet" in ran.out
    assert "A secret" not in ran.out
    assert "Priya" not in ran.out


def test_what_is_being_done_is_still_listed_and_what_is_done_is_not(wished: Run) -> None:
    wished("team", "wish", "1", "--doing", "We try it in December.")
    doing = wished("team", "wish")

    done = wished("team", "wish", "1", "--done", DONE)

    assert "We try it in December." in " ".join(doing.out.split())
    assert f"“{MONDAYS}” is done." in done.err
    assert "Nobody of the team waits" in wished("team", "wish").err


def test_what_cannot_be_is_said_too(wished: Run) -> None:
    ran = wished("team", "wish", "1", "--decline", "The shops open at seven.", "--json")

    (wish,) = json.loads(ran.out)["wishes"]
    assert (wish["id"], wish["how"], wish["say"]) == (1, "declined", "The shops open at seven.")
    assert json.loads(wished("team", "wish", "--json").out)["wishes"] == []


def test_a_reply_can_be_taken_back(wished: Run) -> None:
    wished("team", "wish", "1", "--done", DONE)

    undone = wished("undo", "--yes")

    assert "answered 1 wish of the team" in undone.err
    assert "nobody has answered yet" in wished("team", "wish").out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("2", "--done", "x"), 4, "There is no wish '2' that may be passed on"),
        (("A1", "--done", "x"), 4, "There is no wish 'A1'"),
        (("1",), 2, "Say what became of it"),
        (("1", "--done", " "), 2, "Say what became of it"),
        (("1", "--done", "x", "--doing", "y"), 2, "Say what became of it"),
        (("--done", "x"), 2, "Say which wish"),
    ],
)
def test_what_is_left_out_is_asked_for(
    wished: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    ran = wished("team", "wish", *words, code=code)

    assert said in " ".join(ran.err.split())
    assert "nobody has answered yet" in wished("team", "wish").out
