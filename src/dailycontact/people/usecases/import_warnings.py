"""Keeps what a file says and nobody understands: line by line for programs, in kinds for people.

A kind counts only what came of rows that are new or changed: what was said at the first import
need not be said at the second.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from dailycontact.core.contact import Problem

MOST_KEPT = 10_000
"""Warnings that are kept in full; the others are counted."""

EXAMPLES = 3


@dataclass(kw_only=True)
class Kind:
    """Warnings alike: about which field, why, how many there are, and the first of them."""

    about: str
    why: str
    number: int = 0
    examples: list[Problem] = field(default_factory=list)


class Warnings:
    """The warnings of one file. `rows` are the first of `count`."""

    def __init__(self) -> None:
        """Begin without any."""
        self.rows: list[Problem] = []
        self.count = 0
        self._kinds: dict[tuple[str, str], Kind] = {}
        self._waiting: list[tuple[str, str, Problem]] = []
        self._counted: set[tuple[str, str]] = set()
        self._told: set[tuple[str, str]] = set()

    def add(self, about: str, why: str, problem: Problem) -> None:
        """Note a warning; but for phones, the same value is worth only one."""
        self._waiting.append((about, why, problem))
        if about == "phone" or _is_first(self._counted, about, problem):
            self.count += 1
            if len(self.rows) < MOST_KEPT:
                self.rows.append(problem)

    def tell(self, lines: Collection[int]) -> None:
        """Count into the kinds what waits and is about one of these lines; forget the rest."""
        for about, why, problem in self._waiting:
            if problem.line in lines and (
                about == "phone" or _is_first(self._told, about, problem)
            ):
                kind = self._kinds.setdefault((about, why), Kind(about=about, why=why))
                kind.number += 1
                if len(kind.examples) < EXAMPLES:
                    kind.examples.append(problem)
        self._waiting.clear()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds, the most frequent first."""
        return tuple(sorted(self._kinds.values(), key=lambda kind: -kind.number))


def _is_first(said: set[tuple[str, str]], about: str, problem: Problem) -> bool:
    before = len(said)
    said.add((about, problem.value))
    return len(said) > before
