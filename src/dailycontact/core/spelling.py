"""How names are compared, however they are spelt: case, accents, dashes, and what is not seen."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from dailycontact.core.naming import fold, fold_lines

_INVISIBLE = frozenset(map(chr, (
    0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
    *range(0x2060, 0x2070), *range(0xFE00, 0xFE10),
)))  # fmt: skip
_ALIKE = {ord(sign): " " for sign in "-‐‑‒–—―"} | {ord(sign): "'" for sign in "’‘ʼ`´"}  # noqa: RUF001 - as people type them
_WRITTEN_OUT = (("æ", "ae"), ("œ", "oe"), ("đ", "d"), ("ð", "d"), ("þ", "th"), ("ı", "i"))  # noqa: RUF001 - letters
_LATIN = re.compile("[a-z]")
_LOOKS_LIKE = str.maketrans(
    "авекмнорстухіјѕοανιρτυκε",
    "abekmhopctyxijsoaviptuke",
)
_APOSTROPHES = "'’‘ʼ`´"  # noqa: RUF001 - as people type them
_E = re.compile(r"([aou])e")
_NO_LETTERS = re.compile(r"[\W_]+")

FIRST_WITHOUT_SPACES = "\u2e80"
"""From here on, scripts put no spaces between words: a name has no edges there."""
LEAST_PART = 2
"""A part of a name with fewer letters is an initial."""
COMMON_WORDS = frozenset((
    "am", "an", "and", "as", "at", "be", "by", "das", "de", "del", "della", "den", "der", "di",
    "do", "dos", "du", "el", "go", "he", "if", "in", "is", "it", "la", "las", "le", "los", "me",
    "mr", "mrs", "ms", "my", "no", "of", "on", "or", "so", "st", "ten", "ter", "the", "to", "up",
    "us", "van", "vom", "von", "we", "zu", "zum",
))  # fmt: skip
"""Parts of names that are words like any other: a sentence may begin with them."""


def plain(text: str) -> str:
    """Return the text in one form: letters with their accents, and nothing that is not seen."""
    if text.isascii():
        return text
    if not set(text).isdisjoint(_INVISIBLE):
        text = text.translate(dict.fromkeys(map(ord, _INVISIBLE)))
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return nothing but the letters and digits of a word, as names are compared.

    Without the e of ae, oe and ue, so that Müller, Mueller and Muller are the same.
    """
    folded = _written(fold(plain(word)).lower())
    if not folded.isascii() and _LATIN.search(folded):
        folded = folded.translate(_LOOKS_LIKE)
    return _NO_LETTERS.sub("", _E.sub(r"\1", folded))


def keys(texts: Sequence[str]) -> list[str]:
    """Return the words of each text as names are compared, with spaces between; fast for many."""
    whole = "\n".join(texts)
    if whole.count("\n") >= len(texts):
        whole = "\n".join([" ".join(text.split()) for text in texts])
    whole = plain(whole).replace("&", " and ").replace("+", " and ")
    for sign in set(whole):
        if not sign.isalnum() and not sign.isspace():
            whole = whole.replace(sign, _instead(sign))
    return without_e(_written(fold_lines(whole))).split("\n") if texts else []


def _written(folded: str) -> str:
    """Return folded letters with those written out that no accent explains: æ, đ."""
    if not folded.isascii():
        for letter, letters in _WRITTEN_OUT:
            folded = folded.replace(letter, letters)
    return folded


def _instead(sign: str) -> str:
    """Return what stands for a sign in a name: nothing for an accent or an apostrophe."""
    return "" if unicodedata.category(sign) in {"Mn", "Mc"} or sign in _APOSTROPHES else " "


def without_e(letters: str) -> str:
    """Return small letters without the e of ae, oe and ue."""
    return letters.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def squeezed(text: str) -> str:
    """Return nothing but the letters and digits of a text of many words, as names are compared."""
    written = _written(fold(plain(text)).lower())
    return without_e(_NO_LETTERS.sub("", written))


@lru_cache(maxsize=4096)
def _letters(character: str) -> str:
    if character.isspace():
        return " "
    return fold(character.translate(_ALIKE)) or (" " if character.translate(_ALIKE) == " " else "")


def compared(text: str) -> tuple[str, list[int], list[int]]:
    """Return the text as names are compared, and where each letter of it begins and ends.

    Folded, dashes as spaces; and without the e of ae, oe and ue, so that Müller, Mueller and
    Muller are the same.
    """
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, character in enumerate(text):
        for letter in _letters(character):
            if letter == "e" and folded and folded[-1] in "aou":
                ends[-1] = place + 1
                continue
            folded.append(letter)
            starts.append(place)
            ends.append(place + 1)
        if not _letters(character) and ends:
            ends[-1] = place + 1
    return "".join(folded), starts, ends
