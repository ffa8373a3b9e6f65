"""The card of the morning."""

from collections.abc import Iterable
from datetime import date, datetime

from dailycontact.core.call import Outcome, Promise
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.dates import say_ahead, say_day, say_since
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import (
    count,
    ending,
    first_name,
    listed,
    news,
    progress,
    sentence,
    shortened,
)
from dailycontact.pick.usecases.skip import Skipped
from dailycontact.pick.usecases.today import State, Today
from dailycontact.terminal.card import Part, header, labelled, paragraph, quoted, spread
from dailycontact.terminal.door import cells
from dailycontact.terminal.styles import LABEL, NAME, WARNING

BLANK = ""
FIRST_HOUR, LAST_HOUR = 8, 21
"""The hours of the customer's own day in which one may ring (as 47 CFR 64.1200(c)(1) has them)."""
NOBODY_IN = frozenset({Outcome.NO_ANSWER, Outcome.VOICEMAIL})
TRIED = {
    Outcome.NOT_NOW: "to be rung later",
    Outcome.NEVER: "who would rather not be phoned",
    Outcome.NO_ANSWER: "with no answer",
    Outcome.VOICEMAIL: "with a voicemail",
    Outcome.WRONG_NUMBER: "with a wrong number",
}
MOST_PHONES = 2
MOST_SINCE = 2
MOST_PROMISES = 1
MOST_BELOW = 2
ONE_ANSWER = 130
ONE_OF_MANY = 56
A_FEW_WORDS = 36
"""What keeps the card to 23 lines of 80 columns: how many of each, and how many characters."""


def card(today: Today) -> list[Part | str]:
    """Return the card of a morning, top to bottom."""
    parts: list[Part | str] = [_top(today), BLANK]
    parts += _call(today) if today.customer is not None else _no_call(today)
    parts += waiting(today)
    return parts


def _top(today: Today) -> Part:
    row = f"{today.streak} days in a row" if today.streak > 1 else ""
    mark = "DEMONSTRATION · " if today.settings.demo and row else ""
    right = mark + row or ("DEMONSTRATION" if today.settings.demo else "")
    return header(say_day(today.day, today=today.day), right)


def _call(today: Today) -> list[Part | str]:
    customer = today.customer
    if customer is None:
        return []
    other = customer.company if customer.company != customer.name else ""
    parts: list[Part | str] = [spread((customer.name, NAME), other)]
    parts += _phones(customer, today)
    parts += [BLANK, labelled("WHY", today.why or "")]
    parts += _last(today)
    parts += [BLANK, *_say(today)]
    return parts


def _phones(customer: Customer, today: Today) -> Iterable[Part]:
    beside = _local_time(customer, today)
    usable = [phone for phone in customer.phones if phone.usable]
    widest = max((cells(_number(phone)) for phone in usable), default=0)
    for phone in usable[:MOST_PHONES]:
        number = _number(phone)
        label = f"{' ' * (widest - cells(number))}  {phone.label}" if phone.label else ""
        yield spread(f"{number}{label}", (beside, LABEL), indent=2)
        beside = (
            f"and {count(len(usable) - MOST_PHONES, 'more number')}"
            if len(usable) > MOST_PHONES
            else ""
        )


def _number(phone: Phone) -> str:
    extension = phone.extension
    return (
        f"{phone.shown} ext. {extension}" if extension and "ext" not in phone.shown else phone.shown
    )


def _local_time(customer: Customer, today: Today) -> str:
    local = there(customer, today)
    if local is None:
        return ""
    said = f"it is {local:%H:%M} there"
    return said if FIRST_HOUR <= local.hour < LAST_HOUR else f"{said}: not an hour to ring"


def there(customer: Customer, today: Today) -> datetime | None:
    """Return the local time where the customer is, where that is known."""
    if customer.zone is None:
        return None
    from zoneinfo import ZoneInfo

    return today.now.astimezone(ZoneInfo(customer.zone))


def _last(today: Today) -> list[Part | str]:
    if today.last is None:
        return []
    said = [s.answer for s in today.last.standings if s.answer.verbatim]
    room = ONE_ANSWER if len(said) == 1 else ONE_OF_MANY
    lines = [say_day(today.last.call.day, today=today.day)]
    if said:
        lines[0] += f" · {count(len(said), 'answer')}" if len(said) > 1 else ""
        lines.append(quoted(shortened(said[0].verbatim, width=room)))
    lines += [_beside(today, today.last.call.notes)]
    parts: list[Part | str] = [BLANK, labelled("LAST TIME", *filter(None, lines))]
    became = _became(today)
    return [*parts, labelled("SINCE", *became)] if became else parts


def _beside(today: Today, notes: str | None) -> str:
    """Return what was promised and noted, in one paragraph."""
    said = [_promised(promise, today.day) for promise in today.promises[:MOST_PROMISES]]
    if notes:
        said.append(f"Note: {shortened(notes, width=ONE_OF_MANY)}")
    return shortened(" ".join(said), width=ONE_ANSWER)


