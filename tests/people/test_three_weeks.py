"""Three weeks away, and back: no storm, nobody late, and past days that change; both databases."""

from typing import Any

import pytest

from conftest import Founded
from dailycontact.store import calendar
from support.builders import MONDAY, MORNING, a_call, a_customer, an_answer
from support.running import Run

LEAVE = "2026-11-24..2026-12-11"
BACK = MONDAY.replace(month=12, day=14)
AT = "{}T09:12:00+00:00"


def _people(founded: Founded, *, own: bool, second: bool) -> None:
    """Fill the book with twelve customers, of whom two were spoken to; one had a wish."""
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        if second:
            change.add("member", name="Priya Nair", leads=1)
        ids = [
            a_customer(change, f"Customer {number}", leader_id=1 if own else None, cadence=21)
            for number in range(12)
        ]
        an_answer(change, ids[0], call_id=a_call(change, ids[0]))
        a_call(change, ids[1], day=MONDAY.replace(day=20))
    founded.book.rest()


def _rhythms(founded: Founded) -> list[tuple[Any, ...]]:
    """Return what is derived: everybody's rhythm, and the days with their numbers."""
    look = founded.book.look()
    found = [
        tuple(row[name] for name in columns)
        for columns, table in (
            (("id", "clock", "eligible_from", "misses", "conversations"), "customer"),
            (("day", "number", "why_not"), "workday"),
        )
        for row in look.rows(f"SELECT * FROM {table} ORDER BY {columns[0]}")  # noqa: S608 - our own names
    ]
    founded.book.rest()
    return found


def test_the_days_away_count_for_nobody_where_one_leader_makes_the_calls(
    founded: Founded, run_in: Run
) -> None:
    _people(founded, own=False, second=False)

    run_in("leave", LEAVE)

    look = founded.book.look()
    passed = calendar.between(look, MONDAY, BACK)
    founded.book.rest()
    assert passed == 1


@pytest.mark.parametrize("second", [False, True])
def test_whoever_comes_back_has_one_pick_a_day_as_before(
    founded: Founded, run_in: Run, second: bool
) -> None:
    _people(founded, own=True, second=second)
    run_in("--as", "marta", "leave", LEAVE)

    first = run_in("--as", "marta", "today", "--json", at=AT.format(BACK)).json
    run_in("--as", "marta", "log", "reached", "--nothing", at=AT.format(BACK))
    then = run_in("--as", "marta", "today", "--json", at=AT.format(BACK)).json
    tomorrow = run_in("--as", "marta", "today", "--json", at=AT.format(BACK.replace(day=15))).json

    assert (first["state"], first["pick"]["slot"]) == ("call", 1)
    assert (then["state"], then["pick"]) == ("made", None)
    assert (tomorrow["state"], tomorrow["pick"]["slot"]) == ("call", 1)


@pytest.mark.parametrize("second", [False, True])
def test_nothing_is_late_after_three_weeks_away(
    founded: Founded, run_in: Run, second: bool
) -> None:
    _people(founded, own=True, second=second)
    run_in("--as", "marta", "leave", LEAVE)

    (answer,) = run_in("--as", "marta", "loop", "--json", at=AT.format(BACK)).json["answers"]

    assert (answer["stage"], answer["age"], answer["overdue"]) == ("heard", 1, False)


@pytest.mark.parametrize("second", [False, True])
def test_the_row_of_days_goes_on_after_three_weeks_away(
    founded: Founded, run_in: Run, second: bool
) -> None:
    _people(founded, own=True, second=second)
    before = run_in("--as", "marta", "today", "--json").json["streak"]
    run_in("--as", "marta", "leave", LEAVE)

    run_in("--as", "marta", "today", at=AT.format(BACK))
    run_in("--as", "marta", "log", "no-answer", at=AT.format(BACK))
    after = run_in("--as", "marta", "today", "--json", at=AT.format(BACK)).json["streak"]

    assert after == before + 1


@pytest.mark.parametrize("second", [False, True])
def test_days_that_are_noted_afterwards_and_cancelled_leave_all_as_it_was(
    founded: Founded, run_in: Run, second: bool
) -> None:
    _people(founded, own=True, second=second)
    who = ("--as", "marta")
    later = AT.format("2026-11-25")
    run_in(*who, "today", at=later)
    run_in(*who, "log", "no-answer", at=later)
    before = _rhythms(founded)

    run_in(*who, "leave", "2026-11-19..2026-11-24", at=later)
    noted = _rhythms(founded)
    whole = run_in(*who, "check", "--json", code=None).json
    run_in(*who, "leave", "2026-11-19..2026-11-24", "--cancel")

    assert (noted == before) is second
    assert whole["findings"] == []
    assert _rhythms(founded) == before
    assert run_in(*who, "check", "--json", code=None).json["findings"] == []


def test_when_everybody_is_away_a_day_does_not_count_until_somebody_comes_back(
    founded: Founded, run_in: Run
) -> None:
    _people(founded, own=False, second=True)
    run_in("--as", "marta", "leave", "2026-11-24..2026-11-27")
    run_in("--as", "priya", "leave", "2026-11-26..2026-12-01")

    days = {day: calendar.workday(founded.book.look(), MONDAY.replace(day=day)).works
            for day in (24, 25, 26, 27, 30)}  # fmt: skip
    founded.book.rest()
    run_in("--as", "priya", "leave", "2026-11-27", "--cancel")
    friday = calendar.workday(founded.book.look(), MONDAY.replace(day=27))
    founded.book.rest()

    assert days == {24: True, 25: True, 26: False, 27: False, 30: True}
    assert friday.works
