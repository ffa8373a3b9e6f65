"""One conversation is one transaction, on both databases."""

from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest

from conftest import Founded
from dailycontact.ask.rule import Conversation, Heard, Promised, Told
from dailycontact.ask.usecases.dialling import NoSuchPhone
from dailycontact.ask.usecases.informing import NotTheirAnswer
from dailycontact.ask.usecases.log import Logged, log
from dailycontact.ask.usecases.promising import NothingPromised, keep
from dailycontact.ask.usecases.proposing import (
    CallMade,
    LoggedMeanwhile,
    NobodyProposed,
    NobodyProposedYet,
    proposed,
)
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.naming import NobodyByThatName
from dailycontact.core.telling import Reaction
from dailycontact.loop import Stage
from dailycontact.store import answers, calendar, calls, candidates, customers, owed, picks
from dailycontact.store.answers import NoSuchAnswer
from dailycontact.store.changing import Change
from dailycontact.store.tellings import NotDoneYet, OwesNoNews, ToldAlready
from support.builders import (
    MONDAY,
    MORNING,
    a_customer,
    a_finish,
    a_telling,
    an_action,
    an_answer,
)

TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)
WEEKS_AGO = MONDAY - timedelta(weeks=12)
TABLES = ("call", "answer", "telling", "promise", "rhythm_fact", "amendment")


def change(founded: Founded) -> AbstractContextManager[Change]:
    return founded.book.change("test", leader_id=founded.leader_id, at=MORNING)


def logged(founded: Founded, customer_id: int, **values: Any) -> Logged:
    usual: dict[str, Any] = {"outcome": Outcome.REACHED, "day": MONDAY}
    conversation = Conversation(customer_id=customer_id, **(usual | values))
    with change(founded) as c:
        return log(c, conversation, leader_id=founded.leader_id, today=MONDAY)


def somebody(founded: Founded, name: str = "Ana Duarte", **values: Any) -> int:
    with change(founded) as c:
        return a_customer(c, name, joined_on=WEEKS_AGO, cadence=63, **values)


def a_pick(founded: Founded, customer_id: int, *, day: date = MONDAY) -> int:
    with change(founded) as c:
        return c.add(
            "pick",
            leader_id=founded.leader_id,
            day=day,
            slot=1,
            customer_id=customer_id,
            reason="turn",
            reserved_at=c.at,
        )


def a_finished_answer(founded: Founded, customer_id: int) -> int:
    with change(founded) as c:
        answer_id = an_answer(c, customer_id, day=WEEKS_AGO)
        a_finish(c, an_action(c, answer_id), answer_id)
    return answer_id


def column(founded: Founded, customer_id: int, name: str) -> Any:
    found = founded.book.look().row("SELECT * FROM customer WHERE id = :id", id=customer_id)
    assert found is not None
    return found[name]


def rows(founded: Founded) -> dict[str, int]:
    look = founded.book.look()
    return {name: len(look.rows(f"SELECT id FROM {name}")) for name in TABLES}  # noqa: S608 - our own names


def number_of(founded: Founded, day: date) -> int:
    return calendar.number_of(founded.book.look(), day)


def test_what_was_heard_is_kept_in_the_customers_words(founded: Founded) -> None:
    ana = somebody(founded)
    with change(founded) as c:
        c.add("member", name="Priya Nair")

    written = logged(
        founded,
        ana,
        heard=(
            Heard(words="Deliver before ten"),
            Heard(words="Lovely", kind=Kind.PRAISE, praised="pri"),
        ),
        consent=Consent.NAME,
        urgent=True,
        private=True,
        notes="Away until May",
    )

    wish, thanks = (
        answers.standing(founded.book.look(), one.id, today=MONDAY).answer
        for one in written.answers
    )
    assert (wish.verbatim, wish.kind, wish.consent) == (
        "Deliver before ten", Kind.SUGGESTION, Consent.NAME,
    )  # fmt: skip
    assert (wish.urgent, wish.private) == (True, True)
    assert (thanks.praised, thanks.urgent) == ("Priya Nair", False)
    last = calls.last_conversation(founded.book.look(), ana)
    assert last is not None
    assert last.notes == "Away until May"


