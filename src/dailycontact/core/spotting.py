"""Finding the names of a whole book in a few words, in whatever case, spacing or order they are.

The words are gone through, not the names: every row of neighbouring words is looked up, so that a
book of a hundred thousand customers takes hardly longer than one of ten. A full name and a company
are found as "ana duarte", "ANA-DUARTE", "Duarte, Ana", "anaduarte" and "a n a  d u a r t e"; a
first or last name alone only as a capitalised word.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from dailycontact.core.names import LEGAL, MOST_LEGAL, Names
from dailycontact.core.ordinary import is_word_here, ordinary_words
from dailycontact.core.spelling import (
    COMMON_WORDS,
    FIRST_WITHOUT_SPACES,
    LEAST_PART,
    key,
)

_TOKEN = re.compile(
    r"\d+|(?:[^\W\d_]|[\u0300-\u036f])+?(?:(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?![^\W\d_]|[\u0300-\u036f]))"
)
_LEAST_GLUED = 6
"""A shorter name written in one word is left: it is too often a word like any other."""
_LEAST_SPACED = 4
_CERTAIN = 8
"""So many letters in a row are a name wherever its words are parted."""
_MOST_ROTATED = 4
_WITH_S = 4
_VERBS = ("king", "ting", "ring", "ling", "sing", "ping", "ding", "ning")
"""Last names with which a first name written in one word is a word: linking, waiting."""


class Token(NamedTuple):
    """One word, or one letter of a script without spaces; where it stands, and what it is."""

    start: int
    end: int
    key: str


class Spot(NamedTuple):
    """A place in a text, what is to stand there instead, and whether it is left as a word."""

    start: int
    end: int
    instead: str
    is_word: bool = False


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text; each letter of a script without spaces is one of its own."""
    return [token for found in _TOKEN.finditer(text) for token in _split(found)]


def _split(found: re.Match[str]) -> Iterator[Token]:
    start, end = found.span()
    word = found[0]
    if word < FIRST_WITHOUT_SPACES:
        yield Token(start, end, key(word))
        return
    for place, letter in enumerate(word, start):
        if plain := key(letter):
            yield Token(place, place + 1, plain)


def spots(text: str, among: Sequence[Names], *, kept: Collection[str] = ()) -> list[Spot]:
    """Return where names stand in a text, from its beginning on, none inside another.

    `kept` are names, as they are compared, that are words in this book.
    """
    tokens = tokens_of(text)
    longest = max((names.longest for names in among), default=0)
    firms = {names.instead for names in among if names.legal}
    found: list[Spot] = []
    place = 0
    while place < len(tokens):
        last, spot = _name_from(text, tokens, place, among, longest)
        if spot is not None:
            last, spot = _with_legal(text, tokens, last, spot, firms)
            word = "".join(token.key for token in tokens[place : last + 1]) in kept
            is_kept = word and spot.instead not in {n.instead for n in among if n.sure}
            found.append(_with_initials(text, spot._replace(is_word=spot.is_word or is_kept)))
        place = last + 1
    return _one_of_two(text, found)


def _with_initials(text: str, spot: Spot) -> Spot:
    """Return the spot with the initials around a name: "A. Duarte", "Ana D."."""
    if spot.is_word:
        return spot
    before = _INITIAL_BEFORE.search(text, max(0, spot.start - _NEAR), spot.start)
    after = _INITIAL_AFTER.match(text, spot.end)
    return spot._replace(
        start=before.start() if before else spot.start, end=after.end() if after else spot.end
    )


def _one_of_two(text: str, found: Sequence[Spot]) -> list[Spot]:
    """Return the spots, those made one that only a space parts once their initials are gone."""
    merged: list[Spot] = []
    for spot in found:
        last = merged[-1] if merged else None
        if last and spot.start <= last.end:
            merged[-1] = last._replace(end=max(last.end, spot.end), is_word=False)
        elif last and last[2:] == spot[2:] and _LATTER.fullmatch(text, last.end, spot.start):
            merged[-1] = last._replace(end=spot.end)
        else:
            merged.append(spot)
    return merged


