"""act, take, note."""

from __future__ import annotations

from typing import Annotated

from dailycontact.act.commands.asking import words
from dailycontact.act.usecases import begin, looking, noting
from dailycontact.act.view import documents, page, screens
from dailycontact.core.program import PROGRAM
from dailycontact.core.references import action_number, answer_number, either
from dailycontact.core.sentences import undo_offer
from dailycontact.errors import UsageProblem
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


class NewOrOld(UsageProblem):
    """A new action and one that is there already were both asked for."""

    def __init__(self) -> None:
        super().__init__(
            "--add-to names an action that has its title, owner and due day already; "
            "leave out --do, --owner and --due, or begin a new action without --add-to."
        )


class OnlyLookedAt(UsageProblem):
    """An action was named where answers are, with more than a look at it in mind."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"A{number} is an action, and is shown alone; its owner or day is changed with:"
            f" {PROGRAM} take A{number} --owner NAME --due DATE, and answers join it with:"
            f" {PROGRAM} act ANSWER --add-to A{number}"
        )


def act(
    workspace: Workspace,
    *,
    numbers: Annotated[
        list[str],
        typer.Argument(metavar="ANSWER…|ACTION", help="Which answers; an action (A3) is shown."),
    ],
    do: Annotated[str | None, typer.Option("--do", help="What is done about it.")] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="Who does it; else it looks for someone.")
    ] = None,
    due: Annotated[str | None, typer.Option("--due", help="By when: friday, 2w.")] = None,
    add_to: Annotated[
        str | None,
        typer.Option("--add-to", metavar="ACTION", help="An action that is there already."),
    ] = None,
    json: options.Json = False,
) -> None:
    """Do something about one answer, or several; an action alone (A3) is shown, whole.

    For example: dailycontact act 12 31 --do "Put the café's name on invoices" --owner Priya
    """
    if shown := _to_look_at(numbers, alone=not (do or owner or due or add_to)):
        _look_at(workspace, shown, json=json)
        return
    wanted = [answer_number(text) for text in numbers]
    if add_to is None:
        acted = _begun(workspace, wanted, do=do, owner=owner, due=due)
    elif do or owner or due:
        raise NewOrOld
    else:
        with workspace.change("act") as change:
            number = action_number(add_to)
            acted = begin.add_to(change, wanted, action_id=number, day=workspace.today)
    if json:
        workspace.screen.json(documents.acted(acted))
        return
    workspace.screen.show(*screens.acted(acted, today=workspace.today))
    workspace.screen.say(*screens.after_acting(acted))
    if acted.added:
        workspace.screen.hint(undo_offer())


def _to_look_at(numbers: list[str], *, alone: bool) -> int | None:
    """Return the action that is to be shown; None where answers are named, as for a new one."""
    found = either(numbers[0])
    if not found.is_action:
        return None
    if not alone or len(numbers) > 1:
        raise OnlyLookedAt(found.number)
    return found.number


def _look_at(workspace: Workspace, number: int, *, json: bool) -> None:
    found = looking.page(workspace.look, number, today=workspace.today)
    if json:
        workspace.screen.json(documents.page(found))
        return
    workspace.screen.show(*page.page(found, today=workspace.today))
    workspace.screen.hint(page.after(found, today=workspace.today))


def _begun(
    workspace: Workspace, wanted: list[int], *, do: str | None, owner: str | None, due: str | None
) -> begin.Acted:
    """Begin a new action, asking for what it is where nobody said so."""
    member = workspace.somebody(owner) if owner else None
    due_on = workspace.read_day(due) if due else None
    if not (do or "").strip():
        begin.check_may_be_begun(workspace.look, wanted, day=workspace.today)
    title = words(workspace, do, "What we do about it", flag="--do TITLE")
    with workspace.change("act") as change:
        return begin.act(change, wanted, title=title, owner=member, due=due_on, day=workspace.today)


def take(
    workspace: Workspace,
    *,
    action: Annotated[str, typer.Argument(metavar="ACTION", help="Which action, like A3.")],
    owner: Annotated[
        str | None, typer.Option("--owner", help="Who takes it; you otherwise.")
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", help="By when: friday, 2w; set, or moved.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Take an action that is looking for someone, hand one over, or move its day.

    For example: dailycontact take A3 --owner Tom --due friday
    """
    number = action_number(action)
    member = workspace.somebody(owner) if owner else workspace.leader
    due_on = workspace.read_day(due) if due else None
    with workspace.change("take") as change:
        taken = begin.take(
            change,
            number,
            owner=member,
            named=owner is not None,
            due=due_on,
            day=workspace.today,
        )
    if json:
        workspace.screen.json(documents.taken(taken))
        return
    workspace.screen.show(*screens.taken(taken, today=workspace.today))
    workspace.screen.say(screens.after_taking(taken, today=workspace.today))
    if not taken.unchanged:
        workspace.screen.hint(undo_offer())


def note(
    workspace: Workspace,
    *,
    action: Annotated[str, typer.Argument(metavar="ACTION", help="Which action, like A3.")],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="What happened, in your words.")
    ] = None,
    evidence: Annotated[
        str | None,
        typer.Option("--evidence", help="Where it can be seen: a link, a file, words."),
    ] = None,
    json: options.Json = False,
) -> None:
    """Note what happens to an action on the way; the team reads it, customers do not.

    For example: dailycontact note A3 "The printer's template is changed" --evidence draft.pdf
    """
    number = action_number(action)
    said = " ".join(text or ()).strip()
    if not said and not (evidence or "").strip():
        said = words(workspace, None, "What happened", flag="TEXT")
    with workspace.change("note") as change:
        noted = noting.note(change, number, text=said, evidence=evidence or "", day=workspace.today)
    if json:
        workspace.screen.json(documents.noted(noted))
        return
    workspace.screen.show(*screens.noted(noted, today=workspace.today))
    workspace.screen.say(screens.after_noting(noted))
    workspace.screen.hint(undo_offer())
