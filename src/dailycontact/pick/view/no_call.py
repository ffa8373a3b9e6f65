"""A day without a call, or after it: why, and what is next."""

from dailycontact.core.call import Outcome
from dailycontact.core.countries import inside
from dailycontact.core.dates import say_ahead, say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.reach import NO_SHARED_HOUR, WEEKEND
from dailycontact.core.sentences import A_NAME, count, listed
from dailycontact.pick.usecases.closed import Closed
from dailycontact.pick.usecases.today import State, Today
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.door import shorten
from dailycontact.terminal.styles import LABEL

NOBODY_IN = frozenset({Outcome.NO_ANSWER, Outcome.VOICEMAIL})
TRIED = {
    Outcome.NOT_NOW: "to be rung later",
    Outcome.NEVER: "who would rather not be phoned",
    Outcome.NO_ANSWER: "with no answer",
    Outcome.VOICEMAIL: "with a voicemail",
    Outcome.WRONG_NUMBER: "with a wrong number",
}


def no_call(today: Today) -> list[Part | str]:
    """Return why nobody is proposed, what is next, and how to phone all the same."""
    match today.state:
        case State.MADE:
            return [paragraph(_made(today))]
        case State.DAY_OFF:
            return [paragraph(_day_off(today)), _anyway()]
        case State.EMPTY:
            return [
                paragraph("There is nobody in the book yet."),
                _hint("Bring in your customers", f"{PROGRAM} import FILE"),
            ]
        case State.TOO_LATE:
            return [paragraph(_too_late(today))]
        case _ if today.next_on is None:
            return [
                paragraph("Nobody can be phoned: everybody is left alone, or has no number."),
                _hint("Who is in the book", f"{PROGRAM} customers list"),
            ]
        case _:
            said = f"Nobody is due today. Next: {_when(today)}."
            return [paragraph(said)] if today.asked else [paragraph(said), _anyway()]


def _hint(words: str, command: str) -> Part:
    return spread((words, LABEL), command)


def _anyway() -> Part:
    return _hint("To phone somebody anyway", f"{PROGRAM} today --anyway")


def _made(today: Today) -> str:
    if Outcome.REACHED in today.attempts:
        said = "Today's call is made. Thank you."
    else:
        tries = count(len(today.attempts), "try", "tries")
        said = f"{tries} today{_how(today.attempts)}. That happens; it is enough for today."
    return f"{said} Next: {_when(today)}."


def _how(attempts: tuple[Outcome, ...]) -> str:
    """Return how the tries ended, when none of them became a conversation."""
    if set(attempts) <= NOBODY_IN:
        return ", and nobody was in"
    some = [
        f"{attempts.count(outcome)} {words}"
        for outcome, words in TRIED.items()
        if outcome in attempts
    ]
    return f": {listed(some, most=len(some))}"


def _day_off(today: Today) -> str:
    why = {"weekend": "It is the weekend", "leave": "You are on leave"}.get(
        today.why_not or "", f"It is {today.why_not}"
    )
    return f"{why}: no call today. Next: {_when(today)}."


def _too_late(today: Today) -> str:
    why = "It is too late to ring anybody today" if today.closed is None else _closed(today.closed)
    return f"{why}. Next: {_when(today)}."


def _closed(closed: Closed) -> str:
    """Return why whoever comes first cannot be phoned today."""
    name = shorten(closed.name, A_NAME)
    if closed.why_not == WEEKEND:
        said = f"It is the weekend where {name} is"
    elif closed.why_not == NO_SHARED_HOUR:
        said = f"There is no fit hour today wherever {name} could be"
    else:
        where = f" {inside(closed.country)}" if closed.country else ""
        said = f"{name} has a day off ({closed.why_not}{where})"
    return f"{said}, and nobody else can be phoned any more" if closed.others else said


def _when(today: Today) -> str:
    if today.next_on is None:
        return "when somebody is due"
    day = say_day(today.next_on, today=today.day)
    return f"{day}, {say_ahead(today.next_on, today=today.day)}"
