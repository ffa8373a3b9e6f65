"""find."""

from __future__ import annotations

from typing import Annotated

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
    """Look for words in names, companies, answers, notes, actions and stories.

    Capitals and accents do not matter. dailycontact find invoice
    """
    found = usecase.find(workspace.look, text, today=workspace.today)
    if json:
        workspace.screen.json(view.document(found))
    else:
        workspace.screen.show(*view.parts(found))
