"""What was logged, and what happens next."""

from collections.abc import Iterable, Mapping
from datetime import date

from dailycontact.ask.usecases.log import AnswerLogged, Logged
from dailycontact.ask.usecases.sorting import About
from dailycontact.ask.view.turn import after, still_waits, to_check
from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.dates import say_day
from dailycontact.core.following import Helped
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import first_name, shortened
from dailycontact.core.telling import Reaction
from dailycontact.core.theme_tally import raised_again
from dailycontact.terminal.card import Part, header, labelled, paragraph, quoted, spread
from dailycontact.terminal.door import cells
from dailycontact.terminal.styles import LABEL

REACTIONS = {
    Reaction.PLEASED: "pleased",
    Reaction.NEUTRAL: "so-so",
    Reaction.NOT_SOLVED: "not solved",
}

HELPED = {
    Helped.YES: "has helped",
    Helped.PARTLY: "has helped in part",
    Helped.NO: "has not helped",
}

ONE_LINE = 62
"""Columns of a line beside the label, where the screen has 80."""
A_FEW_WORDS = 24
"""How much of the words is repeated at least, in characters."""


def saved(
    logged: Logged, *, today: date, raised: Mapping[int, int] | None = None
) -> list[Part | str]:
    """Return what was written, and when the customer's turn comes again.

    `raised` is how often each theme (by its id) was raised since something was done about it.
    """
    parts: list[Part | str] = [""]
    lines = list(_written(logged, today, raised or {}))
    if lines:
        parts += [labelled("SAVED", *lines), ""]
    parts.append(paragraph(after(logged, today=today)))
    if logged.waits:
        parts.append(spread(*still_waits(logged)))
    parts += [
        spread(f"{said.answer_id} has not helped; begin again:", f"{PROGRAM} act {said.answer_id}")
        for said in logged.helped
        if said.helped is Helped.NO
    ]
    parts += [
        spread(
            f"The new words are answer {said.id}; add them:",
            f"{PROGRAM} act {said.id} --add-to A{said.missing_in}",
        )
        for said in logged.answers
        if said.missing_in is not None
    ]
    parts += [spread(*line) for line in _done_before(logged)]
    checks = to_check(logged)
    if checks:
        parts += ["", *(spread((what, LABEL), how) for what, how in checks), ""]
    return parts


def _written(logged: Logged, today: date, raised: Mapping[int, int]) -> Iterable[str]:
    if logged.conversation.day != today:
        yield f"The call of {say_day(logged.conversation.day, today=today)}"
    for answer in logged.answers:
        yield _answer(answer, raised)
    for told in logged.tellings:
        of = f" ({told.told} of {told.askers})" if told.askers > 1 else ""
        took = f", {REACTIONS[told.reaction]}" if told.reaction else ""
        unsolved = told.reaction is Reaction.NOT_SOLVED
        open_again = f"; A{told.action_id} is open again" if unsolved else ""
        yield f"{told.answer_id} told{took}{of}{open_again}"
    for answer_id in logged.not_yet:
        yield f"{answer_id} told where it stands"
    for said in logged.helped:
        yield f"{said.answer_id} {HELPED[said.helped]}"
    if notes := logged.conversation.notes:
        yield f"Note: {shortened(notes)}"
    yield from _promises(logged, today)
    stays = logged.conversation.private or logged.conversation.consent is Consent.NO
    if stays and any(answer.kind is not Kind.NOTHING for answer in logged.answers):
        yield "For leaders only."


def _answer(answer: AnswerLogged, raised: Mapping[int, int]) -> str:
    words = quoted(shortened(answer.words, width=60))
    if answer.kind is Kind.NOTHING:
        return f"{answer.id} nothing to wish for{f': {words}' if answer.words else ''}"
    if answer.kind is Kind.PRAISE:
        whom = f" for {answer.praised}" if answer.praised else ""
        return f"{answer.id} praise{whom}: {words}"
    urgent = "urgent: " if answer.urgent else ""
    if answer.about is None:
        return f"{answer.id} {urgent}{words}"
    known = f"{answer.id} {urgent}{_about(answer.about, raised)}"
    room = max(ONE_LINE - cells(known), A_FEW_WORDS)
    return f"{known}: {quoted(shortened(answer.words, width=room))}"


