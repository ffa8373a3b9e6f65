"""today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.pick.usecases import today as usecase
from dailycontact.pick.view import card as view
from dailycontact.pick.view import documents
from dailycontact.store import mornings
from dailycontact.terminal.card import paragraph, spread
from dailycontact.terminal.later import options, typer
from dailycontact.terminal.styles import LABEL
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from dailycontact.pick.usecases.why import Why
    from dailycontact.terminal.card import Part


def today(
    workspace: Workspace,
    *,
    why: Annotated[
        bool, typer.Option("--why", help="The arithmetic, the runners-up, who was passed over.")
    ] = False,
    another: Annotated[
        bool, typer.Option("--next", help="Somebody else, beside whoever is proposed.")
    ] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="On a day off, or although nobody is due.")
    ] = False,
    qr: Annotated[
        bool, typer.Option("--qr", help="The number as a picture, to dial with a telephone.")
    ] = False,
    json: options.Json = False,
) -> None:
    """Whom to phone today, why, what was said before, and who waits to be told.

    The same all day, until you say how the call went: dailycontact log.
    """
    if not workspace.has_book:
        _welcome(workspace, json=json)
        return
    morning = morning_of(workspace, another=another, anyway=anyway)
    if json:
        numbers = _numbers(workspace, morning) if why else None
        workspace.screen.json(documents.document(morning, numbers))
        return
    workspace.screen.show(*(explained(workspace, morning) if why else view.card(morning)))
    say_what_waits(workspace)
    if morning.nobody_else:
        workspace.screen.hint("Nobody else can be phoned just now.")
    if qr and morning.customer is not None:
        _picture(workspace, morning.customer)


def say_what_waits(workspace: Workspace) -> None:
    """Say, beside the card, that a report did not reach everybody: a schedule cannot be seen."""
    if waits := mornings.unsent(workspace.look, today=workspace.today):
        edition, day = waits
        workspace.screen.hint(
            f"The {edition} edition of {say_day(day, today=workspace.today)} still waits to be"
            f" sent: {PROGRAM} outbox"
        )


def morning_of(
    workspace: Workspace, *, another: bool = False, anyway: bool = False
) -> usecase.Today:
    """Return the morning of the leader who asks."""
    return usecase.today(
        workspace.look,
        leader_id=workspace.leader.id,
        day=workspace.today,
        now=workspace.now,
        another=another,
        anyway=anyway,
    )


def explained(workspace: Workspace, morning: usecase.Today) -> list[Part | str]:
    """Return why it is this customer: the sentence, the arithmetic, and the others."""
    from dailycontact.pick.view.why import why

    return why(morning, _numbers(workspace, morning))


def _numbers(workspace: Workspace, morning: usecase.Today) -> Why:
    from dailycontact.pick.usecases.why import why

    return why(
        workspace.look,
        morning.pick,
        leader_id=morning.leader.id,
        day=morning.day,
        now=workspace.now,
    )


def _picture(workspace: Workspace, customer: Customer) -> None:
    from dailycontact.terminal.qr import to_dial

    if customer.dialled is None:
        workspace.screen.hint("No number of theirs can be dialled from a picture.")
    else:
        workspace.screen.show("", to_dial(customer.dialled))


def _welcome(workspace: Workspace, *, json: bool) -> None:
    if json:
        workspace.screen.json(None)
        return
    workspace.screen.show(
        "",
        paragraph("There is no book yet: nobody to phone."),
        "",
        spread("Bring in your customers", (f"{PROGRAM} import FILE", LABEL)),
        spread("Look around first", ("dailycontact demo", LABEL)),
        "",
    )
