"""What the screens of an action have in common: its line, its state, and whom it is for."""

from datetime import date

from dailycontact.core.action import Action, State
from dailycontact.core.dates import say_day
from dailycontact.core.sentences import shortened
from dailycontact.terminal.card import Part, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

WORDS = 60
"""How much of a verbatim is repeated to recognise it, in characters."""


def title(action: Action, right: str) -> Part:
    """Return the first line of an action: its number and title, and at the right a remark."""
    return spread(Line((f"{action.reference}  ", NAME), (action.title, NAME)), (right, LABEL))


def hands(action: Action, *, today: date) -> str:
    """Return in whose hands an action is, and by when: "with Priya Nair · due Friday"."""
    said = [f"with {action.owner}" if action.owner else "looking for someone"]
    if action.state is State.REOPENED:
        said.insert(0, "reopened")
    if action.due_on:
        said.append(f"due {say_day(action.due_on, today=today)}")
    return " · ".join(said)


def recognised(number: int, customer: str, verbatim: str) -> str:
    """Return an answer so that one knows it again."""
    return f"{number}  {customer}: {quoted(shortened(verbatim, width=WORDS))}"
