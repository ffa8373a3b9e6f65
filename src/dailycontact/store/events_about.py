"""Whom an event of the history is about: told by its rows, not by its words."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from dailycontact.store.looking import Look, Row


@dataclass(frozen=True, kw_only=True)
class About:
    """Whether an event is about somebody, and whether it is about other customers."""

    theirs: bool = False
    others: bool = False

    @property
    def beyond_doubt(self) -> bool:
        """Whether it is about them and nobody else."""
        return self.theirs and not self.others

    @property
    def of_others(self) -> bool:
        """Whether it is about other customers alone."""
        return self.others and not self.theirs


def about(look: Look, event_ids: Collection[int], ids: Collection[int]) -> dict[int, About]:
    """Return, of each of these events, whether it is about a customer with one of these ids."""
    if not event_ids:
        return {}
    found: dict[int, list[About]] = {event_id: [] for event_id in event_ids}
    rows = look.among(
        "SELECT event_id, table_name, first_id, last_id, before, after FROM event_row"
        " WHERE event_id IN ({})",
        sorted(event_ids),
    )
    whose = _answerers(look, rows)
    for row in rows:
        for first, last in _customers(row, whose):
            within = sum(first <= each <= last for each in ids)
            found[row["event_id"]].append(
                About(theirs=within > 0, others=last - first + 1 > within)
            )
    return {
        event_id: About(
            theirs=any(one.theirs for one in said), others=any(one.others for one in said)
        )
        for event_id, said in found.items()
    }


def _customers(row: Row, whose: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the customers of a row of the journal, as runs from one id to another."""
    if row["table_name"] == "customer":
        yield row["first_id"], row["last_id"]
    for facts in _facts(row):
        answer_id = row["first_id"] if row["table_name"] == "answer" else facts.get("answer_id")
        customer_id = facts.get("customer_id") or whose.get(answer_id or 0)
        if customer_id is not None:
            yield customer_id, customer_id


def _answerers(look: Look, rows: list[Row]) -> dict[int, int]:
    """Return who gave the answers that are named in these rows."""
    answers = {
        facts["answer_id"] for row in rows for facts in _facts(row) if facts.get("answer_id")
    }
    if not answers:
        return {}
    found = look.among("SELECT id, customer_id FROM answer WHERE id IN ({})", sorted(answers))
    return {row["id"]: row["customer_id"] for row in found}


def _facts(row: Row) -> list[dict[str, Any]]:
    return [json.loads(row[side]) for side in ("before", "after") if row[side]]
