"""The journal, read: what was changed, when, by whom, and what has been taken back since."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dailycontact.core.event import BEGAN, CHECKED, DRAFTED, EXPORTED, SENT, Event
from dailycontact.store import former
from dailycontact.store.forms import instant_of
from dailycontact.store.looking import Look, Row, names
from dailycontact.store.spans import number_in, spans_of

_EVENTS = (
    "SELECT event.id, event.recorded_at, member.name AS leader, event.command, event.summary,"
    " event.undoes_id, undoing.id AS undone_by FROM event"
    " LEFT JOIN member ON member.id = event.leader_id"
    " LEFT JOIN event undoing ON undoing.undoes_id = event.id"
)
HOLDS = "event.undoes_id IS NULL AND undoing.id IS NULL"
"""An event that was not taken back, and takes nothing back."""
WINDOW = 1000
"""Rows of the journal that are read at once."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A row before and after an event; or a run of new rows, without their contents."""

    id: int
    table: str
    first_id: int
    last_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def is_new(self) -> bool:
        """Whether the event brought these rows."""
        return self.before is None

    @property
    def changed(self) -> frozenset[str]:
        """The columns that the event changed; all of them where a row came or went."""
        before, after = self.before or {}, self.after or {}
        return frozenset(name for name in before | after if before.get(name) != after.get(name))


def events(look: Look, *, most: int | None = None) -> list[Event]:
    """Return the changes of the book, newest first, at most so many."""
    limit = "" if most is None else f" LIMIT {most}"
    return [_event(row) for row in look.rows(f"{_EVENTS} ORDER BY event.id DESC{limit}")]


def events_about(look: Look, customer_id: int, *, most: int | None = None) -> list[Event]:
    """Return the changes that touched a customer, their answers or what is done about them.

    Those who were merged into them are them.
    """
    clauses, values = _about(look, customer_id)
    limit = "" if most is None else f" LIMIT {most}"
    rows = look.rows(
        f"{_EVENTS} WHERE event.id IN (SELECT event_id FROM event_row line WHERE {clauses})"  # noqa: S608 - placeholders only
        f" ORDER BY event.id DESC{limit}",
        **values,
    )
    return [_event(row) for row in rows]


def last_to_undo(look: Look, *, leader_id: int, before: int | None = None) -> Event | None:
    """Return the last change of a leader that holds, if there is one; `before` goes further."""
    earlier = "" if before is None else " AND event.id < :before"
    values = {} if before is None else {"before": before}
    row = look.row(
        f"{_EVENTS} WHERE event.leader_id = :leader AND {HOLDS}"
        " AND event.command NOT IN (:began, :checked, :exported, :drafted, :sent)"
        f"{earlier} ORDER BY event.id DESC LIMIT 1",
        leader=leader_id,
        began=BEGAN,
        checked=CHECKED,
        exported=EXPORTED,
        drafted=DRAFTED,
        sent=SENT,
        **values,
    )
    return None if row is None else _event(row)


def last_erasure(look: Look) -> int:
    """Return the event with which somebody was erased last; 0 where nobody was."""
    found = look.value("SELECT MAX(event_id) AS value FROM event_row WHERE table_name = 'erasure'")
    return int(found or 0)


def joined_and_worked(look: Look, event_id: int) -> str | None:
    """Return who joined with an event and has changed the book since, if anybody has.

    Their changes name them even after they were taken back; so they stay in the book.
    """
    found = look.value(
        "SELECT member.name AS value FROM event_row line JOIN member"
        " ON member.id BETWEEN line.first_id AND line.last_id"
        " WHERE line.event_id = :event AND line.table_name = 'member' AND line.before IS NULL"
        " AND EXISTS (SELECT 1 FROM event WHERE event.leader_id = member.id"
        " AND event.id > :event)",
        event=event_id,
    )
    return None if found is None else str(found)


