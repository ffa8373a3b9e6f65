"""theme put."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import undo_offer
from dailycontact.errors import UsageProblem
from dailycontact.store import themes
from dailycontact.terminal.later import options, typer
from dailycontact.themes.commands.naming_one import meant
from dailycontact.themes.commands.numbers import answer_numbers
from dailycontact.themes.commands.quoting import check_numbers
from dailycontact.themes.usecases import reading as usecase
from dailycontact.themes.view import changed, documents
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence


class InAndOut(UsageProblem):
    """Answers were to be put in a theme and taken out of it at once."""

    def __init__(self) -> None:
        super().__init__(
            "--in puts them in a theme and --none takes them out; give one of the two."
        )


class NoAnswers(UsageProblem):
    """Nobody said which answers."""

    def __init__(self) -> None:
        super().__init__(f"Say which answers, like: {PROGRAM} theme put 12 31 --in invoices")


def put(
    workspace: Workspace,
    *,
    numbers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ANSWER]…", help="Which answers; without, those without a theme."),
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--in", metavar="THEME", help="What they are about.")
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="Begin the theme, if it is new.")] = False,
    none: Annotated[bool, typer.Option("--none", help="They are about no theme.")] = False,
    cause: Annotated[
        str | None,
        typer.Option("--cause", metavar="TEXT", help="Why it happens, as far as is known."),
    ] = None,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="What else the team reads in it.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Say what answers are about: the team's reading, dated and signed.

    The customers' words stay as they are. dailycontact theme put 12 31 --in invoices
    """
    if theme and none:
        raise InAndOut
    if not numbers:
        _those_without(workspace, asked=bool(theme or none or cause or note or json))
        return
    check_numbers(numbers, named=theme, option="--in", command="theme put")
    wanted = answer_numbers(workspace, numbers)
    if not (theme or none or cause is not None or note is not None):
        theme = workspace.asker.ask("What are they about", flag="--in THEME")
    name = meant(workspace, theme, new=new) if theme else None
    done = _put(workspace, wanted, name, none=none, cause=cause, note=note)
    if json:
        workspace.screen.json(documents.put(done))
        return
    workspace.screen.show(*changed.put(done, today=workspace.today))
    workspace.screen.say(changed.after_putting(done))
    if not done.unchanged:
        workspace.screen.hint(undo_offer())


def _put(
    workspace: Workspace,
    wanted: Sequence[int],
    name: str | None,
    *,
    none: bool = False,
    cause: str | None = None,
    note: str | None = None,
) -> usecase.Put:
    with workspace.change("theme put") as change:
        found = themes.theme_for(change, name, day=workspace.today)[0] if name else None
        return usecase.put(
            change,
            wanted,
            theme=found,
            taken_out=none,
            cause=cause,
            note=note,
            day=workspace.today,
        )


def _those_without(workspace: Workspace, *, asked: bool) -> None:
    """Go through the wishes that have no theme yet, where somebody is there to be asked."""
    workspace.look  # noqa: B018 - without a book, there is nothing to go through
    if asked or not workspace.asker.can_ask:
        raise NoAnswers
    from dailycontact.themes.commands.walking import walk

    walk(workspace)
