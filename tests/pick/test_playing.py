"""The days to come, played by the rule: pure, and the same for the same book."""

from collections.abc import Iterable
from random import Random

import pytest

from dailycontact.core.capacity import Group, Pace
from dailycontact.core.future import Line, Person
from dailycontact.core.rhythm import Rhythm
from dailycontact.core.turn import Reason
from dailycontact.pick.rule.playing import Attempt, Caller, Future, caller
from dailycontact.pick.rule.simulation import Tally

MARTA, INES = 1, 2


def a_person(customer_id: int, *, clock: float = 0.0, cadence: int = 63, gate: int = 0) -> Person:
    """Return somebody whom nobody has called yet."""
    return Person(customer_id=customer_id, cadence=cadence, rhythm=Rhythm(clock=clock, gate=gate))


def play(future: Future, days: Iterable[int], *callers: Caller) -> list[Attempt]:
    """Return the attempts of some days on which every call succeeds."""
    return [
        attempt
        for day in days
        for each in callers
        for attempt in future.day(day, each, lambda: 0.0)
    ]


def test_whoever_is_furthest_along_is_called_first() -> None:
    future = Future(shared=Line([a_person(1, clock=5), a_person(2), a_person(3, clock=9)]), own={})

    found = play(future, range(10, 13), Caller(leader_id=MARTA))

    assert [(one.number, one.customer_id) for one in found] == [(10, 2), (11, 1), (12, 3)]
    assert {one.reason for one in found} == {Reason.FIRST}


def test_nobody_is_called_on_leave_and_where_nobody_is_due() -> None:
    future = Future(shared=Line([a_person(1), a_person(2, gate=12)]), own={})

    found = play(future, range(9, 14), Caller(leader_id=MARTA, away=frozenset({9, 13})))

    assert [(one.number, one.customer_id) for one in found] == [(10, 1), (12, 2)]


def test_two_leaders_never_call_the_same_customer_and_each_calls_their_own() -> None:
    future = Future(
        shared=Line([a_person(1), a_person(2, clock=1)]),
        own={MARTA: Line([a_person(3)]), INES: Line([a_person(4)])},
    )

    found = play(future, (10, 11), Caller(leader_id=MARTA), Caller(leader_id=INES))

    calls = [(one.leader_id, one.customer_id) for one in found]
    assert sorted(customer for _, customer in calls) == [1, 2, 3, 4]
    assert {customer: leader for leader, customer in calls if customer > 2} == {3: MARTA, 4: INES}


def test_news_goes_first_and_every_second_day_at_most() -> None:
    line = Line([a_person(number) for number in (1, 2, 3, 4)])
    future = Future(shared=line, own={}, news={MARTA: [3, 4]})

    found = play(future, range(10, 14), Caller(leader_id=MARTA))

    assert [(one.customer_id, one.reason) for one in found] == [
        (3, Reason.NEWS),
        (1, Reason.FIRST),
        (4, Reason.NEWS),
        (2, Reason.FIRST),
    ]


def test_somebody_who_is_told_and_not_due_is_still_to_be_asked() -> None:
    spoken = Rhythm(clock=5, gate=5, spoken_on=5, conversations=1)
    line = Line([Person(customer_id=1, cadence=63, rhythm=spoken)])
    future = Future(shared=line, own={}, news={MARTA: [1]})

    play(future, (10,), Caller(leader_id=MARTA))

    assert line.rhythm(1).conversations == 1
    assert line.rhythm(1).clock == 5


def test_whoever_is_proposed_already_is_called_first() -> None:
    future = Future(shared=Line([a_person(1), a_person(2, clock=5)]), own={})
    marta = Caller(leader_id=MARTA)

    found = list(future.day(10, marta, lambda: 0.0, first=(2, Reason.PROMISE)))

    assert [(one.customer_id, one.reason) for one in found] == [(2, Reason.PROMISE)]


def test_when_nobody_answers_the_next_is_tried_as_often_as_may_be() -> None:
    future = Future(shared=Line([a_person(number) for number in range(1, 6)]), own={})
    marta = Caller(leader_id=MARTA, attempts=3, failing=1.0)

    found = list(future.day(10, marta, lambda: 0.5))

    assert [(one.customer_id, one.reached) for one in found] == [(1, False), (2, False), (3, False)]


@pytest.mark.parametrize(("calls", "failing"), [(0.94, 0.4), (0.5, 0.5), (2.3, 0.2), (0.02, 0.99)])
def test_a_caller_goes_on_as_measured(calls: float, failing: float) -> None:
    people = [a_person(number, cadence=252) for number in range(1, 9_000)]
    future = Future(shared=Line(people), own={})
    pace = Pace(calls_a_day=calls, days=60, failing=failing)
    marta = caller(MARTA, pace, attempts=3, away=frozenset())
    chance = Random(1).random  # noqa: S311 - no secret hangs on it

    made = [one for day in range(10, 2_010) for one in future.day(day, marta, chance)]

    reached = sum(one.reached for one in made)
    assert reached / 2_000 == pytest.approx(calls, rel=0.12, abs=0.01)
    assert reached / len(made) == pytest.approx(1 - failing, rel=0.12, abs=0.01)


def test_waits_count_from_the_last_conversation_and_go_on_to_the_end() -> None:
    tally = Tally(first=10, last=19, since={1: 4, 2: 9}, keys={1: ("A", 21), 2: ("B", 63)})

    for number, reached in ((10, True), (12, False), (16, True)):
        tally.count(
            Attempt(
                number=number, leader_id=MARTA, customer_id=1, reason=Reason.TURN, reached=reached
            )
        )
    played = tally.result(
        [Group(segment="A", cadence=21, customers=1), Group(segment="B", cadence=63, customers=1)]
    )

    first, second = played.waits
    assert (first.usual, first.longest, first.at_least) == (6, 6, False)
    assert (second.usual, second.longest, second.at_least) == (None, 10, True)
    assert (played.attempts, played.conversations, played.spoken) == (3, 2, 1)
    assert played.milestones == {0.5: 10, 0.9: None, 1.0: None}
    assert played.coverage[0] == (10, 1)
    assert played.coverage[-1] == (19, 1)


def test_whoever_could_not_come_up_has_waited_through_all_of_it() -> None:
    tally = Tally(first=10, last=19, since={1: 9}, keys={1: ("A", 21)})

    (waits,) = tally.result([Group(segment="A", cadence=21, customers=5000)]).waits

    assert (waits.longest, waits.at_least, waits.customers) == (10, True, 5000)
