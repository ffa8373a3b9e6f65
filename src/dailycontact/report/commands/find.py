"""find."""

from __future__ import annotations

from typing import Annotated

from dailycontact.errors import NotFound, UsageProblem
from dailycontact.report.usecases import find as usecase
from dailycontact.report.view import find as view
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


def find(
    workspace: Workspace,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Words, or a part of one.")],
    *,
    json: options.Json = False,
) -> None:
    """Look for words in names, companies, answers, notes, actions, stories and talks.

    Capitals and accents do not matter. dailycontact find invoice
    """
    found = usecase.find(
        workspace.look, text, today=workspace.today, reader_id=_reader_id(workspace)
    )
    if json:
        workspace.screen.json(view.document(found))
    else:
        workspace.screen.show(*view.parts(found))


def _reader_id(workspace: Workspace) -> int | None:
    """Return which leader looks, where that is known: nobody need say so to look for words."""
    try:
        return workspace.leader.id
    except (NotFound, UsageProblem):
        return None
