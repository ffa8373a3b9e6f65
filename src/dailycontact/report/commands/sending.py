"""Sending an edition of the report: what `report --send` does once it is known which and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dailycontact.core.period import Period
    from dailycontact.report.rule.report import Edition
    from dailycontact.workspace import Workspace


def send(
    workspace: Workspace,
    *,
    edition: Edition,
    period: Period | None = None,
    compare: bool = False,
    dry_run: bool = False,
    yes: bool = False,
) -> None:
    """Send an edition to whom the book says, after a look at it and a yes.

    Without a `period` it covers everything since the last one that was sent. With `dry_run` each
    message is printed as it would go, and nothing is sent or written.
    """
    raise NotImplementedError
