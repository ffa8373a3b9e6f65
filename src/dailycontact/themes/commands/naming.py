"""theme add, rename."""

from __future__ import annotations

from typing import Annotated

from dailycontact.core.quoting import typed as written
from dailycontact.core.sentences import undo_offer
from dailycontact.terminal.later import options, typer
from dailycontact.themes.commands.quoting import check_one_name
from dailycontact.themes.usecases import naming as usecase
from dailycontact.themes.view import changed, documents
from dailycontact.workspace import Workspace


def add(
    workspace: Workspace,
    *,
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="A word or two, as you say it.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Add a theme, before or after anybody has said it.

    For example: dailycontact theme add delivery times
    """
    workspace.look  # noqa: B018 - without a book, nobody need be asked for a name
    typed = " ".join(name or ()) or workspace.asker.ask("The name of the theme", flag="NAME")
    with workspace.change("theme add") as change:
        done = usecase.add(change, typed, day=workspace.today)
    if json:
        workspace.screen.json(documents.added(done))
        return
    workspace.screen.say(*changed.added(done))
    if done.is_new:
        workspace.screen.hint(undo_offer())


def rename(
    workspace: Workspace,
    *,
    old: Annotated[str, typer.Argument(metavar="OLD", help="What it is called.")],
    new: Annotated[list[str], typer.Argument(metavar="NEW", help="What it shall be called.")],
    json: options.Json = False,
) -> None:
    """Call a theme otherwise; its answers and its words stay with it.

    For example: dailycontact theme rename invoices "bills and invoices"
    """
    name = check_one_name(new, command=f"theme rename {written(old)}")
    with workspace.change("theme rename") as change:
        done = usecase.rename(change, old, name)
    if json:
        workspace.screen.json(documents.renamed(done))
        return
    workspace.screen.say(changed.renamed(done))
    if not done.unchanged:
        workspace.screen.hint(undo_offer())
