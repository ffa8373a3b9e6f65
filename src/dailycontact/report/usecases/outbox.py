"""The outbox as a leader sees it: what waits, what went, and what is given up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.message import Message
from dailycontact.core.program import PROGRAM
from dailycontact.errors import NotFound, Refused
from dailycontact.report.usecases import delivering
from dailycontact.store import messages
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

LAST = 10
"""How many of those that went are shown beside what waits."""


class NoSuchMessage(NotFound):
    """No message has that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"There is no message {number}; see them with: {PROGRAM} outbox")


class NotWaiting(Refused):
    """A message went, or was given up, already."""

    def __init__(self, one: Message) -> None:
        super().__init__(
            f"Message {one.id} does not wait any more; see it with: {PROGRAM} outbox {one.id}"
        )


class NotToThem(NotFound):
    """A message does not wait to be sent to whom was named."""

    def __init__(self, one: Message, recipient: str) -> None:
        waiting = ", ".join(each.recipient for each in one.waiting)
        super().__init__(
            f"Message {one.id} does not wait to be sent to {recipient!r}; it waits for: {waiting}."
        )


@dataclass(frozen=True, kw_only=True)
class Outbox:
    """What waits, the oldest first; and the last that went, the newest first."""

    waiting: tuple[Message, ...]
    gone: tuple[Message, ...]


@dataclass(frozen=True, kw_only=True)
class Dropped:
    """Who is not tried any more, and how many answers are shared because the others have it."""

    message: Message
    recipients: tuple[str, ...]
    shared: int


def outbox(look: Look) -> Outbox:
    """Return what waits and what went last."""
    return Outbox(
        waiting=messages.open_messages(look), gone=messages.last_messages(look, most=LAST)
    )


def one(look: Look, number: int) -> Message:
    """Return a message.

    Raises:
        NoSuchMessage: there is none of that number.

    """
    found = messages.message(look, number)
    if found is None:
        raise NoSuchMessage(number)
    return found


def to_retry(look: Look, number: int | None) -> tuple[Message, ...]:
    """Return what is to be tried again: everything that waits, or the one message.

    Raises:
        NoSuchMessage, NotWaiting: there is none of that number, or it does not wait.

    """
    if number is None:
        return messages.open_messages(look)
    found = one(look, number)
    if not found.is_open:
        raise NotWaiting(found)
    return (found,)


def drop(change: "Change", number: int, *, to: Sequence[str], day: date) -> Dropped:
    """Give up a message, or its delivery to some recipients.

    Raises:
        NoSuchMessage, NotWaiting: there is none of that number, or it does not wait.
        NotToThem: it does not wait to be sent to one of `to`.

    """
    (found,) = to_retry(change, number)
    wanted = {each.casefold() for each in to}
    for each in to:
        if each.casefold() not in {one.recipient.casefold() for one in found.waiting}:
            raise NotToThem(found, each)
    going = [one for one in found.waiting if not to or one.recipient.casefold() in wanted]
    names = tuple(each.recipient for each in going)
    change.summary = f"gave up sending message {number} to {len(going)}"
    shared = delivering.give_up(change, found, day=day, only=[each.id for each in going])
    now = one(change, number)
    return Dropped(message=now, recipients=names, shared=shared)
