"""backup, restore."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from dailycontact.core.program import PROGRAM
from dailycontact.errors import DailycontactError
from dailycontact.store.founding import local_zone
from dailycontact.terminal.later import options, typer
from dailycontact.upkeep.usecases import copies as usecase
from dailycontact.upkeep.view import copies as view
from dailycontact.workspace import Workspace


def backup(
    workspace: Workspace,
    *,
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="Where to; backups/ beside the book.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Make a copy of the book that is proved to be whole.

    One is made by itself, too, with the first change of each day: dailycontact backup
    """
    if not workspace.has_book:
        raise workspace.no_book()
    proof = usecase.back_up(workspace.book, file, local=_local(workspace))
    if json:
        workspace.screen.json(view.proof_document(proof))
    else:
        workspace.screen.say(*view.made(proof))
        workspace.screen.show(str(proof.path))


def restore(
    workspace: Workspace,
    *,
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="Which copy; without, all are listed.")
    ] = None,
    last: Annotated[bool, typer.Option("--last", help="The newest copy.")] = False,
    yes: options.Yes = False,
    json: options.Json = False,
) -> None:
    """Bring back a copy; who has refused contact since then is not forgotten.

    The book as it is now is kept first, so that this can be undone: dailycontact restore --last
    """
    if file is None and not last:
        _list(workspace, json=json)
        return
    proof = usecase.choose(workspace.book, file)
    if not yes:
        workspace.screen.say(view.chosen(proof))
    if not yes and not workspace.asker.confirm("Put it in the place of your book?"):
        workspace.screen.say("Nothing was changed.")
        return
    restored = usecase.bring_back(workspace.book, proof, at=workspace.now, local=_local(workspace))
    if json:
        workspace.screen.json(view.brought_back_document(restored))
        return
    workspace.screen.say(*view.brought_back(restored))
    if restored.safety is not None and restored.refusals is not None:
        workspace.screen.hint(f"Wrong? {PROGRAM} restore {restored.safety.name}")


def _list(workspace: Workspace, *, json: bool) -> None:
    found = usecase.known_copies(workspace.book)
    if json:
        workspace.screen.json(view.documents(found))
    elif not found:
        workspace.screen.say("No copy was made yet.")
    else:
        workspace.screen.show(view.rows(found))
        workspace.screen.hint(f"Bring one back: {PROGRAM} restore FILE, or --last")


def _local(workspace: Workspace) -> datetime:
    """Return the time where the book is; where the machine is, if the book cannot be read."""
    try:
        zone = workspace.book_settings.zone if workspace.has_book else local_zone()
    except DailycontactError:
        zone = local_zone()
    return workspace.now.astimezone(ZoneInfo(zone) if zone != "UTC" else UTC)
