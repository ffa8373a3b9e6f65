"""Tells whether two names can be one person's: a title more, an initial for a name, other accents.

A name alone makes nobody the same. The rule is asked only about people who share a number or an
e-mail address; and there, whoever is in doubt stays two: couples share both, and so do father and
son.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dailycontact.core.naming import fold


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HIS = _set("mr mister herr hr sir lord monsieur señor senor senhor sr signor sig dhr")
_HER = _set(
    "mrs ms miss frau fr lady mme madame mlle mademoiselle señora senora señorita senhora sra"
    " srta signora mevr mevrouw mw"
)
_TITLES = _set(
    "mx dr doctor doktor prof professor ing dipl dipl-ing dipl-kfm dr-ing mag dott drs ir rev"
    " reverend hon capt maj col gen lt sgt univ med jur phil rer nat"
)
_HONOURS = _set("phd mba msc bsc esq cpa obe mbe cbe dds dvm llm llb cfa pmp")
_SHORT_HONOURS = _HONOURS | _set("md do ba ma bs ms ra rn pe fh ret pharmd")
"""What is an honour only behind a comma, because it is somebody's name as well."""
_GENERATIONS = _set("jr sr junior senior jun sen ii iii iv")
_SEVERAL = _set("and und et og och")
_FIRMS = _set(
    "gmbh mbh ag kg ohg ug gbr ltd limited plc llc llp inc incorporated corp corporation company"
    " sarl srl spa bv nv oy kft pty team group holding"
)
_ALONE = re.compile(r"[&+/@\d]")
_INITIAL = re.compile(r"\b([^\W\d_])\.")
_RUN_ON = re.compile(r"\.(?=\w\w)")
_PUNCTUATION = str.maketrans("", "", ".'’`\"()")
_FEWEST = 2
_FEWEST_LETTERS = 4
"""Letters that a name needs for one of them to be a slip."""
_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})


class Named(NamedTuple):
    """A name taken apart; each of its `names` in two forms, with ä as ae and with ä as a.

    `names` is empty where the name is a company's or several people's, and fits only itself.
    """

    whole: str
    names: tuple[tuple[str, str], ...] = ()
    title: str = ""
    generation: str = ""


def compatible(one: str, other: str) -> bool:
    """Return whether two names can be one person's.

    Titles and honours fall away, "Duarte, Ana" is "Ana Duarte", accents and ä/ae do not count, an
    initial fits its name, and a name in the middle may be missing. Herr and Frau, junior and
    senior are two. A company, or two people in one name, fits only itself.
    """
    return one == other or _fit(taken_apart(one), taken_apart(other))


def called(name: str, company: str) -> str:
    """Return a name marked with @ where it is the company's own, so that it fits only itself."""
    return f"@{name}" if name == company else name


def can_be_one(one: str, other: str) -> bool:
    """Return whether two names as `called` can be one person's, or are one company's."""
    return compatible(one, other) or fold(one.removeprefix("@")) == fold(other.removeprefix("@"))


def clearly_two(one: str, other: str) -> bool:
    """Return whether two names as `called` are two people's beyond doubt.

    Both are full, and the first names differ: a couple, or colleagues. Herr and Frau, junior and
    senior are two as well. In doubt they may be one, for whoever asked for no calls gets none:
    another last name is a marriage, a letter more is a slip, a single word is anybody.
    """
    if can_be_one(one, other):
        return False
    mine, theirs = taken_apart(one), taken_apart(other)
    if mine.title and theirs.title and mine.title != theirs.title:
        return True
    if mine.generation and theirs.generation and mine.generation != theirs.generation:
        return True
    if min(len(mine.names), len(theirs.names)) < _FEWEST:
        return False
    return not (
        any(_fits(mine.names[0], name) for name in theirs.names)
        or any(_fits(theirs.names[0], name) for name in mine.names)
        or (
            _spelled_alike(mine.names[0][0], theirs.names[0][0])
            and _spelled_alike(mine.names[-1][0], theirs.names[-1][0])
        )
    )


def may_be_one(one: str, other: str) -> bool:
    """Return whether two names as `called` can be one's that somebody mended.

    A word was added or left out, or a letter of each word is another.
    """
    if can_be_one(one, other):
        return True
    mine, theirs = _parts_of(one), _parts_of(other)
    few, many = sorted((set(mine), set(theirs)), key=len)
    if few and few <= many:
        return True
    return len(mine) == len(theirs) and all(map(_spelled_alike, mine, theirs))


