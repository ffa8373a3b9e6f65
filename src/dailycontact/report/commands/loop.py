"""loop."""

from __future__ import annotations

from typing import Annotated

from dailycontact.report.usecases import loop as usecase
from dailycontact.report.view import loop as view
from dailycontact.report.view.loop_document import document
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


def loop(
    workspace: Workspace,
    *,
    stage: Annotated[
        str | None,
        typer.Option(
            "--stage", metavar="STAGE", help="heard, shared, acting, done, declined or told."
        ),
    ] = None,
    customer: Annotated[
        str | None, typer.Option("--customer", metavar="NAME", help="Only what they said.")
    ] = None,
    leader: Annotated[
        str | None, typer.Option("--leader", metavar="NAME", help="Only what they heard.")
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what waits too long.")] = False,
    all: Annotated[bool, typer.Option("--all", help="Settled ones too.")] = False,
    json: options.Json = False,
) -> None:
    """Where every answer stands, since when, who has it, and what comes next.

    The overdue ones first. dailycontact loop --stage acting
    """
    found = usecase.loop(
        workspace.look,
        day=workspace.today,
        stage=stage,
        customer=customer,
        leader=leader,
        overdue=overdue,
        everything=all,
    )
    if json:
        workspace.screen.json(document(found))
    else:
        workspace.screen.show(*view.lines(found, width=workspace.screen.width))
