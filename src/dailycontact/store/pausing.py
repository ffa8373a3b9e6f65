"""Leaving a customer alone for a while, written in one place."""

from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.rhythm import Happening
from dailycontact.store import rhythms
from dailycontact.store.entries import waits_until

if TYPE_CHECKING:
    from dailycontact.core.customer import Customer
    from dailycontact.store.changing import Change


def pause(change: "Change", customer: "Customer", *, day: date, until: date | None) -> None:
    """Leave a customer alone from `day` on, until `until` dawns or (None) they are resumed.

    Time stands still for them; a pause that holds gives way to this one.
    """
    if customer.is_paused(day):
        rhythms.happened(change, customer.id, Happening.RESUME, day=day)
    waits = 0 if until is None else waits_until(change, day, until)
    change.set("customer", customer.id, paused_on=day, paused_until=until)
    rhythms.happened(change, customer.id, Happening.PAUSE, day=day, waits=waits)
