"""Leave on the screen: the days, and what falls due meanwhile."""

from collections.abc import Iterable, Sequence
from datetime import date

from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, first_name
from dailycontact.people.usecases.leave import Absence
from dailycontact.terminal.card import Part, labelled, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME


def leave(absences: Sequence[Absence], *, today: date) -> list[Part | str]:
    """Return all leave that is not over."""
    if not absences:
        return ["", paragraph(f"No leave is noted. For example: {PROGRAM} leave friday"), ""]
    parts: list[Part | str] = [""]
    for absence in absences:
        parts += [*_absence(absence, today=today), ""]
    return parts


def taken(absence: Absence, *, today: date) -> list[Part | str]:
    """Return leave that was noted just now, and what to do about what falls due."""
    return ["", *_absence(absence, today=today), ""]


def after_taking(absence: Absence, *, today: date) -> str:
    """Return what happens meanwhile, as a sentence."""
    if absence.again:
        return "That was noted before; nothing was changed."
    if absence.last_on < today:
        return "These days count against nobody."
    return f"These days count against nobody. Wrong? {PROGRAM} leave DATES --cancel"


def after_cancelling(absences: Sequence[Absence]) -> str:
    """Return that days are working days again."""
    return "These days count again." if absences else "These days count again; no leave is left."


def _absence(absence: Absence, *, today: date) -> Iterable[Part]:
    days = say_day(absence.first_on, today=today)
    if absence.last_on != absence.first_on:
        days += f" to {say_day(absence.last_on, today=today)}"
    back = f"back {say_day(absence.back_on, today=today)}"
    yield spread(Line((days, NAME)), (back, LABEL))
    line = count(absence.working, "working day") if absence.working else "no working day"
    if absence.deputy:
        line += f"; {absence.deputy.name} stands in"
    yield paragraph(f"{line}.", indent=2)
    yield from _due(absence, today=today)


def _due(absence: Absence, *, today: date) -> Iterable[Part]:
    if not absence.due:
        return
    for place, promise in enumerate(absence.due):
        what = "call back" if promise.is_call_back else promise.text
        line = f"{say_day(promise.due_on, today=today)}: {promise.customer}, {what}"
        yield labelled("  PROMISED" if place == 0 else "", line)
    yield paragraph(_what_to_do(absence, today=today), indent=2)


def _what_to_do(absence: Absence, *, today: date) -> str:
    first = absence.due[0]
    them = first_name(first.customer) if len(absence.due) == 1 else "them"
    if absence.last_on < today:
        return f"That fell due meanwhile; ring {them} soon."
    if absence.deputy:
        return f"Ring {them} before you go, or ask {absence.deputy.first_name} to."
    return (
        f"Ring {them} before you go ({PROGRAM} log --customer NAME);"
        f" otherwise it waits for {say_day(absence.back_on, today=today)}."
    )


def leave_document(absences: Sequence[Absence]) -> dict[str, object]:
    """Return leave as a JSON document."""
    return {"leave": [_document(absence) for absence in absences]}


def _document(absence: Absence) -> dict[str, object]:
    return {
        "first_on": absence.first_on,
        "last_on": absence.last_on,
        "working_days": absence.working,
        "deputy": absence.deputy.name if absence.deputy else None,
        "back_on": absence.back_on,
        "due": [
            {
                "id": promise.id,
                "customer_id": promise.customer_id,
                "customer": promise.customer,
                "kind": promise.kind,
                "text": promise.text,
                "due_on": promise.due_on,
            }
            for promise in absence.due
        ],
    }
