"""act, take, done, decline."""

from __future__ import annotations

from typing import Annotated

from dailycontact.act import view
from dailycontact.act.usecases import begin, end
from dailycontact.core.action import How
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


def act(
    workspace: Workspace,
    *,
    numbers: Annotated[list[str], typer.Argument(metavar="ANSWER…", help="Which answers.")],
    do: Annotated[str | None, typer.Option("--do", help="What is done about it.")] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", help="Who does it; nobody: looking for someone.")
    ] = None,
    due: Annotated[str | None, typer.Option("--due", help="By when: friday, 2w.")] = None,
    add_to: Annotated[
        str | None,
        typer.Option("--add-to", metavar="ACTION", help="An action that is there already."),
    ] = None,
    json: options.Json = False,
) -> None:
    """Do something about one answer, or several.

    For example: dailycontact act 12 31 --do "Put the café's name on invoices" --owner Priya
    """
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
        workspace.screen.json(view.acted_document(acted))
        return
    workspace.screen.show(*view.acted(acted, today=workspace.today))
    workspace.screen.say(*view.after_acting(acted))
    workspace.screen.hint(undo_offer())


def _begun(
    workspace: Workspace, wanted: list[int], *, do: str | None, owner: str | None, due: str | None
) -> begin.Acted:
    """Begin a new action, asking for what it is where nobody said so."""
    member = workspace.somebody(owner) if owner else None
    due_on = workspace.read_day(due) if due else None
    title = _words(workspace, do, "What we do about it", flag="--do TITLE")
    with workspace.change("act") as change:
        return begin.act(change, wanted, title=title, owner=member, due=due_on, day=workspace.today)


def take(
    workspace: Workspace,
    *,
    action: Annotated[str, typer.Argument(metavar="ACTION", help="Which action, like A3.")],
    owner: Annotated[
        str | None, typer.Option("--owner", help="Who takes it; you otherwise.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Take an action that is looking for someone, or hand one over.

    For example: dailycontact take A3 --owner Tom
    """
    number = action_number(action)
    member = workspace.somebody(owner) if owner else workspace.leader
    with workspace.change("take") as change:
        taken = begin.take(
            change, number, owner=member, named=owner is not None, day=workspace.today
        )
    if json:
        workspace.screen.json(view.taken_document(taken))
        return
    workspace.screen.show(*view.taken(taken, today=workspace.today))
    workspace.screen.say(view.after_taking(taken))
    if not taken.unchanged:
        workspace.screen.hint(undo_offer())


def done(
    workspace: Workspace,
    *,
    action: Annotated[str, typer.Argument(metavar="ACTION", help="Which action, like A3.")],
    say: Annotated[str | None, typer.Option("--say", help="What the customers will hear.")] = None,
    evidence: Annotated[
        str | None, typer.Option("--evidence", help="Where it can be seen, for the team.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="The day it was done; today.")] = None,
    json: options.Json = False,
) -> None:
    """End an action that is done: each customer who asked for it waits to hear so.

    For example: dailycontact done A3 --say "Every invoice now carries the café's name"
    """
    number = action_number(action)
    day = workspace.read_day(on, past=True) if on else workspace.today
    words = _words(workspace, say, "What the customers will hear", flag="--say TEXT")
    with workspace.change("done") as change:
        ended = end.done(
            change,
            number,
            say=words,
            evidence=_or_none(evidence),
            day=day,
            today=workspace.today,
        )
    if json:
        workspace.screen.json(view.ended_document(ended))
    else:
        _show_ended(workspace, (ended,))


def decline(
    workspace: Workspace,
    *,
    numbers: Annotated[
        list[str], typer.Argument(metavar="ANSWER|ACTION…", help="Which: 12, or A3.")
    ],
    reason: Annotated[
        str | None, typer.Option("--reason", help="Why not, in words a customer can hear.")
    ] = None,
    instead: Annotated[
        str | None, typer.Option("--instead", help="What we do instead, if anything.")
    ] = None,
    revisit: Annotated[
        str | None, typer.Option("--revisit", help="When we look at it again.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Say that it cannot be done: each customer who asked hears why, in words that they can hear.

    For example: dailycontact decline 31 --reason "Our drivers rest on Sundays"
    """
    wanted = [either(text) for text in numbers]
    revisit_on = workspace.read_day(revisit) if revisit else None
    words = _words(
        workspace, reason, "The reason, in words a customer can hear", flag="--reason TEXT"
    )
    ending = end.Ending(
        how=How.DECLINED, say=words, instead=_or_none(instead), revisit_on=revisit_on
    )
    with workspace.change("decline") as change:
        ended = end.decline(
            change,
            answer_ids=[one.number for one in wanted if not one.is_action],
            action_ids=[one.number for one in wanted if one.is_action],
            ending=ending,
            today=workspace.today,
        )
    if json:
        workspace.screen.json([view.ended_document(each) for each in ended])
    else:
        _show_ended(workspace, ended)


def _show_ended(workspace: Workspace, ended: tuple[end.Ended, ...]) -> None:
    for each in ended:
        workspace.screen.show(*view.ended(each, today=workspace.today))
    workspace.screen.say(*view.after_ending(ended))
    workspace.screen.hint(undo_offer())


def _words(workspace: Workspace, given: str | None, label: str, *, flag: str) -> str:
    """Return what was given, on one line; asked for where there is nothing in it."""
    return " ".join((given or "").split()) or workspace.asker.ask(label, flag=flag)


def _or_none(text: str | None) -> str | None:
    return (text or "").strip() or None
