"""Answers that experts labelled, what is proposed for them, and how often that is right."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from dailycontact.core.kinds import OPINIONS, kind_of
from dailycontact.core.likeness import VOICES, Index, Likeness, votes, words_of

THREE = 3
STEP = 25
"""Answers after which the growing book makes its index anew."""


class Labelled(NamedTuple):
    """A text, and what experts made of it."""

    text: str
    label: str


class Hits(NamedTuple):
    """How often the right label came first, and among the first three, of so many."""

    first: int
    three: int
    of: int

    @property
    def first_share(self) -> float:
        """How often the first was right, of all."""
        return self.first / self.of

    @property
    def three_share(self) -> float:
        """How often one of the first three was right, of all."""
        return self.three / self.of


class Found(NamedTuple):
    """How surely praise and nothing were told from wishes."""

    rows: int
    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


class Product:
    """What the program proposes: the votes of the answers that are most alike."""

    def __init__(self, book: Sequence[Labelled]) -> None:
        self._labels = [each.label for each in book]
        self._likeness = Likeness(Index.of((at, each.text) for at, each in enumerate(book)))

    def guess(self, text: str, but: Sequence[int] = ()) -> list[str]:
        """Return the labels that are proposed for a text, the likeliest first."""
        near = self._likeness.nearest(text, most=VOICES, but=but)
        return [
            label for label, _ in votes((self._labels[one.number], one.likeness) for one in near)
        ]


class Plain:
    """The plainest rival: the nearest by the TF-IDF of their words, by the cosine."""

    def __init__(self, book: Sequence[Labelled]) -> None:
        self._labels = [each.label for each in book]
        counted = [Counter(words_of(each.text)) for each in book]
        occurs = Counter(word for words in counted for word in words)
        self._rare = {word: 1 + math.log(len(book) / count) for word, count in occurs.items()}
        self._places: dict[str, list[tuple[int, float]]] = {}
        for at, words in enumerate(counted):
            for word, weight in self._weights(words).items():
                self._places.setdefault(word, []).append((at, weight))

    def guess(self, text: str, but: Sequence[int] = ()) -> list[str]:
        """Return the labels of the nearest, the nearest first, each once."""
        shared: Counter[int] = Counter()
        for word, weight in self._weights(Counter(words_of(text))).items():
            for at, other in self._places.get(word, ()):
                shared[at] += weight * other
        near = [at for at, _ in shared.most_common(50) if at not in but]
        return list(dict.fromkeys(self._labels[at] for at in near))

    def _weights(self, words: Counter[str]) -> dict[str, float]:
        raw = {word: count * self._rare.get(word, 0.0) for word, count in words.items()}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        return {word: weight / length for word, weight in raw.items()}


def leave_one_out(
    rows: Sequence[Labelled], engine: type[Product] | type[Plain], *, alone: bool = False
) -> list[list[str]]:
    """Return what is proposed for each row with all the others in the book.

    With `alone`, those that say the same in the same words are not in the book, either.
    """
    proposed = engine(rows)
    same: dict[tuple[str, ...], list[int]] = {}
    for at, row in enumerate(rows):
        same.setdefault(tuple(words_of(row.text)), []).append(at)
    return [
        proposed.guess(row.text, same[tuple(words_of(row.text))] if alone else [at])
        for at, row in enumerate(rows)
    ]


def hits(rows: Sequence[Labelled], proposed: Sequence[Sequence[str]], which: Iterable[int]) -> Hits:
    """Return how often what was proposed is right, among the rows at these places."""
    of = first = three = 0
    for at in which:
        of += 1
        first += rows[at].label in proposed[at][:1]
        three += rows[at].label in proposed[at][:THREE]
    return Hits(first, three, of)


def growing(rows: Sequence[Labelled], bounds: Sequence[int]) -> list[tuple[int, int, Hits]]:
    """Return the hits between these sizes of the book, each row asked of those before it."""
    proposed: list[list[str]] = [[]] * bounds[0]
    for at in range(bounds[0], len(rows)):
        if len(proposed) == bounds[0] or at % STEP == 0:
            known = at
            index = Index.of((number, rows[number].text) for number in range(known))
        since = [(number, rows[number].text) for number in range(known, at)]
        near = Likeness(index, since).nearest(rows[at].text, most=VOICES)
        voted = votes((rows[one.number].label, one.likeness) for one in near)
        proposed.append([label for label, _ in voted])
    return [
        (one, other, hits(rows, proposed, range(one, other))) for one, other in pairwise(bounds)
    ]


def recognised(rows: Sequence[tuple[str, bool]], *, book: bool) -> list[bool]:
    """Return which are taken for praise or nothing, with all the others in the book, or without.

    Each row says whether it is.
    """
    if not book:
        return [kind_of(text) is not None for text, _ in rows]
    likeness = Likeness(Index.of((at, text) for at, (text, _) in enumerate(rows)))
    found = []
    for at, (text, _) in enumerate(rows):
        near = likeness.nearest(text, most=OPINIONS, but=[at])
        opinions = [(rows[one.number][1], one.likeness) for one in near]
        found.append(kind_of(text, opinions) is not None)
    return found


def told_apart(
    rows: Sequence[tuple[str, bool]], taken: Sequence[bool], which: Iterable[int]
) -> Found:
    """Return how well praise or nothing was told from wishes, among the rows at these places."""
    pairs = Counter((taken[at], rows[at][1]) for at in which)
    return Found(
        rows=pairs.total(),
        right=pairs[True, True],
        wrong=pairs[True, False],
        missed=pairs[False, True],
    )
