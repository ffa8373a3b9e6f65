"""theme words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dailycontact.core.answer import Kind
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import undo_offer
from dailycontact.errors import UsageProblem
from dailycontact.store import theme_rules, themes
from dailycontact.terminal.later import options, typer
from dailycontact.themes.usecases import wording as usecase
from dailycontact.themes.view import changed, documents
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class OneMeaning(UsageProblem):
    """Words need one thing that they stand for."""

    def __init__(self) -> None:
        super().__init__(
            "Say what they stand for, one of the three: --theme NAME, --praise, or --nothing; for"
            f' example: {PROGRAM} theme words --add "invoice" --theme invoices'
        )


class NothingToAdd(UsageProblem):
    """A meaning was given, and no words for it."""

    def __init__(self) -> None:
        super().__init__(
            f'Say which words, like: {PROGRAM} theme words --add "invoice" --theme invoices'
        )


class InAndOutAtOnce(UsageProblem):
    """Words were to be set down and taken out in one go."""

    def __init__(self) -> None:
        super().__init__("--add sets words down and --remove takes them out; do one at a time.")


def words(
    workspace: Workspace,
    *,
    add: Annotated[
        list[str] | None, typer.Option("--add", metavar="WORDS", help="Words that customers say.")
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="NAME", help="The theme they stand for.")
    ] = None,
    praise: Annotated[bool, typer.Option("--praise", help="They are praise.")] = False,
    nothing: Annotated[
        bool, typer.Option("--nothing", help="They mean: nothing to wish for.")
    ] = False,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="WORDS", help="Take words out.")
    ] = None,
    json: options.Json = False,
) -> None:
    """See, add or remove the words by which a theme is proposed while you log.

    For example: dailycontact theme words --add invoice --add bill --theme invoices
    """
    if add and remove:
        raise InAndOutAtOnce
    if not add and not remove:
        if theme or praise or nothing:
            raise NothingToAdd
        _list(workspace, json=json)
        return
    if add and [bool(theme), praise, nothing].count(True) != 1:
        raise OneMeaning
    kind = Kind.PRAISE if praise else Kind.NOTHING if nothing else None
    with workspace.change("theme words") as change:
        if remove:
            done = usecase.remove(change, remove)
        else:
            done = _add(workspace, change, add or [], theme, kind)
    if json:
        workspace.screen.json(documents.changed_words(done))
        return
    workspace.screen.say(*changed.changed_words(done))
    if done.added or done.removed:
        workspace.screen.hint(undo_offer())


def _add(
    workspace: Workspace, change: Change, add: list[str], theme: str | None, kind: Kind | None
) -> usecase.Words:
    found = themes.find_theme(change, theme) if theme else None
    return usecase.add(change, add, theme=found, kind=kind, day=workspace.today)


def _list(workspace: Workspace, *, json: bool) -> None:
    rules = theme_rules.rules(workspace.look)
    if json:
        workspace.screen.json(documents.rules(rules))
    else:
        workspace.screen.show(*changed.words(rules))
