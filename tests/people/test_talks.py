"""Talks with the team through the command line, on both databases."""

import sys
from typing import Any

import pytest

from conftest import Founded
from dailycontact.core.talk import QUESTION
from support.running import Ran, Run
from support.typing import Typed

WISH = "A second screen for the help desk"


@pytest.fixture
def team(run_in: Run) -> Run:
    """Return what runs a command in a book with Marta, who makes calls, and Priya, who does not."""
    run_in("team", "add", "Priya Nair", "--alias", "Pri")
    return run_in


@pytest.fixture
def asked(team: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what notes a talk at a terminal at which these lines are typed."""

    def talk(*lines: str, words: tuple[str, ...] = ("priya",)) -> Ran:
        with monkeypatch.context() as here:
            here.setattr(sys, "stdin", Typed(*lines))
            return team("team", "talk", *words)

    return talk


def _talks(founded: Founded) -> list[tuple[Any, ...]]:
    rows = founded.book.look().rows("SELECT * FROM talk ORDER BY id")
    founded.book.rest()
    return [(row["day"], row["wish"], row["pass_on"], row["notes"]) for row in rows]


def test_everything_can_be_given_as_a_flag(team: Run, founded: Founded) -> None:
    ran = team(
        *("team", "talk", "pri", "--wish", WISH, "--pass-on"),
        *("--notes", "likes mornings", "--on", "2026-11-20"),
    )

    assert _talks(founded) == [("2026-11-20", WISH, 1, "likes mornings")]
    assert "Noted: you talked with Priya Nair on Friday 20 November." in ran.err
    assert "may be passed on" in " ".join(ran.err.split())
    assert "dailycontact undo" in ran.err


def test_in_a_terminal_the_question_is_asked(asked: Any, founded: Founded) -> None:
    ran = asked(WISH, "y")

    assert QUESTION in " ".join(ran.out.split())
    assert "your first talk" in ran.out
    assert _talks(founded) == [("2026-11-23", WISH, 1, None)]


def test_what_is_said_stays_with_the_leader_unless_they_agree(asked: Any, founded: Founded) -> None:
    ran = asked(WISH, "")

    assert _talks(founded) == [("2026-11-23", WISH, 0, None)]
    assert "What was said is yours alone." in ran.err


def test_nothing_to_wish_for_is_a_talk_too(asked: Any, founded: Founded) -> None:
    ran = asked("")

    assert _talks(founded) == [("2026-11-23", None, 0, None)]
    assert "yours alone" not in ran.err


def test_without_a_name_whoever_is_due_is_offered(asked: Any, founded: Founded) -> None:
    ran = asked("", WISH, "n", words=())

    assert "With whom did you talk [Priya Nair]" in ran.err + ran.out
    assert len(_talks(founded)) == 1


def test_the_next_time_begins_with_what_was_said(asked: Any, team: Run) -> None:
    team("team", "talk", "priya", "--wish", WISH, "--on", "2026-10-20")

    ran = asked("")

    assert "last talk 5 weeks ago" in ran.out
    assert WISH in ran.out


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        ((), "With whom did you talk is missing", 2),
        (("marta", "--wish", "more"), "That is you", 2),
        (("priya", "--pass-on"), "There is nothing to pass on", 2),
        (("priya", "--pass-on", "--wish", " "), "There is nothing to pass on", 2),
        (("priya", "--on", "2026-11-24"), "once it was held", 2),
        (("nobody",), "Nobody in the team is called 'nobody'", 4),
    ],
)
def test_what_cannot_be_meant_is_refused(
    team: Run, founded: Founded, words: tuple[str, ...], said: str, code: int
) -> None:
    refused = team("team", "talk", *words, code=code)

    assert said in " ".join(refused.err.split())
    assert _talks(founded) == []


def test_the_list_of_the_team_says_when_one_last_talked(team: Run) -> None:
    team("team", "talk", "priya", "--on", "2026-10-20")

    shown = team("team", "list").out
    members = team("team", "list", "--json").json["members"]

    assert "last talk 5 weeks ago" in shown
    assert [member["talked_on"] for member in members] == [None, "2026-10-20"]


def test_history_tells_that_there_was_a_talk_and_not_what_was_said(team: Run) -> None:
    team("team", "talk", "priya", "--wish", WISH, "--notes", "secretly looking around")

    shown = team("history").out + team("history", "--all", "--json").out

    assert "talked with Priya Nair" in shown
    assert "screen" not in shown
    assert "secretly" not in shown


def test_a_talk_can_be_taken_back(team: Run, founded: Founded) -> None:
    team("team", "talk", "priya", "--wish", WISH)

    undone = team("undo")

    assert _talks(founded) == []
    assert "That was 1 talk with the team." in undone.err


def test_who_joined_is_not_taken_back_after_a_talk(team: Run) -> None:
    team("team", "add", "Ana Gil", "--leads")
    team("--as", "marta", "team", "add", "Tom Berg")
    team("--as", "ana", "team", "talk", "tom")

    refused = team("--as", "marta", "undo", "--yes", code=7)

    assert "here was a talk with Tom Berg since" in " ".join(refused.err.split())


def test_find_shows_what_was_said_to_the_leader_who_heard_it_alone(team: Run) -> None:
    team("team", "talk", "priya", "--wish", WISH, "--notes", "the screen flickers")
    team("team", "add", "Tom Berg", "--leads")

    seen = {
        who: [(hit["field"], hit["member"]) for hit in team(*as_, "find", "screen", "--json").json]
        for who, as_ in (
            ("marta", ("--as", "marta")),
            ("tom", ("--as", "tom")),
            ("priya", ("--as", "priya")),
            ("anybody", ()),
        )
    }

    assert seen.pop("marta") == [("wish", "Priya Nair"), ("note", "Priya Nair")]
    assert seen == {"tom": [], "priya": [], "anybody": []}


def test_find_shows_what_may_be_passed_on_to_everybody(team: Run) -> None:
    team("team", "talk", "priya", "--wish", WISH, "--pass-on", "--notes", "the screen flickers")
    team("team", "add", "Tom Berg", "--leads")

    shown = team("--as", "tom", "find", "screen").out

    assert "TALKS WITH THE TEAM (1)" in shown
    assert "Priya Nair" in shown
    assert "flickers" not in shown


def test_the_report_shows_nothing_of_a_talk(team: Run) -> None:
    team("team", "talk", "priya", "--wish", WISH, "--notes", "the screen flickers")

    shown = team("report").out

    assert "screen" not in shown


def test_whoever_was_talked_with_can_leave(team: Run) -> None:
    team("team", "talk", "priya", "--wish", WISH)

    team("team", "left", "priya")

    assert "last talk" not in team("team", "list").out
    assert WISH in team("find", "screen").out


def test_the_talks_of_a_leader_who_left_stay_theirs(team: Run) -> None:
    team("team", "add", "Tom Berg", "--leads")
    team("--as", "tom", "team", "talk", "priya", "--wish", WISH)

    team("--as", "marta", "team", "left", "tom", "--to", "marta")

    assert team("find", "screen", "--json").json == []
    assert "last talk today" in team("team", "list").out


@pytest.mark.parametrize("typed", ["off", "weekly", " OFF "])
def test_a_book_says_whether_it_has_talks(team: Run, typed: str) -> None:
    saved = team("config", "--talks", typed)

    assert f"Saved: the talks ({typed.strip().lower()})." in saved.err
    assert team("config", "--json").json["talks"] == typed.strip().lower()
    assert f"team talks {typed.strip().lower()}" in " ".join(team("config").out.split())


def test_talks_are_weekly_or_not_at_all(team: Run) -> None:
    refused = team("config", "--talks", "daily", code=2)

    assert "write weekly or off." in refused.err
