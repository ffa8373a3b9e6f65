"""What was promised, on the screen of the loop: what is due, what rests, and what is to come."""

from dailycontact.core.call import Promise
from dailycontact.core.dates import say_day
from dailycontact.core.sentences import count, first_name, shortened
from dailycontact.report.usecases.loop import Loop, Rests
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, WARNING

MOST_PROMISES = 4
"""How many promises that are not due yet are listed, and due ones in brief; --json has all."""

Shown = Line | Part | str


def due(loop: Loop, *, brief: bool = False) -> list[Shown]:
    """Return what was promised for today or earlier, and what of it rests with somebody away.

    In brief, a few of them, and how many more there are.
    """
    most = MOST_PROMISES if brief else None
    lines: list[Shown] = [
        spread((_promise(promise, loop), WARNING), (f"promise {promise.reference}", LABEL))
        for promise in loop.promises_due[:most]
    ]
    lines += [paragraph(_rests(one, loop)) for one in loop.promises_resting[:most]]
    if more := len(loop.promises_due) + len(loop.promises_resting) - len(lines):
        lines.append(paragraph(f"{count(more, 'more promise')} due", style=LABEL))
    return lines


def _promise(promise: Promise, loop: Loop) -> str:
    return f"You promised {promise.customer}, by {_by(promise, loop)}: {_what(promise)}"


def _by(promise: Promise, loop: Loop) -> str:
    return "today" if promise.due_on == loop.day else say_day(promise.due_on, today=loop.day)


def _rests(one: Rests, loop: Loop) -> str:
    """Return what somebody who is away promised, and who stands in or when they are back."""
    who = first_name(one.whose.leader)
    given = f"{who} promised {one.promise.customer}, by {_by(one.promise, loop)}:"
    meanwhile = (
        f"{first_name(one.whose.deputy)} stands in"
        if one.whose.deputy
        else f"{who} is back {say_day(one.whose.back_on, today=loop.day)}"
    )
    return f"{given} {_what(one.promise)} ({meanwhile})"


def _what(promise: Promise) -> str:
    return "to call back" if promise.is_call_back else shortened(promise.text, width=60)


def ahead(loop: Loop) -> list[Shown]:
    """Return what was promised for a day to come."""
    if not loop.promises_ahead:
        return []
    lines: list[Shown] = [Line(" ", (f"PROMISED, not due yet ({len(loop.promises_ahead)})", LABEL))]
    for promise in loop.promises_ahead[:MOST_PROMISES]:
        due = say_day(promise.due_on, today=loop.day)
        said = f"{promise.customer}, by {due}: {_what(promise)}"
        lines.append(spread(said, (f"promise {promise.reference}", LABEL), indent=2))
    if more := loop.promises_ahead[MOST_PROMISES:]:
        lines.append(paragraph(f"and {count(len(more), 'more', 'more')}", indent=2, style=LABEL))
    return [*lines, ""]
