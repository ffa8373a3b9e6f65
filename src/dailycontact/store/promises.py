"""Promises, put off: settled as moved, and made again for another day."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.call import Promise
from dailycontact.store import rhythms

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


def put_off(change: "Change", due: Iterable[Promise], *, to: date, today: date) -> None:
    """Settle each promise as moved, and make it again for the day `to`, as in a call."""
    moved = set()
    for promise in due:
        call_id = change.value("SELECT call_id AS value FROM promise WHERE id = :id", id=promise.id)
        change.set("promise", promise.id, settled_on=today, settled_how="moved")
        change.add(
            "promise",
            customer_id=promise.customer_id,
            call_id=call_id,
            leader_id=promise.leader_id,
            kind=promise.kind,
            text=promise.text,
            due_on=to,
            recorded_at=change.at,
        )
        moved.add(promise.customer_id)
    rhythms.refresh(change, sorted(moved))
