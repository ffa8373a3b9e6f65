"""The bare command: the whole morning, key by key, on both databases."""

import sys
from datetime import timedelta
from typing import Any

import pytest

from conftest import Founded
from dailycontact.terminal.prompts import Asker
from support.builders import MONDAY, MORNING, a_call, a_customer, a_finish, an_action, an_answer
from support.running import Ran, Run
from support.typing import Typed
from terminal.hostile import Terminal

NAMES = ("Ana Duarte", "Bo Lind", "Jo Hansen", "Sol Ortega")
WEEKS_AGO = MONDAY - timedelta(weeks=12)
SPOKEN = [""] * 5
"""The keys of a conversation in which nothing is said: the outcome, and Enter to every question."""


@pytest.fixture(autouse=True)
def _people(founded: Founded) -> None:
    """Put four customers into the book, who have waited the longer the earlier they come."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for place, name in enumerate(NAMES):
            customer_id = a_customer(change, name, cadence=63, joined_on=WEEKS_AGO)
            a_call(change, customer_id, day=WEEKS_AGO + timedelta(days=place))
    founded.book.rest()


@pytest.fixture
def morning(run_in: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what goes through the morning with the keys that are pressed in it."""

    def pressed(*keys: str, code: int = 0) -> Ran:
        monkeypatch.setattr("dailycontact.terminal.streams.is_terminal", lambda _: True)
        monkeypatch.setattr(sys, "stdin", Typed(*keys))
        return run_in(code=code)

    return pressed


def outcomes(founded: Founded) -> list[tuple[str, str]]:
    rows = founded.book.look().rows(
        "SELECT customer.name, outcome FROM call JOIN customer ON customer.id = customer_id"
        " WHERE call.day = '2026-11-23' ORDER BY call.id"
    )
    return [(row["name"], row["outcome"]) for row in rows]


def test_a_conversation_ends_the_morning(morning: Any, founded: Founded) -> None:
    shown = morning(*SPOKEN)

    assert outcomes(founded) == [("Ana Duarte", "reached")]
    assert "Thank you" in shown.out
    assert "Bo Lind" not in shown.out


def test_the_next_card_follows_a_call_in_vain_until_the_tries_are_used_up(
    morning: Any, founded: Founded
) -> None:
    shown = morning("n", "v", "l", "")

    assert outcomes(founded) == [
        ("Ana Duarte", "no-answer"),
        ("Bo Lind", "voicemail"),
        ("Jo Hansen", "not-now"),
    ]
    assert "Sol Ortega" not in shown.out
    assert "enough for today" in " ".join(shown.out.split())


def test_whoever_is_skipped_makes_room_for_the_next(morning: Any, founded: Founded) -> None:
    shown = morning("s", "", *SPOKEN)

    assert outcomes(founded) == [("Bo Lind", "reached")]
    assert "Ana Duarte is left until Monday 30 November" in shown.err


def test_a_skip_asks_for_the_reason(morning: Any, founded: Founded) -> None:
    morning("s", "No time for a long one", "q")

    rows = founded.book.look().rows("SELECT reason FROM skip")
    assert [row["reason"] for row in rows] == ["No time for a long one"]
    assert outcomes(founded) == []


