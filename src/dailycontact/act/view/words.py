"""What the screens of an action have in common: its line, its state, and whom it is for."""

from datetime import date

from dailycontact.core.action import Action, State
from dailycontact.core.dates import say_day
from dailycontact.core.sentences import shortened
from dailycontact.terminal.card import Part, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

WORDS = 60
"""How much of a verbatim is repeated to recognise it, in characters."""


def title(action: Action, right: str) -> Part:
    """Return the first line of an action: its number and title, and at the right a remark."""
    return spread(Line((f"{action.reference}  ", NAME), (action.title, NAME)), (right, LABEL))


def begun(action: Action, *, today: date) -> list[Part]:
    """Return an action with where it stands, in whose hands it is, and by when it is due."""
    held = hands(action, today=today)
    below = [paragraph(held, indent=4)] if held else []
    return [title(action, action.state.value), *below]


def hands(action: Action, *, today: date) -> str:
    """Return in whose hands an action is, and by when: "with Priya Nair · due Friday".

    What has ended without an owner is in nobody's, and looks for nobody; and is due no more.
    """
    ended = action.state in (State.DONE, State.DECLINED)
    if action.owner is None and ended:
        return ""
    since = f", since {say_day(action.owned_on, today=today)}" if action.owned_on else ""
    who = f"with {action.owner}{since}" if action.owner else "looking for someone"
    if action.due_on is None or ended:
        return who
    verb = "late since" if action.due_on < today else "due"
    return f"{who} · {verb} {say_day(action.due_on, today=today)}"


def recognised(number: int, customer: str, verbatim: str) -> str:
    """Return an answer so that one knows it again."""
    return f"{number}  {customer}: {quoted(shortened(verbatim, width=WORDS))}"
