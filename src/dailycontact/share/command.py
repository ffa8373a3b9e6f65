"""share."""

from __future__ import annotations

from typing import Annotated

from dailycontact.core.references import answer_number
from dailycontact.core.sentences import undo_offer
from dailycontact.share import usecase, view
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


def share(
    workspace: Workspace,
    *,
    numbers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ANSWER]…", help="Which answers; all that are new otherwise."),
    ] = None,
    where: Annotated[
        str | None, typer.Option("--where", help="Where: Monday's stand-up, the team chat.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Mark answers as shown to the team, and print them ready to be pasted.

    Only what may be passed on, as it may be passed on: dailycontact share --where "stand-up".
    """
    wanted = [answer_number(text) for text in numbers or ()]
    with workspace.change("share") as change:
        shared = usecase.share(
            change, wanted, place=" ".join((where or "").split()) or None, day=workspace.today
        )
    if json:
        workspace.screen.json(view.document(shared))
        return
    if shared.answers:
        text = view.for_the_team(shared, company=workspace.book_settings.company)
        shown = view.on_a_screen(text) if workspace.screen.is_terminal else text
        workspace.screen.show("", *shown, "")
    workspace.screen.say(*view.confirmation(shared))
    if hint := view.next_step(shared):
        workspace.screen.hint(hint)
    if shared.fresh:
        workspace.screen.hint(undo_offer())
