"""Telling customers what became of their answers, through the command line, on both databases."""

from typing import Any

import pytest

from conftest import Founded
from support.builders import MORNING
from support.loop import INVOICES, count_rows, refuse, with_answers
from support.running import Run

SAY = "Every invoice now carries the café's name"
THURSDAY = "2026-11-26T09:00:00+00:00"


def _finished(founded: Founded, run_in: Run, *names: str, **values: Any) -> None:
    numbers = [str(number) for number in with_answers(founded, *names, **values)]
    run_in("act", *numbers, "--do", "Put the café's name on invoices")
    run_in("done", "A1", "--say", SAY)


def test_who_waits_is_listed_with_words_ready_to_be_said(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in, "Ana Duarte", "Bo Lind")

    shown = run_in("tell").out

    assert "2 customers wait to hear" in shown
    assert "+441134960123" in shown
    assert "Ana, it's Marta from Brightside." in shown
    assert "Every invoice now carries" in shown


def test_the_list_as_json_has_words_phones_and_tries(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)
    run_in("tell", "1", "--no-answer")

    (news,) = run_in("tell", "--json").json

    assert set(news) == {
        *("answer_id", "action_id", "customer_id", "customer", "company", "phones", "emails"),
        *("verbatim", "said_on", "how", "say", "instead", "owner", "finished_on", "waited"),
        *("tries", "told", "askers", "written_on", "sentence"),
    }
    assert (news["verbatim"], news["say"], news["tries"]) == (INVOICES, SAY, 1)
    assert INVOICES in news["sentence"]


def test_nobody_waiting_is_good_news(run_in: Run) -> None:
    assert "Nobody waits to hear from you." in run_in("tell").out
    assert run_in("tell", "--json").json == []