def test_only_a_conversation_moves_the_clock(founded: Founded) -> None:
    ana = somebody(founded)
    before = column(founded, ana, "clock")

    logged(founded, ana, outcome=Outcome.NO_ANSWER)
    after_a_miss = column(founded, ana, "clock")
    logged(founded, ana)

    assert after_a_miss == before
    assert column(founded, ana, "clock") > before
    assert column(founded, ana, "conversations") == 1


def test_an_older_day_never_moves_the_clock_backwards(founded: Founded) -> None:
    ana = somebody(founded)
    logged(founded, ana)
    clock = column(founded, ana, "clock")

    logged(founded, ana, day=MONDAY - timedelta(days=20))

    assert column(founded, ana, "clock") == clock
    assert column(founded, ana, "last_on") == "2026-11-23"


def test_each_miss_waits_a_little_longer(founded: Founded) -> None:
    ana = somebody(founded)

    first = logged(founded, ana, outcome=Outcome.NO_ANSWER)
    second = logged(founded, ana, outcome=Outcome.VOICEMAIL)

    assert (first.turn_on, second.turn_on) == (TUESDAY, date(2026, 11, 25))
    assert column(founded, ana, "misses") == 2


def test_a_wrong_number_is_never_dialled_again(founded: Founded) -> None:
    ana = somebody(founded)
    with change(founded) as c:
        c.add(
            "phone", customer_id=ana, position=2, label="mobile", raw="+447700900123",
            e164="+447700900123", shown="+44 7700 900123",
        )  # fmt: skip

    first = logged(founded, ana, outcome=Outcome.WRONG_NUMBER, phone="Mobile")
    still_open = column(founded, ana, "open")
    second = logged(founded, ana, outcome=Outcome.WRONG_NUMBER)

    assert first.wrong is not None
    assert first.wrong.label == "mobile"
    assert still_open == 1
    assert second.wrong is not None
    assert second.wrong.label == "office"
    assert column(founded, ana, "open") == 0
    assert second.turn_on is None


def test_without_a_number_left_a_wrong_number_is_still_noted(founded: Founded) -> None:
    ana = somebody(founded, phone=None)

    written = logged(founded, ana, outcome=Outcome.WRONG_NUMBER)

    assert written.wrong is None


def test_a_number_can_be_named_by_its_place(founded: Founded) -> None:
    ana = somebody(founded)

    written = logged(founded, ana, phone="1")

    look = founded.book.look()
    dialled = look.value("SELECT phone_id AS value FROM call WHERE id = :id", id=written.call_id)
    assert dialled == written.customer.phones[0].id


@pytest.mark.parametrize("typed", ["2", "0", "mobile"])
def test_a_number_that_is_not_there_is_refused(founded: Founded, typed: str) -> None:
    ana = somebody(founded)

    with pytest.raises(NoSuchPhone, match="1 office"):
        logged(founded, ana, phone=typed)


def test_not_now_leaves_them_for_a_week(founded: Founded) -> None:
    written = logged(founded, somebody(founded), outcome=Outcome.NOT_NOW)

    assert written.turn_on == date(2026, 11, 30)


def test_not_now_with_a_day_is_a_promise_and_they_are_left_until_then(founded: Founded) -> None:
    ana = somebody(founded)

    written = logged(founded, ana, outcome=Outcome.NOT_NOW, call_back=FRIDAY)

    (promise,) = calls.open_promises(founded.book.look(), customer_id=ana)
    assert (promise.id, promise.is_call_back, promise.due_on) == (
        written.call_back_id, True, FRIDAY,
    )  # fmt: skip
    look = founded.book.look()
    before = candidates.asking(look, leader_id=1, day=date(2026, 11, 26))
    thursday = candidates.heads(look, before)
    friday = candidates.promised(look, candidates.asking(look, leader_id=1, day=FRIDAY))
    assert [one.customer_id for one in thursday] == []
    assert [one.customer_id for one in friday] == [ana]


def test_a_call_back_at_the_weekend_waits_for_the_next_working_day(founded: Founded) -> None:
    ana = somebody(founded)

    logged(founded, ana, outcome=Outcome.NOT_NOW, call_back=date(2026, 11, 28))

    assert column(founded, ana, "eligible_from") == number_of(founded, date(2026, 11, 30))


