"""The projection of a customer's rhythm, kept in step with the facts inside each change."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Any

from dailycontact.core.capacity import affordable_cadence
from dailycontact.core.rhythm import CALLS_A_DAY, Beat, Happening, begin, draw, fold
from dailycontact.store import calendar
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row, names
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

AT_ONCE = 5_000
"""Values in one question; SQLite takes 32,766 at the most, PostgreSQL 65,535."""

OPEN = (
    "do_not_contact_on IS NULL AND left_on IS NULL"
    " AND (paused_on IS NULL OR paused_until IS NOT NULL)"
    " AND EXISTS (SELECT 1 FROM phone"
    " WHERE phone.customer_id = customer.id AND phone.wrong_on IS NULL)"
)
"""Who can be phoned at all: nobody who refused, is paused for good, has left, or has no number.
A pause with an end is a matter of the clock, so that it ends by itself."""


def happened(
    change: "Change", customer_id: int, what: Happening, *, day: date, waits: int = 0
) -> None:
    """Add a fact to a customer's rhythm, and bring their projection up to date."""
    row = change.row(
        "SELECT beat, (SELECT COUNT(*) FROM rhythm_fact f WHERE f.customer_id = customer.id)"
        " AS facts FROM customer WHERE id = :id",
        id=customer_id,
    )
    if row is None:
        raise LookupError(f"no customer {customer_id}")
    seed = book_settings(change).seed
    number = _last_number(change, customer_id) + 1
    change.add(
        "rhythm_fact",
        customer_id=customer_id,
        number=number,
        day=day,
        what=what,
        cadence=row["beat"],
        luck=draw(seed, str(customer_id), number),
        waits=waits,
    )
    refresh(change, [customer_id])


def refresh(change: "Change", customer_ids: Iterable[int]) -> None:
    """Derive the rhythm of these customers anew from the facts.

    Where that changes how many can be phoned, the book's own cadence may change with them.
    """
    usual = book_cadence(change)
    moved = False
    for customer_id in customer_ids:
        values = derived(change, customer_id, usual)
        if values is not None:
            was = change.value("SELECT open AS value FROM customer WHERE id = :id", id=customer_id)
            moved |= was != values["open"]
            columns = ", ".join(f"{name} = :{name}" for name in values)
            change.run(f"UPDATE customer SET {columns} WHERE id = :id", id=customer_id, **values)  # noqa: S608 - our own column names
    if moved:
        spread_usual_cadence(change)


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
    stretched = max(1.0, load(look))
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


def load(look: Look) -> float:
    """Return the turns that come up a working day ÷ the conversations that a day brings."""
    rows = look.rows(
        "SELECT beat, COUNT(*) AS customers FROM customer WHERE open = 1 GROUP BY beat"
    )
    due: float = sum(row["customers"] / row["beat"] for row in rows)
    return due / CALLS_A_DAY


def book_cadence(look: Look) -> int:
    """Return the cadence for customers without their own: the book's, or what can be kept."""
    settings = book_settings(look)
    if settings.cadence is not None:
        return settings.cadence
    waiting = look.value("SELECT COUNT(*) AS value FROM customer WHERE open = 1")
    return affordable_cadence(waiting or 0)


def spread_usual_cadence(change: "Change") -> int:
    """Give the book's cadence to everybody without their own; return it, in working days.

    For whom it changes, and who has been spoken to, the minimum gap changes with it.
    """
    usual = book_cadence(change)
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


def derived(look: Look, customer_id: int, usual: int) -> dict[str, Any] | None:
    """Return what the facts say of a customer's rhythm, by column; None without the customer.

    `usual` is the book's cadence in working days.
    """
    customer = look.row(
        "SELECT customer.joined_on, customer.head_start, customer.paused_on,"  # noqa: S608 - our own text
        " COALESCE(customer.cadence, segment.cadence, :usual) AS beat,"
        f" CASE WHEN {OPEN} THEN 1 ELSE 0 END AS open,"
        " (SELECT MIN(due_on) FROM promise WHERE promise.customer_id = customer.id"
        "  AND kind = 'call-back' AND settled_on IS NULL) AS promised_on,"
        " (SELECT MAX(day) FROM call WHERE call.customer_id = customer.id"
        "  AND outcome = 'reached') AS last_on"
        " FROM customer LEFT JOIN segment ON segment.id = customer.segment_id"
        " WHERE customer.id = :id",
        id=customer_id,
        usual=usual,
    )
    if customer is None:
        return None
    start = begin(
        number=calendar.number_of(look, day_of(customer["joined_on"])),
        started_with=customer["head_start"],
    )
    rhythm = fold(start, (_beat(look, row) for row in _facts(look, customer_id)))
    return {
        "beat": customer["beat"],
        "open": customer["open"],
        "clock": rhythm.clock,
        "eligible_from": rhythm.eligible_from(customer["beat"]),
        "promised_on": customer["promised_on"],
        "misses": rhythm.misses,
        "skips": rhythm.skips,
        "conversations": rhythm.conversations,
        "last_on": customer["last_on"],
    }


def _facts(look: Look, customer_id: int) -> list[Row]:
    return look.rows(
        "SELECT day, what, cadence, waits FROM rhythm_fact WHERE customer_id = :id ORDER BY number",
        id=customer_id,
    )


def _beat(look: Look, row: Row) -> Beat:
    return Beat(
        what=Happening(row["what"]),
        number=calendar.number_of(look, day_of(row["day"])),
        cadence=row["cadence"],
        waits=row["waits"],
    )


def _last_number(look: Look, customer_id: int) -> int:
    return (
        look.value(
            "SELECT MAX(number) AS value FROM rhythm_fact WHERE customer_id = :id", id=customer_id
        )
        or 0
    )
