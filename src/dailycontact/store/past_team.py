"""The team as it was at an instant: who was in it, who led, and to whom one writes."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from dailycontact.store.looking import Row
from dailycontact.store.then import Then


class PastTeam:
    """Who was in the team then; whoever changed their name since is called as they are today."""

    def __init__(self, then: Then) -> None:
        self._then = then
        rows = then.look.rows(
            "SELECT id, name, aliases, email, leads, left_on FROM member ORDER BY id"
        )
        self._now = rows
        self.names: dict[int, str] = {row["id"]: row["name"] for row in rows}
        """What everybody is called who is, was or will be in it, by their ids."""
        there = [row for row in rows if then.was_there("member", row["id"])]
        # A book that was begun since, and told what had been before, has the team that it has.
        self._there: dict[int, Row | dict[str, Any]] = {
            row["id"]: then.as_it_was("member", row, row_id=row["id"]) for row in there or rows
        }

    def called(self) -> tuple[str, ...]:
        """Return what those were called who were in it, or had left: then and before, or for short.

        Also what some were called otherwise: words from then may still call them so.
        """
        return self._called

    @cached_property
    def _called(self) -> tuple[str, ...]:
        # CROSS JOIN lets SQLite go through the events, which are fewer than their rows.
        rows = self._then.look.rows(
            "SELECT line.before FROM event CROSS JOIN event_row line"
            " WHERE line.event_id = event.id AND event.command = :edit"
            " AND event.recorded_at < :until"
            " AND line.table_name = 'member' AND line.before IS NOT NULL",
            edit="team edit",
            until=self._then.until,
        )
        were = (json.loads(row["before"]) for row in rows)
        return tuple(sorted(_names((*were, *self._there.values()))))

    def called_since(self) -> tuple[str, ...]:
        """Return what the same people are called only since."""
        now = (row for row in self._now if row["id"] in self._there)
        return tuple(sorted(_names(now) - set(self._called)))

    def renamed(self) -> frozenset[str]:
        """Return what those are called now who were called otherwise then."""
        return frozenset(
            self.names[number]
            for number, row in self._there.items()
            if row["name"] != self.names[number]
        )

    def leaders(self, day: date) -> frozenset[int]:
        """Return the ids of those who led on a day."""
        stored = day.isoformat()
        return frozenset(
            number
            for number, row in self._there.items()
            if row["leads"] and (row["left_on"] is None or row["left_on"] > stored)
        )

    def contact(self, day: date, *, called_by: Iterable[str]) -> str | None:
        """Return the address of the leader who called most, or else of one who has an address."""
        calls = Counter(called_by)
        reached = [
            (-calls[self.names[number]], number)
            for number in self.leaders(day)
            if self._there[number]["email"]
        ]
        return str(self._there[min(reached)[1]]["email"]) if reached else None


def _names(members: Iterable[Row | dict[str, Any]]) -> set[str]:
    return {
        name for row in members for name in (str(row["name"]), *json.loads(row["aliases"] or "[]"))
    }
