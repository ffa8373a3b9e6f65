"""The rule played in memory: the few who are looked at are those whom looking at all would give."""

import random
from collections.abc import Collection

import pytest

from dailycontact.core.future import Line, Person
from dailycontact.core.reach import OPEN, Access, Window
from dailycontact.core.rhythm import (
    AFTER_TELLING,
    LUCK,
    SKIP,
    Beat,
    Happening,
    begin,
    draw,
    head_start,
    minimum_gap,
)
from dailycontact.core.turn import Ranked, Reason, choose, rank

CALLED = (
    *(Happening.CONVERSATION, Happening.TOLD, Happening.MISS, Happening.MISS),
    *(Happening.CHECKED, Happening.SKIP, Happening.LATER),
)
SHUT = Window(access=Access.CLOSED)


def a_person(
    customer_id: int, *, waited: float = 30.0, cadence: int = 21, reach: int = 0
) -> Person:
    return Person(
        customer_id=customer_id,
        cadence=cadence,
        reach=reach,
        rhythm=begin(number=0, started_with=waited),
    )


def picked(line: Line, number: int, *, closed: Collection[int] = ()) -> int | None:
    ranked = line.pick(number, closed=closed)
    return None if ranked is None else ranked.candidate.customer_id


def by_looking_at_all(
    line: Line, ids: Collection[int], number: int, closed: Collection[int]
) -> Ranked | None:
    """Return what the rule says when everybody is put before it, without any classes."""
    everybody = [line.candidate(each) for each in ids]
    due = [each for each in everybody if each.eligible_from <= number]
    ranked = rank(promised=line.promised(number), heads=due, number=number)
    choice = choose(ranked, lambda one: SHUT if one.candidate.reach in closed else OPEN)
    return None if choice is None else choice.ranked


def test_whoever_is_furthest_along_is_proposed() -> None:
    line = Line([a_person(1, waited=20.0), a_person(2, waited=90.0, cadence=252), a_person(3)])

    ranked = line.pick(0)

    assert ranked is not None
    assert (ranked.candidate.customer_id, ranked.reason) == (3, Reason.FIRST)
    assert ranked.score == pytest.approx(30 / 21)


