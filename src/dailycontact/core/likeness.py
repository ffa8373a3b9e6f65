"""How alike texts are, so that an answer is found beside those that were said before.

TF-IDF over words, pairs of words and runs of letters, as everybody does it, in plain Python: what
few texts share weighs more than what many do. Nothing is downloaded, nothing leaves the machine.
"""

import math
import re
import sys
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import accumulate, pairwise
from operator import mul
from struct import Struct
from typing import NamedTuple, TypeVar
from zlib import compress, crc32, decompress
from zlib import error as zlib_error

from dailycontact.core.naming import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SHORTEST, LONGEST = 3, 4
"""How many letters a run has, with the space before and after a word counted."""
LOUDER = 3
"""The power by which what is more alike is heard more."""
VOICES = 20
"""Answers, the likest ones, that have a say in what a text is about."""
FAINT = 0.05
"""Below this likeness, a text says nothing about another."""
SPEAKS = 0.12
"""Nobody votes where nobody is more alike than this: they would be right once in twenty times."""
MOST_TEXTS = 20_000
"""Texts that an index holds: a position in it is written in two bytes."""
MOST_VISITS = 600_000
"""Texts that are visited for one question, those that share something rare first."""

_HEADER = Struct("<4sIII")
_MAGIC = b"like"

Label = TypeVar("Label", int, str)


class Near(NamedTuple):
    """A text that is like the one asked about, and how much: 1 is the same, 0 nothing in common."""

    number: int
    likeness: float
    mark: int
    """The mark of the text as it was (`mark_of`): another one means that it was changed since."""


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return [word.replace("’", "'") for word in _WORD.findall(fold(text))]


def says(text: str, words: str) -> bool:
    """Return whether words stand in a text, one after the other; the last one also with an s."""
    wanted = " ".join(words_of(words))
    found = rf"(?<!\S){re.escape(wanted)}(?:'?s|es)?(?!\S)"
    return bool(wanted) and re.search(found, " ".join(words_of(text))) is not None


def mark_of(text: str) -> int:
    """Return a checksum by which a text is known again."""
    return crc32(text.encode())


def grams(text: str) -> frozenset[int]:
    """Return what a text is made of, hashed: its words, pairs of words, and runs of letters."""
    words = words_of(text)
    made = {crc32(f"{one} {other}".encode()) for one, other in pairwise(words)}
    return frozenset(made.union(*map(_grams_of, words)))


@lru_cache(maxsize=20_000)  # the same words come in most texts
def _grams_of(word: str) -> tuple[int, ...]:
    padded = f" {word} "
    made = {f"={word}"}
    for size in range(SHORTEST, LONGEST + 1):
        made.update(padded[at : at + size] for at in range(len(padded) - size + 1))
    return tuple(crc32(gram.encode()) for gram in made)


class Index:
    """Texts by what they are made of, in arrays: small, quickly stored and quickly read.

    For each gram (`hashes`, sorted), `postings` has the positions of the texts that it occurs in,
    from its offset to the next one's. Every position has a number, a mark and a length.
    """

    def __init__(self, arrays: Sequence["array[int]"], lengths: "array[float]") -> None:
        """Take the arrays as `pack` has stored them."""
        self.numbers, self.marks, self._hashes, self._offsets, self._postings = arrays
        self._lengths = lengths

    @classmethod
    def of(cls, texts: Iterable[tuple[int, str]]) -> "Index":
        """Return the index of these texts, each with its number: at most `MOST_TEXTS`."""
        numbers, marks = array("I"), array("I")
        found: dict[int, list[int]] = {}
        for position, (number, text) in enumerate(texts):
            numbers.append(number)
            marks.append(mark_of(text))
            for gram in grams(text):
                found.setdefault(gram, []).append(position)
        hashes = sorted(found)
        offsets = array("I", accumulate((len(found[gram]) for gram in hashes), initial=0))
        postings = array("H")
        squares = [0.0] * len(numbers)
        for gram in hashes:
            postings.extend(found[gram])
            weight = weight_of(len(found[gram]), len(numbers))
            for position in found[gram]:
                squares[position] += weight
        lengths = array("f", (math.sqrt(square) for square in squares))
        return cls((numbers, marks, array("I", hashes), offsets, postings), lengths)

    def places(self, gram: int) -> Sequence[int]:
        """Return the positions of the texts in which a gram occurs."""
        at = bisect_left(self._hashes, gram)
        if at == len(self._hashes) or self._hashes[at] != gram:
            return ()
        return self._postings[self._offsets[at] : self._offsets[at + 1]]

    def cosines(self, shared: Sequence[float], length: float) -> list[float]:
        """Return the likeness of each text, from the weights that it shares with one so long."""
        return list(map(mul, shared, [1 / (length * each or 1.0) for each in self._lengths]))

    def pack(self) -> bytes:
        """Return the index as bytes, the same on every machine."""
        head = _HEADER.pack(_MAGIC, len(self.numbers), len(self._hashes), len(self._postings))
        whole = (self.numbers, self.marks, self._hashes, self._offsets, self._postings)
        content = b"".join(_in_order(each).tobytes() for each in whole)
        return head + compress(content + _in_order(self._lengths).tobytes(), 1)

    @classmethod
    def unpack(cls, content: bytes) -> "Index | None":
        """Return the index that `pack` made these bytes of, or None where it did not."""
        if content[:4] != _MAGIC or len(content) < _HEADER.size:
            return None
        _, texts, hashes, postings = _HEADER.unpack_from(content)
        try:
            plain = decompress(content[_HEADER.size :])
        except zlib_error:
            return None
        sizes = (texts * 4, texts * 4, hashes * 4, (hashes + 1) * 4, postings * 2, texts * 4)
        if len(plain) != sum(sizes):
            return None
        ends = list(accumulate(sizes, initial=0))
        parts = [plain[start:end] for start, end in pairwise(ends)]
        lengths = array("f", parts.pop())
        arrays = [array(code, part) for code, part in zip("IIIIH", parts, strict=True)]
        return cls([_in_order(each) for each in arrays], _in_order(lengths))