def _about(about: About, raised: Mapping[int, int]) -> str:
    """Return what a wish is about: "delivery times → A5, with Tom"."""
    theme = about.theme.name if about.theme else ""
    theme += " (a new theme)" if about.is_new else ""
    if times := about.theme and raised.get(about.theme.id):
        theme += f" ({raised_again(times)})"
    action = about.action
    if action is None:
        return theme
    who = f"with {first_name(action.owner)}" if action.owner else "looking for someone"
    return f"{theme} → {action.reference}, {who}".strip()


def _done_before(logged: Logged) -> Iterable[tuple[str, str]]:
    """Return what is to be done of each action that had ended before it got the wish, too."""
    begun = [answer.about.action for answer in logged.answers if answer.about]
    for action in dict.fromkeys(one for one in begun if one is not None):
        if action.finish is not None:
            what = f"{action.reference} was {action.finish.how} before; once it holds for"
            yield f"{what} {logged.customer.first_name}, too:", f"{PROGRAM} done {action.reference}"


def _promises(logged: Logged, today: date) -> Iterable[str]:
    for promise in logged.settled:
        if not promise.is_call_back:
            yield f"Promise kept: {shortened(promise.text, width=60)}"
    if promised := logged.conversation.promise:
        due = say_day(promised.due_on, today=today)
        yield f"Promise, by {due}: {shortened(promised.text, width=60)}"
    if logged.conversation.call_back and logged.conversation.outcome is not Outcome.NOT_NOW:
        yield f"To be rung back on {say_day(logged.conversation.call_back, today=today)}"


def hints(logged: Logged) -> Part:
    """Return the last line: how to take it back, and how to pass it on."""
    passing = [
        str(answer.id)
        for answer in logged.answers
        if answer.words
        and answer.kind is not Kind.NOTHING
        and not logged.conversation.private
        and logged.conversation.consent is not Consent.NO
    ]
    share = f"Tell the team now? {PROGRAM} share {' '.join(passing[:6])}" if passing else ""
    return spread((f"Wrong? {PROGRAM} {_taking_back(logged)}", LABEL), (share, LABEL))


def _taking_back(logged: Logged) -> str:
    """Return the command that takes it back; a refusal is lifted by name, and never undone."""
    if logged.conversation.outcome is Outcome.NEVER:
        return f"customers do-not-contact {logged.customer.id} --lift --reason TEXT"
    return "undo"


def following(customer: Customer | None, phone: Phone | None) -> Part:
    """Return the line that says who is next, and on which number, when a call reached nobody."""
    if customer is None:
        return paragraph("That is enough for today. Thank you.")
    number = phone.shown if phone else ""
    return spread(f"Next: {customer.full_name}  {number}".rstrip(), (f"{PROGRAM} today", LABEL))


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
            {"answer_id": one.id, "kind": one.kind, "verbatim": one.words, "praised": one.praised,
             "urgent": one.urgent, **_about_document(one.about)}
            for one in logged.answers
        ],
        "tellings": [
            {"telling_id": told.id, "answer_id": told.answer_id, "action_id": told.action_id,
             "reaction": told.reaction}
            for told in logged.tellings
        ],
        "not_yet": list(logged.not_yet),
        "helped": [
            {"answer_id": one.answer_id, "helped": one.helped} for one in logged.helped
        ],
        "promise_id": logged.promise_id,
        "call_back_id": logged.call_back_id,
        "settled_promises": [promise.id for promise in logged.settled],
        "wrong_number": None if logged.wrong is None else logged.wrong.raw,
        "misses": logged.misses,
        "only_told": logged.only_told,
        "turn_on": logged.turn_on,
        "card_on": logged.card_on,
        "still_waits": list(logged.waits),
        "next": None if following is None else {"id": following.id, "name": following.name},
    }  # fmt: skip


def _about_document(about: About | None) -> dict[str, object]:
    """Return what a wish is about: its theme and the action, each None where there is none."""
    theme = about.theme if about else None
    action = about.action if about else None
    return {
        "theme": theme and theme.name,
        "theme_is_new": bool(about and about.is_new),
        "action_id": action and action.id,
    }
