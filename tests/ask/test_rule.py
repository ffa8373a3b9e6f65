"""What fits together in one call, and the command line that logs it."""

import shlex
from datetime import date, timedelta
from typing import Any

import pytest

from dailycontact.ask.rule import (
    CallBackBehind,
    Conversation,
    DayAhead,
    Heard,
    Help,
    NoOutcome,
    NothingAfterNever,
    NothingButWords,
    NothingSaid,
    Promised,
    Told,
    as_command,
    check,
    outcome_of,
)
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.following import Helped
from dailycontact.core.telling import Reaction
from support.builders import MONDAY

FRIDAY = date(2026, 11, 27)
WISH = Heard(words="Deliver before ten")
THANKS = Heard(words="Lovely", kind=Kind.PRAISE)
NOTHING = Heard(words="", kind=Kind.NOTHING)
FINE = Heard(words="All fine", kind=Kind.NOTHING)
HELPED = Help(answer_id=12, helped=Helped.PARTLY)


def a_conversation(**values: Any) -> Conversation:
    usual: dict[str, Any] = {"outcome": Outcome.REACHED, "day": MONDAY, "customer_id": 12}
    return Conversation(**(usual | values))


def test_whoever_says_what_was_heard_has_reached_somebody() -> None:
    assert outcome_of(None, heard=(WISH,), told=()) is Outcome.REACHED
    assert outcome_of(None, heard=(), told=("12",)) is Outcome.REACHED
    assert outcome_of(Outcome.VOICEMAIL, heard=(), told=()) is Outcome.VOICEMAIL


def test_a_call_without_anything_needs_its_outcome() -> None:
    with pytest.raises(NoOutcome, match="OUTCOME is missing"):
        outcome_of(None, heard=(), told=())


@pytest.mark.parametrize(
    ("values", "problem", "names"),
    [
        ({"outcome": Outcome.NO_ANSWER, "heard": (WISH,)}, NothingSaid, "--better"),
        ({"outcome": Outcome.VOICEMAIL, "told": (Told(answer_id=1),)}, NothingSaid, "--told"),
        ({"outcome": Outcome.WRONG_NUMBER, "kept": True}, NothingSaid, "--kept"),
        ({"outcome": Outcome.NO_ANSWER, "not_yet": (12,)}, NothingSaid, "--not-yet"),
        ({"outcome": Outcome.VOICEMAIL, "helped": (HELPED,)}, NothingSaid, "--helped"),
        ({"heard": (WISH, FINE)}, NothingButWords, "--fine"),
        ({"heard": (WISH, NOTHING)}, NothingButWords, "--nothing"),
        ({"outcome": Outcome.NEVER, "call_back": FRIDAY}, NothingAfterNever, "--call-back"),
        (
            {"outcome": Outcome.NEVER, "promise": Promised(text="x", due_on=FRIDAY)},
            NothingAfterNever,
            "--promise",
        ),
        ({"day": FRIDAY}, DayAhead, "--on"),
        ({"call_back": MONDAY - timedelta(days=1)}, CallBackBehind, "--call-back"),
        (
            {"promise": Promised(text="x", due_on=MONDAY - timedelta(days=1))},
            CallBackBehind,
            "--due",
        ),
    ],
)
def test_what_does_not_go_together_is_refused_by_its_flag(
    values: dict[str, Any], problem: type[Exception], names: str
) -> None:
    with pytest.raises(problem, match=names):
        check(a_conversation(**values), today=MONDAY)


@pytest.mark.parametrize(
    "values",
    [
        {"heard": (THANKS, NOTHING)},
        {"outcome": Outcome.NEVER, "heard": (WISH,)},
        {"outcome": Outcome.NOT_NOW, "call_back": MONDAY},
        {"outcome": Outcome.VOICEMAIL, "promise": Promised(text="x", due_on=FRIDAY)},
    ],
)
def test_what_goes_together_passes(values: dict[str, Any]) -> None:
    check(a_conversation(**values), today=MONDAY)


def test_the_command_line_of_a_conversation_says_all_of_it() -> None:
    named = Heard(words="It's 'lovely'", kind=Kind.PRAISE, praised="Priya Nair")
    conversation = a_conversation(
        heard=(WISH, THANKS, named),
        told=(Told(answer_id=7, reaction=Reaction.NOT_SOLVED),),
        notes="- away\n- back in May",
        promise=Promised(text="send the list", due_on=FRIDAY),
        call_back=FRIDAY,
        kept=True,
        consent=Consent.NAME,
        urgent=True,
        private=True,
        phone="mobile",
    )

    words = shlex.split(as_command(conversation, before=("--book", "demo")))

    assert words == [
        *("dailycontact", "--book", "demo", "log", "reached", "--better", "Deliver before ten"),
        *("--praise", "It's 'lovely'", "--for", "Priya Nair", "--praise", "Lovely"),
        *("--told", "7", "--reaction", "not-solved"),
        *("--promise", "send the list", "--due", "2026-11-27"),
        *("--notes=- away\n- back in May", "--call-back", "2026-11-27", "--phone", "mobile"),
        *("--quote", "name", "--kept", "--urgent", "--private"),
        *("--customer", "12", "--on", "2026-11-23"),
    ]


def test_reactions_stand_before_tellings_without_one() -> None:
    silent, pleased = Told(answer_id=3), Told(answer_id=7, reaction=Reaction.PLEASED)
    urgent = Heard(words="Chairs", urgent=True)

    words = shlex.split(as_command(a_conversation(heard=(urgent,), told=(silent, pleased))))

    assert words[3:] == [
        *("--better", "Chairs", "--told", "7", "--reaction", "pleased", "--told", "3"),
        *("--urgent", "--customer", "12", "--on", "2026-11-23"),
    ]


def test_the_command_line_of_a_call_in_vain_is_short() -> None:
    conversation = a_conversation(outcome=Outcome.NOT_NOW, heard=(NOTHING,))

    assert as_command(conversation) == (
        "dailycontact log not-now --nothing --customer 12 --on 2026-11-23"
    )


def test_what_a_wish_is_about_stands_behind_its_words_and_those_without_come_last() -> None:
    heard = (
        Heard(words="More chairs"),
        Heard(words="Deliver before ten", about="A5"),
        Heard(words="Which café?", about="invoices"),
    )

    words = shlex.split(as_command(a_conversation(heard=heard)))

    assert words[3:-4] == [
        *("--better", "Deliver before ten", "--about", "A5"),
        *("--better", "Which café?", "--about", "invoices", "--better", "More chairs"),
    ]


def test_what_is_missing_in_what_was_told_is_kept_as_a_wish() -> None:
    told = (Told(answer_id=7, reaction=Reaction.NOT_SOLVED, better="Not on the credit notes"),)
    nothing = (Heard(words="", kind=Kind.NOTHING),)

    words = shlex.split(as_command(a_conversation(heard=nothing, told=told)))

    assert words[3:-4] == [
        *("--better", "Not on the credit notes", "--told", "7", "--reaction", "not-solved"),
    ]


def test_what_was_said_of_earlier_answers_and_of_nothing_is_said_again() -> None:
    conversation = a_conversation(heard=(FINE, THANKS), not_yet=(7, 8), helped=(HELPED,))

    words = shlex.split(as_command(conversation))

    assert words[3:-4] == [
        *("--praise", "Lovely", "--fine", "All fine"),
        *("--not-yet", "7", "--not-yet", "8", "--helped", "12=partly"),
    ]
