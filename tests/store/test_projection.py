"""Deriving many at once says what deriving one at a time says, and writes only what is wrong."""

from datetime import timedelta

import pytest

from conftest import Founded
from dailycontact.core.rhythm import Happening
from dailycontact.store import calendar, capacity, projection, rhythms
from dailycontact.store.changing import Change
from support.builders import MONDAY, MORNING, a_call, a_customer

SPOILT = "UPDATE customer SET clock = -9, misses = 4, conversations = 7, eligible_from = 0"


def _lived(change: Change, customers: int = 12) -> list[int]:
    """Add customers to whom different things happened, on many days; return their ids."""
    ids = [a_customer(change, f"Customer {number}") for number in range(customers)]
    for number, customer_id in enumerate(ids):
        for back in range(number % 4):
            a_call(change, customer_id, day=MONDAY - timedelta(days=30 - 7 * back - number))
        if number % 5 == 0:
            a_call(change, customer_id, day=MONDAY, outcome="no-answer")
        if number % 3 == 0:
            rhythms.happened(change, customer_id, Happening.SKIP, day=MONDAY, waits=5)
    return ids


def _stored(change: Change) -> list[tuple[object, ...]]:
    listed = ", ".join(projection.COLUMNS)
    return change.tuples(f"SELECT id, {listed} FROM customer ORDER BY id")  # noqa: S608 - our own names


@pytest.mark.parametrize("block", [3, 5_000])
def test_all_at_once_and_one_by_one_say_the_same(
    founded: Founded, monkeypatch: pytest.MonkeyPatch, block: int
) -> None:
    monkeypatch.setattr(projection, "BLOCK", block)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ids = _lived(change)
        kept = _stored(change)
        change.run(SPOILT)

        assert rhythms.refresh_all(change) == len(ids)
        at_once = _stored(change)
        change.run(SPOILT)
        for customer_id in ids:
            rhythms.refresh(change, [customer_id])

        assert at_once == kept
        assert _stored(change) == kept


@pytest.mark.parametrize("what", [Happening.TOLD, Happening.LATER, Happening.CONVERSATION])
def test_what_is_written_down_late_says_nothing_of_later_misses(
    founded: Founded, what: Happening
) -> None:
    friday, thursday = MONDAY - timedelta(days=3), MONDAY - timedelta(days=4)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        customer_id = a_customer(change, joined_on=MONDAY - timedelta(weeks=4))
        for day in (MONDAY - timedelta(days=7), friday, MONDAY):
            rhythms.happened(change, customer_id, Happening.MISS, day=day, waits=1)

        rhythms.happened(change, customer_id, what, day=thursday, waits=0)

        assert rhythms.misses(change, customer_id) == 2
        rhythms.happened(change, customer_id, what, day=MONDAY, waits=0)
        assert rhythms.misses(change, customer_id) == 0


def test_only_what_is_wrong_is_written(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ids = _lived(change)
        change.run("UPDATE customer SET misses = 9 WHERE id = :id", id=ids[3])
        usual = capacity.book_cadence(change)

        wrong = [one for one in projection.derived(change, usual=usual) if not one.is_right]

        assert [(one.customer_id, one.wrong) for one in wrong] == [(ids[3], ("misses",))]
        assert rhythms.refresh_all(change) == 1
        assert rhythms.refresh_all(change) == 0


def test_the_indexes_are_there_again_after_very_many_were_written(
    sqlite_book: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projection, "BLOCK", 4)
    monkeypatch.setattr(projection, "MANY", 4)
    made = "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        _lived(change)
        kept, before = _stored(change), change.tuples(made)
        change.run(SPOILT)

        rhythms.refresh_all(change)

        assert _stored(change) == kept
        assert change.tuples(made) == before


def test_a_day_beyond_the_calendar_is_counted(founded: Founded) -> None:
    long_ago = MONDAY - timedelta(days=4_000)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        customer_id = a_customer(change)
        a_call(change, customer_id, day=long_ago)

        (one,) = projection.derived(change, [customer_id], usual=21)

        number = calendar.number_of(change, long_ago)
        gate = one.facts[projection.COLUMNS.index("eligible_from")]
        assert number < gate <= number + 21


def test_a_miss_waits_longer_the_longer_they_have_waited(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        customer_id = a_customer(change)
        today = calendar.number_of(change, MONDAY)
        waits = []
        for misses in (0, 1, 3, 4):
            change.run(
                "UPDATE customer SET misses = :misses, clock = :clock, beat = 21 WHERE id = :id",
                misses=misses,
                clock=today - 200.0,
                id=customer_id,
            )
            waits.append(rhythms.waits_after_miss(change, customer_id, MONDAY))

        assert waits == [1, 2, 5, 20]