def _parts_of(name: str) -> list[str]:
    return fold(name.removeprefix("@")).replace("-", " ").replace(".", " ").split()


def _spelled_alike(one: str, other: str) -> bool:
    """Return whether one letter at the most is another, too many or missing; Jo is not Bo."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    if len(long) - len(short) > 1 or len(long) < _FEWEST_LETTERS:
        return False
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), None)
    if same is None:
        return True
    rest = same + (len(long) == len(short))
    return short[rest:] == long[same + 1 :]


def says_less(one: str, other: str) -> bool:
    """Return whether `one` is a shorter form of a name that `other` says more fully."""
    return _letters(one) < _letters(other) and compatible(one, other)


@lru_cache(maxsize=4096)
def taken_apart(name: str) -> Named:
    """Return a name taken apart."""
    text = unicodedata.normalize("NFC", name)
    whole = fold(text)
    if _ALONE.search(text):
        return Named(whole)
    before, *parts = (_words(part) for part in text.casefold().split(","))
    behind = [word for part in parts if _is_honour(part) for word in part]
    words = [word for part in parts if not _is_honour(part) for word in part] + before
    if not _FIRMS.isdisjoint(words) or not _SEVERAL.isdisjoint(words):
        return Named(whole)
    title = _without_titles(words)
    generation = _without_honours(words) or next((w for w in behind if w in _GENERATIONS), "")
    return Named(whole, tuple((fold(word), _stripped(word)) for word in words), title, generation)


def _words(text: str) -> list[str]:
    """Return the words of a name; initials that are written together are words of their own."""
    apart = _RUN_ON.sub(" ", _INITIAL.sub(r"\1 ", text))
    return [word.strip("-") for word in apart.translate(_PUNCTUATION).split() if word.strip("-")]


def _is_honour(words: Sequence[str]) -> bool:
    known = _SHORT_HONOURS | _GENERATIONS
    return all(word in known for word in words) or "".join(words) in known


def _without_titles(words: list[str]) -> str:
    """Take the titles away in front; return whose they are: his, hers, or it is not said."""
    whose = ""
    while len(words) > 1 and (words[0] in _TITLES or words[0] in _HIS or words[0] in _HER):
        first = words.pop(0)
        whose = "his" if first in _HIS else "hers" if first in _HER else whose
    return whose


def _without_honours(words: list[str]) -> str:
    """Take the honours away behind; return which of a family's generations it says, if any."""
    generation = ""
    while len(words) > _FEWEST and (words[-1] in _HONOURS or words[-1] in _GENERATIONS):
        last = words.pop()
        generation = last if last in _GENERATIONS else generation
    return generation[:2]


def _stripped(word: str) -> str:
    return fold(word.translate(_PLAIN))


def _letters(name: str) -> int:
    return sum(map(str.isalpha, fold(name)))


def _fit(one: Named, other: Named) -> bool:
    if one.whole == other.whole:
        return True
    if not one.names or not other.names or one.generation[:2] != other.generation[:2]:
        return False
    if one.title and other.title and one.title != other.title:
        return False
    return _are_joined_alike(one.names, other.names) or _names_fit(one.names, other.names)


Form = tuple[str, str]


def _are_joined_alike(one: Sequence[Form], other: Sequence[Form]) -> bool:
    """Say whether only spaces and hyphens differ."""
    forms = zip(_joined(one), _joined(other), strict=True)
    return any(a == b for a, b in forms)


def _joined(names: Sequence[Form]) -> Iterator[str]:
    for form in (0, 1):
        yield "".join(name[form] for name in names).replace("-", "")


def _names_fit(one: Sequence[Form], other: Sequence[Form]) -> bool:
    if min(len(one), len(other)) < _FEWEST:
        return False
    if not _same(one[-1], other[-1]) and not (
        _same(one[0], other[0]) and _fits(one[-1], other[-1])
    ):
        return False
    shorter, longer = sorted((one[1:-1], other[1:-1]), key=len)
    left = iter(longer)
    return _fits(one[0], other[0]) and all(
        any(_fits(name, each) for each in left) for name in shorter
    )


def _same(one: Form, other: Form) -> bool:
    return one[0] == other[0] or one[1] == other[1]


def _fits(one: Form, other: Form) -> bool:
    """Say whether two names are the same, or one is the initial of the other."""
    return _same(one, other) or any(
        (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))
        for a, b in zip(one, other, strict=True)
    )