def test_whoever_was_logged_in_another_window_makes_room_for_the_next(
    morning: Any, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asker.key

    def meanwhile(asker: Asker, keys: Any, *, fresh: bool = False) -> str:
        if not outcomes(founded):
            with founded.book.change("log", leader_id=founded.leader_id, at=MORNING) as change:
                pick_id = change.value("SELECT id AS value FROM pick")
                a_call(change, 1, outcome="no-answer", pick_id=pick_id)
        return asked(asker, keys, fresh=fresh)

    monkeypatch.setattr(Asker, "key", meanwhile)

    shown = morning("n", "q")

    assert outcomes(founded) == [("Ana Duarte", "no-answer")]
    assert "Ana was logged a moment ago by Marta" in " ".join(shown.err.split())
    assert "Bo Lind" in shown.out


def test_a_wrong_number_and_a_refusal_go_on_too(morning: Any, founded: Founded) -> None:
    morning("w", "y", "r", "y", "", "q")

    assert outcomes(founded) == [("Ana Duarte", "wrong-number"), ("Bo Lind", "never")]


def test_it_can_be_stopped_and_taken_up_again(morning: Any, founded: Founded) -> None:
    stopped = morning("q")
    again = morning("q")

    assert outcomes(founded) == []
    assert "Ana Duarte" in stopped.out
    assert "Ana Duarte" in again.out


def test_ctrl_d_stops_it_with_130(morning: Any, founded: Founded) -> None:
    morning(code=130)

    assert outcomes(founded) == []


def test_why_shows_the_arithmetic(morning: Any, run_in: Run) -> None:
    shown = morning("?", "q")

    asked = run_in("today", "--why").out
    assert "4 can be phoned now" in asked
    assert asked in shown.out


def test_why_somebody_new_is_proposed_is_said_too(morning: Any, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Newcomer", joined_on=WEEKS_AGO, cadence=21)
    founded.book.rest()

    shown = morning("?", "q")

    assert "You have never spoken" in " ".join(shown.out.split())
    assert "whoever is new has a place in line instead" in " ".join(shown.out.split())


def test_why_a_promise_comes_first_is_said_too(morning: Any, run_in: Run) -> None:
    run_in("log", "not-now", "--customer", "Sol", "--on", "2026-11-20", "--call-back", "today")

    shown = morning("?", "q")

    assert "Sol Ortega  promise" in shown.out
    assert "Promises to call back come first" in shown.out


def test_a_number_can_be_dialled_from_a_picture(morning: Any, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for place, e164 in ((2, "+447700900123"), (3, None)):
            change.add(
                "phone", customer_id=1, position=place, raw="x", e164=e164, shown=f"number {place}"
            )
    founded.book.rest()

    shown = morning("d", "2", "s", "", "d", "q")

    assert shown.out.count("█▀") > 4
    assert "number 2" in shown.err
    assert "number 3" not in shown.err


def test_a_long_name_leaves_room_for_the_keys(morning: Any, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.set("customer", 1, name="名" * 60)
    founded.book.rest()

    shown = morning("q")

    assert f"Enter {'名' * 11}… answered   n no answer" in shown.err


def test_what_cannot_be_dialled_is_said(morning: Any, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.set("phone", 1, e164=None)
    founded.book.rest()

    shown = morning("d", "q")

    assert "can be dialled" in shown.err


def test_at_the_end_it_says_what_waits(morning: Any, founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for customer_id in (1, 2):
            answer_id = an_answer(change, customer_id, day=WEEKS_AGO)
            a_finish(change, an_action(change, answer_id), answer_id)
    founded.book.rest()

    shown = morning("", "p", *SPOKEN[1:])

    end = shown.out[shown.out.index("Thank you") :]
    assert "Bo Lind waits to hear" in end
    assert "dailycontact tell" in end


def test_when_the_call_is_made_it_says_so(morning: Any, run_in: Run) -> None:
    run_in("today")
    run_in("log", "--nothing")

    shown = morning()

    assert "Today's call is made." in shown.out


def test_outside_a_terminal_it_is_the_card(run_in: Run) -> None:
    assert run_in().out == run_in("today").out


def test_on_an_empty_machine_it_is_the_welcome(run: Run) -> None:
    assert run().out == run("today").out


def test_keys_pressed_before_a_card_was_seen_are_forgotten(founded: Founded) -> None:
    founded.book.rest()
    terminal = Terminal(
        "from dailycontact.__main__ import main; raise SystemExit(main([]))",
        told={
            "DAILYCONTACT_BOOK": founded.book.address,
            "DAILYCONTACT_NOW": MORNING.isoformat(),
        },
    )

    terminal.type("nvl\r", after="why Ana")
    terminal.type("q", after="why Bo")

    assert terminal.ended() == 0
    assert outcomes(founded) == [("Ana Duarte", "no-answer")]


def test_in_a_terminal_each_thing_takes_one_key(founded: Founded) -> None:
    founded.book.rest()
    terminal = Terminal(
        "from dailycontact.__main__ import main; raise SystemExit(main([]))",
        told={
            "DAILYCONTACT_BOOK": founded.book.address,
            "DAILYCONTACT_NOW": MORNING.isoformat(),
        },
    )

    terminal.type("?", after="why Ana")
    terminal.type("n", after="the highest")
    terminal.type("\r", after="why Bo")
    terminal.type("More chairs\r", after="The one thing")
    terminal.type("\r", after="One more thing?")
    terminal.type("\r", after="A note")
    terminal.type("\r", after="Did you promise")
    terminal.type("\r", after="May we pass it on")

    assert terminal.ended() == 0
    assert outcomes(founded) == [("Ana Duarte", "no-answer"), ("Bo Lind", "reached")]
    assert any("Thank you" in line for line in terminal.lines)
