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
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="NAME", help="Only what is about it.")
    ] = None,
    customer: Annotated[
        str | None, typer.Option("--customer", metavar="NAME", help="One customer's whole story.")
    ] = None,
    leader: Annotated[
        str | None, typer.Option("--leader", metavar="NAME", help="Only what they heard.")
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what waits too long.")] = False,
    all: Annotated[bool, typer.Option("--all", help="Settled ones too.")] = False,
    limit: Annotated[
        int | None,
        typer.Option("--limit", metavar="N", help="So many, instead of a screenful."),
    ] = None,
    json: options.Json = False,
) -> None:
    """Where every answer stands, since when, who has it, and what comes next.

    What is wanted today and what is overdue first. dailycontact loop --stage acting
    """
    asked = usecase.Asked(
        stage=stage,
        theme=theme,
        customer=customer,
        leader=leader,
        overdue=overdue,
        everything=all,
    )
    whole = json or all or customer or limit is not None
    height = None if whole else workspace.screen.height
    found = usecase.loop(
        workspace.look, day=workspace.today, asked=asked, limit=height if limit is None else limit
    )
    if json:
        workspace.screen.json(document(found))
    else:
        width = workspace.screen.width
        workspace.screen.show(*view.lines(found, width=width, height=height))
