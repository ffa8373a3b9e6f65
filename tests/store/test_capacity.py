"""What the rhythms ask for is counted, and what the days bring is measured, on both databases."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from conftest import Founded
from dailycontact.core.capacity import Group, Pace, Source
from dailycontact.store import calendar, capacity, joining
from dailycontact.store.changing import Change
from support.builders import MONDAY, MORNING, a_call, a_customer
from support.running import Run


@contextmanager
def changing(founded: Founded) -> Iterator[Change]:
    """Change the book of `founded`, and let it rest afterwards."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        yield change
    founded.book.rest()


def working_days(founded: Founded, count: int) -> list[date]:
    """Return the last working days before MONDAY, the oldest first."""
    look = founded.book.look()
    days = (MONDAY - timedelta(days=back) for back in range(1, 2 * count + 20))
    found = [day for day in days if calendar.workday(look, day).works][:count]
    founded.book.rest()
    return found[::-1]


def pace_of(founded: Founded) -> Pace:
    """Return what the days of the leader bring, seen from MONDAY."""
    found = capacity.paces(founded.book.look(), before=MONDAY)[founded.leader_id]
    founded.book.rest()
    return found


def call_on(founded: Founded, days: list[date], *outcomes: str) -> None:
    """Let the leader try somebody once on each of these days, with these outcomes in turn."""
    with changing(founded) as change:
        customer_id = a_customer(change, joined_on=days[0], cadence=252)
        for at, day in enumerate(days):
            a_call(change, customer_id, day=day, outcome=outcomes[at % len(outcomes)])


def test_customers_are_counted_by_segment_cadence_and_by_what_says_it(founded: Founded) -> None:
    with changing(founded) as change:
        monthly = change.add("segment", name="A", cadence=21)
        silent = change.add("segment", name="B", cadence=None)
        for segment_id in (monthly, monthly, silent, None):
            a_customer(change, segment_id=segment_id)
        a_customer(change, segment_id=monthly, cadence=63)
        a_customer(change, do_not_contact_on=MONDAY)
        a_customer(change, phone=None)

    found = capacity.asked(founded.book.look()).groups
    founded.book.rest()

    assert found == (
        Group(segment="", cadence=21, customers=1),
        Group(segment="A", cadence=21, customers=2, source=Source.SEGMENT),
        Group(segment="B", cadence=21, customers=1),
        Group(segment="A", cadence=63, customers=1, source=Source.OWN),
    )


def test_what_a_leaders_own_customers_ask_for_is_counted_apart(founded: Founded) -> None:
    with changing(founded) as change:
        a_customer(change, leader_id=founded.leader_id, cadence=21)
        a_customer(change, cadence=21)

    own = capacity.asked(founded.book.look()).own
    founded.book.rest()

    assert own == {founded.leader_id: pytest.approx(1 / 21)}


def test_the_usual_rhythm_leaves_room_for_those_who_have_one_of_their_own(
    founded: Founded,
) -> None:
    with changing(founded) as change:
        for _ in range(10):
            a_customer(change)
        alone = capacity.book_cadence(change)
        for _ in range(15):
            a_customer(change, cadence=21)
        beside = capacity.book_cadence(change)

    assert (alone, beside) == (21, 63)


def test_a_book_of_many_is_not_counted_to_its_end(founded: Founded) -> None:
    with changing(founded) as change:
        a_customer(change)
        change.run_many(
            "INSERT INTO customer (name, company, folded, joined_on, head_start, beat, open, clock,"
            " eligible_from, misses, skips, conversations) VALUES"
            " (:name, '', '', '2026-11-23', 0, 252, 1, 0, 0, 0, 0, 0)",
            [{"name": f"C{number}"} for number in range(capacity.TOO_MANY)],
        )

        assert capacity.book_cadence(change) == 252


def test_before_twenty_days_are_measured_the_usual_is_taken(founded: Founded) -> None:
    call_on(founded, working_days(founded, 19), "reached")

    pace = pace_of(founded)

    assert (pace.calls_a_day, pace.measured) == (0.94, False)


def test_where_nobody_ever_called_the_usual_is_taken(founded: Founded) -> None:
    assert pace_of(founded).measured is False


def test_from_twenty_days_on_what_was_reached_counts(founded: Founded) -> None:
    call_on(founded, working_days(founded, 20), "reached", "no-answer")

    pace = pace_of(founded)

    assert (pace.calls_a_day, pace.days) == (0.5, 20)
    assert pace.failing == 0.5
    assert not pace.steady


def test_where_each_day_brought_its_conversation_no_call_fails(founded: Founded) -> None:
    call_on(founded, working_days(founded, 25), "reached")

    assert pace_of(founded).steady


