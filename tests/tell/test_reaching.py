"""Who is told on the phone has been reached; their turn stays where it is."""

from typing import Any

import pytest

from conftest import Founded
from dailycontact.core.rhythm import AFTER_TELLING, Happening
from dailycontact.store import calendar, rhythms
from support.builders import MONDAY, MORNING
from support.loop import with_answers
from support.running import Run

TOLD = ("tell", "1", "--reaction", "pleased")


@pytest.fixture(autouse=True)
def _missed(founded: Founded, run_in: Run) -> None:
    """Let Ana wait to hear, and be missed five times since."""
    with_answers(founded, "Ana Duarte")
    run_in("act", "1", "--do", "Put the café's name on invoices")
    run_in("done", "A1", "--say", "Every invoice now carries the café's name")
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for _ in range(5):
            rhythms.happened(change, 1, Happening.MISS, day=MONDAY, waits=1)
    founded.book.rest()


def column(founded: Founded, name: str) -> Any:
    found = founded.book.look().row("SELECT * FROM customer WHERE id = 1")
    assert found is not None
    return found[name]


def test_on_the_phone_missed_calls_start_anew_and_the_turn_stays(
    founded: Founded, run_in: Run
) -> None:
    clock = column(founded, "clock")
    founded.book.rest()

    run_in(*TOLD)

    assert column(founded, "misses") == 0
    assert column(founded, "clock") == clock
    assert column(founded, "conversations") == 1


def test_on_the_phone_they_are_left_alone_for_a_week(founded: Founded, run_in: Run) -> None:
    run_in(*TOLD)

    fact = founded.book.look().row("SELECT what, waits FROM rhythm_fact ORDER BY id DESC")
    assert fact is not None
    assert (fact["what"], fact["waits"]) == ("told", AFTER_TELLING)
    today = calendar.number_of(founded.book.look(), MONDAY)
    assert column(founded, "eligible_from") >= today + AFTER_TELLING


def test_new_words_in_a_telling_do_not_move_the_turn(founded: Founded, run_in: Run) -> None:
    clock = column(founded, "clock")
    founded.book.rest()

    run_in("tell", "1", "--reaction", "not-solved", "--better", "The second café is missing")

    assert column(founded, "clock") == clock


@pytest.mark.parametrize("channel", ["email", "letter", "in-person"])
def test_by_another_way_nothing_is_known_of_the_phone(
    founded: Founded, run_in: Run, channel: str
) -> None:
    run_in(*TOLD, "--by", channel)

    assert column(founded, "misses") == 5


def test_nobody_in_is_no_reaching(founded: Founded, run_in: Run) -> None:
    run_in("tell", "1", "--no-answer")

    assert column(founded, "misses") == 5


def test_undo_takes_the_reaching_back(founded: Founded, run_in: Run) -> None:
    run_in(*TOLD)
    run_in("undo", "--yes")

    assert column(founded, "misses") == 5
