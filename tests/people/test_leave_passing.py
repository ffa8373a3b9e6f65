"""What falls due while a leader is away: put off, or passed to a deputy, on both databases."""

import sys
from datetime import date
from typing import Any

import pytest

from conftest import Founded
from dailycontact.store import calls
from dailycontact.store.changing import Change
from support.builders import MORNING, a_customer, a_finish, an_action, an_answer
from support.running import Ran, Run
from support.typing import Typed

LEAVE = "2026-12-21..2027-01-02"
BACK = date(2027, 1, 4)


def _promise(change: Change, customer_id: int, due_on: date, *, kind: str = "call-back") -> int:
    return change.add(
        "promise",
        customer_id=customer_id,
        leader_id=change.leader_id,
        kind=kind,
        text="call back" if kind == "call-back" else "send the price list",
        due_on=due_on,
        recorded_at=change.at,
    )


@pytest.fixture
def two(founded: Founded, run_in: Run) -> Run:
    """Return what runs a command in a book in which Priya makes calls beside Marta.

    Marta promised Ana something for the days before Christmas, and owes Bo news.
    """
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.add("member", name="Priya Nair", leads=1)
        ana = a_customer(change, "Ana Duarte", leader_id=1)
        _promise(change, ana, date(2026, 12, 22), kind="thing")
        bo = a_customer(change, "Bo Lind", leader_id=1)
        answer = an_answer(change, bo)
        a_finish(change, an_action(change, answer), answer, day=date(2026, 12, 17))
    founded.book.rest()
    return lambda *words, **options: run_in("--as", "marta", *words, **options)


