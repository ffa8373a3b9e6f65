"""Sharings, read: when an answer was shown to whom, and where."""

from collections.abc import Sequence
from datetime import date

from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look


def days_at(
    look: Look, answer_ids: Sequence[int], *, edition: str, place: str | None
) -> dict[int, frozenset[date]]:
    """Return on which days answers were shown to an audience at a place, however it is written."""
    rows = look.among(
        "SELECT answer_id, place, day FROM sharing WHERE answer_id IN ({}) AND edition = :edition",
        list(answer_ids) or [0],
        edition=edition,
    )
    found: dict[int, set[date]] = {answer_id: set() for answer_id in answer_ids}
    for row in rows:
        if _folded(row["place"]) == _folded(place):
            found[row["answer_id"]].add(day_of(row["day"]))
    return {answer_id: frozenset(days) for answer_id, days in found.items()}


def not_shown(look: Look, *, edition: str) -> list[int]:
    """Return the ids of the answers that an audience was never shown, oldest first."""
    rows = look.tuples(
        "SELECT id FROM answer WHERE NOT EXISTS (SELECT 1 FROM sharing"
        " WHERE sharing.answer_id = answer.id AND sharing.edition = :edition) ORDER BY id",
        edition=edition,
    )
    return [row[0] for row in rows]


def _folded(place: str | None) -> str:
    return " ".join((place or "").casefold().split())
