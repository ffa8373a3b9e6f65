"""What the options of log say: each word of the customer's with what belongs to it, in order."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TypeVar

from dailycontact.ask.commands.naming import theme_named
from dailycontact.ask.rule import Heard, Help, Told
from dailycontact.core.answer import Kind
from dailycontact.core.following import Helped
from dailycontact.core.references import answer_number
from dailycontact.core.telling import Reaction
from dailycontact.errors import UsageProblem
from dailycontact.workspace import Workspace

T = TypeVar("T")


class TooMany(UsageProblem):
    """There are more names or reactions than things they belong to."""

    def __init__(self, flag: str, of: str) -> None:
        super().__init__(
            f"There are more {flag} than {of}; give one {flag} at most for each {of}, in order."
        )


class NoWords(UsageProblem):
    """An option was given without words."""

    def __init__(self, flag: str) -> None:
        wanted = {"--promise": "what you promised", "--notes": "your note", "--about": "a theme"}
        text = wanted.get(flag, "the customer's words")
        super().__init__(f"{flag} is empty; give it {text}, or leave it out.")


class NoHelp(UsageProblem):
    """It is not said of which answer, or whether it has helped."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"--helped {text!r} does not say whether it has helped; write the answer and yes, "
            "partly or no: --helped 12=yes"
        )


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """What the customer said, as the options have it."""

    better: Sequence[str]
    about: Sequence[str]
    praise: Sequence[str]
    names: Sequence[str]
    fine: Sequence[str]
    nothing: bool


def heard(workspace: Workspace, spoken: Spoken, *, json: bool) -> tuple[Heard, ...]:
    """Return what was heard; the n-th theme belongs to the n-th wish, the n-th name to praise.

    A name that is nearly that of a theme is asked about where somebody can answer (not with
    `json`).

    Raises:
        TooMany: there are more names than what they belong to.
        NoWords: an option is empty.
        NotInTheTeam, SeveralByThatName: as `Workspace.somebody`.

    """
    if len(spoken.names) > len(spoken.praise):
        raise TooMany("--for", "--praise")
    if len(spoken.about) > len(spoken.better):
        raise TooMany("--about", "--better")
    themes = _about(workspace, spoken, asks=not json)
    wishes = [
        Heard(words=given("--better", text), about=about)
        for text, about in zip(spoken.better, _rest(themes), strict=False)
    ]
    named = [workspace.somebody(name).name for name in spoken.names]
    thanks = [
        Heard(words=given("--praise", text), kind=Kind.PRAISE, praised=name)
        for text, name in zip(spoken.praise, _rest(named), strict=False)
    ]
    fine = [Heard(words=given("--fine", text), kind=Kind.NOTHING) for text in spoken.fine]
    nothing = [Heard(words="", kind=Kind.NOTHING)] if spoken.nothing and not fine else []
    return (*wishes, *thanks, *fine, *nothing)


def told(numbers: Sequence[str], reactions: Sequence[Reaction]) -> tuple[Told, ...]:
    """Return what was told; the n-th reaction belongs to the n-th answer.

    Raises:
        TooMany: there are more reactions than answers.
        NoReference, ActionNotAnswer: something is not the number of an answer.

    """
    if len(reactions) > len(numbers):
        raise TooMany("--reaction", "--told")
    return tuple(
        Told(answer_id=answer_number(number), reaction=reaction)
        for number, reaction in zip(numbers, _rest(reactions), strict=False)
    )


def help_said(text: str) -> Help:
    """Return of which answer it is said whether it has helped, and what: `12=yes`.

    Raises:
        NoHelp: it does not say so.
        NoReference, ActionNotAnswer: it is not the number of an answer.

    """
    number, _, said = text.partition("=")
    wanted = said.strip().casefold()
    if wanted not in tuple(Helped):
        raise NoHelp(text)
    return Help(answer_id=answer_number(number), helped=Helped(wanted))


def given(flag: str, text: str) -> str:
    """Return the words of an option, from stdin where they are -.

    Raises:
        NoWords: there are none.

    """
    words = (sys.stdin.read() if text == "-" else text).strip()
    if not words:
        raise NoWords(flag)
    return words


def _about(workspace: Workspace, spoken: Spoken, *, asks: bool) -> list[str]:
    typed = [given("--about", text) for text in spoken.about]
    return [theme_named(workspace, one, asks=asks) for one in typed]


def _rest(values: Sequence[T]) -> chain[T | None]:
    """Return the values, and then None for all that have none."""
    return chain(values, repeat(None))
