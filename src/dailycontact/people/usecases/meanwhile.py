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


def promises(look: Look, span: Span, *, leader_id: int) -> tuple[Promise, ...]:
    """Return the leader's promises and call backs that fall due inside, the earliest first."""
    return tuple(
        promise
        for promise in calls.open_promises(look, leader_id=leader_id)
        if span.first_on <= promise.due_on <= span.last_on
    )


def tellings(look: Look, span: Span, *, leader_id: int, today: date) -> tuple[Owed, ...]:
    """Return the news that should be told by a day inside, the longest waiting first.

    News that is late already should be told before the next day. Of several leaders each tells
    their own customers, and those of nobody.
    """
    limits = book_settings(look).stage_limits
    alone = len(team.leaders(look)) == 1
    return tuple(
        one
        for one in owed(look, today=today)
        if (alone or one.leader_id in (None, leader_id))
        and _falls_inside(
            look,
            calendar.patience_ends(
                look, one.finished_on, limits[Stage(one.how.value)] + one.further
            ),
            span,
            today=today,
        )
    )


def _falls_inside(look: Look, due_on: date, span: Span, *, today: date) -> bool:
    """Return whether something falls due inside; what is late already does, before the next day."""
    soon = span.first_on <= calendar.next_workday(look, today)
    return due_on <= span.last_on and (soon or due_on >= span.first_on)
