"""What goes with whoever is proposed: how to reach them, what was said, and why it is them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile
from math import ceil
from typing import TYPE_CHECKING

from dailycontact.core.attempts import NOON, Half, Try, half_of
from dailycontact.core.call import Call, Promise
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.following import Told
from dailycontact.core.reach import OPEN, Access, Window
from dailycontact.core.sentences import A_NAME, shortened
from dailycontact.core.standing import Standing
from dailycontact.core.telling import Owed
from dailycontact.core.turn import Candidate, Pick, Reason
from dailycontact.loop import FINISHED
from dailycontact.pick.rule import reason as rule
from dailycontact.store import (
    answers,
    attempts,
    calendar,
    calls,
    candidates,
    following,
    mornings,
    reach,
    turns,
)
from dailycontact.store.progress import last_progress
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.book import Looking


BY_NOW = timedelta(days=7)
"""So long after they were told, what was done can have helped."""


@dataclass(frozen=True, kw_only=True)
class LastTime:
    """The last conversation in which something was said, and what became of it.

    `open` is the wish that is still to be seen to: of that conversation, or of an earlier one;
    `told_on` the day on which they last heard where it stands, without its being done.
    """

    call: Call
    standings: tuple[Standing, ...]
    open: Standing | None = None
    told_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Again:
    """A theme about which something was done, and how often it was raised since then."""

    theme: str
    times: int


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """Somebody who comes before the pick, and can be reached later today only, from `at` (UTC)."""

    customer_id: int
    name: str
    reason: Reason
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Reaching:
    """When and at which number somebody is reached, and what the tries so far say.

    `zones` is where they are, or could be; none: where the book is. `phone` is the number to try,
    `usual` says when they usually pick up. `due` says whether the question may be asked today, and
    `turn_on` about when it may be where it may not. `skips` and `tries` are those in a row, the
    tries newest first; `misses_here` of them, in a row, were in vain in this half of the
    customer's day, the other of which begins at `other_half` (None: not any more today).
    """

    window: Window = OPEN
    zones: tuple[str, ...] = ()
    phone: Phone | None = None
    usual: str | None = None
    tries: tuple[Try, ...] = ()
    misses_here: int = 0
    other_half: datetime | None = None
    skips: int = 0
    due: bool = True
    turn_on: date | None = None
    ahead: tuple[Ahead, ...] = ()

    @property
    def zone(self) -> str | None:
        """The one zone in which they are, where that is known."""
        return self.zones[0] if len(self.zones) == 1 else None


def reaching(
    look: "Looking", pick: Pick | None, customer: Customer | None, *, now: datetime
) -> Reaching | None:
    """Return how the customer of a pick can be reached at this hour; None without a pick."""
    if pick is None or customer is None:
        return None
    turn = candidates.candidate(look, customer.id)
    zones = reach.zones_of(look, turn.reach if turn else reach.AT_THE_BOOK)
    zone = zones[0] if len(zones) == 1 else None
    due = turn is None or turn.eligible_from <= calendar.number_of(look, pick.day)
    tries = attempts.last_tries(look, customer.id, zone)
    there = local(look, now, zone)
    return Reaching(
        window=turns.window_of(look, pick, now=now),
        zones=zones,
        phone=attempts.phone_to_try(look, customer),
        usual=attempts.usual_hours(look, customer.id, zone),
        tries=tries,
        misses_here=misses_in(half_of(there.time()), tries),
        other_half=datetime.combine(there, NOON, tzinfo=there.tzinfo)
        if there.time() < NOON
        else None,
        skips=mornings.skips_in_a_row(look, customer.id),
        due=due,
        turn_on=None if due or turn is None else calendar.day_numbered(look, next_turn(turn)),
        ahead=_ahead(look, pick, now=now),
    )


def local(look: "Looking", now: datetime, zone: str | None) -> datetime:
    """Return an instant in a zone; None: where the book is."""
    from zoneinfo import ZoneInfo

    return now.astimezone(ZoneInfo(zone or book_settings(look).zone))


def misses_in(half: Half, tries: Sequence[Try]) -> int:
    """Return how many of the tries, newest first, were in vain and in this half of the day."""
    return len(list(takewhile(lambda one: one.missed and one.half is half, tries)))


def next_turn(candidate: Candidate) -> int:
    """Return the number of the working day from which the question may be asked again, or so."""
    return max(candidate.eligible_from, ceil(candidate.clock + candidate.beat))


def _ahead(look: "Looking", pick: Pick, *, now: datetime) -> tuple[Ahead, ...]:
    ahead = [
        (ranked, window)
        for ranked, window in turns.before(look, pick, now=now)
        if window.access is Access.LATER
    ]
    names = mornings.names_of(look, [ranked.candidate.customer_id for ranked, _ in ahead])
    return tuple(
        Ahead(customer_id=whom, name=names[whom], reason=ranked.reason, at=window.at)
        for ranked, window in ahead
        if (whom := ranked.candidate.customer_id) in names and window.at is not None
    )


def last_time(look: "Looking", customer: Customer | None, *, today: date) -> LastTime | None:
    """Return the last conversation with a customer, and what became of what they said."""
    call = calls.last_conversation(look, customer.id) if customer else None
    if call is None:
        return None
    standings = tuple(answers.standings(look, today=today, call_id=call.id))
    wish = _open(standings) or _open(
        answers.standings(look, today=today, customer_id=call.customer_id)
    )
    told = last_progress(look, [wish.answer.id]) if wish else {}
    return LastTime(
        call=call,
        standings=standings,
        open=wish,
        told_on=told.get(wish.answer.id) if wish else None,
    )


def to_ask(look: "Looking", customer: Customer | None, *, today: date) -> tuple[Told, ...]:
    """Return what was done for a customer, and may have helped them by now: asked when due."""
    found = following.to_ask(look, customer.id) if customer else ()
    return tuple(one for one in found if one.told_on <= today - BY_NOW)


def again(look: "Looking", last: LastTime | None, followed: Sequence[Told]) -> tuple[Again, ...]:
    """Return which themes of the last conversation, and of what was done, were raised again."""
    said = {standing.answer.id for standing in last.standings} if last else set()
    names = mornings.themes_of(look, said | {told.answer_id for told in followed})
    if not names:
        return ()
    from dailycontact.store.themes import since_the_fix

    raised = since_the_fix(look, list(names))
    return tuple(
        Again(theme=name, times=raised[theme]) for theme, name in names.items() if raised.get(theme)
    )


def _open(standings: Sequence[Standing]) -> Standing | None:
    """Return the first wish that is still to be seen to."""
    wishes = (one for one in standings if one.answer.is_suggestion)
    return next((one for one in wishes if one.stage not in FINISHED), None)


def why(
    look: "Looking",
    pick: Pick | None,
    customer: Customer | None,
    reached: Reaching | None,
    promised: tuple[Promise, ...],
    *,
    owed: tuple[Owed, ...],
    leader: str,
    today: date,
) -> str | None:
    """Return in a sentence or two why this customer is proposed; None where nobody is."""
    if pick is None or customer is None or reached is None:
        return None
    call_backs = [promise for promise in promised if promise.is_call_back]
    first = min(call_backs, key=lambda promise: promise.due_on, default=None)
    return rule.why(
        rule.Grounds(
            reason=pick.reason,
            name=shortened(customer.first_name, width=A_NAME),
            beat=customer.beat,
            joined_on=customer.joined_on,
            today=today,
            leader=leader,
            last_on=customer.last_on,
            promised_on=first.due_on if first else None,
            promised_by=first.said_by(leader) if first else "You",
            promised_late=first is None or _is_late(look, first.due_on, pick),
            owed=owed,
            due=reached.due,
            turn_on=reached.turn_on,
            tries=reached.tries,
            number=_other_number(customer, reached),
            skips=reached.skips,
        )
    )


def _is_late(look: "Looking", due_on: date, pick: Pick) -> bool:
    """Return whether the leader has had a working day since, or on, the day of a promise."""
    before = due_on - timedelta(days=1)
    return calendar.next_call_day(look, pick.leader_id, before) < pick.day


def _other_number(customer: Customer, reached: Reaching) -> str:
    """Return what the number to try is called, where it is another than the last time."""
    usable = [phone for phone in customer.phones if phone.usable]
    phone, missed = reached.phone, [one for one in reached.tries if one.missed]
    if phone is None or not missed or not usable[1:]:
        return ""
    dialled = missed[0].phone_id or usable[0].id
    if phone.id == dialled:
        return ""
    return f"the {phone.label}" if phone.label else phone.shown
