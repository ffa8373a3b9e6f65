"""check."""

from __future__ import annotations

from dailycontact.errors import DailycontactError, ExitCode
from dailycontact.terminal.later import options, typer
from dailycontact.upkeep.usecases.health import examine
from dailycontact.upkeep.view import health as view
from dailycontact.workspace import Workspace


def check(workspace: Workspace, *, json: options.Json = False) -> None:
    """Look whether the book is whole and safe; nothing is written.

    Ends with 1 when something was found, for a script: dailycontact check
    """
    if not workspace.has_book:
        raise workspace.no_book()
    try:
        today = workspace.today
    except DailycontactError:
        today = workspace.now.date()
    found = examine(workspace.book, today=today)
    if json:
        workspace.screen.json(view.document(found))
    else:
        workspace.screen.show(*view.lines(found))
    if found:
        raise typer.Exit(code=ExitCode.FOUND_SOMETHING)
