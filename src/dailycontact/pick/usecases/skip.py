"""Passing over the pick of the day: they are left alone for a week, and the next one comes up.

Whoever is passed over again and again may be better served by a pause, or by a longer rhythm.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import say_cadence
from dailycontact.errors import NotFound
from dailycontact.pick.rule import avoided
from dailycontact.pick.rule.reason import longer
from dailycontact.store import calendar, customers, picks

if TYPE_CHECKING:
    from dailycontact.core.turn import Pick
    from dailycontact.store.changing import Change
    from dailycontact.store.looking import Look


class NothingToSkip(NotFound):
    """There is no pick that waits for its outcome."""

    def __init__(self) -> None:
        super().__init__(f"Nobody is proposed just now; see your day with: {PROGRAM} today")


@dataclass(frozen=True, kw_only=True)
class Instead:
    """What suits better than to be passed over again: a pause until a day, or a longer rhythm.

    `cadence` is in working days; one of both is said.
    """

    until: date | None = None
    cadence: int | None = None


@dataclass(frozen=True, kw_only=True)
class Skipped:
    """Who was passed over, until when, and how often in a row by now; what was done instead."""

    customer: Customer
    until: date | None
    skips: int
    instead: Instead | None = None

    @property
    def asks(self) -> bool:
        """Whether the leader should be asked what would suit better."""
        return self.instead is None and avoided.asks(self.skips)

    @property
    def longer(self) -> int:
        """A longer rhythm than theirs, in working days."""
        return longer(self.customer.beat)


def about_to(look: "Look", *, leader_id: int, day: date, now: datetime) -> Skipped:
    """Return what a skip would be, without writing anything.

    Raises:
        NothingToSkip: nobody is proposed just now.

    """
    _, customer = _proposed(look, leader_id=leader_id, day=day, now=now)
    return Skipped(customer=customer, until=None, skips=customer.skips + 1)


def skip(
    change: "Change",
    *,
    leader_id: int,
    day: date,
    reason: str | None,
    tomorrow: bool,
    instead: Instead | None = None,
) -> Skipped:
    """Pass over the leader's pick of the day; they come up again in a week, or tomorrow.

    Their clock is untouched, so that the pressure grows; unless a pause or a longer rhythm is to be
    there `instead`.

    Raises:
        NothingToSkip: nobody is proposed just now.
        PauseOver: the pause would end before it begins.

    """
    from dailycontact.core.rhythm import SKIP, Happening
    from dailycontact.store import rhythms

    pick, customer = _proposed(change, leader_id=leader_id, day=day, now=change.at)
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
    then = "" if instead is None else _do(change, customer, instead, day=day)
    change.summary = f"passed over {customer.full_name}{then}"
    after = customers.customer(change, customer.id) or customer
    until = calendar.day_numbered(change, calendar.number_of(change, day) + waits)
    return Skipped(customer=after, until=until, skips=after.skips, instead=instead)


def _do(change: "Change", customer: Customer, instead: Instead, *, day: date) -> str:
    """Pause the customer, or give them the longer rhythm; return it in words."""
    from dailycontact.store import entries, pausing, rhythms

    if instead.until is not None:
        avoided.check_ahead(instead.until, day=day)
        pausing.pause(change, customer, day=day, until=instead.until)
        return f", and paused until {say_day(instead.until, today=day)}"
    entries.edit_customer(change, customer, cadence=instead.cadence)
    rhythms.refresh(change, [customer.id])
    rhythms.spread_usual_cadence(change)
    return f", and from now on {say_cadence(instead.cadence or customer.beat)}"


def _proposed(look: "Look", *, leader_id: int, day: date, now: datetime) -> tuple["Pick", Customer]:
    pick = picks.live_pick(look, leader_id=leader_id, day=day, now=now)
    customer = None if pick is None else customers.customer(look, pick.customer_id)
    if pick is None or customer is None:
        raise NothingToSkip
    return pick, customer
