"""theme merge, split."""

from __future__ import annotations

from typing import Annotated

from dailycontact.core.quoting import typed as written
from dailycontact.core.sentences import undo_offer
from dailycontact.store import themes
from dailycontact.terminal.later import options, typer
from dailycontact.themes.commands.numbers import answer_numbers
from dailycontact.themes.commands.quoting import check_apart, check_numbers
from dailycontact.themes.usecases import joining as usecase
from dailycontact.themes.view import changed, documents
from dailycontact.workspace import Workspace


def merge(
    workspace: Workspace,
    *,
    one: Annotated[str, typer.Argument(metavar="STAYS", help="The theme that stays, by its name.")],
    others: Annotated[
        list[str], typer.Argument(metavar="GOES…", help="What becomes part of it; its name goes.")
    ],
    yes: options.Yes = False,
    json: options.Json = False,
) -> None:
    """Make two themes one: the first that you name stays, the other becomes part of it.

    For example: dailycontact theme merge invoices bills
    """
    look = workspace.look
    check_apart([one, *others], themes.themes(look), command="theme merge")
    if not (yes or json) and workspace.asker.can_ask:
        merging = usecase.merging(look, one, others, today=workspace.today)
        workspace.screen.say(changed.merging(merging))
        if not workspace.asker.confirm("Make them one?", default=not merging.shrinks):
            workspace.screen.say(changed.not_merged(merging))
            return
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
    check_numbers(numbers, named=into, option="--into", command=f"theme split {written(name)}")
    wanted = answer_numbers(workspace, numbers)
    new = into or workspace.asker.ask("The theme that they get", flag="--into NEW")
    with workspace.change("theme split") as change:
        done = usecase.split(change, name, wanted, into=new, day=workspace.today)
    if json:
        workspace.screen.json(documents.split(done))
        return
    workspace.screen.say(*changed.split(done))
    workspace.screen.hint(undo_offer())
