"""What was recorded between two instants: the facts that a report adds up."""

from collections.abc import Iterable
from datetime import datetime

from dailycontact.core.action import How
from dailycontact.core.call import Outcome
from dailycontact.core.recorded import CallMade, Ending, Phoned, Story, TellingMade
from dailycontact.core.telling import Channel, Reaction
from dailycontact.store.forms import day_of, instant_of
from dailycontact.store.looking import Look, Row, names

_WITHIN = "recorded_at >= :start AND recorded_at < :until"
_SAID_TO_IT = (
    f"SELECT id, telling_id FROM answer WHERE telling_id IS NOT NULL AND {_WITHIN} ORDER BY id"  # noqa: S608 - our own text
)


def calls(look: Look, *, start: datetime, until: datetime) -> list[tuple[int, CallMade]]:
    """Return the calls recorded from `start` on and before `until`, in order, with their ids."""
    rows = look.rows(
        "SELECT call.id, customer_id, customer.name AS customer, company,"
        " member.name AS leader, call.day, outcome, rang_in, notes"
        " FROM call JOIN customer ON customer.id = call.customer_id"
        " JOIN member ON member.id = call.leader_id"
        " WHERE call.recorded_at >= :start AND call.recorded_at < :until ORDER BY call.id",
        start=start,
        until=until,
    )
    return [(row["id"], _call(row)) for row in rows]


def first_call(look: Look, *, until: datetime) -> datetime | None:
    """Return when the first call was recorded, where one was before `until`."""
    row = look.row(
        "SELECT recorded_at FROM call WHERE recorded_at < :until ORDER BY recorded_at LIMIT 1",
        until=until,
    )
    return None if row is None else instant_of(row["recorded_at"])


def first_fact(look: Look) -> datetime | None:
    """Return when the first thing was written into the book."""
    row = look.row("SELECT recorded_at FROM event ORDER BY recorded_at LIMIT 1")
    return None if row is None else instant_of(row["recorded_at"])


def tellings(look: Look, *, start: datetime, until: datetime) -> list[TellingMade]:
    """Return who was told from `start` on and before `until`, in order; not who was waived.

    Each with the answers that they gave to it in those days.
    """
    rows = look.rows(
        "SELECT id, finish_id, answer_id, channel, reaction, day FROM telling WHERE how = 'told'"
        " AND recorded_at >= :start AND recorded_at < :until ORDER BY id",
        start=start,
        until=until,
    )
    said: dict[int, list[int]] = {}
    for number, telling_id in look.tuples(_SAID_TO_IT, start=start, until=until):
        said.setdefault(telling_id, []).append(number)
    return [_telling(row, said.get(row["id"], ())) for row in rows]


def phoned(look: Look, *, start: datetime, until: datetime) -> list[Phoned]:
    """Return whom the leaders rang from `start` on and before `until` to tell them something.

    What was said in a call that was logged is in that call, and not here.
    """
    rows = look.rows(
        "SELECT answer_id, member.name AS leader, customer_id, in_vain, told FROM ("  # noqa: S608 - our own text
        "  SELECT leader_id, answer_id, recorded_at, 0 AS in_vain, 1 AS told FROM telling"
        f"  WHERE how = 'told' AND channel = 'phone' AND call_id IS NULL AND {_WITHIN}"
        "  UNION ALL SELECT leader_id, answer_id, recorded_at, 0, 0 FROM progress"
        f"  WHERE channel = 'phone' AND call_id IS NULL AND {_WITHIN}"
        "  UNION ALL SELECT leader_id, answer_id, recorded_at, 1, 0 FROM telling_try"
        f"  WHERE {_WITHIN}) rung"
        " JOIN member ON member.id = rung.leader_id JOIN answer ON answer.id = answer_id"
        " ORDER BY rung.recorded_at, answer_id",
        start=start,
        until=until,
    )
    return [_phoned(row) for row in rows]


