"""Making what is sent: the report of some days, in the forms that a mail and a channel take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dailycontact import __version__
from dailycontact.core.message import Body
from dailycontact.report.usecases import report as reporting

if TYPE_CHECKING:
    from datetime import datetime

    from dailycontact.core.period import Period
    from dailycontact.report.rule.report import Edition, Report
    from dailycontact.workspace import Workspace


def made(
    workspace: Workspace, edition: Edition, period: Period, *, now: datetime, compare: bool = False
) -> tuple[Report, Body]:
    """Return an edition as the book has it at `now`, and what a message says with it."""
    from dailycontact.report.formats import html, markdown, terminal

    report = reporting.report(
        workspace.look,
        period=period.cut_at(now),
        edition=edition,
        now=now,
        today=workspace.day_of(now),
        compare=compare,
        version=__version__,
    )
    said = Body(
        text=terminal.render(report).decode(),
        html=html.render_for_mail(report).decode(),
        markdown=markdown.render(report).decode(),
    )
    return report, said
