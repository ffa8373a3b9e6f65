"""One theme, on the screen: where it stands, who is at it, and what was said."""

from collections.abc import Iterable
from datetime import date

from dailycontact.core.action import Action, State
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import first_name, listed, sentence, shortened
from dailycontact.core.theme import Reading
from dailycontact.core.trend import sparkline
from dailycontact.terminal.card import Part, header, labelled, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import ACCENT, LABEL, NAME
from dailycontact.themes.usecases.listing import Heard, Shown
from dailycontact.themes.view.standing import raised, standing

WORDS = 200
"""How much of a verbatim is shown, in characters."""
ACTIONS = 8
"""How many actions are shown; the newest ones."""

Parts = list[Part | str]


def theme(shown: Shown) -> Parts:
    """Return the page of a theme, top to bottom."""
    tally = shown.tally
    parts: Parts = ["", header(Line((tally.theme.name, NAME)), _times(shown))]
    if any(tally.weeks):
        recently = f"{sum(tally.weeks)} of them in the last twelve weeks"
        parts += ["", spread(Line((sparkline(tally.weeks), ACCENT), "  ", (recently, LABEL)))]
    again = raised(tally)
    parts += ["", spread(standing(tally), (again, ACCENT) if again else "")]
    parts += [*_actions(shown), *_said(shown)]
    parts += _words(shown)
    if not shown.heard:
        parts += ["", paragraph(_empty(shown), style=LABEL)]
    return [*parts, ""]


def _times(shown: Shown) -> str:
    tally = shown.tally
    if tally.first_on is None or tally.last_on is None:
        return ""
    first = say_day(tally.first_on, today=shown.day)
    if tally.said == 1:
        return f"said once, on {first}"
    return f"said {tally.said:,} times since {first}"


def _actions(shown: Shown) -> Iterable[Part | str]:
    if not shown.actions:
        return
    yield ""
    yield spread((f"ACTIONS ({len(shown.actions)})", LABEL))
    for action in shown.actions[:ACTIONS]:
        left = Line((f"{action.reference:>4}  ", NAME), action.title)
        yield spread(left, (_hands(action, today=shown.day), LABEL))
    if len(shown.actions) > ACTIONS:
        yield paragraph(f"and {len(shown.actions) - ACTIONS} older ones", indent=6, style=LABEL)


def _hands(action: Action, *, today: date) -> str:
    who = f"with {first_name(action.owner)}" if action.owner else "looking for someone"
    due = f", by {say_day(action.due_on, today=today)}" if action.due_on else ""
    if action.finish is None:
        return f"{who}{due}"
    ended = f"{action.finish.how} {say_day(action.finish.day, today=today)}"
    return f"{ended}, and open again" if action.state is State.REOPENED else ended


def _said(shown: Shown) -> Iterable[Part | str]:
    if not shown.heard:
        return
    yield ""
    yield spread((f"SAID ({shown.tally.said:,}), the newest first", LABEL))
    for one in shown.heard:
        yield from _answer(one, today=shown.day)
    if shown.more:
        command = f"{PROGRAM} theme show {shown.tally.theme.name!r} --all"
        yield spread((f"and {shown.more:,} more", LABEL), (command, LABEL), indent=6)


def _answer(one: Heard, *, today: date) -> Iterable[Part]:
    answer = one.standing.answer
    alone = answer.company in ("", answer.customer)
    who = answer.customer if alone else f"{answer.customer}, {answer.company}"
    marks = [word for word, yes in (("urgent", answer.urgent), ("private", answer.private)) if yes]
    where = " · ".join([*marks, one.standing.stage, say_day(answer.day, today=today)])
    yield spread(Line(f"{answer.id:>4}  ", (who, NAME)), where)
    words = quoted(shortened(answer.verbatim, width=WORDS)) if answer.verbatim else "nothing"
    yield paragraph(words, indent=6)
    if read := read_as(one.reading, today=today):
        yield paragraph(read, indent=6, style=LABEL)


def read_as(reading: Reading, *, today: date) -> str:
    """Return the cause and the note of a reading, with whose they are; nothing without them."""
    said = [f"Cause: {sentence(reading.cause)}"] if reading.cause else []
    said += [sentence(reading.note)] if reading.note else []
    if not said:
        return ""
    return f"{' '.join(said)} ({first_name(reading.leader)}, {say_day(reading.day, today=today)})"


def _words(shown: Shown) -> Iterable[Part | str]:
    if shown.rules or shown.names:
        yield ""
    if shown.rules:
        yield labelled("WORDS", ", ".join(rule.words for rule in shown.rules))
    if shown.names:
        yield labelled("ALSO", f"called {listed(list(shown.names), most=8)} before")


def _empty(shown: Shown) -> str:
    name = shown.tally.theme.name
    return f"Nobody has said it yet; put answers in it: {PROGRAM} theme put ANSWER --in {name!r}"
