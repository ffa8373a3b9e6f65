"""What undo says: how much it was, what stays, and which command does what it does not."""

import sys

import pytest

from conftest import Founded
from dailycontact.store import journal
from support.builders import MORNING, a_customer
from support.running import Run
from support.typing import Typed


@pytest.fixture
def ana(founded: Founded) -> int:
    """Return Ana Duarte, in the book before anything is done."""
    with founded.book.change("test", leader_id=None, at=MORNING) as change:
        customer_id = a_customer(change)
    founded.book.rest()
    return customer_id


def test_a_row_that_one_change_touched_twice_counts_once(run_in: Run) -> None:
    run_in("customers", "add", "Bo Lind", "--phone", "+44 113 496 0123")

    undone = run_in("undo")

    assert "That was 1 customer and 1 number." in undone.err


def test_a_run_of_rows_and_one_of_them_count_once(founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.note_run("customer", 1, 5)
        change.note_change("customer", 3, {"id": 3}, {"id": 3})

    event = journal.last_to_undo(founded.book.look(), leader_id=founded.leader_id)

    assert event is not None
    assert journal.touched(founded.book.look(), event.id) == {"customer": 5}


@pytest.mark.usefixtures("ana")
def test_a_refusal_alone_is_not_said_to_be_taken_back(run_in: Run) -> None:
    run_in("customers", "do-not-contact", "ana")

    undone = run_in("undo")

    assert "Taken back" not in undone.err
    assert "Ana Duarte asked not to be contacted, and that stays." in undone.err
    assert "customers do-not-contact 'Ana Duarte' --lift --reason" in undone.err
    assert "Nothing was taken back." in undone.err


@pytest.mark.usefixtures("ana")
def test_a_refusal_is_asked_about_before_it_is_noted(
    run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("n"))

    asked = run_in("customers", "do-not-contact", "ana")

    shown = run_in("customers", "show", "ana", "--json").json
    assert "never proposed again, and undo does not change that" in asked.err
    assert "Nothing was changed." in asked.err
    assert shown["do_not_contact_on"] is None


@pytest.mark.usefixtures("ana")
def test_whoever_refused_is_not_resumed_but_told_how_it_is_lifted(run_in: Run, ana: int) -> None:
    run_in("customers", "do-not-contact", "ana")

    refused = run_in("customers", "resume", "ana", code=7)

    assert f"do-not-contact {ana} --lift" in refused.err


def test_somebody_who_joined_and_worked_does_not_stop_undo(run_in: Run) -> None:
    run_in("customers", "add", "Bo Lind")
    run_in("team", "add", "Ines Rocha", "--leads")
    run_in("--as", "Ines", "customers", "add", "Zoe Lam")
    run_in("--as", "Ines", "undo")

    asked = run_in("--as", "Marta", "undo", code=2)
    undone = run_in("--as", "Marta", "undo", "--yes")

    assert asked.err.count("Ines Rocha joined and has worked in the book since") == 1
    assert "dailycontact --as Marta team left NAME" in asked.err
    assert "Your change before it: added Bo Lind." in asked.err
    assert "Taken back: added Bo Lind" in undone.err


def test_somebody_who_joined_and_did_nothing_is_taken_back(run_in: Run) -> None:
    run_in("team", "add", "Ines Rocha", "--leads")

    undone = run_in("--as", "Marta", "undo")

    assert "Taken back: Ines Rocha joined the team" in undone.err


@pytest.mark.usefixtures("ana")
def test_a_setting_that_was_saved_is_said_with_its_value(run_in: Run) -> None:
    saved = run_in("config", "--work-days", "mon-thu", "--cadence", "quarter", "--limit", "heard=3")

    assert "the work days (mon-thu)" in saved.err
    assert "the cadence (once a quarter)" in saved.err
    assert "the limit of heard (3 working days)" in saved.err


HOURS_LATER = "2026-11-23T14:00:00+00:00"


@pytest.mark.parametrize(("typed", "goes"), [("y", True), ("n", False)])
def test_what_is_older_than_an_hour_is_shown_before_it_goes(
    run_in: Run, monkeypatch: pytest.MonkeyPatch, typed: str, *, goes: bool
) -> None:
    run_in("customers", "add", "Bo Lind", "--phone", "+44 113 496 0123")
    monkeypatch.setattr(sys, "stdin", Typed(typed))

    asked = run_in("undo", at=HOURS_LATER).err

    assert "Your last change (today, 09:12): added Bo Lind. That was 1 customer" in asked
    assert "Take it back? [y/N]" in asked
    assert ("Taken back: added Bo Lind" in asked) is goes
    assert ("Nothing was changed." in asked) is not goes


@pytest.mark.parametrize(
    ("at", "words"), [(MORNING.isoformat(), ["undo"]), (HOURS_LATER, ["undo", "--yes"])]
)
def test_nobody_is_asked_at_once_or_who_says_yes(
    run_in: Run, monkeypatch: pytest.MonkeyPatch, at: str, words: list[str]
) -> None:
    run_in("customers", "add", "Bo Lind", "--phone", "+44 113 496 0123")
    monkeypatch.setattr(sys, "stdin", Typed())

    undone = run_in(*words, at=at)

    assert "Take it back?" not in undone.err
    assert "Taken back: added Bo Lind" in undone.err


def test_where_nobody_can_be_asked_the_old_goes_as_the_new_does(run_in: Run) -> None:
    run_in("customers", "add", "Bo Lind", "--phone", "+44 113 496 0123")

    undone = run_in("undo", at=HOURS_LATER)

    assert "Taken back: added Bo Lind" in undone.err
