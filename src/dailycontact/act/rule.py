"""What may be begun, taken and ended, decided."""

import re
from collections.abc import Sequence
from datetime import date

from dailycontact.core.action import Action, Finish, How, State
from dailycontact.core.answer import Answer, Kind
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import first_name, progress, shortened
from dailycontact.core.standing import Standing
from dailycontact.core.tally import Tally
from dailycontact.core.team import Member
from dailycontact.errors import Refused, UsageProblem

TITLE = 60
"""How long a title made from a reason may be, in characters."""

A_SENTENCE = 3
"""So many words a sentence has at the least."""

_FIRST_WITHOUT_SPACES = "\u2e80"
"""From here on, scripts put no spaces between words."""
_OF_THEM = re.compile(r"\b(the|this|that|our|these) (customer|client)s?\b", re.IGNORECASE)
_LETTER = re.compile(r"\w")


class DayIsPast(UsageProblem):
    """Something is to happen on a day that is over."""

    def __init__(self, flag: str, wanted: date, today: date) -> None:
        said = say_day(wanted, today=today)
        super().__init__(f"{flag}: {said} is over; name today or a later day, like friday or 2w.")


class DayIsAhead(UsageProblem):
    """Something has happened, on a day that has not come yet."""

    def __init__(self, flag: str, wanted: date, today: date) -> None:
        said = say_day(wanted, today=today)
        super().__init__(f"{flag}: {said} is still to come; name today or an earlier day.")


class EndedBeforeItWasSaid(UsageProblem):
    """An action would end before anybody had said what it is for."""

    def __init__(self, answer: Answer, today: date) -> None:
        said = say_day(answer.day, today=today)
        super().__init__(
            f"--on: answer {answer.id} was heard on {said}; name that day or a later one."
        )


class EndedBeforeItsReopening(UsageProblem):
    """An action would end before a customer had said that its last end did not solve it."""

    def __init__(self, answer: Answer, on: date, today: date) -> None:
        super().__init__(
            f"--on: {first_name(answer.customer)} said on {say_day(on, today=today)} that"
            f" {answer.id} is not solved; name that day or a later one."
        )


class EndedBeforeItsLastEnd(UsageProblem):
    """An action would end once more, before it did so the last time."""

    def __init__(self, action: Action, finish: Finish, today: date) -> None:
        super().__init__(
            f"--on: {action.reference} was {finish.how.value} on"
            f" {say_day(finish.day, today=today)}; name that day or a later one."
        )


class OwesNobodyAnAction(Refused):
    """Praise, or nothing to wish for: there is nothing to be done about it."""

    def __init__(self, answer: Answer) -> None:
        what = "praise" if answer.kind is Kind.PRAISE else "no wish"
        super().__init__(
            f"Answer {answer.id} is {what}, so nobody owes it an action; let the team hear it "
            f"with: {PROGRAM} share {answer.id}"
        )


class InGoodHands(Refused):
    """The action has an owner, and nobody said that it should change hands."""

    def __init__(self, action: Action) -> None:
        super().__init__(
            f"{action.owner} has {action.reference} already; if it changes hands: "
            f"{PROGRAM} take {action.reference} --owner NAME"
        )


class ServesNobody(Refused):
    """An action without an answer has nobody to be told."""

    def __init__(self, action: Action) -> None:
        super().__init__(
            f"{action.reference} answers no customer yet; say whom it is for with: "
            f"{PROGRAM} act ANSWER --add-to {action.reference}"
        )


class EndedAlready(Refused):
    """The action has ended for everybody who asked."""

    def __init__(self, action: Action, *, tally: Tally, today: date) -> None:
        finish = action.finish
        ended = "over" if finish is None else finish.how.value
        since = f" since {say_day(finish.day, today=today)}" if finish else ""
        super().__init__(
            f"{action.reference} is {ended}{since}; {tally.told} of {tally.askers} told. "
            f"See who waits to hear with: {PROGRAM} tell"
        )


class BeingWorkedOn(Refused):
    """An answer is to be declined while somebody works on it."""

    def __init__(self, answer_id: int, action_id: int, owner: str | None) -> None:
        who = f"with {owner}" if owner else "looking for someone"
        super().__init__(
            f"Answer {answer_id} is part of A{action_id} ({who}); if that cannot be done, say so "
            f"with: {PROGRAM} decline A{action_id}"
        )


class SettledAlready(Refused):
    """An answer is to be declined of which something has become already."""

    def __init__(self, standing: Standing, today: date) -> None:
        number = standing.answer.id
        following = standing.next_command or f'act {number} --do "…"'
        super().__init__(
            f"Answer {number} has been seen to: {progress(standing, today=today)} "
            f"Next: {PROGRAM} {following}"
        )


class SaysNothing(UsageProblem):
    """Words that a customer would hear have no word in them."""

    def __init__(self, flag: str, words: str) -> None:
        super().__init__(
            f"{flag}: {shortened(words, width=TITLE)!r} says nothing to a customer; put it into a"
            f" few plain words that they can hear."
        )


class WordsNeeded(UsageProblem):
    """It is not known what the customers will hear."""

    def __init__(self, action: Action) -> None:
        super().__init__(
            f"What do the customers of {action.reference} hear? Give the words with: "
            f'{PROGRAM} done {action.reference} --say "…"'
        )


