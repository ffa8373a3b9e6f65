"""What is urgent and nobody has heads every leader's card, and what was done is asked about."""

from datetime import date, timedelta
from typing import Any

import pytest

from conftest import Founded
from dailycontact.pick.usecases.today import State, Today, today
from dailycontact.store import themes
from dailycontact.store.changing import Change
from support.builders import (
    MONDAY,
    MORNING,
    a_call,
    a_customer,
    a_finish,
    a_telling,
    an_action,
    an_answer,
)
from support.running import Run

FRIDAY = MONDAY - timedelta(days=3)
SEPTEMBER, OCTOBER = date(2026, 9, 3), date(2026, 10, 5)


def _morning(founded: Founded, *, leader_id: int = 1, day: date = MONDAY) -> Today:
    shown = today(founded.book.look(), leader_id=leader_id, day=day, now=MORNING + (day - MONDAY))
    founded.book.rest()
    return shown


def _urgent(change: Change, name: str = "Grace Okonkwo", **values: Any) -> int:
    return an_answer(
        change, a_customer(change, name), "The van is too warm.", day=FRIDAY, urgent=1, **values
    )


def test_an_urgent_answer_is_on_every_leaders_card_until_it_has_an_owner(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ines = change.add("member", name="Ines Rocha", leads=True)
        first = _urgent(change)
        second = _urgent(change, "Bo Lind")
        change.add("sharing", answer_id=second, leader_id=1, day=FRIDAY, recorded_at=MORNING)

    heard = [_morning(founded, leader_id=each).beside.urgent for each in (1, ines)]
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        an_action(change, first, owner_id=ines, owned_on=MONDAY)
        looking = an_action(change, second)
    taken = _morning(founded).beside.urgent
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.set("action", looking, owner_id=1, owned_on=MONDAY)

    assert [(one.number, one.first[0].answer.id) for one in heard] == [(2, first), (2, first)]
    assert [(one.answer.id, one.doings[0].action_id) for one in taken.first] == [(second, looking)]
    assert _morning(founded).beside.urgent.number == 0


@pytest.mark.parametrize("only_mine", [{"private": 1}, {"consent": "no"}])
def test_what_is_for_the_leader_alone_is_on_no_other_card(
    founded: Founded, only_mine: dict[str, Any]
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ines = change.add("member", name="Ines Rocha", leads=True)
        _urgent(change, **only_mine)

    seen = [_morning(founded, leader_id=each).beside.urgent.number for each in (1, ines)]

    assert seen == [1, 0]


def test_it_heads_the_card_of_a_day_off_too(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        answer = _urgent(change)
    founded.book.rest()
    sunday = "2026-11-22T09:00:00+00:00"

    shown, document = run_in("today", at=sunday).out, run_in("today", "--json", at=sunday).json

    assert shown.splitlines()[2].startswith(" URGENT     Grace Okonkwo, 2 days ago: “The van")
    assert shown.splitlines()[3].endswith(f"dailycontact act {answer}")
    assert document["state"] == State.DAY_OFF
    assert document["urgent_waiting"] == 1
    assert document["urgent"][0]["next_command"] == f"dailycontact act {answer}"


def test_what_was_done_is_asked_about_when_the_turn_comes_and_a_week_has_passed(
    founded: Founded,
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana = a_customer(change, cadence=21, joined_on=SEPTEMBER)
        said = an_answer(change, ana, day=SEPTEMBER)
        finish = a_finish(change, an_action(change, said), said, day=OCTOBER)
        a_telling(change, finish, said, day=OCTOBER)

    shown, sooner = _morning(founded), _morning(founded, day=OCTOBER + timedelta(days=6))

    assert [told.say for told in shown.to_ask] == ["Every invoice now carries the café's name"]
    assert sooner.to_ask == ()


def test_a_theme_that_is_raised_again_after_its_fix_is_counted(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana = a_customer(change, cadence=21, joined_on=SEPTEMBER)
        said = an_answer(change, ana, day=SEPTEMBER)
        invoices, _ = themes.theme_for(change, "Invoices", day=SEPTEMBER)
        themes.read(change, said, theme=invoices, day=SEPTEMBER)
        a_finish(change, an_action(change, said), said, day=OCTOBER)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        call = a_call(change, a_customer(change, "Bo Lind"), day=FRIDAY)
        anew = an_answer(change, 2, "Which shop is it for?", call_id=call, day=FRIDAY)
        themes.read(change, anew, theme=invoices, day=FRIDAY)

    shown = _morning(founded)

    assert [(one.theme, one.times) for one in shown.again] == [("Invoices", 1)]


def test_where_one_part_is_done_and_another_open_the_customer_is_owed_news(
    founded: Founded,
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana = a_customer(change, joined_on=SEPTEMBER)
        said = an_answer(change, ana, day=SEPTEMBER)
        a_finish(change, an_action(change, said), said, day=FRIDAY)
        an_action(change, said, title="And on the delivery notes")

    shown = _morning(founded)

    assert shown.pick is not None
    assert (shown.pick.reason, len(shown.owed_here)) == ("news", 1)
