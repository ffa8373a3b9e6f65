"""Passing somebody over, once and again and again, on both databases."""

import sys
from datetime import date, timedelta
from typing import Any

import pytest

from conftest import Founded
from dailycontact.core.rhythm import Happening
from dailycontact.store import rhythms
from support.builders import MONDAY, MORNING, a_call, a_customer
from support.running import Ran, Run
from support.typing import Typed

LONG_AGO = MONDAY - timedelta(weeks=20)
A_MONTH = timedelta(days=30)


@pytest.fixture(autouse=True)
def _people(founded: Founded) -> None:
    """Put two customers into the book, of whom Ana has waited longer, and was skipped twice."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for name in ("Ana Duarte", "Bo Lind"):
            customer_id = a_customer(change, name, cadence=63, joined_on=LONG_AGO)
            a_call(change, customer_id, day=LONG_AGO + timedelta(days=customer_id))
        for _ in range(2):
            rhythms.happened(change, 1, Happening.SKIP, day=LONG_AGO + A_MONTH, waits=5)
    founded.book.rest()


@pytest.fixture
def skipped(run_in: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what skips whoever is proposed, with what is typed when it asks."""

    def skip(*lines: str, words: tuple[str, ...] = ()) -> Ran:
        run_in("today")
        monkeypatch.setattr(sys, "stdin", Typed(*lines))
        return run_in("skip", *words)

    return skip


def ana(founded: Founded) -> dict[str, Any]:
    found = founded.book.look().row("SELECT * FROM customer WHERE id = 1")
    assert found is not None
    names = ("cadence", "beat", "paused_on", "paused_until", "skips", "open")
    return {name: found[name] for name in names}


def skips(founded: Founded) -> int:
    return len(founded.book.look().rows("SELECT id FROM skip"))


def test_after_the_third_skip_in_a_row_the_leader_is_asked(founded: Founded, skipped: Any) -> None:
    shown = skipped("")

    assert "That makes three times in a row that you skip Ana" in " ".join(shown.err.split())
    assert "p pause Ana" in shown.err
    assert "l only once a year" in shown.err
    assert (skips(founded), ana(founded)["skips"]) == (1, 3)
    assert "Ana Duarte is left until Monday 30 November" in shown.err
    assert "Bo Lind" in shown.out


def test_nobody_is_asked_after_the_first_skip(founded: Founded, skipped: Any) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        rhythms.happened(change, 1, Happening.TOLD, day=LONG_AGO + A_MONTH)
    founded.book.rest()

    shown = skipped()

    assert "in a row" not in shown.err
    assert ana(founded)["skips"] == 1


def test_nobody_is_asked_again_after_the_fourth(founded: Founded, skipped: Any) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        rhythms.happened(change, 1, Happening.SKIP, day=LONG_AGO + A_MONTH)
    founded.book.rest()

    assert "What would suit better" not in skipped().err


def test_a_pause_is_one_key_and_three_months(founded: Founded, skipped: Any) -> None:
    shown = skipped("p", "")

    assert ana(founded)["paused_until"] == "2027-02-23"
    assert "Ana Duarte is paused until Tuesday 23 February 2027." in shown.err
    assert "Bo Lind" in shown.out


def test_a_pause_can_be_as_long_as_one_likes(founded: Founded, skipped: Any) -> None:
    shown = skipped("p", "soonish", "yesterday", "7 December")

    assert ana(founded)["paused_until"] == "2026-12-07"
    assert "is not ahead; name a day to come" in " ".join(shown.err.split())


def test_a_longer_rhythm_is_one_key(founded: Founded, skipped: Any) -> None:
    shown = skipped("l")

    assert (ana(founded)["cadence"], ana(founded)["beat"]) == (252, 252)
    said = " ".join(shown.err.split())
    assert "From now on, Ana Duarte's turn comes once a year. Left until Monday 30" in said


def test_beyond_a_year_it_is_half_as_often(founded: Founded, skipped: Any) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.set("customer", 1, cadence=252, joined_on=date(2024, 1, 8))
        change.run("UPDATE rhythm_fact SET day = '2025-01-08' WHERE customer_id = 1")
        change.run("UPDATE call SET day = '2025-01-08' WHERE customer_id = 1")
        rhythms.refresh(change, [1])
    founded.book.rest()

    shown = skipped("l")

    assert "l half as often" in shown.err
    assert ana(founded)["cadence"] == 504


def test_who_is_called_after_all_is_not_skipped(founded: Founded, skipped: Any) -> None:
    shown = skipped("c")

    assert (skips(founded), ana(founded)["skips"]) == (0, 2)
    assert "Ana Duarte" in shown.out


def test_undo_takes_the_pause_and_the_skip_back(
    founded: Founded, skipped: Any, run_in: Run
) -> None:
    skipped("p", "")
    before = ana(founded)
    founded.book.rest()

    run_in("undo", "--yes")

    assert before["paused_on"] == "2026-11-23"
    assert ana(founded)["paused_on"] is None
    assert (skips(founded), ana(founded)["skips"]) == (0, 2)


def test_where_no_key_can_be_pressed_the_commands_are_named(founded: Founded, run_in: Run) -> None:
    run_in("today")

    shown = run_in("skip")

    assert "dailycontact customers pause 1 --until 3mo" in shown.err
    assert "dailycontact customers edit 1 --cadence year" in shown.err
    assert "dailycontact log --customer 1" in shown.err
    assert skips(founded) == 1


def test_the_commands_that_are_named_work(founded: Founded, run_in: Run) -> None:
    run_in("today")
    run_in("skip")

    run_in("log", "reached", "--nothing", "--customer", "1")

    call = founded.book.look().row("SELECT * FROM call ORDER BY id DESC")
    assert call is not None
    assert call["pick_id"] is not None
    assert ana(founded)["skips"] == 0


def test_the_document_counts_the_skips_in_a_row(run_in: Run) -> None:
    run_in("today")

    document = run_in("skip", "--json").json

    assert document["skipped"] == {
        "id": 1, "name": "Ana Duarte", "until": "2026-11-30", "skips": 3,
    }  # fmt: skip


def test_in_the_morning_whoever_is_called_after_all_stays_on_the_card(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dailycontact.terminal.streams.is_terminal", lambda _: True)
    monkeypatch.setattr(sys, "stdin", Typed("s", "No time", "c", "q"))

    shown = run_in()

    assert shown.out.count("Ana Duarte") == 2
    assert skips(founded) == 0


def test_in_the_morning_a_pause_makes_room_for_the_next(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dailycontact.terminal.streams.is_terminal", lambda _: True)
    monkeypatch.setattr(sys, "stdin", Typed("s", "", "p", "", "q"))

    shown = run_in()

    assert ana(founded)["paused_on"] == "2026-11-23"
    assert "Bo Lind" in shown.out
