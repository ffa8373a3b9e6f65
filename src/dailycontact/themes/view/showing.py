"""One theme, on the screen: where it stands, who is at it, and what was said."""

from collections.abc import Iterable
from datetime import date

from dailycontact.core.action import Action, State
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed as written
from dailycontact.core.sentences import first_name, listed, sentence, shortened
from dailycontact.core.tally import Tally
from dailycontact.core.theme import Reading
from dailycontact.core.theme_tally import CountedTheme
from dailycontact.core.trend import sparkline
from dailycontact.terminal.card import Part, header, labelled, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import ACCENT, LABEL, NAME
from dailycontact.themes.usecases.listing import Heard, Shown
from dailycontact.themes.view.standing import near, raised, standing

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
        recently = f"{_recently(tally)} in the last twelve weeks"
        parts += ["", spread(Line((sparkline(tally.weeks), ACCENT), "  ", (recently, LABEL)))]
    again = raised(tally)
    if tally.said:
        parts += ["", spread(standing(tally), (again, ACCENT) if again else "")]
    else:
        parts += ["", paragraph(_empty(shown))]
    return [*parts, *_causes(shown), *_actions(shown), *_said(shown), *_words(shown), ""]


def _recently(tally: CountedTheme) -> str:
    recent = sum(tally.weeks)
    return "all of them" if recent == tally.said else f"{recent:,} of them"


def _causes(shown: Shown) -> Iterable[Part | str]:
    """Return why it happens, as far as the team knows: each cause once, with who says so."""
    signed = {
        one.reading.cause: _signed(one.reading, today=shown.day)
        for one in reversed(shown.heard)
        if one.reading.cause
    }
    if signed:
        said = [f"{sentence(cause)} ({who})" for cause, who in signed.items()]
        yield ""
        yield labelled("CAUSE" if len(said) == 1 else "CAUSES", *said)


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
        yield spread(left, (_hands(action, shown), LABEL))
    if len(shown.actions) > ACTIONS:
        yield paragraph(f"and {len(shown.actions) - ACTIONS} older ones", indent=6, style=LABEL)


def _hands(action: Action, shown: Shown) -> str:
    today = shown.day
    who = f"with {first_name(action.owner)}" if action.owner else "looking for someone"
    due = f", by {say_day(action.due_on, today=today)}" if action.due_on else ""
    if action.finish is None:
        return f"{who}{due}"
    ended = f"{action.finish.how} {near(action.finish.day, today=today)}"
    again = ", open again" if action.state is State.REOPENED else ""
    return f"{ended}{again} · {_known(shown.known[action.id])}"


def _known(known: Tally) -> str:
    """Return how many know, in the middle of a line."""
    return str(known).rstrip(".").replace("Told", "told")


def _said(shown: Shown) -> Iterable[Part | str]:
    if not shown.heard:
        return
    yield ""
    yield spread((f"SAID ({shown.tally.said:,}), the newest first", LABEL))
    for one in shown.heard:
        yield from _answer(one, today=shown.day)
    if shown.more:
        command = f"{PROGRAM} theme show {written(shown.tally.theme.name)} --all"
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
    if one.reading.note:
        note = f"{sentence(one.reading.note)} ({_signed(one.reading, today=today)})"
        yield paragraph(note, indent=6, style=LABEL)


def read_as(reading: Reading, *, today: date) -> str:
    """Return the cause and the note of a reading, with whose they are; nothing without them."""
    said = [f"Cause: {sentence(reading.cause)}"] if reading.cause else []
    said += [sentence(reading.note)] if reading.note else []
    return f"{' '.join(said)} ({_signed(reading, today=today)})" if said else ""


def _signed(reading: Reading, *, today: date) -> str:
    return f"{first_name(reading.leader)}, {say_day(reading.day, today=today)}"


def _words(shown: Shown) -> Iterable[Part | str]:
    if shown.rules or shown.names:
        yield ""
    if shown.rules:
        yield labelled("WORDS", ", ".join(rule.words for rule in shown.rules))
    if shown.names:
        yield labelled("ALSO", f"called {listed(list(shown.names), most=8)} before")


def _empty(shown: Shown) -> str:
    put_in = f"{PROGRAM} theme put ANSWER --in {written(shown.tally.theme.name)}"
    return f"Nobody has said it yet; put answers in it: {put_in}"
