"""customers pause, resume, do-not-contact."""

from __future__ import annotations

from typing import Annotated

from dailycontact.people.usecases import attention
from dailycontact.people.view import entries as view
from dailycontact.store.customers import find_customer
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


def pause(
    workspace: Workspace,
    *,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Part of a name or company, or an id."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", help="The day from which they may be phoned: 2mo.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why, in a few words.")] = None,
    json: options.Json = False,
) -> None:
    """Leave a customer alone for a while; their time stands still.

    For example: dailycontact customers pause duarte --until "7 December" --reason "on leave"
    """
    customer = workspace.named_customer(name)
    ends = workspace.read_day(until) if until else None
    with workspace.change("customers pause") as change:
        paused = attention.pause(
            change, customer, day=workspace.today, until=ends, reason=_or_none(reason)
        )
    if json:
        workspace.screen.json(view.attended_document(paused))
    else:
        workspace.screen.say(view.paused(paused, day=workspace.today))


def resume(
    workspace: Workspace,
    *,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Part of a name or company, or an id."),
    ] = None,
    json: options.Json = False,
) -> None:
    """Phone a customer again who was left alone.

    For example: dailycontact customers resume duarte
    """
    customer = workspace.named_customer(name)
    with workspace.change("customers resume") as change:
        resumed = attention.resume(change, customer, day=workspace.today)
    _show_again(workspace, resumed, json=json)


def do_not_contact(
    workspace: Workspace,
    *,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Part of a name or company, or an id."),
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", help="What they said, in a few words.")
    ] = None,
    lift: Annotated[
        bool, typer.Option("--lift", help="They said that they may be contacted again.")
    ] = False,
    yes: options.Yes = False,
    json: options.Json = False,
) -> None:
    """Never phone a customer again who said no; only their own word lifts it.

    For example: dailycontact customers do-not-contact duarte --reason "asked me not to ring"
    """
    customer = workspace.named_customer(name)
    if lift:
        _lift(workspace, customer.id, reason=reason, yes=yes, json=json)
        return
    sure = yes or not workspace.asker.can_ask
    if not sure and not workspace.asker.confirm(view.refuse_question(customer)):
        workspace.screen.say("Nothing was changed.")
        return
    with workspace.change("customers do-not-contact") as change:
        refusing = attention.refuse(change, customer, day=workspace.today, reason=_or_none(reason))
    if json:
        workspace.screen.json(view.refusing_document(refusing))
    else:
        workspace.screen.say(*view.refused(refusing, day=workspace.today))


def _lift(
    workspace: Workspace, customer_id: int, *, reason: str | None, yes: bool, json: bool
) -> None:
    customer = find_customer(workspace.look, str(customer_id))
    asker = workspace.asker
    asker.yes = asker.yes or yes
    said = _or_none(reason) or asker.ask("What did they say?", flag="--reason TEXT")
    if not asker.confirm(view.lift_question(customer)):
        workspace.screen.say("Nothing was changed.")
        return
    with workspace.change("customers do-not-contact") as change:
        lifted = attention.lift(change, customer, day=workspace.today, reason=said)
    _show_again(workspace, lifted, json=json)


def _show_again(workspace: Workspace, attended: attention.Attended, *, json: bool) -> None:
    if json:
        workspace.screen.json(view.attended_document(attended))
    else:
        workspace.screen.say(view.resumed(attended, today=workspace.today))


def _or_none(text: str | None) -> str | None:
    return (text or "").strip() or None
