"""Customers left alone for a while, or for good, through the command line, on both databases."""

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer, a_finish, an_action, an_answer
from support.running import Run


@pytest.fixture(autouse=True)
def ana(founded: Founded) -> int:
    """Return Ana Duarte, who is owed news and a call back."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        customer_id = a_customer(change, joined_on="2026-10-01")
        answer_id = an_answer(change, customer_id)
        a_finish(change, an_action(change, answer_id), answer_id)
        change.add(
            "promise",
            customer_id=customer_id,
            leader_id=founded.leader_id,
            kind="call-back",
            text="ring back",
            due_on="2026-11-30",
            recorded_at=change.at,
        )
    founded.book.rest()
    return customer_id


def test_a_pause_ends_by_itself_and_its_reason_is_shown(run_in: Run) -> None:
    paused = run_in("customers", "pause", "ana", "--until", "2mo", "--reason", "on leave")
    shown = run_in("customers", "show", "ana")
    later = run_in("customers", "list", "--paused", "--json", at="2027-01-23T09:00:00+00:00")

    assert "Ana Duarte is left alone until Saturday 23 January 2027." in paused.err
    assert "Paused until Saturday 23 January 2027, since Monday 23 November." in shown.out
    assert "Paused Ana Duarte until Saturday 23 January 2027: on leave." in shown.out
    assert later.json["total"] == 0


def test_a_pause_without_an_end_waits_to_be_resumed(run_in: Run, ana: int) -> None:
    paused = run_in("customers", "pause", "ana")
    shown = run_in("customers", "show", "ana")
    resumed = run_in("customers", "resume", "ana")

    assert f"dailycontact customers resume {ana}" in paused.err
    assert "Paused until you resume them" in shown.out
    assert "no turn comes" in shown.out
    assert "Ana Duarte may be phoned again" in resumed.err


def test_time_stands_still_for_whoever_is_paused(run_in: Run) -> None:
    before = run_in("customers", "show", "ana", "--json").json["turn_on"]
    run_in("customers", "pause", "ana", "--until", "2w")
    run_in("customers", "pause", "ana", "--until", "1w")

    after = run_in("customers", "show", "ana", "--json").json["turn_on"]

    assert before == "2026-12-21"
    assert after == "2026-12-30"


def test_a_pause_as_a_document(run_in: Run) -> None:
    paused = run_in("customers", "pause", "ana", "--until", "friday", "--json").json["customer"]
    resumed = run_in("customers", "resume", "ana", "--json").json["customer"]

    assert (paused["paused_on"], paused["paused_until"]) == ("2026-11-23", "2026-11-27")
    assert (resumed["paused_on"], resumed["paused_until"]) == (None, None)


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["pause", "ana", "--until", "today"], "Monday 23 November is not ahead", 2),
        (["resume", "ana"], "Ana Duarte is not paused", 7),
        (["do-not-contact", "ana", "--lift", "--reason", "x", "--yes"], "never said no", 7),
    ],
)
def test_what_cannot_be_is_refused(run_in: Run, words: list[str], said: str, code: int) -> None:
    assert said in run_in("customers", *words, code=code).err


def test_a_refusal_ends_what_waits_for_them(run_in: Run) -> None:
    refused = run_in("customers", "do-not-contact", "ana", "--reason", "asked me not to ring")

    assert "Ana Duarte will not be contacted any more." in refused.err
    assert "Need not be told any more: 1." in refused.err
    assert "1 promise dropped." in refused.err
    assert run_in("tell", "--json").json == []
    shown = run_in("customers", "show", "ana").out
    assert "Do not contact, since Monday 23 November (asked me not to ring)." in shown
    assert "Need not be told about 1 any more." in shown
    assert "(by Monday 30 November); dropped on Monday 23" in shown


def test_a_refusal_keeps_its_first_day(run_in: Run) -> None:
    run_in("customers", "do-not-contact", "ana", "--reason", "on the phone")

    again = run_in("customers", "do-not-contact", "ana", at="2026-11-25T09:00:00+00:00")
    document = run_in("customers", "do-not-contact", "ana", "--json").json

    assert "(since Monday 23 November)" in again.err
    assert document["customer"]["do_not_contact_on"] == "2026-11-23"
    assert document["customer"]["do_not_contact_why"] == "on the phone"
    assert document["waived"] == document["dropped_promises"] == []


def test_a_refusal_beats_a_pause(run_in: Run) -> None:
    run_in("customers", "do-not-contact", "ana")

    assert "does not want to be contacted" in run_in("customers", "pause", "ana", code=7).err


def test_only_their_own_word_lifts_a_refusal(run_in: Run) -> None:
    run_in("customers", "do-not-contact", "ana")

    no_reason = run_in("customers", "do-not-contact", "ana", "--lift", "--yes", code=2)
    not_confirmed = run_in("customers", "do-not-contact", "ana", "--lift", "--reason", "x", code=2)
    lifted = run_in("customers", "do-not-contact", "ana", "--lift", "--reason", "x", "--yes")

    assert "--reason TEXT" in no_reason.err
    assert "Did Ana Duarte say so?" in not_confirmed.err
    assert "Ana Duarte may be phoned again" in lifted.err
    assert run_in("customers", "show", "ana", "--json").json["do_not_contact_on"] is None


def test_whoever_has_no_number_is_not_said_to_be_phoned_again(
    founded: Founded, run_in: Run
) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        a_customer(change, "Jo Silent", phone=None, paused_on="2026-11-01")
    founded.book.rest()

    resumed = run_in("customers", "resume", "jo")

    assert "Jo Silent: No number to phone." in resumed.err