class Row(NamedTuple):
    """Neighbouring words of a text, and the letters that they are made of."""

    text: str
    tokens: Sequence[Token]
    letters: str
    spelt: bool
    """Whether it is letter by letter: "A n a"."""
    joined: bool
    """Whether it is one word, though of several parts, such as O'Neill."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.tokens[-1].end

    @property
    def possessive(self) -> bool:
        """Whether it ends with an s behind an apostrophe, which is to stay: "Mrs Kern's shop"."""
        last = self.tokens[-1]
        return last.key == "s" and self.text[last.start - 1 : last.start] in _APOSTROPHES

    def with_next(self, token: Token) -> "Row":
        """Return the row with one more word."""
        return Row(
            text=self.text,
            tokens=(*self.tokens, token),
            letters=_joint(self.letters, token.key),
            spelt=self.spelt and len(token.key) == 1,
            joined=self.joined and self.text[self.end : token.start] in _WITHIN,
        )

    def ways(self) -> Sequence[str]:
        """Return its letters in every order in which a name is said: "Duarte, Ana"."""
        if self.spelt or len(self.tokens) == 1:
            if len(self.letters) < _LEAST_GLUED:
                return (self.letters,)
            parted: Iterable[int] = range(2, len(self.letters) - 1)
        elif len(self.tokens) <= _MOST_ROTATED:
            parted = list(accumulate(len(token.key) for token in self.tokens[:-1]))
        else:
            return (self.letters,)
        return [self.letters, *(_joint(self.letters[at:], self.letters[:at]) for at in parted)]


def _joint(letters: str, more: str) -> str:
    """Return letters and more of them, as names are compared: without the e of ae, oe and ue."""
    return letters + (more[1:] if more[0] == "e" and letters[-1] in "aou" else more)


def _name_from(
    text: str, tokens: Sequence[Token], first: int, among: Sequence[Names], longest: int
) -> tuple[int, Spot | None]:
    """Return the longest name that begins at a token, and its last token; that token if none."""
    token = tokens[first]
    row = Row(text, (token,), token.key, spelt=len(token.key) == 1, joined=True)
    if len(token.key) > longest + 1:
        return first, None
    best = (first, _name_in(row, among))
    for last in range(first + 1, len(tokens)):
        among = [names for names in among if names.may_begin(row.letters)]
        if not among:
            break
        row = row.with_next(tokens[last])
        if len(row.letters) > longest + 1:
            break
        spot = _name_in(row, among)
        if spot is not None:
            best = (last, spot)
    return best


def _with_legal(
    text: str, tokens: Sequence[Token], last: int, spot: Spot, firms: Collection[str]
) -> tuple[int, Spot]:
    """Return the spot of a company with the Ltd that comes after it, and its last token."""
    for more in range(MOST_LEGAL, 0, -1) if spot.instead in firms else ():
        after = tokens[last + 1 : last + 1 + more]
        if len(after) == more and "".join(token.key for token in after) in LEGAL:
            between = text[spot.end : after[0].start]
            if between.isspace() or between.strip() == ",":
                return last + more, spot._replace(end=after[-1].end)
    return last, spot


def _name_in(row: Row, among: Sequence[Names]) -> Spot | None:
    ways = row.ways()
    for names in among:
        if _is_whole(row, ways, names):
            word = names.said or (not names.sure and _are_words(row, names))
            return Spot(row.start, row.end, names.instead, word)
        if (row.joined or row.spelt) and _is_alone(row, names):
            word = names.said or (not names.sure and is_word_here(row.text, row.start, row.end))
            return Spot(row.start, row.end, names.instead, word)
    return None


def _is_whole(row: Row, ways: Sequence[str], names: Names) -> bool:
    """Return whether a row is a name of several words."""
    for letters in ways:
        name = names.wholes.get(letters)
        if name is not None and _is_said(row, letters, name):
            return True
    if row.letters[-1] == "s" and len(row.tokens) > 1 and not row.possessive:
        name = names.wholes.get(row.letters[:-1])
        return name is not None and _is_said(row, row.letters[:-1], name)
    return False


def _is_said(row: Row, letters: str, name: str) -> bool:
    """Return whether the words of a row are parted as those of the name are, or on purpose not."""
    if len(row.tokens) == 1:
        return len(letters) >= _LEAST_GLUED and not _is_verb(row, name)
    if len(letters) >= _CERTAIN or not row.letters.startswith(letters):
        return True
    if row.spelt:
        return len(letters) >= _LEAST_SPACED or len(row.tokens) == len(name.split())
    if len(letters) < _LEAST_GLUED and _is_parted(row):
        return False
    return _gaps(row.text, row.tokens) <= set(accumulate(map(len, name.split())))


def _is_verb(row: Row, name: str) -> bool:
    return name.rpartition(" ")[2] in _VERBS and row.text[row.start : row.end].islower()


def _is_parted(row: Row) -> bool:
    """Return whether a comma or a full stop stands in it, so that it says two things."""
    return any(sign in row.text[row.start : row.end] for sign in ",.;:!?")


def _gaps(text: str, tokens: Sequence[Token]) -> set[int]:
    """Return after how many letters there is something between the words."""
    ends = accumulate(len(token.key) for token in tokens)
    pairs = zip(ends, tokens, tokens[1:], strict=False)
    return {at for at, token, after in pairs if text[token.end : after.start] not in _WITHIN}


def _are_words(row: Row, names: Names) -> bool:
    """Return whether it is less than a company's name, and words like any other: "green man"."""
    if row.letters not in names.shortened or not row.text[row.start : row.end].islower():
        return False
    keys = (token.key for token in row.tokens)
    return all(each in COMMON_WORDS or each in ordinary_words() for each in keys)


