"""story."""

from __future__ import annotations

import sys
from typing import Annotated

from dailycontact.core.sentences import undo_offer
from dailycontact.report.usecases import story as usecase
from dailycontact.terminal.card import quoted
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


def story(
    workspace: Workspace,
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="A line or two; - reads them.")
    ] = None,
    *,
    who: Annotated[str | None, typer.Option("--who", metavar="NAME", help="Whose it is.")] = None,
    missed: Annotated[
        bool, typer.Option("--missed", help="Not what we did, but what we could have done.")
    ] = False,
    json: options.Json = False,
) -> None:
    """Keep a story for the week's report: somebody went the extra mile.

    dailycontact story "Drove back at 18:40 with a forgotten key." --who Tom
    """
    if text == "-":
        text = sys.stdin.read()
    if text is None:
        text = workspace.asker.ask("What happened", flag="TEXT")
    whose = workspace.somebody(who).name if who else None
    with workspace.change("story") as change:
        kept = usecase.keep_story(
            change,
            text,
            leader=workspace.leader,
            who=whose,
            missed=missed,
            day=workspace.today,
        )
    if json:
        workspace.screen.json(kept)
        return
    named = f" ({kept.who})" if kept.who else ""
    workspace.screen.say(f"Kept for the week's report: {quoted(kept.text)}{named}")
    workspace.screen.hint(undo_offer())
