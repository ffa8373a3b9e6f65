"""The lines below a card: what waits beside today's call, each in one quiet line."""

from collections.abc import Iterable
from datetime import date

from dailycontact.core.call import Promise
from dailycontact.core.dates import say_ago, say_since
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import counted, first_name, listed, shortened
from dailycontact.core.talk import TalkDue
from dailycontact.pick.usecases.proposed import Ahead
from dailycontact.pick.usecases.today import Today
from dailycontact.pick.view.person import clock_of
from dailycontact.terminal.card import GAP, Part, spread
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.styles import LABEL, WARNING

BLANK = ""
MOST_PROMISES = 1
A_FEW_WORDS = 36
A_LINE = 78
"""Columns of a line of a card."""

A_NAME = 24


def waiting(today: Today) -> list[Part | str]:
    """Return what waits beside today's call, after an empty line; nothing for nothing."""
    parts = list(extras(today))
    return [BLANK, *parts] if parts else []


def extras(today: Today) -> Iterable[Part]:
    """Yield what waits beside today's call, the most important first."""
    for promise in today.beside.promises_due[:MOST_PROMISES]:
        yield _promised(promise, today)
    if today.owed_elsewhere:
        command = f"{PROGRAM} tell"
        yield spread(_owed(today, command), (command, LABEL))
    if today.reaching and today.reaching.ahead:
        yield spread(_ahead(today.reaching.ahead, today))
    if today.beside.silent:
        yield spread(
            _silent(today.beside.silent), (f"{PROGRAM} customers list --check-number", LABEL)
        )
    if today.reaching and len(today.reaching.zones) > 1 and today.customer:
        command = f"{PROGRAM} customers edit {today.customer.id} --zone ZONE"
        yield spread(_where(today.customer.first_name), (command, LABEL))
    if today.beside.talk:
        command = f"{PROGRAM} team talk"
        yield spread((_talk(today.beside.talk, today.day, command), LABEL), (command, LABEL))
    if today.beside.without_phone:
        yield spread(
            _without(today.beside.without_phone), (f"{PROGRAM} customers list --no-phone", LABEL)
        )


def _room(command: str) -> int:
    """Return the columns beside a command that stands at the right."""
    return A_LINE - GAP - cells(command)


def _promised(promise: Promise, today: Today) -> Part:
    """Return the line of a promise, and how to keep it where there is a line left for that."""
    said = (_promise_line(promise, today.day), WARNING)
    if promise.is_call_back or today.owed_elsewhere:
        return spread(said)
    return spread(said, (f"{PROGRAM} log --kept --customer {promise.customer_id}", LABEL))


def _promise_line(promise: Promise, today: date) -> str:
    due = promise.due_on
    when = "today" if due == today else f"{due.day} {due:%B}"
    what = "a call back" if promise.is_call_back else shortened(promise.text, width=A_FEW_WORDS)
    whom = shorten(first_name(promise.customer), A_NAME)
    return shorten(f"Promised to {whom}, due {when}: {what}", A_LINE - 1)


def _owed(today: Today, command: str) -> str:
    """Return the tellings that could be made beside the call, in as many words as fit."""
    people = list(dict.fromkeys(owed.customer for owed in today.owed_elsewhere))
    each = "Two minutes each" if people[1:] else "Two minutes"
    first = min(owed.finished_on for owed in today.owed_elsewhere)
    said = _wait(people, A_NAME)
    longer = (
        f"{each}: {said} ({say_since(first, today=today.day)})",
        f"{each}: {said}",
        f"{each}: {_wait(people, A_NAME // 2)}",
        said,
    )
    return next((one for one in longer if cells(one) <= _room(command)), said)


def _wait(people: list[str], width: int) -> str:
    names = [shorten(name, width) for name in people]
    return f"{listed(names, most=2)} {'wait' if names[1:] else 'waits'} to hear"


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
