"""What was logged, and what happens next."""

from collections.abc import Iterable
from datetime import date

from dailycontact.ask.usecases.amend import Amended
from dailycontact.ask.usecases.log import Logged
from dailycontact.ask.usecases.promising import Kept
from dailycontact.core.answer import Answer, Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, shortened
from dailycontact.core.telling import Reaction
from dailycontact.terminal.card import Part, header, labelled, paragraph, quoted, spread
from dailycontact.terminal.styles import LABEL

CONSENTS = {
    Consent.NAME: "may be passed on with the name",
    Consent.WORDS: "the words may be passed on",
    Consent.NO: "not to be passed on",
}
REACTIONS = {
    Reaction.PLEASED: "pleased",
    Reaction.NEUTRAL: "so-so",
    Reaction.NOT_SOLVED: "not solved",
}
SOON = 45
"""Days within which a turn is named by its day, and not by its month."""


def saved(logged: Logged, *, today: date) -> list[Part | str]:
    """Return what was written, and when the customer's turn comes again."""
    parts: list[Part | str] = [""]
    lines = list(_written(logged, today))
    if lines:
        parts += [labelled("SAVED", *lines), ""]
    said = logged.customer.refused and logged.conversation.outcome is not Outcome.NEVER
    return [*parts, paragraph(_refused(logged) if said else _after(logged, today))]


def _written(logged: Logged, today: date) -> Iterable[str]:
    if logged.conversation.day != today:
        yield f"The call of {say_day(logged.conversation.day, today=today)}"
    for answer in logged.answers:
        if answer.kind is Kind.NOTHING:
            yield f"{answer.id} nothing to wish for"
        elif answer.kind is Kind.PRAISE:
            whom = f" for {answer.praised}" if answer.praised else ""
            yield f"{answer.id} praise{whom}: {quoted(shortened(answer.words, width=60))}"
        else:
            urgent = "urgent: " if answer.urgent else ""
            yield f"{answer.id} {urgent}{quoted(shortened(answer.words, width=60))}"
    for told in logged.tellings:
        of = f" ({told.told} of {told.askers})" if told.askers > 1 else ""
        took = f", {REACTIONS[told.reaction]}" if told.reaction else ""
        unsolved = told.reaction is Reaction.NOT_SOLVED
        open_again = f"; A{told.action_id} is open again" if unsolved else ""
        yield f"{told.answer_id} told{took}{of}{open_again}"
    if notes := logged.conversation.notes:
        yield f"Note: {shortened(notes)}"
    yield from _promises(logged, today)
    stays = logged.conversation.private or logged.conversation.consent is Consent.NO
    if stays and any(answer.words for answer in logged.answers):
        yield "For your eyes only."


def _promises(logged: Logged, today: date) -> Iterable[str]:
    for promise in logged.settled:
        if not promise.is_call_back:
            yield f"Promise kept: {shortened(promise.text, width=60)}"
    if promised := logged.conversation.promise:
        due = say_day(promised.due_on, today=today)
        yield f"Promise, by {due}: {shortened(promised.text, width=60)}"
    if logged.conversation.call_back and logged.conversation.outcome is not Outcome.NOT_NOW:
        yield f"To be rung back on {say_day(logged.conversation.call_back, today=today)}"


def _refused(logged: Logged) -> str:
    name = logged.customer.first_name
    return f"Noted. {name} has asked not to be contacted, and is not proposed again."


def _after(logged: Logged, today: date) -> str:
    """Return in a sentence or two what this call means for the customer's next turn."""
    name = logged.customer.first_name
    match logged.conversation.outcome:
        case Outcome.REACHED:
            return f"{name}'s next turn: {_about(logged.turn_on, today)}.{_day_done(logged, today)}"
        case Outcome.NOT_NOW:
            back = logged.conversation.call_back
            if back is not None:
                return f"Noted. You ring {name} back on {say_day(back, today=today)}."
            return f"Noted. {name} is left alone until {_when(logged.turn_on, today)}."
        case Outcome.NEVER:
            return f"Noted. {logged.customer.name} is not proposed again."
        case Outcome.WRONG_NUMBER:
            return _wrong(logged, today)
        case outcome:
            how = "No answer" if outcome is Outcome.NO_ANSWER else "Voicemail"
            return f"{how}, noted. {name} may come up again {_from(logged.turn_on, today)}."


def _day_done(logged: Logged, today: date) -> str:
    if logged.rang_in or logged.conversation.day != today:
        return ""
    return " That was today's call. Thank you."


def _wrong(logged: Logged, today: date) -> str:
    number = f"{logged.wrong.shown} is marked as wrong." if logged.wrong else "Noted."
    left = [phone for phone in logged.customer.phones if phone.usable]
    if not left:
        return (
            f"{number} No number is left for {logged.customer.name}, who is not proposed until "
            f"there is one: {PROGRAM} customers edit {logged.customer.id} --phone NUMBER"
        )
    return (
        f"{number} There is {count(len(left), 'number')} left; "
        f"{logged.customer.first_name} may come up again {_from(logged.turn_on, today)}."
    )


