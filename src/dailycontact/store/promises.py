"""Promises, settled: kept, broken, or moved, which makes them again for another day."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.call import Promise, Settled
from dailycontact.core.program import PROGRAM
from dailycontact.errors import NotFound
from dailycontact.store import calls, rhythms
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NoSuchPromise(NotFound):
    """No promise has that number."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"There is no promise P{number}; see those that are open with: {PROGRAM} promise"
        )


def find_promise(look: Look, promise_id: int) -> Promise:
    """Return one promise, open or settled.

    Raises:
        NoSuchPromise: no promise has that number.

    """
    found = calls.promise(look, promise_id)
    if found is None:
        raise NoSuchPromise(promise_id)
    return found


def next_of(look: Look, promise_id: int) -> Promise | None:
    """Return the promise that was made in place of one that was moved; None where none was.

    It is the one of the same words, to the same customer, that was made as this one was settled.
    """
    found = look.value(
        "SELECT MIN(later.id) AS value FROM promise JOIN promise later ON later.id > promise.id"
        " AND later.customer_id = promise.customer_id AND later.kind = promise.kind"
        " AND later.text = promise.text"
        " JOIN event_row moved ON moved.table_name = 'promise' AND moved.before IS NOT NULL"
        "  AND promise.id BETWEEN moved.first_id AND moved.last_id"
        " JOIN event_row made ON made.event_id = moved.event_id AND made.table_name = 'promise'"
        "  AND made.before IS NULL AND later.id BETWEEN made.first_id AND made.last_id"
        " WHERE promise.id = :id AND promise.settled_how = 'moved'",
        id=promise_id,
    )
    return None if found is None else calls.promise(look, found)


def settle(
    change: "Change",
    promise: Promise,
    how: Settled,
    *,
    day: date,
    why: str | None = None,
    to: date | None = None,
) -> Promise | None:
    """Settle a promise on `day`; return the one that takes its place on the day `to`, if moved.

    What was broken is told from what was merely dropped, and `why` is what the leader says of it.
    """
    broken = how is Settled.BROKEN
    change.set(
        "promise",
        promise.id,
        settled_on=day,
        settled_how=Settled.DROPPED if broken else how,
        broken=int(broken),
        why=why,
    )
    again = _again(change, promise, to) if how is Settled.MOVED and to else None
    rhythms.refresh(change, [promise.customer_id])
    return again


def give(
    change: "Change", customer_id: int, *, text: str, due_on: date, call_id: int | None = None
) -> Promise:
    """Write down a promise of this leader to a customer; return it."""
    promise_id = change.add(
        "promise",
        customer_id=customer_id,
        call_id=call_id,
        leader_id=change.leader_id,
        kind="thing",
        text=text,
        due_on=due_on,
        recorded_at=change.at,
    )
    return find_promise(change, promise_id)


def put_off(change: "Change", due: Iterable[Promise], *, to: date, today: date) -> None:
    """Settle each promise as moved, and make it again for the day `to`, as in a call."""
    for promise in due:
        settle(change, promise, Settled.MOVED, day=today, to=to)


def _again(change: "Change", promise: Promise, to: date) -> Promise:
    call_id = change.value("SELECT call_id AS value FROM promise WHERE id = :id", id=promise.id)
    promise_id = change.add(
        "promise",
        customer_id=promise.customer_id,
        call_id=call_id,
        leader_id=promise.leader_id,
        kind=promise.kind,
        text=promise.text,
        due_on=to,
        recorded_at=change.at,
    )
    return find_promise(change, promise_id)
