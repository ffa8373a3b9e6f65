"""Nobody starves: a bound on the longest wait, and what must not push anybody back.

The rule is Reduce-Max, "always the one furthest along" (Bilò, Gualà, Leucci, Proietti and
Scornavacca, Cutting Bamboo Down to Size, FUN 2020). They bound it once it runs; a book begins
anywhere, with luck, dead numbers and promises, so here is a bound that holds from any start.

Let x wait, never called, with score (t - c) / a: a is their cadence, c their clock. Whoever else is
proposed in turn on day t is as far along at least; and a conversation sets their clock to
t - 0.2 b or later, where b is their cadence. So between two conversations of theirs lie
b ((t - c) / a - 0.2) days or more: from day c + a (r + 0.2) on, b r or more. In L days from then on
the others have at most n + L D / r conversations in turn; n counts them, D is the sum of 1 / b.
A number that nobody answers is tried m times in L days at the most: fifteen times until each try
rests a quarter of the time waited, four more until that time is a cadence, then once each time that
it has grown by a quarter. On each of the L days somebody else is tried in turn, or the day goes to
one of P promises or tellings; so L <= n + L D / r + d m + P, with d dead numbers. Take r = 2 D:

    L <= 2 (n + d m + P)

So whoever counted as waiting for h days at first has had a turn after max(0, a (2 D + 0.2) - h) + L
working days on which somebody was tried; each promise or telling puts that off by two days at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conftest import Founded
from dailycontact.core.future import Line, Person
from dailycontact.core.rhythm import Happening, Rhythm, begin
from dailycontact.people.usecases import leave
from dailycontact.store import health
from properties.lanes import LEADER, Stored, bring_in
from properties.life import MORNING as AT_TEN
from properties.life import history
from properties.reference import REACHED, SKIPPED, Reference
from properties.test_history import BOOKS, SEED
from support.builders import MORNING

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

TRIES = 3
NEWCOMER = 99
CADENCES = (10, 21, 63, 252)


@dataclass(frozen=True, kw_only=True)
class Other:
    """Somebody else in the line, who stands anywhere in it."""

    cadence: int
    waited: float
    misses: int
    dead: bool


others = st.builds(
    Other,
    cadence=st.sampled_from(CADENCES),
    waited=st.floats(0, 2_000),
    misses=st.integers(0, 20),
    dead=st.sampled_from((False, False, False, True)),
)


@settings(
    max_examples=150, deadline=None, derandomize=True, database=None,
    phases=(Phase.generate,), suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(
    line=st.lists(others, min_size=1, max_size=12),
    cadence=st.sampled_from(CADENCES),
    start=st.floats(0, 1),
    promised=st.lists(st.tuples(st.integers(0, 11), st.integers(0, 400)), max_size=8),
)
def test_whoever_was_never_called_has_a_turn_within_the_bound(
    line: Sequence[Other], cadence: int, start: float, promised: Sequence[tuple[int, int]]
) -> None:
    bound = _bound(line, cadence=cadence, waited=start * cadence, promises=len(promised))

    waited = _days_until_the_turn(line, cadence, start * cadence, promised, at_most=bound)

    assert waited <= bound


def _bound(line: Sequence[Other], *, cadence: int, waited: float, promises: int) -> int:
    density = sum(1 / other.cadence for other in line)
    dead = [other for other in line if other.dead]
    days = 0
    while True:
        tries = sum(20 + ceil(log(1 + days / other.cadence) / log(1.25)) for other in dead)
        more = 2 * (len(line) + tries + promises)
        if more == days:
            return ceil(max(0, cadence * (2 * density + 0.2) - waited)) + days + 1
        days = more


def _days_until_the_turn(
    others: Sequence[Other], cadence: int, waited: float, promised: Sequence[tuple[int, int]],
    *, at_most: int,
) -> int:  # fmt: skip
    line = Line(
        (
            Person(
                customer_id=place,
                cadence=other.cadence,
                rhythm=Rhythm(clock=-other.waited, gate=0, misses=other.misses),
            )
            for place, other in enumerate(others)
        ),
        seed=SEED,
    )
    line.add(
        Person(customer_id=NEWCOMER, cadence=cadence, rhythm=begin(number=0, started_with=waited))
    )
    for today in range(at_most + 2):
        for who, day in promised:
            if day == today and who < len(others):
                line.promise(who, today)
        for _ in range(TRIES):
            found = line.pick(today)
            if found is None:
                break
            who = found.candidate.customer_id
            if who == NEWCOMER:
                return today
            missed = others[who].dead
            line.happened(who, Happening.MISS if missed else Happening.CONVERSATION, today)
            if not missed:
                break
    return at_most + 2


def test_ten_days_on_which_nobody_looks_lose_nobody(founded: Founded) -> None:
    first = bring_in(founded.book, dict.fromkeys(range(1, 11), 21))
    lane = Stored(founded.book)
    for back, today in ((9, first), (5, first + 1), (7, first + 2)):
        found = lane.next(today, AT_TEN, set())
        assert found is not None
        lane.record(found[0], REACHED, today, AT_TEN, first + back)
    asked = [lane.next(first + 2, AT_TEN, set())]

    seen = []
    for today in range(first + 12, first + 22):
        found = lane.next(today, AT_TEN, set())
        assert found is not None
        seen.append(found)
        lane.record(found[0], REACHED, today, AT_TEN, None)
    founded.book.rest()

    assert asked == [None]
    assert [why for _, why in seen] == ["promise"] * 3 + ["first"] * 7
    assert {who for who, _ in seen} == set(range(1, 11))


def test_ten_who_are_skipped_come_again_in_the_same_order(founded: Founded) -> None:
    first = bring_in(founded.book, dict.fromkeys(range(1, 11), 21))
    lane = Stored(founded.book)

    skipped = [_next_and(lane, first, SKIPPED) for _ in range(10)]
    meanwhile = [lane.next(first + later, AT_TEN, set()) for later in range(5)]
    again = [_next_and(lane, first + later, REACHED) for later in range(5, 15)]
    founded.book.rest()

    assert set(skipped) == set(range(1, 11))
    assert meanwhile == [None] * 5
    assert again == skipped


def test_a_clock_that_was_set_back_harms_nothing(founded: Founded) -> None:
    first = bring_in(founded.book, dict.fromkeys(range(1, 11), 21))
    lane = Stored(founded.book)
    ahead = [_next_and(lane, first + day, REACHED) for day in (3, 4)]
    waiting = lane.next(first + 5, AT_TEN, set())

    back = [_next_and(lane, first + day, REACHED) for day in (0, 1, 2)]
    asked_again = [lane.next(first + day, AT_TEN, set()) for day in (3, 4)]
    still_waiting = lane.next(first + 5, AT_TEN, set())
    drifted = list(health.drifted_rhythms(founded.book.look()))
    founded.book.rest()

    assert len({*ahead, *back}) == 5, "nobody twice within a cadence"
    assert asked_again == [None, None]
    assert waiting is not None
    assert still_waiting == waiting or waiting[0] in back
    assert drifted == []


def test_three_weeks_of_leave_make_no_storm(founded: Founded) -> None:
    cadences = BOOKS[91]
    first = bring_in(founded.book, cadences)
    days = range(first, first + 25)
    with founded.book.change("leave", leader_id=LEADER, at=MORNING) as change:
        away = Stored(founded.book).days
        leave.take(
            change, leader_id=LEADER, first=away[first + 10], last=away[first + 24], deputy=None,
            today=away[first],
        )  # fmt: skip

    lived = Stored(founded.book)
    told = history(lived, days)
    founded.book.rest()

    assert (lived.days[first + 10] - lived.days[first + 9]).days > 21
    assert told == history(Reference(cadences, seed=SEED, first=first), days)


def _next_and(lane: Stored, today: int, what: str) -> int:
    """Ask for the next, let something happen to them, and return who it was."""
    found = lane.next(today, AT_TEN, set())
    assert found is not None
    lane.record(found[0], what, today, AT_TEN, None)
    return found[0]
