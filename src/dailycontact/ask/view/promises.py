"""What was promised on the screen: what is still to be kept, and what became of one promise."""

from collections.abc import Sequence
from datetime import date

from dailycontact.ask.usecases.promises import Settling
from dailycontact.core.call import Promise, Settled
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import first_name, sentence
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.promised import promise_document
from dailycontact.terminal.styles import LABEL, NAME, WARNING

BLANK = ""
_INDENT = 5


def promises(found: Sequence[Promise], *, me: str, today: date) -> list[Part | str]:
    """Return what is still to be kept, overdue first; `me` is the leader who looks."""
    if not found:
        return [BLANK, paragraph("Nothing that was promised is still to be kept."), BLANK]
    parts: list[Part | str] = [BLANK]
    for promise in found:
        parts += _promise(promise, me=me, today=today)
    return [*parts, BLANK]


def after(found: Sequence[Promise]) -> str:
    """Return how a promise is settled, or written down where none is open."""
    found = [promise for promise in found if promise.settled_on is None]
    if not found:
        return f'To write one down: {PROGRAM} promise --customer NAME --text "…" --due DATE'
    return f"{PROGRAM} promise {found[0].reference} --kept, --move-to DATE or --broken"


def shown(settling: Settling, *, me: str, today: date) -> list[Part | str]:
    """Return one promise, and what became of it."""
    return [BLANK, *_promise(settling.promise, me=me, today=today), *_next(settling, today), BLANK]


def settled(settling: Settling, *, today: date) -> str:
    """Return, as a sentence, what became of a promise just now."""
    promise, again = settling.promise, settling.again
    name = first_name(promise.customer)
    if again is not None:
        due = say_day(again.due_on, today=today)
        return f"{again.reference} takes its place, due {due}. Let {name} know."
    if promise.settled_how == Settled.BROKEN:
        return f"The book says so, where {name} is shown. A word to {name} may still mend it."
    if promise.settled_on and promise.settled_on > promise.due_on:
        return "It came later than promised, and it came. Thank you."
    return f"{name} can count on you. Thank you."


def _promise(promise: Promise, *, me: str, today: date) -> list[Part | str]:
    what = "to call back" if promise.is_call_back else promise.text
    whose = "" if promise.leader in ("", me) else f" ({first_name(promise.leader)} promised it)"
    when, style = _when(promise, today)
    left = Line((f"{promise.reference}  ", NAME), promise.customer)
    parts: list[Part | str] = [
        spread(left, (when, style)),
        paragraph(f"{what}{whose}", indent=_INDENT - 1),
    ]
    if promise.why:
        parts.append(paragraph(sentence(promise.why), indent=_INDENT - 1, style=LABEL))
    return parts


def _when(promise: Promise, today: date) -> tuple[str, str]:
    """Return by when it is due, or what became of it; and how that is shown."""
    due = say_day(promise.due_on, today=today)
    if promise.settled_on:
        how = "not kept" if promise.settled_how == Settled.BROKEN else promise.settled_how
        return f"{how} on {say_day(promise.settled_on, today=today)} · due {due}", LABEL
    if promise.due_on < today:
        return f"was due {due}", WARNING
    return ("due today", WARNING) if promise.due_on == today else (f"due {due}", LABEL)


def _next(settling: Settling, today: date) -> list[Part | str]:
    if settling.again is None:
        return []
    due = say_day(settling.again.due_on, today=today)
    line = f"It is {settling.again.reference} now, due {due}."
    return [paragraph(line, indent=_INDENT - 1, style=LABEL)]


def documents(found: Sequence[Promise], *, today: date) -> dict[str, object]:
    """Return what is still to be kept as a JSON document."""
    return {"day": today, "promises": [promise_document(promise, today=today) for promise in found]}


def document(settling: Settling, *, today: date) -> dict[str, object]:
    """Return one promise, and the one that takes its place, as a JSON document."""
    again = settling.again
    return {
        "promise": promise_document(settling.promise, today=today),
        "again": None if again is None else promise_document(again, today=today),
    }