@pytest.mark.parametrize("seed", range(3))
def test_the_heads_of_the_classes_give_what_looking_at_all_gives(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - a dice, not a secret
    people = [
        Person(
            customer_id=each,
            cadence=rng.choice((10, 21, 63)),
            reach=rng.randrange(4),
            rhythm=begin(number=0, started_with=head_start(63, luck=rng.random(), load=1.2)),
        )
        for each in range(60)
    ]
    line, there, paused = Line(people, seed="s"), set(range(60)), set[int]()
    compared = 0

    for number in range(300):
        closed = {reach for reach in range(4) if rng.random() < 0.2}
        for _ in range(2):
            expected = by_looking_at_all(line, there - paused, number, closed)
            assert line.pick(number, closed=closed) == expected
            if expected is not None:
                compared += 1
                _live(line, expected.candidate.customer_id, number, rng)
        _disturb(line, there, paused, number, rng)

    assert compared > 300


def _live(line: Line, customer_id: int, number: int, rng: random.Random) -> None:
    what = rng.choice(CALLED)
    waits = rng.randint(1, 9) if what is Happening.LATER else None
    line.happened(customer_id, what, number, waits=waits)
    if waits is not None:
        line.promise(customer_id, number + waits)


def _disturb(
    line: Line, there: set[int], paused: set[int], number: int, rng: random.Random
) -> None:
    """Let somebody leave and join again, and somebody else be paused until they are resumed."""
    one, other = rng.sample(sorted(there), 2)
    line.remove(one)
    line.add(a_person(one, cadence=rng.choice((21, 63)), reach=rng.randrange(4), waited=-number))
    paused.discard(one)
    if other in paused:
        line.happened(other, Happening.RESUME, number)
        paused.discard(other)
    elif rng.random() < 0.3:
        line.happened(other, Happening.PAUSE, number)
        paused.add(other)


def test_nobody_is_proposed_where_nobody_is_due() -> None:
    line = Line([a_person(1)])
    line.happened(1, Happening.CONVERSATION, 0)

    gap = minimum_gap(21)

    assert [picked(line, number) for number in (0, gap - 1, gap)] == [None, None, 1]


def test_whoever_is_closed_today_is_left_out_today() -> None:
    line = Line([a_person(1, reach=7), a_person(2, waited=5.0)])

    assert picked(line, 0, closed={7}) == 2
    assert picked(line, 1) == 1


def test_a_promise_comes_first_from_its_day_on_the_oldest_first_of_all() -> None:
    line = Line([a_person(1), a_person(2, waited=1.0), a_person(3, waited=0.0)])
    line.promise(2, 5)
    line.promise(3, 4)

    assert [picked(line, number) for number in (3, 4, 5)] == [1, 3, 3]
    line.happened(3, Happening.CONVERSATION, 5)
    assert picked(line, 5) == 2


def test_nobody_is_rung_before_the_day_that_was_promised() -> None:
    line = Line([a_person(1)])
    line.promise(1, 3)

    assert [picked(line, number) for number in (2, 3)] == [None, 1]


def test_a_promise_goes_before_the_minimum_gap() -> None:
    line = Line([a_person(1)])
    line.happened(1, Happening.CONVERSATION, 0)
    line.promise(1, 3)

    assert [picked(line, number) for number in (2, 3)] == [None, 1]


def test_a_promise_waits_after_a_miss_and_is_not_made_good_by_it() -> None:
    line = Line([a_person(1)])
    line.promise(1, 0)
    line.happened(1, Happening.MISS, 0)
    line.happened(1, Happening.MISS, 1)

    assert picked(line, 2) is None
    ranked = line.pick(3)
    assert ranked is not None
    assert ranked.reason is Reason.PROMISE


def test_an_answer_makes_good_a_promise_that_is_due_and_no_later_one() -> None:
    line = Line([a_person(1), a_person(2)])
    line.promise(1, 0)
    line.promise(2, 9)
    for customer_id in (1, 2):
        line.happened(customer_id, Happening.CONVERSATION, 0)

    assert [picked(line, number) for number in (8, 9)] == [None, 2]


def test_nobody_is_proposed_twice_a_day_even_when_asked_to_ring_back_the_same_day() -> None:
    line = Line([a_person(1)])
    line.happened(1, Happening.LATER, 0)
    line.promise(1, 0)

    assert [picked(line, number) for number in (0, 1)] == [None, 1]


def test_whoever_is_paused_until_further_notice_waits_for_it_with_their_promise() -> None:
    line = Line([a_person(1)])
    line.promise(1, 10)
    line.happened(1, Happening.PAUSE, 0)

    assert [picked(line, number) for number in (0, 10, 500)] == [None, None, None]
    line.happened(1, Happening.RESUME, 500)
    assert picked(line, 500) == 1


def test_a_pause_with_an_end_ends_by_itself_and_holds_a_promise_too() -> None:
    line = Line([a_person(1)])
    line.promise(1, 4)
    line.happened(1, Happening.PAUSE, 0, waits=6)

    assert [picked(line, number) for number in (0, 4, 5, 6)] == [None, None, None, 1]


def test_who_leaves_is_not_proposed_and_may_come_back() -> None:
    line = Line([a_person(1)])
    line.promise(1, 0)
    line.remove(1)

    assert (len(line), 1 in line, picked(line, 0)) == (0, False, None)
    line.add(a_person(1))
    ranked = line.pick(0)
    assert ranked is not None
    assert ranked.reason is Reason.FIRST


def test_who_joins_with_a_promise_is_rung_back() -> None:
    person = Person(
        customer_id=1, cadence=21, rhythm=begin(number=9, started_with=0), promised_on=9
    )
    line = Line()
    line.add(person)

    ranked = line.pick(9)

    assert line.person(1) == person
    assert ranked is not None
    assert ranked.reason is Reason.PROMISE


def test_what_happens_waits_as_long_as_the_rule_says() -> None:
    line = Line([a_person(1)], seed="s")

    waits = [
        line.happened(1, what, 0).waits
        for what in (Happening.MISS, Happening.MISS, Happening.SKIP, Happening.TOLD)
    ]

    assert waits == [1, 2, SKIP, AFTER_TELLING]


def test_a_conversation_has_the_luck_of_the_turn_that_it_begins() -> None:
    line = Line([a_person(1)], seed="s")

    first = line.happened(1, Happening.CONVERSATION, 0)
    second = line.happened(1, Happening.CONVERSATION, 20)

    assert [first.luck, second.luck] == [draw("s", "1", 1), draw("s", "1", 2)]
    assert line.rhythm(1).clock == 20 - LUCK * second.luck * 21


def test_what_was_recorded_before_gives_the_same_line() -> None:
    line, again = Line([a_person(1)], seed="s"), Line([a_person(1)])

    beats: list[Beat] = [
        line.happened(1, what, number)
        for number, what in enumerate((Happening.MISS, Happening.SKIP, Happening.CONVERSATION))
    ]
    for beat in beats:
        again.record(1, beat)

    assert again.rhythm(1) == line.rhythm(1)
