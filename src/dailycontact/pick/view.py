"""The card of the morning."""

from collections.abc import Iterable
from datetime import date

from dailycontact.core.customer import Customer
from dailycontact.core.call import Promise
from dailycontact.core.dates import say_ahead, say_day
from dailycontact.core.sentences import (
    count,
    first_name,
    listed,
    news,
    progress,
    sentence,
    shortened,
)
from dailycontact.pick.usecase import Skipped, State, Today
from dailycontact.terminal.card import Part, header, labelled, paragraph, quoted, spread
from dailycontact.terminal.styles import LABEL, NAME, WARNING

BLANK = ""


def card(today: Today) -> list[Part | str]:
    """Return the card of a morning, top to bottom."""
    parts: list[Part | str] = [BLANK, _top(today), BLANK]
    parts += _call(today) if today.customer is not None else _no_call(today)
    parts += _below(today)
    return parts


def _top(today: Today) -> Part:
    row = f"{today.streak} days in a row" if today.streak > 1 else ""
    mark = "DEMONSTRATION · " if today.settings.demo and row else ""
    right = mark + row or ("DEMONSTRATION" if today.settings.demo else "")
    return header(say_day(today.day, today=today.day), right)


def _call(today: Today) -> list[Part | str]:
    customer = today.customer
    if customer is None:
        return []
    other = customer.company if customer.company != customer.name else ""
    parts: list[Part | str] = [spread((customer.name, NAME), other)]
    parts += _phones(customer, today)
    parts += [BLANK, labelled("WHY", today.why or "")]
    parts += _last(today)
    parts += [BLANK, *_say(today, customer)]
    return parts


def _phones(customer: Customer, today: Today) -> Iterable[Part]:
    beside = _local_time(customer, today)
    for phone in customer.phones:
        if not phone.usable:
            continue
        label = f"  {phone.label}" if phone.label else ""
        extension = (
            f" ext. {phone.extension}" if phone.extension and "ext" not in phone.shown else ""
        )
        yield spread(f"{phone.shown}{extension}{label}", (beside, LABEL), indent=2)
        beside = ""


def _local_time(customer: Customer, today: Today) -> str:
    if customer.zone is None:
        return ""
    from zoneinfo import ZoneInfo

    there = today.now.astimezone(ZoneInfo(customer.zone))
    return f"it is {there:%H:%M} there"


def _last(today: Today) -> list[Part | str]:
    if today.last is None:
        return []
    said = [
        quoted(shortened(s.answer.verbatim, width=220))
        for s in today.last.standings
        if s.answer.verbatim
    ]
    lines = [say_day(today.last.call.day, today=today.day), *said]
    lines += [_promised(promise, today.day) for promise in today.promises]
    if today.last.call.notes:
        lines.append(f"Note: {shortened(today.last.call.notes, width=160)}")
    parts: list[Part | str] = [BLANK, labelled("LAST TIME", *lines)]
    became = [
        progress(standing, today=today.day)
        for standing in today.last.standings
        if standing.answer.is_suggestion
    ]
    if became:
        parts.append(labelled("SINCE", *became))
    return parts


def _promised(promise: Promise, today: date) -> str:
    if promise.is_call_back:
        return f"You promised to call back on {say_day(promise.due_on, today=today)}."
    return f"You promised, by {say_day(promise.due_on, today=today)}: {sentence(shortened(promise.text))}"


def _say(today: Today, customer: Customer) -> Iterable[Part]:
    leader, company = today.leader.name, today.settings.company
    if today.owed_here:
        words = news(today.owed_here[0], leader=leader, company=company, today=today.day)
        yield labelled("OPEN", quoted(words))
    elif still_open := _still_open(today):
        yield labelled("OPEN", still_open)
    yield labelled("ASK", quoted(today.settings.question))
    yield labelled(
        "CLOSE", quoted("May I pass that on with your name? I'll ring when I know more.")
    )
    del customer


def _still_open(today: Today) -> str:
    if today.last is None:
        return ""
    for standing in today.last.standings:
        if standing.answer.is_suggestion and not standing.settled:
            return f"Say where it stands: {progress(standing, today=today.day)}"
    return ""


def _no_call(today: Today) -> list[Part | str]:
    match today.state:
        case State.MADE:
            return [paragraph(_made(today))]
        case State.DAY_OFF:
            return [
                paragraph(_day_off(today)),
                *_hint("To phone somebody anyway", "dailycontact today --anyway"),
            ]
        case State.EMPTY:
            return [
                paragraph("There is nobody in the book yet."),
                *_hint("Bring in your customers", "dailycontact import FILE"),
            ]
        case _:
            return [
                paragraph(_nobody(today)),
                *_hint("To phone somebody anyway", "dailycontact today --anyway"),
            ]


def _hint(words: str, command: str) -> list[Part]:
    return [spread((words, LABEL), command)]


