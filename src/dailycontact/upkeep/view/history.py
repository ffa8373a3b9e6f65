"""What was changed, when, by whom; and what was taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from dailycontact.core.dates import say_day
from dailycontact.core.event import Event
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, listed
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL
from dailycontact.upkeep.usecases.undo import lifting

if TYPE_CHECKING:
    from rich.table import Table

    from dailycontact.upkeep.usecases.undo import Undoing, Undone

_NOUNS = {
    "customer": ("customer", None),
    "phone": ("number", None),
    "email": ("e-mail address", "e-mail addresses"),
    "call": ("call", None),
    "answer": ("answer", None),
    "promise": ("promise", None),
    "skip": ("skip", None),
    "sharing": ("sharing", None),
    "amendment": ("amendment", None),
    "action": ("action", None),
    "action_note": ("note", None),
    "revisit": ("second look", None),
    "finish": ("end of an action", "ends of actions"),
    "telling": ("telling", None),
    "telling_try": ("try to tell", "tries to tell"),
    "progress": ("word on where it stands", "words on where it stands"),
    "letter": ("letter", None),
    "theme": ("theme", None),
    "reading": ("reading of an answer", "readings of answers"),
    "theme_rule": ("rule of words", "rules of words"),
    "story": ("story", "stories"),
    "member": ("member of the team", "members of the team"),
    "talk": ("talk with the team", "talks with the team"),
    "talk_reply": ("reply to a wish", "replies to wishes"),
    "segment": ("segment", None),
    "leave": ("leave", "leaves"),
    "setting": ("setting", None),
}
"""What a leader calls the rows of a table; those that are missing go along unsaid."""


def rows(events: Sequence[Event], *, today: datetime, zone: tzinfo) -> "Table":
    """Return the changes as a table; times are those of the book's zone."""
    from dailycontact.terminal.table import table

    return table(
        ("when", "who", "what", "command"),
        [
            (
                said_at(event.at, now=today, zone=zone),
                event.leader or "",
                _what(event),
                Line((event.command, LABEL)),
            )
            for event in events
        ],
    )


def said_at(instant: datetime, *, now: datetime, zone: tzinfo) -> str:
    """Return an instant as people say it: "today 09:12", "23 Nov 09:12", "23 Nov 2025"."""
    there, here = instant.astimezone(zone), now.astimezone(zone)
    if there.date() == here.date():
        return f"today {there:%H:%M}"
    return f"{there.day} {there:%b}" + (
        f" {there:%H:%M}" if there.year == here.year else f" {there.year}"
    )


def _what(event: Event) -> Line:
    if event.undone:
        return Line((f"{event.words} (taken back)", LABEL))
    return Line(event.words)


def documents(events: Sequence[Event]) -> list[dict[str, object]]:
    """Return the changes as a JSON document."""
    return [
        {
            "id": event.id,
            "at": event.at,
            "leader": event.leader,
            "command": event.command,
            "summary": event.summary,
            "undoes": event.undoes_id,
            "undone": event.undone,
        }
        for event in events
    ]


def planned(undoing: "Undoing", *, now: datetime, zone: tzinfo) -> str:
    """Return what would be taken back, in a sentence."""
    if undoing.passed:
        names = listed(list(dict.fromkeys(undoing.passed)))
        return (
            f"{names} joined and has worked in the book since, so that stays (who goes:"
            f" {PROGRAM} team left NAME). Your change before it: {undoing.event.words}."
        )
    when = _moment(undoing.event.at, now=now, zone=zone)
    things = counted(undoing.touched)
    return f"Your last change ({when}): {undoing.event.words}." + (
        f" That was {things}." if things else ""
    )


def taken_back(undone: "Undone", *, now: datetime, zone: tzinfo) -> list[str]:
    """Return what was taken back, and what stays all the same, a sentence a line."""
    when = _moment(undone.event.at, now=now, zone=zone)
    lines = [] if undone.is_nothing else [f"Taken back: {undone.event.words} ({when})."]
    if lines and (things := counted(undone.touched)):
        lines.append(f"That was {things}.")
    if undone.refusals_kept:
        names = listed(list(undone.refusals_kept))
        lines.append(f"{names} asked not to be contacted, and that stays.")
        lines.append(f"To lift it: {lifting(undone.refusals_kept)}")
    if undone.is_nothing:
        lines.append(f"Nothing was taken back. What you did before: {PROGRAM} undo")
    return lines


def taken_back_document(undone: "Undone") -> dict[str, object]:
    """Return what was taken back as a JSON document."""
    return {
        "undone": documents([undone.event])[0] | {"undone": True},
        "touched": dict(undone.touched),
        "refusals_kept": list(undone.refusals_kept),
    }


def counted(touched: Mapping[str, int]) -> str:
    """Return how many of what a change touched: "1 call and 2 answers"."""
    return listed(
        [count(number, *_NOUNS[table]) for table, number in touched.items() if table in _NOUNS],
        most=6,
    )


def _moment(instant: datetime, *, now: datetime, zone: tzinfo) -> str:
    there, today = instant.astimezone(zone), now.astimezone(zone).date()
    day = "today" if there.date() == today else say_day(there.date(), today=today)
    return f"{day}, {there:%H:%M}"