def test_never_is_a_refusal_and_drops_what_was_open(founded: Founded) -> None:
    ana = somebody(founded)
    answer_id = a_finished_answer(founded, ana)
    logged(founded, ana, promise=Promised(text="send the list", due_on=FRIDAY))

    written = logged(founded, ana, outcome=Outcome.NEVER, notes="Closing down")

    look = founded.book.look()
    found = customers.customer(look, ana)
    assert found is not None
    assert (found.do_not_contact_on, found.do_not_contact_why) == (MONDAY, "Closing down")
    assert calls.open_promises(look, customer_id=ana) == []
    assert owed.owed(look, today=MONDAY, answer_id=answer_id) == []
    assert column(founded, ana, "open") == 0
    assert written.turn_on is None


def test_the_pick_of_the_day_is_used_up_by_its_own_customer(founded: Founded) -> None:
    ana = somebody(founded)
    pick_id = a_pick(founded, ana)

    written = logged(founded, ana, outcome=Outcome.NO_ANSWER)

    assert written.pick is not None
    assert written.pick.id == pick_id
    assert picks.live_pick(founded.book.look(), leader_id=1, day=MONDAY, now=MORNING) is None


def test_whoever_rings_in_uses_up_no_pick(founded: Founded) -> None:
    ana, bo = somebody(founded), somebody(founded, "Bo Lind")
    a_pick(founded, ana)

    written = logged(founded, bo, heard=(Heard(words="", kind=Kind.NOTHING),))

    look = founded.book.look()
    live = picks.live_pick(look, leader_id=1, day=MONDAY, now=MORNING)
    assert written.rang_in
    assert live is not None
    assert live.customer_id == ana
    assert calls.attempts_of_day(look, leader_id=1, day=MONDAY) == ()


def test_a_try_outside_the_pick_is_no_ringing_in(founded: Founded) -> None:
    logged(founded, somebody(founded), outcome=Outcome.VOICEMAIL)

    tries = calls.attempts_of_day(founded.book.look(), leader_id=1, day=MONDAY)
    assert tries == (Outcome.VOICEMAIL,)


def test_the_customer_of_the_day_is_found(founded: Founded) -> None:
    ana = somebody(founded)
    a_pick(founded, ana)

    assert proposed(founded.book.look(), leader_id=1, day=MONDAY, today=MONDAY, now=MORNING) == ana


def test_before_anybody_was_proposed_it_says_how_to_see_them(founded: Founded) -> None:
    somebody(founded)

    with pytest.raises(NobodyProposedYet, match=r"proposed yet; .* dailycontact today"):
        proposed(founded.book.look(), leader_id=1, day=MONDAY, today=MONDAY, now=MORNING)


def test_after_the_day_s_call_it_says_whose_it_was(founded: Founded) -> None:
    ana = somebody(founded)
    a_pick(founded, ana)
    logged(founded, ana)

    with pytest.raises(CallMade, match=f"Today's call with Ana is logged; .* --customer {ana}"):
        proposed(founded.book.look(), leader_id=1, day=MONDAY, today=MONDAY, now=MORNING)
    with pytest.raises(CallMade, match="That day's call with Ana"):
        proposed(founded.book.look(), leader_id=1, day=MONDAY, today=TUESDAY, now=MORNING)


def test_where_nobody_is_proposed_any_more_it_says_what_to_do(founded: Founded) -> None:
    ana = somebody(founded)
    a_pick(founded, ana)
    logged(founded, ana, outcome=Outcome.VOICEMAIL)

    with pytest.raises(NobodyProposed, match="--customer"):
        proposed(founded.book.look(), leader_id=1, day=MONDAY, today=MONDAY, now=MORNING)
    with pytest.raises(NobodyProposed):
        logged(founded, 99)


@pytest.mark.parametrize(
    ("later", "said"),
    [(0, "a moment ago"), (1, "1 minute ago"), (59, "59 minutes ago"), (60, "earlier that day")],
)
def test_whoever_was_proposed_is_logged_once(founded: Founded, later: int, said: str) -> None:
    ana = somebody(founded)
    a_pick(founded, ana)
    logged(founded, ana, outcome=Outcome.NO_ANSWER, proposed=True)
    again = Conversation(outcome=Outcome.REACHED, day=MONDAY, customer_id=ana, proposed=True)

    with (
        pytest.raises(LoggedMeanwhile, match=f"Ana was logged {said} by Marta .no answer."),
        founded.book.change(
            "log", leader_id=founded.leader_id, at=MORNING + timedelta(minutes=later)
        ) as c,
    ):
        log(c, again, leader_id=founded.leader_id, today=MONDAY)

    tries = calls.attempts_of_day(founded.book.look(), leader_id=1, day=MONDAY)
    assert tries == (Outcome.NO_ANSWER,)


