"""Puts indexes aside while empty tables are filled: made at the end, they take half the time.

In SQLite this is part of the transaction, so that a refused change leaves them as they were.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dailycontact.store.looking import names

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


def put_aside(change: "Change", tables: Iterable[str]) -> tuple[str, ...]:
    """Drop the indexes of these tables (not what keeps rows unique); return how to make them."""
    listed, values = names("table", tables)
    found = change.rows(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"  # noqa: S608 - placeholders only
        f" AND tbl_name IN ({listed}) ORDER BY name",
        **values,
    )
    for index in found:
        change.run(f"DROP INDEX {index['name']}")
    return tuple(index["sql"] for index in found)


def put_back(change: "Change", made_by: Sequence[str]) -> None:
    """Make the indexes again that `put_aside` dropped."""
    for sql in made_by:
        change.run(sql)
