"""Delivering from a command: with the clock, the secrets and the changes of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dailycontact import clock
from dailycontact.core.event import SENT
from dailycontact.errors import DailycontactError, DeliveryProblem
from dailycontact.report.usecases import delivering
from dailycontact.report.view import sending as view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dailycontact.report.sending.courier import Courier
    from dailycontact.workspace import Workspace


class NotDelivered(DeliveryProblem):
    """Somebody did not get what was sent."""

    def __init__(self, outcome: delivering.Outcome) -> None:
        super().__init__(view.not_arrived(outcome))


def deliver(workspace: Workspace, carrier: Courier, numbers: Sequence[int]) -> None:
    """Send these messages, and say what became of them.

    Raises:
        NotDelivered: somebody did not get what they should have.

    """
    outcome = delivering.deliver(
        delivering.Post(
            changes=lambda: workspace.change(SENT),
            carrier=carrier,
            tick=clock.now,
            day=workspace.today,
        ),
        numbers,
    )
    workspace.screen.say(*view.arrived(outcome))
    if not outcome.is_whole:
        raise NotDelivered(outcome)


def reply_to(workspace: Workspace) -> str | None:
    """Return the address to which whoever reads it can answer: the leader's, where there is one."""
    from dailycontact.report.usecases.addressing import address_of

    if not workspace.leader.email:
        return None
    try:
        return address_of(workspace.leader)
    except DailycontactError:
        return None
