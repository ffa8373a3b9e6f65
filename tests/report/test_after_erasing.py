"""A report hides what an erasure left of a name, as it hid it before."""

import pytest

from conftest import Founded
from dailycontact.store import marks
from support.builders import MORNING, a_customer, an_answer
from support.running import Run

FRIDAY = "2026-11-27T16:00:00+00:00"
TUESDAY = "2026-12-01T09:00:00+00:00"


@pytest.fixture
def said(founded: Founded, run_in: Run) -> Run:
    """Return what runs commands in a book in which one customer spoke of another."""
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        a_customer(change, "Ana Duarte", company="Green Door")
        pike = a_customer(change, "Jo Pike", phone="+441134960124")
        an_answer(change, pike, "Open the gate, as I said to Duarte", day=MORNING.date())
    founded.book.rest()
    return run_in


def test_a_name_that_stays_in_words_goes_on_being_hidden(said: Run) -> None:
    before = said("report", "2026-W48", at=FRIDAY).out

    said("customers", "erase", "1", "--name", "Ana Duarte", at=TUESDAY)
    after = said("report", "2026-W48", at=TUESDAY).out

    assert "as I said to [name]" in before
    assert "as I said to [name]" in after
    assert "Duarte" not in after
    assert "1 customer" in after.rpartition("since")[2]


def test_where_single_names_go_too_nothing_is_marked(said: Run, founded: Founded) -> None:
    said("customers", "erase", "1", "--name", "Ana Duarte", "--single-names", at=TUESDAY)

    assert not marks.remembered(founded.book.look()).marks


def test_whoever_comes_again_does_not_bring_the_names_back(said: Run, founded: Founded) -> None:
    said("customers", "erase", "1", "--name", "Ana Duarte", at=TUESDAY)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        number = change.value("SELECT id AS value FROM erasure")
        marks.forget(change, [number])

    assert len(marks.remembered(founded.book.look()).marks) == 1
