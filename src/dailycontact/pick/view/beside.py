"""The lines below a card: what waits beside today's call, each in one quiet line."""

from collections.abc import Iterable, Sequence
from datetime import date

from dailycontact.core.call import Promise
from dailycontact.core.dates import say_ago, say_day, say_since
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import counted, first_name, listed, shortened
from dailycontact.core.talk import TalkDue
from dailycontact.pick.usecases.beside import WAITING, Beside
from dailycontact.pick.usecases.proposed import Ahead
from dailycontact.pick.usecases.today import Today
from dailycontact.pick.view.person import clock_of
from dailycontact.terminal.card import GAP, Part, spread
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.styles import LABEL, WARNING

BLANK = ""
A_FEW_WORDS = 36
A_LINE = 78
"""Columns of a line of a card."""

A_NAME = 24
"""Columns of a name."""

A_PAIR = 2


def waiting(today: Today) -> list[Part | str]:
    """Return what waits beside today's call, after an empty line; nothing for nothing."""
    parts = list(extras(today))
    return [BLANK, *parts] if parts else []


def extras(today: Today) -> Iterable[Part]:
    """Yield what waits beside today's call, the most important first."""
    if today.beside.promises:
        yield _promised(today.beside.promises, today.day)
    if today.beside.owed:
        command = f"{PROGRAM} tell"
        yield spread(_owed(today.beside, today.day, command), (command, LABEL))
    yield from _about_the_call(today)
    if today.beside.talk:
        command = f"{PROGRAM} team talk"
        yield spread((_talk(today.beside.talk, today.day, command), LABEL), (command, LABEL))
    if today.beside.without_phone:
        yield spread(
            _without(today.beside.without_phone), (f"{PROGRAM} customers list --no-phone", LABEL)
        )
    if today.beside.ahead and not today.beside.promises:
        command = f"{PROGRAM} promise"
        yield spread((_ahead_of_us(today.beside.ahead, today.day), LABEL), (command, LABEL))


def _about_the_call(today: Today) -> Iterable[Part]:
    """Yield who comes before, whose numbers seem dead, and where somebody could be."""
    if today.reaching and today.reaching.ahead:
        yield spread(_ahead(today.reaching.ahead, today))
    if today.beside.silent:
        yield spread(
            _silent(today.beside.silent), (f"{PROGRAM} customers list --check-number", LABEL)
        )
    if today.reaching and len(today.reaching.zones) > 1 and today.customer:
        command = f"{PROGRAM} customers edit {today.customer.id} --zone ZONE"
        yield spread(_where(today.customer.first_name), (command, LABEL))


def _room(command: str) -> int:
    """Return the columns beside a command that stands at the right."""
    return A_LINE - GAP - cells(command)


def _promised(promises: Sequence[Promise], today: date) -> Part:
    """Return the line of what was promised, and how to tick it off."""
    # What is to be done stands before a call back to the same customer: that can be ticked off.
    first = min(promises, key=lambda one: one.is_call_back)
    style = WARNING if any(promise.due_on <= today for promise in promises) else LABEL
    if len({promise.customer_id for promise in promises}) > 1:
        command = f"{PROGRAM} promise"
        return spread((_promises_line(promises, today, _room(command)), style), (command, LABEL))
    command = f"{PROGRAM} promise {first.reference} --kept"
    if first.is_call_back:
        command = f"{PROGRAM} log --customer {first.customer_id}"
    return spread((_promise_line(first, today), style), (command, LABEL))


def _promise_line(promise: Promise, today: date) -> str:
    what = "a call back" if promise.is_call_back else shortened(promise.text, width=A_FEW_WORDS)
    due = _due(promise, today)
    return shorten(f"Promised to {_whom(promise, A_NAME)}{due}: {what}", A_LINE - 1)


