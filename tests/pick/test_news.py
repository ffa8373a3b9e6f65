"""Those who are owed news win the day's call, and never every day; a telling moves no turn."""

from datetime import date, timedelta

from conftest import Founded
from dailycontact.ask.rule import Conversation, Heard, Told
from dailycontact.ask.usecases.log import log
from dailycontact.core.call import Outcome
from dailycontact.core.turn import Reason
from dailycontact.pick.usecases.today import Today, today
from dailycontact.store import candidates
from dailycontact.store.looking import Row
from support.builders import MONDAY, MORNING, a_call, a_customer, a_finish, an_action, an_answer

FRIDAY = MONDAY - timedelta(days=3)
TEN_DAYS = [MONDAY + timedelta(days=7 * week + day) for week in range(2) for day in range(5)]


def _morning(founded: Founded, day: date, *, another: bool = False) -> Today:
    now = MORNING + (day - MONDAY)
    shown = today(
        founded.book.look(), leader_id=founded.leader_id, day=day, now=now, another=another
    )
    founded.book.rest()
    return shown


def _owe(founded: Founded, *, customers: int) -> dict[int, int]:
    """Let so many have wished for something last week, and let it be done; answers by customer."""
    answers = {}
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for number in range(customers):
            who = a_customer(change, f"Owed {number}", cadence=63, joined_on=FRIDAY)
            answers[who] = an_answer(change, who, day=FRIDAY)
            a_finish(change, an_action(change, answers[who], day=FRIDAY), answers[who], day=FRIDAY)
    return answers


def _others(founded: Founded, *, customers: int) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for number in range(customers):
            a_customer(change, f"Due {number}", cadence=63, head_start=60.0 - number)


def _spoken(founded: Founded, shown: Today, answers: dict[int, int]) -> None:
    """Tell whoever is owed news, and ask nothing; speak with whoever is due."""
    assert shown.pick is not None
    who, day = shown.pick.customer_id, shown.day
    told = (Told(answer_id=answers[who]),) if shown.pick.reason is Reason.NEWS else ()
    said = Conversation(outcome=Outcome.REACHED, day=day, customer_id=who, told=told)
    with founded.book.change("log", leader_id=founded.leader_id, at=shown.now) as change:
        log(change, said, leader_id=founded.leader_id, today=day)


def _heard(founded: Founded, shown: Today) -> None:
    """Speak with whoever is proposed, and forget to tell them."""
    assert shown.pick is not None
    who, day = shown.pick.customer_id, shown.day
    heard = (Heard(words="Ring before nine."),)
    said = Conversation(outcome=Outcome.REACHED, day=day, customer_id=who, heard=heard)
    with founded.book.change("log", leader_id=founded.leader_id, at=shown.now) as change:
        log(change, said, leader_id=founded.leader_id, today=day)


def _customer(founded: Founded, who: int) -> Row:
    found = founded.book.look().row("SELECT * FROM customer WHERE id = :id", id=who)
    founded.book.rest()
    assert found is not None
    return found


def test_at_most_every_second_day_goes_to_tellings_when_others_are_due(founded: Founded) -> None:
    answers = _owe(founded, customers=6)
    _others(founded, customers=8)

    reasons = []
    for day in TEN_DAYS:
        shown = _morning(founded, day)
        _spoken(founded, shown, answers)
        assert shown.pick is not None
        reasons.append(shown.pick.reason)

    assert reasons == [Reason.NEWS, Reason.FIRST] * 5


def test_every_day_may_go_to_tellings_when_nobody_else_is_due(founded: Founded) -> None:
    answers = _owe(founded, customers=3)

    reasons = []
    for day in TEN_DAYS[:3]:
        shown = _morning(founded, day)
        _spoken(founded, shown, answers)
        assert shown.pick is not None
        reasons.append(shown.pick.reason)

    assert reasons == [Reason.NEWS] * 3


def test_a_telling_moves_no_turn_and_leaves_them_alone_for_a_week(founded: Founded) -> None:
    (who, answer) = next(iter(_owe(founded, customers=1).items()))
    before = _customer(founded, who)

    _spoken(founded, _morning(founded, MONDAY), {who: answer})

    after = _customer(founded, who)
    assert (after["clock"], after["conversations"]) == (before["clock"], before["conversations"])
    assert after["eligible_from"] == before["eligible_from"], "the gap is longer than the week"
    assert _morning(founded, TEN_DAYS[1]).pick is None


def test_a_call_back_that_was_promised_comes_before_news_and_after_a_rest(founded: Founded) -> None:
    _owe(founded, customers=2)
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        rests = a_customer(change, "Rests", cadence=63, joined_on=FRIDAY, head_start=80.0)
        change.add(
            "promise", customer_id=rests, leader_id=founded.leader_id, kind="call-back",
            text="to ring", due_on=MONDAY, recorded_at=MORNING,
        )  # fmt: skip
        a_call(change, rests, day=FRIDAY, outcome="no-answer")

    first = _morning(founded, MONDAY)

    assert first.pick is not None
    assert (first.pick.reason, first.pick.customer_id) == (Reason.PROMISE, rests)


def test_whoever_answered_since_rests_for_no_earlier_miss(founded: Founded) -> None:
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        who = a_customer(change, "Rang in", cadence=252, joined_on=FRIDAY - timedelta(days=30))
        for day in range(5):
            said = Conversation(
                outcome=Outcome.NO_ANSWER, day=FRIDAY - timedelta(days=25 - 5 * day),
                customer_id=who,
            )  # fmt: skip
            log(change, said, leader_id=founded.leader_id, today=MONDAY)
        rang_in = Conversation(
            outcome=Outcome.REACHED, day=FRIDAY, customer_id=who, call_back=MONDAY
        )
        log(change, rang_in, leader_id=founded.leader_id, today=MONDAY)

    shown = _morning(founded, MONDAY)

    assert shown.pick is not None
    assert shown.pick.reason is Reason.PROMISE


def test_whoever_was_spoken_to_and_not_told_waits_a_week_behind_the_others(
    founded: Founded,
) -> None:
    _owe(founded, customers=2)

    proposed = []
    for day in TEN_DAYS:
        shown = _morning(founded, day)
        if shown.customer is not None:
            proposed.append((day, shown.customer.name))
            _heard(founded, shown)

    assert proposed == [
        (TEN_DAYS[0], "Owed 0"),
        (TEN_DAYS[1], "Owed 1"),
        (TEN_DAYS[5], "Owed 0"),
        (TEN_DAYS[6], "Owed 1"),
    ]


def test_however_many_were_tried_in_vain_whoever_was_not_is_found(sqlite_book: Founded) -> None:
    answers = _owe(sqlite_book, customers=candidates.A_PAGE + 5)
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        for who in list(answers)[:-2]:
            a_call(change, who, day=MONDAY, outcome="no-answer")

    tuesday = MONDAY + timedelta(days=1)
    asked = candidates.asking(sqlite_book.book.look(), leader_id=1, day=tuesday)
    found = candidates.news(sqlite_book.book.look(), asked)
    sqlite_book.book.rest()

    assert [one.customer_id for one in found[:2]] == list(answers)[-2:]