def _made(today: Today) -> str:
    reached = any(outcome == "reached" for outcome in today.attempts)
    said = "Today's call is made. Thank you." if reached else (
        f"{count(len(today.attempts), 'try', 'tries')} today, and nobody was in. "
        "That happens; it is enough for today."
    )  # fmt: skip
    return f"{said} Next: {_when(today)}."


def _day_off(today: Today) -> str:
    why = {"weekend": "It is the weekend", "leave": "You are on leave"}.get(
        today.why_not or "", f"It is {today.why_not}"
    )
    return f"{why}: no call today. Next: {_when(today)}."


def _nobody(today: Today) -> str:
    if today.next_on is None:
        return (
            "Nobody is due today, and everybody in the book has been left alone or has no number."
        )
    return f"Nobody is due today. Next: {_when(today)}."


def _when(today: Today) -> str:
    if today.next_on is None:
        return "when somebody is due"
    day = say_day(today.next_on, today=today.day)
    return f"{day}, {say_ahead(today.next_on, today=today.day)}"


def _below(today: Today) -> list[Part | str]:
    parts: list[Part | str] = [BLANK]
    for promise in today.promises_due[:3]:
        parts.append(paragraph(_promise_line(promise, today.day), style=WARNING))
    if today.owed_elsewhere:
        parts.append(spread(_owed_line(today), ("dailycontact tell", LABEL)))
    if today.without_phone:
        parts.append(
            spread(
                f"{count(today.without_phone, 'customer has', 'customers have')} no number to phone",
                ("dailycontact customers list --no-phone", LABEL),
            )
        )
    return [*parts, BLANK] if len(parts) > 1 else parts


def _promise_line(promise: Promise, today: date) -> str:
    when = "today" if promise.due_on == today else f"since {say_day(promise.due_on, today=today)}"
    what = "a call back" if promise.is_call_back else shortened(promise.text, width=60)
    return f"Promised to {first_name(promise.customer)}, due {when}: {what}"


def _owed_line(today: Today) -> str:
    people = list(dict.fromkeys(owed.customer for owed in today.owed_elsewhere))
    longest = max(owed.waited for owed in today.owed_elsewhere)
    waits = "today" if longest == 0 else f"up to {count(longest, 'working day')}"
    if len(people) == 1:
        waits = "since today" if longest == 0 else count(longest, "working day")
        return f"{people[0]} waits to hear ({waits})"
    also = "more " if today.owed_here else ""
    return f"{len(people)} {also}wait to hear: {listed(people)} ({waits})"


def passed_over(skipped: Skipped, *, today: date) -> str:
    """Return the sentence after a skip."""
    if skipped.until is None:
        return f"{skipped.customer.name} is left for later."
    return f"{skipped.customer.name} is left until {say_day(skipped.until, today=today)}."


def document(today: Today) -> dict[str, object]:
    """Return the morning as a JSON document."""
    return {
        "day": today.day,
        "leader": today.leader.name,
        "state": today.state,
        "demonstration": today.settings.demo,
        "pick": _pick_document(today),
        "question": today.settings.question,
        "attempts": list(today.attempts),
        "streak": today.streak,
        "next_on": today.next_on,
        "owed": [_owed_document(owed) for owed in (*today.owed_here, *today.owed_elsewhere)],
        "promises_due": [
            {"customer": promise.customer, "text": promise.text, "due_on": promise.due_on}
            for promise in today.promises_due
        ],
        "without_phone": today.without_phone,
    }


def _owed_document(owed: object) -> dict[str, object]:
    names = ("answer_id", "action_id", "customer_id", "customer", "company", "verbatim", "said_on",
             "how", "say", "owner", "finished_on", "waited", "tries")  # fmt: skip
    return {name: getattr(owed, name) for name in names}


def _pick_document(today: Today) -> dict[str, object] | None:
    customer, pick = today.customer, today.pick
    if customer is None or pick is None:
        return None
    return {
        "slot": pick.slot,
        "reason": pick.reason,
        "why": today.why,
        "customer": {
            "id": customer.id,
            "name": customer.name,
            "company": customer.company,
            "country": customer.country,
            "zone": customer.zone,
            "local_time": _local_time(customer, today).removeprefix("it is ").removesuffix(" there")
            or None,
            "segment": customer.segment,
            "cadence": customer.beat,
            "last_on": customer.last_on,
            "phones": [
                {"label": p.label, "raw": p.raw, "e164": p.e164, "extension": p.extension}
                for p in customer.phones
                if p.usable
            ],
            "emails": list(customer.emails),
        },
        "last": _last_document(today),
        "promises": [{"kind": p.kind, "text": p.text, "due_on": p.due_on} for p in today.promises],
    }


def _last_document(today: Today) -> dict[str, object] | None:
    if today.last is None:
        return None
    return {
        "day": today.last.call.day,
        "notes": today.last.call.notes,
        "answers": [
            {
                "id": standing.answer.id,
                "verbatim": standing.answer.verbatim,
                "kind": standing.answer.kind,
                "stage": standing.stage,
                "progress": progress(standing, today=today.day),
            }
            for standing in today.last.standings
        ],
    }
