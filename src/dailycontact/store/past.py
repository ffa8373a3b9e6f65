"""The book as it was at an instant, so that last year's report says what it said last year.

Most facts carry the instant at which they were recorded. What may be changed afterwards (who has
an action and by when, whether a promise was kept) is read from the journal, which keeps each row
as it was before a change. A corrected name or verbatim, and a consent that was taken back, count
from then on for every report: what somebody does not want passed on is not passed on.
"""

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dailycontact.core.action import Action
from dailycontact.core.call import Promise
from dailycontact.core.standing import Doing, Standing
from dailycontact.store import actions as current
from dailycontact.store import answers
from dailycontact.store.calls import promise_of
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look


def standings(look: Look, *, today: date, until: datetime) -> list[Standing]:
    """Return the answers recorded before `until`, each as it stood then, oldest first."""
    were = rows_before(look, "action", until=until)
    names = _names(look)
    return [
        replace(one, doings=tuple(_doing_then(doing, were, names) for doing in one.doings))
        for one in answers.standings(look, today=today, until=until)
    ]


def actions(look: Look, *, until: datetime) -> list[Action]:
    """Return the actions begun before `until`, each as it was then, oldest first."""
    were = rows_before(look, "action", until=until)
    names = _names(look)
    return [_action_then(action, were, names) for action in current.actions(look, until=until)]


def promises(look: Look, *, until: datetime) -> list[Promise]:
    """Return the promises given before `until`, each as it was then, the earliest due first."""
    were = rows_before(look, "promise", until=until)
    rows = look.rows(
        "SELECT promise.id, promise.customer_id, customer.name AS customer, kind, text, due_on,"
        " settled_on, settled_how FROM promise JOIN customer ON customer.id = promise.customer_id"
        " WHERE promise.recorded_at < :until",
        until=until,
    )
    given = [_promise_then(promise_of(row), were.get(row["id"])) for row in rows]
    return sorted(given, key=lambda promise: (promise.due_on, promise.id))


def rows_before(look: Look, table: str, *, until: datetime) -> dict[int, dict[str, Any]]:
    """Return, by id, the rows of `table` that were changed from `until` on, as they were then."""
    rows = look.rows(
        "SELECT first_id, before FROM event_row JOIN event ON event.id = event_row.event_id"
        " WHERE table_name = :table_name AND before IS NOT NULL AND event.recorded_at >= :until"
        " ORDER BY event_row.id DESC",
        table_name=table,
        until=until,
    )
    # The oldest change comes last, and is the one that remembers the row as it was.
    return {row["first_id"]: json.loads(row["before"]) for row in rows}


def _names(look: Look) -> dict[int, str]:
    return {row["id"]: row["name"] for row in look.rows("SELECT id, name FROM member")}


def _doing_then(doing: Doing, were: dict[int, dict[str, Any]], names: dict[int, str]) -> Doing:
    was = were.get(doing.action_id)
    if was is None:
        return doing
    owner, due_on = names.get(was["owner_id"]), day_or_none(was["due_on"])
    return replace(doing, title=was["title"], owner=owner, due_on=due_on)


def _action_then(action: Action, were: dict[int, dict[str, Any]], names: dict[int, str]) -> Action:
    was = were.get(action.id)
    if was is None:
        return action
    return replace(
        action,
        title=was["title"],
        owner_id=was["owner_id"],
        owner=names.get(was["owner_id"]),
        due_on=day_or_none(was["due_on"]),
    )


def _promise_then(promise: Promise, was: dict[str, Any] | None) -> Promise:
    if was is None:
        return promise
    return replace(
        promise,
        text=was["text"],
        due_on=day_of(was["due_on"]),
        settled_on=day_or_none(was["settled_on"]),
        settled_how=was["settled_how"],
    )
