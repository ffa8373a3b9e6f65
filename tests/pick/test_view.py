"""The card of the morning: what it says, and that it fits."""

from datetime import date, timedelta

import pytest

from conftest import Founded
from dailycontact.store import rhythms
from dailycontact.store.changing import Change
from support.builders import (
    MONDAY,
    MORNING,
    a_call,
    a_customer,
    a_finish,
    an_action,
    an_answer,
)
from support.running import Run

YEAR_AGO = MONDAY - timedelta(weeks=52)
LONG = "The driver comes at nine, right in our breakfast rush, and nobody can sign for it. " * 4


@pytest.fixture
def founded(sqlite_book: Founded) -> Founded:
    """Return a book in a file: what is shown does not depend on where it is kept."""
    return sqlite_book


def a_full_card(change: Change, *, name: str = "Ana Duarte", words: str = LONG) -> None:
    """Fill the book so that each part of the card has something to say."""
    priya = change.add("member", name="Priya Nair")
    ana = a_customer(
        change,
        name,
        company="Green Door Cafés, Leeds",
        joined_on=YEAR_AGO,
        zone="Europe/London",
        cadence=21,
    )
    for position, label in enumerate(("mobile", "home", "reception", "night"), start=2):
        change.add(
            "phone",
            customer_id=ana,
            position=position,
            raw="07700 900123",
            shown="+44 7700 900123",
            label=label,
            extension="12",
        )
    call = a_call(change, ana, day=date(2026, 9, 3), notes=words)
    said = [an_answer(change, ana, words, day=date(2026, 9, 3), call_id=call) for _ in range(3)]
    bo = a_customer(change, "Bo Lind", cadence=252, joined_on=YEAR_AGO)
    other = an_answer(change, bo, day=MONDAY - timedelta(days=20))
    action = an_action(change, said[0], other, owner_id=priya)
    a_finish(change, action, said[0], other, say=words, day=date(2026, 11, 19))
    for kind, due in (("thing", MONDAY), ("thing", date(2026, 12, 24))):
        for customer_id in (ana, bo):
            change.add(
                "promise",
                customer_id=customer_id,
                call_id=call,
                leader_id=1,
                kind=kind,
                text=words,
                due_on=due,
                recorded_at=MORNING,
            )
    a_customer(change, "No number", phone=None)


