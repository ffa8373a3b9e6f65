"""What must never be is refused by the database itself, whatever the program does."""

import sqlite3
from collections.abc import Callable

import psycopg
import pytest

from conftest import Founded
from dailycontact.store.changing import Change
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


def _pick(change: Change, *, slot: int, customer_id: int, leader_id: int = 1) -> int:
    return change.add(
        "pick", leader_id=leader_id, day=MONDAY, slot=slot, customer_id=customer_id,
        reason="turn", reserved_at=MORNING,
    )  # fmt: skip


def _two_picks_in_a_slot(change: Change) -> None:
    for name in ("Ana", "Bo"):
        _pick(change, slot=1, customer_id=a_customer(change, name))


def _a_customer_twice_a_day(change: Change) -> None:
    customer_id = a_customer(change)
    ines = change.add("member", name="Ines", leads=True)
    _pick(change, slot=1, customer_id=customer_id)
    _pick(change, slot=1, customer_id=customer_id, leader_id=ines)


def _two_calls_for_a_pick(change: Change) -> None:
    customer_id = a_customer(change)
    pick_id = _pick(change, slot=1, customer_id=customer_id)
    for _ in range(2):
        a_call(change, customer_id, pick_id=pick_id)


def _a_telling_without_a_finish(change: Change) -> None:
    a_telling(change, 99, an_answer(change, a_customer(change)))


def _a_telling_of_an_answer_that_was_not_finished(change: Change) -> None:
    customer_id = a_customer(change)
    finished, other = an_answer(change, customer_id), an_answer(change, customer_id)
    a_telling(change, a_finish(change, an_action(change, finished), finished), other)


def _told_twice(change: Change) -> None:
    answer_id = an_answer(change, a_customer(change))
    finish_id = a_finish(change, an_action(change, answer_id), answer_id)
    for _ in range(2):
        a_telling(change, finish_id, answer_id)


def _told_without_a_channel(change: Change) -> None:
    answer_id = an_answer(change, a_customer(change))
    a_telling(
        change, a_finish(change, an_action(change, answer_id), answer_id), answer_id, channel=None
    )


def _waived_without_a_reason(change: Change) -> None:
    answer_id = an_answer(change, a_customer(change))
    finish_id = a_finish(change, an_action(change, answer_id), answer_id)
    a_telling(change, finish_id, answer_id, how="waived", channel=None, reaction=None)


def _an_answer_without_a_call_or_telling(change: Change) -> None:
    customer_id = a_customer(change)
    answer_id = an_answer(change, customer_id)
    change.run("UPDATE answer SET call_id = NULL WHERE id = :id", id=answer_id)


def _an_answer_without_words(change: Change) -> None:
    an_answer(change, a_customer(change), "")


def _an_answer_of_no_known_kind(change: Change) -> None:
    an_answer(change, a_customer(change), kind="complaint")


def _an_answer_of_nobody(change: Change) -> None:
    an_answer(change, 99, call_id=a_call(change, a_customer(change)))


def _an_action_twice_for_an_answer(change: Change) -> None:
    answer_id = an_answer(change, a_customer(change))
    an_action(change, answer_id, answer_id)


def _two_first_ends(change: Change) -> None:
    action_id = an_action(change)
    for _ in range(2):
        a_finish(change, action_id)


def _an_end_without_words(change: Change) -> None:
    a_finish(change, an_action(change), say="")


def _a_customer_without_a_name(change: Change) -> None:
    a_customer(change, "")


def _a_day_that_is_none(change: Change) -> None:
    a_customer(change, joined_on="yesterday")


def _an_instant_without_its_zone(change: Change) -> None:
    change.add(
        "story", text="Tom drove back", leader_id=1, day=MONDAY, recorded_at="2026-11-23T09:12:00"
    )


def _a_promise_that_is_half_settled(change: Change) -> None:
    change.add(
        "promise", customer_id=a_customer(change), leader_id=1, kind="thing", text="Look",
        due_on=MONDAY, recorded_at=MORNING, settled_on=MONDAY,
    )  # fmt: skip


def _a_leave_that_ends_before_it_begins(change: Change) -> None:
    change.add("leave", leader_id=1, first_on="2026-12-24", last_on="2026-12-20")


def _an_event_taken_back_twice(change: Change) -> None:
    for _ in range(2):
        change.add("event", recorded_at=MORNING, command="undo", undoes_id=1)


def _two_settings_of_one_name(change: Change) -> None:
    change.add("setting", key="seed", value="other")


def _somebody_who_goes_while_called(change: Change) -> None:
    customer_id = a_customer(change, phone=None)
    a_call(change, customer_id)
    change.remove("customer", customer_id)


@pytest.mark.parametrize(
    "wrong",
    [
        _two_picks_in_a_slot,
        _a_customer_twice_a_day,
        _two_calls_for_a_pick,
        _a_telling_without_a_finish,
        _a_telling_of_an_answer_that_was_not_finished,
        _told_twice,
        _told_without_a_channel,
        _waived_without_a_reason,
        _an_answer_without_a_call_or_telling,
        _an_answer_without_words,
        _an_answer_of_no_known_kind,
        _an_answer_of_nobody,
        _an_action_twice_for_an_answer,
        _two_first_ends,
        _an_end_without_words,
        _a_customer_without_a_name,
        _a_day_that_is_none,
        _an_instant_without_its_zone,
        _a_promise_that_is_half_settled,
        _a_leave_that_ends_before_it_begins,
        _an_event_taken_back_twice,
        _two_settings_of_one_name,
        _somebody_who_goes_while_called,
    ],
)
def test_what_must_never_be_is_refused(founded: Founded, wrong: Callable[[Change], None]) -> None:
    with (
        pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)),
        founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change,
    ):
        wrong(change)

    assert founded.book.look().rows("SELECT id FROM customer") == []
    founded.book.rest()
