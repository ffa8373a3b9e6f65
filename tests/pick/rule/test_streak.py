"""The days in a row: what counts, what does not, and what breaks them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dailycontact.pick.rule.streak import streak

TODAY = 100


@pytest.mark.parametrize(
    ("tried", "forgiven", "row"),
    [
        ((), (), 0),
        ((100,), (), 1),
        ((99, 98), (), 2),
        ((100, 99, 98), (), 3),
        ((98, 97), (), 0),
        ((100, 98), (), 1),
        ((98, 97), (99,), 2),
        ((98, 97), (99, 100), 2),
        ((98, 90), range(91, 98), 0),
        ((99, 90), range(91, 99), 2),
        ((99, 90), range(92, 99), 1),
    ],
    ids=[
        "never tried",
        "only today",
        "today is not over",
        "three days",
        "yesterday breaks it",
        "a day between breaks it",
        "nobody was due yesterday",
        "nobody is due today either",
        "yesterday breaks it although there was leave before",
        "two weeks of leave",
        "a day too few of leave",
    ],
)
def test_days_in_a_row(tried: tuple[int, ...], forgiven: tuple[int, ...], row: int) -> None:
    assert streak(tried, today=TODAY, forgiven=frozenset(forgiven)) == row


@given(st.sets(st.integers(60, 100)), st.sets(st.integers(60, 100)))
def test_what_is_forgiven_never_shortens_a_row_and_never_counts(
    tried: set[int], forgiven: set[int]
) -> None:
    newest_first = sorted(tried, reverse=True)

    with_pardon = streak(newest_first, today=TODAY, forgiven=forgiven)

    assert streak(newest_first, today=TODAY) <= with_pardon <= len(tried)
