"""What may be said of whether a book can be kept, and what to change: no more than is proven."""

import pytest

from dailycontact.core import capacity
from dailycontact.core.capacity import (
    Group,
    Pace,
    Source,
    Verdict,
    affordable_cadence,
    judge,
)

STEADY = Pace(calls_a_day=1.0, days=60, steady=True)
EVERY_DAY = 1.0


def a_book(*pairs: tuple[int, int]) -> list[Group]:
    """Return a segment for each (customers, cadence)."""
    return [
        Group(segment=f"S{cadence}", cadence=cadence, customers=customers, source=Source.SEGMENT)
        for customers, cadence in pairs
    ]


@pytest.mark.parametrize(
    ("customers", "cadence"), [(0, 21), (19, 21), (20, 63), (59, 63), (60, 252), (5000, 252)]
)
def test_without_a_cadence_the_shortest_that_one_call_a_day_can_keep_holds(
    customers: int, cadence: int
) -> None:
    assert affordable_cadence(customers) == cadence


def test_without_customers_there_is_nothing_to_keep() -> None:
    assert judge([], Pace()) is Verdict.NOBODY


def test_more_than_a_day_brings_is_impossible_in_any_order() -> None:
    assert judge(a_book((214, 63)), STEADY) is Verdict.IMPOSSIBLE
    assert judge(a_book((20, 21)), Pace()) is Verdict.IMPOSSIBLE


def test_where_no_day_ever_brought_a_call_nothing_can_be_kept() -> None:
    assert judge(a_book((1, 252)), Pace(calls_a_day=0.0, days=60)) is Verdict.IMPOSSIBLE


@pytest.mark.parametrize(
    ("pairs", "verdict"),
    [
        (((10, 21),), Verdict.SIMPLE),
        (((6, 21), (17, 63), (68, 252)), Verdict.POSSIBLE),
        (((7, 21), (21, 63), (84, 252)), Verdict.POSSIBLE),
        (((1, 2), (1, 3)), Verdict.POSSIBLE),
        (((1, 2), (1, 3), (1, 60)), Verdict.ENOUGH),
        (((1, 2), (1, 3), (1, 7)), Verdict.JUST_ENOUGH),
    ],
)
def test_where_every_day_brings_its_call_a_schedule_is_promised_when_one_is_proven(
    pairs: tuple[tuple[int, int], ...], verdict: Verdict
) -> None:
    assert judge(a_book(*pairs), STEADY) is verdict


@pytest.mark.parametrize(
    ("pairs", "verdict"),
    [
        (((5, 21),), Verdict.ENOUGH),
        (((17, 21),), Verdict.ENOUGH),
        (((18, 21),), Verdict.JUST_ENOUGH),
        (((20, 21),), Verdict.IMPOSSIBLE),
    ],
)
def test_where_calls_fail_only_the_average_is_promised(
    pairs: tuple[tuple[int, int], ...], verdict: Verdict
) -> None:
    assert judge(a_book(*pairs), Pace()) is verdict


def test_two_and_three_leave_no_room_for_anybody_else() -> None:
    groups = a_book((1, 2), (1, 3), (1, 1000))

    assert judge(groups, STEADY) is not Verdict.POSSIBLE


def test_a_small_book_has_days_on_which_nobody_can_be_due() -> None:
    assert capacity.idle_share(a_book((5, 21), (10, 63), (15, 252))) == pytest.approx(
        0.11, abs=0.01
    )
    assert capacity.idle_share(a_book((214, 252))) == 0
    assert capacity.idle_share(a_book((5, 21)), leaders=2) > capacity.idle_share(a_book((5, 21)))


def test_whoever_is_phoned_most_often_could_be_kept_first() -> None:
    groups = a_book((150, 252), (15, 21), (75, 63))

    assert [group.cadence for group in capacity.kept(groups, calls_a_day=0.94)] == [21]


def test_a_shorter_rhythm_for_those_without_a_segment_says_what_it_would_need() -> None:
    found = capacity.usual([Group(cadence=252, customers=214)], said=False)

    assert found is not None
    assert (found.shorter, capacity.tenths(found.needs or 0)) == (63, 3.4)


def test_where_all_have_a_rhythm_or_the_shortest_there_is_nothing_shorter_to_say() -> None:
    monthly = capacity.usual([Group(cadence=21, customers=3)], said=False)

    assert capacity.usual(a_book((3, 21)), said=False) is None
    assert monthly is not None
    assert monthly.shorter is None


def test_beside_what_was_measured_nobody_who_never_called_is_counted() -> None:
    found = capacity.only_seen({1: Pace(calls_a_day=0.54, days=57), 2: Pace()})

    together = capacity.together(found.values())

    assert (together.calls_a_day, together.days, together.leaders) == (0.54, 57, 1)


def test_where_nobody_is_measured_the_usual_counts_for_each() -> None:
    found = capacity.only_seen({1: Pace(), 2: Pace(begun=True)})

    assert capacity.together(found.values()).calls_a_day == pytest.approx(2 * 0.94)


def test_what_is_too_fine_for_a_glance_is_told_by_the_rhythm_alone() -> None:
    few = [
        Group(segment="A", cadence=21, customers=2, source=Source.OWN),
        Group(segment="A", cadence=21, customers=3, source=Source.SEGMENT),
    ]
    many = [
        Group(segment=name, cadence=cadence, customers=1) for name in "ABC" for cadence in (21, 63)
    ]

    assert capacity.glance(few) == (Group(segment="A", cadence=21, customers=5),)
    assert capacity.glance(many) == (
        Group(cadence=21, customers=3),
        Group(cadence=63, customers=3),
    )