def _promises_line(promises: Sequence[Promise], today: date, room: int) -> str:
    """Return whom something was promised, each with the day.

    As many as there is room for beside the command; where that is for one only, above it.
    """
    named = list(
        dict.fromkeys(f"{_whom(one, A_NAME // 2)} ({_short(one, today)})" for one in promises)
    )
    ways = [(room, most) for most in range(len(named), 1, -1)]
    ways += [(A_LINE - 1, most) for most in range(len(named), 0, -1)]
    lines = ((width, f"Promised: {_first(named, most)}") for width, most in ways)
    return next((line for width, line in lines if cells(line) <= width), "")


def _first(named: Sequence[str], most: int) -> str:
    """Return the first few, and how many more there are."""
    more = len(named) - most
    return ", ".join([*named[:most], f"{more} more"] if more else named)


def _short(promise: Promise, today: date) -> str:
    """Return the day of a promise in few letters: "today", "Wed" where it is ahead, "20 Nov"."""
    due = promise.due_on
    if due == today:
        return "today"
    return f"{due:%a}" if due > today else f"{due.day} {due:%b}"


def _whom(promise: Promise, width: int) -> str:
    return shorten(first_name(promise.customer), width)


def _due(promise: Promise, today: date) -> str:
    """Return the day of a promise: ", due today", ", due Wednesday", " for 20 November"."""
    due = promise.due_on
    if due == today:
        return ", due today"
    return f", due {due:%A}" if due > today else f" for {due.day} {due:%B}"


def _ahead_of_us(promises: Sequence[Promise], today: date) -> str:
    """Return what was promised for later: to whom, and the first day."""
    people = list(dict.fromkeys(_whom(one, A_NAME) for one in promises))
    first = say_day(promises[0].due_on, today=today)
    return f"Promised to {listed(people, most=2)}, {'the first ' if promises[1:] else ''}by {first}"


def _owed(beside: Beside, today: date, command: str) -> str:
    """Return the tellings that could be made beside the call, in as many words as fit."""
    people = list({owed.customer_id: owed.customer for owed in beside.owed}.values())
    number = max(beside.waiting, len(people))
    each = "Two minutes each" if number > 1 else "Two minutes"
    first = min(owed.finished_on for owed in beside.owed)
    said = _wait(people, number, A_NAME)
    longer = (
        f"{each}: {said} ({say_since(first, today=today)})",
        f"{each}: {said}",
        f"{each}: {_wait(people, number, A_NAME // 2)}",
        said,
    )
    return next((one for one in longer if cells(one) <= _room(command)), said)


def _wait(people: list[str], number: int, width: int) -> str:
    """Return who waits to hear: two by name, or one and how many more, as far as one counts."""
    names = [shorten(name, width) for name in people[: A_PAIR if number == A_PAIR else 1]]
    if number > WAITING:
        names.append(f"more than {WAITING} more")
    elif number > len(names):
        names.append(f"{number - len(names)} more")
    return f"{' and '.join(names)} {'wait' if number > 1 else 'waits'} to hear"


def _ahead(ahead: tuple[Ahead, ...], today: Today) -> str:
    """Return who comes before, and when they can be reached: "best after 15:00 your time"."""
    names = [shorten(one.name, A_NAME) for one in ahead]
    comes = "come" if names[1:] else "comes"
    first = min(one.at for one in ahead)
    return f"{listed(names, most=2)} {comes} first, best after {clock_of(first, today)} your time"


def _silent(number: int) -> str:
    said = counted(number, "number seems dead", "numbers seem dead")
    return said[0].upper() + said[1:]


def _where(name: str) -> str:
    return f"Where is {shorten(name, A_NAME)}? The hour is a guess"


def _talk(talk: TalkDue, today: date, command: str) -> str:
    last = "the first" if talk.last_on is None else f"last {say_ago(talk.last_on, today=today)}"
    room = _room(command) - len(f"This week's talk:  ({last})")
    return f"This week's talk: {shorten(talk.member.name, room)} ({last})"


def _without(number: int) -> str:
    said = counted(number, "customer has no number", "customers have no number")
    return said[0].upper() + said[1:]
