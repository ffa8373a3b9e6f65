"""skip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dailycontact.errors import UsageProblem
from dailycontact.pick.commands.today import morning_of, today
from dailycontact.pick.rule.avoided import check_ahead
from dailycontact.pick.usecases import skip as usecase
from dailycontact.pick.view import documents
from dailycontact.pick.view import skipped as view
from dailycontact.terminal.card import paragraph
from dailycontact.terminal.later import options, typer
from dailycontact.terminal.styles import NAME
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date

A_WHILE = "in 3 months"
"""How long a pause is, where the leader names no day."""


def skip(
    workspace: Workspace,
    *,
    reason: Annotated[str | None, typer.Option("--reason", help="Why, for yourself.")] = None,
    tomorrow: Annotated[
        bool, typer.Option("--tomorrow", help="Only for today; not for a week.")
    ] = False,
    json: options.Json = False,
) -> None:
    """Leave today's customer for later, and take the next.

    After the third time in a row, it asks what would suit better: a pause, a longer rhythm, or a
    call after all.
    """
    asks = workspace.asker.can_ask and not json
    skipped = skip_or_call(workspace, reason=reason, tomorrow=tomorrow, asks=asks)
    if json and skipped:
        workspace.screen.json(documents.skipped_document(skipped, then=morning_of(workspace)))
        return
    if skipped:
        workspace.screen.say(view.passed_over(skipped, today=workspace.today))
        if skipped.asks and not asks:
            workspace.screen.say(*view.hints(skipped))
    today(workspace)


def skip_or_call(
    workspace: Workspace, *, reason: str | None, tomorrow: bool = False, asks: bool
) -> usecase.Skipped | None:
    """Pass over the pick of the day; None where the leader, being asked, calls it after all."""
    leader_id, day = workspace.leader.id, workspace.today
    coming = usecase.about_to(workspace.look, leader_id=leader_id, day=day, now=workspace.now)
    instead = None
    if asks and coming.asks:
        pressed = _asked(workspace, coming)
        if pressed == view.CALL:
            return None
        instead = _instead(workspace, coming, pressed)
    with workspace.change("skip") as change:
        return usecase.skip(
            change,
            leader_id=leader_id,
            day=day,
            reason=reason or None,
            tomorrow=tomorrow,
            instead=instead,
        )


def _asked(workspace: Workspace, coming: usecase.Skipped) -> str:
    workspace.screen.say("", paragraph(view.question(coming), style=NAME))
    return workspace.asker.key(view.keys(coming))


def _instead(workspace: Workspace, coming: usecase.Skipped, pressed: str) -> usecase.Instead | None:
    if pressed == view.PAUSE:
        return usecase.Instead(until=_until(workspace))
    return usecase.Instead(cadence=coming.longer) if pressed == view.LONGER else None


def _until(workspace: Workspace) -> date:
    """Return the day on which a pause ends, asked again until it lies ahead."""
    while True:
        typed = workspace.asker.line("Until when? (Enter: for three months)")
        try:
            until = workspace.read_day(typed or A_WHILE)
            check_ahead(until, day=workspace.today)
        except UsageProblem as problem:
            workspace.screen.warn(str(problem))
            continue
        return until
