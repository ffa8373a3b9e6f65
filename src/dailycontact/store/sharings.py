"""Sharings, read: when an answer was shown to the team, and where."""

from datetime import date

from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look


def days_at(look: Look, answer_id: int, *, place: str | None) -> frozenset[date]:
    """Return the days on which an answer was shared at a place, however its name is written."""
    rows = look.rows("SELECT place, day FROM sharing WHERE answer_id = :id", id=answer_id)
    wanted = _folded(place)
    return frozenset(day_of(row["day"]) for row in rows if _folded(row["place"]) == wanted)


def _folded(place: str | None) -> str:
    return " ".join((place or "").casefold().split())
