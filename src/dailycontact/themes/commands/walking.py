"""The wishes that nobody has read yet, one after the other: one key for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dailycontact.core.program import PROGRAM
from dailycontact.core.proposing import short
from dailycontact.core.sentences import undo_offer
from dailycontact.errors import DailycontactError
from dailycontact.store import theme_lists
from dailycontact.store.answers import standing
from dailycontact.store.suggesting import suggest
from dailycontact.terminal.prompts import ENTER
from dailycontact.themes.commands.naming_one import meant, put_in
from dailycontact.themes.view import walking as view

if TYPE_CHECKING:
    from dailycontact.core.answer import Answer
    from dailycontact.core.theme import Proposal
    from dailycontact.workspace import Workspace

ANOTHER, LEAVE, STOP = "t", "x", "q"
PROPOSED = 3
"""How many themes are proposed."""


def walk(workspace: Workspace) -> None:
    """Go through the wishes without a theme, the newest first, until all are read or enough."""
    numbers = theme_lists.unread(workspace.look)
    if not numbers:
        workspace.screen.say(view.NONE_LEFT)
        return
    read = 0
    for place, number in enumerate(numbers, start=1):
        answer = standing(workspace.look, number, today=workspace.today).answer
        of = f"{place} of {len(numbers)}"
        workspace.screen.show(*view.wish(answer, of=of, today=workspace.today))
        name = _asked(workspace, answer)
        if name is None:
            break
        if name:
            read += put_in(workspace, [number], name)
    workspace.screen.say(view.ended(read))
    if read:
        workspace.screen.hint(undo_offer())
    workspace.screen.hint(f"{PROGRAM} theme list")


def _asked(workspace: Workspace, answer: Answer) -> str | None:
    """Return the theme that a wish gets: "" for none yet, None to stop here."""
    seems = suggest(
        workspace.look,
        answer.verbatim,
        today=workspace.today,
        but_answer_id=answer.id,
        most=PROPOSED,
        leader_id=workspace.leader.id,
    )
    workspace.screen.say(view.sounds_like(seems))
    found = seems.proposals
    first = ENTER if found and found[0].is_likely else "1"
    offered = {first if at == 1 else str(at): one for at, one in enumerate(found, start=1)}
    while True:
        pressed = workspace.asker.key(_keys(offered))
        if pressed in offered:
            return offered[pressed].theme.name
        if pressed == STOP:
            return None
        if pressed != ANOTHER:
            return ""
        if name := _named(workspace):
            return name


def _keys(offered: dict[str, Proposal]) -> dict[str, str]:
    keys = {key: short(one.theme) for key, one in offered.items()}
    keys |= {ANOTHER: "another theme" if offered else "a theme"}
    return keys | {LEAVE if ENTER in offered else ENTER: "leave it", STOP: "stop"}


def _named(workspace: Workspace) -> str:
    """Return the theme that is typed, found or to be begun; nothing where none was meant."""
    typed = workspace.asker.line("What is it about?")
    if not typed:
        return ""
    try:
        return meant(workspace, typed)
    except DailycontactError as problem:
        workspace.screen.warn(str(problem))
        return ""
