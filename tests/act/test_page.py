"""The page of one action, and what is noted of it on the way."""

import pytest

from conftest import Founded
from support.builders import MORNING
from support.loop import INVOICES, count_rows, refuse, with_answers, with_team
from support.running import Run

pytestmark = pytest.mark.parametrize("founded", ["sqlite"], indirect=True)
TITLE = "Put the café's name on invoices"
SAY = "Every invoice now carries the café's name"
LATER = "2026-11-26T09:00:00+00:00"


def test_an_action_alone_is_shown_with_whoever_asked_for_it(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "2", "--do", TITLE, "--due", "fri")

    shown = run_in("act", "A1")

    assert "open" in shown.out
    assert "looking for someone · due Friday 27 November" in shown.out
    assert "1  Ana Duarte  " in shown.out
    assert f"“{INVOICES}”" in shown.out
    assert "Told" not in shown.out
    assert "dailycontact take A1 --owner NAME" in shown.err


def test_the_page_says_who_knows_and_who_waits_again(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen", "Mei Chen")
    with_team(founded)
    refuse(founded, 4)
    run_in("act", "1", "2", "3", "4", "--do", TITLE, "--owner", "Priya")
    run_in("done", "A1", "--say", SAY, "--evidence", "invoice 4711")
    run_in("tell", "1", "--reaction", "pleased")
    run_in("tell", "2", "--reaction", "not-solved")

    shown = run_in("act", "A1", at=LATER)

    assert "reopened" in shown.out
    assert "with Priya Nair, since Monday 23 November" in shown.out
    assert "told 23 Nov, pleased" in shown.out
    assert "not solved, 23 Nov" in shown.out
    assert "waits to hear" in shown.out
    assert "need not be told" in shown.out
    assert "To see: invoice 4711" in shown.out
    assert "Told 2 of 4; not solved for 1; 1 need not be told." in shown.out


def test_what_waits_and_what_is_over_say_what_comes_next(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE, "--owner", "Marta", "--due", "fri")

    working = run_in("act", "A1", at="2026-11-30T09:00:00+00:00")
    run_in("done", "A1", "--say", SAY)
    waiting = run_in("act", "A1")
    run_in("tell", "1", "--by", "phone")
    over = run_in("act", "A1")

    assert "late since Friday 27 November" in working.out
    assert 'dailycontact done A1 --say "…"' in working.err
    assert "dailycontact tell --action A1" in waiting.err
    assert "told 30 Nov" in over.out
    assert "due" not in over.out
    assert 'dailycontact note A1 "…"' in over.err


def test_the_same_words_for_others_later_are_one_end(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen")
    run_in("act", "1", "--do", TITLE)
    run_in("done", "A1", "--say", SAY)
    run_in("done", "A1", "--also", "2", at=LATER)
    run_in("done", "A1", "--also", "3", "--say", "For you, too")

    shown = run_in("act", "A1")

    assert shown.out.count(SAY) == 1
    assert "DONE on Monday 23 November and Thursday 26 November" in shown.out
    assert "“For you, too.”" in shown.out


def test_what_is_urgent_or_private_says_so(founded: Founded, run_in: Run) -> None:
    with_answers(founded, urgent=1, private=1)
    run_in("act", "1", "--do", TITLE)

    shown = run_in("act", "A1")

    assert "urgent: private: “Your invoices never say" in shown.out


def test_what_ended_without_an_owner_looks_for_nobody(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("decline", "1", "--reason", "Our drivers rest on Sundays")

    shown = run_in("act", "A1")

    assert "declined" in shown.out
    assert "looking for someone" not in shown.out


def test_on_its_day_the_page_says_that_it_is_time_to_look_again(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded)
    run_in("decline", "1", "--reason", "Our drivers rest on Sundays", "--revisit", "fri")

    before = run_in("act", "A1", at=LATER)
    due = run_in("act", "A1", at="2027-01-04T09:00:00+00:00")

    assert "To be looked at again on Friday 27 November." in before.out
    assert "It is time to look at it again (since Friday 27 November 2026)." in due.out
    assert "told 23 Nov" not in due.out
    assert "decline A1 --revisit DATE, or --settled" in due.err


def test_many_who_asked_are_not_all_listed(founded: Founded, run_in: Run) -> None:
    asked = with_answers(founded, *[f"Customer {number}" for number in range(15)])
    run_in("act", *map(str, asked), "--do", TITLE)

    shown = run_in("act", "A1").out
    document = run_in("act", "A1", "--json").json

    assert "and 3 more; --json lists all" in shown
    assert len(document["asked_by"]) == 15


def test_an_action_for_nobody_says_how_somebody_joins_it(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.remove("action_answer", 1)
    founded.book.rest()

    shown = run_in("act", "A1")

    assert "act ANSWER --add-to A1" in shown.out


@pytest.mark.parametrize("words", [("A1", "A2"), ("A1", "--do", "x"), ("A1", "--owner", "Marta")])
def test_more_than_a_look_at_an_action_names_the_command(
    founded: Founded, run_in: Run, words: tuple[str, ...]
) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)

    refused = run_in("act", *words, code=2)

    assert "dailycontact take A1 --owner NAME --due DATE" in refused.err


def test_notes_are_dated_and_signed_and_evidence_alone_is_one(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)

    noted = run_in("note", "A1", "The template", "is changed", "--evidence", "draft.pdf")
    run_in("note", "1", "--evidence", "https://example.com/4711", at=LATER)
    shown = run_in("act", "A1").out
    document = run_in("act", "A1", "--json").json

    assert "To see: draft.pdf" in noted.out
    assert "1 note so far; the whole page: dailycontact act A1" in noted.err
    assert "Monday 23 November, Marta Silva: The template is changed" in shown
    assert "Thursday 26 November, Marta Silva: to see" in shown
    assert document["notes"][1]["evidence"] == "https://example.com/4711"


def test_a_note_needs_something_to_note(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)

    refused = run_in("note", "A1", "  ", "--evidence", " ", code=2)

    assert "What happened is missing" in refused.err
    assert count_rows(founded, "action_note") == 0


def test_nothing_is_noted_of_an_action_that_is_not_there(founded: Founded, run_in: Run) -> None:
    with_answers(founded)

    missing = run_in("note", "A77", "x", code=4)
    answer = run_in("note", "1", "x", code=4)
    promise = run_in("note", "P1", "x", code=2)

    assert "There is no action A77" in missing.err
    assert "1 is an answer" in answer.err
    assert "P1 is a promise" in promise.err


def test_a_note_stands_in_the_way_of_taking_its_action_back(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    with_team(founded)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.set("member", 2, leads=1)
    founded.book.rest()
    run_in("--as", "Marta", "act", "1", "--do", TITLE)
    run_in("--as", "Priya", "note", "A1", "On its way", at=LATER)

    refused = run_in("--as", "Marta", "undo", "--yes", code=7)

    assert "A1 was given a note since" in refused.err
