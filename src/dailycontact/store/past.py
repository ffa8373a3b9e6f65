"""The book as it was at an instant, so that last year's report says what it said last year.

Most facts carry the instant at which they were recorded. What may be changed afterwards (names,
the words and the kind of an answer, who has an action and by when, whether a promise was kept) is
read from the journal, which keeps each row as it was before a change.

Some things change an old report all the same, and are meant to. What somebody does not want passed
on is not passed on: a consent that was narrowed or taken back, an answer made private, and a wish
not to be contacted count from then on for every report; one that was widened counts from then on
only. An undo takes a fact out of the weeks before it, an erasure takes the words and the names.
Names that came into the book since are masked in the team edition, too. Another time zone moves
the midnights between weeks, and whoever of the team changed their name has the new one.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dailycontact.core.action import Action
from dailycontact.core.answer import Answer, Consent, Kind
from dailycontact.core.call import Promise
from dailycontact.core.recorded import CallMade, TellingMade
from dailycontact.core.standing import Doing, Standing, since, stage_of
from dailycontact.core.telling import Reaction
from dailycontact.store import actions as current
from dailycontact.store import answers, recorded
from dailycontact.store.calls import promise_of
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look

_FROM_NARROW = (Consent.NO, Consent.WORDS, Consent.NAME)

Rows = dict[int, dict[str, Any]]
"""Rows of one table as they were, by their ids."""

Took = dict[tuple[int, int], tuple[Reaction | None, date | None]]
"""How a telling was taken then, and since when, by its end and its answer."""


def standings(look: Look, *, today: date, until: datetime) -> list[Standing]:
    """Return the answers recorded before `until`, each as it stood then, oldest first.

    Of its stage, its age is counted as it is today.
    """
    were = rows_before(look, "action", until=until)
    said = rows_before(look, "answer", until=until)
    customers = rows_before(look, "customer", until=until)
    names = _names(look)
    took = _took(look, until=until)
    return [
        _standing_then(
            replace(one, doings=_doings_then(one, were, names, took)),
            _answer_then(one.answer, said, customers, names),
        )
        for one in answers.standings(look, today=today, until=until)
    ]


def tellings(look: Look, *, start: datetime, until: datetime) -> list[TellingMade]:
    """Return who was told from `start` on and before `until`, and how they had taken it by then."""
    took = _took(look, until=until)
    return [
        replace(one, reaction=took[key][0]) if (key := (one.finish_id, one.answer_id)) in took
        else one
        for one in recorded.tellings(look, start=start, until=until)
    ]  # fmt: skip


def calls(look: Look, *, start: datetime, until: datetime) -> list[CallMade]:
    """Return the calls recorded from `start` on and before `until`, with the names as of then."""
    customers = rows_before(look, "customer", until=until)
    return [
        call
        if (was := customers.get(call.customer_id)) is None
        else replace(call, customer=was["name"], company=was["company"])
        for call in recorded.calls(look, start=start, until=until)
    ]


def company(look: Look, now: str, *, until: datetime) -> str:
    """Return whose book it was at `until`, or was first where it was begun since.

    `now` is the company as of today.
    """
    rows = look.rows(
        "SELECT before, after FROM event_row JOIN event ON event.id = event_row.event_id"
        " WHERE table_name = 'setting' AND event.recorded_at >= :until ORDER BY event_row.id",
        until=until,
    )
    for row in rows:
        said = json.loads(row["before"] or row["after"] or "{}")
        if said.get("key") == "company":
            return str(said["value"])
    return now


def people(look: Look, *, until: datetime) -> list[tuple[str, str]]:
    """Return the name and the company of everybody in the book, as of `until` and as of today."""
    were = rows_before(look, "customer", until=until).values()
    return [*recorded.customer_names(look), *((was["name"], was["company"]) for was in were)]


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
        " settled_on, settled_how, broken, why, promise.leader_id, member.name AS leader"
        " FROM promise JOIN customer ON customer.id = promise.customer_id"
        " LEFT JOIN member ON member.id = promise.leader_id"
        " WHERE promise.recorded_at < :until",
        until=until,
    )
    customers = rows_before(look, "customer", until=until)
    given = [
        _promise_then(promise_of(row), were.get(row["id"]), customers.get(row["customer_id"]))
        for row in rows
    ]
    return sorted(given, key=lambda promise: (promise.due_on, promise.id))


def rows_before(look: Look, table: str, *, until: datetime) -> Rows:
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


def _standing_then(standing: Standing, answer: Answer) -> Standing:
    """Return where an answer stood that was of another kind, perhaps, than it is today."""
    stage = stage_of(answer.kind, shared=standing.shared_on is not None, doings=standing.doings)
    began = since(answer, stage=stage, shared_on=standing.shared_on, doings=standing.doings)
    return replace(standing, answer=answer, stage=stage, since=began)


def _answer_then(answer: Answer, said: Rows, customers: Rows, names: dict[int, str]) -> Answer:
    if customer := customers.get(answer.customer_id):
        answer = replace(answer, customer=customer["name"], company=customer["company"])
    was = said.get(answer.id)
    if was is None:
        return answer
    return replace(
        answer,
        verbatim=was["verbatim"],
        kind=Kind(was["kind"]),
        consent=_narrower((answer.consent, Consent(was["consent"]))),
        urgent=bool(was["urgent"]),
        private=answer.private or bool(was["private"]),
        praised=names.get(was["praised_id"]),
        day=day_of(was["day"]),
    )


def _narrower(consents: Iterable[Consent]) -> Consent:
    return min(consents, key=_FROM_NARROW.index)


def _took(look: Look, *, until: datetime) -> Took:
    """Return how tellings were taken at `until`, of those that were taken otherwise since."""
    return {
        (was["finish_id"], was["answer_id"]): (
            None if was["reaction"] is None else Reaction(was["reaction"]),
            day_or_none(was.get("reacted_on")),
        )
        for was in rows_before(look, "telling", until=until).values()
    }


def _doings_then(
    standing: Standing, were: Rows, names: dict[int, str], took: Took
) -> tuple[Doing, ...]:
    return tuple(
        _taken_then(_doing_then(doing, were, names), standing.answer.id, took)
        for doing in standing.doings
    )


def _taken_then(doing: Doing, answer_id: int, took: Took) -> Doing:
    was = took.get((doing.finish_id or 0, answer_id))
    if was is None or doing.settled_on is None:
        return doing
    return replace(doing, reaction=was[0], reacted_on=was[1])


def _doing_then(doing: Doing, were: Rows, names: dict[int, str]) -> Doing:
    was = were.get(doing.action_id)
    if was is None:
        return doing
    owner, due_on = names.get(was["owner_id"]), day_or_none(was["due_on"])
    return replace(doing, title=was["title"], owner=owner, due_on=due_on)


def _action_then(action: Action, were: Rows, names: dict[int, str]) -> Action:
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


def _promise_then(
    promise: Promise, was: dict[str, Any] | None, customer: dict[str, Any] | None
) -> Promise:
    if customer is not None:
        promise = replace(promise, customer=customer["name"])
    if was is None:
        return promise
    return replace(
        promise,
        text=was["text"],
        due_on=day_of(was["due_on"]),
        settled_on=day_or_none(was["settled_on"]),
        settled_how="broken" if was.get("broken") else was["settled_how"],
        why=was.get("why"),
    )
