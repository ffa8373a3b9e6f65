"""check."""

from __future__ import annotations

from typing import Annotated

from dailycontact.core.event import CHECKED
from dailycontact.errors import DailycontactError, ExitCode
from dailycontact.terminal.later import options, typer
from dailycontact.upkeep.usecases import health
from dailycontact.upkeep.view import health as view
from dailycontact.workspace import Workspace


def check(
    workspace: Workspace,
    *,
    rebuild: Annotated[
        bool,
        typer.Option("--rebuild", help="Put right the rhythms that are not what happened."),
    ] = False,
    json: options.Json = False,
) -> None:
    """Look whether the book is whole and safe; nothing is written without --rebuild.

    Ends with 1 when something was found, for a script: dailycontact check
    """
    if not workspace.has_book:
        raise workspace.no_book()
    try:
        today = workspace.today
    except DailycontactError:
        today = workspace.now.date()
    found = health.examine(workspace.book, today=today, rhythms=not rebuild)
    put_right = None
    if rebuild and not health.is_broken(found):
        with workspace.change(CHECKED) as change:
            put_right = health.put_right(change)
    if json:
        workspace.screen.json(view.document(found, put_right=put_right))
    else:
        workspace.screen.show(*view.lines(found, put_right=put_right))
    if found:
        raise typer.Exit(code=ExitCode.FOUND_SOMETHING)
