"""Delivering from a command: with the clock, the secrets and the changes of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dailycontact import clock
from dailycontact.core.event import SENT
from dailycontact.core.program import PROGRAM
from dailycontact.errors import DailycontactError, DeliveryProblem
from dailycontact.report.commands.making import made
from dailycontact.report.rule.report import Edition
from dailycontact.report.usecases import delivering, letting_go, sending
from dailycontact.report.usecases.covering import period_anew
from dailycontact.report.view import sending as view
from dailycontact.store import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dailycontact.core.message import Message
    from dailycontact.report.sending.courier import Courier
    from dailycontact.report.usecases.delivering import Outcome
    from dailycontact.workspace import Workspace


class NotDelivered(DeliveryProblem):
    """Somebody did not get what was sent."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(view.not_arrived(outcome))


def retry(workspace: Workspace, waiting: Sequence[Message]) -> Outcome:
    """Try again to send what waits, to whom it is still for; say what became of it."""
    from dailycontact.report.sending.courier import courier

    with workspace.change(SENT) as change:
        gone = letting_go.not_for_them(
            change, waiting, settings=workspace.book_settings, day=workspace.today
        )
    if gone:
        workspace.screen.hint(view.not_for_them(gone))
    wanted = [(each.way, each.recipient) for one in waiting for each in one.waiting]
    wanted = [each for each in wanted if each not in {(to.way, to.recipient) for to in gone}]
    carrier = courier(workspace.book_settings.mail, wanted, reply_to=reply_to(workspace))
    outcome = deliver(workspace, carrier, [one.id for one in waiting])
    if not gone and outcome == delivering.Outcome():
        workspace.screen.hint(
            f"Another dailycontact is sending it just now; see it with: {PROGRAM} outbox"
        )
    return outcome


def deliver(workspace: Workspace, carrier: Courier, numbers: Sequence[int]) -> Outcome:
    """Send these messages, and say what became of them; what was changed is made anew, once."""
    outcome = _deliver(workspace, carrier, numbers)
    changed, outcome.anew = outcome.anew, []
    for one in changed:
        again = _anew(workspace, one)
        if again:
            outcome.add(_deliver(workspace, carrier, again))
        else:
            outcome.anew.append(one)
    workspace.screen.say(*view.arrived(outcome))
    return outcome


def settle(outcome: Outcome) -> None:
    """End well where everybody has what they should have.

    Raises:
        NotDelivered: somebody did not get it.

    """
    if not outcome.is_whole:
        raise NotDelivered(outcome)


def _deliver(workspace: Workspace, carrier: Courier, numbers: Sequence[int]) -> Outcome:
    return delivering.deliver(
        delivering.Post(
            changes=lambda: workspace.change(SENT),
            carrier=carrier,
            tick=clock.now,
            day=workspace.today,
        ),
        numbers,
    )


def _anew(workspace: Workspace, one: Message) -> tuple[int, ...]:
    """Make a message anew for whoever has not got it, from the book as it is; return its number.

    A note of thanks is not: what it said may not be so any more.
    """
    if one.member_id is not None:
        return ()
    look, now = workspace.look, clock.now()
    seen = messages.last_event(look)
    period = period_anew(one, now=now, zone=workspace.book_settings.zone)
    report, said = made(workspace, Edition(one.edition), period, now=now)
    planned = sending.plan_anew(
        look, one, report, said, settings=workspace.book_settings, made_at=now, seen=seen
    )
    if planned is None:
        return ()
    with workspace.change(SENT) as change:
        numbers = sending.put_anew(change, planned, day=workspace.today)
    workspace.screen.hint(view.made_anew(one))
    return numbers


def reply_to(workspace: Workspace) -> str | None:
    """Return the address to which whoever reads it can answer: the leader's, where there is one."""
    from dailycontact.report.usecases.addressing import address_of

    if not workspace.leader.email:
        return None
    try:
        return address_of(workspace.leader)
    except DailycontactError:
        return None
