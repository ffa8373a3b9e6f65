"""What the morning needs: the stored pick of the day, or a new one, and all that goes with it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from dailycontact.core.book import BookSettings
from dailycontact.core.call import Outcome, Promise
from dailycontact.core.customer import Customer
from dailycontact.core.following import Told
from dailycontact.core.team import Member
from dailycontact.core.telling import Owed
from dailycontact.core.turn import Pick, is_over
from dailycontact.pick.rule.streak import streak
from dailycontact.pick.usecases.beside import Beside, beside
from dailycontact.pick.usecases.closed import Closed, closed
from dailycontact.pick.usecases.proposed import (
    Again,
    LastTime,
    Reaching,
    again,
    last_time,
    reaching,
    to_ask,
    why,
)
from dailycontact.store import (
    calendar,
    calls,
    candidates,
    customers,
    idling,
    mornings,
    owed,
    picks,
    team,
    turns,
)
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.book import Looking
    from dailycontact.store.mornings import Note


class State(StrEnum):
    """How the leader's day stands."""

    CALL = "call"
    """Somebody is proposed, and waits to be phoned."""
    MADE = "made"
    """Today's conversation was held, or the attempts are used up."""
    TOO_LATE = "too late"
    """Somebody is due, and nobody of them can be phoned any more today."""
    NOBODY = "nobody"
    """Nobody is due today."""
    DAY_OFF = "day off"
    EMPTY = "empty"
    """There is nobody in the book yet."""


@dataclass(frozen=True, kw_only=True)
class Today:
    """A leader's morning.

    `why` is a sentence or two; `streak` counts working days with a try. `owed_here` and `promises`
    are those of the customer who is proposed, `broken` what was not kept and nobody spoke to them
    about yet; `beside` is what waits next to the call. `to_ask` is
    what was done for them, and nobody asked yet whether it has helped; `again` are themes of theirs
    that were raised again since something was done about them.
    """

    day: date
    now: datetime
    leader: Member
    settings: BookSettings
    state: State
    why: str | None = None
    pick: Pick | None = None
    customer: Customer | None = None
    reaching: Reaching | None = None
    last: LastTime | None = None
    promises: tuple[Promise, ...] = ()
    broken: tuple[Promise, ...] = ()
    note: "Note | None" = None
    owed_here: tuple[Owed, ...] = ()
    to_ask: tuple[Told, ...] = ()
    again: tuple[Again, ...] = ()
    beside: Beside = field(default_factory=Beside)
    attempts: tuple[Outcome, ...] = ()
    streak: int = 0
    next_on: date | None = None
    why_not: str | None = None
    """Why the day does not count: "weekend", the name of a holiday, "leave"."""
    closed: Closed | None = None
    """The day off of their own for which whoever is due cannot be phoned today."""
    asked: bool = False
    """Somebody was asked for all the same: another, or on a day off, or before their turn."""
    nobody_else: bool = False
    """Another was asked for, and there is nobody beside whoever is proposed already."""


