"""A refusal, written in one place: whoever does not want to be phoned is left alone for good."""

from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.call import Promise
from dailycontact.core.telling import Owed
from dailycontact.store import calls, rhythms
from dailycontact.store.waivers import waive_all

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


def refuse(
    change: "Change", customer_id: int, *, day: date, why: str | None = None
) -> tuple[tuple[Promise, ...], tuple[Owed, ...]]:
    """Note that a customer does not want to be phoned; the first day of it stays.

    Returns the promises that are dropped by it, and what need not be told any more.
    """
    refused_on = change.value(
        "SELECT do_not_contact_on AS value FROM customer WHERE id = :id", id=customer_id
    )
    if refused_on is None:
        change.set("customer", customer_id, do_not_contact_on=day, do_not_contact_why=why)
    dropped = tuple(calls.open_promises(change, customer_id=customer_id))
    for promise in dropped:
        change.set("promise", promise.id, settled_on=day, settled_how="dropped")
    waived = waive_all(change, customer_id, day=day)
    rhythms.refresh(change, [customer_id])
    return dropped, waived
