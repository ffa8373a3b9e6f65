"""One customer's whole story in order, on the screen and for other programs."""

from datetime import timedelta

import pytest

from conftest import Founded
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
from support.loop import with_answers
from support.running import Run


def _a_long_story(founded: Founded) -> None:
    day = {number: MONDAY + timedelta(days=number) for number in range(60)}
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        at = change.at
        by = {"leader_id": 1, "recorded_at": at}
        ana = a_customer(change, "Ana Duarte", company="Green Door")
        answer = an_answer(change, ana, call_id=a_call(change, ana, notes="moved house"))
        theme = change.add("theme", name="Invoices", folded="invoices", day=MONDAY, **by)
        change.add(
            "reading", answer_id=answer, theme_id=theme, cause="one template", day=MONDAY, **by
        )
        change.add("sharing", answer_id=answer, place="Monday meeting", day=day[1], **by)
        action = an_action(change, answer, day=day[2], owner_id=1, owned_on=day[3])
        change.add(
            "action_note", action_id=action, text="Asked the printer", evidence="", day=day[4], **by
        )
        change.add(
            "progress", answer_id=answer, channel="email", words="We are on it", day=day[5], **by
        )
        finish = a_finish(change, action, answer, day=day[6], evidence="https://x.example/1")
        change.add("telling_try", finish_id=finish, answer_id=answer, day=day[7], **by)
        telling = a_telling(change, finish, answer, day=day[8], words="It is done", channel="phone")
        change.add("follow_up", telling_id=telling, helped="partly", day=day[50], **by)
        declined = an_action(change, answer, title="Paper copies", day=day[9])
        no = a_finish(
            change, declined, answer, how="declined", say="No paper", instead="An e-mail",
            revisit_on=day[40], day=day[9],
        )  # fmt: skip
        change.add(
            "letter", finish_id=no, answer_id=answer, words="Dear Ana", place="a", day=day[10], **by
        )
        change.add("revisit", finish_id=no, next_on=day[55], day=day[41], **by)
        change.add(
            "promise", customer_id=ana, kind="thing", text="Send the list", due_on=day[11],
            settled_on=day[12], settled_how="dropped", broken=1, why="The printer broke", **by,
        )  # fmt: skip
        change.add("promise", customer_id=ana, kind="call-back", text="", due_on=day[20], **by)
    founded.book.rest()


WORDS = (
    "You spoke (Marta Silva). Note: moved house.",
    "1        “Your invoices never say",
    "1 is about Invoices, as Marta reads it. Cause: one template.",
    "Promised: Send the list (by Friday 4 December 2026); broken on",
    "The printer broke.",
    "Promised to call back",
    "Shared 1 with the team (Monday meeting).",
    "A1 for 1: Put the café's name on invoices.",
    "Marta took on A1.",
    "A1, Marta notes: Asked the printer.",
    "Told where 1 stands by e-mail: “We are on it”.",
    "A1 is done: “Every invoice now carries the café's name”. See:",
    "Tried to tell them about 1; nobody answered.",
    "Told about 1 by phone, pleased: “It is done”.",
    "A2 is declined: “No paper”. Instead: An e-mail. To look at again",
    "A message about 1 was written, and not sent yet.",
    "A2 was looked at again; it stays declined, until",
    "Asked whether A1 has helped: partly.",
)


def test_a_customers_whole_story_is_told_in_order(founded: Founded, run_in: Run) -> None:
    _a_long_story(founded)

    shown = " ".join(run_in("loop", "--customer", "duarte", at="2027-01-20T09:00:00Z").out.split())

    places = [shown.find(" ".join(words.split())) for words in WORDS]
    assert -1 not in places, WORDS[places.index(-1)]
    assert places == sorted(places)
    assert "Ana Duarte Green Door" in shown
    assert "customers show 1" in shown


def test_an_end_for_two_answers_of_one_customer_is_told_once(founded: Founded, run_in: Run) -> None:
    (first,) = with_answers(founded, "Ana Duarte")
    with founded.book.change("log", leader_id=1, at=MORNING) as change:
        an_answer(change, 1, "And again the invoices")
    founded.book.rest()
    run_in("act", str(first), "2", "--do", "Print it", "--owner", "marta")
    run_in("done", "A1", "--say", "we print it")

    shown = run_in("loop", "--customer", "duarte").out

    assert shown.count("A1 is done") == 1


def test_a_message_that_was_sent_is_not_said_to_wait(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte")
    run_in("act", "1", "--do", "Print it", "--owner", "marta")
    run_in("done", "A1", "--say", "we print it")
    with founded.book.change("tell", leader_id=1, at=MORNING) as change:
        change.add(
            "letter", finish_id=1, answer_id=1, words="W", place="a.eml", leader_id=1,
            day=MORNING.date(), recorded_at=MORNING,
        )  # fmt: skip
    founded.book.rest()
    before = " ".join(run_in("loop", "--customer", "duarte").out.split())
    run_in("tell", "1", "--by", "email", "--reaction", "neutral")

    after = " ".join(run_in("loop", "--customer", "duarte").out.split())

    assert "A message about 1 was written, and not sent yet." in before
    assert "A message about 1 was written. Told about 1 by e-mail, so-so" in after


def test_whoever_was_spoken_to_beside_the_turn_did_not_ring(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("log", "reached", "--customer", "Bo Lind", "--fine", "All good")

    shown = run_in("loop", "--customer", "Bo Lind").out

    assert "You spoke (Marta Silva)" in shown
    assert "rang in" not in shown


def test_the_story_is_a_list_of_moments_for_other_programs(founded: Founded, run_in: Run) -> None:
    _a_long_story(founded)

    document = run_in("loop", "--customer", "duarte", "--json").json
    same = run_in("customers", "show", "duarte", "--json").json["story"]

    assert document["customer"] == "Ana Duarte"
    assert document["story"] == same
    days = [moment["day"] for moment in same]
    assert days == sorted(days)
    assert {moment["what"] for moment in same} >= {
        *("call", "answer", "read", "shared", "action", "owned", "note", "not-yet", "done"),
        *("tried", "told", "declined", "letter", "revisited", "promise", "helped"),
    }


def test_somebody_to_whom_nothing_happened_has_a_short_story(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        a_customer(change, "Jo Silent")
    founded.book.rest()

    shown = run_in("loop", "--customer", "silent").out

    assert "Nothing has happened yet." in shown
    assert run_in("loop", "--customer", "silent", "--json").json["story"] == []


def test_only_some_of_a_customers_answers_are_no_story(
    sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    _a_long_story(sqlite_book)

    waits = run("loop", "--customer", "duarte", "--stage", "declined").out
    nothing = run("loop", "--customer", "duarte", "--stage", "heard").out

    assert "tell 1" in waits
    assert "No answer fits." in nothing
    assert "You spoke" not in waits + nothing