class NotDeclined(Refused):
    """What was not declined is not looked at again."""

    def __init__(self, action: Action) -> None:
        states = {State.OPEN: "is open", State.DOING: "is being worked on"}
        state = states.get(action.state, f"is {action.state.value}")
        super().__init__(
            f"{action.reference} {state}, and only what was declined is looked at again; see it"
            f" with: {PROGRAM} act {action.reference}"
        )


def check_says_something(words: str | None, *, flag: str) -> None:
    """Let pass nothing, or words in which there is one.

    Raises:
        SaysNothing: it is only dots, dashes and the like.

    """
    if words is not None and not _LETTER.search(words.replace("_", "")):
        raise SaysNothing(flag, words)


def is_curt(words: str) -> bool:
    """Return whether words that a customer will hear are one or two, and not a sentence."""
    spaced = all(sign < _FIRST_WITHOUT_SPACES for sign in words)
    return spaced and len(words.split()) < A_SENTENCE


def speaks_of_them(words: str) -> bool:
    """Return whether words that a customer will hear speak of "the customer"."""
    return _OF_THEM.search(words) is not None


def declined_end(action: Action) -> Finish:
    """Return how an action ended that is declined, and for which nobody waits anew.

    Raises:
        NotDeclined: it did not end so, or somebody does.

    """
    if action.finish is None or action.state is not State.DECLINED:
        raise NotDeclined(action)
    return action.finish


def words_again(action: Action, *, fresh: Sequence[int]) -> str | None:
    """Return the words of its last end where they hold for the answers `fresh`, too, or None.

    It was done, and nobody waits for it but those who have just asked: whoever was told, and said
    that it is not solved, is owed other words.
    """
    finish = action.finish
    if finish is None or finish.how is not How.DONE or not fresh:
        return None
    return None if set(action.open_answers) - set(fresh) else finish.say


def check_ahead(wanted: date | None, *, flag: str, today: date) -> None:
    """Let pass no day, or today or a later one.

    Raises:
        DayIsPast: it is over.

    """
    if wanted is not None and wanted < today:
        raise DayIsPast(flag, wanted, today)


def check_behind(day: date, *, flag: str, today: date) -> None:
    """Let pass today or an earlier day.

    Raises:
        DayIsAhead: it has not come yet.

    """
    if day > today:
        raise DayIsAhead(flag, day, today)


def check_was_said(answer: Answer, *, by: date, today: date) -> None:
    """Let pass an answer that was heard `by` the day on which an action ended for it.

    Raises:
        EndedBeforeItWasSaid: it was heard later.

    """
    if answer.day > by:
        raise EndedBeforeItWasSaid(answer, today)


def check_follows(standing: Standing, action: Action, *, day: date, today: date) -> None:
    """Let pass an end of an action on a `day` that follows what an answer's customer said of it.

    Raises:
        EndedBeforeItWasSaid: they had not said it yet.
        EndedBeforeItsReopening: they had not said yet that it is not solved.
        EndedBeforeItsLastEnd: the action has ended on a later day.

    """
    check_was_said(standing.answer, by=day, today=today)
    for doing in standing.doings:
        reopened_on = doing.reopened_on if doing.action_id == action.id else None
        if reopened_on and reopened_on > day:
            raise EndedBeforeItsReopening(standing.answer, reopened_on, today)
    if action.finish and action.finish.day > day:
        raise EndedBeforeItsLastEnd(action, action.finish, today)


def check_wish(answer: Answer) -> None:
    """Let pass an answer about which something can be done.

    Raises:
        OwesNobodyAnAction: it is praise, or no wish.

    """
    if not answer.is_suggestion:
        raise OwesNobodyAnAction(answer)


def check_may_be_declined(standing: Standing, *, today: date) -> None:
    """Let pass an answer with which nobody has begun.

    Raises:
        OwesNobodyAnAction: it is praise, or no wish.
        BeingWorkedOn: it belongs to an action; that can be declined.
        SettledAlready: it is done, declined or told.

    """
    check_wish(standing.answer)
    for doing in standing.doings:
        if doing.open:
            raise BeingWorkedOn(standing.answer.id, doing.action_id, doing.owner)
    if standing.doings:
        raise SettledAlready(standing, today)


def check_may_end(action: Action, *, tally: Tally, today: date) -> None:
    """Let pass an action for which somebody waits.

    Raises:
        ServesNobody: it is for nobody.
        EndedAlready: it has ended for everybody who asked.

    """
    if not action.answers:
        raise ServesNobody(action)
    if not action.is_open:
        raise EndedAlready(action, tally=tally, today=today)


def check_may_be_taken(
    action: Action, owner: Member, *, named: bool, tally: Tally, today: date
) -> None:
    """Let pass an open action that is free, the owner's own, or meant to change hands (`named`).

    Raises:
        EndedAlready: it has ended for everybody who asked.
        InGoodHands: somebody else has it.

    """
    if action.finish is not None and not action.is_open:
        raise EndedAlready(action, tally=tally, today=today)
    if action.owner_id not in (None, owner.id) and not named:
        raise InGoodHands(action)


def title_of(reason: str) -> str:
    """Return the title of an action that was declined at once, from the reason."""
    return shortened(reason, width=TITLE)
