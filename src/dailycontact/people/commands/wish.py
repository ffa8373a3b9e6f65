"""team wish."""

from __future__ import annotations

from typing import Annotated

from dailycontact.core.sentences import undo_offer
from dailycontact.people.usecases import wishes
from dailycontact.people.view import wishes as view
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


def wish(
    workspace: Workspace,
    *,
    numbers: Annotated[
        list[str] | None, typer.Argument(metavar="NUMBER", help="Which; without, they are listed.")
    ] = None,
    doing: Annotated[
        str | None, typer.Option("--doing", metavar="TEXT", help="Somebody is at it.")
    ] = None,
    done: Annotated[str | None, typer.Option("--done", metavar="TEXT", help="It is done.")] = None,
    decline: Annotated[
        str | None, typer.Option("--decline", metavar="TEXT", help="It cannot be; say why.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Say what becomes of what the team wished for; without a number, see what is open.

    For example: dailycontact team wish 3 --done "From 1 December, Mondays begin at 08:00."
    """
    became = wishes.what_became(doing=doing, done=done, decline=decline)
    if not numbers and became is None:
        _list(workspace, json=json)
        return
    with workspace.change("team wish") as change:
        answered = wishes.answer(change, numbers or (), became, day=workspace.today)
    if json:
        workspace.screen.json(view.document(answered))
        return
    for line in view.answered(answered):
        workspace.screen.say(line)
    workspace.screen.hint(undo_offer())


def _list(workspace: Workspace, *, json: bool) -> None:
    waiting = wishes.open_wishes(workspace.look)
    if json:
        workspace.screen.json(view.document(waiting))
    elif waiting:
        workspace.screen.show("", view.table_of(waiting, today=workspace.today), "")
        workspace.screen.hint(view.ANSWER)
    else:
        workspace.screen.say(view.NONE)