def endings(
    look: Look, *, start: datetime, until: datetime, also: Iterable[int] = ()
) -> list[Ending]:
    """Return the ends of actions from `start` on and before `until`, and those with the ids `also`.

    Each with its answers.
    """
    listed, values = names("finish", also)
    or_these = f" OR id IN ({listed})" if listed else ""
    rows = look.rows(
        "SELECT id, action_id, how, say, instead, day,"  # noqa: S608 - placeholders only
        " CASE WHEN recorded_at >= :start THEN 1 ELSE 0 END AS in_period FROM finish"
        f" WHERE recorded_at < :until AND (recorded_at >= :start{or_these}) ORDER BY id",
        start=start,
        until=until,
        **values,
    )
    concerned = _concerned(look, [row["id"] for row in rows])
    return [_ending(row, concerned.get(row["id"], [])) for row in rows]


def begun(look: Look, *, start: datetime, until: datetime) -> frozenset[int]:
    """Return the ids of the actions that were begun from `start` on and before `until`."""
    rows = look.rows(
        "SELECT id FROM action WHERE recorded_at >= :start AND recorded_at < :until",
        start=start,
        until=until,
    )
    return frozenset(row["id"] for row in rows)


def stories(look: Look, *, start: datetime, until: datetime) -> list[Story]:
    """Return the stories told from `start` on and before `until`, in order."""
    rows = look.rows(
        "SELECT story.id, text, who.name AS who, missed, leader.name AS leader, story.day"
        " FROM story LEFT JOIN member who ON who.id = story.who_id"
        " JOIN member leader ON leader.id = story.leader_id"
        " WHERE story.recorded_at >= :start AND story.recorded_at < :until ORDER BY story.id",
        start=start,
        until=until,
    )
    return [story_of(row) for row in rows]


def story_of(row: Row) -> Story:
    """Return the story of a row."""
    return Story(
        id=row["id"],
        text=row["text"],
        who=row["who"],
        missed=bool(row["missed"]),
        leader=row["leader"],
        day=day_of(row["day"]),
    )


def refused(look: Look) -> frozenset[int]:
    """Return the ids of the customers who do not want to be contacted.

    That counts for every report from then on, those of earlier weeks too.
    """
    rows = look.rows("SELECT id FROM customer WHERE do_not_contact_on IS NOT NULL")
    return frozenset(row["id"] for row in rows)


def _concerned(look: Look, finish_ids: list[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    if not finish_ids:
        return found
    listed, values = names("finish", finish_ids)
    for row in look.rows(
        f"SELECT finish_id, answer_id FROM finish_answer WHERE finish_id IN ({listed}) ORDER BY id",  # noqa: S608 - placeholders only
        **values,
    ):
        found.setdefault(row["finish_id"], []).append(row["answer_id"])
    return found


def _call(row: Row) -> CallMade:
    return CallMade(
        customer_id=row["customer_id"],
        customer=row["customer"],
        company=row["company"],
        leader=row["leader"],
        day=day_of(row["day"]),
        outcome=Outcome(row["outcome"]),
        rang_in=bool(row["rang_in"]),
        notes=row["notes"],
    )


def _phoned(row: Row) -> Phoned:
    return Phoned(
        leader=row["leader"],
        customer_id=row["customer_id"],
        answer_id=row["answer_id"],
        in_vain=bool(row["in_vain"]),
        told=bool(row["told"]),
    )


def _telling(row: Row, said: Iterable[int]) -> TellingMade:
    return TellingMade(
        finish_id=row["finish_id"],
        answer_id=row["answer_id"],
        channel=Channel(row["channel"]),
        reaction=None if row["reaction"] is None else Reaction(row["reaction"]),
        day=day_of(row["day"]),
        said=tuple(said),
    )


def _ending(row: Row, concerned: list[int]) -> Ending:
    return Ending(
        finish_id=row["id"],
        action_id=row["action_id"],
        how=How(row["how"]),
        say=row["say"],
        instead=row["instead"],
        day=day_of(row["day"]),
        in_period=bool(row["in_period"]),
        answers=tuple(concerned),
    )
