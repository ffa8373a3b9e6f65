"""All that happened with one customer beyond calls and answers: told, promised, left alone."""

from dataclasses import dataclass
from datetime import date

from dailycontact.core.call import Promise
from dailycontact.core.rhythm import Happening
from dailycontact.core.telling import Channel, Reaction
from dailycontact.store.calls import promise_of
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row


@dataclass(frozen=True, kw_only=True)
class Told:
    """The customer was told of an end (or need not be: `waived`); `channel` is None then."""

    answer_id: int
    action_id: int
    day: date
    say: str
    words: str | None = None
    channel: Channel | None = None
    reaction: Reaction | None = None
    call_id: int | None = None
    waived: bool = False


@dataclass(frozen=True, kw_only=True)
class Rested:
    """The customer was paused, resumed, passed over, or their number was looked at.

    `why` is what was said to it, or empty.
    """

    what: Happening
    day: date
    why: str


def tellings(look: Look, customer_id: int) -> list[Told]:
    """Return what the customer was told, in order."""
    rows = look.rows(
        "SELECT telling.answer_id, finish.action_id, telling.day, finish.say, words, channel,"
        " reaction, telling.call_id, telling.how FROM telling"
        " JOIN finish ON finish.id = telling.finish_id JOIN answer ON answer.id = telling.answer_id"
        " WHERE answer.customer_id = :id ORDER BY telling.day, telling.id",
        id=customer_id,
    )
    return [_told(row) for row in rows]


def promises(look: Look, customer_id: int) -> list[tuple[date, Promise]]:
    """Return what the customer was promised, with the day on which it was, in order."""
    rows = look.rows(
        "SELECT promise.id, promise.customer_id, customer.name AS customer, kind, text, due_on,"
        " settled_on, settled_how, broken, why, promise.leader_id, member.name AS leader,"
        " COALESCE(call.day, SUBSTR(promise.recorded_at, 1, 10)) AS day"
        " FROM promise JOIN customer ON customer.id = promise.customer_id"
        " LEFT JOIN member ON member.id = promise.leader_id"
        " LEFT JOIN call ON call.id = promise.call_id"
        " WHERE promise.customer_id = :id ORDER BY promise.id",
        id=customer_id,
    )
    return [(day_of(row["day"]), promise_of(row)) for row in rows]


def rests(look: Look, customer_id: int) -> list[Rested]:
    """Return when the customer was left alone and resumed, and why, in order."""
    rows = look.rows(
        "SELECT fact.what, fact.day, fact.number, COALESCE((SELECT event.summary FROM event"
        "  JOIN event_row ON event_row.event_id = event.id"
        "  WHERE event_row.table_name = 'rhythm_fact' AND event_row.first_id = fact.id"
        "  AND event_row.before IS NULL ORDER BY event.id DESC LIMIT 1), '') AS why"
        " FROM rhythm_fact fact WHERE fact.customer_id = :id"
        " AND fact.what IN ('pause', 'resume', 'checked')"
        " ORDER BY fact.number",
        id=customer_id,
    )
    skips = look.rows(
        "SELECT 'skip' AS what, day, COALESCE(reason, '') AS why FROM skip"
        " WHERE customer_id = :id ORDER BY id",
        id=customer_id,
    )
    return [
        Rested(what=Happening(row["what"]), day=day_of(row["day"]), why=row["why"])
        for row in (*rows, *skips)
    ]


def _told(row: Row) -> Told:
    return Told(
        answer_id=row["answer_id"],
        action_id=row["action_id"],
        day=day_of(row["day"]),
        say=row["say"],
        words=row["words"],
        channel=None if row["channel"] is None else Channel(row["channel"]),
        reaction=None if row["reaction"] is None else Reaction(row["reaction"]),
        call_id=row["call_id"],
        waived=row["how"] == "waived",
    )