def test_the_fullest_card_fits_on_a_small_screen(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_full_card(change)
    founded.book.rest()

    lines = run_in("today").out.splitlines()

    assert "Ana Duarte" in lines[2]
    assert len(lines) <= 23
    assert max(len(line) for line in lines) <= 80


def test_a_promise_to_somebody_else_says_how_it_is_kept(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        bo = a_customer(change, "Bo Lind", joined_on=YEAR_AGO)
        a_call(change, bo)
        for kind in ("thing", "call-back"):
            change.add(
                "promise", customer_id=bo, leader_id=1, kind=kind, text="send the list",
                due_on=MONDAY, recorded_at=MORNING,
            )  # fmt: skip
    founded.book.rest()

    shown = run_in("today").out

    assert "send the list" in shown
    assert "dailycontact promise P1 --kept" in shown


def test_tries_are_worded_by_how_they_ended(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for place in range(3):
            a_customer(change, f"Customer {place}")
    founded.book.rest()

    run_in("today")
    for outcome in ("no-answer", "not-now", "wrong-number"):
        run_in("log", outcome)

    said = " ".join(run_in("today").out.split())
    assert "3 tries today: 1 to be rung later, 1 with no answer and 1 with a wrong number." in said
    assert "nobody was in" not in said


def test_an_ordinary_card_is_at_most_23_lines(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        ana = a_customer(change, joined_on=YEAR_AGO, cadence=21, zone="Europe/Madrid")
        call = a_call(change, ana, day=date(2026, 9, 3), notes="Daughter starts school.")
        said = an_answer(change, ana, day=date(2026, 9, 3), call_id=call)
        a_finish(change, an_action(change, said), said)
        bo = a_customer(change, "Bo Lind", cadence=252, joined_on=YEAR_AGO)
        too = an_answer(change, bo, day=MONDAY - timedelta(days=3))
        a_finish(change, an_action(change, too), too)
    founded.book.rest()

    card = run_in("today").out

    assert len(card.splitlines()) <= 23
    for words in ("WHY", "LAST TIME", "SINCE", "OPEN", "ASK", "CLOSE", "it is 10:12 there"):
        assert words in card
    assert "Bo Lind waits to hear (since today)" in card
    assert "Told 0 of 1 who asked." in card


def test_when_the_last_answer_is_open_the_card_has_the_honest_sentence(
    founded: Founded, run_in: Run
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        tom = change.add("member", name="Tom Hale")
        ana = a_customer(change, joined_on=YEAR_AGO, cadence=21)
        said = an_answer(change, ana, day=date(2026, 9, 3))
        an_action(change, said, title="Drive later", owner_id=tom, due_on=date(2026, 12, 4))
    founded.book.rest()

    card = run_in("today").out

    assert "Tom has it: Drive later, due Friday 4 December (A1)." in card


@pytest.mark.parametrize(
    "name",
    [
        "[/nope]",
        "[link=file:///x]y[/link]",
        "\x1b[2Jgone",
        "\u202eright",
        "=cmd()",
        "名" * 60,
        "A" * 300,
    ],
)
def test_a_customer_s_name_cannot_spoil_the_card(founded: Founded, run_in: Run, name: str) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_full_card(change, name=name, words=f"{name} said so")
    founded.book.rest()

    card = run_in("today").out

    assert "\x1b" not in card
    assert "\u202e" not in card
    assert "WHY" in card


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-11-22T10:00+00:00", "It is the weekend: no call today. Next: Monday 23 November"),
        ("2026-12-25T10:00+00:00", "It is Christmas Day: no call today."),
        ("2026-11-23T10:00+00:00", "There is nobody in the book yet."),
    ],
)
def test_a_day_without_a_call_says_why_and_what_is_next(
    founded: Founded, run_in: Run, at: str, words: str
) -> None:
    if "nobody" not in words:
        with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
            a_customer(change)
        founded.book.rest()

    assert words in run_in("today", at=at).out


def test_tries_that_reached_nobody_are_enough_for_a_day(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for number in range(3):
            a_call(change, a_customer(change, f"Customer {number}"), outcome="no-answer")
    founded.book.rest()

    assert "3 tries today, and nobody was in." in run_in("today").out


def test_the_keys_of_the_document_are_pinned(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_full_card(change)
    founded.book.rest()

    document = run_in("today", "--json").json

    assert sorted(document) == [
        "arithmetic",
        "attempts",
        "day",
        "demonstration",
        "leader",
        "next_on",
        "numbers_to_check",
        "others_waiting",
        "owed",
        "pick",
        "promises_due",
        "question",
        "state",
        "streak",
        "talk",
        "urgent",
        "urgent_waiting",
        "without_phone",
    ]
    assert sorted(document["pick"]) == [
        "ahead",
        "chosen_at",
        "customer",
        "due",
        "last",
        "note",
        "phone",
        "promises",
        "promises_not_kept",
        "raised_since_the_fix",
        "reason",
        "skips",
        "slot",
        "to_ask",
        "tries",
        "usually",
        "why",
        "window",
    ]
    assert sorted(document["pick"]["customer"]) == [
        "cadence",
        "company",
        "country",
        "emails",
        "id",
        "last_on",
        "local_time",
        "name",
        "phones",
        "segment",
        "zone",
    ]


def test_the_number_can_be_shown_as_a_picture_to_dial(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change)
    founded.book.rest()

    plain, picture = run_in("today").out, run_in("today", "--qr").out

    assert picture.startswith(plain)
    assert "█" in picture.removeprefix(plain)


def test_a_number_that_no_machine_can_dial_has_no_picture(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        customer_id = a_customer(change, phone=None)
        change.add("phone", customer_id=customer_id, position=1, raw="555-12", shown="555-12")
        rhythms.refresh(change, [customer_id])
    founded.book.rest()

    ran = run_in("today", "--qr")

    assert "█" not in ran.out
    assert "No number of theirs can be dialled from a picture." in ran.err


@pytest.mark.parametrize(
    ("zone", "there", "when"),
    [
        ("Europe/Madrid", "it is 10:12 there", ""),
        ("America/Los_Angeles", "it is 01:12 there", "From 17:00 your time (it is 09:12)."),
        ("Pacific/Auckland", "it is 22:12 there", "From 20:00 your time (it is 09:12)."),
    ],
)
def test_the_card_says_when_they_can_be_phoned(
    founded: Founded, run_in: Run, zone: str, there: str, when: str
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, zone=zone)
    founded.book.rest()

    card = run_in("today").out

    assert there in card
    assert when in card
    assert ("today --next" in card) is bool(when)
