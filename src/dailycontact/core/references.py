"""How answers, actions and promises are written: 12 is an answer, A3 an action, P3 a promise.

Never with #, which a shell takes for a comment; whoever quotes it (`'#12'`) means the answer.
"""

import re
from dataclasses import dataclass
from typing import Never

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
    """The text is not the number of anything that is wanted here."""

    def __init__(self, text: str, like: str, *, seen_with: str = "loop") -> None:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        super().__init__(
            f"{shown!r} is not a number like {like}; see them with: {PROGRAM} {seen_with}"
        )


class ActionNotAnswer(UsageProblem):
    """An action was named where only an answer fits."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"A{number} is an action, and an answer (like 12) is wanted here; an action is taken"
            f" with: {PROGRAM} take A{number}, and ended with: {PROGRAM} done A{number}"
        )


class ActionNotPromise(UsageProblem):
    """An action was named where only a promise fits."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"A{number} is an action, and a promise (like P3) is wanted here; an action is taken"
            f" with: {PROGRAM} take A{number}, and ended with: {PROGRAM} done A{number}"
        )


class PromiseNotHere(UsageProblem):
    """A promise was named where only `wanted` fits."""

    def __init__(self, number: int, wanted: str) -> None:
        super().__init__(
            f"P{number} is a promise, and {wanted} is wanted here; a promise is settled with:"
            f" {PROGRAM} promise P{number} --kept"
        )


def typed_number(text: str) -> int | None:
    """Return the whole number that is typed; None where it is none, or longer than any of ours."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def answer_number(text: str) -> int:
    """Return the number of the answer that is written `12` or `#12`.

    Raises:
        ActionNotAnswer, PromiseNotHere: it is written like an action, or like a promise.
        NoReference: it is no number.

    """
    letter, number = _read(text) or _refused(text, "12")
    if letter == "a":
        raise ActionNotAnswer(number)
    if letter:
        raise PromiseNotHere(number, "an answer (like 12)")
    return number


def action_number(text: str) -> int:
    """Return the number of the action that is written `A3`, `a3`, or `3` where only actions fit.

    Raises:
        PromiseNotHere: it is written like a promise.
        NoReference: it is neither.

    """
    letter, number = _read(text) or _refused(text, "A3")
    if letter == "p":
        raise PromiseNotHere(number, "an action (like A3)")
    return number


def promise_number(text: str) -> int:
    """Return the number of the promise that is written `P3`, `p3`, or `3` where only they fit.

    Raises:
        ActionNotPromise: it is written like an action.
        NoReference: it is neither.

    """
    letter, number = _read(text) or _refused(text, "P3", seen_with="promise")
    if letter == "a":
        raise ActionNotPromise(number)
    return number


def either(text: str) -> Reference:
    """Return the answer (`12`) or the action (`A3`) that is written, where both fit.

    Raises:
        PromiseNotHere: it is written like a promise.
        NoReference: it is neither.

    """
    letter, number = _read(text) or _refused(text, "12 (an answer) or A3 (an action)")
    if letter == "p":
        raise PromiseNotHere(number, "an answer (like 12) or an action (like A3)")
    return Reference(number=number, is_action=letter == "a")


def _refused(text: str, like: str, *, seen_with: str = "loop") -> Never:
    raise NoReference(text, like, seen_with=seen_with)


def _read(text: str) -> tuple[str, int] | None:
    """Return the letter before the number ("", "a" or "p") and the number; None for no such."""
    written = re.fullmatch(r"#?\s*([ap]?)\s*#?0*([1-9][0-9]*),?", text.strip().lower(), re.ASCII)
    if written is None or len(written[2]) > _MOST_DIGITS:
        return None
    return written[1], int(written[2])
