"""The rule itself: who comes first, and who is proposed at an hour."""

from datetime import UTC, datetime

import pytest

from dailycontact.core.reach import OPEN, Access, Window
from dailycontact.core.turn import (
    Candidate,
    Choice,
    Ranked,
    Reason,
    choose,
    gives_way,
    rank,
)

AFTERNOON = datetime(2026, 11, 23, 15, tzinfo=UTC)
SOON = Window(access=Access.LATER, at=AFTERNOON)
"""Not yet, and no hour at which nobody may ring."""
ASLEEP = Window(access=Access.LATER, at=AFTERNOON, lawful=False)
EVENING = Window(access=Access.LATE)
SHUT = Window(access=Access.CLOSED, lawful=False)


def somebody(customer_id: int, *, clock: float = 0.0, beat: int = 63, misses: int = 0) -> Candidate:
    return Candidate(
        customer_id=customer_id, clock=clock, beat=beat, misses=misses, spoken=True, eligible_from=9
    )


def order(ranked: list[Ranked]) -> list[tuple[int, Reason]]:
    return [(one.candidate.customer_id, one.reason) for one in ranked]


def chosen(*windows: Window, reason: Reason = Reason.TURN) -> Choice | None:
    """Return who is proposed of customers 0, 1, … who rank in this order and have these windows."""
    ranked = [
        Ranked(candidate=somebody(at), reason=reason, score=1.0) for at, _ in enumerate(windows)
    ]
    return choose(ranked, lambda one: windows[one.candidate.customer_id])


def test_promises_come_before_news_and_news_before_turns() -> None:
    ranked = rank(
        promised=[somebody(5), somebody(4)],
        news=[somebody(3), somebody(5)],
        heads=[somebody(1, clock=8.0), somebody(2, clock=7.0), somebody(3)],
        number=10,
    )

    assert order(ranked) == [
        (5, Reason.PROMISE),
        (4, Reason.PROMISE),
        (3, Reason.NEWS),
        (2, Reason.TURN),
        (1, Reason.TURN),
    ]


def test_news_that_is_held_back_comes_after_whoever_is_due() -> None:
    ranked = rank(news=[somebody(3)], heads=[somebody(1)], number=10, news_last=True)

    assert order(ranked) == [(1, Reason.TURN), (3, Reason.NEWS)]


def test_of_two_who_are_as_far_along_the_shorter_cadence_goes_first_then_the_older_entry() -> None:
    heads = [
        somebody(9, clock=0.0, beat=10),
        somebody(8, clock=5.0, beat=5),
        somebody(7, clock=5.0, beat=5),
    ]

    assert order(rank(heads=heads, number=10)) == [
        (7, Reason.TURN), (8, Reason.TURN), (9, Reason.TURN),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("windows", "whom", "ahead"),
    [
        ((OPEN, OPEN), 0, []),
        ((ASLEEP, OPEN), 1, [0]),
        ((SHUT, SOON, EVENING, OPEN), 3, [1]),
        ((ASLEEP, EVENING), 1, [0]),
        ((ASLEEP, SOON), 1, [0]),
        ((SOON, EVENING), 0, []),
        ((SHUT, ASLEEP, ASLEEP), 1, []),
        ((SHUT, EVENING), 1, []),
    ],
    ids=[
        "the first who can be reached now",
        "who sleeps gives way",
        "and whoever can be reached later",
        "who sleeps gives way to an unusual hour",
        "and to whoever may be rung already",
        "nobody at a usual hour: the first",
        "everybody sleeps: the first",
        "somebody at an unusual hour",
    ],
)
def test_who_is_proposed_at_an_hour(
    windows: tuple[Window, ...], whom: int, ahead: list[int]
) -> None:
    choice = chosen(*windows)

    assert choice is not None
    assert choice.ranked.candidate.customer_id == whom
    assert [one.candidate.customer_id for one, _ in choice.ahead] == ahead


def test_a_promise_is_kept_at_an_unusual_hour_too() -> None:
    choice = chosen(EVENING, OPEN, reason=Reason.PROMISE)

    assert choice is not None
    assert choice.ranked.candidate.customer_id == 0


def test_nobody_is_proposed_whose_day_is_over() -> None:
    assert chosen(SHUT, SHUT) is None


@pytest.mark.parametrize(
    ("misses", "reason", "number", "gives"),
    [
        (1, Reason.TURN, 9, True),
        (1, Reason.FIRST, 10, True),
        (1, Reason.TURN, 11, False),
        (0, Reason.TURN, 9, False),
        (1, Reason.PROMISE, 9, False),
        (1, Reason.NEWS, 9, False),
    ],
)
def test_whoever_was_missed_gives_way_for_two_days(
    misses: int, reason: Reason, number: int, gives: bool
) -> None:
    one = Ranked(candidate=somebody(1, misses=misses), reason=reason, score=1.0)

    assert gives_way(one, number=number) is gives
