"""Promises: those that a call keeps or moves, those that are made in it, and those kept without."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.ask.rule import Conversation
from dailycontact.core.call import Outcome, Promise, PromiseKind
from dailycontact.core.customer import Customer
from dailycontact.core.program import PROGRAM
from dailycontact.errors import NotFound
from dailycontact.store import calendar, calls

if TYPE_CHECKING:
    from dailycontact.store.changing import Change
    from dailycontact.store.looking import Look


class NothingPromised(NotFound):
    """Nothing that was promised to the customer is still to be done."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"Nothing that you promised to {customer.name} is open; a call back is kept by the "
            f"call: {PROGRAM} log --customer {customer.id}"
        )


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What was done as promised, without a call."""

    customer: Customer
    day: date
    settled: tuple[Promise, ...]


def keep(change: "Change", customer: Customer, *, day: date) -> Kept:
    """Settle what was promised to the customer, other than to ring back; it is no call.

    Raises:
        NothingPromised: nothing is open.

    """
    things = _things(change, customer)
    if not things:
        raise NothingPromised(customer)
    for thing in things:
        change.set("promise", thing.id, settled_on=day, settled_how="kept")
    change.summary = f"kept what was promised to {customer.full_name}"
    return Kept(customer=customer, day=day, settled=things)


def card_of(look: "Look", back: date, *, leader_id: int) -> date:
    """Return the day on whose card a call back stands: its own, or the next that has a card."""
    day = calendar.workday(look, back)
    return back if day.works else calendar.next_call_day(look, leader_id, back)


def settle(change: "Change", conversation: Conversation, customer: Customer) -> tuple[Promise, ...]:
    """Settle the calls back that this call makes good or moves, and what was kept."""
    backs = calls.open_call_backs(change, customer.id, by=conversation.day)
    if conversation.informed and not conversation.heard:
        # Who is only told something is still to be rung on the day that was promised.
        backs = [back for back in backs if back.due_on <= conversation.day]
    if conversation.outcome in (Outcome.REACHED, Outcome.NOT_NOW):
        how = "kept"
    elif conversation.call_back:
        how = "moved"
    else:
        backs, how = [], ""
    things = _things(change, customer) if conversation.kept else ()
    for promise, settled_how in [(b, how) for b in backs] + [(t, "kept") for t in things]:
        change.set("promise", promise.id, settled_on=conversation.day, settled_how=settled_how)
    return (*backs, *things)


def promise(
    change: "Change", conversation: Conversation, customer: Customer, *, call_id: int
) -> tuple[int | None, int | None]:
    """Write what was promised; return the ids of the promise and of the call back."""
    thing, back = conversation.promise, conversation.call_back
    wanted = (
        (PromiseKind.THING, thing.text if thing else "", thing and thing.due_on),
        (PromiseKind.CALL_BACK, "call back", back),
    )
    thing_id, back_id = (
        change.add(
            "promise",
            customer_id=customer.id,
            call_id=call_id,
            leader_id=change.leader_id,
            kind=kind,
            text=text,
            due_on=due_on,
            recorded_at=change.at,
        )
        if due_on
        else None
        for kind, text, due_on in wanted
    )
    return thing_id, back_id


def _things(change: "Change", customer: Customer) -> tuple[Promise, ...]:
    """Return what was promised and is open, other than to ring back."""
    promises = calls.open_promises(change, customer_id=customer.id)
    return tuple(promise for promise in promises if not promise.is_call_back)
