"""What is said before an edition is sent, what it would be byte for byte, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dailycontact.core.dates import say_day
from dailycontact.core.message import Delivery, Message, State
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, listed
from dailycontact.report.view.hidden import hidden
from dailycontact.terminal.card import Part, labelled, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from dailycontact.report.usecases.delivering import Missed, Outcome
    from dailycontact.report.usecases.outbox import Dropped, Outbox
    from dailycontact.report.usecases.sending import Plan

Shown = str | Line | Part

ARRIVED = "may have arrived"
"""What every trouble says of which nobody knows whether it was one."""
STATES = {
    State.WAITING: "waits",
    State.SENT: "sent",
    State.FAILED: "not sent",
    State.DROPPED: "given up",
}
"""How what became of a delivery is said."""


def preview(planned: Plan) -> Iterator[Shown]:
    """Yield what would be sent, to whom, and what was hidden in it."""
    period = planned.report.period
    zone = ZoneInfo(period.zone)
    yield ""
    yield labelled("edition", f"{planned.edition}: {planned.subject}")
    yield labelled("covers", f"{_at(period.start, zone)} until {_at(period.until, zone)}")
    if planned.overlaps and planned.reached:
        yield labelled(
            "again",
            f"What was recorded until {_at(planned.reached, zone)} went out before.",
            style=WARNING,
        )
    if planned.to.mails:
        yield labelled("to", *planned.to.mails)
    if planned.to.channels:
        yield labelled("channels", *planned.to.channels)
    for note in planned.notes:
        yield labelled("thanks", f"a note of its own to {note.member.name}, {note.address}")
    yield from hidden(planned.report)


def in_person(planned: Plan) -> str | None:
    """Return who cannot be written to: of the team that it goes to, or praised in it."""
    sentences = []
    if planned.unreached:
        have = "has" if len(planned.unreached) == 1 else "have"
        who = listed(list(planned.unreached), most=len(planned.unreached))
        sentences.append(f"{who} {have} no e-mail address: print it for them, or read it to them.")
    if praised := [name for name in planned.in_person if name not in planned.unreached]:
        who = listed(praised, most=len(praised))
        sentences.append(f"{who} cannot be written to from here: pass the praise on in person.")
    elif planned.in_person:
        sentences.append("There is praise in it: pass that on in person.")
    return " ".join(sentences) or None


def question(planned: Plan) -> str:
    """Return what the leader is asked."""
    return f"Send it to {_recipients(len(planned.to.ways))}?"


def _recipients(number: int) -> str:
    return count(number, "recipient")


def still(waits: Sequence[Message]) -> str:
    """Return what still waits, and for whom."""
    one = waits[0]
    whom = listed(list(dict.fromkeys(d.recipient for m in waits for d in m.waiting)), most=6)
    what = f"the {one.edition} edition (message {one.id})" if len(waits) == 1 else "what was sent"
    return f"{what[0].upper()}{what[1:]} before this one still waits for {whom}."


def trying_first(waits: Sequence[Message]) -> str:
    """Return that what waits is tried before another is made."""
    return f"{still(waits)} Trying that first …"


def may_have_it(waits: Sequence[Message]) -> str | None:
    """Return who may have got already what waits for them; None where nobody may."""
    doubted = (d for one in waits for d in one.waiting if ARRIVED in (d.trouble or ""))
    whom = list(dict.fromkeys(each.recipient for each in doubted))
    return f"{listed(whom, most=6)} may have it already; better ask them." if whom else None


def not_for_them(gone: Sequence[Delivery]) -> str:
    """Return for whom nothing waits any more, because it is not for them now."""
    whom = listed(list(dict.fromkeys(each.recipient for each in gone)), most=6)
    return f"What waited for {whom} was given up: the book would not send it there any more."


def made_anew(one: Message) -> str:
    """Return that what waited was made anew."""
    return f"What message {one.id} said was changed since, so it was made anew from the book now."


def arrived(outcome: Outcome) -> Iterator[str]:
    """Yield what went well."""
    if outcome.sent:
        whom = list(dict.fromkeys(one.recipient for one in outcome.sent))
        yield f"Sent to {listed(whom, most=6)}."
    if outcome.shared:
        yield f"{count(outcome.shared, 'answer')} in it marked as shared."


def not_arrived(outcome: Outcome) -> str:
    """Return, in one sentence, who did not get what and why, and what to do next."""
    parts = []
    if outcome.missed:
        whole = any(one.message.member is None for one in outcome.missed)
        marked = "Nothing in it is marked as shared until everybody has it; t" if whole else "T"
        parts.append(f"{_missed(outcome.missed)}. {marked}ry again with: {PROGRAM} outbox --retry")
    notes = [one for one in outcome.anew if one.member]
    if notes:
        names = listed([str(one.member) for one in notes])
        parts.append(
            f"A note of thanks to {names} was given up, because what it said was changed"
            " since; pass it on in person"
        )
    if others := [one for one in outcome.anew if not one.member]:
        numbers = listed([f"message {one.id}" for one in others])
        editions = listed(list(dict.fromkeys(one.edition for one in others)))
        parts.append(
            f"What {numbers} said was changed since, so it was taken out of the outbox; send it"
            f" anew with: {PROGRAM} report --send {editions}"
        )
    return ". ".join(parts)


def _missed(missed: Sequence[Missed]) -> str:
    by_reason: dict[str, dict[str, None]] = {}
    for one in missed:
        by_reason.setdefault(one.why, {})[one.recipient] = None
    return "; ".join(
        f"{listed(list(names), most=6)} did not get it ({why})" for why, names in by_reason.items()
    )


def outbox(found: Outbox, *, now: datetime, zone: ZoneInfo) -> Iterator[Shown]:
    """Yield what waits and what went last."""
    if not found.waiting and not found.gone:
        yield "Nothing was sent yet, and nothing waits."
        return
    if found.waiting:
        yield "Waiting"
        for one in found.waiting:
            yield from _brief(one, now=now, zone=zone)
    else:
        yield "Nothing waits."
    if found.gone:
        yield ""
        yield "Gone"
        for one in found.gone:
            yield from _brief(one, now=now, zone=zone)


def _brief(one: Message, *, now: datetime, zone: ZoneInfo) -> Iterator[Shown]:
    day = say_day(one.recorded_at.astimezone(zone).date(), today=now.astimezone(zone).date())
    yield spread((f"{one.id:4}  {one.subject}", "" if one.is_open else LABEL), (day, LABEL))
    whom = f" a note of thanks for {one.member}," if one.member else ""
    states = [
        f"{STATES[state]} {count(number, 'recipient') if place == 0 else number}"
        for place, (state, number) in enumerate(_by_state(one).items())
    ]
    yield paragraph(f"{whom} {', '.join(states)}".strip(), indent=6, style=LABEL)


def _by_state(one: Message) -> dict[State, int]:
    found: dict[State, int] = {}
    for delivery in one.deliveries:
        found[delivery.state] = found.get(delivery.state, 0) + 1
    return found


def message(one: Message, *, zone: ZoneInfo) -> Iterator[Shown]:
    """Yield one message with each recipient."""
    yield ""
    yield labelled("message", f"{one.id}: {one.subject}")
    yield labelled("covers", f"{_at(one.since, zone)} until {_at(one.until, zone)}")
    yield labelled("by", f"{one.leader}, {_at(one.recorded_at, zone)}")
    if one.member:
        yield labelled("thanks", f"what customers said of {one.member}, to them alone")
    yield ""
    for each in one.deliveries:
        yield paragraph(_delivery(each, zone), indent=2)
    yield ""


def _delivery(one: Delivery, zone: ZoneInfo) -> str:
    when = f", {_at(one.tried_at, zone)}" if one.tried_at else ""
    why = f": {one.trouble}" if one.trouble else ""
    tries = f" ({one.tries} times)" if one.tries > 1 else ""
    return f"{one.recipient}  {STATES[one.state]}{when}{tries}{why}"


def dropped(found: Dropped) -> Iterator[str]:
    """Yield what was given up."""
    yield f"Message {found.message.id} is not sent to {listed(list(found.recipients), most=6)}."
    if found.shared:
        yield f"The others have it: {count(found.shared, 'answer')} in it marked as shared."


def document(one: Message) -> dict[str, object]:
    """Return a message as a JSON document."""
    return {
        "id": one.id,
        "edition": one.edition,
        "since_at": one.since,
        "until_at": one.until,
        "subject": one.subject,
        "member": one.member,
        "leader": one.leader,
        "recorded_at": one.recorded_at,
        "closed_at": one.closed_at,
        "deliveries": [
            {
                "channel": each.way,
                "recipient": each.recipient,
                "ident": each.ident,
                "state": each.state,
                "tries": each.tries,
                "trouble": each.trouble,
                "tried_at": each.tried_at,
            }
            for each in one.deliveries
        ],
    }


def documents(found: Outbox) -> dict[str, object]:
    """Return the outbox as a JSON document."""
    return {
        "waiting": [document(one) for one in found.waiting],
        "gone": [document(one) for one in found.gone],
    }


def _at(instant: datetime, zone: ZoneInfo) -> str:
    there = instant.astimezone(zone)
    return f"{there:%A} {there.day} {there:%B %Y, %H:%M}"
