"""Which answers are praise, or say that there is nothing: about a third of what customers answer.

Two witnesses are heard. The words in which people say that they are content, or that they wish for
something, are counted (kinds.tsv); and the answers in the book that are most like the text say what
they were. The more alike those are, the less the words decide: the book knows its own customers.
But where all the words wish for something, it is a wish.
"""

import re
from collections.abc import Sequence
from functools import cache

from dailycontact.core.answer import Kind
from dailycontact.core.likeness import LOUDER, words_of

OPINIONS = 60
"""Answers of the book, the likest ones, that have a say in what a text is."""
_SURE = 0.6
"""From here on, a text is taken to be content: to miss a wish is worse than to miss thanks."""
_UNKNOWN = 0.3
"""How surely a text is content that has none of the words."""
_OF_THE_WORDS = 0.05
"""How much the words weigh beside the book: as one answer of the likeness 0.37."""
_TWICE = 2
"""What a turn, or a word of wishing, counts beside a word of those who are content."""
_UNSIGNED = 0.5
"""How surely a text is content at most where its words may as well be asked for."""
_FEW = 5
"""Words after a no, up to which words of content say that there is nothing."""
_OPENS = ("nothing ", "none ", "no complaints", "nope ", "nowt ")
_DENIED = re.compile(r"(?:no|nope|nah|nein|non)\s*[,.;:!–—-]", re.IGNORECASE)
"""A no that answers the question, by the stop after it."""
_DENIES = re.compile(
    r"(?:no|nope|nah) (?:nothing|none|not|that's|that|all|i'm|i|everything|everything's|it's|thank"
    r"|thanks|you|really|keep|sorry)\b"
)
"""The same, by the word after it."""

_TABLE = __file__.removesuffix("kinds.py") + "kinds.tsv"


def kind_of(text: str, near: Sequence[tuple[bool, float]] = ()) -> Kind | None:
    """Return praise or nothing where a text seems to be that, or None where it is a wish.

    `near` are the answers that are most like it: whether each is praise or nothing, and its
    likeness.
    """
    said, denies = _said(text)
    if _says_nothing(said):
        return Kind.NOTHING
    if by_words(text) == 0 or not is_sure(contentment(text, near)):
        return None
    praises = _words("content").intersection(said.split())
    return Kind.PRAISE if praises and not (denies and said.count(" ") < _FEW) else Kind.NOTHING


def contentment(text: str, near: Sequence[tuple[bool, float]] = ()) -> float:
    """Return how surely a text is praise or nothing, by its words and by what is like it: 0 to 1.

    `near` is as `kind_of` takes it.
    """
    whole, content = _OF_THE_WORDS, _OF_THE_WORDS * by_words(text)
    for is_content, likeness in near:
        whole += likeness**LOUDER
        content += is_content * likeness**LOUDER
    return content / whole


def is_sure(contentment: float) -> bool:
    """Return whether it is enough to take a text for praise, or for nothing."""
    return contentment >= _SURE


def by_words(text: str) -> float:
    """Return how surely a text is praise or nothing by its words alone: 0 to 1."""
    said, denies = _said(text)
    if _says_nothing(said):
        return 1.0
    asks = sum(each.search(said) is not None for each in _expressions("asking"))
    whole, opens = said, said.startswith(_OPENS) and not asks
    said, turns = _without("turn", said)
    said, hints = _without("hint", said)
    words = said.split()
    praising = [word for word in words if word in _words("content")]
    content = len(praising) + _TWICE * (turns + hints + opens)
    wishing = sum(word in _words("wishing") for word in words) + text.count("?") + asks
    if not content:
        return 0.0 if wishing else _UNKNOWN
    sure = content / (content + _TWICE * wishing)
    states = turns or opens or denies or _states(whole.split(), praising)
    return sure if states else min(sure, _UNSIGNED)


def _states(words: Sequence[str], praising: Sequence[str]) -> bool:
    """Return whether words of content say how it is, and do not only name what could be."""
    if _words("sign").intersection(words) or len(set(praising)) >= _TWICE:
        return True
    beside = [word for word in words if word not in _words("content")]
    return bool(praising) and _words("service").issuperset(beside)


def _said(text: str) -> tuple[str, bool]:
    """Return the folded words without a no that answers the question, and whether there was one."""
    said = " ".join(words_of(text))
    denied = _DENIED.match(text.strip()) or _DENIES.match(said)
    if denied is None:
        return said, False
    rest = said.partition(" ")[2]
    return (rest, True) if rest else (said, True)


def _without(kind: str, said: str) -> tuple[str, int]:
    """Return a text without the expressions of a kind, and how many there were."""
    found = 0
    for each in _expressions(kind):
        said, count = each.subn(" ", said)
        found += count
    return said, found


def _says_nothing(said: str) -> bool:
    return bool(said) and _nothing().fullmatch(said) is not None


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(" ".join(_lines(kind)).split())


@cache
def _expressions(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each) for each in _lines(kind))


@cache
def _nothing() -> re.Pattern[str]:
    opening, nothing, closing = (
        "|".join(_lines(kind)) for kind in ("opening", "nothing", "closing")
    )
    return re.compile(f"(?:(?:{opening}) )*(?:{nothing})(?: (?:{closing}))*")


def _lines(kind: str) -> list[str]:
    return [content for name, content in _rows() if name == kind]


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    with open(_TABLE, encoding="utf-8") as lines:  # noqa: PTH123 - pathlib is slow to import here
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return tuple((name, content) for name, content in rows)
