"""What the morning needs: the stored pick of the day, or a new one, and all that goes with it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from dailycontact.core.book import BookSettings
from dailycontact.core.call import Call, Outcome, Promise
from dailycontact.core.customer import Customer
from dailycontact.core.standing import Standing
from dailycontact.core.team import Member
from dailycontact.core.telling import Owed
from dailycontact.core.turn import Pick, is_over
from dailycontact.pick import rule
from dailycontact.store import (
    answers,
    calendar,
    calls,
    customers,
    owed,
    picks,
    team,
)
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.book import Looking


class State(StrEnum):
    """How the leader's day stands."""

    CALL = "call"
    """Somebody is proposed, and waits to be phoned."""
    MADE = "made"
    """Today's conversation was held, or the attempts are used up."""
    NOBODY = "nobody"
    """Nobody is due today."""
    DAY_OFF = "day off"
    EMPTY = "empty"
    """There is nobody in the book yet."""


@dataclass(frozen=True, kw_only=True)
class LastTime:
    """The last conversation: what was said, and what became of it."""

    call: Call
    standings: tuple[Standing, ...]


@dataclass(frozen=True, kw_only=True)
class Today:
    """A leader's morning. `why` is one sentence; `streak` counts working days with calls."""

    day: date
    now: datetime
    leader: Member
    settings: BookSettings
    state: State
    why: str | None = None
    pick: Pick | None = None
    customer: Customer | None = None
    last: LastTime | None = None
    promises: tuple[Promise, ...] = ()
    owed_here: tuple[Owed, ...] = ()
    owed_elsewhere: tuple[Owed, ...] = ()
    promises_due: tuple[Promise, ...] = ()
    attempts: tuple[Outcome, ...] = ()
    streak: int = 0
    next_on: date | None = None
    why_not: str | None = None
    """Why the day does not count: "weekend", the name of a holiday, "leave"."""
    without_phone: int = 0


def today(
    look: "Looking",
    *,
    leader_id: int,
    day: date,
    now: datetime,
    another: bool = False,
    anyway: bool = False,
) -> Today:
    """Return the leader's morning, reserving a pick where none is stored yet.

    `another` reserves the next one although a call was made or the attempts are used up;
    `anyway` lifts the minimum gap and a day off, never a refusal or a pause.
    """
    settings = book_settings(look)
    workday = calendar.workday(look, day)
    number = workday.number
    attempts = calls.attempts_of_day(look, leader_id=leader_id, day=day)
    away = calendar.is_away(look, leader_id, day) and not anyway
    pick = None if away else picks.stored(look, leader_id=leader_id, day=day)
    why_not = "leave" if away else workday.why_not
    wanted = why_not is None or anyway
    ended = is_over(attempts, attempts=settings.attempts)
    if pick is None and (another or anyway or (wanted and not ended)):
        pick = picks.propose(look, leader_id=leader_id, day=day, now=now, anyway=anyway)
    state = _state(look, pick=pick, ended=ended and not another, works=wanted or another)
    waiting = owed.owed(look, today=day)
    customer = None if pick is None else customers.customer(look, pick.customer_id)
    here = tuple(each for each in waiting if customer and each.customer_id == customer.id)
    promised = tuple(calls.open_promises(look, customer_id=customer.id)) if customer else ()
    return Today(
        day=day,
        now=now,
        leader=team.member(look, leader_id),
        settings=settings,
        state=state,
        why=_why(pick, customer, promised, owes_news=bool(here), today=day),
        pick=pick,
        customer=customer,
        last=_last_time(look, customer, today=day),
        promises=promised,
        owed_here=here,
        owed_elsewhere=tuple(each for each in waiting if each not in here),
        promises_due=_promises_due(look, leader_id, customer, today=day),
        attempts=attempts,
        streak=rule.streak(
            calls.numbers_of_call_days(look, leader_id=leader_id, until=day), today=number
        ),
        next_on=_next_on(look, state, leader_id=leader_id, day=day, number=number),
        why_not=why_not,
        without_phone=customers.count_without_phone(look),
    )


def _state(look: "Looking", *, pick: Pick | None, ended: bool, works: bool) -> State:
    if pick is not None:
        return State.CALL
    if ended:
        return State.MADE
    if not customers.any_customer(look):
        return State.EMPTY
    return State.NOBODY if works else State.DAY_OFF


def _why(
    pick: Pick | None,
    customer: Customer | None,
    promised: tuple[Promise, ...],
    *,
    owes_news: bool,
    today: date,
) -> str | None:
    if pick is None or customer is None:
        return None
    call_backs = [promise.due_on for promise in promised if promise.is_call_back]
    return rule.why(
        pick.reason,
        name=customer.first_name,
        beat=customer.beat,
        joined_on=customer.joined_on,
        last_on=customer.last_on,
        promised_on=min(call_backs, default=None),
        owes_news=owes_news,
        today=today,
    )


def _last_time(look: "Looking", customer: Customer | None, *, today: date) -> LastTime | None:
    call = calls.last_conversation(look, customer.id) if customer else None
    if call is None:
        return None
    return LastTime(
        call=call, standings=tuple(answers.standings(look, today=today, call_id=call.id))
    )


def _promises_due(
    look: "Looking", leader_id: int, customer: Customer | None, *, today: date
) -> tuple[Promise, ...]:
    """Return the leader's promises that are due, other than those on the card anyway."""
    return tuple(
        promise
        for promise in calls.open_promises(look, leader_id=leader_id)
        if promise.due_on <= today and (customer is None or promise.customer_id != customer.id)
    )


def _next_on(
    look: "Looking", state: State, *, leader_id: int, day: date, number: int
) -> date | None:
    if state in (State.MADE, State.DAY_OFF):
        return calendar.next_call_day(look, leader_id, day)
    if state is State.NOBODY:
        turn = picks.next_turn(look, leader_id=leader_id, number=number)
        return None if turn is None else calendar.day_numbered(look, turn)
    return None
