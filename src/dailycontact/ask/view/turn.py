"""What a call means for the customer's next turn, in a sentence or two."""

from datetime import date

from dailycontact.ask.usecases.log import Logged
from dailycontact.core.call import MISSED, Outcome
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.rhythm import RESTS_EVERY, is_parked
from dailycontact.core.sentences import count, listed, say_about


def after(logged: Logged, *, today: date) -> str:
    """Return in a sentence or two what this call means for the customer's next turn."""
    name, outcome = logged.customer.first_name, logged.conversation.outcome
    if logged.customer.refused and outcome is not Outcome.NEVER:
        return f"Noted. {name} has asked not to be contacted, and is not proposed again."
    match outcome:
        case Outcome.REACHED:
            return _spoken(logged, today)
        case Outcome.NOT_NOW:
            return f"Noted. {_later(logged, today)}"
        case Outcome.NEVER:
            return f"Noted. {logged.customer.name} is not proposed again."
        case Outcome.WRONG_NUMBER:
            return _wrong(logged, today)
        case _:
            how = "No answer" if outcome is Outcome.NO_ANSWER else "Voicemail"
            return f"{how}, noted{_again(logged, today)}"


def to_check(logged: Logged) -> tuple[tuple[str, str], ...]:
    """Return what can be done about a number that may be wrong, each with its command; or none."""
    if not _in_vain(logged) or not is_parked(logged.misses):
        return ()
    edit = f"{PROGRAM} customers edit {logged.customer.id}"
    return (
        ("Another number", f"{edit} --phone NUMBER"),
        ("It is right", f"{edit} --number-checked"),
    )


def _in_vain(logged: Logged) -> bool:
    usable = any(phone.usable for phone in logged.customer.phones)
    return logged.conversation.outcome in MISSED and usable


def _spoken(logged: Logged, today: date) -> str:
    name, about = logged.customer.first_name, _about(logged.turn_on, today)
    if logged.conversation.call_back is not None:
        said = _back(logged, today)
    elif logged.only_told:
        said = f"{name} has been told. The next turn is as before: {about}."
    else:
        said = f"{name}'s next turn: {about}."
    return said + _day_done(logged, today)


def _later(logged: Logged, today: date) -> str:
    if logged.conversation.call_back is not None:
        return _back(logged, today)
    name = logged.customer.first_name
    return f"{name} is left alone until {_when(logged.turn_on, today)}."


def _back(logged: Logged, today: date) -> str:
    name, back = logged.customer.first_name, _when(logged.conversation.call_back, today)
    return f"You ring {name} back on {back}.{_card(logged, today)}"


def _card(logged: Logged, today: date) -> str:
    """Return on which day's card a call back stands that was promised for a day without work."""
    if logged.card_on in (None, logged.conversation.call_back):
        return ""
    name, on = logged.customer.first_name, _when(logged.card_on, today)
    return f" That is no working day: {name} is on the card of {on}."


def still_waits(logged: Logged) -> tuple[str, str]:
    """Return that whoever was reached was not told what they wait to hear, and how to note it."""
    numbers = listed([str(number) for number in logged.waits])
    said = f"{logged.customer.first_name} still waits to hear about {numbers}:"
    return said, f"{PROGRAM} tell {logged.waits[0]}"


def _again(logged: Logged, today: date) -> str:
    """Return the end of a sentence about a call in vain: when they are tried again."""
    name, misses = logged.customer.first_name, logged.misses
    rests = f"{name} rests {_until(logged.turn_on, today)}"
    if is_parked(misses):
        return (
            f": {misses} times in a row by now, so the number may be wrong: somebody should look. "
            f"{rests}."
        )
    if misses and misses % RESTS_EVERY == 0:
        return f": {misses} times in a row by now. {rests}, and is tried again then."
    return f". {name} may come up again {_from(logged.turn_on, today)}.{_card(logged, today)}"


def _day_done(logged: Logged, today: date) -> str:
    if logged.rang_in or logged.conversation.day != today:
        return ""
    return " That was today's call. Thank you."


def _wrong(logged: Logged, today: date) -> str:
    number = f"{logged.wrong.shown} is marked as wrong." if logged.wrong else "Noted."
    left = [phone for phone in logged.customer.phones if phone.usable]
    if not left:
        return (
            f"{number} No number is left for {logged.customer.name}, who is not proposed until "
            f"there is one: {PROGRAM} customers edit {logged.customer.id} --phone NUMBER"
        )
    return f"{number} There is {count(len(left), 'number')} left{_again(logged, today)}"


def _about(day: date | None, today: date) -> str:
    return "not before long" if day is None else say_about(day, today=today)


def _when(day: date | None, today: date) -> str:
    return "later" if day is None else say_day(day, today=today)


def _from(day: date | None, today: date) -> str:
    return "later" if day is None else f"from {say_day(day, today=today)} on"


def _until(day: date | None, today: date) -> str:
    return "for a long time" if day is None else f"until {say_day(day, today=today)}"