def test_a_customer_without_a_number_is_listed_too(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.remove("phone", 1)
    founded.book.rest()

    assert "no number and no e-mail yet" in run_in("tell").out


def test_the_longest_waiting_come_first(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("decline", "2", "--reason", "It cannot be printed")
    run_in("decline", "1", "--reason", "It cannot be printed", at=THURSDAY)

    waiting = run_in("tell", "--json").json

    assert [news["answer_id"] for news in waiting] == [2, 1]


def test_a_telling_keeps_channel_words_and_reaction(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)

    told = run_in(
        "tell", "1", "--by", "email", "--words", "At last!", "--reaction", "pleased", "--json"
    ).json

    assert told["channel"] == "email"
    assert (told["words"], told["reaction"], told["reopened"]) == ("At last!", "pleased", False)
    assert run_in("tell", "--json").json == []


def test_a_telling_says_how_many_know_by_now(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in, "Ana Duarte", "Bo Lind")

    shown = run_in("tell", "2", "--reaction", "neutral")

    assert "2 told, so-so (1 of 2)." in shown.err


def test_a_slip_can_be_taken_back(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)

    tried = run_in("tell", "1", "--no-answer")
    told = run_in("tell", "1")

    assert "Wrong? dailycontact undo" in tried.err
    assert "Wrong? dailycontact undo" in told.err


@pytest.mark.parametrize(
    ("kind", "words"), [("praise", "Ana praised us"), ("nothing", "Ana had nothing to wish for")]
)
def test_whoever_wished_for_nothing_does_not_wait_for_news(
    founded: Founded, run_in: Run, kind: str, words: str
) -> None:
    with_answers(founded, kind=kind)

    refused = run_in("tell", "1", code=7)

    assert f"{words} in answer 1, and does not wait for news." in refused.err


def test_a_telling_is_no_call_and_moves_no_clock(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)
    before = _rhythm(founded)

    run_in("tell", "1", "--reaction", "pleased", at=THURSDAY)

    assert _rhythm(founded) == before
    assert count_rows(founded, "call") == 1


def test_not_solved_opens_it_again_until_the_next_end(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in, "Ana Duarte", "Bo Lind")

    shown = run_in("tell", "1", "--reaction", "not-solved")
    again = run_in("done", "A1", "--say", "Now it does", "--json").json

    assert "1 is open again" in shown.err
    assert [one["answer_id"] for one in again["owed"]] == [1]
    assert len(run_in("tell", "--json").json) == 2


@pytest.mark.parametrize("in_a_call", [False, True])
def test_not_solved_opens_what_was_done_and_leaves_a_no_as_it_was(
    founded: Founded, run_in: Run, in_a_call: bool
) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", "Print it")
    run_in("act", "1", "--do", "Write it by hand")
    run_in("decline", "A1", "--reason", "It cannot be printed")
    run_in("done", "A2", "--say", SAY)

    told = (
        run_in("log", "--customer", "1", "--told", "1", "--reaction", "not-solved")
        if in_a_call
        else run_in("tell", "1", "--reaction", "not-solved")
    )
    refused = run_in("done", "A1", "--say", SAY, code=7)
    run_in("done", "A2", "--say", "Now it does")

    assert "A2" in told.err + told.out
    assert "A1 is open again" not in told.err + told.out
    assert "A1 is declined" in refused.err


def test_not_solved_opens_a_decline_of_which_alone_they_were_told(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded)
    run_in("decline", "1", "--reason", "It cannot be printed")

    shown = run_in("tell", "1", "--reaction", "not-solved")

    assert "done A1" in shown.err
    run_in("done", "A1", "--say", SAY)


def test_new_words_become_an_answer_that_travels_no_further(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in, "Ana Duarte", consent="name")
    declined = with_answers(founded, "Bo Lind", private=1)
    run_in("decline", str(declined[0]), "--reason", "It cannot be printed")

    first = run_in("tell", "1", "--reaction", "not-solved", "--better", "The colour is wrong")
    second = run_in("tell", "2", "--better", "Sundays then").err
    shared = run_in("share", "--json").json

    assert "The new words are answer 3; add them" in first.err
    assert "The new words are answer 4." in second
    assert [a["said_by"] for a in shared["shared"]] == ["Ana Duarte", "Ana Duarte"]
    assert [kept["answer_id"] for kept in shared["kept"]] == [2, 4]


def test_their_thanks_are_praise_and_stand_with_what_was_done(
    founded: Founded, run_in: Run
) -> None:
    _finished(founded, run_in, "Ana Duarte", "Bo Lind", consent="name")
    run_in("act", "2", "--add-to", "A1")

    noted = run_in("tell", "1", "--reaction", "pleased", "--thanks", "At last. Thank you!").err
    report = run_in("report").out
    refused = run_in("tell", "2", "--thanks", "Ah.", "--better", "Oh.", code=2).err

    assert "The new words are answer 3." in noted
    done, rest = report.split("A1\n", 1)[1], report.split("At last. Thank you!”")[-1]
    assert "“At last. Thank you!”\n" in done
    assert rest.split("\n")[1].strip() == "Ana, when told · answer 3"
    assert report.count("At last") == 1
    assert "--better and --thanks do not go together" in refused


def test_a_try_is_not_a_telling(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)

    first = run_in("tell", "1", "--no-answer")
    second = run_in("tell", "1", "--no-answer")
    third = run_in("tell", "1", "--no-answer", "--json").json

    assert "Ana was not in, and still waits" in first.err
    assert "(2 tries so far)" in second.err
    assert third["tries"] == 3
    assert count_rows(founded, "telling") == 0


def test_every_end_of_an_answer_is_told_at_once(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    for number in ("A1", "A2"):
        run_in("act", "1", "--do", "A part of it")
        run_in("done", number, "--say", SAY)

    told = run_in("tell", "1", "--reaction", "pleased", "--json").json

    assert told["action_ids"] == [1, 2]
    assert run_in("tell", "--json").json == []


def test_what_is_not_finished_cannot_be_told(founded: Founded, run_in: Run) -> None:
    with_answers(founded)

    heard = run_in("tell", "1", code=7)
    run_in("act", "1", "--do", "Print it")
    acting = run_in("tell", "1", "--no-answer", code=7)

    assert "the team has not heard of it. Next: dailycontact share 1" in heard.err
    assert "looking for someone. Next: dailycontact take A1" in acting.err


def test_nobody_is_told_twice(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)
    run_in("tell", "1", "--reaction", "pleased")

    refused = run_in("tell", "1", "--reaction", "pleased", code=7)

    assert "Monday 23 November" in refused.err
    assert count_rows(founded, "telling") == 1


def test_whoever_does_not_want_contact_hears_no_news_either(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in, "Ana Duarte", "Bo Lind")
    refuse(founded, 1)

    refused = run_in("tell", "1", code=7)

    assert "Ana Duarte does not want to be contacted" in refused.err
    assert [news["answer_id"] for news in run_in("tell", "--json").json] == [2]


@pytest.mark.parametrize(
    ("on", "why"), [("tomorrow", "is still to come"), ("yesterday", "A1 ended on Monday")]
)
def test_on_a_day_that_cannot_be_nobody_was_told(
    founded: Founded, run_in: Run, on: str, why: str
) -> None:
    _finished(founded, run_in)

    refused = run_in("tell", "1", "--on", on, code=2)

    assert why in refused.err


def test_a_telling_of_an_earlier_day_says_which(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)

    shown = run_in("tell", "1", "--on", "tuesday", at=THURSDAY)

    assert "1 told on Tuesday 24 November." in shown.err


def test_praise_waits_for_no_news(founded: Founded, run_in: Run) -> None:
    with_answers(founded, kind="praise")

    assert "praise" in run_in("tell", "1", code=7).err


def test_a_try_has_no_reaction(run_in: Run) -> None:
    assert "--no-answer" in run_in("tell", "1", "--no-answer", "--reaction", "pleased", code=2).err


def test_a_reaction_needs_an_answer(run_in: Run) -> None:
    assert "dailycontact tell 12" in run_in("tell", "--reaction", "pleased", code=2).err


def test_an_action_is_not_told(run_in: Run) -> None:
    assert "A1 is an action" in run_in("tell", "A1", code=2).err


RHYTHM = ("clock", "eligible_from", "misses", "conversations", "last_on")


def _rhythm(founded: Founded) -> tuple[object, ...]:
    row = founded.book.look().row(
        "SELECT clock, eligible_from, misses, conversations, last_on FROM customer"
    )
    founded.book.rest()
    assert row is not None
    return tuple(
        row[name] for name in ("clock", "eligible_from", "misses", "conversations", "last_on")
    )


def test_who_opens_it_again_knows_no_more_of_it_until_told_anew(
    founded: Founded, run_in: Run
) -> None:
    _finished(founded, run_in, "Ana Duarte", "Bo Lind", "Jo Hansen")
    run_in("tell", "1", "--reaction", "pleased")
    opened = run_in("tell", "2", "--reaction", "not-solved").err
    before = _known(run_in)
    run_in("done", "A1", "--say", "Now it does")
    after = _known(run_in)
    again = run_in("tell", "2", "--reaction", "pleased").err

    assert "2 told, not solved (1 of 3; it counts once it is solved)." in opened
    assert before == {3: (1, 3)}
    assert after == {3: (1, 3), 2: (1, 3)}
    assert "2 told, pleased (2 of 3)." in again


def _known(run_in: Run) -> dict[int, tuple[int, int]]:
    """Return of whoever waits how many know of what they asked for, and how many asked."""
    waiting = run_in("tell", "--json").json
    return {one["answer_id"]: (one["told"], one["askers"]) for one in waiting}
