"""A talk with somebody of the team on the screen."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.dates import say_ago, say_day
from dailycontact.core.talk import QUESTION, Talk
from dailycontact.core.team import Member
from dailycontact.terminal.card import Part, labelled, quoted, spread
from dailycontact.terminal.styles import LABEL, NAME


def card(member: Member, before: Sequence[Talk], *, today: date) -> list[Part | str]:
    """Return whom the leader talks with, what was said the last time, and what to ask."""
    last = f"last talk {say_ago(before[0].day, today=today)}" if before else "your first talk"
    parts: list[Part | str] = ["", spread((member.name, NAME), (last, LABEL)), ""]
    if before and before[0].wish:
        parts.append(labelled("LAST TIME", quoted(before[0].wish)))
    return [*parts, labelled("ASK", quoted(QUESTION)), ""]


def kept(talk: Talk, *, today: date) -> str:
    """Return that a talk was noted, and who can read it."""
    when = "" if talk.day == today else f" on {say_day(talk.day, today=today)}"
    said = f"Noted: you talked with {talk.member}{when}."
    if talk.pass_on:
        return f"{said} What they wish for may be passed on."
    return f"{said} What was said is yours alone." if talk.wish or talk.notes else said


def document(talk: Talk) -> dict[str, object]:
    """Return a talk as a JSON document."""
    return {
        "talk": {
            "id": talk.id,
            "member_id": talk.member_id,
            "member": talk.member,
            "leader": talk.leader,
            "day": talk.day,
            "wish": talk.wish,
            "private": not talk.pass_on,
            "notes": talk.notes,
        }
    }
