"""What must not stand in words that others read: numbers, addresses, and names without consent.

Better too much than too little: a long row of digits is taken for a number to phone. People who
hide what they write (at, dot, digits as words) are not found out here.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable

from dailycontact.core.naming import fold

Mask = Callable[[str], str]
"""What makes a text fit for its readers."""

PHONE = "[number]"
EMAIL = "[e-mail]"
NAME = "[name]"
COMPANY = "[company]"
_MASKS = (NAME, COMPANY)

_EMAIL = re.compile(r"[^\s<>()\[\],;“”\"]+\s?[@＠]\s?[^\s<>()\[\],;“”\"]*[^\s<>()\[\],;“”\".!?]")  # noqa: RUF001 - the wide sign too
_DIGITS = re.compile(r"[+＋]?\(?\d(?:[\s ()./\-–‐‑·]{0,3}\d){5,}")  # noqa: RUF001 - any dash
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_INVISIBLE = dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF))
_FIRST_WITHOUT_SPACES = "\u2e80"
"""From here on, scripts put no spaces between words: a name has no edges there."""
_LEAST_COMPANY = 4
"""A company with a shorter name of one word is left: it is too often a word like any other."""


def unmasked(text: str) -> str:
    """Return the text as it is: the leader's own edition."""
    return text


def mask_for(
    text: str,
    people: Iterable[tuple[str, str]],
    *,
    named: Collection[tuple[str, str]] = (),
    team: Iterable[str] = (),
) -> Mask:
    """Return what masks numbers, addresses and the names of customers.

    `text` is everything that will be masked, so that of all `people` (name, company) only those
    who occur in it are looked for. `named` are those whose names may be said, `team` the names of
    the team, which may be, too.
    """
    ours = {fold(word) for name in team for word in (name, *name.split())}
    kept = {fold(word) for pair in named for word in pair if word}
    patterns = _patterns(_occurring(text, people), without=ours | kept)

    def mask(words: str) -> str:
        words = _without_contacts(_plain(words))
        for pattern, instead in patterns:
            words = pattern.sub(instead, words)
        return words

    return mask


def mask_own(words: str, name: str, company: str, *, mask: Mask) -> str:
    """Return a customer's own words masked, their own name in parts too: "Ana here"."""
    words = _plain(words)
    for whole, instead in ((company, COMPANY), (name, NAME)):
        if whole:
            words = _pattern(whole).sub(instead, words)
    for part in name.split():
        if len(part) > 2:  # noqa: PLR2004 - shorter ones are words
            words = re.sub(f"{_NO_LETTER_BEFORE}{re.escape(part)}{_NO_LETTER_AFTER}", NAME, words)
    return mask(words)


def _plain(text: str) -> str:
    """Return the text in one form: letters with their accents, and nothing that is not seen."""
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def _without_contacts(words: str) -> str:
    words = _EMAIL.sub(EMAIL, words)
    return _DIGITS.sub(lambda found: found[0] if _ISO_DAY.fullmatch(found[0]) else PHONE, words)


def _occurring(text: str, people: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the names that occur in the text; of a large book, most are ruled out by a word."""
    folded = " ".join(_plain(text).casefold().split())
    known = set(re.findall(r"[^\W_]+", folded))

    def occurs(name: str) -> bool:
        words = unicodedata.normalize("NFC", name).casefold().split()
        if not words or (words[0].isascii() and words[0].isalnum() and words[0] not in known):
            return False
        return " ".join(words) in folded

    both = ((name, instead) for pair in people for name, instead in zip(pair, _MASKS, strict=True))
    return [(name, instead) for name, instead in both if occurs(name)]


def _patterns(
    names: Iterable[tuple[str, str]], *, without: Collection[str]
) -> list[tuple[re.Pattern[str], str]]:
    """Return the longest names first, so that a name inside another does not leave its rest."""
    wanted = {each: instead for each, instead in names if fold(each) not in without}
    return [
        (_pattern(each), wanted[each])
        for each in sorted(wanted, key=len, reverse=True)
        if not (wanted[each] == COMPANY and each.isascii() and len(each) < _LEAST_COMPANY)
    ]


def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name: one word only as it is written, several in any case."""
    words = unicodedata.normalize("NFC", name).split()
    escaped = r"\s+".join(re.escape(word) for word in words)
    before = _NO_LETTER_BEFORE if name.strip()[:1] < _FIRST_WITHOUT_SPACES else ""
    after = _NO_LETTER_AFTER if name.strip()[-1:] < _FIRST_WITHOUT_SPACES else ""
    return re.compile(f"{before}{escaped}{after}", re.IGNORECASE if len(words) > 1 else 0)