def _became(today: Today) -> list[str]:
    """Return what became of the last answers; who is owed news hears the rest in OPEN."""
    if today.owed_here:
        owed = today.owed_here[0]
        for standing in today.last.standings if today.last else ():
            for doing in standing.doings:
                if doing.finish_id == owed.finish_id:
                    return [f"{ending(doing, today=today.day)} {owed.told} of {owed.askers} told."]
    standings = today.last.standings if today.last else ()
    return [
        shortened(progress(standing, today=today.day), width=ONE_ANSWER)
        for standing in standings
        if standing.answer.is_suggestion
    ][:MOST_SINCE]


def _promised(promise: Promise, today: date) -> str:
    if promise.is_call_back:
        return f"You promised to call back on {say_day(promise.due_on, today=today)}."
    by = say_day(promise.due_on, today=today)
    return f"You promised, by {by}: {sentence(shortened(promise.text, width=A_FEW_WORDS))}"


def _say(today: Today) -> Iterable[Part]:
    leader, company = today.leader.name, today.settings.company
    if today.owed_here:
        words = news(
            today.owed_here[0],
            leader=leader,
            company=company,
            today=today.day,
            room=A_FEW_WORDS,
        )
        yield labelled("OPEN", quoted(words))
    elif still_open := _still_open(today):
        yield labelled("OPEN", still_open)
    yield labelled("ASK", quoted(today.settings.question))
    yield labelled(
        "CLOSE", quoted("May I pass that on with your name? I'll ring when I know more.")
    )


def _still_open(today: Today) -> str:
    if today.last is None:
        return ""
    for standing in today.last.standings:
        if standing.answer.is_suggestion and not standing.settled:
            return f"Say where it stands: {progress(standing, today=today.day)}"
    return ""


def _no_call(today: Today) -> list[Part | str]:
    match today.state:
        case State.MADE:
            return [paragraph(_made(today))]
        case State.DAY_OFF:
            return [
                paragraph(_day_off(today)),
                *_hint("To phone somebody anyway", f"{PROGRAM} today --anyway"),
            ]
        case State.EMPTY:
            return [
                paragraph("There is nobody in the book yet."),
                *_hint("Bring in your customers", f"{PROGRAM} import FILE"),
            ]
        case _:
            return [
                paragraph(_nobody(today)),
                *_hint("To phone somebody anyway", f"{PROGRAM} today --anyway"),
            ]


def _hint(words: str, command: str) -> list[Part]:
    return [spread((words, LABEL), command)]


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


def _nobody(today: Today) -> str:
    if today.next_on is None:
        return (
            "Nobody is due today, and everybody in the book has been left alone or has no number."
        )
    return f"Nobody is due today. Next: {_when(today)}."


def _when(today: Today) -> str:
    if today.next_on is None:
        return "when somebody is due"
    day = say_day(today.next_on, today=today.day)
    return f"{day}, {say_ahead(today.next_on, today=today.day)}"


def waiting(today: Today) -> list[Part | str]:
    """Return what waits beside today's call: promises that are due, and who is owed news."""
    parts: list[Part | str] = [
        _promised_elsewhere(promise, today) for promise in today.promises_due[:MOST_PROMISES]
    ]
    if today.owed_elsewhere:
        parts.append(spread(_owed_line(today), (f"{PROGRAM} tell", LABEL)))
    if today.without_phone and len(parts) < MOST_BELOW:
        nobody = count(today.without_phone, "customer has", "customers have")
        command = f"{PROGRAM} customers list --no-phone"
        parts.append(spread(f"{nobody} no number", (command, LABEL)))
    return [BLANK, *parts] if parts else []


def _promised_elsewhere(promise: Promise, today: Today) -> Part:
    """Return the line of a promise, and how to keep it where the card has a line left for that."""
    said = (_promise_line(promise, today.day), WARNING)
    if promise.is_call_back or today.owed_elsewhere:
        return spread(said)
    return spread(said, (f"{PROGRAM} log --kept --customer {promise.customer_id}", LABEL))


def _promise_line(promise: Promise, today: date) -> str:
    due = promise.due_on
    when = "today" if due == today else f"{due.day} {due:%B}"
    what = "a call back" if promise.is_call_back else shortened(promise.text, width=A_FEW_WORDS)
    return f"Promised to {first_name(promise.customer)}, due {when}: {what}"


def _owed_line(today: Today) -> str:
    people = [shortened(owed.customer, width=24) for owed in today.owed_elsewhere]
    people = list(dict.fromkeys(people))
    first = min(owed.finished_on for owed in today.owed_elsewhere)
    waits = say_since(first, today=today.day)
    if len(people) == 1:
        return f"{people[0]} waits to hear ({waits})"
    also = "more " if today.owed_here else ""
    return f"{len(people)} {also}wait to hear: {listed(people, most=2)} ({waits})"


def passed_over(skipped: Skipped, *, today: date) -> str:
    """Return the sentence after a skip."""
    if skipped.until is None:
        return f"{skipped.customer.name} is left for later."
    return f"{skipped.customer.name} is left until {say_day(skipped.until, today=today)}."
