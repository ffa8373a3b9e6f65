"""leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dailycontact.core.dates import read_days
from dailycontact.core.program import PROGRAM
from dailycontact.errors import UsageProblem
from dailycontact.people.usecases import leave as absence
from dailycontact.people.view import leave as view
from dailycontact.store.calendar import is_working
from dailycontact.store.team import find_member
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date


class WhichDays(UsageProblem):
    """Something was said of days that were not named."""

    def __init__(self) -> None:
        super().__init__(
            f"Name the days, like: {PROGRAM} leave 2026-12-21..2027-01-02, or leave friday."
        )


def leave(
    workspace: Workspace,
    *,
    dates: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DATES]", help="A day, or first..last: 21 December..2 January."),
    ] = None,
    deputy: Annotated[str | None, typer.Option("--deputy", help="Who stands in.")] = None,
    cancel: Annotated[bool, typer.Option("--cancel", help="Take these days back.")] = False,
    json: options.Json = False,
) -> None:
    """Note days on which you do not call; without dates, show them.

    For example: dailycontact leave 2026-12-21..2027-01-02 --deputy tom
    """
    if not dates:
        if cancel or deputy:
            raise WhichDays
        _list(workspace, json=json)
        return
    first, last = read_days(
        " ".join(dates), today=workspace.today, is_working=is_working(workspace.look)
    )
    if cancel:
        _cancel(workspace, first, last, json=json)
        return
    member = find_member(workspace.look, deputy) if deputy else None
    leader_id, today = workspace.leader.id, workspace.today
    with workspace.change("leave") as change:
        taken = absence.take(
            change, leader_id=leader_id, first=first, last=last, deputy=member, today=today
        )
    if json:
        workspace.screen.json(view.leave_document([taken]))
        return
    workspace.screen.show(*view.taken(taken, today=today))
    workspace.screen.say(view.after_taking(taken, today=today))


def _list(workspace: Workspace, *, json: bool) -> None:
    absences = absence.list_leave(
        workspace.look, leader_id=workspace.leader.id, today=workspace.today
    )
    if json:
        workspace.screen.json(view.leave_document(absences))
    else:
        workspace.screen.show(*view.leave(absences, today=workspace.today))


def _cancel(workspace: Workspace, first: date, last: date, *, json: bool) -> None:
    with workspace.change("leave") as change:
        left = absence.cancel(
            change,
            leader_id=workspace.leader.id,
            first=first,
            last=last,
            today=workspace.today,
        )
    if json:
        workspace.screen.json(view.leave_document(left))
        return
    if left:
        workspace.screen.show(*view.leave(left, today=workspace.today))
    workspace.screen.say(view.after_cancelling(left))
