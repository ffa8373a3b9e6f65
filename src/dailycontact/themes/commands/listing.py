"""theme list, show."""

from __future__ import annotations

from typing import Annotated

from dailycontact.errors import UsageProblem
from dailycontact.terminal.later import options, typer
from dailycontact.themes.usecases import listing as usecase
from dailycontact.themes.view import documents
from dailycontact.themes.view import listing as view
from dailycontact.workspace import Workspace

FIRST = 20
"""How many themes, or answers of one, are shown when nobody asks for all."""


class NoneAtAll(UsageProblem):
    """Fewer than one was asked for."""

    def __init__(self) -> None:
        super().__init__("--limit says how many are shown; give it a number from 1, or --all.")


class SomeAndAll(UsageProblem):
    """So many were asked for, and all of them."""

    def __init__(self) -> None:
        super().__init__("--limit shows some of them and --all shows all; give one of the two.")


def list_(
    workspace: Workspace,
    *,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", help="How many are shown; 20 otherwise.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All of them, however many.")] = False,
    json: options.Json = False,
) -> None:
    """List what the answers are about: how many said it, its trend, and where it stands.

    What was said most comes first. dailycontact theme list
    """
    most = _most(limit, everything=everything)
    found = usecase.list_themes(workspace.look, day=workspace.today, limit=most)
    if json:
        workspace.screen.json(documents.themes(found))
    else:
        workspace.screen.show(*view.themes(found))


def show(
    workspace: Workspace,
    *,
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="The theme, or a part of its name.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", help="How many answers; 20 otherwise.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All of its answers.")] = False,
    json: options.Json = False,
) -> None:
    """Show one theme: where it stands, who is at it, and what was said, the newest first.

    For example: dailycontact theme show invoices
    """
    from dailycontact.themes.view import showing

    most = _most(limit, everything=everything)
    workspace.look  # noqa: B018 - without a book, nobody need be asked for a name
    typed = " ".join(name or ()) or workspace.asker.ask("Which theme", flag="NAME")
    found = usecase.show_theme(workspace.look, typed, day=workspace.today, limit=most)
    if json:
        workspace.screen.json(documents.shown(found))
    else:
        workspace.screen.show(*showing.theme(found))


def _most(limit: int | None, *, everything: bool) -> int | None:
    if limit is not None and limit < 1:
        raise NoneAtAll
    if limit is not None and everything:
        raise SomeAndAll
    return None if everything else limit or FIRST
