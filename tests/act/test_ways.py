"""A day that moves, others who are fixed too, and what was declined, looked at again."""

from datetime import date

import pytest

from conftest import Founded
from dailycontact.act import rule
from dailycontact.act.usecases import begin, end, noting
from dailycontact.store import team
from support.builders import MONDAY, MORNING
from support.loop import count_rows, with_answers, with_team
from support.running import Run

TITLE = "Put the café's name on invoices"
SAY = "Every invoice now carries the café's name"
NO = "Our drivers rest on Sundays"
LATER = "2026-11-26T09:00:00+00:00"
once = pytest.mark.parametrize("founded", ["sqlite"], indirect=True)


@once
def test_a_day_is_set_and_moved_and_hands_stay_as_they_are(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    with_team(founded)
    run_in("act", "1", "--do", TITLE, "--owner", "Priya")

    first = run_in("take", "A1", "--due", "fri")
    moved = run_in("take", "A1", "--due", "2w", "--json").json
    again = run_in("take", "A1", "--due", "2w")
    handed = run_in("take", "A1", "--owner", "tom", "--due", "3w")

    assert "A1 is due on Friday 27 November; Priya has it." in first.err
    assert (moved["due_before"], moved["action"]["due_on"]) == ("2026-11-27", "2026-12-07")
    assert (moved["action"]["owner"], moved["changed"]) == ("Priya Nair", True)
    assert "nothing was changed" in again.err
    assert "with Tom Bell, since Monday 23 November · due Monday 14 December" in handed.out
    assert "moved the day of A1" in run_in("history").out


@once
def test_whoever_takes_what_is_free_by_a_day_has_it(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)

    taken = run_in("take", "A1", "--due", "fri", "--json").json
    late = run_in("take", "A1", "--due", "yesterday", code=2)

    assert (taken["action"]["state"], taken["action"]["owner"]) == ("doing", "Marta Silva")
    assert "--due: Sunday 22 November is over" in late.err


@once
def test_of_two_leaders_who_take_it_at_once_the_second_is_told_who_has_it(
    founded: Founded,
) -> None:
    with_answers(founded)
    with_team(founded)
    with founded.book.change("act", leader_id=1, at=MORNING) as change:
        begin.act(change, [1], title=TITLE, owner=None, due=None, day=MONDAY)
    marta, priya = (team.find_member(founded.book.look(), name) for name in ("Marta", "Priya"))
    with founded.book.change("take", leader_id=1, at=MORNING) as change:
        begin.take(change, 1, owner=marta, named=False, day=MONDAY)

    with (
        pytest.raises(rule.InGoodHands, match="Marta Silva has A1 already"),
        founded.book.change("take", leader_id=2, at=MORNING) as change,
    ):
        begin.take(change, 1, owner=priya, named=False, day=MONDAY)


@once
def test_what_is_done_also_fixes_another_in_the_same_words(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen")
    run_in("act", "1", "--do", TITLE)
    run_in("done", "A1", "--say", SAY, "--evidence", "invoice 4711")
    run_in("tell", "1", "--reaction", "pleased")
    run_in("act", "2", "--do", "Another way")

    ended = run_in("done", "A1", "--also", "2", "--also", "3")
    twice = run_in("done", "A1", "--also", "2", code=7)

    assert f"“{SAY}.”" in ended.out
    assert "Told 1 of 3." in ended.out
    assert "2 is in A2 (looking for someone) already" in ended.err
    assert "Two customers wait to hear" in ended.err
    assert "A1 is done since Monday 23 November; 1 of 3 told." in twice.err
    assert [end["evidence"] for end in run_in("act", "A1", "--json").json["ends"]] == [
        "invoice 4711"
    ] * 2


@once
def test_what_is_not_done_yet_ends_for_others_too(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "--do", TITLE)

    wordless = run_in("done", "A1", "--also", "2", code=2)
    ended = run_in("done", "A1", "--also", "2", "--say", SAY, "--json").json

    assert "--say TEXT" in wordless.err
    assert (ended["added"], [one["answer_id"] for one in ended["owed"]]) == ([2], [1, 2])


def test_whoever_said_not_solved_does_not_hear_the_same_words_again(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "--do", TITLE)
    run_in("done", "A1", "--say", SAY)
    run_in("tell", "1", "--reaction", "not-solved")

    asked = run_in("done", "A1", "--also", "2", code=2)
    founded.book.rest()
    with (
        pytest.raises(rule.WordsNeeded, match="--say"),
        founded.book.change("done", leader_id=1, at=MORNING) as change,
    ):
        end.done(change, 1, say=None, evidence=None, day=MONDAY, today=MONDAY, also=[2])

    assert "--say TEXT" in asked.err
    assert count_rows(founded, "action_answer") == 1


@once
def test_done_twice_is_refused_before_anybody_is_asked_for_words(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)
    run_in("done", "A1", "--say", SAY)

    refused = run_in("done", "A1", code=7)

    assert "A1 is done since Monday 23 November; 0 of 1 told." in refused.err


@once
@pytest.mark.parametrize(
    "words",
    [
        ("decline", "1", "--reason", "…"),
        ("decline", "1", "--reason", " - "),
        ("decline", "1", "--reason", NO, "--instead", "..."),
        ("done", "A1", "--say", "_._"),
    ],
)
def test_words_without_a_word_are_refused(
    founded: Founded, run_in: Run, words: tuple[str, ...]
) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "2", "--do", TITLE)

    refused = run_in(*words, code=2)

    assert "says nothing to a customer" in refused.err
    assert count_rows(founded, "finish") == 0


@once
def test_words_about_the_customer_are_pointed_out(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")

    about = run_in("decline", "1", "--reason", "The customer has to pay for it")
    to_them = run_in("decline", "2", "--reason", NO)

    assert "say “you” to them" in about.err
    assert "say “you” to them" not in to_them.err


def test_what_is_declined_is_looked_at_again_and_stays_so(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("decline", "1", "--reason", NO, "--revisit", "2w")
    run_in("act", "2", "--do", TITLE)

    looked = run_in("decline", "A1", "--revisit", "4w", at=LATER)
    page = run_in("act", "A1").out
    settled = run_in("decline", "A1", "--settled", "--json").json
    after = run_in("act", "A1", "--json").json

    assert "stays declined" in looked.out
    assert "Told 0 of 1." in looked.out
    assert "To be looked at again on Thursday 24 December." in page
    assert (settled[0]["revisit_on"], settled[0]["owed"]) == (None, [])
    assert after["revisit_on"] is None
    assert count_rows(founded, "revisit") == 2


@once
def test_nothing_else_is_looked_at_again(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "--do", TITLE)
    run_in("decline", "2", "--reason", NO)

    opened = run_in("decline", "A1", "--settled", code=7)
    wordless = run_in("decline", "A1", "--revisit", "2w", code=2)
    answer = run_in("decline", "2", "--settled", code=2)
    both = run_in("decline", "A2", "--settled", "--reason", NO, code=2)
    past = run_in("decline", "A2", "--revisit", "yesterday", code=2)
    other = run_in("decline", "2", "--revisit", "2w", code=2)
    shown = run_in("decline", "A2", "--settled")

    assert "A1 is open, and only what was declined is looked at again" in opened.err
    assert "--reason TEXT" in wordless.err
    assert "--reason TEXT" in other.err
    assert "--settled says" in answer.err
    assert answer.err == both.err
    assert "--revisit: Sunday 22 November is over" in past.err
    assert "no more, unless somebody asks for it anew" in shown.out


@once
def test_a_note_of_nothing_is_refused_below_the_command_too(founded: Founded) -> None:
    with_answers(founded)
    with founded.book.change("act", leader_id=1, at=MORNING) as change:
        begin.act(change, [1], title=TITLE, owner=None, due=date(2026, 12, 1), day=MONDAY)

    with (
        pytest.raises(noting.NothingToNote, match="note A1"),
        founded.book.change("note", leader_id=1, at=MORNING) as change,
    ):
        noting.note(change, 1, text=" ", day=MONDAY)


def test_an_end_follows_what_a_customer_said_of_the_last_one(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", day=date(2026, 11, 16))
    run_in("act", "1", "2", "--do", TITLE)
    run_in("done", "A1", "--say", SAY, "--on", "2026-11-19")
    run_in("tell", "1", "--on", "2026-11-20", "--reaction", "not-solved")

    early = run_in("done", "A1", "--say", "Bigger letters", "--on", "2026-11-19", code=2)
    that_day = run_in("done", "A1", "--say", "Bigger letters", "--on", "2026-11-20")

    assert "--on: Ana said on Friday 20 November that 1 is not solved" in early.err
    assert "done Friday 20 November" in that_day.out


@once
def test_an_action_does_not_end_once_more_before_its_last_end(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", day=date(2026, 11, 16))
    run_in("act", "1", "--do", TITLE)
    run_in("done", "A1", "--say", SAY, "--on", "2026-11-19")

    refused = run_in("done", "A1", "--also", "2", "--on", "2026-11-18", code=2)

    assert "--on: A1 was done on Thursday 19 November; name that day" in refused.err
    assert count_rows(founded, "finish") == 1


@once
def test_where_nothing_was_changed_nothing_is_offered_to_be_taken_back(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded)
    run_in("decline", "1", "--reason", "Our drivers rest on Sundays")

    again = run_in("act", "1", "--add-to", "A1")

    assert "1 was part of A1 already. Nothing was changed." in again.out
    assert "The whole page: dailycontact act A1" in again.err
    assert "undo" not in again.err
    assert "take A1" not in again.err


@once
@pytest.mark.parametrize(
    ("said", "is_curt"),
    [("fixed", True), ("It is.", True), ("It is fixed.", False), ("請求書に店名が入ります", False)],
)
def test_one_word_for_the_customers_is_pointed_out(
    founded: Founded, run_in: Run, said: str, is_curt: bool
) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)

    ended = run_in("done", "A1", "--say", said)

    assert ("That is all they will hear." in ended.err) is is_curt
