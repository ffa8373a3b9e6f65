"""What the morning's card says beside the pick: numbers that seem dead, and skips in a row.

Each is a look at an index, and what a sentence needs is counted as far as a sentence goes.
"""

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


def skips_in_a_row(look: Look, customer_id: int) -> int:
    """Return how often the customer was skipped since they were last spoken to."""
    return look.value("SELECT skips AS value FROM customer WHERE id = :id", id=customer_id) or 0
