"""How alike texts are, so that an answer is found beside those that were said before.

TF-IDF over words and runs of letters, as everybody does it, in plain Python: what few texts share
weighs more than what many do. Nothing is downloaded, and nothing leaves the machine.
"""

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from dailycontact.core.naming import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SHORTEST, LONGEST = 3, 5
"""How many letters a run has, with the space before and after a word counted."""
CLEARLY = 0.05
"""From this likeness on, a text says anything about another."""


class Near(NamedTuple):
    """A text that is like the one asked about, and how much: 1 is the same, 0 nothing in common."""

    number: int
    likeness: float


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return [word.replace("’", "'") for word in _WORD.findall(fold(text))]


def grams(text: str) -> frozenset[int]:
    """Return what a text is made of, hashed: its words, pairs of words, and runs of letters."""
    words = words_of(text)
    made = {f"={word}" for word in words}
    made.update(f"{one} {other}" for one, other in pairwise(words))
    for word in set(words):
        padded = f" {word} "
        for size in range(SHORTEST, min(LONGEST, len(padded)) + 1):
            made.update(padded[at : at + size] for at in range(len(padded) - size + 1))
    return frozenset(crc32(gram.encode()) for gram in made)


class Likeness:
    """Texts by what they are made of, among which alike ones are found."""

    def __init__(self, texts: Iterable[tuple[int, str]] = ()) -> None:
        """Know these texts, each by a number."""
        self._made = {number: grams(text) for number, text in texts}
        self._counts: dict[int, int] = {}
        for made in self._made.values():
            for gram in made:
                self._counts[gram] = self._counts.get(gram, 0) + 1

    def nearest(self, text: str, *, most: int) -> list[Near]:
        """Return the texts that are most like this one, the likest first."""
        made = grams(text)
        weights = {gram: self._weight(gram) for gram in made}
        mine = math.sqrt(sum(weights.values())) or 1.0
        found = []
        for number, other in self._made.items():
            shared = sum(weights[gram] for gram in made & other)
            theirs = math.sqrt(sum(self._weight(gram) for gram in other)) or 1.0
            found.append(Near(number, min(1.0, shared / (mine * theirs))))
        found.sort(key=lambda near: (-near.likeness, -near.number))
        return [near for near in found[:most] if near.likeness >= CLEARLY]

    def _weight(self, gram: int) -> float:
        return (1 + math.log((1 + len(self._made)) / (1 + self._counts.get(gram, 0)))) ** 2


def votes(near: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """Return what the nearest are labelled with (label, likeness), the likeliest first.

    Each speaks for its label with the cube of its likeness; the scores add up to 1.
    """
    total: dict[int, float] = {}
    for label, likeness in near:
        total[label] = total.get(label, 0.0) + likeness**3
    whole = sum(total.values()) or 1.0
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    return [(label, score / whole) for label, score in ranked]
