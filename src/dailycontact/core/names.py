"""The names of a whole book as they are looked for: in every order and length of them.

Built by going through all of the names at once, a few times, which takes a fraction of a second
for a hundred thousand of them.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from dailycontact.core.ordinary import ordinary_words
from dailycontact.core.spelling import (
    COMMON_WORDS,
    FIRST_WITHOUT_SPACES,
    LEAST_PART,
    keys,
    without_e,
)

LEGAL = frozenset((
    "ltd", "limited", "llc", "llp", "plc", "inc", "incorporated", "corp", "corporation", "co",
    "company", "gmbh", "ag", "kg", "ohg", "ug", "ek", "sa", "sas", "sarl", "sl", "srl", "spa", "bv",
    "nv", "ab", "as", "aps", "oy", "oyj", "kk", "pty", "lda", "ltda",
))  # fmt: skip
_LEGAL_ENDS = tuple(f" {end}" for end in LEGAL | {word[-1] for word in LEGAL})
MOST_LEGAL = 3
"""Letters of which a company's kind may be written apart: G. m. b. h. is not among them."""
_LEAST_WHOLE = 3
_AND = frozenset(("and", "und", "et", "y", "e", "og", "och"))
_ARTICLES = ("the ", "der ", "die ", "das ", "le ", "la ", "les ", "el ", "los ", "las ", "il ")
"""What is left out before a company: the Long Barn is said to be a long barn."""
_HONORIFICS = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "mlle", "monsieur", "madame",
    "sr", "sra", "senor", "senora", "sir",
))  # fmt: skip
_LEAST_COMPANY = 4
"""A company with a shorter name of one word is left: it is too often a word like any other."""
_MOST_PARTS = 6
BEGINNING = 4
"""So many letters rule out nearly every word of a text."""
_ENDS = range(BEGINNING, 0, -1)


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
    shortened: Collection[str] = frozenset()
    """Of `wholes`, those that are less than the name: in small letters they may be words."""
    legal: bool = False
    """Whether an Ltd that comes after one of them belongs to it."""
    sure: bool = False
    """Whether they are never left as words."""
    said: bool = False
    """Whether they are left where they stand: the names of whoever speaks."""
    shared: Collection[str] = frozenset()
    """Of first and last names, those that more than one of these people have."""

    @cached_property
    def longest(self) -> int:
        """How many letters the longest of them has."""
        return max(map(len, chain(self.wholes, self.parts)), default=0)

    @cached_property
    def beginnings(self) -> Collection[str]:
        """With which letters any word of theirs begins: the whole word, where it is short."""
        words = set(" ".join(self.wholes.values()).split()).union(self.parts)
        return {word[:BEGINNING] for word in words}

    def may_begin(self, letters: str) -> bool:
        """Return whether one of them may begin with these letters, in whatever order it is said."""
        begin = self.beginnings
        return len(letters) < BEGINNING or any(letters[:end] in begin for end in _ENDS)


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
    shorter = [" ".join(words) for line in long for words in _shorter(line) if _says_enough(words)]
    wholes |= zip(_glued(shorter), shorter, strict=True)
    alone = set(said).difference(several)
    words = " ".join([line for line in several if line.count(" ") < _MOST_PARTS]).split()
    shared = {word for word, times in Counter([*alone, *words]).items() if times > 1}
    alone.update(words)
    return Names(
        instead=instead,
        wholes={letters: line for letters, line in wholes.items() if len(letters) >= _LEAST_WHOLE},
        parts={word for word in alone - COMMON_WORDS.union(without) if _is_part(word)},
        anywhere=anywhere,
        shared=shared,
    )


def names_of_speaker(
    name: str, company: str, *, instead: str, others: Sequence[Names]
) -> tuple[Names, ...]:
    """Return the names that somebody may say of themselves, in full and in part.

    A part that others have, too, is not among them: it may be those who are meant.
    """
    theirs = {each for names in others for each in names.shared}
    own = names_of_people([] if name == company else [name], instead=instead)
    firm = names_of_companies([company], instead=instead)
    return (
        replace(own, said=True, parts=frozenset(own.parts) - theirs),
        replace(firm, said=True),
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
    for number in range(1, len(words)):
        yield words[: number + 1]
        yield words[number - 1 : number + 1]
        yield (words[0], words[number])
        yield words[number:]
        yield (words[0], *words[number:])
    yield [word for word in words if len(word) > 1]
    yield [word for word in words if len(word) > 1 and word not in COMMON_WORDS]


def _says_enough(words: Sequence[str]) -> bool:
    """Return whether at least two of the words are names, and the last one is."""
    names = sum(word not in COMMON_WORDS for word in words)
    return names > 1 and words[-1] not in COMMON_WORDS


def names_that_stay(names: Iterable[str]) -> Names:
    """Return full names that may be said, though a part of them may be somebody else's."""
    said = [line for line in keys(list(names)) if " " in line]
    return Names(instead="", wholes=dict(zip(_glued(said), said, strict=True)))


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
    said |= {_without_legal(line) for line in said if line.endswith(_LEGAL_ENDS)}
    said |= {each for line in _saying_and(said) for each in _joined(line)}
    with_article = (line for line in said if line.startswith(_ARTICLES))
    short = {rest for line in with_article if " " in (rest := line.partition(" ")[2])} - said
    said |= short
    several = [line for line in said if " " in line]
    least = 1 if any_length else _LEAST_COMPANY
    alone = {line for line in said.difference(several) if line}
    return Names(
        instead=instead,
        wholes=dict(zip(_glued(several), several, strict=True)),
        parts={word for word in alone if _is_no_word(word) or len(word) >= least} - COMMON_WORDS,
        shortened=frozenset(_glued(list(short))),
        legal=True,
    )


def _is_no_word(name: str) -> bool:
    """Return whether a short name is like no word of ours: in another script, or with a digit."""
    return not name.isascii() or not (name.isalpha() or name.isdecimal())


def _saying_and(lines: Collection[str]) -> list[str]:
    """Return the lines that say "and"; most books know only one or two words for it."""
    whole = "\n".join(lines)
    present = [word for word in (f" {word} " for word in _AND) if word in whole]
    return [line for line in lines if any(word in line for word in present)] if present else []


def _joined(line: str) -> Iterator[str]:
    """Yield a company that says "and" in every way in which that is said, or left out."""
    for said in ("", *_AND):
        yield " ".join(" ".join(said if word in _AND else word for word in line.split()).split())


def _without_legal(line: str) -> str:
    """Return the words of a company without Ltd, GmbH, S.A. and the like at their end."""
    rest, _, last = line.rpartition(" ")
    while rest and last in LEGAL:
        line = rest
        rest, _, last = line.rpartition(" ")
    return _without_letters(line) if rest and len(last) == 1 else line


def _without_letters(line: str) -> str:
    """Return it without what is written letter by letter, such as S. A."""
    words = line.split()
    end = len(words)
    while end > 1 and (taken := _legal_before(words, end)):
        end -= taken
    return " ".join(words[:end])


def _legal_before(words: Sequence[str], end: int) -> int:
    """Return how many words before `end` say what kind of company it is: S. A. are two."""
    for number in range(1, min(MOST_LEGAL, end - 1) + 1):
        if "".join(words[end - number : end]) in LEGAL:
            return number
    return 0
