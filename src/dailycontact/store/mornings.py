"""What the morning's card says beside the pick: numbers that seem dead, what was urgent, and notes.

Each is a look at an index, and what a sentence needs is counted as far as a sentence goes.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from dailycontact.core.call import Outcome
from dailycontact.core.rhythm import PARKED_AT
from dailycontact.core.sentences import COUNTED
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look


@dataclass(frozen=True, kw_only=True)
class Note:
    """What a leader wrote down of a call in which the customer said something."""

    day: date
    text: str
    outcome: Outcome


def count_silent(look: Look, *, leader_id: int, most: int = COUNTED) -> int:
    """Return at how many of the leader's customers so many calls rang in vain that it seems wrong.

    Of more than `most`, one more.
    """
    return int(
        look.value(
            "SELECT COUNT(*) AS value FROM (SELECT 1 FROM customer WHERE open = 1"  # noqa: S608 - our own numbers
            f" AND misses >= {PARKED_AT} AND (leader_id IS NULL OR leader_id = :leader)"
            f" LIMIT {most + 1}) silent",
            leader=leader_id,
        )
    )


def names_of(look: Look, customer_ids: Sequence[int]) -> dict[int, str]:
    """Return the names of these customers, by id."""
    if not customer_ids:
        return {}
    rows = look.among("SELECT id, name FROM customer WHERE id IN ({})", customer_ids)
    return {row["id"]: row["name"] for row in rows}


def skips_in_a_row(look: Look, customer_id: int) -> int:
    """Return how often the customer was skipped since they were last spoken to."""
    return look.value("SELECT skips AS value FROM customer WHERE id = :id", id=customer_id) or 0


def urgent_promises(look: Look, promise_ids: Collection[int]) -> set[int]:
    """Return which of these promises were made in a call in which something urgent was said."""
    if not promise_ids:
        return set()
    rows = look.among(
        "SELECT promise.id FROM promise WHERE EXISTS (SELECT 1 FROM answer"
        " WHERE answer.call_id = promise.call_id AND answer.urgent = 1) AND promise.id IN ({})",
        sorted(promise_ids),
    )
    return {row["id"] for row in rows}


def pushed_away(look: Look, *, leader_id: int, day: date) -> frozenset[int]:
    """Return the customers whom the leader skipped or tried in vain on a day."""
    rows = look.rows(
        "SELECT pick.customer_id FROM pick JOIN skip ON skip.pick_id = pick.id"
        " WHERE pick.leader_id = :leader AND pick.day = :day"
        " UNION SELECT customer_id FROM call WHERE leader_id = :leader AND day = :day"
        " AND outcome <> 'reached'",
        leader=leader_id,
        day=day,
    )
    return frozenset(row["customer_id"] for row in rows)


def last_note(look: Look, customer_id: int, *, since: date | None) -> Note | None:
    """Return the newest note of a call in which the customer was spoken to, from `since` on."""
    row = look.row(
        "SELECT day, notes, outcome FROM call WHERE customer_id = :id AND notes IS NOT NULL"
        " AND outcome IN ('reached', 'not-now') AND day >= :since ORDER BY day DESC, id DESC",
        id=customer_id,
        since=since or date.min,
    )
    if row is None or not row["notes"].strip():
        return None
    return Note(day=day_of(row["day"]), text=row["notes"], outcome=Outcome(row["outcome"]))


def owed_among(look: Look, customer_ids: Collection[int]) -> int:
    """Return how many of these customers are owed news."""
    if not customer_ids:
        return 0
    rows = look.among(
        "SELECT id FROM customer WHERE id IN ({}) AND EXISTS (SELECT 1 FROM answer"
        " WHERE answer.customer_id = customer.id AND owes_since IS NOT NULL)",
        sorted(customer_ids),
    )
    return len(rows)


def themes_of(look: Look, answer_ids: Collection[int]) -> dict[int, str]:
    """Return the themes as which these answers are read, by their ids."""
    if not answer_ids:
        return {}
    rows = look.among(
        "SELECT DISTINCT theme.id, theme.name FROM answer JOIN theme ON theme.id = answer.theme_id"
        " WHERE answer.id IN ({}) ORDER BY theme.id",
        sorted(answer_ids),
    )
    return {row["id"]: row["name"] for row in rows}


def unsent(look: Look, *, today: date) -> tuple[str, date] | None:
    """Return the edition of an earlier day that waits to be sent, and its day; None for none."""
    row = look.row(
        "SELECT edition, day FROM message WHERE closed_at IS NULL AND day < :day"
        " AND member_id IS NULL ORDER BY id LIMIT 1",
        day=today,
    )
    return (row["edition"], day_of(row["day"])) if row else None