def test_days_before_the_last_sixty_are_forgotten(founded: Founded) -> None:
    days = working_days(founded, 80)
    call_on(founded, [*days[:20], *days[-60:]], *["no-answer"] * 20, *["reached"] * 60)

    pace = pace_of(founded)

    assert (pace.calls_a_day, pace.days) == (1.0, 60)


def test_leave_and_days_on_which_nobody_was_due_do_not_count(founded: Founded) -> None:
    days = working_days(founded, 30)
    call_on(founded, days[:20], "reached")
    with changing(founded) as change:
        leader = founded.leader_id
        change.add("leave", leader_id=leader, first_on=days[20], last_on=days[24])
        for day in days[25:]:
            change.run(
                "INSERT INTO idle (leader_id, day) VALUES (:leader, :day)", leader=leader, day=day
            )

    pace = pace_of(founded)

    assert (pace.calls_a_day, pace.days) == (1.0, 20)


def test_a_day_on_which_nobody_tried_although_somebody_was_due_counts(founded: Founded) -> None:
    days = working_days(founded, 40)
    call_on(founded, days[::2], "reached")

    pace = pace_of(founded)

    assert pace.calls_a_day == pytest.approx(20 / 40)


def test_whoever_rang_in_is_no_call_of_the_day(founded: Founded) -> None:
    days = working_days(founded, 21)
    call_on(founded, days[:20], "reached", "no-answer")
    with changing(founded) as change:
        a_call(change, a_customer(change, joined_on=days[0]), day=days[3], rang_in=1)

    assert pace_of(founded).calls_a_day == pytest.approx(10 / 21)


def test_somebody_who_was_only_told_was_not_asked(founded: Founded) -> None:
    days = working_days(founded, 20)
    call_on(founded, days, "reached")
    with changing(founded) as change:
        change.run("UPDATE rhythm_fact SET what = 'told' WHERE day = :day", day=days[4])

    assert pace_of(founded).calls_a_day == pytest.approx(19 / 20)


def test_a_leader_who_never_reached_anybody_is_not_taken_for_one_who_never_will(
    founded: Founded,
) -> None:
    call_on(founded, working_days(founded, 20), "no-answer")

    pace = pace_of(founded)

    assert pace.calls_a_day == pytest.approx(1 / 20)
    assert pace.failing == 1.0


def test_several_leaders_add_up(founded: Founded) -> None:
    with changing(founded) as change:
        joining.join(change, name="Ines Moreau", day=MONDAY)
        change.run("UPDATE member SET leads = 1")

    together = capacity.calls_a_day(founded.book.look(), before=MONDAY)
    founded.book.rest()

    assert together == pytest.approx(2 * 0.94)


def test_beside_a_leader_who_is_measured_one_who_never_called_brings_nothing(
    founded: Founded,
) -> None:
    call_on(founded, working_days(founded, 30), "reached", "no-answer")
    with changing(founded) as change:
        joining.join(change, name="Ines Moreau", day=MONDAY)
        change.run("UPDATE member SET leads = 1")

    found = capacity.paces(founded.book.look(), before=MONDAY)
    together = capacity.calls_a_day(founded.book.look(), before=MONDAY)
    founded.book.rest()

    assert together == pytest.approx(0.5)
    assert [(pace.leaders, pace.begun) for pace in found.values()] == [(1, True), (0, False)]


def test_the_load_is_what_is_asked_for_divided_by_what_a_day_brings(founded: Founded) -> None:
    call_on(founded, working_days(founded, 21), "reached", "no-answer")  # up to the last but one
    with changing(founded) as change:
        for _ in range(20):
            a_customer(change, cadence=21)

    found = capacity.load(founded.book.look())
    founded.book.rest()

    assert found == pytest.approx((20 / 21 + 1 / 252) / 0.5)


def test_a_measured_day_moves_the_turns_that_are_foretold(run_in: Run, founded: Founded) -> None:
    with changing(founded) as change:
        for number in range(40):
            a_customer(change, f"Customer {number}", cadence=63, head_start=30.0)
    before = run_in("customers", "show", "Customer 7", "--json").json["turn_on"]

    call_on(founded, working_days(founded, 30), "no-answer")

    after = run_in("customers", "show", "Customer 7", "--json").json["turn_on"]
    assert after > before


def test_a_leader_who_has_hardly_called_is_not_measured_yet(founded: Founded) -> None:
    days = working_days(founded, 60)
    call_on(founded, [days[0], *days[-18:]], "reached")

    assert not pace_of(founded).measured