@dataclass(frozen=True, kw_only=True)
class _Day:
    """How a leader's day stands before anybody is proposed."""

    attempts: tuple[Outcome, ...]
    why_not: str | None
    ended: bool
    """The day has had its conversation, or all its tries."""


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
    `anyway` lifts the minimum gap and a day off, never a refusal, a pause or the customer's hours.
    """
    settings = book_settings(look)
    stands = _day(look, leader_id=leader_id, day=day, attempts=settings.attempts, anyway=anyway)
    pick, nobody_else = _pick(
        look, stands, leader_id=leader_id, day=day, now=now, another=another, anyway=anyway
    )
    state = _state(look, stands, pick, leader_id=leader_id, day=day, asked=another or anyway)
    leader = team.member(look, leader_id)
    customer = None if pick is None else customers.customer(look, pick.customer_id)
    here = tuple(owed.owed(look, today=day, customer_id=customer.id)) if customer else ()
    promised = tuple(calls.open_promises(look, customer_id=customer.id)) if customer else ()
    reached = reaching(look, pick, customer, now=now)
    last = last_time(look, customer, today=day)
    followed = to_ask(look, customer, today=day)
    return Today(
        day=day,
        now=now,
        leader=leader,
        settings=settings,
        state=state,
        why=why(look, pick, customer, reached, promised, owed=here, leader=leader.name, today=day),
        pick=pick,
        customer=customer,
        reaching=reached,
        last=last,
        promises=promised,
        broken=tuple(calls.broken_promises(look, customer.id)) if customer else (),
        note=_note(look, customer, last),
        owed_here=here,
        to_ask=followed,
        again=again(look, last, followed),
        beside=beside(look, customer, leader_id=leader_id, day=day),
        attempts=stands.attempts,
        streak=_streak(look, leader_id, day),
        next_on=_next_on(look, state, leader_id=leader_id, day=day),
        why_not=stands.why_not,
        closed=closed(look, leader_id=leader_id, day=day, now=now)
        if state is State.TOO_LATE
        else None,
        asked=another or anyway,
        nobody_else=nobody_else,
    )


def _note(look: "Looking", customer: Customer | None, last: LastTime | None) -> "Note | None":
    """Return what was noted in the last conversation, or since when they asked to put it off."""
    if customer is None:
        return None
    return mornings.last_note(look, customer.id, since=last.call.day if last else None)


def _day(look: "Looking", *, leader_id: int, day: date, attempts: int, anyway: bool) -> _Day:
    made = calls.attempts_of_day(look, leader_id=leader_id, day=day)
    away = calendar.is_away(look, leader_id, day) and not anyway
    return _Day(
        attempts=made,
        why_not="leave" if away else calendar.workday(look, day).why_not,
        ended=is_over(made, attempts=attempts),
    )


def _pick(
    look: "Looking", stands: _Day, *, leader_id: int, day: date, now: datetime, another: bool,
    anyway: bool,
) -> tuple[Pick | None, bool]:  # fmt: skip
    """Return the stored pick, or propose somebody where the day, or the leader, asks for it.

    Beside it stands whether another was wanted, and nobody found.
    """
    if stands.why_not == "leave":
        return None, False
    if stands.ended and not (another or anyway):
        return None, False
    held = picks.stored(look, leader_id=leader_id, day=day, now=now)
    works = stands.why_not is None
    asleep = works and held is not None and not picks.is_hour(look, held, now=now)
    if asleep and not another and _anybody_awake(look, leader_id=leader_id, day=day, now=now):
        # Whoever sleeps comes back when awake.
        another = True
    if not (another or (held is None and (anyway or works))):
        return held, False
    found = picks.propose(
        look, leader_id=leader_id, day=day, now=now, another=another, anyway=anyway
    )
    return found or held, found is None and held is not None


def _anybody_awake(look: "Looking", *, leader_id: int, day: date, now: datetime) -> bool:
    """Return whether the rule has somebody whom one may ring at this hour."""
    asked = candidates.asking(look, leader_id=leader_id, day=day)
    choice = turns.choice_of(look, asked, now=now)
    return choice is not None and choice.window.lawful


def _state(
    look: "Looking", stands: _Day, pick: Pick | None, *, leader_id: int, day: date, asked: bool
) -> State:
    """Return how the day stands; one on which nobody is due is noted, for it breaks no habit."""
    if pick is not None:
        return State.CALL
    if stands.ended and not asked:
        return State.MADE
    if not customers.any_customer(look):
        return State.EMPTY
    if stands.why_not is not None and not asked:
        return State.DAY_OFF
    wanted = candidates.asking(look, leader_id=leader_id, day=day)
    if picks.live_picks(look, leader_id=leader_id, day=day) or turns.ranking(look, wanted):
        return State.TOO_LATE
    due = any(candidates.counts(look, wanted, most=1).values())
    if stands.why_not is None and not stands.attempts and not due:
        idling.note_idle(look, leader_id=leader_id, day=day)
    return State.NOBODY


def _streak(look: "Looking", leader_id: int, day: date) -> int:
    """Return the days in a row; what is not known of the days since the last one is looked up."""
    tried = calls.numbers_of_call_days(look, leader_id=leader_id, until=day)
    if not tried:
        return 0
    number = calendar.number_of(look, day)
    since = calendar.day_numbered(look, tried[-1]) or day
    excused = idling.excused_numbers(look, leader_id=leader_id, since=since, until=day)
    if tried[0] < number - 1 and number - 1 not in excused:
        idling.note_idle_before(look, leader_id=leader_id, day=day)
        excused = idling.excused_numbers(look, leader_id=leader_id, since=since, until=day)
    return streak(tried, today=number, forgiven=excused)


def _next_on(look: "Looking", state: State, *, leader_id: int, day: date) -> date | None:
    if state in (State.MADE, State.DAY_OFF, State.TOO_LATE):
        return calendar.next_call_day(look, leader_id, day)
    if state is State.NOBODY:
        turn = candidates.next_turn(look, candidates.asking(look, leader_id=leader_id, day=day))
        return None if turn is None else calendar.day_numbered(look, turn)
    return None
