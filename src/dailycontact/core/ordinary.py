"""Names that are words like any other: whether Mark, May or Price is a name where it stands.

ordinary.tsv beside this file lists them by language and kind. At the beginning of a sentence such
a word is taken for the word; in the middle of one its capital makes it a name, unless something
speaks for the word: an article before it, a month's day, a heading in capitals, a German noun.
"""

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import cache

from dailycontact.core.spelling import key

_TABLE = __file__.removesuffix("ordinary.py") + "ordinary.tsv"


class Ordinary(StrEnum):
    """What kind of word it is: of which one knows whether its capital says anything."""

    WORD = "word"
    NOUN = "noun"
    """A German noun, which always has its capital."""
    MONTH = "month"
    ALWAYS = "always"
    """A word that always has its capital, such as a day of the week."""


TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "mister", "dr", "prof", "professor", "sir", "madam", "dear", "hi",
    "hello", "hey", "herr", "herrn", "frau", "hallo", "liebe", "lieber", "mme", "mlle",
    "monsieur", "madame", "cher", "chere", "senor", "senora", "sr", "sra", "srta", "dona", "hola",
    "bonjour", "boss", "colleague", "kollege", "kollegin",
))  # fmt: skip
"""Words after which a capital is that of a name."""
_ARTICLES = frozenset((
    "a", "an", "the", "our", "your", "my", "their", "its", "this", "that", "these", "those", "some",
    "any", "no", "every", "each", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen",
    "einem", "einer", "kein", "keine", "zum", "zur", "im", "am", "beim", "vom", "le", "la", "les",
    "un", "une", "des", "du", "au", "aux", "el", "los", "las", "una", "unos", "del", "al", "very",
))  # fmt: skip
_BEFORE_MONTH = frozenset((
    "in", "on", "of", "by", "until", "till", "since", "from", "to", "before", "after", "early",
    "late", "mid", "next", "last", "this", "every", "end", "during", "through", "and", "or", "im",
    "ab", "bis", "seit", "anfang", "ende", "mitte", "en", "de", "depuis", "desde", "hasta", "fin",
))  # fmt: skip
_GERMAN = frozenset((
    "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "wir", "ich", "sie", "es", "mit",
    "auf", "zu", "den", "dem", "von", "wird", "war", "haben", "sind", "bitte", "kein", "keine",
))  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_STARTS = ".!?…:;\n•*#>|"
_OPENING = "\"'“”„«»‹›‘’(¿¡[-–— \t\r\xa0"  # noqa: RUF001 - any quote
_QUOTES = '"“„«‹'  # noqa: RUF001 - any quote
_LINE_OF_TITLE = 0.6
_LEAST_TITLE = 3
_LONG_WORD = 4
_FAR = 400


@cache
def ordinary_words() -> Mapping[str, Collection[Ordinary]]:
    """Return the names that are words, as names are compared, and of which kinds they are."""
    found: dict[str, set[Ordinary]] = {}
    with open(_TABLE, encoding="utf-8") as lines:  # noqa: PTH123 - a module less to load
        for line in lines:
            if not line.startswith("#"):
                _, kind, words = line.rstrip("\n").split("\t")
                for word in words.split():
                    found.setdefault(key(word), set()).add(Ordinary(kind))
    return found


def is_word_here(text: str, start: int, end: int) -> bool:
    """Return whether what stands from `start` to `end` of a text is a word rather than a name."""
    word = text[start:end]
    kinds = ordinary_words().get(key(word))
    if kinds is None:
        return False
    if word.islower() or Ordinary.ALWAYS in kinds:
        return True
    before = _word_before(text, start)
    if before in TITLES:
        return False
    if Ordinary.MONTH in kinds and _is_month(text, end, before):
        return True
    if begins_sentence(text, start):
        return True
    return not _is_possessive(text, end) and _looks_like_a_word(text, start, word, kinds, before)


def _looks_like_a_word(
    text: str, start: int, word: str, kinds: Collection[Ordinary], before: str
) -> bool:
    if before in _ARTICLES or before.isdecimal() or (word.isupper() and len(word) > 1):
        return True
    if before in ordinary_words() and _two_before(text, start) in _ARTICLES:
        return True
    around = _sentence(text, start)
    if Ordinary.NOUN in kinds and any(key(each) in _GERMAN for each in around):
        return True
    return _is_heading(around)


def begins_sentence(text: str, start: int) -> bool:
    """Return whether a sentence, a line or words in quotes begin at `start`."""
    before = text[max(0, start - _FAR) : start]
    rest = before.rstrip(_OPENING)
    return not rest or rest[-1] in _STARTS or _opens_quote(before[len(rest) :])


def _opens_quote(between: str) -> bool:
    return any(sign in _QUOTES for sign in between)


def _two_before(text: str, start: int) -> str:
    """Return the last word but one before `start`, as it is compared."""
    words = _WORD.findall(text[max(0, start - _FAR) : start])
    return key(words[-2]) if len(words) > 1 else ""


def _word_before(text: str, start: int) -> str:
    """Return the word, or the number, before `start` in the same line, as it is compared."""
    before = text[max(0, start - _FAR) : start].rpartition("\n")[2].rstrip(" .\t\xa0")
    found = re.search(r"[^\W_]+\Z", before)
    return key(found[0]) if found else ""


def _is_possessive(text: str, end: int) -> bool:
    return text[end : end + 1] in {"'", "’", "ʼ"} and text[end + 1 : end + 2] in {"s", "S"}  # noqa: RUF001 - as typed


def _is_month(text: str, end: int, before: str) -> bool:
    after = text[end : end + 8].lstrip(" ,.")
    return before in _BEFORE_MONTH or before.rstrip("stndrh").isdecimal() or after[:1].isdecimal()


def _sentence(text: str, start: int) -> list[str]:
    """Return the words of the sentence around `start`."""
    before = max((text.rfind(sign, max(0, start - _FAR), start) for sign in ".!?\n"), default=-1)
    found = re.compile(r"[.!?\n]").search(text, start)
    return _WORD.findall(text[max(0, before + 1, start - _FAR) : found.start() if found else None])


def _is_heading(words: list[str]) -> bool:
    """Return whether most longer words begin with a capital, so that one says nothing."""
    longer = [word for word in words if len(word) >= _LONG_WORD]
    high = sum(not word[0].islower() for word in longer)
    return len(longer) >= _LEAST_TITLE and high >= _LINE_OF_TITLE * len(longer)