def test_whoever_must_not_be_proposed_any_more_is_not_logged_as_the_pick(founded: Founded) -> None:
    ana = somebody(founded)
    pick_id = a_pick(founded, ana)
    with change(founded) as c:
        c.run("UPDATE pick SET released = 1 WHERE id = :id", id=pick_id)

    with pytest.raises(NobodyProposed):
        logged(founded, ana, proposed=True)


def test_a_promise_is_kept_without_a_call(founded: Founded) -> None:
    ana = somebody(founded)
    logged(
        founded, ana, outcome=Outcome.NOT_NOW, call_back=FRIDAY,
        promise=Promised(text="send the list", due_on=FRIDAY),
    )  # fmt: skip
    with change(founded) as c:
        customer = customers.customer(c, ana)
        assert customer is not None
        kept = keep(c, customer, day=TUESDAY)

    look = founded.book.look()
    assert [promise.text for promise in kept.settled] == ["send the list"]
    assert [promise.is_call_back for promise in calls.open_promises(look, customer_id=ana)] == [
        True
    ]
    assert len(calls.calls_of_customer(look, ana)) == 1
    with pytest.raises(NothingPromised, match="Ana Duarte"), change(founded) as c:
        keep(c, customer, day=TUESDAY)


def test_without_a_word_on_it_no_reaction_is_kept(founded: Founded) -> None:
    ana = somebody(founded)
    answer_id = a_finished_answer(founded, ana)

    logged(founded, ana, told=(Told(answer_id=answer_id),))

    assert [
        row["reaction"] for row in founded.book.look().rows("SELECT reaction FROM telling")
    ] == [None]


def test_an_urgent_wish_leaves_the_others_as_they_are(founded: Founded) -> None:
    ana = somebody(founded)

    written = logged(founded, ana, heard=(Heard(words="a", urgent=True), Heard(words="b")))

    assert [answer.urgent for answer in written.answers] == [True, False]


def test_being_told_in_the_call_settles_what_was_owed(founded: Founded) -> None:
    ana = somebody(founded)
    answer_id = a_finished_answer(founded, ana)

    written = logged(founded, ana, told=(Told(answer_id=answer_id),))

    look = founded.book.look()
    standing = answers.standing(look, answer_id, today=MONDAY)
    (told,) = written.tellings
    assert (told.reaction, told.told, told.askers) == (None, 1, 1)
    assert standing.stage is Stage.TOLD
    telling = look.row("SELECT call_id, channel FROM telling")
    assert telling is not None
    assert (telling["call_id"], telling["channel"]) == (written.call_id, "phone")


def test_not_solved_reopens_the_answer(founded: Founded) -> None:
    ana = somebody(founded)
    answer_id = a_finished_answer(founded, ana)

    logged(founded, ana, told=(Told(answer_id=answer_id, reaction=Reaction.NOT_SOLVED),))

    standing = answers.standing(founded.book.look(), answer_id, today=MONDAY)
    assert standing.stage is Stage.ACTING


def test_what_is_not_done_yet_cannot_be_told(founded: Founded) -> None:
    ana = somebody(founded)
    with change(founded) as c:
        heard = an_answer(c, ana, day=WEEKS_AGO)
        thanks = an_answer(c, ana, "Lovely", day=WEEKS_AGO, kind="praise")
        acted = an_answer(c, ana, day=WEEKS_AGO)
        an_action(c, acted)
    before = rows(founded)

    with pytest.raises(NotDoneYet, match=f"share {heard}"):
        logged(founded, ana, heard=(Heard(words="x"),), told=(Told(answer_id=heard),))
    with pytest.raises(OwesNoNews):
        logged(founded, ana, told=(Told(answer_id=thanks),))
    with pytest.raises(NotDoneYet):
        logged(founded, ana, told=(Told(answer_id=acted),))
    with pytest.raises(NoSuchAnswer):
        logged(founded, ana, told=(Told(answer_id=99),))

    assert rows(founded) == before


