"""The projection of a customer's rhythm, kept in step with the facts inside each change."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from dailycontact.core.rhythm import Happening, back_off, draw
from dailycontact.store import calendar, capacity, days_off, projection
from dailycontact.store.looking import Look, names
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

AT_ONCE = 5_000
"""Values in one question; SQLite takes 32,766 at the most, PostgreSQL 65,535."""


def happened(
    change: "Change", customer_id: int, what: Happening, *, day: date, waits: int = 0
) -> None:
    """Add a fact to a customer's rhythm, and bring their projection up to date.

    The luck of the turn that a conversation begins is drawn by how many there were with it.
    """
    row = change.row(
        "SELECT beat, (SELECT COALESCE(MAX(number), 0) FROM rhythm_fact f"
        "  WHERE f.customer_id = customer.id) AS facts,"
        " (SELECT COUNT(*) FROM rhythm_fact f WHERE f.customer_id = customer.id"
        "  AND f.what = 'conversation') AS conversations FROM customer WHERE id = :id",
        id=customer_id,
    )
    if row is None:
        raise LookupError(f"no customer {customer_id}")
    luck = 0.0
    if what is Happening.CONVERSATION:
        luck = draw(book_settings(change).seed, str(customer_id), row["conversations"] + 1)
    change.add(
        "rhythm_fact",
        customer_id=customer_id,
        number=row["facts"] + 1,
        day=day,
        what=what,
        cadence=row["beat"],
        luck=luck,
        waits=waits,
    )
    # What happens to somebody does not move them; and to tell where they are is slow.
    _derive(change, [customer_id], same_place=True)


def refresh(change: "Change", customer_ids: Iterable[int]) -> None:
    """Derive the rhythm of these customers, and where they are, anew from the facts.

    Where that changes how many can be phoned, the book's own cadence may change with them.
    """
    _derive(change, customer_ids, same_place=False)


def _derive(change: "Change", customer_ids: Iterable[int], *, same_place: bool) -> None:
    usual = capacity.book_cadence(change)
    _, moved = projection.write(change, customer_ids, usual=usual, same_place=same_place)
    if moved and capacity.book_cadence(change) != usual:
        spread_usual_cadence(change)


def refresh_all(change: "Change") -> int:
    """Derive everybody's rhythm anew from the facts; return how many were not as they say.

    The holidays of the countries in which they are come back too, where they are missing.
    """
    usual = capacity.book_cadence(change)
    projection.keep_pages(change)
    count, moved = projection.write(change, usual=usual)
    if moved and capacity.book_cadence(change) != usual:
        spread_usual_cadence(change)
    days_off.keep_all(change, home=book_settings(change).country)
    return count


def waits_after_miss(change: "Change", customer_id: int, day: date) -> int:
    """Return the working days for which a customer rests who is missed once more, on `day`."""
    row = change.rows("SELECT misses, beat, clock FROM customer WHERE id = :id", id=customer_id)[0]
    waited = calendar.number_of(change, day) - row["clock"]
    return back_off(row["misses"] + 1, cadence=row["beat"], waited=waited)


def misses(look: Look, customer_id: int) -> int:
    """Return how many calls in a row have not reached the customer."""
    return look.value("SELECT misses AS value FROM customer WHERE id = :id", id=customer_id) or 0


def next_turn(look: Look, customer_id: int) -> int | None:
    """Return the number of the working day of the customer's next turn; None for never."""
    return next_turns(look, [customer_id]).get(customer_id)


def next_turns(look: Look, customer_ids: Sequence[int]) -> dict[int, int]:
    """Return, by id, about on which working day (its number) the turn of each comes.

    Whoever cannot be phoned has none. Where the book asks for more than one call a day can give,
    everybody's turn comes later in proportion.
    """
    stretched = max(1.0, capacity.load(look))
    found = {}
    for start in range(0, len(customer_ids), AT_ONCE):
        listed, values = names("id", customer_ids[start : start + AT_ONCE])
        for row in look.rows(
            "SELECT id, clock, beat, eligible_from FROM customer"  # noqa: S608 - placeholders only
            f" WHERE open = 1 AND id IN ({listed})",
            **values,
        ):
            turn = ceil(row["clock"] + row["beat"] * stretched)
            found[row["id"]] = max(turn, row["eligible_from"])
    return found


def spread_usual_cadence(change: "Change") -> int:
    """Give the book's cadence to everybody without their own; return it, in working days.

    For whom it changes, and who has been spoken to, the minimum gap changes with it.
    """
    usual = capacity.book_cadence(change)
    moved = (
        "cadence IS NULL AND beat <> :usual AND"
        " (segment_id IS NULL OR segment_id IN (SELECT id FROM segment WHERE cadence IS NULL))"
    )
    spoken = change.rows(
        f"SELECT id FROM customer WHERE {moved} AND conversations > 0",  # noqa: S608 - our own text
        usual=usual,
    )
    change.run(f"UPDATE customer SET beat = :usual WHERE {moved}", usual=usual)  # noqa: S608 - our own text
    refresh(change, [row["id"] for row in spoken])
    return usual
