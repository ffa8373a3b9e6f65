"""Names that stand in texts though whoever had them was erased: known again by keyed marks.

An erasure leaves first and last names alone that may mean somebody else, and the book knows no
name any more by which a report could hide them. So it keeps a mark of each: an HMAC-SHA256 of its
letters, from which no name can be read. A report makes the marks of the words that it is about to
say, and hides those that it finds.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dailycontact.core.names import Names
from dailycontact.core.spelling import plain, squeezed, without_e
from dailycontact.core.spotting import Token, spots, tokens_of

MARK = "text-"
"""How such a mark begins in the book."""
_PART, _WHOLE = f"{MARK}part:", f"{MARK}whole:"
_MOST_WORDS = 6
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
    for row in _rows(tokens_of(text)):
        if any(start <= row[0].start and row[-1].end <= end for start, end in places):
            yield from _marks(_glued(row), wholes, parts, mark)


def _marks(
    letters: str, wholes: Collection[str], parts: Collection[str], mark: Callable[[str], str]
) -> Iterator[str]:
    for part in {letters, letters.removesuffix("s")}.intersection(parts):
        yield f"{_PART}{mark(part)}"
    if any(f"{letters[at:]}{letters[:at]}" in wholes for at in range(len(letters))):
        yield f"{_WHOLE}{mark(letters)}"


def _glued(row: Iterable[Token]) -> str:
    return without_e("".join(token.key for token in row))


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
        for row in _rows(tokens_of(plain(text))):
            letters = _glued(row)
            if len(letters) > _LONGEST or letters in without:
                continue
            if self._has(_WHOLE, letters):
                wholes[letters] = " ".join(token.key for token in row)
            parts |= {each for each in (letters, letters.removesuffix("s")) if self._is_part(each)}
        if not (wholes or parts):
            return None
        return Names(instead=instead, wholes=wholes, parts=parts.difference(without))

    def _is_part(self, letters: str) -> bool:
        return self._has(_PART, letters)

    def _has(self, kind: str, letters: str) -> bool:
        asked = (kind, letters)
        if asked not in self._known:
            self._known[asked] = any(f"{kind}{make(letters)}" in self.marks for make in self.makers)
        return self._known[asked]


def _rows(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield neighbouring words, a few at a time, and all that are written letter by letter."""
    for first, token in enumerate(tokens):
        for last in range(first + 1, min(len(tokens), first + _MOST_WORDS) + 1):
            yield tokens[first:last]
        if len(token.key) == 1:
            last = first + 1
            while last < len(tokens) and len(tokens[last].key) == 1 and last - first < _LONGEST:
                last += 1
                if last - first > _MOST_WORDS:
                    yield tokens[first:last]