class Likeness:
    """An index, and the texts that came since it was made, among which alike ones are found."""

    def __init__(self, index: Index | None = None, since: Iterable[tuple[int, str]] = ()) -> None:
        """Know the texts of `index`, and those of `since`, which replace the same numbers."""
        self._index = index or Index.of(())
        self._since = [(number, mark_of(text), grams(text)) for number, text in since]
        self._counts = Counter(gram for _, _, made in self._since for gram in made)
        self._texts = len(self._index.numbers) + len(self._since)
        self._replaced = frozenset(number for number, _, _ in self._since)

    def nearest(self, text: str, *, most: int, but: Collection[int] = ()) -> list[Near]:
        """Return the texts that are most like this one, the likest first, without those of `but`.

        Of equally alike ones, the one with the greatest number comes first.
        """
        made = grams(text)
        weights, shared = self._shared(made)
        length = math.sqrt(sum(weights.values())) or 1.0
        cosines = self._index.cosines(shared, length)
        best = nlargest(most + len(but) + len(self._replaced), _marked(self._index, cosines))
        gone = self._replaced.union(but)
        near = [
            Near(number, min(1.0, like), mark) for like, number, mark in best if number not in gone
        ]
        near += [one for one in self._nearest_since(weights, length) if one.number not in but]
        near.sort(key=lambda one: (-one.likeness, -one.number))
        return [one for one in near[:most] if one.likeness >= FAINT]

    def _shared(self, made: Iterable[int]) -> tuple[dict[int, float], list[float]]:
        """Return what each gram weighs, and for each text of the index how much weight it shares.

        The rare ones come first: where there would be too many visits, the commonest are left out.
        """
        places = {gram: self._index.places(gram) for gram in made}
        weights: dict[int, float] = {}
        shared = [0.0] * len(self._index.numbers)
        visited = 0
        for gram in sorted(places, key=lambda gram: len(places[gram])):
            weight = weight_of(len(places[gram]) + self._counts.get(gram, 0), self._texts)
            weights[gram] = weight
            visited += len(places[gram])
            if visited > MOST_VISITS:
                continue
            for position in places[gram]:
                shared[position] += weight
        return weights, shared

    def _nearest_since(self, weights: dict[int, float], length: float) -> Iterable[Near]:
        for (number, mark, made), theirs in zip(self._since, self._lengths, strict=True):
            shared = sum([weights[gram] for gram in made if gram in weights])
            yield Near(number, min(1.0, shared / (length * theirs)), mark)

    @cached_property
    def _lengths(self) -> list[float]:
        """The lengths of the texts that came since the index was made."""
        weights = {
            gram: weight_of(count + len(self._index.places(gram)), self._texts)
            for gram, count in self._counts.items()
        }
        return [
            math.sqrt(sum([weights[gram] for gram in made])) or 1.0 for _, _, made in self._since
        ]


def weight_of(count: int, texts: int) -> float:
    """Return what a gram weighs that occurs in so many of so many texts: its squared IDF."""
    return (1 + math.log((1 + texts) / (1 + count))) ** 2


def votes(near: Iterable[tuple[Label, float]]) -> list[tuple[Label, float]]:
    """Return what the nearest are labelled with (label, likeness), the likeliest first.

    The more alike, the louder (`LOUDER`); the scores add up to 1. Nothing where nobody is alike.
    """
    total: dict[Label, float] = {}
    best = 0.0
    for label, likeness in near:
        total[label] = total.get(label, 0.0) + likeness**LOUDER
        best = max(best, likeness)
    if best < SPEAKS:
        return []
    whole = sum(total.values())
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    return [(label, score / whole) for label, score in ranked]


def _marked(index: Index, cosines: Sequence[float]) -> Iterable[tuple[float, int, int]]:
    return zip(cosines, index.numbers, index.marks, strict=True)


_Array = TypeVar("_Array", "array[int]", "array[float]")


def _in_order(numbers: _Array) -> _Array:
    """Return numbers with their bytes in the stored order, or back in the machine's own."""
    if sys.byteorder == "big":  # pragma: no cover - no such machine at hand
        numbers = numbers[:]
        numbers.byteswap()
    return numbers
