"""Getting an edition ready to be sent: what it covers, to whom it goes, and into the outbox."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dailycontact.core.book import BookSettings
from dailycontact.core.message import Body, Delivery, Message, Way
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import listed
from dailycontact.core.team import Member
from dailycontact.errors import Refused
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.sending import courier
from dailycontact.report.usecases import addressing, delivering, praising
from dailycontact.report.usecases.addressing import Recipients
from dailycontact.report.usecases.praising import Note
from dailycontact.store import messages, reached
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

DOMAIN = "dailycontact.invalid"
"""Where a Message-ID comes from when nothing goes by mail; nobody's (RFC 2606)."""


class DemonstrationStays(Refused):
    """The demonstration would be sent to real people."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing is sent from the demonstration; see what would be sent with --dry-run."
        )


class SentBefore(Refused):
    """The very same days went out already."""

    def __init__(self, edition: Edition, day: date) -> None:
        super().__init__(
            f"The {edition} edition of these days was sent on {day.day} {day:%B %Y}, and is not"
            " sent twice."
        )


class StillWaits(Refused):
    """The last one is in the outbox still."""

    def __init__(self, one: Message) -> None:
        whom = listed([each.recipient for each in one.waiting])
        super().__init__(
            f"The last {one.edition} edition (message {one.id}) still waits to be sent to {whom};"
            f" try again with: {PROGRAM} outbox --retry, or give it up with:"
            f" {PROGRAM} outbox --drop {one.id}"
        )


class SentMeanwhile(Refused):
    """Somebody else sent it between the question and the answer."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(
            f"Somebody else sent the {edition} edition meanwhile, so nothing was sent; see it"
            f" with: {PROGRAM} outbox"
        )


class ChangedMeanwhile(Refused):
    """What it says was changed between the question and the answer."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(
            f"Something in the {edition} edition was changed meanwhile, so nothing was sent; please"
            " look at it again."
        )


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What would be sent to whom.

    `reached` is up to when the edition went out before, `in_person` names who is praised in it
    and has no address to be written to.
    """

    report: Report
    said: Body
    subject: str
    to: Recipients
    notes: tuple[Note, ...] = ()
    in_person: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()
    """Who is of the team that it goes to, and has no address."""
    reached: datetime | None = None
    domain: str = DOMAIN
    made_at: datetime
    seen: int = 0
    """The last change of the book that was known when it was made."""
    passed: frozenset[int] = frozenset()
    """The messages that wait, and were tried before this one."""

    @property
    def edition(self) -> Edition:
        """Which edition it is."""
        return self.report.edition

    @property
    def overlaps(self) -> bool:
        """Whether it tells again what went out before."""
        return self.reached is not None and self.report.period.start < self.reached


def waiting(look: Look, edition: Edition, *, now: datetime) -> tuple[Message, ...]:
    """Return what of an edition waits in the outbox; that is tried before another is made.

    Raises:
        StillWaits: somebody is sending it just now, or has just tried.

    """
    found = tuple(one for one in messages.open_messages(look) if one.edition == edition)
    for one in found:
        if one.is_in_hand(now):
            raise StillWaits(one)
    return found


def plan(
    look: Look,
    report: Report,
    said: Body,
    *,
    settings: BookSettings,
    leader: Member,
    made_at: datetime,
    seen: int,
    passed: Collection[int] = (),
) -> Plan:
    """Return what would be sent to whom; nothing is written.

    What waits is not in the way where it is `passed` (the messages that were just tried).

    `made_at` is the instant up to which the report was made, and `seen` the last change of the book
    before that (messages.last_event).

    Raises:
        StillWaits, SentBefore: see there.
        NobodyToSendTo and the others of addressing.recipients; those of courier.check.

    """
    edition = report.edition
    _check_open(look, edition, passed)
    _check_same(look, report)
    to = addressing.recipients(look, settings, edition)
    domain = courier.check(settings.mail) if to.mails or settings.mail.is_set else DOMAIN
    notes, in_person = praising.notes(look, report, to, leader=leader, by_mail=settings.mail.is_set)
    return Plan(
        report=report,
        said=said,
        subject=_subject(report),
        to=to,
        notes=notes,
        in_person=in_person,
        unreached=addressing.unreached(look, settings, edition),
        reached=reached.cutoff(look, edition),
        domain=domain,
        made_at=made_at,
        seen=seen,
        passed=frozenset(passed),
    )


def plan_anew(
    look: Look,
    one: Message,
    report: Report,
    said: Body,
    *,
    settings: BookSettings,
    made_at: datetime,
    seen: int,
) -> Plan | None:
    """Return what is made anew of a message for whoever has not got it; None where nobody is left.

    Raises:
        The errors of addressing.recipients, and those of courier.check.

    """
    now = addressing.recipients(look, settings, report.edition)
    missed = {(each.way, each.recipient) for each in one.waiting}
    to = Recipients(
        mails=tuple(each for each in now.mails if (Way.MAIL, each) in missed),
        channels=tuple(each for each in now.channels if (Way.NOTIFY, each) in missed),
    )
    if not to.ways:
        return None
    domain = courier.check(settings.mail) if to.mails or settings.mail.is_set else DOMAIN
    return Plan(
        report=report,
        said=said,
        subject=_subject(report),
        to=to,
        domain=domain,
        made_at=made_at,
        seen=seen,
    )


