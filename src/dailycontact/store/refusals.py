"""A customer's refusal, written in one place: it beats everything, and ends what waits for them.

Whoever does not want to be phoned is owed no call about news, and no promise to ring back can be
kept; both are ended in the same change, so that what is owed stays exact.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.call import Promise
from dailycontact.core.telling import Owed
from dailycontact.store import calls, rhythms, waivers

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """What a refusal ended: the news that need not be told, the promises that were dropped."""

    waived: tuple[Owed, ...]
    dropped: tuple[Promise, ...]


def refuse(change: "Change", customer_id: int, *, day: date, why: str | None = None) -> Refusal:
    """Record that a customer does not want to be contacted, from `day` on; return what that ends.

    Whoever refused before keeps the first day; the reason is the newest that was given.
    """
    before = change.row("SELECT do_not_contact_on FROM customer WHERE id = :id", id=customer_id)
    said = None if before is None else before["do_not_contact_on"]
    columns: dict[str, object] = {"do_not_contact_on": said or day}
    if why or not said:
        columns["do_not_contact_why"] = why
    change.set("customer", customer_id, **columns)
    waived = waivers.waive_all(change, customer_id, day=day)
    dropped = tuple(calls.open_promises(change, customer_id=customer_id))
    for promise in dropped:
        change.set("promise", promise.id, settled_on=day, settled_how="dropped")
    rhythms.refresh(change, [customer_id])
    return Refusal(waived=waived, dropped=dropped)


def lift(change: "Change", customer_id: int) -> None:
    """Take a refusal back, because the customer said so; what it ended stays ended."""
    change.set("customer", customer_id, do_not_contact_on=None, do_not_contact_why=None)
    rhythms.refresh(change, [customer_id])