def touched(look: Look, event_id: int) -> dict[str, int]:
    """Return how many rows of which table an event touched."""
    rows = look.rows(
        "SELECT table_name, first_id, last_id, MIN(id) AS id FROM event_row"
        " WHERE event_id = :event GROUP BY table_name, first_id, last_id ORDER BY MIN(id)",
        event=event_id,
    )
    ids: dict[str, list[tuple[int, int]]] = {}
    for row in rows:
        ids.setdefault(row["table_name"], []).append((row["first_id"], row["last_id"]))
    return {table: number_in(spans_of(each)) for table, each in ids.items()}


def lines_backwards(look: Look, event_id: int) -> Iterator[list[Line]]:
    """Yield the lines of an event, the last first, in windows that fit into memory."""
    below: int | None = None
    while True:
        bound = "" if below is None else " AND id < :below"
        values = {} if below is None else {"below": below}
        rows = look.rows(
            f"{_LINES} WHERE event_id = :event{bound} ORDER BY id DESC LIMIT {WINDOW}",
            event=event_id,
            **values,
        )
        if not rows:
            return
        yield [_line(row) for row in rows]
        below = rows[-1]["id"]


def spans_since(look: Look, event_id: int) -> list[Row]:
    """Return which rows later events that hold have touched: table, ids, event, line."""
    return look.rows(
        "SELECT line.table_name, line.first_id, line.last_id, line.event_id, line.id"  # noqa: S608 - our own text
        " FROM event_row line JOIN event ON event.id = line.event_id"
        " LEFT JOIN event undoing ON undoing.undoes_id = event.id"
        f" WHERE line.event_id > :event AND {HOLDS}",
        event=event_id,
    )


def line(look: Look, line_id: int) -> Line:
    """Return one line of the journal."""
    return _line(look.rows(f"{_LINES} WHERE id = :id", id=line_id)[0])


def event(look: Look, event_id: int) -> Event:
    """Return one event."""
    return _event(look.rows(f"{_EVENTS} WHERE event.id = :id", id=event_id)[0])


_LINES = "SELECT id, table_name, first_id, last_id, before, after FROM event_row"


def _line(row: Row) -> Line:
    return Line(
        id=row["id"],
        table=row["table_name"],
        first_id=row["first_id"],
        last_id=row["last_id"],
        before=_facts(row["before"]),
        after=_facts(row["after"]),
    )


def _facts(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)


def _event(row: Row) -> Event:
    return Event(
        id=row["id"],
        at=instant_of(row["recorded_at"]),
        leader=row["leader"],
        command=row["command"],
        summary=row["summary"],
        undoes_id=row["undoes_id"],
        undone=row["undone_by"] is not None,
    )


def _about(look: Look, customer_id: int) -> tuple[str, dict[str, object]]:
    answers = [
        row["id"]
        for row in look.rows("SELECT id FROM answer WHERE customer_id = :id", id=customer_id)
    ]
    actions: list[int] = []
    if answers:
        listed, values = names("answer", answers)
        found = look.rows(
            f"SELECT DISTINCT action_id FROM action_answer WHERE answer_id IN ({listed})",  # noqa: S608 - placeholders only
            **values,
        )
        actions = [row["action_id"] for row in found]
    they = [customer_id, *former.numbers_of(look, customer_id)]
    own = " OR ".join(f"{each} BETWEEN line.first_id AND line.last_id" for each in they)
    clauses = [f"line.table_name = 'customer' AND ({own})"]
    patterns = [
        *_mentions("customer_id", they),
        *_mentions("answer_id", answers),
        *_mentions("action_id", actions),
    ]
    listed, values = names("like", patterns)
    clauses += [
        f"line.{side} LIKE {mark}" for mark in listed.split(", ") for side in ("before", "after")
    ]
    if actions:
        listed, ids = names("action", actions)
        clauses.append(f"line.table_name = 'action' AND line.first_id IN ({listed})")
        values |= ids
    return " OR ".join(f"({clause})" for clause in clauses), values


def _mentions(column: str, ids: Iterable[int]) -> list[str]:
    """Return the patterns of a row in JSON whose `column` is one of these ids."""
    return [f'%"{column}": {number}{end}%' for number in ids for end in (",", "}")]