def put_in_outbox(change: "Change", planned: Plan, *, day: date) -> tuple[int, ...]:
    """Commit what will be sent, so that it is known whatever happens; return the numbers.

    Raises:
        SentMeanwhile: somebody else was faster.
        ChangedMeanwhile: what it says may not be so any more.

    """
    edition, period = planned.edition, planned.report.period
    waits = [one for one in messages.editions(change, edition) if one.is_open]
    others = [one for one in waits if one.id not in planned.passed]
    if others or reached.cutoff(change, edition) != planned.reached:
        raise SentMeanwhile(edition)
    _check_same(change, planned.report)
    late = reached.came_late(change, planned.seen, until=period.until)
    if late or reached.changed_after(change, planned.seen):
        raise ChangedMeanwhile(edition)
    for one in waits:
        # What nobody has is part of this one, which begins no later.
        if not one.sent and period.start <= one.since:
            delivering.give_up(change, one, day=day)
    numbers = _record(change, planned, day=day)
    change.summary = f"put the {edition} edition ({period.title}) into the outbox"
    return numbers


def put_anew(change: "Change", planned: Plan, *, day: date) -> tuple[int, ...]:
    """Commit what was made anew for whoever missed it; return the numbers.

    Raises:
        ChangedMeanwhile: what it says may not be so any more.

    """
    if reached.changed_after(change, planned.seen):
        raise ChangedMeanwhile(planned.edition)
    numbers = _record(change, planned, day=day)
    change.summary = f"made the {planned.edition} edition anew for whoever had missed it"
    return numbers


def _record(change: "Change", planned: Plan, *, day: date) -> tuple[int, ...]:
    report, period = planned.report, planned.report.period
    common = {
        "edition": planned.edition,
        "since": period.start,
        "until": period.until,
        "day": day,
        "made_at": planned.made_at,
        "domain": planned.domain,
    }
    first = messages.record(
        change,
        subject=planned.subject,
        said=planned.said,
        to=planned.to.ways,
        answers=() if report.is_leaders else page_of(report).answers,
        **common,  # type: ignore[arg-type]  # each is what its name says
    )
    notes = [
        messages.record(
            change,
            subject=praising.subject(report),
            said=Body(text=note.text),
            to=((Way.MAIL, note.address),),
            answers=note.answers,
            member_id=note.member.id,
            **common,  # type: ignore[arg-type]  # as above
        )
        for note in planned.notes
    ]
    return (first, *notes)


def as_it_would_go(
    planned: Plan, *, now: datetime, leader: str
) -> Iterator[tuple[Message, Delivery, Body]]:
    """Yield each message with its recipient, as it would be sent; the Message-ID alone differs."""
    period = planned.report.period
    one = Message(
        id=0,
        edition=planned.edition,
        since=period.start,
        until=period.until,
        subject=planned.subject,
        leader=leader,
        recorded_at=now,
    )
    for way, recipient in planned.to.ways:
        yield one, _unsent(way, recipient, planned.domain), planned.said
    for note in planned.notes:
        about = replace(one, subject=praising.subject(planned.report))
        yield about, _unsent(Way.MAIL, note.address, planned.domain), Body(text=note.text)


def _check_open(look: Look, edition: Edition, passed: Collection[int]) -> None:
    for one in messages.editions(look, edition):
        if one.is_open and one.id not in passed:
            raise StillWaits(one)


def _check_same(look: Look, report: Report) -> None:
    period = report.period
    for one in messages.editions(look, report.edition):
        if one.sent and (one.since, one.until) == (period.start, period.until):
            at = one.recorded_at.astimezone(ZoneInfo(period.zone)).date()
            raise SentBefore(report.edition, at)


def _subject(report: Report) -> str:
    """Return what a mail is headed: to customers the page's own title, in which no day is named."""
    demo = "DEMONSTRATION: " if report.demo else ""
    if report.edition is Edition.CUSTOMERS:
        page = page_of(report)
        return f"{demo}{page.title}: {page.subtitle}"
    said = {
        Edition.TEAM: "What customers told us",
        Edition.LEADER: "LEADER ONLY: what customers told us",
        Edition.COMPANY: f"What customers told {report.company or 'us'}",
    }[report.edition]
    return f"{demo}{said}, {report.period.title}"


def _unsent(way: Way, recipient: str, domain: str) -> Delivery:
    return Delivery(
        id=0,
        message_id=0,
        way=way,
        recipient=recipient,
        ident=messages.ident("", 0, way, recipient, domain=domain),
    )
