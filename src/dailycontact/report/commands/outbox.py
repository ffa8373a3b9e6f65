"""outbox."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from dailycontact.core.event import SENT
from dailycontact.core.program import PROGRAM
from dailycontact.core.references import NoReference, typed_number
from dailycontact.errors import UsageProblem
from dailycontact.report.usecases import outbox as usecase
from dailycontact.report.view import sending as view
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace


class RetryOrDrop(UsageProblem):
    """It is to be tried again and given up."""

    def __init__(self) -> None:
        super().__init__("Try again with --retry, or give up with --drop NUMBER; not both at once.")


class DropWhich(UsageProblem):
    """Recipients were named, and nothing is to be given up."""

    def __init__(self) -> None:
        super().__init__(
            "--to names who is not tried any more: it goes with --drop NUMBER, like"
            f" {PROGRAM} outbox --drop 3 --to tom@example.com"
        )


def outbox(
    workspace: Workspace,
    *,
    number: Annotated[
        str | None, typer.Argument(metavar="[NUMBER]", help="One message, with each recipient.")
    ] = None,
    retry: Annotated[
        bool, typer.Option("--retry", help="Try again to send what waits, or that message.")
    ] = False,
    drop: Annotated[
        str | None, typer.Option("--drop", metavar="NUMBER", help="Try no more to send a message.")
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="RECIPIENT", help="Of that message, only to them."),
    ] = None,
    json: options.Json = False,
) -> None:
    """See what was sent and what still waits to be; try again, or give it up.

    After a failure, when the server is back: dailycontact outbox --retry
    """
    if drop is not None and (retry or number is not None):
        raise RetryOrDrop
    if to and drop is None:
        raise DropWhich
    if drop is not None:
        _drop(workspace, _number(drop), to or [], json=json)
        return
    which = None if number is None else _number(number)
    if retry:
        _retry(workspace, which)
        if json:
            workspace.screen.json(view.documents(usecase.outbox(workspace.look)))
    else:
        _show(workspace, which, json=json)


def _number(text: str) -> int:
    number = typed_number(text)
    if number is None:
        raise NoReference(text, "3", seen_with="outbox")
    return number


def _show(workspace: Workspace, number: int | None, *, json: bool) -> None:
    zone = ZoneInfo(workspace.book_settings.zone)
    if number is not None:
        one = usecase.one(workspace.look, number)
        if json:
            workspace.screen.json(view.document(one))
        else:
            workspace.screen.show(*view.message(one, zone=zone))
        return
    found = usecase.outbox(workspace.look)
    if json:
        workspace.screen.json(view.documents(found))
        return
    workspace.screen.show(*view.outbox(found, now=workspace.now, zone=zone))
    if found.waiting:
        first = found.waiting[0].id
        workspace.screen.hint(
            f"Try again: {PROGRAM} outbox --retry. Give it up: {PROGRAM} outbox --drop {first}"
            " (--to ADDRESS for one of them)"
        )


def _retry(workspace: Workspace, number: int | None) -> None:
    waiting = usecase.to_retry(workspace.look, number)
    if not waiting:
        workspace.screen.say("Nothing waits to be sent.")
        return
    from dailycontact.report.commands import posting

    if workspace.asker.can_ask and (doubt := view.may_have_it(waiting)):
        workspace.screen.say(doubt)
        if not workspace.asker.confirm("Send it all the same?", default=True):
            workspace.screen.say("Nothing was sent.")
            return
    posting.settle(posting.retry(workspace, waiting))


def _drop(workspace: Workspace, number: int, to: list[str], *, json: bool) -> None:
    with workspace.change(SENT) as change:
        found = usecase.drop(change, number, to=to, day=workspace.today)
    if json:
        workspace.screen.json(view.document(found.message))
    else:
        workspace.screen.say(*view.dropped(found))
