"""Sending what waits in the outbox: claimed, sent, noted; and shared once everybody has it.

Each delivery is claimed in a change of its own before it leaves the house. Whatever stops the
program after that, the outbox says that it may have arrived; so nothing is lost in silence, and
what is tried again has the same Message-ID.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from dailycontact.core.message import IN_FLIGHT, Body, Delivery, Message, Way
from dailycontact.core.sentences import count
from dailycontact.report.sending.trouble import NobodyCan, NotTaken
from dailycontact.store import messages, reached, sharings
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

SHARED = ("team", "company", "customers")
"""The editions of which the answers in them are shared with somebody."""
MAILED, CHATTED = "e-mail", "chat"
"""Where answers were shown, as it is noted."""


class Carrier(Protocol):
    """Who carries a message to one recipient."""

    def post(self, one: Message, to: Delivery, said: Body) -> None:
        """Carry it there, or raise NotTaken."""


@dataclass(frozen=True, kw_only=True)
class Missed:
    """Somebody who did not get a message, and why."""

    message: Message
    recipient: str
    why: str


@dataclass(kw_only=True)
class Outcome:
    """What became of messages that were to be sent.

    `anew` are those that were given up because what they say is no longer so; `shared` is how many
    answers were marked.
    """

    sent: list[Delivery] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)
    anew: list[Message] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    shared: int = 0

    def add(self, later: "Outcome") -> None:
        """Count in what became of others."""
        self.sent += later.sent
        self.missed += later.missed
        self.anew += later.anew
        self.closed += later.closed
        self.shared += later.shared

    @property
    def is_whole(self) -> bool:
        """Whether everybody has what they should have."""
        return not self.missed and not self.anew


@dataclass(frozen=True, kw_only=True)
class Post:
    """What delivering takes: changes of the book, who carries, what time it is, and the day."""

    changes: Callable[[], AbstractContextManager["Change"]]
    carrier: Carrier
    tick: Callable[[], datetime]
    day: date


def deliver(post: Post, numbers: Sequence[int]) -> Outcome:
    """Send these messages to everybody who does not have them yet."""
    outcome = Outcome()
    broken: dict[Way, str] = {}
    for number in numbers:
        for delivery in _begin(post, number, outcome):
            if delivery.way in broken:
                _missed(post, delivery, broken[delivery.way], outcome)
            elif claimed := _claim(post, delivery, outcome):
                _carry(post, claimed, delivery, outcome, broken)
    return outcome


def _begin(post: Post, number: int, outcome: Outcome) -> tuple[Delivery, ...]:
    """Return to whom a message is still to be sent; finish it where there is nobody."""
    with post.changes() as change:
        one = messages.message(change, number)
        if one is None or not one.is_open:
            return ()
        if not one.waiting:
            outcome.shared += finish(change, one, day=post.day)
            outcome.closed.append(number)
            return ()
        return () if _has_to_wait(change, one) else one.waiting


def _has_to_wait(look: Look, one: Message) -> bool:
    """Return whether it is a note of thanks of an edition that nobody has yet: that goes first."""
    if one.member_id is None:
        return False
    days = (one.since, one.until)
    editions = messages.editions(look, one.edition)
    return any(
        each.is_open and not each.sent for each in editions if (each.since, each.until) == days
    )


def _claim(
    post: Post, delivery: Delivery, outcome: Outcome
) -> tuple[Message, Body, Delivery] | None:
    """Take a delivery for ourselves, as it is now; None where it is not ours to send."""
    now = post.tick()
    with post.changes() as change:
        one = messages.message(change, delivery.message_id)
        if one is None or not one.is_open:
            return None
        current = next(each for each in one.deliveries if each.id == delivery.id)
        said = messages.body(change, one.id)
        if said is None or reached.changed_since(change, one):
            outcome.anew.append(one)
            give_up(change, one, day=post.day)
            return None
        if not current.waits:
            return None
        if current.is_being_sent(now):
            outcome.missed.append(Missed(message=one, recipient=current.recipient, why=IN_FLIGHT))
            return None
        if not messages.claim(change, current, at=now):
            return None
    return one, said, current


def _carry(
    post: Post,
    claimed: tuple[Message, Body, Delivery],
    delivery: Delivery,
    outcome: Outcome,
    broken: dict[Way, str],
) -> None:
    one, said, current = claimed
    try:
        post.carrier.post(one, current, said)
    except NobodyCan as problem:
        broken[delivery.way] = str(problem)
        _note_failed(post, current, str(problem), outcome, one)
    except NotTaken as problem:
        _note_failed(post, current, str(problem), outcome, one)
    except BaseException:
        # Ctrl-C, or a mistake of ours: nobody knows how far it came, and nobody is sending it.
        with post.changes() as change:
            messages.note_failed(change, current, STOPPED)
        raise
    else:
        _note_sent(post, current, outcome)


STOPPED = "it was stopped while it was being sent, and may have arrived"


def _note_sent(post: Post, delivery: Delivery, outcome: Outcome) -> None:
    with post.changes() as change:
        messages.note_sent(change, delivery.id, at=post.tick())
        one = messages.message(change, delivery.message_id)
        if one is not None and one.is_open and not one.waiting:
            outcome.shared += finish(change, one, day=post.day)
            outcome.closed.append(one.id)
    outcome.sent.append(delivery)


def _note_failed(post: Post, delivery: Delivery, why: str, outcome: Outcome, one: Message) -> None:
    with post.changes() as change:
        messages.note_failed(change, delivery, why)
    outcome.missed.append(Missed(message=one, recipient=delivery.recipient, why=why))


def _missed(post: Post, delivery: Delivery, why: str, outcome: Outcome) -> None:
    """Note of somebody who was not even tried, because nobody can be reached that way now."""
    with post.changes() as change:
        one = messages.message(change, delivery.message_id)
    if one is not None and one.is_open:
        outcome.missed.append(Missed(message=one, recipient=delivery.recipient, why=why))


def give_up(change: "Change", one: Message, *, day: date, only: Sequence[int] = ()) -> int:
    """Try no more to send a message, or `only` some deliveries of it; return what was shared."""
    waiting = [each.id for each in one.waiting if not only or each.id in only]
    messages.give_up(change, waiting)
    now = messages.message(change, one.id)
    if now is None or now.waiting:
        return 0
    return finish(change, now, day=day)


def finish(change: "Change", one: Message, *, day: date) -> int:
    """Close a message for which nothing waits; where it arrived, its answers are shared.

    Returns how many were marked. A note of thanks shares nothing: one alone has read it.
    """
    messages.close(change, one.id)
    what = f"the {one.edition} edition"
    if one.member is not None:
        what = f"a note of thanks to {one.member}"
    elif one.sent:
        what = f"{what} to {count(len(one.sent), 'recipient')}"
    change.summary = f"sent {what}" if one.sent else f"gave up sending {what}"
    if not one.sent or one.member_id is not None or one.edition not in SHARED:
        return 0
    place = MAILED if any(each.way is Way.MAIL for each in one.sent) else CHATTED
    numbers = messages.may_be_shared(change, one.id)
    before = sharings.days_at(change, numbers, edition=one.edition, place=place)
    fresh = [number for number in numbers if day not in before[number]]
    for number in fresh:
        change.add(
            "sharing",
            answer_id=number,
            leader_id=change.leader_id,
            edition=one.edition,
            place=place,
            day=day,
            recorded_at=change.at,
        )
    return len(fresh)
