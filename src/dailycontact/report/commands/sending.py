"""Sending an edition of the report: what `report --send` does once it is known which and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dailycontact import __version__
from dailycontact.core.event import SENT
from dailycontact.core.message import Body, Way
from dailycontact.core.program import PROGRAM
from dailycontact.report.commands import posting
from dailycontact.report.usecases import addressing
from dailycontact.report.usecases import report as reporting
from dailycontact.report.usecases import sending as usecase
from dailycontact.report.view import sending as view
from dailycontact.store import messages

if TYPE_CHECKING:
    from dailycontact.core.period import Period
    from dailycontact.report.rule.report import Edition, Report
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
    if workspace.settings.is_demo or workspace.book_settings.demo:
        dry_run = dry_run or _refuse_the_demonstration()
    planned = _plan(workspace, edition, period, compare=compare)
    if dry_run:
        _show(workspace, planned)
        return
    if not yes and not _agreed(workspace, planned):
        workspace.screen.say("Nothing was sent.")
        return
    from dailycontact.report.sending.courier import courier

    # Before anything is written: a missing password is no reason to have it wait.
    wanted = (*planned.to.ways, *((Way.MAIL, note.address) for note in planned.notes))
    carrier = courier(workspace.book_settings.mail, wanted, reply_to=posting.reply_to(workspace))
    with workspace.change(SENT) as change:
        numbers = usecase.put_in_outbox(change, planned, day=workspace.today)
    if hint := view.in_person(planned):
        workspace.screen.hint(hint)
    posting.deliver(workspace, carrier, numbers)


def _refuse_the_demonstration() -> bool:
    raise usecase.DemonstrationStays


def _plan(
    workspace: Workspace, edition: Edition, period: Period | None, *, compare: bool
) -> usecase.Plan:
    look, now = workspace.look, workspace.now
    seen = messages.last_event(look)
    # A report takes a while to make; that nobody gets it is said at once.
    addressing.recipients(look, workspace.book_settings, edition)
    zone = workspace.book_settings.zone
    covered = period or usecase.period_to_send(look, edition, now=now, zone=zone)
    report = reporting.report(
        look,
        period=covered.cut_at(now),
        edition=edition,
        now=now,
        today=workspace.today,
        compare=compare,
        version=__version__,
    )
    return usecase.plan(
        look,
        report,
        _said(report),
        settings=workspace.book_settings,
        leader=workspace.leader,
        made_at=now,
        seen=seen,
    )


def _said(report: Report) -> Body:
    from dailycontact.report.formats import html, markdown, terminal

    return Body(
        text=terminal.render(report).decode(),
        html=html.render_for_mail(report).decode(),
        markdown=markdown.render(report).decode(),
    )


def _agreed(workspace: Workspace, planned: usecase.Plan) -> bool:
    if workspace.asker.can_ask:
        workspace.screen.say(*view.preview(planned))
        if hint := view.in_person(planned):
            workspace.screen.hint(hint)
        workspace.screen.hint(
            f"Every byte of it: {PROGRAM} report --send {planned.edition} --dry-run"
        )
    return workspace.asker.confirm(view.question(planned))


def _show(workspace: Workspace, planned: usecase.Plan) -> None:
    """Print each message as it would go; a server's password is no part of any."""
    from dailycontact.report.sending.courier import without_secrets
    from dailycontact.report.sending.notify import calling_nobody

    writer = without_secrets(workspace.book_settings.mail, reply_to=posting.reply_to(workspace))
    would_go = usecase.as_it_would_go(planned, now=workspace.now, leader=workspace.leader.name)
    for one, to, said in would_go:
        workspace.screen.show(f"===== {to.way} to {to.recipient} =====")
        if to.way is Way.MAIL:
            content = writer.letter(one, to, said).as_bytes().replace(b"\r\n", b"\n")
            workspace.screen.bytes(content)
        else:
            workspace.screen.show(calling_nobody(one.subject), "", calling_nobody(said.markdown))
    workspace.screen.hint("Nothing was sent, and nothing was written.")
