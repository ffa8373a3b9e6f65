"""When a customer comes up again, from the projection of their rhythm."""

from math import ceil

from dailycontact.store.looking import Look


def misses(look: Look, customer_id: int) -> int:
    """Return how many calls in a row have not reached the customer."""
    return look.value("SELECT misses AS value FROM customer WHERE id = :id", id=customer_id) or 0


def next_turn(look: Look, customer_id: int, *, spoken: bool) -> int | None:
    """Return the number of the working day of the customer's next turn; None for never.

    After a conversation (`spoken`) that is a cadence later; otherwise as soon as they may be
    tried again.
    """
    row = look.row(
        "SELECT clock, beat, eligible_from FROM customer WHERE id = :id AND open = 1",
        id=customer_id,
    )
    if row is None:
        return None
    again = int(row["eligible_from"])
    return max(ceil(row["clock"] + row["beat"]), again) if spoken else again
