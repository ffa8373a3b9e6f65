"""Promises: those that a call keeps or moves, and those that are made in it."""

from typing import TYPE_CHECKING

from dailycontact.ask.rule import Conversation
from dailycontact.core.call import Outcome, Promise, PromiseKind
from dailycontact.core.customer import Customer
from dailycontact.store import calls

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


def settle(change: "Change", conversation: Conversation, customer: Customer) -> tuple[Promise, ...]:
    """Settle the calls back that this call makes good or moves, and what was kept."""
    backs = calls.open_call_backs(change, customer.id, by=conversation.day)
    if conversation.outcome in (Outcome.REACHED, Outcome.NOT_NOW):
        how = "kept"
    elif conversation.call_back:
        how = "moved"
    else:
        backs, how = [], ""
    things = [
        promise
        for promise in calls.open_promises(change, customer_id=customer.id)
        if conversation.kept and not promise.is_call_back
    ]
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
