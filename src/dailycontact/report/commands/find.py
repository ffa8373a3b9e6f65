"""find."""

from __future__ import annotations

from typing import Annotated

from dailycontact.core.program import PROGRAM
from dailycontact.errors import NotFound, UsageProblem
from dailycontact.report.usecases import find as usecase
from dailycontact.report.view import find as view
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


class WordsOrLike(UsageProblem):
    """Words were given and something that answers should be like; or neither."""

    def __init__(self) -> None:
        super().__init__(
            f"Say which words to look for ({PROGRAM} find invoice), or what answers should be like"
            f' ({PROGRAM} find --like 31, or --like "late deliveries"); one of the two.'
        )


def find(
    workspace: Workspace,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help="Words, or a part of one.")
    ] = None,
    *,
    like: Annotated[
        str | None,
        typer.Option("--like", metavar="ANSWER|TEXT", help="Answers like this one, or like words."),
    ] = None,
    json: options.Json = False,
) -> None:
    """Look for words in names, companies, answers, notes, actions, stories and talks.

    Capitals and accents do not matter. With --like, look for answers that say something like it in
    other words. dailycontact find invoice
    """
    words = " ".join(text or ())
    if bool(text) is (like is not None):
        raise WordsOrLike
    if like is not None:
        _alike(workspace, like, json=json)
        return
    found = usecase.find(
        workspace.look, words, today=workspace.today, reader_id=_reader_id(workspace)
    )
    if json:
        workspace.screen.json(view.document(found))
    else:
        workspace.screen.show(*view.parts(found))


def _alike(workspace: Workspace, like: str, *, json: bool) -> None:
    from dailycontact.report.usecases.alike import find_alike
    from dailycontact.report.view import alike

    found = find_alike(workspace.look, like, today=workspace.today, reader_id=_reader_id(workspace))
    if json:
        workspace.screen.json(alike.document(found))
    else:
        workspace.screen.show(*alike.parts(found))


def _reader_id(workspace: Workspace) -> int | None:
    """Return which leader looks, where that is known: nobody need say so to look for words."""
    try:
        return workspace.leader.id
    except (NotFound, UsageProblem):
        return None
