"""What the screens of an action have in common: its line, its state, and whom it is for."""

from datetime import date

from dailycontact.core.action import Action
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
    """Return an action that is to be done: what and where it stands, in whose hands, by when."""
    return [title(action, action.state.value), paragraph(hands(action, today=today), indent=4)]


def hands(action: Action, *, today: date) -> str:
    """Return in whose hands an action is, and by when: "with Priya Nair · due Friday"."""
    who = f"with {action.owner}" if action.owner else "looking for someone"
    due = f" · due {say_day(action.due_on, today=today)}" if action.due_on else ""
    return f"{who}{due}"


def recognised(number: int, customer: str, verbatim: str) -> str:
    """Return an answer so that one knows it again."""
    return f"{number}  {customer}: {quoted(shortened(verbatim, width=WORDS))}"