@pytest.fixture
def asked(two: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what notes the leave at a terminal at which these lines are typed."""

    def leave(*lines: str, at: str = "2026-12-18T09:00:00+00:00") -> Ran:
        with monkeypatch.context() as here:
            here.setattr(sys, "stdin", Typed(*lines))
            return two("leave", LEAVE, at=at)

    return leave


def _promises(founded: Founded) -> list[tuple[date, str | None]]:
    look = founded.book.look()
    rows = look.rows("SELECT id, due_on, settled_how FROM promise ORDER BY id")
    founded.book.rest()
    return [(date.fromisoformat(row["due_on"]), row["settled_how"]) for row in rows]


def _deputies(founded: Founded) -> list[int | None]:
    rows = founded.book.look().rows("SELECT deputy_id FROM leave ORDER BY id")
    founded.book.rest()
    return [row["deputy_id"] for row in rows]


def test_promises_and_news_that_fall_inside_are_shown(two: Run) -> None:
    shown = two("leave", LEAVE, at="2026-12-18T09:00:00+00:00").out

    assert "PROMISED Tuesday 22 December: Ana Duarte, send the price list" in shown
    assert "TO TELL  Bo Lind: “Your invoices" in shown
    assert "done Thursday 17 December" in " ".join(shown.split())
    assert "Ring them before you go" in shown
    assert "otherwise both wait for Monday 4 January 2027." in " ".join(shown.split())
    assert f"    dailycontact --as marta leave {LEAVE} --deputy NAME\n" in shown


def test_news_that_should_be_told_before_the_leave_is_not_shown(two: Run) -> None:
    document = two("leave", "2027-01-18..2027-01-22", "--json", at="2026-12-18T09:00:00+00:00").json

    assert document["leave"][0]["to_tell"] == []
    assert document["leave"][0]["due"] == []


def test_news_that_is_late_already_is_shown_when_the_leave_begins_at_once(two: Run) -> None:
    document = two("leave", "2027-01-14", "--json", at="2027-01-13T09:00:00+00:00").json

    assert [one["customer"] for one in document["leave"][0]["to_tell"]] == ["Bo Lind"]


@pytest.mark.parametrize("due_on", [date(2026, 12, 18), date(2026, 12, 20), date(2027, 1, 3)])
def test_what_is_due_outside_the_days_is_neither_shown_nor_put_off(
    founded: Founded, run_in: Run, due_on: date
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _promise(change, a_customer(change), due_on)
    founded.book.rest()

    taken = run_in("leave", LEAVE, "--move", "--json", at="2026-12-18T09:00:00+00:00").json

    assert (taken["leave"][0]["due"], taken["leave"][0]["moved_to"]) == ([], None)
    assert _promises(founded) == [(due_on, None)]


@pytest.mark.parametrize("words", [(), ("--deputy", "priya")])
def test_news_for_a_customer_of_nobody_is_shown_with_a_deputy_too(
    founded: Founded, two: Run, words: tuple[str, ...]
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.run("UPDATE customer SET leader_id = NULL WHERE name = 'Bo Lind'")
    founded.book.rest()

    document = two("leave", LEAVE, *words, "--json", at="2026-12-18T09:00:00+00:00").json

    assert [one["customer"] for one in document["leave"][0]["to_tell"]] == ["Bo Lind"]


def test_news_of_another_leaders_customer_is_not_shown(two: Run) -> None:
    two("customers", "edit", "Bo Lind", "--leader", "priya")

    document = two("leave", LEAVE, "--json", at="2026-12-18T09:00:00+00:00").json

    assert document["leave"][0]["to_tell"] == []


def test_promises_are_put_off_until_the_first_day_back(founded: Founded, two: Run) -> None:
    ran = two("leave", LEAVE, "--move", at="2026-12-18T09:00:00+00:00")

    assert _promises(founded) == [(date(2026, 12, 22), "moved"), (BACK, None)]
    assert "1 promise put off until Monday 4 January 2027; tell Ana" in ran.err
    assert "put off" in two("history").out


def test_promises_can_be_put_off_after_the_leave_was_noted(founded: Founded, two: Run) -> None:
    two("leave", LEAVE, "--deputy", "priya")

    document = two("leave", LEAVE, "--move", "--json").json["leave"][0]

    assert _promises(founded) == [(date(2026, 12, 22), "moved"), (BACK, None)]
    assert (document["moved_to"], document["deputy"]) == ("2027-01-04", "Priya Nair")


def test_a_call_back_that_is_put_off_comes_up_on_the_first_day_back(
    founded: Founded, run_in: Run
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        customer_id = a_customer(change)
        _promise(change, customer_id, date(2026, 12, 22))
    founded.book.rest()

    run_in("leave", LEAVE, "--move")

    promised = founded.book.look().value("SELECT promised_on AS value FROM customer")
    founded.book.rest()
    assert promised == BACK.isoformat()


def test_undo_brings_the_promises_back_with_the_days(founded: Founded, two: Run) -> None:
    two("leave", LEAVE, "--move")

    two("undo")

    assert _promises(founded) == [(date(2026, 12, 22), None)]
    assert _deputies(founded) == []


@pytest.mark.parametrize(
    ("typed", "moved", "deputies"),
    [("m", True, [None]), ("d", False, [2]), ("", False, [None])],
)
def test_in_a_terminal_it_asks_what_to_do(
    asked: Any, founded: Founded, typed: str, moved: bool, deputies: list[int | None]
) -> None:
    asked(typed)

    assert (len(_promises(founded)) > 1) is moved
    assert _deputies(founded) == deputies


def test_of_several_others_one_is_chosen(asked: Any, two: Run, founded: Founded) -> None:
    two("team", "add", "Ana Gil", "--leads")

    ran = asked("d", "2")

    assert "Who stands in?" in ran.err + ran.out
    assert _deputies(founded) == [2]


def test_ctrl_c_at_the_question_notes_nothing(
    two: Run, founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed())

    two("leave", LEAVE, at="2026-12-18T09:00:00+00:00", code=130)

    assert _deputies(founded) == []


def test_where_nothing_can_be_done_nothing_is_asked(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        answer = an_answer(change, a_customer(change))
        a_finish(change, an_action(change, answer), answer)
    founded.book.rest()
    monkeypatch.setattr(sys, "stdin", Typed())

    ran = run_in("leave", "2026-11-24..2026-12-24")

    assert "TO TELL" in ran.out
    assert "count against nobody" in ran.err


def test_whoever_makes_no_calls_cannot_stand_in(two: Run) -> None:
    two("team", "add", "Tom Berg")

    refused = two("leave", LEAVE, "--deputy", "tom", code=2)

    assert "Tom Berg makes no calls and cannot stand in" in refused.err


def test_a_deputy_who_is_away_too_is_said(two: Run) -> None:
    two("--as", "priya", "leave", "2026-12-30")

    shown = two("leave", LEAVE, "--deputy", "priya").out

    assert "Priya Nair stands in, and is away on some of them, too." in shown


def test_many_are_counted(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        for number in range(7):
            _promise(change, a_customer(change, f"Customer {number}"), date(2026, 12, 22))
    founded.book.rest()

    shown = run_in("leave", LEAVE).out

    assert "and 2 more" in shown


@pytest.mark.parametrize(("leads", "deputy"), [(True, "Ana Gil"), (False, None)])
def test_when_a_deputy_leaves_only_who_makes_calls_stands_in_instead(
    two: Run, leads: bool, deputy: str | None
) -> None:
    two("team", "add", "Ana Gil", *(["--leads"] if leads else []))
    two("leave", LEAVE, "--deputy", "priya")

    two("team", "left", "priya", "--to", "ana")

    assert two("leave", "--json").json["leave"][0]["deputy"] == deputy


def test_what_was_put_off_can_be_kept_like_any_promise(founded: Founded, two: Run) -> None:
    two("leave", LEAVE, "--move")

    two("log", "--customer", "Ana Duarte", "--kept", at="2027-01-04T09:00:00+00:00")

    look = founded.book.look()
    left = calls.open_promises(look, customer_id=1)
    founded.book.rest()
    assert left == []
