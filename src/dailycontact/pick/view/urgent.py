"""What heads every card until somebody has it: an urgent answer without an owner, or late."""

from collections.abc import Iterable

from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import first_name, say_when, shortened
from dailycontact.core.standing import Doing, Standing
from dailycontact.pick.usecases.today import Today
from dailycontact.store.urgency import COUNTED
from dailycontact.terminal.card import Part, at_most, labelled, quoted, spread
from dailycontact.terminal.door import shorten
from dailycontact.terminal.styles import LABEL, WARNING

A_NAME = 24
A_FEW_WORDS = 72
"""Columns of a name, and characters of what was said."""

MOST_LINES = 2

INDENT = 11
"""Columns before the second line, so that it stands below the words."""


def above(today: Today) -> list[Part | str]:
    """Return what stands above everything else, after an empty line; nothing for nothing."""
    parts = list(urgent(today))
    return ["", *parts] if parts else []


def urgent(today: Today, *, lines: int = MOST_LINES) -> Iterable[Part]:
    """Yield the urgent answer that waits longest for an owner, and the command that finds one.

    What was said may fill so many lines.
    """
    waiting = today.beside.urgent
    for standing in waiting.first[:1]:
        answer = standing.answer
        said = say_when(answer.day, today=today.day)
        who = f"{shorten(answer.customer, A_NAME)}, {said[0].lower()}{said[1:]}:"
        words = quoted(shortened(answer.verbatim, width=A_FEW_WORDS))
        yield at_most(labelled("URGENT", f"{who} {words}", style=WARNING), lines)
        wanted = _late(standing, waiting.number - 1) or _wanted(
            waiting.number - 1, is_new=answer.day == today.day
        )
        command = f"{PROGRAM} {to_move_on(standing)}"
        yield spread((wanted, LABEL), (command, LABEL), indent=INDENT)


def _late(standing: Standing, others: int) -> str:
    """Return who has it and since when it is late; empty where somebody is still looked for."""
    waiting = [doing for doing in standing.doings if doing.open and doing.owner]
    since = standing.late_since
    if since is None or not waiting or _ownerless(standing):
        return ""
    owner = next((one.owner for one in waiting if one.due_on == since), waiting[0].owner) or ""
    more = f"; {_many(others)} more urgent" if others else ""
    who = shorten(first_name(owner), A_NAME)
    return f"{who} has it, late since {since.day} {since:%B}{more}"


def _many(others: int) -> str:
    return f"{COUNTED}+" if others >= COUNTED else f"{others}"


def _ownerless(standing: Standing) -> list[Doing]:
    return [doing for doing in standing.doings if doing.open and doing.owner is None]


def _wanted(others: int, *, is_new: bool) -> str:
    """Return that nobody has it, nor some others: in a few words, beside a command."""
    when = "today" if is_new else "the same day"
    if not others:
        return f"Nobody has it yet; wanted {when}"
    return f"Nobody has it, nor {_many(others)} more{'; wanted today' if is_new else ''}"


def to_move_on(standing: Standing) -> str:
    """Return the command that gives it to somebody, or that shows what they do about it."""
    if ownerless := _ownerless(standing):
        return f"take A{ownerless[0].action_id}"
    late = [doing for doing in standing.doings if doing.open and doing.due_on]
    first = min(late, key=lambda doing: doing.due_on or standing.answer.day, default=None)
    return f"act A{first.action_id}" if first else f"act {standing.answer.id}"
