"""Acting on answers, through the command line, on both databases."""

import pytest

from conftest import Founded
from support.builders import MORNING
from support.loop import count_rows, refuse, with_answers, with_team
from support.running import Run

TITLE = "Put the café's name on invoices"
SAY = "Every invoice now carries the café's name"
LATER = "2026-11-26T09:00:00+00:00"


def test_one_action_serves_many_answers(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    with_team(founded)

    began = run_in("act", "1", "2", "--do", TITLE, "--owner", "pri", "--due", "fri", "--json").json

    assert began["action"]["reference"] == "A1"
    assert began["action"]["owner"] == "Priya Nair"
    assert began["action"]["due_on"] == "2026-11-27"
    assert began["added"] == [1, 2]


def test_without_an_owner_it_is_looking_for_someone(founded: Founded, run_in: Run) -> None:
    with_answers(founded)

    shown = run_in("act", "1", "--do", TITLE)

    assert "looking for someone" in shown.out
    assert "dailycontact take A1 --owner NAME" in shown.err


def test_a_number_that_is_not_there_is_said_before_anybody_is_asked(run_in: Run) -> None:
    refused = run_in("act", "15", code=4)

    assert "no answer 15" in refused.err


def test_without_words_for_it_the_flag_is_named(founded: Founded, run_in: Run) -> None:
    with_answers(founded)

    refused = run_in("act", "1", "--do", "  ", code=2)

    assert "--do TITLE" in refused.err


@pytest.mark.parametrize("kind", ["praise", "nothing"])
def test_praise_and_nothing_owe_nobody_an_action(founded: Founded, run_in: Run, kind: str) -> None:
    with_answers(founded, "Ana Duarte")
    with_answers(founded, "Bo Lind", kind=kind)

    refused = run_in("act", "1", "2", "--do", TITLE, code=7)

    assert "Answer 2 is" in refused.err
    assert count_rows(founded, "action") == 0


def test_a_private_answer_may_be_acted_on_and_that_is_said(founded: Founded, run_in: Run) -> None:
    with_answers(founded, private=1)

    shown = run_in("act", "1", "--do", TITLE)

    assert "1 is private" in shown.err


def test_an_action_is_not_due_on_a_day_that_is_over(founded: Founded, run_in: Run) -> None:
    with_answers(founded)

    refused = run_in("act", "1", "--do", TITLE, "--due", "yesterday", code=2)

    assert "--due: Sunday 22 November is over" in refused.err


def test_answers_join_an_action_that_is_there(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "--do", TITLE)

    joined = run_in("act", "1", "2", "--add-to", "a1", "--json").json
    again = run_in("act", "2", "--add-to", "A1")

    assert (joined["added"], joined["already"], joined["new"]) == ([2], [1], False)
    assert "2 was part of A1 already." in again.out
    assert count_rows(founded, "action_answer") == 2


def test_a_second_action_for_an_answer_is_said(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    with_team(founded)
    run_in("act", "1", "--do", TITLE, "--owner", "Priya")
    run_in("act", "1", "2", "--do", "Another way")

    third = run_in("act", "1", "2", "--do", "Again")
    joined = run_in("act", "1", "--add-to", "A2")
    alone = run_in("act", "2", "--add-to", "A1").err

    assert "1 is in A1 (with Priya) already; this makes a second action for it." in third.err
    assert "1 and 2 are in A2 (looking for someone) already" in third.err
    assert "second action" not in joined.err
    assert "2 is in A2 (looking for someone) already" in alone


def test_a_slip_can_be_taken_back(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")

    slips = [
        run_in("act", "1", "--do", TITLE),
        run_in("take", "A1"),
        run_in("done", "A1", "--say", SAY),
        run_in("decline", "2", "--reason", "It cannot be printed"),
    ]

    assert ["Wrong? dailycontact undo" in slip.err for slip in slips] == [True] * 4


def test_a_new_action_and_an_old_one_do_not_go_together(founded: Founded, run_in: Run) -> None:
    with_answers(founded)

    refused = run_in("act", "1", "--do", TITLE, "--add-to", "A1", code=2)

    assert "--add-to" in refused.err


def test_taking_makes_somebody_the_owner(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)

    taken = run_in("take", "1")

    assert "with Marta Silva" in taken.out
    assert "Thank you, Marta." in taken.err


def test_what_somebody_has_changes_hands_only_by_name(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    with_team(founded)
    run_in("act", "1", "--do", TITLE, "--owner", "Priya")

    refused = run_in("take", "A1", code=7)
    handed = run_in("take", "A1", "--owner", "tom", "--json").json
    unchanged = run_in("take", "A1", "--owner", "tom")

    assert "Priya Nair has A1 already" in refused.err
    assert (handed["owner_before"], handed["action"]["owner"]) == ("Priya Nair", "Tom Bell")
    assert "nothing was changed" in unchanged.err
    assert "undo" not in unchanged.err


def test_a_change_of_hands_is_said(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    with_team(founded)
    run_in("act", "1", "--do", TITLE, "--owner", "Priya")

    handed = run_in("take", "A1", "--owner", "tom")

    assert "A1 goes from Priya Nair to Tom Bell." in handed.err


def test_done_owes_each_customer_a_telling(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "2", "--do", TITLE)

    ended = run_in("done", "A1", "--say", SAY, "--evidence", "invoice 4711", "--json").json

    assert [one["answer_id"] for one in ended["owed"]] == [1, 2]
    assert (ended["how"], ended["say"], ended["evidence"]) == ("done", SAY, "invoice 4711")


def test_done_says_who_waits_now(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen")
    run_in("act", "1", "2", "3", "--do", TITLE)

    shown = run_in("done", "1", "--say", SAY)

    assert "Bo Lind" in shown.out
    assert "Three customers wait to hear: dailycontact tell" in shown.err


def test_done_needs_the_words_that_customers_will_hear(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)

    refused = run_in("done", "A1", code=2)

    assert "--say TEXT" in refused.err


def test_whoever_refused_contact_need_not_be_told(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    refuse(founded, 2)
    run_in("act", "1", "2", "--do", TITLE)

    ended = run_in("done", "A1", "--say", SAY)

    assert "Bo Lind does not want to be contacted, and need not be told." in ended.err
    assert [one["answer_id"] for one in run_in("tell", "--json").json] == [1]


def test_several_who_refused_are_named_together(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    refuse(founded, 1)
    refuse(founded, 2)
    run_in("act", "1", "2", "--do", TITLE)

    ended = run_in("done", "A1", "--say", SAY)

    assert "Ana Duarte and Bo Lind do not want to be contacted" in ended.err
    assert "to hear" not in ended.err


def test_what_is_done_for_everybody_is_not_done_again(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "2", "--do", TITLE)
    run_in("done", "A1", "--say", SAY)
    run_in("tell", "1", "--reaction", "pleased")

    done = run_in("done", "A1", "--say", SAY, code=7)
    taken = run_in("take", "A1", code=7)
    declined = run_in("decline", "A1", "--reason", "No", code=7)

    for refused in (done, taken, declined):
        assert "A1 is done since Monday 23 November; 1 of 2 told." in refused.err


def test_an_action_for_nobody_cannot_end(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.remove("action_answer", 1)
    founded.book.rest()

    refused = run_in("done", "A1", "--say", SAY, code=7)
    taken = run_in("take", "A1")

    assert "--add-to A1" in refused.err
    assert "with Marta Silva" in taken.out


def test_whoever_asks_later_is_owed_a_word_of_their_own(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "--do", TITLE)
    run_in("done", "A1", "--say", SAY)

    joined = run_in("act", "2", "--add-to", "A1")
    ended = run_in("done", "A1", "--say", "For you too", "--json", at=LATER).json

    assert 'once it holds for Bo too: dailycontact done A1 --say "…"' in joined.err
    assert [one["answer_id"] for one in ended["owed"]] == [2]
    assert len(run_in("tell", "--json").json) == 2


def test_several_who_ask_later_are_not_listed_by_name(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen")
    run_in("act", "1", "--do", TITLE)
    run_in("done", "A1", "--say", SAY)

    joined = run_in("act", "2", "3", "--add-to", "A1")

    assert "once it holds for these customers too" in joined.err


@pytest.mark.parametrize(
    ("on", "why"),
    [("tomorrow", "is still to come"), ("2026-11-20", "answer 1 was heard on Monday 23 November")],
)
def test_done_on_a_day_that_cannot_be_is_refused(
    founded: Founded, run_in: Run, on: str, why: str
) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)

    refused = run_in("done", "A1", "--say", SAY, "--on", on, code=2)

    assert why in refused.err
    assert count_rows(founded, "finish") == 0


def test_answers_are_declined_with_a_reason_that_customers_hear(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")

    (ended,) = run_in(
        "decline", "1", "2", "--reason", "Our drivers rest on Sundays", "--instead",
        "We come on Saturday evening", "--revisit", "in 3 months", "--json",
    ).json  # fmt: skip

    assert ended["how"] == "declined"
    assert ended["say"] == "Our drivers rest on Sundays"
    assert ended["revisit_on"] == "2027-02-23"
    assert [one["answer_id"] for one in ended["owed"]] == [1, 2]
    assert "We come on Saturday evening." in run_in("tell").out


def test_an_action_is_declined_where_it_stands(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "--do", TITLE)

    shown = run_in(
        "decline", "A1", "2", "--reason", "It cannot be printed", "--instead", "We write it on",
        "--revisit", "1y",
    )  # fmt: skip

    assert "Instead: We write it on." in shown.out
    assert "Tuesday 23 November 2027" in shown.out
    assert "Two customers wait to hear" in shown.err
    assert count_rows(founded, "action") == 2


def test_nothing_is_begun_for_whoever_has_not_heard_of_the_decline(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("decline", "1", "--reason", "It cannot be printed")
    run_in("act", "2", "--do", TITLE)

    anew = run_in("act", "1", "--do", "After all", code=7)
    along = run_in("act", "1", "--add-to", "A2", code=7)
    run_in("act", "1", "--add-to", "A1")
    run_in("tell", "1", "--reaction", "neutral")
    after = run_in("act", "1", "--do", "After all", "--json").json

    assert "Ana has not heard yet that 1 was declined" in anew.err
    assert "dailycontact tell 1 (or, if the decline was a slip: dailycontact undo)" in anew.err
    assert anew.err == along.err
    assert after["added"] == [1]


def test_a_decline_needs_a_reason(founded: Founded, run_in: Run) -> None:
    with_answers(founded)

    refused = run_in("decline", "1", code=2)

    assert "--reason TEXT" in refused.err


def test_a_decline_is_not_looked_at_again_in_the_past(founded: Founded, run_in: Run) -> None:
    with_answers(founded)

    refused = run_in("decline", "1", "--reason", "No", "--revisit", "2026-01-01", code=2)

    assert "--revisit" in refused.err


@pytest.mark.parametrize(
    ("owner", "who"),
    [((), "looking for someone"), (("--owner", "Marta"), "with Marta Silva")],
)
def test_what_somebody_works_on_is_declined_as_an_action(
    founded: Founded, run_in: Run, owner: tuple[str, ...], who: str
) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE, *owner)

    refused = run_in("decline", "1", "--reason", "No", code=7)

    assert who in refused.err
    assert "dailycontact decline A1" in refused.err


def test_what_has_been_seen_to_is_not_declined(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", TITLE)
    run_in("done", "A1", "--say", SAY)

    waiting = run_in("decline", "1", "--reason", "No", code=7)
    run_in("tell", "1", "--reaction", "pleased")
    told = run_in("decline", "1", "--reason", "No", code=7)

    assert "Next: dailycontact tell 1" in waiting.err
    assert 'Next: dailycontact act 1 --do "…"' in told.err


def test_praise_is_not_declined(founded: Founded, run_in: Run) -> None:
    with_answers(founded, kind="praise")

    refused = run_in("decline", "1", "--reason", "No", code=7)

    assert "is praise" in refused.err


@pytest.mark.parametrize(
    "words",
    [
        ("take", "2"),
        ("done", "A2", "--say", SAY),
        ("decline", "A2", "--reason", "No"),
        ("act", "1", "--add-to", "A2"),
    ],
)
def test_a_number_that_is_an_answers_says_so(
    founded: Founded, run_in: Run, words: tuple[str, ...]
) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")

    refused = run_in(*words, code=4)

    assert "There is no action A2, and 2 is an answer" in refused.err


def test_an_action_that_is_not_there_is_named(run_in: Run) -> None:
    refused = run_in("take", "A77", code=4)

    assert "There is no action A77" in refused.err