def _is_alone(row: Row, names: Names) -> bool:
    """Return whether a row is a name of one word, with a capital, or letter by letter."""
    letters = row.letters
    if letters not in names.parts and (row.possessive or not _is_somebodys(letters, names)):
        return False
    if row.spelt and len(row.tokens) > 1:
        return len(letters) >= _LEAST_SPACED or not row.text[row.start : row.end].islower()
    if names.sure:
        return True
    if _is_contraction(row.text, row.end):
        return False
    return not row.text[row.start : row.end].islower() or (
        names.anywhere and len(letters) > LEAST_PART and letters not in ordinary_words()
    )


def _is_somebodys(letters: str, names: Names) -> bool:
    """Return whether it is a name with the s of what is theirs: "Duartes Rechnung"."""
    name = letters.removesuffix("s")
    return (
        _WITH_S <= len(name) < len(letters) and name in names.parts and name not in ordinary_words()
    )


_NEAR = 8
_INITIAL_BEFORE = re.compile(r"(?:(?<!\w)[A-ZÀ-Þ]\.[ \xa0]{0,2})+\Z")
_INITIAL_AFTER = re.compile(r"(?:[ \xa0]{0,2}[A-ZÀ-Þ]\.(?!\w))+")
_LATTER = re.compile(r"[ \xa0]{1,2}")
_APOSTROPHES = frozenset(("'", "’", "ʼ"))  # noqa: RUF001 - as typed
_WITHIN = _APOSTROPHES | {"", "-", "‐", "‑", "–"}  # noqa: RUF001 - any dash


def _is_contraction(text: str, end: int) -> bool:
    return text[end : end + 1] in {"'", "’", "ʼ"} and text[end + 1 : end + 3].rstrip() in {"t", "T"}  # noqa: RUF001 - as typed
