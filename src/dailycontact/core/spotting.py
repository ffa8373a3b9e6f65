"""Finding the names of a whole book in a few words, in whatever case, spacing or order they are.

The words are gone through, not the names: every row of neighbouring words is looked up, so that a
book of a hundred thousand customers takes hardly longer than one of ten. A full name and a company
are found as "ana duarte", "ANA-DUARTE", "Duarte, Ana", "anaduarte" and "a n a  d u a r t e"; a
first or last name alone only as a capitalised word.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from dailycontact.core.ordinary import is_word_here, ordinary_words
from dailycontact.core.spelling import (
    COMMON_WORDS,
    FIRST_WITHOUT_SPACES,
    LEAST_PART,
    key,
    keys,
    without_e,
)

_TOKEN = re.compile(
    r"\d+|(?:[^\W\d_]|[\u0300-\u036f])+?(?:(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?![^\W\d_]|[\u0300-\u036f]))"
)
LEGAL = frozenset((
    "ltd", "limited", "llc", "llp", "plc", "inc", "incorporated", "corp", "corporation", "co",
    "company", "gmbh", "ag", "kg", "ohg", "ug", "ek", "sa", "sas", "sarl", "sl", "srl", "spa", "bv",
    "nv", "ab", "as", "aps", "oy", "oyj", "kk", "pty", "lda", "ltda",
))  # fmt: skip
_MOST_LEGAL = 3
"""Letters of which a company's kind may be written apart: G. m. b. h. is not among them."""
_LEAST_WHOLE = 3
_AND = frozenset(("and", "und", "et", "y", "e", "og", "och"))
_HONORIFICS = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "mlle", "monsieur", "madame",
    "sr", "sra", "senor", "senora", "sir",
))  # fmt: skip
_LEAST_COMPANY = 4
"""A company with a shorter name of one word is left: it is too often a word like any other."""
_LEAST_GLUED = 6
"""A shorter name written in one word is left: it is too often a word like any other."""
_LEAST_SPACED = 4
_CERTAIN = 10
"""So many letters in a row are a name wherever its words are parted."""
_MOST_ROTATED = 4
_MOST_PARTS = 6
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


@dataclass(frozen=True, kw_only=True)
class Names:
    """Names that are looked for, as names are compared, and what is said instead of them.

    `wholes` are those of several words, by the letters that they are made of; `parts` are first
    and last names, and names of one word.
    """

    instead: str
    wholes: Mapping[str, str] = field(default_factory=dict)
    parts: Collection[str] = frozenset()
    anywhere: bool = False
    """Whether a part without a capital is a name, too: in the words of the one who has it."""
    legal: bool = False
    """Whether an Ltd that comes after one of them belongs to it."""
    sure: bool = False
    """Whether they are never left as words."""

    @cached_property
    def longest(self) -> int:
        """How many letters the longest of them has."""
        return max(map(len, chain(self.wholes, self.parts)), default=0)


def names_of_people(
    people: Iterable[str],
    *,
    instead: str,
    without: Collection[str] = frozenset(),
    anywhere: bool = False,
) -> Names:
    """Return how the names of people are found, in any of the ways in which they are said.

    `without` are names and parts of names that may be said, as they are compared.
    """
    said = _without_honorifics(set(keys(list(dict.fromkeys(people)))).difference(without))
    several = [line for line in said if " " in line]
    wholes = dict(zip(_glued(several), several, strict=True))
    long = (line.split() for line in several if line.count(" ") > 1)
    shorter = [" ".join(words) for line in long for words in _shorter(line)]
    wholes |= zip(_glued(shorter), shorter, strict=True)
    alone = {line for line in said if " " not in line}
    alone.update(" ".join([line for line in several if line.count(" ") < _MOST_PARTS]).split())
    return Names(
        instead=instead,
        wholes={letters: line for letters, line in wholes.items() if len(letters) >= _LEAST_WHOLE},
        parts={word for word in alone - COMMON_WORDS.union(without) if _is_part(word)},
        anywhere=anywhere,
    )


def _glued(lines: Sequence[str]) -> list[str]:
    return without_e("\n".join(lines).replace(" ", "")).split("\n") if lines else []


def _is_part(word: str) -> bool:
    return len(word) >= LEAST_PART or word >= FIRST_WITHOUT_SPACES


def _without_honorifics(said: Iterable[str]) -> list[str]:
    parted = ((line, line.partition(" ")) for line in said)
    return [rest if first in _HONORIFICS else line for line, (first, _, rest) in parted]


