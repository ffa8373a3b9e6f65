"""What the morning's card says beside the pick: numbers that seem dead, and skips in a row.

Each is a look at an index, and what a sentence needs is counted as far as a sentence goes.
"""

from collections.abc import Sequence

from dailycontact.core.rhythm import PARKED_AT
from dailycontact.core.sentences import COUNTED
from dailycontact.store.looking import Look


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
