"""What was noted of an action on the way, dated and signed."""

from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.action import Note
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


def notes(look: Look, action_id: int) -> tuple[Note, ...]:
    """Return what was noted of an action, in order."""
    rows = look.rows(
        "SELECT action_note.id, text, evidence, member.name AS leader, day FROM action_note"
        " JOIN member ON member.id = action_note.leader_id WHERE action_id = :id"
        " ORDER BY action_note.id",
        id=action_id,
    )
    return tuple(
        Note(
            id=row["id"],
            text=row["text"],
            evidence=row["evidence"],
            by=row["leader"],
            day=day_of(row["day"]),
        )
        for row in rows
    )


def add(change: "Change", action_id: int, *, text: str, evidence: str, day: date) -> int:
    """Note something of an action; return the note's id."""
    return change.add(
        "action_note",
        action_id=action_id,
        text=text,
        evidence=evidence,
        leader_id=change.leader_id,
        day=day,
        recorded_at=change.at,
    )
