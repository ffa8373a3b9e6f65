"""log --kept alone: what was promised is done, and nobody had to be phoned for it."""

from datetime import date

from dailycontact.ask.usecases import promising
from dailycontact.ask.view import kept as view
from dailycontact.core.program import PROGRAM
from dailycontact.errors import UsageProblem
from dailycontact.store.customers import find_customer
from dailycontact.terminal.card import paragraph
from dailycontact.terminal.styles import LABEL
from dailycontact.workspace import Workspace


class WhosePromise(UsageProblem):
    """Nobody said to whom it was promised."""

    def __init__(self) -> None:
        super().__init__(
            f"Say to whom you promised it: {PROGRAM} log --kept --customer NAME; "
            "when it was part of a call, add how the call went."
        )


def keep(workspace: Workspace, typed: str | None, *, day: date, json: bool) -> None:
    """Settle what was promised to the customer who is named, without logging a call."""
    if typed is None:
        raise WhosePromise
    customer = find_customer(workspace.look, typed)
    with workspace.change("log") as change:
        kept = promising.keep(change, customer, day=day)
    if json:
        workspace.screen.json(view.kept_document(kept))
        return
    workspace.screen.show(*view.kept(kept, today=workspace.today))
    workspace.screen.say(paragraph(f"Wrong? {PROGRAM} undo", style=LABEL))
