"""How answers and actions are written: 12 is an answer, A3 is an action.

Never with #, which a shell takes for a comment; whoever quotes it (`'#12'`) means the answer.
"""

import re
from dataclasses import dataclass

from dailycontact.core.program import PROGRAM
from dailycontact.errors import UsageProblem

_LONGEST = 40
_MOST_DIGITS = 9  # what a database counts up to, safely


@dataclass(frozen=True, kw_only=True)
class Reference:
    """One answer or one action, by its number."""

    number: int
    is_action: bool

    def __str__(self) -> str:
        return f"A{self.number}" if self.is_action else str(self.number)


class NoReference(UsageProblem):
    """The text is neither an answer nor an action."""

    def __init__(self, text: str, like: str) -> None:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        super().__init__(f"{shown!r} is not a number like {like}; see them with: {PROGRAM} loop")


class ActionNotAnswer(UsageProblem):
    """An action was named where only an answer fits."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"A{number} is an action, and an answer (like 12) is wanted here; an action is taken"
            f" with: {PROGRAM} take A{number}, and ended with: {PROGRAM} done A{number}"
        )


def typed_number(text: str) -> int | None:
    """Return the whole number that is typed; None where it is none, or longer than any of ours."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def answer_number(text: str) -> int:
    """Return the number of the answer that is written `12` or `#12`.

    Raises:
        ActionNotAnswer: it is written like an action.
        NoReference: it is no number.

    """
    found = _read(text)
    if found is None:
        raise NoReference(text, "12")
    letter, number = found
    if letter:
        raise ActionNotAnswer(number)
    return number


def action_number(text: str) -> int:
    """Return the number of the action that is written `A3`, `a3`, or `3` where only actions fit.

    Raises:
        NoReference: it is neither.

    """
    found = _read(text)
    if found is None:
        raise NoReference(text, "A3")
    return found[1]


def either(text: str) -> Reference:
    """Return the answer (`12`) or the action (`A3`) that is written, where both fit.

    Raises:
        NoReference: it is neither.

    """
    found = _read(text)
    if found is None:
        raise NoReference(text, "12 (an answer) or A3 (an action)")
    letter, number = found
    return Reference(number=number, is_action=letter)


def _read(text: str) -> tuple[bool, int] | None:
    """Return whether there is an A, and the number; None where it is neither kind."""
    written = re.fullmatch(r"#?\s*(a?)\s*#?0*([1-9][0-9]*),?", text.strip().lower(), re.ASCII)
    if written is None or len(written[2]) > _MOST_DIGITS:
        return None
    return bool(written[1]), int(written[2])
