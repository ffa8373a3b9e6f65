"""What a book knows of itself."""

import pytest

from dailycontact.core.book import affordable_cadence


@pytest.mark.parametrize(
    ("customers", "cadence"), [(0, 21), (19, 21), (20, 63), (59, 63), (60, 252), (5000, 252)]
)
def test_without_a_cadence_the_shortest_that_one_call_a_day_can_keep_holds(
    customers: int, cadence: int
) -> None:
    assert affordable_cadence(customers, calls_a_day=0.94) == cadence
