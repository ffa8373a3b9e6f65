"""Of many customers only those are read who can come up, and the future is the same."""

from datetime import date, timedelta

from conftest import Founded
from dailycontact.core.future import Line
from dailycontact.pick.rule.playing import Caller, Future
from dailycontact.store import calendar, prospects
from dailycontact.store.looking import Look
from support.builders import MONDAY, MORNING, a_call, a_customer, an_action, an_answer

DAYS = 15


def played(look: Look, *, picks: int, number: int) -> list[int]:
    """Return who is called on the next days, of those who are read for so many picks."""
    found = prospects.prospects(look, leader_id=None, number=number, picks=picks)
    future = Future(shared=Line((one.person for one in found), seed="tests"), own={})
    return [
        attempt.customer_id
        for day in range(number, number + DAYS)
        for attempt in future.day(day, Caller(leader_id=1), lambda: 0.0)
    ]


def test_who_is_read_is_enough_for_so_many_picks(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        for number in range(120):
            a_customer(
                change, f"Customer {number}", cadence=(21, 63, 252)[number % 3],
                head_start=float(number * 37 % 101),
            )  # fmt: skip
        called = a_customer(change, "Bo Lind", cadence=21, joined_on=date(2026, 9, 1))
        a_call(change, called, day=MONDAY - timedelta(days=20))
    look = founded.book.look()
    number = calendar.number_of(look, MONDAY)

    few = prospects.prospects(look, leader_id=None, number=number, picks=DAYS)

    assert len(few) < 3 * 2 * DAYS
    assert played(look, picks=DAYS, number=number) == played(look, picks=10_000, number=number)
    founded.book.rest()


def test_the_customers_of_each_leader_are_read_apart(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        mine = a_customer(change, leader_id=1)
        anybodys = a_customer(change)
        a_customer(change, do_not_contact_on=MONDAY)
    look = founded.book.look()

    own = prospects.prospects(look, leader_id=1, number=300, picks=9)
    shared = prospects.prospects(look, leader_id=None, number=300, picks=9)
    founded.book.rest()

    assert [one.person.customer_id for one in own] == [mine]
    assert [one.person.customer_id for one in shared] == [anybodys]


def test_their_rhythm_stands_where_the_book_has_it(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        segment_id = change.add("segment", name="A", cadence=42)
        spoken = a_customer(change, joined_on=date(2026, 9, 1), segment_id=segment_id)
        a_call(change, spoken, day=date(2026, 11, 2))
        missed = a_customer(change)
        a_call(change, missed, outcome="no-answer")
        row = change.rows("SELECT * FROM customer WHERE id = :id", id=spoken)[0]
    look = founded.book.look()

    found = {one.person.customer_id: one for one in prospects.these(look, [spoken, missed, 999])}
    number = calendar.number_of(look, date(2026, 11, 2))
    founded.book.rest()

    assert sorted(found) == [spoken, missed]
    assert (found[spoken].segment, found[spoken].since) == ("A", number)
    rhythm = found[spoken].person.rhythm
    assert (rhythm.clock, rhythm.gate, rhythm.spoken_on) == (row["clock"], number, number)
    assert rhythm.eligible_from(42) == row["eligible_from"] == number + 21
    assert found[missed].person.rhythm.misses == 1


def test_whoever_was_promised_a_call_back_is_read_however_far_back_they_stand(
    founded: Founded,
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        for number in range(5):
            a_customer(change, f"Customer {number}", cadence=63, head_start=50.0)
        last = a_customer(change, "Bo Lind", cadence=63, head_start=0.0)
        promise = {"kind": "call-back", "text": "", "due_on": MONDAY, "recorded_at": change.at}
        change.add("promise", customer_id=last, leader_id=1, **promise)
        a_customer(change, "Jo", cadence=63)
        an_action(change, an_answer(change, last, day=date(2026, 11, 2)))
    look = founded.book.look()
    number = calendar.number_of(look, MONDAY)

    found = prospects.prospects(look, leader_id=None, number=number, picks=1)
    founded.book.rest()

    promised = {one.person.customer_id: one.person.promised_on for one in found}
    assert promised[last] == number
    assert len(found) < 5
