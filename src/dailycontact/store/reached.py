"""How far an edition went, and whether what it says is still so: read from the outbox."""

from collections.abc import Iterator
from datetime import datetime

from dailycontact.core.message import Message, State
from dailycontact.store import messages
from dailycontact.store.looking import Look

SAID = ("answer", "customer", "action", "action_answer", "finish", "finish_answer", "story")
SAID_OF = ("member", "promise", "talk_reply", "telling", "theme", "segment")
"""The tables from which a report is made: a row of them that was changed may stand in it."""
SETTINGS = ("permission", "company", "kept_words", "hidden_words")
"""The settings that decide what stands in a report."""


def cutoff(look: Look, edition: str) -> datetime | None:
    """Return up to which instant an edition went out without a gap; None where it never did.

    What begins later than the last one ended leaves a gap: it is not passed over.
    """
    reached: datetime | None = None
    for one in _for_everybody(look, edition):
        if one.sent and (reached is None or one.since <= reached):
            reached = max(reached or one.until, one.until)
    return reached


def left_out(look: Look, edition: str) -> datetime | None:
    """Return where an edition began that reached nobody, the earliest of them."""
    nobody = (one.since for one in messages.editions(look, edition) if not one.sent)
    return min(nobody, default=None)


def _for_everybody(look: Look, edition: str) -> Iterator[Message]:
    """Yield the editions but those that were made anew for whoever had missed one.

    These say more than was missed, and the others have not read that.
    """
    missed: list[tuple[datetime, set[str]]] = []
    for one in messages.editions(look, edition):
        to = {each.recipient for each in one.deliveries}
        if not any(one.since == since and to <= whom for since, whom in missed):
            yield one
        if one.sent:
            left = {each.recipient for each in one.deliveries if each.state is State.DROPPED}
            missed.append((one.since, left))


def changed_since(look: Look, one: Message) -> bool:
    """Return whether what a message says may not be so any more; a note says little."""
    came = look.value(
        "SELECT MIN(event_id) AS value FROM event_row WHERE table_name = 'message'"
        " AND before IS NULL AND :id BETWEEN first_id AND last_id",
        id=one.id,
    )
    event_id = int(came or 0)
    if one.member_id is None:
        return changed_after(look, event_id)
    if _settings_after(look, event_id):
        return True
    about = {("member", one.member_id)}
    for row in look.rows(
        "SELECT answer.id, customer_id FROM message_answer JOIN answer ON answer.id = answer_id"
        " WHERE message_id = :id",
        id=one.id,
    ):
        about |= {("answer", row["id"]), ("customer", row["customer_id"])}
    touched = _touched(look, event_id)
    return any(name == t and a <= number <= b for name, number in about for t, a, b in touched)


def changed_after(look: Look, event_id: int) -> bool:
    """Return whether, after an event, anything was changed or taken back that a report may say.

    Or which words are hidden: whoever has just hidden one would not send it all the same. What
    only came since belongs to the next report.
    """
    return bool(_touched(look, event_id)) or _settings_after(look, event_id)


def _touched(look: Look, event_id: int) -> list[tuple[str, int, int]]:
    """Return the rows that were changed or taken back: their table, and from which to which."""
    rows = look.among(
        "SELECT table_name, first_id, last_id FROM event_row JOIN event ON event.id = event_id"
        " WHERE event_id > :event AND table_name IN ({})"
        " AND (before IS NOT NULL OR undoes_id IS NOT NULL)",
        (*SAID, *SAID_OF),
        event=event_id,
    )
    return [(row["table_name"], row["first_id"], row["last_id"]) for row in rows]


def _settings_after(look: Look, event_id: int) -> bool:
    rows = look.rows(
        "SELECT before, after FROM event_row WHERE event_id > :event AND table_name = 'setting'",
        event=event_id,
    )
    said = [f"{row['before']}{row['after']}" for row in rows]
    return any(f'"key": "{key}"' in text for text in said for key in SETTINGS)


def came_late(look: Look, event_id: int, *, until: datetime) -> bool:
    """Return whether, after an event, something was stored that belongs to the days before."""
    found = look.row(
        "SELECT 1 AS found FROM event WHERE id > :event AND recorded_at < :until",
        event=event_id,
        until=until,
    )
    return found is not None
