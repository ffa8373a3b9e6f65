"""Whose turn it is, on both databases."""

from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest

from conftest import Founded
from dailycontact.core.call import Settled
from dailycontact.core.turn import Reason
from dailycontact.pick.usecases.skip import NothingToSkip, skip
from dailycontact.pick.usecases.today import State, Today, today
from dailycontact.store import calls, promises, rhythms
from dailycontact.store.book import Book
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

QUARTER_AGO = MONDAY - timedelta(weeks=13)
YEAR_AGO = MONDAY - timedelta(weeks=52)


def change(founded: Founded) -> AbstractContextManager[Change]:
    return founded.book.change("test", leader_id=founded.leader_id, at=MORNING)


def morning(
    founded: Founded, *, day: date = MONDAY, leader_id: int | None = None, **flags: bool
) -> Today:
    shown = today(
        founded.book.look(),
        leader_id=leader_id or founded.leader_id,
        day=day,
        now=MORNING + (day - MONDAY),
        **flags,
    )
    founded.book.rest()
    return shown


def name_of(shown: Today) -> str | None:
    return shown.customer.name if shown.customer else None


def spoken_to(change: Change, name: str, *, on: date, cadence: int = 63, **values: Any) -> int:
    customer_id = a_customer(change, name, cadence=cadence, joined_on=YEAR_AGO, **values)
    a_call(change, customer_id, day=on)
    return customer_id


