"""Rows of the book as they were at an instant: the journal keeps each as it was before a change.

What was taken back since (undo) is taken back for the past, too, so that the changes of an undo are
not looked at.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from operator import itemgetter
from typing import Any

from dailycontact.store.looking import Look, Row
from dailycontact.store.spans import Spans, holds, spans_of
from dailycontact.store.touched import in_blocks

Rows = dict[int, dict[str, Any]]
"""Rows of one table as they were, by their ids."""

READ = (
    *("segment", "member", "leave", "customer", "call", "answer", "theme", "action"),
    *("telling", "promise", "phone"),
)
"""The tables whose rows are changed after they were written down, and that reports are made of."""
UNDATED = ("member", "leave", "customer", "phone")
"""Those of which only the journal knows when a row came."""


class Then:
    """The book as it was at the instant `until`; what was changed since is read once."""

    def __init__(self, look: Look, until: datetime) -> None:
        self.look = look
        self.until = until
        self._rows: dict[str, Rows] = {}

    def rows(self, table: str) -> Rows:
        """Return, by id, the rows of `table` that were changed since or are gone, as they were."""
        if table not in self._rows:
            was = {
                row_id: json.loads(before)
                for row_id, before in self._first.get(table, {}).items()
                if before is not None
            }
            self._rows[table] = was
        return self._rows[table]

    def row(self, table: str, row_id: int | None) -> dict[str, Any] | None:
        """Return a row as it was; None where it was not changed since."""
        return None if row_id is None else self.rows(table).get(row_id)

    def as_it_was(self, table: str, row: Row, *, row_id: int) -> Row | dict[str, Any]:
        """Return a row with the columns that were changed since as they were."""
        was = self.row(table, row_id)
        return row if was is None else {**dict(row), **was}  # type: ignore[call-overload]  # every row is a mapping

    def gone(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of `table` that were there and are gone, but for what was taken back."""
        were = self.rows(table)
        gone = sorted(self._gone.get(table, set()) & were.keys())
        back = self._back(table, gone) if table in UNDATED else ()
        return [were[row_id] for row_id in gone if row_id not in back]

    def _back(self, table: str, ids: Iterable[int]) -> set[int]:
        """Return those of the rows that are there again, but for numbers that others have now."""
        return {
            row["id"]
            for block in in_blocks(ids)
            for row in self.look.among(f"SELECT id FROM {table} WHERE id IN ({{}})", block)  # noqa: S608 - our own names
            if self.was_there(table, row["id"])
        }

    def was_there(self, table: str, row_id: int) -> bool:
        """Return whether a row of an undated table was there already."""
        return not holds(self._came.get(table, []), row_id)

    @cached_property
    def _lines(self) -> list[tuple[Any, ...]]:
        """Return what was changed since, in order: table, ids, the row before, whether it went."""
        # CROSS JOIN and COALESCE let SQLite begin with the events since, however many came before.
        tables = ", ".join(f"'{name}'" for name in READ)
        undated = ", ".join(f"'{name}'" for name in UNDATED)
        lines = self.look.tuples(
            "SELECT event_row.id, table_name, first_id, last_id, before,"  # noqa: S608 - our own names
            " CASE WHEN after IS NULL THEN 1 ELSE 0 END AS went"
            " FROM event CROSS JOIN event_row WHERE event_row.event_id = event.id"
            " AND event.recorded_at >= :until AND COALESCE(event.undoes_id, 0) = 0"
            f" AND table_name IN ({tables})"
            f" AND (before IS NOT NULL OR table_name IN ({undated}))",
            until=self.until,
        )
        return [line[1:] for line in sorted(lines, key=itemgetter(0))]

    @cached_property
    def _first(self) -> dict[str, dict[int, str | None]]:
        """Return the first line of each row: that which remembers it as it was."""
        found: dict[str, dict[int, str | None]] = {}
        runs: dict[str, list[tuple[int, int]]] = {}
        for table, first_id, last_id, before, _ in self._lines:
            if before is None and first_id < last_id:
                runs.setdefault(table, []).append((first_id, last_id))
            came = any(first <= first_id <= last for first, last in runs.get(table, ()))
            found.setdefault(table, {}).setdefault(first_id, None if came else before)
        return found

    @cached_property
    def _gone(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for table, first_id, _, before, went in self._lines:
            if went and before is not None:
                found.setdefault(table, set()).add(first_id)
        return found

    @cached_property
    def _came(self) -> dict[str, Spans]:
        found: dict[str, list[tuple[int, int]]] = {}
        for table, first_id, last_id, before, _ in self._lines:
            if before is None:
                found.setdefault(table, []).append((first_id, last_id))
        return {table: spans_of(spans) for table, spans in found.items()}
