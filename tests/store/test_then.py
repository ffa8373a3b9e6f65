"""Which rows there were at an instant, whatever came, went and came back since."""

from datetime import date, timedelta

from conftest import Founded
from dailycontact.store.then import Then
from support.builders import MORNING
from support.running import Run

LATER = MORNING + timedelta(days=1)
MONDAY = date(2026, 11, 16)


def _then(founded: Founded) -> Then:
    return Then(founded.book.look(), LATER)


def test_what_was_taken_out_and_came_back_is_not_gone(founded: Founded, run_in: Run) -> None:
    with founded.book.change("leave", leader_id=1, at=MORNING) as change:
        change.add("leave", leader_id=1, first_on=MONDAY, last_on=MONDAY)
    founded.book.rest()

    run_in("leave", "2026-11-16", "--cancel", at=LATER.isoformat())
    gone = _then(founded).gone("leave")
    founded.book.rest()
    run_in("undo", "--yes", at=LATER.isoformat())

    assert [was["first_on"] for was in gone] == ["2026-11-16"]
    assert _then(founded).gone("leave") == []


def test_what_was_taken_out_is_gone_though_another_has_its_number(founded: Founded) -> None:
    with founded.book.change("leave", leader_id=1, at=MORNING) as change:
        leave = change.add("leave", leader_id=1, first_on=MONDAY, last_on=MONDAY)
    with founded.book.change("leave", leader_id=1, at=LATER) as change:
        change.remove("leave", leave)
        change.add("leave", leader_id=1, first_on=date(2026, 12, 1), last_on=date(2026, 12, 1))

    assert [was["first_on"] for was in _then(founded).gone("leave")] == ["2026-11-16"]


def test_what_came_in_a_run_since_was_not_there_whatever_became_of_it(founded: Founded) -> None:
    with founded.book.change("leave", leader_id=1, at=LATER) as change:
        for number in (7, 8):
            change.run(
                "INSERT INTO leave (id, leader_id, first_on, last_on) VALUES (:id, 1, :day, :day)",
                id=number,
                day=MONDAY,
            )
        change.note_run("leave", 7, 8)
        change.remove("leave", 8)

    then = _then(founded)
    assert (then.gone("leave"), then.rows("leave")) == ([], {})
    assert not then.was_there("leave", 7)