def test_whoever_is_furthest_along_their_rhythm_is_called_first(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Half a year of a year", on=MONDAY - timedelta(weeks=26), cadence=252)
        spoken_to(c, "A quarter of a quarter", on=QUARTER_AGO, cadence=63)
        spoken_to(c, "Two months of a month", on=MONDAY - timedelta(weeks=9), cadence=21)

    assert name_of(morning(founded)) == "Two months of a month"


def test_a_promise_to_call_back_comes_first(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Waiting long", on=YEAR_AGO + timedelta(days=7))
        promised = spoken_to(c, "Promised", on=MONDAY - timedelta(days=4))
        c.add(
            "promise",
            customer_id=promised,
            leader_id=founded.leader_id,
            kind="call-back",
            text="to ring back",
            due_on=MONDAY,
            recorded_at=MORNING,
        )
        rhythms.refresh(c, [promised])

    shown = morning(founded)

    assert name_of(shown) == "Promised"
    assert shown.pick is not None
    assert shown.pick.reason is Reason.PROMISE
    assert shown.why == "You promised to call back today."


@pytest.mark.parametrize(
    "columns",
    [
        {"do_not_contact_on": MONDAY},
        {"paused_on": MONDAY},
        {"left_on": MONDAY},
        {"phone": None},
    ],
    ids=["do not contact", "paused", "left", "no phone"],
)
def test_whoever_cannot_be_phoned_is_never_proposed(
    founded: Founded, columns: dict[str, Any]
) -> None:
    with change(founded) as c:
        a_customer(c, "Not to be phoned", **columns)

    shown = morning(founded, anyway=True)

    assert shown.customer is None


@pytest.mark.parametrize(("weeks", "proposed"), [(6, False), (7, True)], ids=["30 days", "35 days"])
def test_nobody_is_proposed_within_half_their_cadence(
    founded: Founded, weeks: int, proposed: bool
) -> None:
    with change(founded) as c:
        spoken_to(c, "Ana", on=MONDAY - timedelta(weeks=weeks))

    assert (name_of(morning(founded)) == "Ana") is proposed


def test_anyway_lifts_the_minimum_gap_but_never_a_refusal(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Ana", on=MONDAY - timedelta(weeks=1))
        spoken_to(c, "Bo", on=YEAR_AGO, do_not_contact_on=MONDAY)

    assert name_of(morning(founded, anyway=True)) == "Ana"


def test_two_leaders_never_get_the_same_customer(founded: Founded) -> None:
    with change(founded) as c:
        other = c.add("member", name="Tom Hale", leads=True)
        for name in ("Ana", "Bo"):
            a_customer(c, name)

    names = {name_of(morning(founded)), name_of(morning(founded, leader_id=other))}

    assert names == {"Ana", "Bo"}


def test_a_leader_gets_their_own_customers_and_those_of_nobody(founded: Founded) -> None:
    with change(founded) as c:
        other = c.add("member", name="Tom Hale", leads=True)
        a_customer(c, "Tom's", leader_id=other, head_start=60.0)

    assert name_of(morning(founded)) is None
    assert name_of(morning(founded, leader_id=other)) == "Tom's"


def test_a_stored_pick_who_refused_in_the_meantime_is_replaced(founded: Founded) -> None:
    with change(founded) as c:
        ana = a_customer(c, "Ana", head_start=60.0)
        a_customer(c, "Bo")
    assert name_of(morning(founded)) == "Ana"

    with change(founded) as c:
        c.set("customer", ana, do_not_contact_on=MONDAY)
        rhythms.refresh(c, [ana])

    assert name_of(morning(founded)) == "Bo"


def test_a_stored_pick_whom_another_leader_has_spoken_to_is_replaced(founded: Founded) -> None:
    with change(founded) as c:
        other = c.add("member", name="Tom Hale", leads=True)
        ana = a_customer(c, "Ana", head_start=60.0)
        a_customer(c, "Bo")
    assert name_of(morning(founded)) == "Ana"

    with change(founded) as c:
        a_call(c, ana, leader_id=other, rang_in=True)

    assert name_of(morning(founded)) == "Bo"


def test_a_stored_pick_who_became_another_leader_s_is_replaced(founded: Founded) -> None:
    with change(founded) as c:
        other = c.add("member", name="Tom Hale", leads=True)
        ana = a_customer(c, "Ana", head_start=60.0)
        a_customer(c, "Bo")
    morning(founded)

    with change(founded) as c:
        c.set("customer", ana, leader_id=other)

    assert name_of(morning(founded)) == "Bo"


def test_leave_taken_today_hides_the_pick_of_the_day(founded: Founded) -> None:
    with change(founded) as c:
        a_customer(c, "Ana")
    morning(founded)

    with change(founded) as c:
        c.add("leave", leader_id=founded.leader_id, first_on=MONDAY, last_on=MONDAY)

    assert morning(founded).state is State.DAY_OFF
    assert name_of(morning(founded, anyway=True)) == "Ana"


def promised_for(c: Change, customer_id: int, day: date) -> None:
    c.add(
        "promise",
        customer_id=customer_id,
        leader_id=1,
        kind="call-back",
        text="to ring back",
        due_on=day,
        recorded_at=MORNING,
    )
    rhythms.refresh(c, [customer_id])


@pytest.mark.parametrize(
    ("due_on", "first"),
    [
        (MONDAY + timedelta(days=3), MONDAY + timedelta(days=3)),
        (MONDAY + timedelta(days=5), MONDAY + timedelta(days=7)),
    ],
    ids=["a Thursday", "a Saturday"],
)
def test_nobody_is_rung_before_the_day_that_was_promised(
    founded: Founded, due_on: date, first: date
) -> None:
    with change(founded) as c:
        promised_for(c, spoken_to(c, "Promised", on=YEAR_AGO + timedelta(days=7)), due_on)

    days = (MONDAY + timedelta(days=ahead) for ahead in range(12))
    proposed = next(day for day in days if name_of(morning(founded, day=day)) == "Promised")

    assert proposed == first


def test_a_promised_customer_who_is_skipped_is_left_alone(founded: Founded) -> None:
    with change(founded) as c:
        promised_for(c, spoken_to(c, "Promised", on=MONDAY - timedelta(days=4)), MONDAY)
    morning(founded)

    with change(founded) as c:
        skip(c, leader_id=founded.leader_id, day=MONDAY, reason=None, tomorrow=False)

    assert name_of(morning(founded, day=MONDAY + timedelta(days=1))) is None
    assert name_of(morning(founded, day=MONDAY + timedelta(days=7))) == "Promised"


def test_a_promised_customer_who_was_missed_is_tried_again_within_the_minimum_gap(
    founded: Founded,
) -> None:
    with change(founded) as c:
        promised_for(c, spoken_to(c, "Promised", on=MONDAY - timedelta(days=4)), MONDAY)
    pick = morning(founded).pick
    assert pick is not None

    with change(founded) as c:
        a_call(c, pick.customer_id, outcome="no-answer", pick_id=pick.id)

    assert name_of(morning(founded)) is None
    assert name_of(morning(founded, day=MONDAY + timedelta(days=1))) == "Promised"


def test_a_longer_cadence_lengthens_the_minimum_gap(founded: Founded) -> None:
    with change(founded) as c:
        ana = spoken_to(c, "Ana", on=MONDAY - timedelta(weeks=4), cadence=21)
        c.set("customer", ana, cadence=252)
        rhythms.refresh(c, [ana])

    assert name_of(morning(founded)) is None


def test_a_stored_pick_who_is_paused_for_some_days_is_replaced(founded: Founded) -> None:
    with change(founded) as c:
        ana = a_customer(c, "Ana", head_start=60.0)
        a_customer(c, "Bo")
    morning(founded)

    with change(founded) as c:
        c.set("customer", ana, paused_on=MONDAY, paused_until=MONDAY + timedelta(days=7))

    assert name_of(morning(founded)) == "Bo"


def test_after_a_conversation_the_day_s_call_is_made(founded: Founded) -> None:
    with change(founded) as c:
        ana = a_customer(c, "Ana")
        a_customer(c, "Bo")
        a_call(c, ana)

    shown = morning(founded)

    assert (shown.state, name_of(shown)) == (State.MADE, None)
    assert shown.next_on == MONDAY + timedelta(days=1)
    assert name_of(morning(founded, another=True)) == "Bo"


def test_after_a_missed_call_the_next_is_proposed_up_to_the_attempts_of_a_day(
    founded: Founded,
) -> None:
    with change(founded) as c:
        people = [a_customer(c, f"Customer {number}") for number in range(5)]
        for customer_id in people[:2]:
            a_call(c, customer_id, outcome="no-answer")
    assert morning(founded).state is State.CALL

    with change(founded) as c:
        third = morning(founded).pick
        assert third is not None
        a_call(c, third.customer_id, outcome="voicemail", pick_id=third.id)

    assert morning(founded).state is State.MADE


def test_a_skipped_customer_is_left_for_a_week_and_the_next_is_proposed(founded: Founded) -> None:
    with change(founded) as c:
        a_customer(c, "Ana", head_start=60.0)
        a_customer(c, "Bo")
    morning(founded)

    with change(founded) as c:
        skipped = skip(c, leader_id=founded.leader_id, day=MONDAY, reason="ill", tomorrow=False)

    assert (skipped.customer.name, skipped.until) == ("Ana", MONDAY + timedelta(days=7))
    assert name_of(morning(founded)) == "Bo"
    assert name_of(morning(founded, day=MONDAY + timedelta(days=7))) == "Ana"


def test_a_customer_skipped_until_tomorrow_comes_up_tomorrow(founded: Founded) -> None:
    with change(founded) as c:
        a_customer(c, "Ana")
    morning(founded)

    with change(founded) as c:
        skipped = skip(c, leader_id=founded.leader_id, day=MONDAY, reason=None, tomorrow=True)

    assert skipped.until == MONDAY + timedelta(days=1)
    assert morning(founded).state is State.NOBODY
    assert name_of(morning(founded, day=MONDAY + timedelta(days=1))) == "Ana"


def test_without_a_pick_there_is_nothing_to_skip(founded: Founded) -> None:
    with pytest.raises(NothingToSkip), change(founded) as c:
        skip(c, leader_id=founded.leader_id, day=MONDAY, reason=None, tomorrow=False)


def test_a_day_off_names_the_next_working_day_and_can_be_overruled(founded: Founded) -> None:
    saturday = MONDAY - timedelta(days=2)
    with change(founded) as c:
        a_customer(c, "Ana", joined_on=YEAR_AGO)

    shown = morning(founded, day=saturday)

    assert (shown.state, shown.why_not, shown.next_on) == (State.DAY_OFF, "weekend", MONDAY)
    assert name_of(morning(founded, day=saturday, anyway=True)) == "Ana"


def test_a_public_holiday_of_the_book_s_country_is_a_day_off(founded: Founded) -> None:
    shown = morning(founded, day=date(2026, 12, 25))

    assert shown.why_not == "Christmas Day"


def test_a_leader_on_leave_makes_no_call_while_the_others_go_on(founded: Founded) -> None:
    with change(founded) as c:
        other = c.add("member", name="Tom Hale", leads=True)
        a_customer(c, "Ana")
        c.add(
            "leave",
            leader_id=founded.leader_id,
            first_on=MONDAY,
            last_on=MONDAY + timedelta(days=2),
        )

    shown = morning(founded)

    assert (shown.state, shown.why_not) == (State.DAY_OFF, "leave")
    assert shown.next_on == MONDAY + timedelta(days=3)
    assert name_of(morning(founded, leader_id=other)) == "Ana"


def test_when_nobody_is_due_the_next_turn_is_named(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Ana", on=MONDAY - timedelta(weeks=6))

    shown = morning(founded)

    assert shown.state is State.NOBODY
    assert shown.next_on == date(2026, 11, 25)


def test_the_card_has_the_last_words_and_who_is_owed_news(founded: Founded) -> None:
    with change(founded) as c:
        ana = a_customer(c, "Ana Duarte", cadence=21, joined_on=YEAR_AGO)
        bo = spoken_to(c, "Bo Lind", on=MONDAY - timedelta(days=1), cadence=252)
        said = an_answer(c, ana, day=QUARTER_AGO)
        too = an_answer(c, bo, day=MONDAY - timedelta(days=1))
        a_finish(c, an_action(c, said, too), said, too)

    shown = morning(founded)

    assert name_of(shown) == "Ana Duarte"
    assert shown.last is not None
    assert shown.last.standings[0].answer.verbatim.startswith("Your invoices")
    assert [owed.customer for owed in shown.owed_here] == ["Ana Duarte"]
    assert [owed.customer for owed in shown.beside.owed] == ["Bo Lind"]
    assert shown.beside.waiting == 1
    assert shown.why == (
        "Ana said “Your invoices never say which of our …”; it was seen to today."
        " Tell them, then ask what is next."
    )


def test_whoever_was_told_waits_no_more(founded: Founded) -> None:
    with change(founded) as c:
        ana = a_customer(c, "Ana Duarte", cadence=21, joined_on=YEAR_AGO)
        said = an_answer(c, ana, day=QUARTER_AGO)
        a_telling(c, a_finish(c, an_action(c, said), said), said)

    shown = morning(founded)

    assert shown.owed_here == ()
    assert shown.last is not None
    assert shown.last.standings[0].settled


def test_days_in_a_row_are_counted_in_working_days(founded: Founded) -> None:
    friday, thursday = MONDAY - timedelta(days=3), MONDAY - timedelta(days=4)
    with change(founded) as c:
        for day in (thursday, friday):
            a_call(c, a_customer(c, f"On {day}", joined_on=YEAR_AGO), day=day, outcome="no-answer")

    assert morning(founded).streak == 2
    assert morning(founded, day=MONDAY + timedelta(days=1)).streak == 0


def test_customers_without_a_number_are_counted(founded: Founded) -> None:
    with change(founded) as c:
        a_customer(c, "Ana", phone=None)

    shown = morning(founded)

    assert shown.beside.without_phone == 1


def test_a_book_without_customers_is_empty(founded: Founded) -> None:
    assert morning(founded).state is State.EMPTY


def test_the_answer_is_the_same_whatever_is_asked_in_between(founded: Founded, book: Book) -> None:
    with change(founded) as c:
        for number in range(30):
            a_customer(c, f"Customer {number}", head_start=float(number % 7))

    first = morning(founded)
    again = [name_of(morning(founded)) for _ in range(3)]

    assert again == [name_of(first)] * 3
    assert book.look().value("SELECT COUNT(*) AS value FROM pick") == 1


@pytest.mark.parametrize(
    ("spoken_on", "mentioned"), [(-3, True), (-1, False), (None, True)], ids=str
)
def test_a_broken_promise_is_mentioned_until_the_next_conversation(
    founded: Founded, spoken_on: int | None, mentioned: bool
) -> None:
    with change(founded) as c:
        ana = spoken_to(c, "Ana Duarte", on=MONDAY - timedelta(weeks=30))
        due_on = MONDAY - timedelta(days=9)
        given = promises.give(c, ana, text="ring about the offer", due_on=due_on)
        promises.settle(c, given, Settled.BROKEN, day=MONDAY - timedelta(days=2))
        if spoken_on is not None:
            a_call(c, ana, day=MONDAY + timedelta(days=spoken_on))

    found = calls.broken_promises(founded.book.look(), ana)

    assert [one.text for one in found] == (["ring about the offer"] if mentioned else [])


def test_a_promise_that_was_kept_is_not_mentioned(founded: Founded) -> None:
    with change(founded) as c:
        ana = spoken_to(c, "Ana Duarte", on=MONDAY - timedelta(weeks=30))
        promises.settle(
            c,
            promises.give(c, ana, text="ring about the offer", due_on=MONDAY),
            Settled.KEPT,
            day=MONDAY,
        )

    shown = morning(founded)

    assert shown.customer
    assert shown.customer.id == ana
    assert shown.broken == ()
