"""Names that stand in texts though whoever had them was erased: known again by keyed marks.

An erasure leaves first and last names alone that may mean somebody else, and the book knows no
name any more by which a report could hide them. So it keeps a mark of each: an HMAC-SHA256 of its
letters, from which no name can be read. A report makes the marks of the words that it is about to
say, and hides those that it finds.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from dailycontact.core.names import Names
from dailycontact.core.spelling import plain, squeezed, without_e
from dailycontact.core.spotting import Token, spots, tokens_of

MARK = "text-"
"""How such a mark begins in the book."""
_PART, _WHOLE = f"{MARK}part:", f"{MARK}whole:"
_MOST_WORDS = 4
_MOST_OF_ONE = 3
"""So many words a name of one word may be taken for: Mei-Ling."""
_LONGEST = 60


def marks_in(text: str, names: Sequence[Names], *, mark: Callable[[str], str]) -> Iterator[str]:
    """Yield the marks of the names of one person that stand in a text; `mark` makes one of letters.

    A name that is left there as a word like any other has none.
    """
    wholes = {each for one in names for each in one.wholes}
    parts = {each for one in names for each in one.parts}
    letters = squeezed(text)
    if not any(each in letters for each in parts | wholes):
        return
    text = plain(text)
    places = [(spot.start, spot.end) for spot in spots(text, names) if not spot.is_word]
    for row, letters in _rows(tokens_of(text)):
        if any(start <= row[0].start and row[-1].end <= end for start, end in places):
            yield from _marks(letters, wholes, parts, mark)


def _marks(
    letters: str, wholes: Collection[str], parts: Collection[str], mark: Callable[[str], str]
) -> Iterator[str]:
    for part in {letters, letters.removesuffix("s")}.intersection(parts):
        yield f"{_PART}{mark(part)}"
    if any(f"{letters[at:]}{letters[:at]}" in wholes for at in range(len(letters))):
        yield f"{_WHOLE}{mark(letters)}"


@dataclass(frozen=True, kw_only=True)
class Remembered:
    """The marks of names that texts still have, and what makes a mark of letters: one for each key.

    Those of books whose erasures were brought in have keys of their own.
    """

    marks: Collection[str] = frozenset()
    makers: tuple[Callable[[str], str], ...] = ()
    _known: dict[tuple[str, str], bool] = field(default_factory=dict, repr=False)

    def names_in(self, text: str, *, instead: str, without: Collection[str] = ()) -> Names | None:
        """Return the marked names that stand in a text; None where there are none.

        `without` are words that may be said, as names are compared.
        """
        if not self.marks:
            return None
        wholes: dict[str, str] = {}
        parts: set[str] = set()
        for row, letters in _rows(tokens_of(plain(text))):
            if letters in without:
                continue
            if self._has(_WHOLE, letters):
                wholes[letters] = " ".join(token.key for token in row)
            if len(row) <= _MOST_OF_ONE or len(row) == len(letters):
                alone = (letters, letters.removesuffix("s"))
                parts.update(each for each in alone if self._has(_PART, each))
        if not (wholes or parts):
            return None
        return Names(instead=instead, wholes=wholes, parts=parts.difference(without))

    def _has(self, kind: str, letters: str) -> bool:
        asked = (kind, letters)
        if asked not in self._known:
            self._known[asked] = any(f"{kind}{make(letters)}" in self.marks for make in self.makers)
        return self._known[asked]


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[Sequence[Token], str]]:
    """Yield neighbouring words with their letters: a few, and all that are letter by letter."""
    for first in range(len(tokens)):
        letters = ""
        spelt = True
        for last in range(first, len(tokens)):
            spelt = spelt and len(tokens[last].key) == 1
            letters = without_e(letters + tokens[last].key)
            if len(letters) > _LONGEST or not (spelt or last < first + _MOST_WORDS):
                break
            yield tokens[first : last + 1], letters
