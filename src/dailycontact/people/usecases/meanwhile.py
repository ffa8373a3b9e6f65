"""What falls due while a leader is away."""

from datetime import date

from dailycontact.core.call import Promise
from dailycontact.core.telling import Owed
from dailycontact.loop import Stage
from dailycontact.people.rule import Span
from dailycontact.store import calendar, calls, team
from dailycontact.store.looking import Look
from dailycontact.store.owed import owed
from dailycontact.store.settings import book_settings


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


def _falls_inside(look: Look, due_on: date, span: Span, *, today: date) -> bool:
    """Return whether something falls due inside; what is late already does, before the next day."""
    soon = span.first_on <= calendar.next_workday(look, today)
    return due_on <= span.last_on and (soon or due_on >= span.first_on)
