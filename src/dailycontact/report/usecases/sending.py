"""Getting an edition ready to be sent: what it covers, to whom it goes, and into the outbox."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dailycontact.core.book import BookSettings
from dailycontact.core.message import Body, Delivery, Message, Way
from dailycontact.core.period import Period, since_sent, week_of
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import listed
from dailycontact.core.team import Member
from dailycontact.errors import Refused
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.report import Edition, Report
from dailycontact.report.sending import courier
from dailycontact.report.usecases import addressing, praising
from dailycontact.report.usecases.addressing import Recipients
from dailycontact.report.usecases.praising import Note
from dailycontact.store import messages
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


class SentToday(Refused):
    """It went out today already, and days were not named."""

    def __init__(self, edition: Edition, at: datetime) -> None:
        super().__init__(
            f"The {edition} edition went out today at {at:%H:%M} already; to send one again all"
            f" the same, name the days, like: {PROGRAM} report --send {edition} --week"
            f" {at:%G-W%V}"
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
    reached: datetime | None = None
    domain: str = DOMAIN
    made_at: datetime
    seen: int = 0
    """The last change of the book that was known when it was made."""

    @property
    def edition(self) -> Edition:
        """Which edition it is."""
        return self.report.edition

    @property
    def overlaps(self) -> bool:
        """Whether it tells again what went out before."""
        return self.reached is not None and self.report.period.start < self.reached


def period_to_send(look: Look, edition: Edition, *, now: datetime, zone: str) -> Period:
    """Return what goes out now: everything since it last did; at first the running week.

    Raises:
        StillWaits: the last one has not gone out to everybody.
        SentToday: it went out today.

    """
    _check_open(look, edition)
    reached = messages.cutoff(look, edition)
    there = ZoneInfo(zone)
    if reached is None:
        return week_of(now.astimezone(there).date(), zone=zone).cut_at(now)
    if reached.astimezone(there).date() >= now.astimezone(there).date():
        raise SentToday(edition, reached.astimezone(there))
    return since_sent(reached, now=now, zone=zone)


def plan(
    look: Look,
    report: Report,
    said: Body,
    *,
    settings: BookSettings,
    leader: Member,
    made_at: datetime,
    seen: int,
) -> Plan:
    """Return what would be sent to whom; nothing is written.

    `made_at` is the instant up to which the report was made, and `seen` the last change of the book
    before that (messages.last_event).

    Raises:
        StillWaits, SentBefore: see there.
        NobodyToSendTo and the others of addressing.recipients; those of courier.check.

    """
    edition = report.edition
    _check_open(look, edition)
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
        reached=messages.cutoff(look, edition),
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
    if waits or messages.cutoff(change, edition) != planned.reached:
        raise SentMeanwhile(edition)
    _check_same(change, planned.report)
    answers = () if planned.report.is_leaders else page_of(planned.report).answers
    late = messages.came_late(change, planned.seen, until=period.until)
    if late or messages.changed_after(change, planned.seen, answers):
        raise ChangedMeanwhile(edition)
    common = {
        "edition": edition,
        "since": period.start,
        "until": period.until,
        "day": day,
        "made_at": planned.made_at,
    }
    first = messages.record(
        change,
        subject=planned.subject,
        said=planned.said,
        to=planned.to.ways,
        answers=answers,
        domain=planned.domain,
        **common,  # type: ignore[arg-type]  # each is what its name says
    )
    notes = [
        messages.record(
            change,
            subject=praising.subject(planned.report),
            said=Body(text=note.text),
            to=((Way.MAIL, note.address),),
            answers=note.answers,
            domain=planned.domain,
            member_id=note.member.id,
            **common,  # type: ignore[arg-type]  # as above
        )
        for note in planned.notes
    ]
    change.summary = f"put the {edition} edition ({period.title}) into the outbox"
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


def _check_open(look: Look, edition: Edition) -> None:
    for one in messages.editions(look, edition):
        if one.is_open:
            raise StillWaits(one)


def _check_same(look: Look, report: Report) -> None:
    period = report.period
    for one in messages.editions(look, report.edition):
        if one.sent and (one.since, one.until) == (period.start, period.until):
            at = one.recorded_at.astimezone(ZoneInfo(period.zone)).date()
            raise SentBefore(report.edition, at)


def _subject(report: Report) -> str:
    said = {
        Edition.TEAM: "What customers told us",
        Edition.LEADER: "LEADER ONLY: what customers told us",
        Edition.COMPANY: f"What customers told {report.company or 'us'}",
        Edition.CUSTOMERS: "You said, we did",
    }[report.edition]
    demo = "DEMONSTRATION: " if report.demo else ""
    return f"{demo}{said}, {report.period.title}"


def _unsent(way: Way, recipient: str, domain: str) -> Delivery:
    return Delivery(
        id=0,
        message_id=0,
        way=way,
        recipient=recipient,
        ident=messages.ident("", 0, way, recipient, domain=domain),
    )
