"""What makes a book fit can be done, is a rhythm one can say, and is enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dailycontact.core import fitting
from dailycontact.core.capacity import Group, Pace, Source, density_of

EVERY_DAY = 1.0


def a_book(*pairs: tuple[int, int]) -> list[Group]:
    """Return a segment for each (customers, cadence)."""
    return [
        Group(segment=f"S{cadence}", cadence=cadence, customers=customers, source=Source.SEGMENT)
        for customers, cadence in pairs
    ]


def test_stretching_one_segment_is_offered_with_the_smallest_change_first() -> None:
    groups = a_book((10, 21), (40, 63))

    found = fitting.stretches(groups, calls_a_day=EVERY_DAY)

    assert [(each.lever.segment, each.cadence) for each in found] == [("S63", 126), ("S21", 63)]


def test_where_no_single_stretch_is_enough_all_are_stretched_alike() -> None:
    groups = a_book((50, 21), (100, 63))

    assert fitting.stretches(groups, calls_a_day=EVERY_DAY) == ()
    together = fitting.stretched_together(groups, calls_a_day=EVERY_DAY)
    assert [(each.lever.segment, each.cadence) for each in together] == [("S63", 252), ("S21", 126)]


def test_what_many_commands_would_change_is_not_stretched_with_the_rest() -> None:
    own = Group(segment="B", cadence=21, customers=5, source=Source.OWN)

    found = fitting.stretched_together([*a_book((100, 63)), own], calls_a_day=EVERY_DAY)

    assert [(each.lever.segment, each.cadence) for each in found] == [("S63", 252)]


def test_a_rhythm_of_more_than_two_years_is_never_offered() -> None:
    groups = a_book((1_000, 252))

    assert fitting.stretches(groups, calls_a_day=0.94) == ()
    assert fitting.stretched_together(groups, calls_a_day=0.94) == ()


def test_how_many_to_leave_out_is_said_with_the_fewest_first_and_never_most_of_them() -> None:
    groups = a_book((20, 21), (10, 252), (8, 63))

    found = fitting.drops(groups, calls_a_day=EVERY_DAY)

    assert [(each.lever.segment, each.customers) for each in found] == [("S21", 3)]


def test_a_segment_without_a_rhythm_of_its_own_is_changed_with_the_book() -> None:
    groups = [
        Group(segment="", cadence=63, customers=3),
        Group(segment="B", cadence=63, customers=2),
        Group(segment="B", cadence=21, customers=1, source=Source.OWN),
    ]

    found = fitting.levers(groups)

    assert [(each.source, each.customers) for each in found] == [(Source.BOOK, 5), (Source.OWN, 1)]


@pytest.mark.parametrize(
    ("cadence", "said"), [(1, 21), (21, 21), (21.5, 63), (64, 126), (252, 252), (253, 504)]
)
def test_a_stretched_rhythm_is_one_that_can_be_said(cadence: float, said: int) -> None:
    assert fitting.rounded(cadence) == said
    assert fitting.rounded(505) is None


def test_nobody_is_asked_for_more_than_two_conversations_a_day() -> None:
    assert not fitting.is_too_much(2.0, Pace())
    assert fitting.is_too_much(2.1, Pace())
    assert not fitting.is_too_much(2.1, Pace(leaders=2))


@pytest.mark.parametrize(
    ("pairs", "offered"),
    [(((1, 21),), 10), (((3, 252),), 126), (((120, 252),), None), (((1, 10),), None), ((), None)],
)
def test_where_there_is_room_the_next_shorter_rhythm_is_offered(
    pairs: tuple[tuple[int, int], ...], offered: int | None
) -> None:
    found = fitting.more_often(a_book(*pairs), Pace())

    assert (found.cadence if found else None) == offered


def test_where_each_has_a_rhythm_of_their_own_a_shorter_one_is_named_all_the_same() -> None:
    own = Group(segment="B", cadence=63, customers=5, source=Source.OWN)
    said = Group(cadence=252, customers=2)

    alone, beside = fitting.more_often([own], Pace()), fitting.more_often([own, said], Pace())

    assert alone is not None
    assert (alone.cadence, alone.lever.at_once) == (21, False)
    assert beside is not None
    assert (beside.cadence, beside.lever.source) == (126, Source.BOOK)


groups_of = some.lists(
    some.tuples(some.integers(1, 300), some.integers(2, 600)),
    min_size=1,
    max_size=6,
    unique_by=lambda pair: pair[1],
)


@given(groups_of, some.floats(0.05, 5))
def test_every_change_that_is_offered_makes_everything_fit_and_can_be_said(
    pairs: list[tuple[int, int]], calls: float
) -> None:
    groups = a_book(*pairs)
    asked = density_of(groups)

    for each in fitting.stretches(groups, calls_a_day=calls):
        change = each.lever.customers / each.cadence - each.lever.density
        assert asked + change <= calls + 1e-6
        assert each.cadence in fitting.ROUND
        assert each.factor > 1 or asked <= calls
    for drop in fitting.drops(groups, calls_a_day=calls):
        assert asked - drop.customers / drop.lever.cadence <= calls + 1e-6
        assert asked - (drop.customers - 1) / drop.lever.cadence > calls - 1e-6
        assert 4 * drop.customers <= drop.lever.customers
    together = fitting.stretched_together(groups, calls_a_day=calls)
    assert sum(each.lever.customers / each.cadence for each in together) <= calls + 1e-6
