"""theme merge, split."""

from __future__ import annotations

from typing import Annotated

from dailycontact.core.sentences import undo_offer
from dailycontact.terminal.later import options, typer
from dailycontact.themes.commands.numbers import answer_numbers
from dailycontact.themes.usecases import joining as usecase
from dailycontact.themes.view import changed, documents
from dailycontact.workspace import Workspace


def merge(
    workspace: Workspace,
    *,
    one: Annotated[str, typer.Argument(metavar="ONE", help="The theme that stays.")],
    others: Annotated[list[str], typer.Argument(metavar="OTHER…", help="What becomes part of it.")],
    json: options.Json = False,
) -> None:
    """Make two themes one: the answers of the other are read anew, its name leads to the one.

    For example: dailycontact theme merge invoices bills
    """
    with workspace.change("theme merge") as change:
        done = usecase.merge(change, one, others, day=workspace.today)
    if json:
        workspace.screen.json(documents.merged(done))
        return
    workspace.screen.say(changed.merged(done))
    workspace.screen.hint(undo_offer())


def split(
    workspace: Workspace,
    *,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The theme that they are in.")],
    numbers: Annotated[list[str], typer.Argument(metavar="ANSWER…", help="Which answers.")],
    into: Annotated[
        str | None, typer.Option("--into", metavar="NEW", help="The theme that they get.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Give some answers of a theme one of their own: they are about something else.

    For example: dailycontact theme split invoices 12 31 --into "two sites"
    """
    wanted = answer_numbers(workspace, numbers)
    new = into or workspace.asker.ask("The theme that they get", flag="--into NEW")
    with workspace.change("theme split") as change:
        done = usecase.split(change, name, wanted, into=new, day=workspace.today)
    if json:
        workspace.screen.json(documents.split(done))
        return
    workspace.screen.say(*changed.split(done))
    workspace.screen.hint(undo_offer())