def _about(day: date | None, today: date) -> str:
    if day is None:
        return "not before long"
    if (day - today).days <= SOON:
        return f"about {say_day(day, today=today)}"
    return f"about {day:%B}" if (day - today).days < 330 else f"about {day:%B %Y}"  # noqa: PLR2004 - 11 months


def _when(day: date | None, today: date) -> str:
    return "later" if day is None else say_day(day, today=today)


def _from(day: date | None, today: date) -> str:
    return "later" if day is None else f"from {say_day(day, today=today)} on"


def hints(logged: Logged) -> Part:
    """Return the last line: how to take it back, and how to pass it on."""
    passing = [
        str(answer.id)
        for answer in logged.answers
        if not logged.conversation.private and logged.conversation.consent is not Consent.NO
    ]
    share = f"Tell the team now? {PROGRAM} share {' '.join(passing[:6])}" if passing else ""
    return spread((f"Wrong? {PROGRAM} {_taking_back(logged)}", LABEL), (share, LABEL))


def _taking_back(logged: Logged) -> str:
    """Return the command that takes it back; a refusal is lifted by name, and never undone."""
    if logged.conversation.outcome is Outcome.NEVER:
        return f"customers do-not-contact {logged.customer.id} --lift --reason TEXT"
    return "undo"


def following(customer: Customer | None) -> Part:
    """Return the line that says who is next, when a call has reached nobody."""
    if customer is None:
        return paragraph("That is enough for today. Thank you.")
    phone = next((phone.shown for phone in customer.phones if phone.usable), "")
    return spread(f"Next: {customer.full_name}  {phone}".rstrip(), (f"{PROGRAM} today", LABEL))


def opening(customer: Customer, *, now: str) -> list[Part | str]:
    """Return the head of the conversation."""
    other = f" · {customer.company}" if customer.company not in ("", customer.name) else ""
    return [
        "",
        header(f"{customer.name}{other}", now),
        paragraph(
            "Everything can be skipped with Enter. Ctrl-C keeps what you typed.", style=LABEL
        ),
        "",
    ]


def document(logged: Logged, *, following: Customer | None) -> dict[str, object]:
    """Return what was logged as a JSON document."""
    conversation = logged.conversation
    return {
        "call_id": logged.call_id,
        "outcome": conversation.outcome,
        "day": conversation.day,
        "rang_in": logged.rang_in and conversation.spoken,
        "customer": {"id": logged.customer.id, "name": logged.customer.name},
        "answers": [
            {"answer_id": one.id, "kind": one.kind, "verbatim": one.words, "praised": one.praised}
            for one in logged.answers
        ],
        "tellings": [
            {"telling_id": told.id, "answer_id": told.answer_id, "action_id": told.action_id,
             "reaction": told.reaction}
            for told in logged.tellings
        ],
        "promise_id": logged.promise_id,
        "call_back_id": logged.call_back_id,
        "settled_promises": [promise.id for promise in logged.settled],
        "wrong_number": None if logged.wrong is None else logged.wrong.raw,
        "turn_on": logged.turn_on,
        "next": None if following is None else {"id": following.id, "name": following.name},
    }  # fmt: skip


def kept(kept: Kept, *, today: date) -> list[Part | str]:
    """Return what was done as promised, without a call."""
    lines = [f"Promise kept: {shortened(promise.text, width=60)}" for promise in kept.settled]
    on = "" if kept.day == today else f" on {say_day(kept.day, today=today)}"
    return [
        "",
        labelled("SAVED", *lines),
        "",
        paragraph(f"What you promised to {kept.customer.name} is done{on}. No call was logged."),
    ]


def kept_document(kept: Kept) -> dict[str, object]:
    """Return what was done as promised as a JSON document."""
    return {
        "day": kept.day,
        "customer": {"id": kept.customer.id, "name": kept.customer.name},
        "settled_promises": [promise.id for promise in kept.settled],
    }


def amended(amended: Amended) -> list[Part | str]:
    """Return an answer before and after it was amended."""
    before, after = amended.before, amended.after
    return [
        "",
        header(f"Answer {after.id} · {after.customer}", "amended"),
        "",
        labelled("WAS", *_amended_lines(before, amended.fields)),
        labelled("IS", *_amended_lines(after, amended.fields)),
        "",
    ]


def _amended_lines(answer: Answer, fields: Iterable[str]) -> Iterable[str]:
    said = {
        "verbatim": quoted(answer.verbatim) if answer.verbatim else "no words",
        "kind": str(answer.kind),
        "consent": CONSENTS[answer.consent],
        "urgent": "urgent" if answer.urgent else "not urgent",
        "private": "private" if answer.private else "not private",
    }
    return (said[field] for field in fields)


def amended_document(amended: Amended) -> dict[str, object]:
    """Return an amended answer as a JSON document."""
    before, after = amended.before, amended.after
    return {
        "answer_id": after.id,
        "amended": [
            {"field": field, "before": getattr(before, field), "after": getattr(after, field)}
            for field in amended.fields
        ],
    }
