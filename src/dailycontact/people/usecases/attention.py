"""Leaves a customer alone for a while, or for good, and comes back to them."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.rhythm import Happening
from dailycontact.errors import Refused, UsageProblem
from dailycontact.people.usecases.roster import turns_on
from dailycontact.store import customers, pausing, refusals, rhythms
from dailycontact.store.refusals import Refusal

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class PauseOver(UsageProblem):
    """The pause would end before it begins."""

    def __init__(self, until: date, *, today: date) -> None:
        super().__init__(
            f"{say_day(until, today=today)} is not ahead; --until names the day from which they"
            " may be phoned again, like 2mo or 7 December."
        )


class NotPaused(Refused):
    """There is no pause to end."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"{customer.name} has asked not to be contacted; if they have said otherwise:"
            f" {PROGRAM} customers do-not-contact {customer.id} --lift"
            if customer.refused
            else f"{customer.name} is not paused; what is known of them:"
            f" {PROGRAM} customers show {customer.id}"
        )


class WantsNoContact(Refused):
    """A refusal beats a pause."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"{customer.name} does not want to be contacted, and is not phoned anyway; if that has"
            f" changed: {PROGRAM} customers do-not-contact {customer.id} --lift"
        )


class NeverRefused(Refused):
    """There is no refusal to lift."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(f"{customer.name} never said no; nothing was changed.")


@dataclass(frozen=True, kw_only=True)
class Attended:
    """A customer as they stand now, and about when their turn comes; None: it does not."""

    customer: Customer
    turn_on: date | None


@dataclass(frozen=True, kw_only=True)
class Refusing:
    """A customer who does not want to be contacted, and what that ended."""

    customer: Customer
    ended: Refusal


def pause(
    change: "Change", customer: Customer, *, day: date, until: date | None, reason: str | None
) -> Attended:
    """Leave a customer alone from `day` on, until `until` dawns or they are resumed.

    Time stands still for them: they come back as far along their rhythm as they are now.

    Raises:
        PauseOver: `until` is not ahead.
        WantsNoContact: they refused.

    """
    if until is not None and until <= day:
        raise PauseOver(until, today=day)
    if customer.refused:
        raise WantsNoContact(customer)
    pausing.pause(change, customer, day=day, until=until)
    ends = f" until {say_day(until, today=day)}" if until else ""
    change.summary = f"paused {customer.full_name}{ends}{f': {reason}' if reason else ''}"
    return _attended(change, customer, day=day)


def resume(change: "Change", customer: Customer, *, day: date) -> Attended:
    """Phone a customer again who was paused.

    Raises:
        NotPaused: they are not.

    """
    if not customer.is_paused(day):
        raise NotPaused(customer)
    change.set("customer", customer.id, paused_on=None, paused_until=None)
    rhythms.happened(change, customer.id, Happening.RESUME, day=day)
    change.summary = f"resumed {customer.full_name}"
    return _attended(change, customer, day=day)


def refuse(change: "Change", customer: Customer, *, day: date, reason: str | None) -> Refusing:
    """Note that a customer does not want to be contacted; what waited for them is ended."""
    ended = refusals.refuse(change, customer.id, day=day, why=reason)
    because = f": {reason}" if reason else ""
    change.summary = f"will not contact {customer.full_name} any more{because}"
    return Refusing(customer=_again(change, customer), ended=ended)


def lift(change: "Change", customer: Customer, *, day: date, reason: str) -> Attended:
    """Take a refusal back, because the customer said so; `reason` is kept in the history.

    Raises:
        NeverRefused: there is none.

    """
    if not customer.refused:
        raise NeverRefused(customer)
    refusals.lift(change, customer.id)
    change.summary = f"may contact {customer.full_name} again: {reason}"
    return _attended(change, customer, day=day)


def _attended(change: "Change", customer: Customer, *, day: date) -> Attended:
    now = _again(change, customer)
    return Attended(customer=now, turn_on=turns_on(change, [now], day=day).get(now.id))


def _again(change: "Change", customer: Customer) -> Customer:
    return customers.customer(change, customer.id) or customer
