"""leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from dailycontact.core.dates import read_days
from dailycontact.core.program import PROGRAM
from dailycontact.errors import UsageProblem
from dailycontact.people.usecases import leave as absence
from dailycontact.people.view import leave as view
from dailycontact.store.calendar import is_working
from dailycontact.store.team import find_member, leaders
from dailycontact.terminal.later import options, typer
from dailycontact.terminal.prompts import ENTER
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date

    from dailycontact.core.team import Member


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
    deputy: Annotated[
        str | None, typer.Option("--deputy", metavar="NAME", help="Who stands in meanwhile.")
    ] = None,
    move: Annotated[
        bool, typer.Option("--move", help="Put off what was promised until you are back.")
    ] = False,
    cancel: Annotated[bool, typer.Option("--cancel", help="Take these days back.")] = False,
    json: options.Json = False,
) -> None:
    """Note days on which you do not call; without dates, show them.

    For example: dailycontact leave 2026-12-21..2027-01-02 --deputy tom
    """
    if not dates:
        if cancel or deputy or move:
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
    _take(workspace, _Days(first=first, last=last), member, move=move, json=json)


@dataclass(frozen=True, kw_only=True)
class _Days:
    first: date
    last: date


def _take(
    workspace: Workspace, days: _Days, deputy: Member | None, *, move: bool, json: bool
) -> None:
    leader_id, today = workspace.leader.id, workspace.today
    planned = absence.plan(
        workspace.look,
        leader_id=leader_id,
        first=days.first,
        last=days.last,
        deputy=deputy,
        today=today,
    )
    asks = planned.waits and planned.deputy is None and not move and days.last >= today
    if asks := asks and not json and workspace.asker.can_ask:
        workspace.screen.show(*view.taken(planned, today=today, asks=True))
        deputy, move = _asked(workspace, planned)
    with workspace.change("leave") as change:
        taken = absence.take(
            change,
            leader_id=leader_id,
            first=days.first,
            last=days.last,
            deputy=deputy,
            today=today,
            move=move,
        )
    if json:
        workspace.screen.json(view.leave_document([taken]))
        return
    if not asks:
        workspace.screen.show(*view.taken(taken, today=today))
    workspace.screen.say(*view.after_taking(taken, today=today))


def _asked(workspace: Workspace, planned: absence.Absence) -> tuple[Member | None, bool]:
    """Return who stands in, and whether the promises are put off, as the leader decides."""
    keys = view.choices(planned, today=workspace.today)
    pressed = workspace.asker.key(keys) if keys else ENTER
    if pressed != "d":
        return None, pressed == "m"
    others = [one for one in leaders(workspace.look) if one.id != workspace.leader.id]
    if len(others) == 1:
        return others[0], False
    names = [one.name for one in others]
    return others[workspace.asker.choose("Who stands in?", names, flag="--deputy")], False


def _list(workspace: Workspace, *, json: bool) -> None:
    absences = absence.list_leave(
        workspace.look, leader_id=workspace.leader.id, today=workspace.today
    )
    if json:
        workspace.screen.json(view.leave_document(absences))
        return
    last = absence.last_leave(workspace.look, leader_id=workspace.leader.id, today=workspace.today)
    workspace.screen.show(*view.leave(absences, today=workspace.today, last=last))


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
