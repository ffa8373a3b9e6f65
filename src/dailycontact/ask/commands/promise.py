"""promise: what was promised and is still to be kept; what became of one; and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dailycontact.ask.usecases import promises
from dailycontact.ask.view import promises as view
from dailycontact.core.call import Settled
from dailycontact.core.program import PROGRAM
from dailycontact.core.references import promise_number
from dailycontact.core.sentences import undo_offer
from dailycontact.errors import UsageProblem
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import WhoAreYou, Workspace

if TYPE_CHECKING:
    from datetime import date


class OneOfThem(UsageProblem):
    """A promise cannot be kept and broken, or moved and kept."""

    def __init__(self) -> None:
        super().__init__(
            "A promise is kept, moved or broken: give one of --kept, --move-to DATE and --broken"
            " (with --why TEXT, if you like)."
        )


class WhichPromise(UsageProblem):
    """It is not said which promise is settled."""

    def __init__(self) -> None:
        super().__init__(
            f"Say which promise, like P3; see those that are open with: {PROGRAM} promise"
        )


class GivenOrSettled(UsageProblem):
    """A promise is to be settled, and one is to be given."""

    def __init__(self) -> None:
        super().__init__(
            "--customer, --text and --due write down a new promise; leave out which one (P3), or"
            " settle that one first."
        )


class NotWhole(UsageProblem):
    """Of a new promise, something is missing."""

    def __init__(self) -> None:
        super().__init__(
            "A new promise needs to whom, what and by when, like:"
            f' {PROGRAM} promise --customer NAME --text "send the price list" --due friday'
        )


def promise(
    workspace: Workspace,
    *,
    number: Annotated[
        str | None, typer.Argument(metavar="[PROMISE]", help="Which promise, like P3.")
    ] = None,
    kept: Annotated[bool, typer.Option("--kept", help="It is done.")] = False,
    move_to: Annotated[
        str | None, typer.Option("--move-to", metavar="DATE", help="It will be done then.")
    ] = None,
    broken: Annotated[bool, typer.Option("--broken", help="It was not kept.")] = False,
    why: Annotated[
        str | None, typer.Option("--why", metavar="TEXT", help="Why it was not kept.")
    ] = None,
    customer: Annotated[
        str | None,
        typer.Option("--customer", metavar="NAME", help="To whom; alone, only what they wait for."),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="What is promised.")
    ] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="By when: friday, 2w.")
    ] = None,
    json: options.Json = False,
) -> None:
    """See what you promised and have still to keep; say what became of one, or write one down.

    For example: dailycontact promise P3 --move-to friday

    A promise outside a call: dailycontact promise --customer Ana --text "the price list" --due 2w
    """
    if sum((kept, move_to is not None, broken)) > 1 or (why and not broken):
        raise OneOfThem
    settling = kept or broken or move_to is not None
    if number is not None and (customer or text or due):
        raise GivenOrSettled
    if number is None and settling:
        raise WhichPromise
    if number is not None and settling:
        how = Settled.KEPT if kept else Settled.BROKEN if broken else Settled.MOVED
        to = workspace.read_day(move_to) if move_to is not None else None
        _settle(workspace, promise_number(number), how, to=to, why=why, json=json)
    elif number is not None:
        found = promises.one(workspace.look, promise_number(number))
        _show(workspace, found, json=json)
        if not json and found.promise.settled_on is None:
            workspace.screen.hint(view.after([found.promise]))
    elif text or due:
        _give(workspace, customer, text, due, json=json)
    else:
        _list(workspace, customer, json=json)


def _list(workspace: Workspace, customer: str | None, *, json: bool) -> None:
    whose = workspace.customer(customer).id if customer else None
    found = promises.still_open(workspace.look, customer_id=whose)
    if json:
        workspace.screen.json(view.documents(found, today=workspace.today))
        return
    me = _me(workspace)
    workspace.screen.show(*view.promises(found, me=me, today=workspace.today))
    workspace.screen.hint(view.after(found))


def _settle(
    workspace: Workspace,
    number: int,
    how: Settled,
    *,
    to: date | None,
    why: str | None,
    json: bool,
) -> None:
    said = " ".join((why or "").split()) or None
    with workspace.change("promise") as change:
        settling = promises.settle(change, number, how, day=workspace.today, why=said, to=to)
    _show(workspace, settling, json=json)
    if not json:
        workspace.screen.say(view.settled(settling, today=workspace.today))
        workspace.screen.hint(undo_offer())


def _give(
    workspace: Workspace, customer: str | None, text: str | None, due: str | None, *, json: bool
) -> None:
    said = " ".join((text or "").split())
    if not (customer and said and due):
        raise NotWhole
    whom, due_on = workspace.customer(customer), workspace.read_day(due)
    with workspace.change("promise") as change:
        given = promises.give(change, whom, text=said, due_on=due_on, day=workspace.today)
    _show(workspace, promises.Settling(promise=given), json=json)
    if not json:
        workspace.screen.hint(undo_offer())


def _show(workspace: Workspace, settling: promises.Settling, *, json: bool) -> None:
    if json:
        workspace.screen.json(view.document(settling, today=workspace.today))
        return
    me = _me(workspace)
    workspace.screen.show(*view.shown(settling, me=me, today=workspace.today))


def _me(workspace: Workspace) -> str:
    """Return the leader's name; nothing where several look, and nobody said which one does."""
    try:
        return workspace.leader.name
    except WhoAreYou:
        return ""
