"""The numbers that customers had before they were merged into another: they still mean them.

They are kept as external ids of the book itself, so that a list that was exported before brings
nobody back; and none of them is ever given to somebody else.
"""

from dailycontact.store.looking import Look
from dailycontact.store.settings import book_settings

OWN = "dailycontact"
_DIGITS = 4
"""Bytes of a mark."""


def mark(seed: str) -> str:
    """Return by what a book is told from others, in eight hexadecimal digits."""
    from hashlib import blake2b

    return blake2b(f"book\x1f{seed}".encode(), digest_size=_DIGITS).hexdigest()


def own_source(look: Look) -> str:
    """Return what this book is called as the source of its own customers."""
    return f"{OWN} {mark(book_settings(look).seed)}"


def last_number(look: Look) -> int:
    """Return the highest number that a customer has, or had before a merge; 0 for none."""
    there = look.value("SELECT MAX(id) AS value FROM customer")
    rows = look.rows(
        "SELECT value FROM external_id WHERE source = :source", source=own_source(look)
    )
    return max([int(there or 0), *(int(row["value"]) for row in rows if row["value"].isdecimal())])


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
