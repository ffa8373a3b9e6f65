"""Segments, read."""

from dataclasses import dataclass

from dailycontact.store.looking import Look


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A group of customers, and how often their turn comes, in working days."""

    id: int
    name: str
    cadence: int | None = None


def segments(look: Look) -> tuple[Segment, ...]:
    """Return every segment, in the order of their names."""
    rows = look.rows("SELECT id, name, cadence FROM segment ORDER BY name, id")
    return tuple(Segment(id=row["id"], name=row["name"], cadence=row["cadence"]) for row in rows)
