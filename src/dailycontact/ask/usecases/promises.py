"""What was promised: what is still to be kept, and what became of one promise."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.call import Promise, Settled
from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.errors import Refused, UsageProblem
from dailycontact.store import calls, promises

if TYPE_CHECKING:
    from dailycontact.store.changing import Change
    from dailycontact.store.looking import Look


class NoMorePromises(Refused):
    """A promise was settled before; of one that was moved, `again` is what it became."""

    def __init__(self, promise: Promise, again: Promise | None, *, today: date) -> None:
        on = say_day(promise.settled_on, today=today) if promise.settled_on else ""
        if again is not None:
            due = say_day(again.due_on, today=today)
            super().__init__(
                f"{promise.reference} was moved on {on}, and is {again.reference} now, due {due};"
                f" see it with: {PROGRAM} promise {again.reference}"
            )
            return
        how = {Settled.BROKEN.value: "not kept"}.get(promise.settled_how or "", promise.settled_how)
        super().__init__(
            f"{promise.reference} is settled: {how}, on {on}. What is still to be kept:"
            f" {PROGRAM} promise"
        )


class TheCallKeepsIt(Refused):
    """To ring back is kept by ringing back, which is logged."""

    def __init__(self, promise: Promise) -> None:
        super().__init__(
            f"{promise.reference} is a call back, and the call itself keeps it, once it is logged:"
            f" {PROGRAM} log --customer {promise.customer_id}"
        )


class DayNotAhead(UsageProblem):
    """Something is promised for a day that is over."""

    def __init__(self, flag: str, wanted: date, *, today: date) -> None:
        said = say_day(wanted, today=today)
        super().__init__(f"{flag}: {said} is over; name today or a later day, like friday or 2w.")


class SameDay(UsageProblem):
    """A promise is to be moved to the day for which it was given."""

    def __init__(self, promise: Promise, *, today: date) -> None:
        due = say_day(promise.due_on, today=today)
        super().__init__(f"--move-to: {promise.reference} is due on {due} as it is; name another.")


class WantsNoContact(Refused):
    """Nothing is promised to whoever does not want to hear from us."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"{customer.full_name} does not want to be contacted, so there is nothing to promise;"
            f" to lift that: {PROGRAM} customers do-not-contact {customer.id} --lift"
        )


@dataclass(frozen=True, kw_only=True)
class Settling:
    """A promise as it was settled just now, and the one that takes its place, if it was moved."""

    promise: Promise
    again: Promise | None = None


def still_open(look: "Look", *, customer_id: int | None = None) -> tuple[Promise, ...]:
    """Return what was promised and waits, overdue first: of one customer, or of all."""
    return tuple(calls.open_promises(look, customer_id=customer_id))


def one(look: "Look", promise_id: int) -> Settling:
    """Return one promise, and what it became if it was moved.

    Raises:
        NoSuchPromise: no promise has that number.

    """
    found = promises.find_promise(look, promise_id)
    return Settling(promise=found, again=promises.next_of(look, promise_id))


def settle(
    change: "Change",
    promise_id: int,
    how: Settled,
    *,
    day: date,
    why: str | None = None,
    to: date | None = None,
) -> Settling:
    """Settle a promise on `day`: kept, not kept (and `why`), or moved to the day `to`.

    Raises:
        NoSuchPromise: no promise has that number.
        NoMorePromises: it was settled before.
        TheCallKeepsIt: a call back is kept by the call.
        DayNotAhead, SameDay: it cannot be moved there.

    """
    found = one(change, promise_id)
    promise = found.promise
    if promise.settled_on is not None:
        raise NoMorePromises(promise, found.again, today=day)
    if how is Settled.KEPT and promise.is_call_back:
        raise TheCallKeepsIt(promise)
    if to is not None:
        _check_move(promise, to, today=day)
    again = promises.settle(change, promise, how, day=day, why=why, to=to)
    change.summary = _summary(promise, how, to)
    return Settling(promise=promises.find_promise(change, promise.id), again=again)


def give(change: "Change", customer: Customer, *, text: str, due_on: date, day: date) -> Promise:
    """Write down what was promised outside a call.

    Raises:
        DayNotAhead: it would be due on a day that is over.
        WantsNoContact: the customer does not want to hear from us.

    """
    if due_on < day:
        raise DayNotAhead("--due", due_on, today=day)
    if customer.refused:
        raise WantsNoContact(customer)
    given = promises.give(change, customer.id, text=text, due_on=due_on)
    change.summary = f"gave the promise {given.reference} to {given.customer}"
    return given


def _check_move(promise: Promise, to: date, *, today: date) -> None:
    if to < today:
        raise DayNotAhead("--move-to", to, today=today)
    if to == promise.due_on:
        raise SameDay(promise, today=today)


def _summary(promise: Promise, how: Settled, to: date | None) -> str:
    named = f"the promise {promise.reference} to {promise.customer}"
    if to is not None:
        return f"moved {named} to {to.isoformat()}"
    return f"did not keep {named}" if how is Settled.BROKEN else f"kept {named}"
