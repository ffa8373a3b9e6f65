"""Passing over the pick of the day: they are left alone for a week, and the next one comes up."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.customer import Customer
from dailycontact.core.program import PROGRAM
from dailycontact.errors import NotFound
from dailycontact.store import calendar, customers, picks

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NothingToSkip(NotFound):
    """There is no pick that waits for its outcome."""

    def __init__(self) -> None:
        super().__init__(f"Nobody is proposed just now; see your day with: {PROGRAM} today")


@dataclass(frozen=True, kw_only=True)
class Skipped:
    """Who was passed over, and until when."""

    customer: Customer
    until: date | None


def skip(
    change: "Change", *, leader_id: int, day: date, reason: str | None, tomorrow: bool
) -> Skipped:
    """Pass over the leader's pick of the day; they come up again in a week, or tomorrow.

    Their clock is untouched, so that the pressure grows.

    Raises:
        NothingToSkip: nobody is proposed just now.

    """
    from dailycontact.core.rhythm import SKIP, Happening
    from dailycontact.store import rhythms

    pick = picks.live_pick(change, leader_id=leader_id, day=day)
    customer = None if pick is None else customers.customer(change, pick.customer_id)
    if pick is None or customer is None:
        raise NothingToSkip
    change.add(
        "skip",
        pick_id=pick.id,
        customer_id=customer.id,
        leader_id=leader_id,
        day=day,
        recorded_at=change.at,
        reason=reason,
    )
    waits = 1 if tomorrow else SKIP
    rhythms.happened(change, customer.id, Happening.SKIP, day=day, waits=waits)
    change.summary = f"passed over {customer.full_name}"
    until = calendar.day_numbered(change, calendar.number_of(change, day) + waits)
    return Skipped(customer=customer, until=until)
