"""By what customers are found in words that others read: names, numbers and addresses.

Those of today and those from before an edit or a merge. Of who was erased the history says nothing
any more, but by marks (store/marks.py).
"""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from dailycontact.core.customer import ERASED
from dailycontact.core.known import Known
from dailycontact.store.forms import stored_instant
from dailycontact.store.looking import Look
from dailycontact.store.spans import holds, spans_of
from dailycontact.store.then import Then

_FORMER = (
    # CROSS JOIN lets SQLite go through the events, which are fewer than their rows.
    "SELECT line.table_name, line.before, event.recorded_at FROM event CROSS JOIN event_row line"
    " WHERE line.event_id = event.id AND event.command IN ('customers edit', 'customers merge')"
    " AND line.table_name IN ('customer', 'phone', 'email') AND line.before IS NOT NULL"
    " ORDER BY line.id"
)
_NOW = {
    "customer": "SELECT id, name, company FROM customer WHERE erased = 0 ORDER BY id",
    "phone": "SELECT id, COALESCE(e164, raw) FROM phone ORDER BY id",
    "email": "SELECT id, address FROM email ORDER BY id",
}
_SINCE = (
    "SELECT table_name, first_id, last_id, before FROM event CROSS JOIN event_row"
    " WHERE event_row.event_id = event.id AND event.recorded_at >= :until"
    " AND table_name IN ('customer', 'phone', 'email') ORDER BY event.id, event_row.id"
)
_Pair = tuple[str, ...]


def known(look: Look) -> Known:
    """Return by what everybody in the book is found, today."""
    found = _Reading(look)
    return _known({table: found.all(table) for table in _NOW})


def known_since(then: Then) -> tuple[Known, Known]:
    """Return by what everybody is found, and what of it came into the book after an instant."""
    found = _Reading(then.look)
    since = _Since(then)
    everything = {
        table: found.all(table) | dict.fromkeys(sorted(since.were(table))) for table in _NOW
    }
    news = {
        table: dict.fromkeys(each for each in forms if each not in before)
        for table, forms in everything.items()
        for before in (found.before(table, since) if since.has(table) else forms,)
    }
    return _known(everything), _known(news)


def _known(forms: Mapping[str, Iterable[_Pair]]) -> Known:
    return Known(
        people=tuple((name, company) for name, company in forms["customer"]),
        numbers=tuple(number for (number,) in forms["phone"]),
        addresses=tuple(address for (address,) in forms["email"]),
    )


class _Reading:
    """What the book says of customers now, and what its history says that they had."""

    def __init__(self, look: Look) -> None:
        self._now = {table: look.tuples(sql) for table, sql in _NOW.items()}
        self._former = look.tuples(_FORMER)

    def all(self, table: str) -> dict[_Pair, None]:
        """Return every form of a table, now and before, each once."""
        forms = dict.fromkeys(tuple(row[1:]) for row in self._now[table])
        return forms | dict.fromkeys(self._were(table))

    def before(self, table: str, since: "_Since") -> set[_Pair]:
        """Return what was there before the instant."""
        there = {tuple(row[1:]) for row in self._now[table] if not since.touched(table, row[0])}
        return there | set(self._were(table, until=since.until)) | since.were(table)

    def _were(self, table: str, *, until: str | None = None) -> Iterable[_Pair]:
        forms = (
            _FORMS[table](json.loads(before))
            for name, before, at in self._former
            if name == table and (until is None or at < until)
        )
        return (form for form in forms if form[0] != ERASED)


class _Since:
    """What happened to the rows of customers after an instant."""

    def __init__(self, then: Then) -> None:
        self.until = stored_instant(then.until)
        self._lines = then.look.tuples(_SINCE, until=then.until)

    def has(self, table: str) -> bool:
        """Return whether anything did."""
        return any(line[0] == table for line in self._lines)

    def touched(self, table: str, row_id: int) -> bool:
        """Return whether a row came or was changed."""
        return holds(self._spans[table], row_id)

    def were(self, table: str) -> set[_Pair]:
        """Return what the rows said that were changed, as they were first."""
        came: list[tuple[int, int]] = []
        first: dict[int, str] = {}
        for name, row_id, last_id, before in self._lines:
            if name != table:
                continue
            if before is None:
                came.append((row_id, last_id))
            elif row_id not in first and not any(low <= row_id <= high for low, high in came):
                first[row_id] = before
        forms = {_FORMS[table](json.loads(before)) for before in first.values()}
        return {form for form in forms if form[0] != ERASED}

    @cached_property
    def _spans(self) -> Mapping[str, Any]:
        return {
            table: spans_of((line[1], line[2]) for line in self._lines if line[0] == table)
            for table in _NOW
        }


_FORMS: Mapping[str, Callable[[dict[str, Any]], _Pair]] = {
    "customer": lambda was: (was["name"], was["company"]),
    "phone": lambda was: (was["e164"] or was["raw"],),
    "email": lambda was: (was["address"],),
}
