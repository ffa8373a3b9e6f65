"""Leave on the screen: the days, and what falls due meanwhile."""

from collections.abc import Iterable, Sequence
from datetime import date

from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, first_name, shortened
from dailycontact.people.usecases.leave import Absence
from dailycontact.terminal.card import Part, labelled, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.prompts import ENTER
from dailycontact.terminal.styles import LABEL, NAME

MOST = 5
"""How many promises, and how many who wait for news, are listed; --json has them all."""
A_FEW_WORDS = 48


def leave(
    absences: Sequence[Absence], *, today: date, last: tuple[date, date] | None = None
) -> list[Part | str]:
    """Return all leave that is not over; where there is none, the `last` that was."""
    if not absences:
        was = f" The last was {_said(*last, today=today)}." if last else ""
        example = f"For example: {PROGRAM} leave friday"
        return ["", paragraph(f"No leave is ahead.{was} {example}"), ""]
    parts: list[Part | str] = [""]
    for absence in absences:
        parts += [*_absence(absence, today=today), ""]
    return parts


def taken(absence: Absence, *, today: date, asks: bool = False) -> list[Part | str]:
    """Return leave as it is noted, and what to do about what falls due, unless one `asks` now."""
    return ["", *_absence(absence, today=today, asks=asks), ""]


def choices(absence: Absence, *, today: date) -> dict[str, str]:
    """Return the keys for what falls due meanwhile, with what each does; none where one cannot."""
    keys = {}
    if absence.due:
        what = "the promise" if len(absence.due) == 1 else "the promises"
        keys["m"] = f"move {what} to {say_day(absence.back_on, today=today)}"
    if absence.others:
        keys["d"] = "let somebody stand in"
    return keys | {ENTER: "leave it as it is"} if keys else {}


def after_taking(absence: Absence, *, today: date) -> list[Part | str]:
    """Return what happens meanwhile, a sentence a line, and how to take the days back."""
    if absence.again and not absence.moved_to:
        return ["That was noted before; nothing was changed."]
    said: list[str] = []
    if absence.moved_to:
        said.append(
            f"{count(len(absence.due), 'promise')} put off until"
            f" {say_day(absence.moved_to, today=today)}; tell"
            f" {_them([promise.customer for promise in absence.due])} if they count on it."
        )
    if absence.deputy and absence.last_on >= today:
        said.append(
            f"{absence.deputy.first_name} stands in: your customers, with what they were promised"
            f" and what they wait to hear, come up in {absence.deputy.first_name}'s mornings."
        )
    said.append("These days count against nobody.")
    wrong = spread((f"Wrong? {PROGRAM} leave {_typed(absence)} --cancel", LABEL))
    return [paragraph(" ".join(said)), *([] if absence.last_on < today else [wrong])]


def after_cancelling(absences: Sequence[Absence]) -> str:
    """Return that days are working days again."""
    return "These days count again." if absences else "These days count again; no leave is ahead."


def _absence(absence: Absence, *, today: date, asks: bool = False) -> Iterable[Part]:
    days = _said(absence.first_on, absence.last_on, today=today)
    back = f"back {say_day(absence.back_on, today=today)}"
    yield spread(Line((days, NAME)), (back, LABEL))
    line = count(absence.working, "working day") if absence.working else "no working day"
    if absence.deputy:
        line += f"; {absence.deputy.name} stands in"
        line += ", and is away on some of them, too" if absence.deputy_away else ""
    yield paragraph(f"{line}.", indent=2)
    yield from _promised(absence, today=today)
    yield from _to_tell(absence, today=today)
    if absence.waits and not absence.moved_to and not asks:
        yield paragraph(_what_to_do(absence, today=today), indent=2)
        yield from _ways(absence, today=today)


def _promised(absence: Absence, *, today: date) -> Iterable[Part]:
    for place, promise in enumerate(absence.due[:MOST]):
        what = "call back" if promise.is_call_back else shortened(promise.text, width=A_FEW_WORDS)
        line = f"{say_day(promise.due_on, today=today)}: {promise.customer}, {what}"
        yield labelled("  PROMISED" if place == 0 else "", line)
    yield from _more(len(absence.due))


def _to_tell(absence: Absence, *, today: date) -> Iterable[Part]:
    for place, one in enumerate(absence.tellings[:MOST]):
        words = quoted(shortened(one.verbatim, width=A_FEW_WORDS))
        line = f"{one.customer}: {words}, {one.how} {say_day(one.finished_on, today=today)}"
        yield labelled("  TO TELL" if place == 0 else "", line)
    yield from _more(len(absence.tellings))


def _more(number: int) -> Iterable[Part]:
    if number > MOST:
        yield labelled("", f"and {number - MOST} more")


def _what_to_do(absence: Absence, *, today: date) -> str:
    them = _them(
        [promise.customer for promise in absence.due] + [one.customer for one in absence.tellings]
    )
    if absence.last_on < today:
        return f"That fell due meanwhile; ring {them} soon."
    if absence.deputy:
        return f"Ring {them} before you go, or leave it to {absence.deputy.first_name}."
    ways = [f"ring {them} before you go"]
    ways += ["put off what you promised"] if absence.due else []
    ways += ["let somebody stand in"] if absence.others else []
    said = f"{', '.join(ways[:-1])} or {ways[-1]}" if ways[1:] else ways[0]
    back = say_day(absence.back_on, today=today)
    number = len(absence.due) + len(absence.tellings)
    wait = {1: "it waits", 2: "both wait"}.get(number, f"all {number} wait")
    return f"{said[0].upper()}{said[1:]}; otherwise {wait} for {back}."


def _ways(absence: Absence, *, today: date) -> Iterable[Part]:
    """Yield the commands for what can be done before one goes, each on its line."""
    if absence.last_on < today or absence.deputy:
        return
    command = f"{PROGRAM} leave {_typed(absence)}"
    if absence.due:
        yield paragraph(f"{command} --move", indent=4, style=LABEL)
    if absence.others:
        yield paragraph(f"{command} --deputy NAME", indent=4, style=LABEL)


def _said(first: date, last: date, *, today: date) -> str:
    """Return the days as they are said."""
    days = say_day(first, today=today)
    return days if first == last else f"{days} to {say_day(last, today=today)}"


def _typed(absence: Absence) -> str:
    """Return the days as they are typed."""
    if absence.first_on == absence.last_on:
        return absence.first_on.isoformat()
    return f"{absence.first_on}..{absence.last_on}"


def _them(names: Sequence[str]) -> str:
    """Return the first name of the only one, or "them"."""
    return first_name(names[0]) if len(set(names)) == 1 else "them"


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
        "to_tell": [
            {
                "answer_id": one.answer_id,
                "action_id": one.action_id,
                "customer_id": one.customer_id,
                "customer": one.customer,
                "verbatim": one.verbatim,
                "how": one.how,
                "finished_on": one.finished_on,
            }
            for one in absence.tellings
        ],
        "moved_to": absence.moved_to,
    }
