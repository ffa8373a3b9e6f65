"""Who may be the same person: pairs of customers who look alike, each with a reason in words.

Nobody is ever merged because of this; it only says whom to look at side by side. Never are all
compared with all: only those who share a number, an address, or a part of a name.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

SHARED_BY = 3
"""So many people with another name share a number or an address at the most; where there are
more it is a switchboard, an office, or a family's."""
ALIKE = 80
"""From this likeness on (0 to 100), names are alike where a number or an address is shared."""
ALIKE_ALONE = 88
"""From this likeness on, names are alike where nothing but the names speaks for it."""
COMPANIES_ALIKE = 90
NAMESAKES = 5
"""So many people of one name, each with another company, are worth looking at; of a name that
more have, it says nothing."""
BLOCK = 60
"""More people than this are not compared with one another because of their names alone."""
CROWD = 300
"""More people than this are not compared with one another because of what they share."""
PREFIX = 2

_WORD = re.compile(r"\w+")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "sir"})


@dataclass(frozen=True, kw_only=True)
class Person:
    """What there is to compare of a customer; texts are folded, numbers are E.164.

    `ids` are pairs (source, number in it), where the source gives numbers.
    """

    id: int
    name: str
    company: str = ""
    country: str | None = None
    numbers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    ids: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name in the order of the alphabet, without titles and points."""
        found = sorted(_WORD.findall(self.name))
        return tuple(word for word in found if word not in _TITLES) or tuple(found)

    @cached_property
    def sorted_name(self) -> str:
        """The name with its words in the order of the alphabet."""
        return " ".join(self.words)

    @cached_property
    def unspaced(self) -> str:
        """The name without blanks: not everywhere do they stand between the same letters."""
        return self.name.replace(" ", "")

    def has_name_of(self, other: "Person") -> bool:
        """Return whether both have the same name, in whatever order its words are."""
        return self.words == other.words or self.unspaced == other.unspaced


class Likeness(NamedTuple):
    """How much speaks for one person (0 to 100), and what, in words."""

    score: int
    why: str


class Pair(NamedTuple):
    """Two customers (ids, the smaller first) who may be the same person."""

    one: int
    other: int
    likeness: Likeness


def sources_apart(one: Person, other: Person) -> tuple[str, ...]:
    """Return the sources in which both have numbers, and none is the same."""
    mine, theirs = _by_source(one), _by_source(other)
    return tuple(sorted(name for name in mine.keys() & theirs if not mine[name] & theirs[name]))


def likeness(
    one: Person, other: Person, *, alone: bool = True, crowded: Collection[str] = ()
) -> Likeness | None:
    """Return what speaks for one person; None where nothing much does.

    `alone` is false where too many have that name for a name to say anything. `crowded` are the
    numbers and addresses that many share.
    """
    names = _names(one, other)
    numbers, emails = one.numbers & other.numbers, one.emails & other.emails
    if numbers or emails:
        shared = _shared(numbers=bool(numbers), emails=bool(emails))
        if names >= ALIKE:
            same = one.has_name_of(other)
            how = "and the same name" if same else "and names alike"
            return Likeness(100 if same else 95, f"{shared}, {how}")
        if all(way in crowded for way in (*numbers, *emails)):
            return None
        return Likeness(70 if emails else 60, f"{shared}, another name")
    return _by_name(one, other, names, alone=alone)


def alike(people: Sequence[Person], *, among: Collection[int] | None = None) -> list[Pair]:
    """Return the pairs that look alike, the likeliest first.

    With `among`, only those in which one of these ids is. Whoever has different numbers in one
    source is never in a pair: their source knows that they are two.
    """
    blocks = list(_blocks(people))
    crowded = {key[1] for key, block in blocks if key[0] == _CONTACT and len(block) > SHARED_BY}
    common = {key[1] for key, block in blocks if key[0] == _NAME and len(block) > NAMESAKES}
    seen: set[tuple[int, int]] = set()
    found: list[Pair] = []
    for one, other in _compared(blocks, among):
        ids = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if ids in seen:
            continue
        seen.add(ids)
        like = likeness(one, other, alone=one.sorted_name not in common, crowded=crowded)
        if like and not sources_apart(one, other):
            found.append(Pair(*ids, like))
    return sorted(found, key=lambda pair: (-pair.likeness.score, pair.one, pair.other))


_Key = tuple[str, str]
_CONTACT, _NAME, _PART = "contact", "name", "part"


def _blocks(people: Iterable[Person]) -> Iterator[tuple[_Key, list[Person]]]:
    """Yield those who share something, with what it is."""
    blocks: dict[_Key, list[Person]] = {}
    for person in people:
        for key in _keys(person):
            blocks.setdefault(key, []).append(person)
    return ((key, block) for key, block in blocks.items() if len(block) > 1)


def _keys(person: Person) -> Iterator[_Key]:
    for way in (*person.numbers, *person.emails):
        yield _CONTACT, way
    words = person.words
    yield _NAME, person.sorted_name
    yield _PART, person.unspaced
    if len(words) == 1:
        yield _PART, words[0][:PREFIX]
    for word in set(words):
        if person.company:
            yield _PART, f"{word}/{person.company}"
        for initial in {other[0] for other in words if other != word}:
            yield _PART, f"{word}|{initial}"


def _compared(
    blocks: Iterable[tuple[_Key, list[Person]]], among: Collection[int] | None
) -> Iterator[tuple[Person, Person]]:
    """Yield the pairs to compare, some of them more than once."""
    for (kind, _), block in blocks:
        if len(block) > (CROWD if kind == _CONTACT else BLOCK):
            continue
        if among is None:
            yield from combinations(block, 2)
            continue
        for one in block:
            if one.id in among:
                yield from ((one, other) for other in block if other is not one)


def _by_name(one: Person, other: Person, names: int, *, alone: bool) -> Likeness | None:
    """Return what the names and companies alone say."""
    if names < ALIKE_ALONE or min(len(one.words), len(other.words)) == 0:
        return None
    same = one.has_name_of(other)
    apart = bool(one.country and other.country and one.country != other.country)
    company = _companies(one.company, other.company)
    if same:
        return _same_name(company, worth_it=alone and not apart)
    if company == "same":
        return Likeness(75, "names alike, and the same company")
    if company == "one" and not apart and alone:
        return Likeness(45, "names alike")
    return None


def _same_name(company: str, *, worth_it: bool) -> Likeness | None:
    if company == "same":
        return Likeness(90, "the same name and company")
    if not worth_it:
        return None
    if company == "alike":
        return Likeness(85, "the same name, and companies alike")
    if company == "one":
        return Likeness(80, "the same name")
    return Likeness(50, "the same name, another company")


def _companies(one: str, other: str) -> str:
    """Return how two companies compare: same, alike, one (of them says nothing), other."""
    if not one or not other:
        return "one"
    if one == other:
        return "same"
    words, others = set(_WORD.findall(one)), set(_WORD.findall(other))
    within = bool(words and others) and (words <= others or others <= words)
    return "alike" if within or _ratio()(one, other) >= COMPANIES_ALIKE else "other"


def _names(one: Person, other: Person) -> int:
    """Return how alike two names are, from 0 to 100; the order of their words does not matter."""
    mine, theirs = one.words, other.words
    if one.has_name_of(other):
        return 100
    few, many = sorted((set(mine), set(theirs)), key=len)
    # Of a name alone, "Ana" is too little: but with her number it is much.
    if few <= many:
        return 90 if len(few) > 1 else ALIKE
    if len(mine) == len(theirs) and _initials(mine, theirs):
        return 90
    return round(_ratio()(one.sorted_name, other.sorted_name))


def _initials(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether names differ in nothing but first letters: "j smith" and "john smith"."""
    left, others = [*mine], [*theirs]
    for word in mine:
        if word in others:
            left.remove(word)
            others.remove(word)
    short = len(left) < len(mine) and len(left) == 1
    return short and left[0][0] == others[0][0] and min(len(left[0]), len(others[0])) == 1


def _shared(*, numbers: bool, emails: bool) -> str:
    if numbers and emails:
        return "the same number and e-mail address"
    return "the same number" if numbers else "the same e-mail address"


def _by_source(person: Person) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for source, number in person.ids:
        found.setdefault(source, set()).add(number)
    return found


def _ratio() -> Callable[[str, str], float]:
    from rapidfuzz.fuzz import ratio

    return ratio
