"""skip."""

from __future__ import annotations

from typing import Annotated

from dailycontact.pick.commands.today import morning_of, today
from dailycontact.pick.usecases import skip as usecase
from dailycontact.pick.view import documents
from dailycontact.pick.view import skipped as view
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


def skip(
    workspace: Workspace,
    *,
    reason: Annotated[str | None, typer.Option("--reason", help="Why, for yourself.")] = None,
    tomorrow: Annotated[
        bool, typer.Option("--tomorrow", help="Only for today; not for a week.")
    ] = False,
    json: options.Json = False,
) -> None:
    """Leave today's customer for later, and take the next."""
    with workspace.change("skip") as change:
        skipped = usecase.skip(
            change,
            leader_id=workspace.leader.id,
            day=workspace.today,
            reason=reason,
            tomorrow=tomorrow,
        )
    if json:
        workspace.screen.json(documents.skipped_document(skipped, then=morning_of(workspace)))
        return
    workspace.screen.say(view.passed_over(skipped, today=workspace.today))
    today(workspace)
