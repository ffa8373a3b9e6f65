"""What is noted where a customer was not told: where it stands, tries, and giving up."""

from typing import Any

import pytest

from conftest import Founded
from dailycontact.store.owed import count_owed, owed, owed_first
from support.builders import MONDAY, MORNING, an_answer
from support.loop import count_rows, refuse, with_answers, with_team
from support.running import Run

SAY = "Every invoice now carries the café's name"
TUESDAY, WEDNESDAY = "2026-11-24T09:00:00+00:00", "2026-11-25T09:00:00+00:00"


def _finished(founded: Founded, run_in: Run, *names: str) -> None:
    numbers = [str(number) for number in with_answers(founded, *names)]
    run_in("act", *numbers, "--do", "Put the café's name on invoices")
    run_in("done", "A1", "--say", SAY)


def test_where_it_stands_is_noted_and_closes_nothing(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    run_in("act", "1", "--do", "Print it")

    noted = run_in("tell", "1", "--not-yet", "--words", "The printer comes in May", "--json").json
    said = run_in("tell", "1", "--not-yet").err

    assert (noted["told"], noted["not_yet"], noted["channel"]) == (False, True, "phone")
    assert "It stays open" in said
    assert count_rows(founded, "progress") == 2
    assert run_in("loop", "--json").json["answers"][0]["stage"] == "acting"
    run_in("done", "A1", "--say", SAY)
    assert len(run_in("tell", "--json").json) == 1


def test_where_it_stands_is_no_news_once_it_is_finished(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)

    finished = run_in("tell", "1", "--not-yet", code=7).err
    run_in("tell", "1", "--reaction", "pleased")
    settled = run_in("tell", "1", "--not-yet", code=7).err

    assert "There is news for Ana about 1, so tell them that: dailycontact tell 1" in finished
    assert "nothing more is to come" in settled
    assert count_rows(founded, "progress") == 0


@pytest.mark.parametrize("kind", ["praise", "nothing"])
def test_whoever_asked_for_nothing_is_not_told_where_it_stands(
    founded: Founded, run_in: Run, kind: str
) -> None:
    with_answers(founded, kind=kind)

    assert "does not wait for anything" in run_in("tell", "1", "--not-yet", code=7).err


def test_whoever_refused_is_not_told_where_it_stands(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    refuse(founded, 1)

    assert "does not want to be contacted" in run_in("tell", "1", "--not-yet", code=7).err


@pytest.mark.parametrize(
    ("on", "why"), [("tomorrow", "is still to come"), ("2026-11-20", "before they said it")]
)
def test_where_it_stands_was_told_on_a_day_that_can_be(
    founded: Founded, run_in: Run, on: str, why: str
) -> None:
    with_answers(founded)

    assert why in run_in("tell", "1", "--not-yet", "--on", on, code=2).err


def test_nobody_is_given_up_before_three_tries_on_two_days(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)

    none = run_in("tell", "1", "--unreachable", code=7).err
    for _ in range(3):
        run_in("tell", "1", "--no-answer")
    one_day = run_in("tell", "1", "--unreachable", code=7).err
    offered = run_in("tell", "1", "--no-answer", at=TUESDAY).err
    closed = run_in("tell", "1", "--unreachable").err

    assert "0 tries on 0 days" in none
    assert "3 tries on 1 day" in one_day
    assert "Perhaps in writing: dailycontact tell 1 --by letter" in offered
    assert "could not be reached, and was not told" in closed
    assert run_in("tell", "--json").json == []


def test_a_call_that_missed_them_is_a_try_too(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)
    run_in("tell", "1", "--no-answer", at=TUESDAY)
    run_in("log", "no-answer", "--customer", "1", at=TUESDAY)
    run_in("log", "voicemail", "--customer", "1", at=WEDNESDAY)

    run_in("tell", "1", "--unreachable")

    assert count_rows(founded, "telling") == 1


def test_who_was_given_up_is_nowhere_said_to_be_told(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in, "Ana Duarte", "Bo Lind")
    for at in (TUESDAY, TUESDAY, WEDNESDAY):
        run_in("tell", "1", "--no-answer", at=at)
    run_in("tell", "1", "--unreachable")

    story = " ".join(run_in("customers", "show", "1").out.split())
    refused = run_in("tell", "1", "--unreachable", code=7).err
    action = run_in("act", "A1").out
    later = run_in("tell", "2", "--reaction", "pleased").err

    assert "Nobody could reach them to tell them." in story
    assert "Ana could not be reached, and was given up for 1" in refused
    assert "tell 1 --reaction pleased" in " ".join(refused.split())
    assert "Told 0 of 2; 1 could not be reached." in action
    assert "(1 of 2)" in later
    assert "given_up" not in run_in("tell", "--json").out


@pytest.mark.parametrize(
    "words",
    [
        ("tell", "1", "--reaction", "pleased"),
        ("tell", "1", "--by", "letter"),
        ("log", "reached", "--customer", "1", "--told", "1", "--reaction", "pleased"),
    ],
)
def test_who_was_given_up_and_is_reached_after_all_is_told(
    founded: Founded, run_in: Run, words: tuple[str, ...]
) -> None:
    _finished(founded, run_in)
    for at in (TUESDAY, TUESDAY, WEDNESDAY):
        run_in("tell", "1", "--no-answer", at=at)
    run_in("tell", "1", "--unreachable")

    run_in(*words)

    assert "Told 1 of 1." in run_in("act", "A1").out
    assert count_rows(founded, "telling") == 1
    run_in("undo", "--yes")
    assert "Told 0 of 1; 1 could not be reached." in run_in("act", "A1").out


def test_a_try_misses_nobody_and_moves_no_turn(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)
    before = _rhythm(founded)

    run_in("tell", "1", "--no-answer", at=TUESDAY)

    assert _rhythm(founded) == before
    assert count_rows(founded, "rhythm_fact") == 1


def test_what_is_done_is_told_while_the_rest_goes_on(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    with_team(founded)
    run_in("act", "1", "--do", "Print it", "--owner", "Tom Bell")
    run_in("act", "1", "--do", "Write it by hand")
    run_in("done", "A1", "--say", SAY)

    (news,) = run_in("tell", "--json").json
    told = run_in("tell", "1", "--reaction", "pleased", "--json").json
    again = run_in("tell", "1", code=7).err
    progress = run_in("tell", "1", "--not-yet").err

    assert (news["action_id"], told["action_ids"]) == (1, [1])
    assert "looking for someone. Next: dailycontact take A2" in again
    assert "stays open" in progress


def test_the_customer_of_an_erased_answer_is_told_of_nothing(founded: Founded, run_in: Run) -> None:
    _finished(founded, run_in)
    run_in("customers", "erase", "1", "--name", "Ana Duarte")

    refused = run_in("tell", "1", code=7).err

    assert "was erased from the book" in refused


@pytest.mark.parametrize(
    "words",
    [
        ("--no-answer", "--better", "x"),
        ("--unreachable", "--words", "x"),
        ("--not-yet", "--reaction", "pleased"),
        ("--not-yet", "--no-answer"),
        ("--words", " "),
    ],
)
def test_what_does_not_go_together_is_refused(run_in: Run, words: tuple[str, ...]) -> None:
    run_in("tell", "1", *words, code=2)


def test_a_screenful_holds_all_that_is_owed_to_whoever_waits_longest(founded: Founded) -> None:
    first, second, third = with_answers(founded, "Ana Duarte", "Bo Lind", "Jo Hansen")
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        change.set("customer", 2, leader_id=founded.leader_id)
        again = an_answer(change, 1, "The driver comes too early")
        for action, (answer, day) in enumerate(
            ((second, 3), (first, 2), (third, 4), (again, 5)), start=1
        ):
            _end(change, answer, day=MONDAY.replace(day=day), action=action)
    look = founded.book.look()

    some = owed_first(look, today=MONDAY, most=2)
    others = owed_first(look, today=MONDAY, most=2, but={1})
    own = owed_first(look, today=MONDAY, most=2, leader_id=founded.leader_id)

    assert [one.answer_id for one in some] == [first, again, second]
    assert [one.answer_id for one in others] == [second, third]
    assert [one.answer_id for one in own] == [second]
    assert (count_owed(look), count_owed(look, most=2)) == (3, 2)
    assert count_owed(look, leader_id=founded.leader_id) == 1
    assert {one.answer_id for one in owed(look, today=MONDAY, answer_ids=[first, third])} == {
        first,
        third,
    }
    founded.book.rest()


def _end(change: Any, answer: int, *, day: Any, action: int) -> None:
    common = {"leader_id": 1, "recorded_at": change.at, "day": day}
    change.add("action", title=f"Do {action}", **common)
    change.add("action_answer", action_id=action, answer_id=answer, recorded_at=change.at)
    finish = change.add("finish", action_id=action, number=1, how="done", say=SAY, **common)
    change.add("finish_answer", finish_id=finish, answer_id=answer)


def _rhythm(founded: Founded) -> tuple[object, ...]:
    row = founded.book.look().row("SELECT * FROM customer")
    founded.book.rest()
    assert row is not None
    names = ("clock", "eligible_from", "misses", "conversations", "last_on")
    return tuple(row[name] for name in names)
