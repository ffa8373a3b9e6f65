"""Where answers get stuck."""

from datetime import date, timedelta

import pytest

from dailycontact.core.waiting import Held, stuck_at
from dailycontact.loop import Clock

DAY = date(2026, 11, 2)


def _held(*numbers: tuple[int, int]) -> tuple[Held, ...]:
    return tuple(
        Held(clock=clock, count=count, overdue=overdue, oldest=DAY + timedelta(days=place))
        for place, (clock, (count, overdue)) in enumerate(zip(Clock, numbers, strict=False))
    )


@pytest.mark.parametrize(
    ("numbers", "clock", "late", "most"),
    [
        (((1, 0), (7, 0)), Clock.UNOWNED, False, True),
        (((4, 0), (7, 0), (3, 0), (3, 0)), Clock.UNOWNED, False, False),
        (((1, 0), (9, 0), (5, 3)), Clock.UNDONE, True, False),
        (((1, 0), (9, 0), (5, 1)), Clock.UNOWNED, False, True),  # one alone is not stuck
        (((9, 2), (5, 2)), Clock.UNSHARED, False, True),  # as many are late at two clocks
    ],
)
def test_most_overdue_is_where_it_gets_stuck_and_else_where_most_waits(
    numbers: tuple[tuple[int, int], ...], clock: Clock, *, late: bool, most: bool
) -> None:
    stuck = stuck_at(_held(*numbers))

    assert stuck is not None
    assert (stuck.held.clock, stuck.late, stuck.most) == (clock, late, most)


@pytest.mark.parametrize("numbers", [(), ((1, 0), (1, 1)), ((4, 0), (4, 0))])
def test_few_answers_and_even_clocks_are_not_stuck(numbers: tuple[tuple[int, int], ...]) -> None:
    assert stuck_at(_held(*numbers)) is None
