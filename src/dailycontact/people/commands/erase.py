"""customers erase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from dailycontact.core.program import PROGRAM
from dailycontact.errors import DailycontactError, Refused
from dailycontact.people.usecases import erasing
from dailycontact.people.view import confirmation
from dailycontact.people.view import erasing as view
from dailycontact.settings import drafts_folder
from dailycontact.store import drafts
from dailycontact.terminal.files import write_file
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from dailycontact.people.usecases.erasing import Erased, Plan
    from dailycontact.store.erasing import Singles
    from dailycontact.store.traces import Place


_NO_COMPANY = (
    "The letter to them will name no company; to set it first, stop here and type:"
    f" {PROGRAM} config --company NAME"
)


class LetterIsThere(Refused):
    """Something lies already where the letter should go."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already, so nothing was erased; name another file for the letter."
        )


def erase(
    workspace: Workspace,
    *,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Part of a name or company, or an id."),
    ] = None,
    full_name: Annotated[
        str | None, typer.Option("--name", help="Their full name, to be sure, where nobody asks.")
    ] = None,
    single_names: Annotated[
        bool, typer.Option("--single-names", help="A name alone, as --dry-run shows it, goes, too.")
    ] = False,
    letter: Annotated[
        str | None,
        typer.Option("--letter", metavar="FILE", help="Where the letter goes; - is stdout."),
    ] = None,
    dry_run: options.DryRun = False,
    json: options.Json = False,
) -> None:
    """Erase a customer for good: the person goes, what they said stays without them.

    For example: dailycontact customers erase duarte --dry-run
    """
    customer = workspace.named_customer(name)
    planned = erasing.plan(
        workspace.look, workspace.book, customer, drafts=_drafts_of_this_book(workspace)
    )
    asker = workspace.asker
    asks = asker.can_ask and full_name is None and not single_names
    if dry_run:
        _show_plan(workspace, planned, everywhere=single_names, json=json)
        return
    target = _target(letter)
    if not json:
        shown = view.plan(planned, today=workspace.today, asks=asks, everywhere=single_names)
        workspace.screen.say(*shown)
        if not workspace.book_settings.company:
            workspace.screen.say(_NO_COMPANY)
    typed = full_name or asker.ask(
        f"To erase {customer.name}, their full name", flag="--name FULL NAME"
    )
    erasing.check_name(customer, typed)
    singles = erasing.chosen(
        planned.places,
        everywhere=single_names,
        asked=(lambda place: _asked(workspace, place)) if asks else None,
    )
    _done(workspace, _erased(workspace, planned, singles), target, json=json)


def _show_plan(workspace: Workspace, planned: Plan, *, everywhere: bool, json: bool) -> None:
    if json:
        workspace.screen.json(view.plan_document(planned))
    else:
        shown = view.plan(planned, today=workspace.today, asks=False, everywhere=everywhere)
        workspace.screen.show(*shown)
        workspace.screen.hint("Nothing was changed.")


def _target(letter: str | None) -> Path | None:
    """Return the file for the letter, before anything is changed; None for stdout."""
    if letter is None or letter == "-":
        return None
    path = Path(letter).expanduser()
    if path.exists():
        raise LetterIsThere(path)
    return path


def _asked(workspace: Workspace, place: Place) -> bool:
    workspace.screen.say(*view.question(place))
    return workspace.asker.confirm("Are they meant? Then the name goes.")


def _erased(workspace: Workspace, planned: Plan, singles: Singles) -> Erased:
    """Erase, without the copy that other changes make first: it would keep the person."""
    leader_id, today = workspace.leader.id, workspace.today
    with workspace.book.change("customers erase", leader_id=leader_id, at=workspace.now) as change:
        cleaned = erasing.erase(change, planned, singles=singles, leader_id=leader_id, day=today)
    drafts.forget(planned.drafts)
    return erasing.look_again(workspace.book, planned, cleaned, day=today)


def _drafts_of_this_book(workspace: Workspace) -> list[drafts.Draft]:
    settings = workspace.settings
    book = None if settings.is_default_book else settings.book
    return [draft for draft in drafts.drafts_in(drafts_folder()) if draft.book == book]


def _written(workspace: Workspace, target: Path, letter: str) -> bool:
    """Write the letter; where that fails it is shown, because nobody can write it again."""
    try:
        write_file(target, letter.encode())
    except DailycontactError as problem:
        workspace.screen.warn(str(problem))
        return False
    return True


def _done(workspace: Workspace, erased: Erased, target: Path | None, *, json: bool) -> None:
    screen = workspace.screen
    company, leader = workspace.book_settings.company, workspace.leader.name
    letter = confirmation.letter(erased, company=company, leader=leader)
    written = target is not None and _written(workspace, target, letter)
    if json:
        screen.json(view.erased_document(erased, letter))
        return
    screen.say("", *view.done(erased), *view.remaining(erased))
    if written:
        screen.say(
            f"The letter for them: {target} (the book does not keep it: send it, then delete it)."
        )
    else:
        screen.say("", "A letter for them; it is kept nowhere:", "")
        screen.show(letter.rstrip("\n"))
