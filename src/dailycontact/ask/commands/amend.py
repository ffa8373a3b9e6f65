"""amend: correct an answer, visibly."""

from __future__ import annotations

import sys
from typing import Annotated

from dailycontact.ask.usecases import amend as usecase
from dailycontact.ask.view import amended as view
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.program import PROGRAM
from dailycontact.core.references import answer_number
from dailycontact.errors import UsageProblem
from dailycontact.terminal.card import paragraph
from dailycontact.terminal.later import options, typer
from dailycontact.terminal.styles import LABEL
from dailycontact.workspace import Workspace


class NothingNamed(UsageProblem):
    """Nobody said what is to be corrected."""

    def __init__(self) -> None:
        super().__init__(
            "Say what is to be corrected: --words, --kind, --quote, --urgent or --private."
        )


class NoWords(UsageProblem):
    """The words are empty."""

    def __init__(self) -> None:
        super().__init__(
            "--words is empty; give it the customer's words. Somebody with nothing to wish for "
            "is: --kind nothing"
        )


def amend(
    workspace: Workspace,
    *,
    answer: Annotated[str, typer.Argument(metavar="ANSWER", help="Which answer: 12.")],
    words: Annotated[
        str | None, typer.Option("--words", metavar="TEXT", help="What was really said.")
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="What it is.")] = None,
    quote: Annotated[
        Consent | None, typer.Option("--quote", help="May it be passed on: with name, words, no.")
    ] = None,
    urgent: Annotated[
        bool | None, typer.Option("--urgent/--no-urgent", help="Whether it cannot wait.")
    ] = None,
    private: Annotated[
        bool | None, typer.Option("--private/--no-private", help="Whether only leaders may see it.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Correct a typing mistake, the kind or the consent of an answer, for all to see.

    For example: dailycontact amend 12 --words "Your invoices never say which café."

    What was said before stays beside it. What an answer is about is the team's reading, and no
    part of it: dailycontact theme put 12 --in invoices
    """
    number = answer_number(answer)
    correction = usecase.Correction(
        words=_words(words), kind=kind, consent=quote, urgent=urgent, private=private
    )
    if correction == usecase.Correction():
        raise NothingNamed
    with workspace.change("amend") as change:
        amended = usecase.amend(change, number, correction, day=workspace.today)
    if json:
        workspace.screen.json(view.amended_document(amended))
        return
    workspace.screen.show(*view.amended(amended))
    workspace.screen.say(paragraph(f"Wrong? {PROGRAM} undo", style=LABEL))


def _words(typed: str | None) -> str | None:
    if typed is None:
        return None
    words = (sys.stdin.read() if typed == "-" else typed).strip()
    if not words:
        raise NoWords
    return words
