"""The words by which a theme is proposed, as the leader sets them down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.answer import Kind
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed as written
from dailycontact.core.sentences import listed
from dailycontact.core.theme import Rule, Theme
from dailycontact.errors import NotFound, Refused, UsageProblem
from dailycontact.store import theme_rules

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NoWords(UsageProblem):
    """There are no words in what was typed."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"There are no words in {typed!r}; write them as customers say them.")


class MeansSomethingElse(Refused):
    """The words stand for something else already."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(
            f"“{rule.words}” stands for {meaning(rule)} already; take that out first with:"
            f" {PROGRAM} theme words --remove {written(rule.words)}"
        )


class NoSuchWords(NotFound):
    """No rule has these words."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"No theme is known by the words {typed!r}; see them with: {PROGRAM} theme words"
        )


def meaning(rule: Rule) -> str:
    """Return what the words of a rule stand for."""
    if rule.theme is not None:
        return rule.theme.name
    return "praise" if rule.kind is Kind.PRAISE else "nothing to wish for"


@dataclass(frozen=True, kw_only=True)
class Words:
    """Words that were set down, those that were there just so, and those that were taken out."""

    added: tuple[Rule, ...] = ()
    already: tuple[Rule, ...] = ()
    removed: tuple[Rule, ...] = ()


def add(
    change: "Change",
    words: Sequence[str],
    *,
    theme: Theme | None = None,
    kind: Kind | None = None,
    day: date,
) -> Words:
    """Let words stand for a theme, or for praise or nothing.

    Raises:
        NoWords: there are none in what was typed.
        MeansSomethingElse: they stand for something else.

    """
    added, already = [], []
    for typed in words:
        if not theme_rules.folded(typed):
            raise NoWords(typed)
        there = theme_rules.rule_for(change, typed)
        if there is None:
            theme_rules.add(change, typed, theme=theme, kind=kind, day=day)
            added.append(_there(change, typed))
        elif (there.theme, there.kind) == (theme, kind):
            already.append(there)
        else:
            raise MeansSomethingElse(there)
    if added:
        change.summary = f"set down {_listed(added)} for {meaning(added[0])}"
    return Words(added=tuple(added), already=tuple(already))


def remove(change: "Change", words: Sequence[str]) -> Words:
    """Take words out again.

    Raises:
        NoSuchWords: nothing is known by them.

    """
    removed = tuple(_there(change, typed) for typed in dict.fromkeys(words))
    for rule in dict.fromkeys(removed):
        change.remove("theme_rule", rule.id)
    change.summary = f"took out {_listed(removed)}"
    return Words(removed=tuple(dict.fromkeys(removed)))


def _there(change: "Change", typed: str) -> Rule:
    found = theme_rules.rule_for(change, typed)
    if found is None:
        raise NoSuchWords(typed)
    return found


def _listed(rules: Sequence[Rule]) -> str:
    return listed([f"“{rule.words}”" for rule in rules])