def test_nobody_is_told_twice(founded: Founded) -> None:
    ana = somebody(founded)
    answer_id = a_finished_answer(founded, ana)
    logged(founded, ana, told=(Told(answer_id=answer_id),))

    with pytest.raises(ToldAlready, match="was told"):
        logged(founded, ana, told=(Told(answer_id=answer_id),))


def test_whoever_need_not_be_told_cannot_be_told(founded: Founded) -> None:
    ana = somebody(founded)
    with change(founded) as c:
        answer_id = an_answer(c, ana, day=WEEKS_AGO)
        finish_id = a_finish(c, an_action(c, answer_id), answer_id)
        refused = {"how": "waived", "why": "do-not-contact", "channel": None, "reaction": None}
        a_telling(c, finish_id, answer_id, **refused)

    with pytest.raises(ToldAlready, match="need not be told"):
        logged(founded, ana, told=(Told(answer_id=answer_id),))


def test_somebody_elses_answer_cannot_be_told_to_them(founded: Founded) -> None:
    ana, bo = somebody(founded), somebody(founded, "Bo Lind")
    answer_id = a_finished_answer(founded, bo)
    before = rows(founded)

    with pytest.raises(NotTheirAnswer, match="Bo Lind"):
        logged(founded, ana, told=(Told(answer_id=answer_id),))

    assert rows(founded) == before


def test_praise_for_nobody_in_the_team_writes_nothing(founded: Founded) -> None:
    ana = somebody(founded)
    before = rows(founded)

    with pytest.raises(NobodyByThatName):
        logged(founded, ana, heard=(Heard(words="x", kind=Kind.PRAISE, praised="nobody"),))

    assert rows(founded) == before


def promises(founded: Founded) -> list[tuple[str, str | None]]:
    look = founded.book.look()
    return [
        (row["text"], row["settled_how"])
        for row in look.rows("SELECT text, settled_how FROM promise ORDER BY id")
    ]


def test_reaching_them_keeps_the_promise_to_call_back(founded: Founded) -> None:
    ana = somebody(founded)
    logged(founded, ana, outcome=Outcome.VOICEMAIL, call_back=MONDAY)

    written = logged(founded, ana)

    assert [promise.is_call_back for promise in written.settled] == [True]
    assert promises(founded) == [("call back", "kept")]


def test_a_new_day_for_the_call_back_moves_the_older_one(founded: Founded) -> None:
    ana = somebody(founded)
    logged(founded, ana, outcome=Outcome.VOICEMAIL, call_back=MONDAY)

    logged(founded, ana, outcome=Outcome.NO_ANSWER, call_back=FRIDAY)

    assert promises(founded) == [("call back", "moved"), ("call back", None)]


def test_a_call_in_vain_keeps_no_promise(founded: Founded) -> None:
    ana = somebody(founded)
    logged(founded, ana, outcome=Outcome.VOICEMAIL, call_back=MONDAY)

    logged(founded, ana, outcome=Outcome.NO_ANSWER)

    assert promises(founded) == [("call back", None)]


def test_an_older_call_does_not_keep_a_later_promise(founded: Founded) -> None:
    ana = somebody(founded)
    logged(founded, ana, outcome=Outcome.NOT_NOW, call_back=FRIDAY)

    logged(founded, ana, day=MONDAY - timedelta(days=7))

    assert promises(founded) == [("call back", None)]


def test_what_was_promised_is_kept_when_the_leader_says_so(founded: Founded) -> None:
    ana = somebody(founded)
    logged(founded, ana, promise=Promised(text="send the list", due_on=FRIDAY))
    logged(founded, ana)
    still_open = promises(founded)

    logged(founded, ana, kept=True)

    assert still_open == [("send the list", None)]
    assert promises(founded) == [("send the list", "kept")]


def test_the_next_turn_is_a_cadence_away_less_a_little_luck(founded: Founded) -> None:
    ana = somebody(founded)
    today = number_of(founded, MONDAY)

    written = logged(founded, ana)

    assert written.turn_on is not None
    assert 0.8 * 63 <= number_of(founded, written.turn_on) - today <= 63
