"""team list, add, edit, left."""

from __future__ import annotations

from typing import Annotated

from dailycontact.people.usecases import membership
from dailycontact.people.view import team as view
from dailycontact.store.team import find_member, leaders
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


def list_(
    workspace: Workspace,
    *,
    everybody: Annotated[bool, typer.Option("--all", help="Those who left, too.")] = False,
    json: options.Json = False,
) -> None:
    """List the team: who can take actions, be thanked, and make calls.

    For example: dailycontact team list
    """
    listed = membership.list_team(workspace.look, with_left=everybody)
    if json:
        workspace.screen.json(view.team_document(listed))
    else:
        workspace.screen.show(*view.team(listed, today=workspace.today))


def add(
    workspace: Workspace,
    *,
    name: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Who joins.")] = None,
    aliases: Annotated[
        list[str] | None, typer.Option("--alias", help="What they are called, too.")
    ] = None,
    email: Annotated[str | None, typer.Option("--email", help="Their e-mail address.")] = None,
    leads: Annotated[bool, typer.Option("--leads", help="They make calls, too.")] = False,
    json: options.Json = False,
) -> None:
    """Let somebody join the team, or come back to it.

    For example: dailycontact team add "Priya Nair" --email priya@example.com
    """
    workspace.begin()
    typed = " ".join(name or ()) or workspace.asker.ask("Their name", flag="NAME")
    with workspace.change("team add") as change:
        joined = membership.add(
            change,
            name=typed,
            aliases=aliases or (),
            email=email,
            leads=leads,
            day=workspace.today,
        )
    if json:
        workspace.screen.json(view.joined_document(joined))
    else:
        workspace.screen.say(view.joined(joined))
        _say_who_is_here(workspace, leads=leads)


def edit(
    workspace: Workspace,
    *,
    member: Annotated[
        list[str], typer.Argument(metavar="NAME", help="Part of their name, or an alias.")
    ],
    name: Annotated[str | None, typer.Option("--name", help="Another name.")] = None,
    aliases: Annotated[
        list[str] | None, typer.Option("--alias", help="What they are called, too.")
    ] = None,
    without_aliases: Annotated[
        list[str] | None, typer.Option("--remove-alias", help="What they are not called any more.")
    ] = None,
    email: Annotated[
        str | None, typer.Option("--email", help="Their e-mail address; - takes it away.")
    ] = None,
    leads: Annotated[
        bool | None, typer.Option("--leads/--no-leads", help="Whether they make calls.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", help="Who takes their customers over, with --no-leads.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Change what somebody is called, or whether they make calls.

    For example: dailycontact team edit priya --alias Pri --leads
    """
    found = find_member(workspace.look, " ".join(member))
    edits = membership.Edits(
        name=name,
        aliases=tuple(aliases or ()),
        without_aliases=tuple(without_aliases or ()),
        email=email,
        leads=leads,
        to=to,
    )
    with workspace.change("team edit") as change:
        handed = membership.edit(change, found, edits, day=workspace.today)
    if json:
        workspace.screen.json(view.handed_document(handed))
    else:
        workspace.screen.say(*view.handed(handed, left=False))
        _say_who_is_here(workspace, leads=bool(leads))


def _say_who_is_here(workspace: Workspace, *, leads: bool) -> None:
    """Say how the leader who was the only one is known here, now that somebody else leads, too."""
    settings = workspace.settings
    alone = settings.me is None and not settings.is_demo
    if leads and alone and len(leaders(workspace.look)) > 1:
        workspace.screen.say(view.several_leaders(workspace.leader))


def left(
    workspace: Workspace,
    *,
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="Who has left.")],
    to: Annotated[
        str | None, typer.Option("--to", help="Who takes over their customers and promises.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Note that somebody has left: customers and promises go to another, actions look for someone.

    For example: dailycontact team left tom --to priya
    """
    member = find_member(workspace.look, " ".join(name))
    with workspace.change("team left") as change:
        handed = membership.leave_team(change, member, to=to, day=workspace.today)
    if json:
        workspace.screen.json(view.handed_document(handed))
    else:
        workspace.screen.say(*view.handed(handed, left=True))
