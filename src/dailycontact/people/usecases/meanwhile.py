"""What falls due while a leader is away, and what was promised put off until they are back."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.call import Promise
from dailycontact.core.telling import Owed
from dailycontact.loop import Stage
from dailycontact.people.rule import Span
from dailycontact.store import calendar, calls, rhythms, team
from dailycontact.store.looking import Look
from dailycontact.store.owed import owed
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


def promises(look: Look, span: Span, *, leader_id: int, today: date) -> tuple[Promise, ...]:
    """Return the leader's promises and call backs that fall due inside, the earliest first."""
    return tuple(
        promise
        for promise in calls.open_promises(look, leader_id=leader_id)
        if _falls_inside(look, promise.due_on, span, today=today)
    )


def tellings(look: Look, span: Span, *, leader_id: int, today: date) -> tuple[Owed, ...]:
    """Return the news that should be told by a day inside, the longest waiting first.

    Of several leaders each tells their own customers; whose customer is nobody's hears it from
    another meanwhile.
    """
    limits = book_settings(look).stage_limits
    only = leader_id if len(team.leaders(look)) > 1 else None
    return tuple(
        one
        for one in owed(look, today=today, leader_id=only)
        if _falls_inside(
            look,
            calendar.patience_ends(look, one.finished_on, limits[Stage(one.how.value)]),
            span,
            today=today,
        )
    )


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


def _falls_inside(look: Look, due_on: date, span: Span, *, today: date) -> bool:
    """Return whether something falls due inside; what is late already does, before the next day."""
    soon = span.first_on <= calendar.next_workday(look, today)
    return due_on <= span.last_on and (soon or due_on >= span.first_on)
