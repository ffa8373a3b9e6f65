"""done, decline."""

from __future__ import annotations

from typing import Annotated

from dailycontact.act.commands.asking import or_none, words
from dailycontact.act.usecases import end, revisiting
from dailycontact.act.view import documents, screens
from dailycontact.core.action import How
from dailycontact.core.references import Reference, action_number, answer_number, either
from dailycontact.core.sentences import undo_offer
from dailycontact.errors import UsageProblem
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


class SettledAlone(UsageProblem):
    """Something is to be looked at no more, and other things are said of it as well."""

    def __init__(self) -> None:
        super().__init__(
            "--settled says that what is declined (like A3) is looked at no more; name only"
            " actions, and leave out --reason, --instead and --revisit."
        )


def done(
    workspace: Workspace,
    *,
    action: Annotated[str, typer.Argument(metavar="ACTION", help="Which action, like A3.")],
    say: Annotated[str | None, typer.Option("--say", help="What the customers will hear.")] = None,
    evidence: Annotated[
        str | None, typer.Option("--evidence", help="Where it can be seen, for the team.")
    ] = None,
    also: Annotated[
        list[str] | None,
        typer.Option("--also", metavar="ANSWER", help="It also fixes this answer."),
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="The day it was done; today.")] = None,
    json: options.Json = False,
) -> None:
    """End an action that is done: each customer who asked for it waits to hear so.

    For example: dailycontact done A3 --say "Every invoice now carries the café's name"
    """
    number = action_number(action)
    fixed = [answer_number(text) for text in also or ()]
    day = workspace.read_day(on, past=True) if on else workspace.today
    said = or_none(say)
    if not said and end.needs_words(workspace.look, number, fixed, today=workspace.today):
        said = words(workspace, say, "What the customers will hear", flag="--say TEXT")
    with workspace.change("done") as change:
        ended = end.done(
            change,
            number,
            say=said and " ".join(said.split()),
            evidence=or_none(evidence),
            also=fixed,
            day=day,
            today=workspace.today,
        )
    if json:
        workspace.screen.json(documents.ended(ended))
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
    settled: Annotated[
        bool, typer.Option("--settled", help="It was looked at again; it stays declined.")
    ] = False,
    json: options.Json = False,
) -> None:
    """Say that it cannot be done: each customer who asked hears why, in words that they can hear.

    For example: dailycontact decline 31 --reason "Our drivers rest on Sundays" --revisit 6mo

    What is declined already is looked at again with --revisit alone, and no more with --settled.
    """
    wanted = [either(text) for text in numbers]
    if settled and (reason or instead or revisit or not all(one.is_action for one in wanted)):
        raise SettledAlone
    if settled or (revisit and not reason and not instead and _declined(workspace, wanted)):
        _look_again(workspace, wanted, revisit, json=json)
        return
    revisit_on = workspace.read_day(revisit) if revisit else None
    said = words(workspace, reason, "The reason that customers will hear", flag="--reason TEXT")
    ending = end.Ending(how=How.DECLINED, say=said, instead=or_none(instead), revisit_on=revisit_on)
    with workspace.change("decline") as change:
        ended = end.decline(
            change,
            answer_ids=[one.number for one in wanted if not one.is_action],
            action_ids=[one.number for one in wanted if one.is_action],
            ending=ending,
            today=workspace.today,
        )
    if json:
        workspace.screen.json([documents.ended(each) for each in ended])
    else:
        _show_ended(workspace, ended)


def _declined(workspace: Workspace, wanted: list[Reference]) -> bool:
    """Return whether only actions are named, all of which are declined already."""
    numbers = [one.number for one in wanted if one.is_action]
    if len(numbers) < len(wanted):
        return False
    return revisiting.is_declined(workspace.look, numbers, today=workspace.today)


def _look_again(
    workspace: Workspace, wanted: list[Reference], revisit: str | None, *, json: bool
) -> None:
    """Keep declined what is declined: until it is looked at next, or for good."""
    next_on = workspace.read_day(revisit) if revisit else None
    with workspace.change("decline") as change:
        found = revisiting.stays(
            change, [one.number for one in wanted], next_on=next_on, today=workspace.today
        )
    if json:
        workspace.screen.json([documents.looked(each) for each in found])
        return
    for each in found:
        workspace.screen.show(*screens.looked(each, today=workspace.today))
    workspace.screen.hint(undo_offer())


def _show_ended(workspace: Workspace, ended: tuple[end.Ended, ...]) -> None:
    for each in ended:
        workspace.screen.show(*screens.ended(each, today=workspace.today))
    workspace.screen.say(*screens.after_ending(ended))
    workspace.screen.hint(undo_offer())
