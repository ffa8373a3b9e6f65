"""Leave: the days, the calendar, and what falls due meanwhile, on both databases."""

import pytest

from conftest import Founded
from dailycontact.store import calendar, rhythms
from support.builders import MONDAY, MORNING, a_call, a_customer
from support.running import Run


def test_without_dates_it_shows_what_is_noted(run_in: Run) -> None:
    nothing = run_in("leave")
    shown = run_in("leave", "21", "December..2", "January")
    listed = run_in("leave")

    assert "No leave is ahead." in nothing.out
    assert "Monday 21 December to Saturday 2 January 2027" in shown.out
    assert "back Monday 4 January 2027" in shown.out
    assert "7 working days." in shown.out
    assert "These days count against nobody.\n" in shown.err
    assert "Wrong? dailycontact leave 2026-12-21..2027-01-02 --cancel\n" in shown.err
    assert "Monday 21 December to Saturday 2 January 2027" in listed.out


def test_leave_that_is_over_is_still_known(run_in: Run) -> None:
    run_in("leave", "2026-11-16")
    run_in("leave", "2026-11-18..2026-11-19")

    shown = " ".join(run_in("leave").out.split())

    assert "ahead. The last was Wednesday 18 November to Thursday 19 November." in shown


def test_the_days_do_not_count_when_everybody_is_away(founded: Founded, run_in: Run) -> None:
    run_in("leave", "tomorrow")

    day = calendar.workday(founded.book.look(), MONDAY.replace(day=24))
    founded.book.rest()

    assert day.why_not == "leave"


def test_undo_makes_the_days_count_again(founded: Founded, run_in: Run) -> None:
    run_in("leave", "tomorrow")

    run_in("undo", "--yes")

    assert calendar.workday(founded.book.look(), MONDAY.replace(day=24)).works
    founded.book.rest()


def test_a_holiday_keeps_its_name(founded: Founded, run_in: Run) -> None:
    run_in("leave", "2026-12-24..2026-12-28")

    day = calendar.workday(founded.book.look(), MONDAY.replace(month=12, day=25))
    founded.book.rest()

    assert day.why_not == "Christmas Day"


def test_a_day_counts_while_another_leader_works(founded: Founded, run_in: Run) -> None:
    run_in("team", "add", "Priya Nair", "--leads")

    taken = run_in("--as", "marta", "leave", "tomorrow", "--deputy", "priya", "--json").json

    assert taken["leave"][0]["working_days"] == 1
    assert taken["leave"][0]["deputy"] == "Priya Nair"
    assert taken["leave"][0]["back_on"] == "2026-11-25"
    assert calendar.workday(founded.book.look(), MONDAY.replace(day=24)).works
    founded.book.rest()


def test_past_days_move_the_clock_of_whoever_was_spoken_to(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        customer_id = a_customer(change, joined_on="2026-10-01")
        a_call(change, customer_id)
        before = rhythms.next_turn(change, customer_id)
    founded.book.rest()

    taken = run_in("leave", "2026-11-18..2026-11-19")
    after = rhythms.next_turn(founded.book.look(), customer_id)
    founded.book.rest()

    assert "These days count against nobody.\n" in taken.err
    assert before is not None
    assert after == before - 2


@pytest.mark.parametrize(
    ("cancelled", "left"),
    [
        ("2026-12-21..2026-12-23", []),
        ("2026-12-22", [("2026-12-21", "2026-12-21"), ("2026-12-23", "2026-12-23")]),
        ("2026-12-01..2026-12-21", [("2026-12-22", "2026-12-23")]),
        ("2026-12-23..2027-01-01", [("2026-12-21", "2026-12-22")]),
    ],
)
def test_days_can_be_taken_out(run_in: Run, cancelled: str, left: list[tuple[str, str]]) -> None:
    run_in("leave", "2026-12-21..2026-12-23")

    run_in("leave", cancelled, "--cancel")

    shown = run_in("leave", "--json").json["leave"]
    assert [(each["first_on"], each["last_on"]) for each in shown] == left


def test_cancelling_shows_what_is_left(run_in: Run) -> None:
    run_in("leave", "2026-12-21..2026-12-23")

    some = run_in("leave", "2026-12-22", "--cancel")
    rest = run_in("leave", "2026-12-21..2026-12-23", "--cancel", "--json").json

    assert "Wednesday 23 December" in some.out
    assert "These days count again." in some.err
    assert rest == {"leave": []}


def test_cancelling_the_last_of_it_says_so(run_in: Run) -> None:
    run_in("leave", "2026-12-21")

    assert "no leave is ahead" in run_in("leave", "2026-12-21", "--cancel").err


def test_the_same_days_again_replace_what_was_noted(run_in: Run) -> None:
    run_in("leave", "2026-12-21..2026-12-23")
    run_in("leave", "2026-12-21..2026-12-23")

    shown = run_in("leave", "--json").json["leave"]

    assert len(shown) == 1


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["--cancel"], "Name the days", 2),
        (["--deputy", "marta"], "Name the days", 2),
        (["friday", "--deputy", "marta"], "Somebody else has to stand in", 2),
        (["2026-12-01..2028-12-01"], "More than a year of leave", 2),
        (["friday", "--cancel"], "No leave of yours is noted for Friday 27 November", 4),
        (["2026-12-01..2026-12-03", "--cancel"], "to Thursday 3 December", 4),
        (["--move"], "Name the days", 2),
    ],
)
def test_what_cannot_be_meant_is_refused(
    run_in: Run, words: list[str], said: str, code: int
) -> None:
    assert said in run_in("leave", *words, code=code).err


def _promise(founded: Founded, kind: str) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.add(
            "promise",
            customer_id=a_customer(change),
            leader_id=founded.leader_id,
            kind=kind,
            text="send the price list",
            due_on="2026-11-24",
            recorded_at=change.at,
        )
    founded.book.rest()


def test_what_falls_due_meanwhile_is_shown_with_what_to_do(founded: Founded, run_in: Run) -> None:
    _promise(founded, "thing")

    shown = run_in("leave", "tomorrow")
    document = run_in("leave", "--json").json["leave"][0]

    assert "Tuesday 24 November: Ana Duarte, send the price list" in shown.out
    assert "Ring Ana before you go" in shown.out
    assert "otherwise it waits for Wednesday 25 November." in " ".join(shown.out.split())
    assert "    dailycontact leave 2026-11-24 --move\n" in shown.out
    assert document["due"][0]["customer"] == "Ana Duarte"


def test_a_deputy_can_be_asked(founded: Founded, run_in: Run) -> None:
    _promise(founded, "call-back")
    run_in("team", "add", "Priya Nair", "--leads")

    shown = run_in("--as", "marta", "leave", "tomorrow", "--deputy", "priya")

    assert "Ana Duarte, call back" in shown.out
    assert "or leave it to Priya." in shown.out
    assert "Priya stands in: your customers" in shown.err


def test_what_fell_due_is_caught_up_with(founded: Founded, run_in: Run) -> None:
    _promise(founded, "thing")

    shown = run_in("leave", "2026-11-24", at="2026-11-25T09:00:00+00:00")

    assert "That fell due meanwhile; ring Ana soon." in shown.out


def test_the_same_days_again_are_said_to_be_noted_before(run_in: Run) -> None:
    run_in("leave", "2026-12-21..2026-12-23")

    again = run_in("leave", "2026-12-22..2026-12-23")

    assert "That was noted before; nothing was changed." in again.err
