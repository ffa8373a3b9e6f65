"""What a call does to the customer's turn: told, missed again and again, on which number."""

import sys
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest

from conftest import Founded
from dailycontact.ask.rule import Conversation, Heard, Told
from dailycontact.ask.usecases.log import Logged, log
from dailycontact.core.answer import Kind
from dailycontact.core.call import Outcome
from dailycontact.core.rhythm import AFTER_TELLING, Happening
from dailycontact.store import calendar, candidates, rhythms
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
from support.running import Ran, Run
from support.typing import Typed

LONG_AGO = MONDAY - timedelta(weeks=30)
DUE = MONDAY - timedelta(weeks=12)
RECENTLY = MONDAY - timedelta(weeks=2)


def change(founded: Founded) -> AbstractContextManager[Change]:
    return founded.book.change("test", leader_id=founded.leader_id, at=MORNING)


def asked_on(founded: Founded, day: date) -> tuple[int, int]:
    """Return a customer (once a quarter) who was asked on a day, and their finished answer."""
    with change(founded) as changing:
        ana = a_customer(changing, joined_on=LONG_AGO, cadence=63)
        answer_id = an_answer(changing, ana, day=day)
        a_finish(changing, an_action(changing, answer_id), answer_id)
    return ana, answer_id


def missed(founded: Founded, customer_id: int, times: int) -> None:
    """Miss a customer again and again in the past, without waiting in between."""
    with change(founded) as changing:
        for _ in range(times):
            rhythms.happened(changing, customer_id, Happening.MISS, day=RECENTLY)


def logged(founded: Founded, customer_id: int, **values: Any) -> Logged:
    usual: dict[str, Any] = {"outcome": Outcome.REACHED, "day": MONDAY}
    conversation = Conversation(customer_id=customer_id, **(usual | values))
    with change(founded) as changing:
        return log(changing, conversation, leader_id=founded.leader_id, today=MONDAY)


def column(founded: Founded, customer_id: int, name: str) -> Any:
    found = founded.book.look().row("SELECT * FROM customer WHERE id = :id", id=customer_id)
    assert found is not None
    return found[name]


def number_of(founded: Founded, day: date) -> int:
    return calendar.number_of(founded.book.look(), day)


def facts(founded: Founded, customer_id: int) -> list[str]:
    rows = founded.book.look().rows(
        "SELECT what FROM rhythm_fact WHERE customer_id = :id ORDER BY number", id=customer_id
    )
    return [row["what"] for row in rows]


def a_pick(founded: Founded, customer_id: int) -> None:
    with change(founded) as changing:
        changing.add(
            "pick", leader_id=founded.leader_id, day=MONDAY, slot=1, customer_id=customer_id,
            reason="turn", reserved_at=changing.at,
        )  # fmt: skip


def a_mobile(founded: Founded, customer_id: int) -> int:
    with change(founded) as changing:
        return changing.add(
            "phone", customer_id=customer_id, position=2, label="mobile", raw="+447700900123",
            e164="+447700900123", shown="+44 7700 900123",
        )  # fmt: skip


def numbers(founded: Founded) -> list[int | None]:
    return [row["phone_id"] for row in founded.book.look().rows("SELECT * FROM call ORDER BY id")]


def test_who_is_told_before_their_turn_keeps_it(founded: Founded) -> None:
    ana, answer_id = asked_on(founded, RECENTLY)
    missed(founded, ana, 2)
    clock = column(founded, ana, "clock")

    done = logged(founded, ana, told=(Told(answer_id=answer_id),))

    assert done.only_told
    assert facts(founded, ana)[-1] == "told"
    assert column(founded, ana, "clock") == clock
    assert column(founded, ana, "misses") == 0
    assert column(founded, ana, "conversations") == 1
    assert done.turn_on is not None
    assert done.turn_on > MONDAY + timedelta(weeks=8)


def test_who_was_told_is_left_alone_for_a_week(founded: Founded) -> None:
    ana, answer_id = asked_on(founded, RECENTLY)

    logged(founded, ana, told=(Told(answer_id=answer_id),))

    fact = founded.book.look().row("SELECT waits FROM rhythm_fact WHERE what = 'told'")
    assert fact is not None
    assert fact["waits"] == AFTER_TELLING
    assert column(founded, ana, "eligible_from") >= number_of(founded, MONDAY) + AFTER_TELLING