def _shorter(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield a long name as it is said, too: without its last, its first, or its middle names."""
    for number in range(2, len(words)):
        yield words[:number]
        yield words[number - 1 :]
        yield (words[0], words[number])
    bare = [word for word in words if len(word) > 1]
    if 1 < len(bare) < len(words):
        yield bare


def sure_names(words: Iterable[str], *, instead: str) -> Names:
    """Return words that are to be hidden wherever they stand, in whatever case."""
    said = [line for line in keys(list(words)) if line]
    glued = zip(_glued(said), said, strict=True)
    return Names(
        instead=instead,
        wholes={letters: line for letters, line in glued if " " in line},
        parts=frozenset(line for line in said if " " not in line),
        sure=True,
    )


def own_company(company: str, *, instead: str) -> Names:
    """Return how a company is found in the words of its own people: its first words are enough."""
    (said,) = keys([company])
    words = _without_legal(said).split()
    whole = names_of_companies([company], instead=instead, any_length=True)
    shorter = [
        " ".join(words[:number])
        for number in range(2, len(words))
        if words[0] not in COMMON_WORDS and words[number - 1] not in COMMON_WORDS | _AND
    ]
    first = {word for word in words[:1] if len(word) >= _LEAST_COMPANY} - ordinary_words().keys()
    return Names(
        instead=instead,
        wholes={**whole.wholes, **dict(zip(_glued(shorter), shorter, strict=True))},
        parts={*whole.parts, *first} - COMMON_WORDS,
        legal=True,
    )


def names_of_companies(
    companies: Iterable[str],
    *,
    instead: str,
    without: Collection[str] = frozenset(),
    any_length: bool = False,
) -> Names:
    """Return how companies are found, with and without their Ltd, with & or and.

    One with a short name of one word only with its Ltd, except where `any_length` is asked for.
    """
    said = set(keys(list(dict.fromkeys(companies)))).difference(without)
    parted = [line.rpartition(" ") for line in said]
    said |= {_without_legal(rest) for rest, _, last in parted if last in LEGAL and rest}
    said |= {_without_legal(f"{rest} {last}") for rest, _, last in parted if len(last) == 1}
    said |= {each for line in said if not _AND.isdisjoint(line.split()) for each in _joined(line)}
    several = [line for line in said if " " in line]
    least = 1 if any_length else _LEAST_COMPANY
    alone = {line for line in said if line and " " not in line}
    return Names(
        instead=instead,
        wholes=dict(zip(_glued(several), several, strict=True)),
        parts={word for word in alone if len(word) >= least or not word.isascii()} - COMMON_WORDS,
        legal=True,
    )


def _joined(line: str) -> Iterator[str]:
    """Yield a company that says "and" in every way in which that is said, or left out."""
    for said in ("", *_AND):
        yield " ".join(" ".join(said if word in _AND else word for word in line.split()).split())


def _without_legal(line: str) -> str:
    """Return the words of a company without Ltd, GmbH, S.A. and the like at their end."""
    if not _may_end_legally(line):
        return line
    words = line.split()
    end = len(words)
    while end > 1 and (taken := _legal_before(words, end)):
        end -= taken
    return " ".join(words[:end])


def _may_end_legally(line: str) -> bool:
    last = line.rpartition(" ")[2]
    return last in LEGAL or len(last) == 1


def _legal_before(words: Sequence[str], end: int) -> int:
    """Return how many words before `end` say what kind of company it is: S. A. are two."""
    for number in range(1, min(_MOST_LEGAL, end - 1) + 1):
        if "".join(words[end - number : end]) in LEGAL:
            return number
    return 0


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
            found.append(spot._replace(is_word=spot.is_word or is_kept))
        place = last + 1
    return found


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
    best = (first, _name_in(row, among))
    for last in range(first + 1, len(tokens)):
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
    for more in range(_MOST_LEGAL, 0, -1) if spot.instead in firms else ():
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
            word = not names.sure and _are_words(row, names)
            return Spot(row.start, row.end, names.instead, word)
        if (row.joined or row.spelt) and _is_alone(row, names):
            word = not names.sure and is_word_here(row.text, row.start, row.end)
            return Spot(row.start, row.end, names.instead, word)
    return None


def _is_whole(row: Row, ways: Sequence[str], names: Names) -> bool:
    """Return whether a row is a name of several words."""
    for letters in ways:
        name = names.wholes.get(letters)
        if name is not None and _is_said(row, letters, name):
            return True
    if row.letters[-1] == "s" and len(row.tokens) > 1:
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
    """Return whether all of a name is words like any other, in small letters."""
    return (
        not names.anywhere
        and len(row.tokens) > 1
        and row.text[row.start : row.end].islower()
        and all(token.key in ordinary_words() or token.key in COMMON_WORDS for token in row.tokens)
    )


def _is_alone(row: Row, names: Names) -> bool:
    """Return whether a row is a name of one word, with a capital, or letter by letter."""
    letters = row.letters
    if letters not in names.parts and not _is_somebodys(letters, names):
        return False
    if row.spelt and len(row.tokens) > 1:
        return len(letters) >= _LEAST_SPACED or not row.text[row.start].islower()
    if names.sure:
        return True
    if _is_contraction(row.text, row.end):
        return False
    return not row.text[row.start].islower() or (
        names.anywhere and len(letters) > LEAST_PART and letters not in ordinary_words()
    )


def _is_somebodys(letters: str, names: Names) -> bool:
    """Return whether it is a name with the s of what is theirs: "Duartes Rechnung"."""
    name = letters.removesuffix("s")
    return (
        _WITH_S <= len(name) < len(letters) and name in names.parts and name not in ordinary_words()
    )


_WITHIN = frozenset(("", "'", "’", "ʼ", "-", "‐", "‑", "–"))  # noqa: RUF001 - any dash


def _is_contraction(text: str, end: int) -> bool:
    return text[end : end + 1] in {"'", "’", "ʼ"} and text[end + 1 : end + 3].rstrip() in {"t", "T"}  # noqa: RUF001 - as typed
