"""Everything that a book holds, to be compared."""

from typing import Any

from dailycontact.store.book import Book

JOURNAL = frozenset({"event", "event_row"})
DICTIONARIES = frozenset({"reach", "holiday"})
"""What is written when it is first needed, and stays: no fact, and nothing to take back."""


def dump(book: Book, *, journal: bool = False) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every table, in order; those of the journal only when asked for."""
    from dailycontact.store.tables import TABLES

    look = book.look()
    return {
        table: [dict(row) for row in look.rows(f"SELECT * FROM {table} ORDER BY 1")]  # type: ignore[call-overload]  # noqa: S608 - our own names; every row is a mapping
        for table in TABLES
        if table not in DICTIONARIES and (journal or table not in JOURNAL)
    }