@pytest.mark.parametrize("heard", [Heard(words="More chairs"), Heard(words="", kind=Kind.NOTHING)])
def test_who_is_told_and_asked_has_had_a_conversation(founded: Founded, heard: Heard) -> None:
    ana, answer_id = asked_on(founded, RECENTLY)

    done = logged(founded, ana, told=(Told(answer_id=answer_id),), heard=(heard,))

    assert not done.only_told
    assert facts(founded, ana)[-1] == "conversation"


def test_who_is_due_has_had_a_conversation_although_nothing_was_heard(founded: Founded) -> None:
    ana, answer_id = asked_on(founded, DUE)

    done = logged(founded, ana, told=(Told(answer_id=answer_id),))

    assert not done.only_told
    assert facts(founded, ana)[-1] == "conversation"


def test_who_was_told_nothing_has_had_a_conversation(founded: Founded) -> None:
    ana, _ = asked_on(founded, RECENTLY)

    assert not logged(founded, ana).only_told


def test_the_fifth_miss_in_a_row_rests_for_a_share_of_the_time_waited(founded: Founded) -> None:
    ana, _ = asked_on(founded, LONG_AGO)
    missed(founded, ana, 4)
    waited = number_of(founded, MONDAY) - column(founded, ana, "clock")

    done = logged(founded, ana, outcome=Outcome.NO_ANSWER)

    rests = column(founded, ana, "eligible_from") - number_of(founded, MONDAY)
    assert waited > 100
    assert rests == -int(-0.1 * waited // 1)
    assert done.misses == 5


def test_a_rest_is_at_least_a_tenth_of_the_rhythm(founded: Founded) -> None:
    ana, _ = asked_on(founded, RECENTLY)
    missed(founded, ana, 4)

    logged(founded, ana, outcome=Outcome.VOICEMAIL)

    fact = founded.book.look().row("SELECT waits FROM rhythm_fact ORDER BY id DESC")
    assert fact is not None
    assert fact["waits"] == 7


@pytest.mark.parametrize(
    ("before", "outcome", "said"),
    [
        (1, "no-answer", "No answer, noted. Ana may come up again from Wednesday 25 November on."),
        (4, "no-answer", "No answer, noted: 5 times in a row by now. Ana rests until"),
        (9, "voicemail", "Voicemail, noted: 10 times in a row by now. Ana rests until"),
        (14, "no-answer", "15 times in a row by now, so the number may be wrong: somebody should"),
        (16, "no-answer", "17 times in a row by now, so the number may be wrong: somebody should"),
    ],
)
def test_what_is_said_after_a_miss_says_how_long_they_rest(
    founded: Founded, run_in: Run, before: int, outcome: str, said: str
) -> None:
    ana, _ = asked_on(founded, DUE)
    missed(founded, ana, before)
    founded.book.rest()

    shown = run_in("log", outcome, "--customer", str(ana))

    assert said in " ".join(shown.out.split())
    assert ("--number-checked" in shown.out) == (before >= 14)


def test_a_wrong_number_counts_as_a_miss_and_leaves_the_others(
    founded: Founded, run_in: Run
) -> None:
    ana, _ = asked_on(founded, DUE)
    a_mobile(founded, ana)
    missed(founded, ana, 4)
    founded.book.rest()

    shown = run_in("log", "wrong-number", "--customer", str(ana))

    said = " ".join(shown.out.split())
    assert "There is 1 number left: 5 times in a row by now. Ana rests until" in said


def test_the_number_that_the_card_proposed_is_noted(founded: Founded) -> None:
    ana, _ = asked_on(founded, DUE)
    mobile = a_mobile(founded, ana)

    for _ in range(3):
        logged(founded, ana, outcome=Outcome.NO_ANSWER)

    assert numbers(founded)[1:] == [None, None, mobile]


def test_a_wrong_number_is_the_one_that_the_card_proposed(founded: Founded) -> None:
    ana, _ = asked_on(founded, DUE)
    mobile = a_mobile(founded, ana)
    with change(founded) as changing:
        for _ in range(2):
            a_call(changing, ana, day=RECENTLY, outcome="no-answer")

    done = logged(founded, ana, outcome=Outcome.WRONG_NUMBER)

    assert done.wrong is not None
    assert done.wrong.id == mobile


def test_who_rang_in_dialled_themselves(founded: Founded) -> None:
    ana, _ = asked_on(founded, DUE)
    a_mobile(founded, ana)
    with change(founded) as changing:
        for _ in range(2):
            a_call(changing, ana, day=RECENTLY, outcome="no-answer")

    logged(founded, ana)

    assert numbers(founded)[-1] is None


def test_the_next_customer_is_named_with_the_number_to_try(founded: Founded, run_in: Run) -> None:
    ana, _ = asked_on(founded, DUE)
    with change(founded) as changing:
        bo = a_customer(changing, "Bo Lind", joined_on=LONG_AGO, cadence=63, phone="+441134960188")
        for _ in range(2):
            a_call(changing, bo, day=RECENTLY, outcome="no-answer")
    a_mobile(founded, bo)
    a_pick(founded, ana)
    founded.book.rest()

    shown = run_in("log", "no-answer")

    assert "Next: Bo Lind  +44 7700 900123" in shown.out


@pytest.fixture
def talked(run_in: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what holds the conversation with customer 1, with what is typed in it."""

    def talk(*lines: str) -> Ran:
        monkeypatch.setattr(sys, "stdin", Typed(*lines))
        return run_in("log", "--customer", "1")

    return talk


def test_who_is_told_too_early_to_be_asked_is_not_asked(founded: Founded, talked: Any) -> None:
    ana, _ = asked_on(founded, RECENTLY)
    founded.book.rest()

    shown = talked("", "p", "", "Sounded glad", "")

    assert facts(founded, ana)[-1] == "told"
    assert "The question can wait: it is early to ask Ana again." in shown.err
    assert "The one thing" not in shown.err
    said = " ".join(shown.out.split())
    assert "Ana has been told. The next turn is as before: about" in said


def test_the_leader_may_ask_all_the_same(founded: Founded, talked: Any) -> None:
    ana, _ = asked_on(founded, RECENTLY)
    founded.book.rest()

    talked("", "p", "a", "More chairs", "", "", "", "")

    assert facts(founded, ana)[-1] == "conversation"
    assert len(founded.book.look().rows("SELECT id FROM answer")) == 2


def test_who_is_due_is_asked_after_they_were_told(founded: Founded, talked: Any) -> None:
    ana, _ = asked_on(founded, DUE)
    founded.book.rest()

    shown = talked("", "p", "", "", "", "")

    assert facts(founded, ana)[-1] == "conversation"
    assert "The one thing, in Ana's words" in shown.err


def test_who_was_not_told_after_all_is_asked(founded: Founded, talked: Any) -> None:
    ana, _ = asked_on(founded, RECENTLY)
    founded.book.rest()

    talked("", "", "", "", "", "")

    assert facts(founded, ana)[-1] == "conversation"


def test_undo_takes_a_telling_in_a_call_back(founded: Founded, run_in: Run) -> None:
    ana, answer_id = asked_on(founded, RECENTLY)
    before = column(founded, ana, "eligible_from")
    founded.book.rest()

    document = run_in("log", "reached", "--told", str(answer_id), "--customer", "1", "--json").json
    run_in("undo", "--yes")

    assert document["only_told"]
    assert document["misses"] == 0
    assert column(founded, ana, "eligible_from") == before
    assert "told" not in facts(founded, ana)


def first_card(founded: Founded, customer_id: int) -> date:
    """Return the first day after Monday on which they could be on the leader's card."""
    look = founded.book.look()
    for ahead in range(1, 120):
        asked = candidates.asking(look, leader_id=1, day=MONDAY + timedelta(days=ahead))
        could = (candidates.promised, candidates.news, candidates.heads)
        works = calendar.workday(look, asked.day).works
        if works and any(
            one.customer_id == customer_id for each in could for one in each(look, asked)
        ):
            return asked.day
    pytest.fail("they never come up")


@pytest.mark.parametrize("times", [0, 1, 4])
@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.NOT_NOW])
@pytest.mark.parametrize("waits_for", ["news", "call back", "both", "turn"])
def test_the_day_that_is_said_after_a_miss_is_the_day_of_their_next_card(
    founded: Founded, times: int, outcome: Outcome, waits_for: str
) -> None:
    if waits_for in ("news", "both"):
        ana, _ = asked_on(founded, RECENTLY)
    else:
        with change(founded) as changing:
            ana = a_customer(changing, joined_on=LONG_AGO, cadence=63)
            a_call(changing, ana, day=RECENTLY)
    if waits_for in ("call back", "both"):
        with change(founded) as changing:
            changing.add(
                "promise", customer_id=ana, leader_id=1, kind="call-back", text="call back",
                due_on=MONDAY + timedelta(days=2), recorded_at=MORNING,
            )  # fmt: skip
            rhythms.refresh(changing, [ana])
    missed(founded, ana, times)

    done = logged(founded, ana, outcome=outcome)

    assert done.turn_on == first_card(founded, ana)
