"""Taking back: whatever the command, whole, in order, and never a refusal of contact."""

from datetime import date

import pytest

from conftest import Founded
from dailycontact.store import calendar
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.store.refusals import refuse
from dailycontact.store.reverting import InTheWay
from dailycontact.upkeep.usecases.undo import (
    NothingToUndo,
    StandsOnIt,
    Undone,
    WasRestored,
    undo,
)
from support.builders import (
    MONDAY,
    MORNING,
    a_call,
    a_customer,
    a_finish,
    a_telling,
    an_action,
    an_answer,
)
from support.dump import dump
from support.running import Run


def _undo(book: Book, leader_id: int) -> Undone:
    with book.change("undo", leader_id=leader_id, at=MORNING) as change:
        return undo(change, leader_id=leader_id, today=MONDAY)


def _another_leader(book: Book) -> int:
    with book.change("team add", leader_id=None, at=MORNING) as change:
        return change.add("member", name="Ines Rocha", leads=True)


def _everything(change: Change) -> None:
    customer_id = a_customer(change, "Bo Lind")
    answer_id = an_answer(change, customer_id)
    finish_id = a_finish(change, an_action(change, answer_id), answer_id)
    a_telling(change, finish_id, answer_id)


def test_what_a_change_brought_is_gone_again(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    with book.change("add", leader_id=leader_id, at=MORNING) as change:
        a_customer(change)
    before = dump(book)
    with book.change("log", leader_id=leader_id, at=MORNING) as change:
        _everything(change)

    _undo(book, leader_id)

    assert dump(book) == before


def test_what_a_change_altered_or_removed_is_as_it_was(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    with book.change("add", leader_id=leader_id, at=MORNING) as change:
        customer_id = a_customer(change)
        email_id = change.add("email", customer_id=customer_id, position=1, address="a@example.com")
    before = dump(book)
    with book.change("edit", leader_id=leader_id, at=MORNING) as change:
        change.set("customer", customer_id, company="Green Door Cafés", cadence=21)
        change.set("customer", customer_id, company="Green Door")
        change.remove("email", email_id)

    _undo(book, leader_id)

    assert dump(book) == before


def test_again_goes_further_back_until_nothing_is_left(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    empty = dump(book)
    for name in ("Ana Duarte", "Bo Lind"):
        with book.change("add", leader_id=leader_id, at=MORNING) as change:
            a_customer(change, name)
            change.summary = f"added {name}"

    taken = [_undo(book, leader_id).event.summary for _ in range(2)]

    assert taken == ["added Bo Lind", "added Ana Duarte"]
    assert dump(book) == empty
    with pytest.raises(NothingToUndo):
        _undo(book, leader_id)


def test_what_another_leader_did_is_not_ones_own_to_take_back(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    ines = _another_leader(book)
    with book.change("add", leader_id=ines, at=MORNING) as change:
        a_customer(change)

    with pytest.raises(NothingToUndo):
        _undo(book, leader_id)


def test_it_is_refused_when_a_later_fact_stands_on_it(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    ines = _another_leader(book)
    with book.change("log", leader_id=leader_id, at=MORNING) as change:
        customer_id = a_customer(change)
        answer_id = an_answer(change, customer_id)
        change.summary = "called Ana Duarte"
    with book.change("share", leader_id=ines, at=MORNING) as change:
        change.add("sharing", answer_id=answer_id, leader_id=ines, day=MONDAY, recorded_at=MORNING)
    before = dump(book, journal=True)

    with pytest.raises(StandsOnIt, match=f"answer {answer_id} was shared since"):
        _undo(book, leader_id)

    assert dump(book, journal=True) == before


def test_it_is_refused_when_the_same_was_changed_since(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    ines = _another_leader(book)
    with book.change("edit", leader_id=leader_id, at=MORNING) as change:
        customer_id = a_customer(change)
    with book.change("edit", leader_id=ines, at=MORNING) as change:
        change.set("customer", customer_id, company="Green Door")
        change.summary = "moved Ana to Green Door"

    with pytest.raises(StandsOnIt, match=r"Ana Duarte was changed since by Ines Rocha"):
        _undo(book, leader_id)


def test_what_another_changed_beside_it_stays(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    ines = _another_leader(book)
    with book.change("add", leader_id=ines, at=MORNING) as change:
        customer_id = a_customer(change, company="Green Door")
    with book.change("edit", leader_id=leader_id, at=MORNING) as change:
        change.set("customer", customer_id, company="Red Door")
    with book.change("edit", leader_id=ines, at=MORNING) as change:
        change.set("customer", customer_id, referred_by="Jo")

    _undo(book, leader_id)

    row = book.look().row("SELECT company, referred_by FROM customer")
    assert row is not None
    assert (row["company"], row["referred_by"]) == ("Green Door", "Jo")


def test_a_later_change_that_was_taken_back_is_not_in_the_way(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    ines = _another_leader(book)
    with book.change("add", leader_id=leader_id, at=MORNING) as change:
        customer_id = a_customer(change)
    with book.change("edit", leader_id=ines, at=MORNING) as change:
        change.set("customer", customer_id, company="Green Door")
    _undo(book, ines)

    _undo(book, leader_id)

    assert book.look().rows("SELECT id FROM customer") == []


def test_a_refusal_of_contact_stays_and_the_rest_goes(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    with book.change("add", leader_id=leader_id, at=MORNING) as change:
        customer_id = a_customer(change)
    with book.change("log", leader_id=leader_id, at=MORNING) as change:
        a_call(change, customer_id, outcome="never")
        change.set("customer", customer_id, do_not_contact_on=MONDAY, company="Green Door")

    undone = _undo(book, leader_id)

    row = book.look().row("SELECT do_not_contact_on, company, open FROM customer")
    assert undone.refusals_kept == ("Ana Duarte",)
    assert row is not None
    assert (row["do_not_contact_on"], row["company"], row["open"]) == ("2026-11-23", "", 0)
    assert book.look().rows("SELECT id FROM call") == []


def test_what_nobody_is_owed_after_a_refusal_is_not_owed_again(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    with book.change("add", leader_id=leader_id, at=MORNING) as change:
        customer_id = a_customer(change)
        answer_id = an_answer(change, customer_id)
        finish_id = a_finish(change, an_action(change, answer_id), answer_id)
    with book.change("do-not-contact", leader_id=leader_id, at=MORNING) as change:
        change.set("customer", customer_id, do_not_contact_on=MONDAY)
        a_telling(
            change, finish_id, answer_id,
            how="waived", why="do-not-contact", channel=None, reaction=None,
        )  # fmt: skip

    _undo(book, leader_id)

    assert len(book.look().rows("SELECT id FROM telling")) == 1


def test_a_promise_that_a_refusal_dropped_stays_dropped(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    with book.change("add", leader_id=leader_id, at=MORNING) as change:
        customer_id = a_customer(change)
        change.add(
            "promise", customer_id=customer_id, leader_id=leader_id, kind="thing",
            text="Send the price list", due_on=MONDAY, recorded_at=MORNING,
        )  # fmt: skip
    with book.change("log", leader_id=leader_id, at=MORNING) as change:
        a_call(change, customer_id, outcome="never")
        refuse(change, customer_id, day=MONDAY)

    _undo(book, leader_id)

    assert book.look().value("SELECT settled_how AS value FROM promise") == "dropped"
    assert book.look().rows("SELECT id FROM call") == []


def test_taking_back_nothing_but_a_refusal_still_lets_undo_go_further(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    with book.change("import", leader_id=leader_id, at=MORNING) as change:
        customer_id = a_customer(change)
    with book.change("add", leader_id=leader_id, at=MORNING) as change:
        a_customer(change, "Bo Lind")
    with book.change("do-not-contact", leader_id=leader_id, at=MORNING) as change:
        change.set("customer", customer_id, do_not_contact_on=MONDAY)

    undone = _undo(book, leader_id)

    assert undone.refusals_kept == ("Ana Duarte",)
    assert _undo(book, leader_id).event.command == "add"
    with pytest.raises(StandsOnIt, match="Ana Duarte does not want to be contacted"):
        _undo(book, leader_id)


_PHONE = ("label", "raw", "shown")


def test_a_run_of_new_rows_goes_as_a_whole(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    before = dump(book)
    with book.change("import", leader_id=leader_id, at=MORNING) as change:
        ids = range(1, 6)
        customers = {
            "id": ids,
            "name": [f"Customer {number}" for number in ids],
            "company": [""] * 5,
            "folded": [f"customer {number}" for number in ids],
            "joined_on": [MONDAY.isoformat()] * 5,
            "head_start": [0.0] * 5,
            "beat": [63] * 5,
            "clock": [0.0] * 5,
            "eligible_from": [1] * 5,
            "zone": [None] * 5,
        }
        phones = {"id": ids, "customer_id": ids, "position": [1] * 5}
        change.insert_columns("customer", customers)
        change.insert_columns("phone", phones | {name: ["030 1"] * 5 for name in _PHONE})
        change.note_run("customer", ids[0], ids[-1])
        change.note_run("phone", ids[0], ids[-1])

    undone = _undo(book, leader_id)

    assert undone.touched == {"customer": 5, "phone": 5}
    assert dump(book) == before


def test_a_call_that_is_taken_back_frees_its_pick_again(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    with book.change("add", leader_id=leader_id, at=MORNING) as change:
        first, second = a_customer(change), a_customer(change, "Bo Lind")
        picked = {
            slot: change.add(
                "pick", leader_id=leader_id, day=MONDAY, slot=slot, customer_id=customer_id,
                reason="turn", reserved_at=MORNING,
            )
            for slot, customer_id in enumerate((first, second), start=1)
        }  # fmt: skip
    with book.change("log", leader_id=leader_id, at=MORNING) as change:
        a_call(change, first, outcome="no-answer", pick_id=picked[1])

    _undo(book, leader_id)

    assert [row["slot"] for row in book.look().rows("SELECT slot FROM pick")] == [1]


def test_a_name_that_somebody_else_bears_by_now_is_not_given_back(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    ines = _another_leader(book)
    with book.change("team add", leader_id=ines, at=MORNING) as change:
        tom = change.add("member", name="Tom Reed")
    with book.change("team edit", leader_id=leader_id, at=MORNING) as change:
        change.set("member", tom, name="Thomas Reed")
    with book.change("team add", leader_id=ines, at=MORNING) as change:
        change.add("member", name="Tom Reed")
    before = dump(book, journal=True)

    with pytest.raises(InTheWay):
        _undo(book, leader_id)

    assert dump(book, journal=True) == before


def test_a_restored_copy_is_no_change_to_take_back(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    with book.change("restore", leader_id=leader_id, at=MORNING) as change:
        change.always_noted = True

    with pytest.raises(WasRestored):
        _undo(book, leader_id)


def test_a_leave_that_is_taken_back_gives_its_days_again(founded: Founded) -> None:
    book, leader_id = founded.book, founded.leader_id
    before = dump(book)
    with book.change("leave", leader_id=leader_id, at=MORNING) as change:
        change.add("leave", leader_id=leader_id, first_on="2026-11-10", last_on="2026-11-12")
        calendar.rebuild(change, since=date(2026, 11, 10), today=MONDAY)

    _undo(book, leader_id)

    assert dump(book) == before


def test_it_can_be_read_and_asked_for_on_the_command_line(founded: Founded, run_in: Run) -> None:
    with founded.book.change("add", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change)
        change.summary = "added Ana Duarte"
    founded.book.rest()

    shown = run_in("undo", "--json").json
    history = run_in("history", "--json").json

    assert shown["undone"]["summary"] == "added Ana Duarte"
    assert shown["touched"] == {"customer": 1, "phone": 1}
    assert [(event["command"], event["undone"]) for event in history] == [
        ("undo", False),
        ("add", True),
        ("set up", False),
    ]
    assert "added Ana Duarte (taken back)" in " ".join(run_in("history").out.split())
    assert "no change of yours left" in run_in("undo", code=4).err


def test_a_large_change_is_confirmed(founded: Founded, run_in: Run) -> None:
    with founded.book.change("import", leader_id=founded.leader_id, at=MORNING) as change:
        for number in range(60):
            a_customer(change, f"Customer {number}")
        change.summary = "brought in 60 customers"
    founded.book.rest()

    asked = run_in("undo", code=2)
    done = run_in("undo", "--yes")

    assert "60 customers and 60 numbers" in asked.err
    assert "Taken back: brought in 60 customers" in done.err


def test_the_history_of_one_customer_is_theirs_alone(founded: Founded, run_in: Run) -> None:
    with founded.book.change("add", leader_id=founded.leader_id, at=MORNING) as change:
        bo = a_customer(change, "Bo Lind")
    with founded.book.change("log", leader_id=founded.leader_id, at=MORNING) as change:
        answer_id = an_answer(change, a_customer(change))
    with founded.book.change("act", leader_id=founded.leader_id, at=MORNING) as change:
        action_id = an_action(change, answer_id)
    with founded.book.change("take", leader_id=founded.leader_id, at=MORNING) as change:
        change.set("action", action_id, owner_id=founded.leader_id)
    with founded.book.change("edit", leader_id=founded.leader_id, at=MORNING) as change:
        change.set("customer", bo, company="Lind Bakery")
    founded.book.rest()

    ana = run_in("history", "--customer", "Ana", "--json").json
    bo_lind = run_in("history", "--customer", "Bo", "--json", "--all").json

    assert [event["command"] for event in ana] == ["take", "act", "log"]
    assert [event["command"] for event in bo_lind] == ["edit", "add"]
