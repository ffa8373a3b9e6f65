"""customers list, show."""

from __future__ import annotations

from typing import Annotated

from dailycontact.people.usecases import roster
from dailycontact.people.view import roster as roster_view
from dailycontact.store.roster import Wanted
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

FIRST = 200
"""How many are listed when nobody asks for all."""


def list_(
    workspace: Workspace,
    *,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]", help="Part of a name, company, e-mail or number."),
    ] = None,
    segment: Annotated[str, typer.Option("--segment", help="Only those of a segment.")] = "",
    mine: Annotated[bool, typer.Option("--mine", help="Only those who are yours alone.")] = False,
    no_phone: Annotated[
        bool, typer.Option("--no-phone", help="Only those without a number.")
    ] = False,
    no_zone: Annotated[
        bool, typer.Option("--no-zone", help="Only those who could be in several time zones.")
    ] = False,
    check_number: Annotated[
        bool, typer.Option("--check-number", help="Only those whose number nobody answers.")
    ] = False,
    do_not_contact: Annotated[
        bool, typer.Option("--do-not-contact", help="Only those who said no.")
    ] = False,
    paused: Annotated[bool, typer.Option("--paused", help="Only those left alone now.")] = False,
    left: Annotated[bool, typer.Option("--left", help="Only those who have left us.")] = False,
    everybody: Annotated[bool, typer.Option("--all", help="All of them, however many.")] = False,
    json: options.Json = False,
) -> None:
    """List the customers, by name: how to reach them, how often, and about when next.

    For example: dailycontact customers list café --mine
    """
    wanted = Wanted(
        text=" ".join(text or ()),
        segment=segment,
        leader_id=workspace.leader.id if mine else None,
        no_phone=no_phone,
        check_number=check_number,
        no_zone=no_zone,
        do_not_contact=do_not_contact,
        paused=paused,
        left=left,
    )
    limit = None if everybody else FIRST
    found = roster.list_customers(workspace.look, wanted, day=workspace.today, limit=limit)
    if json:
        workspace.screen.json(roster_view.roster_document(found))
        return
    whole = not workspace.screen.is_terminal
    parts = roster_view.roster(found, today=workspace.today, whole=whole, to_check=check_number)
    workspace.screen.show(*parts)


def show(
    workspace: Workspace,
    *,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Part of a name or company, or an id."),
    ] = None,
    json: options.Json = False,
) -> None:
    """Show one customer, with everything that happened.

    For example: dailycontact customers show duarte
    """
    from dailycontact.people.usecases import stories
    from dailycontact.people.view import stories as story_view

    customer = workspace.named_customer(name)
    found = stories.story(workspace.look, customer, today=workspace.today)
    if json:
        workspace.screen.json(story_view.shown_document(found))
        return
    workspace.screen.show(*story_view.story(found, today=workspace.today))
