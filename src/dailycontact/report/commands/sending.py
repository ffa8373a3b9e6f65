"""Sending an edition of the report: what `report --send` does once it is known which and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dailycontact.core.event import SENT
from dailycontact.core.message import Way
from dailycontact.core.program import PROGRAM
from dailycontact.report.commands import posting
from dailycontact.report.commands.making import made
from dailycontact.report.usecases import addressing
from dailycontact.report.usecases import sending as usecase
from dailycontact.report.usecases.covering import SentToday, period_to_send
from dailycontact.report.usecases.delivering import Outcome
from dailycontact.report.view import sending as view
from dailycontact.store import messages

if TYPE_CHECKING:
    from collections.abc import Collection

    from dailycontact.core.message import Message
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
    if workspace.settings.is_demo or workspace.book_settings.demo:
        dry_run = dry_run or _refuse_the_demonstration()
    if dry_run:
        _show(workspace, _looked_at(workspace, edition, period, compare=compare))
        return
    before = _what_waits(workspace, edition, yes=yes)
    tried = () if before is None else [one.id for one in before[0]]
    outcome = Outcome() if before is None else before[1]
    try:
        planned = _plan(workspace, edition, period, compare=compare, passed=tried)
    except SentToday:
        if before is None:
            raise
        posting.settle(outcome)
        return
    if not yes and not _agreed(workspace, planned):
        workspace.screen.say("Nothing was sent." if before is None else "Nothing else was sent.")
    else:
        try:
            outcome.add(_send(workspace, planned))
        except usecase.ChangedMeanwhile:
            # Whoever has seen it looks again; where nobody did, it is made once more.
            if not yes:
                raise
            planned = _plan(workspace, edition, period, compare=compare, passed=tried)
            outcome.add(_send(workspace, planned))
    posting.settle(outcome)


def _what_waits(
    workspace: Workspace, edition: Edition, *, yes: bool
) -> tuple[tuple[Message, ...], Outcome] | None:
    """Try first what waits of that edition; return it and what became of it, if there is any.

    Whoever cannot be reached for weeks is no reason for the others to hear nothing.
    """
    waits = usecase.waiting(workspace.look, edition, now=workspace.now)
    if not waits:
        return None
    # Nobody is to get an edition anew that the book would not send to anybody.
    addressing.recipients(workspace.look, workspace.book_settings, edition)
    if not yes and not (workspace.asker.can_ask and _first(workspace, waits)):
        raise usecase.StillWaits(waits[0])
    workspace.screen.hint(view.trying_first(waits))
    return waits, posting.retry(workspace, waits)


def _first(workspace: Workspace, waits: tuple[Message, ...]) -> bool:
    return workspace.asker.confirm(f"{view.still(waits)} Try that first?", default=True)


def _send(workspace: Workspace, planned: usecase.Plan) -> Outcome:
    from dailycontact.report.sending.courier import courier

    # Before anything is written: a missing password is no reason to have it wait.
    wanted = (*planned.to.ways, *((Way.MAIL, note.address) for note in planned.notes))
    carrier = courier(workspace.book_settings.mail, wanted, reply_to=posting.reply_to(workspace))
    with workspace.change(SENT) as change:
        numbers = usecase.put_in_outbox(change, planned, day=workspace.today)
    if hint := view.in_person(planned):
        workspace.screen.hint(hint)
    return posting.deliver(workspace, carrier, numbers)


def _looked_at(
    workspace: Workspace, edition: Edition, period: Period | None, *, compare: bool
) -> usecase.Plan:
    """Return what would be sent, also where it cannot be yet; what is in the way is said."""
    waits = [one for one in messages.open_messages(workspace.look) if one.edition == edition]
    if waits:
        workspace.screen.hint(view.still(waits))
    return _plan(
        workspace,
        edition,
        period,
        compare=compare,
        passed=[one.id for one in waits],
        again=True,
    )


def _refuse_the_demonstration() -> bool:
    raise usecase.DemonstrationStays


def _plan(
    workspace: Workspace,
    edition: Edition,
    period: Period | None,
    *,
    compare: bool,
    passed: Collection[int],
    again: bool = False,
) -> usecase.Plan:
    look, now = workspace.look, workspace.now
    seen = messages.last_event(look)
    # A report takes a while to make; that nobody gets it is said at once.
    addressing.recipients(look, workspace.book_settings, edition)
    zone = workspace.book_settings.zone
    covered = period or period_to_send(look, edition, now=now, zone=zone, again=again)
    report, said = made(workspace, edition, covered, now=now, compare=compare)
    return usecase.plan(
        look,
        report,
        said,
        settings=workspace.book_settings,
        leader=workspace.leader,
        made_at=now,
        seen=seen,
        passed=passed,
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
