"""What the card remembers, on both databases: promises, notes, and what was last said."""

from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from conftest import Founded
from dailycontact.core.answer import Kind
from dailycontact.store.changing import Change
from support.builders import MONDAY, MORNING, a_call, a_customer, a_finish, an_action, an_answer
from support.running import Run

YEAR_AGO = MONDAY - timedelta(weeks=52)
SUMMER = date(2026, 9, 3)
AUTUMN = date(2026, 10, 12)


def change(founded: Founded) -> AbstractContextManager[Change]:
    return founded.book.change("test", leader_id=founded.leader_id, at=MORNING)


def promised(
    c: Change, name: str, due_on: date, *, urgent: bool = False, kind: str = "thing"
) -> int:
    """Promise something in a call to somebody who is not due today."""
    whom = a_customer(c, name, cadence=252, joined_on=YEAR_AGO)
    call = a_call(c, whom, day=MONDAY - timedelta(days=4))
    an_answer(c, whom, day=MONDAY - timedelta(days=4), call_id=call, urgent=urgent)
    c.add(
        "promise", customer_id=whom, call_id=call, leader_id=1, kind=kind, text="to see to it",
        due_on=due_on, recorded_at=MORNING,
    )  # fmt: skip
    return whom


def shown(founded: Founded, run_in: Run) -> str:
    founded.book.rest()
    return " ".join(run_in("today").out.split())


def test_every_promise_is_named_the_urgent_first_then_those_of_today(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        promised(c, "Tomasz Old", date(2026, 11, 20))
        promised(c, "Callum Now", MONDAY)
        promised(c, "Grace Soon", date(2026, 11, 25), urgent=True)
        promised(c, "Far Ahead", date(2026, 11, 26))

    card = shown(founded, run_in)

    assert "Promised: Grace (Wed), Callum (today), Tomasz (20 Nov) dailycontact promise" in card


def test_one_promise_says_what_it_was_and_how_it_is_ticked_off(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        promised(c, "Tomasz Old", date(2026, 11, 20))
        a_finish(c, an_action(c, answer := an_answer(c, a_customer(c), day=SUMMER)), answer)

    card = shown(founded, run_in)

    assert "Promised to Tomasz for 20 November: to see to it" in card
    assert "dailycontact promise P1 --kept" in card


def test_a_call_back_that_is_ahead_comes_up_by_itself(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        promised(c, "Tomasz Old", MONDAY + timedelta(days=1), kind="call-back")

    assert "Promised" not in shown(founded, run_in)


def test_last_time_is_the_last_in_which_something_was_said(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        tom = c.add("member", name="Tom Hale")
        ana = a_customer(c, "Ana Duarte", cadence=21, joined_on=YEAR_AGO)
        wish = an_answer(
            c, ana, "Drive later, please.", day=SUMMER, call_id=a_call(c, ana, day=SUMMER)
        )
        an_action(c, wish, title="Drive later", owner_id=tom)
        a_call(c, ana, day=AUTUMN, notes="Only told about the invoices.")

    card = shown(founded, run_in)

    assert "LAST TIME Thursday 3 September NOTE Only told about the invoices." in card
    assert (
        "OPEN “In September you told us: ‘Drive later, please.’ Tom is seeing to it; I'll ring you"
        " when I know more.”"
    ) in card


def test_an_older_wish_gets_its_sentence_when_the_last_words_were_praise(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        ana = a_customer(c, "Ana Duarte", cadence=21, joined_on=YEAR_AGO)
        an_answer(c, ana, "Drive later.", day=SUMMER, call_id=a_call(c, ana, day=SUMMER))
        an_answer(
            c, ana, "Lovely bread.", day=AUTUMN, kind=Kind.PRAISE,
            call_id=a_call(c, ana, day=AUTUMN),
        )  # fmt: skip

    card = shown(founded, run_in)

    assert "LAST TIME Monday 12 October “Lovely bread.”" in card
    assert "‘Drive later.’ I have not forgotten it, and there is nothing new yet;" in card


@pytest.mark.parametrize("reached", [True, False], ids=["spoken to before", "never reached"])
def test_what_was_noted_when_it_did_not_suit_is_on_the_card(
    founded: Founded, run_in: Run, reached: bool
) -> None:
    with change(founded) as c:
        diego = a_customer(c, "Diego", cadence=21, joined_on=YEAR_AGO)
        if reached:
            a_call(c, diego, day=SUMMER, notes="Has a new shop.")
        a_call(c, diego, day=AUTUMN, outcome="not-now", notes="Stocktaking")

    card = shown(founded, run_in)

    assert "NOTE It did not suit on Monday 12 October: Stocktaking." in card


def test_whoever_was_just_skipped_is_not_named_as_waiting_to_hear(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        for name in ("Aoife Byrne", "Bo Lind"):
            whom = a_customer(c, name, cadence=252, joined_on=YEAR_AGO)
            answer = an_answer(c, whom, day=AUTUMN)
            a_finish(c, an_action(c, answer), answer)
        a_customer(c, "Due", cadence=21, joined_on=YEAR_AGO)
    founded.book.rest()

    run_in("today")
    run_in("skip")
    run_in("skip")

    card = run_in("today").out
    assert "Due" in card
    assert "Aoife" not in card
    assert "Bo Lind" not in card
