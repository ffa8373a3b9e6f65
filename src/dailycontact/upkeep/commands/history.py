"""history, undo."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from dailycontact.core.program import PROGRAM
from dailycontact.store import journal
from dailycontact.terminal.later import options, typer
from dailycontact.upkeep.usecases import undo as usecase
from dailycontact.upkeep.view import history as view
from dailycontact.workspace import Workspace

A_SCREEN = 20
"""How many changes are shown unless all are asked for."""


def history(
    workspace: Workspace,
    *,
    everything: Annotated[bool, typer.Option("--all", help="From the beginning on.")] = False,
    customer: Annotated[
        str | None, typer.Option("--customer", help="Only what concerns this customer.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Show what was changed, when, by whom; the newest first.

    All that became of one customer: dailycontact history --customer "Ana Duarte"
    """
    most = None if everything else A_SCREEN
    look = workspace.look
    if customer is None:
        found = journal.events(look, most=most)
    else:
        found = journal.events_about(look, workspace.customer(customer).id, most=most)
    if json:
        workspace.screen.json(view.documents(found))
    elif not found:
        workspace.screen.say("Nothing was changed yet.")
    else:
        workspace.screen.show(view.rows(found, today=workspace.now, zone=_zone(workspace)))
        if len(found) == most:
            workspace.screen.hint(f"All of it: {PROGRAM} history --all")


def undo(
    workspace: Workspace,
    *,
    yes: options.Yes = False,
    json: options.Json = False,
) -> None:
    """Take back your last change, whatever the command; again goes further back.

    What others did since is never pulled away, and what is older than an hour is shown before it
    goes: dailycontact undo
    """
    leader_id = workspace.leader.id
    planned = usecase.next_undo(workspace.look, leader_id=leader_id)
    passed = planned.event.at < workspace.now - usecase.AT_ONCE and workspace.asker.can_ask
    if (planned.is_unexpected or passed) and not yes:
        zone = _zone(workspace)
        workspace.screen.say(view.planned(planned, now=workspace.now, zone=zone))
        if not workspace.asker.confirm("Take it back?"):
            workspace.screen.say("Nothing was changed.")
            return
    with workspace.change("undo") as change:
        undone = usecase.undo(change, leader_id=leader_id, today=workspace.today)
    if json:
        workspace.screen.json(view.taken_back_document(undone))
    else:
        zone = _zone(workspace)
        workspace.screen.say(*view.taken_back(undone, now=workspace.now, zone=zone))


def _zone(workspace: Workspace) -> ZoneInfo:
    return ZoneInfo(workspace.book_settings.zone)
