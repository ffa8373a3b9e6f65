"""plan."""

from __future__ import annotations

from typing import Annotated

from dailycontact.pick.usecases.plan import plan as usecase
from dailycontact.pick.view.plan import plan_card
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

BAR_AFTER = 1.0
"""Seconds that a simulation may take before it shows how far it is."""


def plan(
    workspace: Workspace,
    *,
    simulate: Annotated[
        str | None,
        typer.Option(
            "--simulate", metavar="5y", help="Play the rule on, and see what comes of it."
        ),
    ] = None,
    json: options.Json = False,
) -> None:
    """Can we keep up? What would make it fit, and who is called in the next four weeks.

    For example: dailycontact plan --simulate 5y
    """
    if simulate is not None:
        _simulate(workspace, simulate, json=json)
        return
    found = usecase(workspace.look, leader=workspace.leader, day=workspace.today)
    if json:
        from dailycontact.pick.view.plan_document import plan_document

        workspace.screen.json(plan_document(found))
    else:
        workspace.screen.show(*plan_card(found))


def _simulate(workspace: Workspace, typed: str, *, json: bool) -> None:
    from dailycontact.pick.usecases import simulation
    from dailycontact.pick.view.simulation import simulation_card, simulation_document
    from dailycontact.terminal.progress import progress

    until = simulation.read_horizon(typed, today=workspace.today)
    days = simulation.length(workspace.look, day=workspace.today, until=until)
    with progress(workspace.screen, "Playing on", total=days, after=BAR_AFTER) as done:
        found = simulation.simulate(workspace.look, day=workspace.today, until=until, progress=done)
    if json:
        workspace.screen.json(simulation_document(found))
    else:
        workspace.screen.show(*simulation_card(found))
