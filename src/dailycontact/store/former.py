"""The numbers that customers have and had: each means one person for good.

Those from before a merge are kept as external ids of the book itself, so that a list that was
exported before brings nobody back. No number is ever given to somebody else, not even one of
customers whose coming was taken back: it may stand in a copy, or in a file that went elsewhere.
"""

from typing import TYPE_CHECKING

from dailycontact.store.looking import Look
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

OWN = "dailycontact"
_DIGITS = 4
"""Bytes of a mark."""
_TAKEN_BACK = (
    "SELECT MAX(line.last_id) AS value FROM event JOIN event_row line ON line.event_id = event.id"
    " WHERE event.undoes_id IS NOT NULL AND line.table_name = 'customer'"
)
"""Only an undo takes customers out and keeps nothing of them but the journal."""


def mark(seed: str) -> str:
    """Return by what a book is told from others, in eight hexadecimal digits."""
    from hashlib import blake2b

    return blake2b(f"book\x1f{seed}".encode(), digest_size=_DIGITS).hexdigest()


def own_source(look: Look) -> str:
    """Return what this book is called as the source of its own customers."""
    return f"{OWN} {mark(book_settings(look).seed)}"


def last_number(look: Look) -> int:
    """Return the highest number that a customer has, or ever had; 0 for none."""
    there = look.value("SELECT MAX(id) AS value FROM customer")
    taken_back = look.value(_TAKEN_BACK)
    rows = look.rows(
        "SELECT value FROM external_id WHERE source = :source", source=own_source(look)
    )
    merged = (int(row["value"]) for row in rows if row["value"].isdecimal())
    return max([int(there or 0), int(taken_back or 0), *merged])


def give_number(change: "Change") -> int:
    """Return the number of one new customer: nobody ever had it."""
    number = last_number(change) + 1
    count_on(change, "customer", after=number)
    return number


def count_on(change: "Change", table: str, *, after: int) -> None:
    """Let a server go on with the numbers of a table after one that it did not give itself."""
    if not change.is_embedded:
        change.value(
            "SELECT setval(pg_get_serial_sequence(:named, 'id'), :last) AS value",
            named=table,
            last=after,
        )


def now_called(look: Look, number: int) -> int | None:
    """Return the number of the customer into whom the one with this number was merged."""
    found = look.value(
        "SELECT customer_id AS value FROM external_id WHERE source = :source AND value = :number",
        source=own_source(look),
        number=str(number),
    )
    return None if found is None else int(found)


def numbers_of(look: Look, customer_id: int) -> list[int]:
    """Return the numbers that a customer had before, the oldest merge first."""
    rows = look.rows(
        "SELECT value FROM external_id WHERE source = :source AND customer_id = :id ORDER BY id",
        source=own_source(look),
        id=customer_id,
    )
    return [int(row["value"]) for row in rows if row["value"].isdecimal()]


def merged(look: Look) -> frozenset[int]:
    """Return the customers into whom others were merged."""
    rows = look.rows(
        "SELECT DISTINCT customer_id FROM external_id WHERE source = :source",
        source=own_source(look),
    )
    return frozenset(row["customer_id"] for row in rows)
