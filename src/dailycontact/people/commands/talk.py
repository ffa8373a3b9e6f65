"""team talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dailycontact.core.sentences import undo_offer
from dailycontact.people.usecases.talks import Held, note
from dailycontact.people.view import talks as view
from dailycontact.store import talks
from dailycontact.store.team import find_member
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from dailycontact.core.team import Member


def talk(
    workspace: Workspace,
    *,
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Part of their name, or an alias.")
    ] = None,
    wish: Annotated[
        str | None, typer.Option("--wish", metavar="TEXT", help="What they wish for.")
    ] = None,
    pass_on: Annotated[
        bool, typer.Option("--pass-on", help="They agree that the team hears it.")
    ] = False,
    notes: Annotated[
        str | None, typer.Option("--notes", metavar="TEXT", help="For you alone.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="When it was.")] = None,
    json: options.Json = False,
) -> None:
    """Note a talk with somebody of the team; what they say stays with you, unless they agree.

    For example: dailycontact team talk priya --wish "A second screen" --pass-on
    """
    leader_id = workspace.leader.id
    day = workspace.read_day(on, past=True) if on else workspace.today
    member = find_member(workspace.look, " ".join(name or ()) or _whom(workspace, leader_id))
    if wish is None and not json and workspace.asker.can_ask:
        wish, pass_on = _asked(workspace, member, pass_on=pass_on)
    held = Held(day=day, wish=wish or "", pass_on=pass_on, notes=notes or "")
    with workspace.change("team talk") as change:
        kept = note(change, member, held, leader_id=leader_id, today=workspace.today)
    if json:
        workspace.screen.json(view.document(kept))
        return
    workspace.screen.say(view.kept(kept, today=workspace.today))
    workspace.screen.hint(undo_offer())


def _whom(workspace: Workspace, leader_id: int) -> str:
    due = talks.due(workspace.look, leader_id=leader_id, day=workspace.today)
    usual = due.member.name if due and workspace.asker.can_ask else None
    return workspace.asker.ask("With whom did you talk", flag="NAME", default=usual)


def _asked(workspace: Workspace, member: Member, *, pass_on: bool) -> tuple[str, bool]:
    """Return what they wish for, as the leader types it, and whether it may be passed on."""
    before = talks.with_member(workspace.look, member.id, reader_id=workspace.leader.id)
    workspace.screen.show(*view.card(member, before, today=workspace.today))
    wish = workspace.asker.line("They said (Enter: nothing to note)")
    if wish and not pass_on:
        pass_on = workspace.asker.confirm("May the team hear it, in these words?")
    return wish, pass_on and bool(wish)
