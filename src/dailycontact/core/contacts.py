"""Numbers and addresses in words: known by their look, and those of a book however they are parted.

By its look a row of digits is a number to phone, and what has an @ in it an address. What customers
gave us is looked for besides: by its digits alone, whatever stands between them ("0113, 496|0123"),
and by its letters on both sides of an "at" ("ana at greendoor dot example").
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dailycontact.core.spotting import Spot

PHONE = "[number]"
EMAIL = "[e-mail]"
LINK = "[link]"

_AT = (
    r"(?:\s?(?:[@＠﹫]|%40|&\#0*64;|&\#x40;|&commat;)\s?"  # noqa: RUF001 - the wide signs too
    r"|\s?[\[({<]\s?(?:at|ät|@|＠)\s?[\])}>]\s?)"  # noqa: RUF001 - the wide sign too
)
_SIGN = r"[^\s<>()\[\]{},;“”\"]"
_LOCAL = rf"{_SIGN}+"
_CONTACT = re.compile(
    rf"(?P<email>(?<!{_SIGN}){_LOCAL}{_AT}(?:{_LOCAL}\s?[\[(]\s?(?:dot|punkt|\.)\s?[\])]\s?)*"
    r"[^\s<>()\[\],;“”\"]*[^\s<>()\[\],;“”\".!?]"
    rf"|(?<!{_SIGN}){_SIGN}+\s+(?:at|ät)\s+[\w-]+(?:\s+(?:dot|punkt)\s+\w+)+)"
    r"|(?P<link>(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]])"
    r"|(?P<day>(?<![\d+])(?:\d{4}-\d{2}-\d{2}|\d{1,2}([./-])\d{1,2}\4(?:19|20)\d{2}"
    r"|(?:19|20)\d{2}\s?[-–/]\s?(?:19|20)\d{2})(?!\d|[./-]\d))"
    r"|(?P<number>[+＋]?\(?\d(?:[\s ()./\-–‐‑−·•∙⋅~_]{0,3}\d){5,})",  # noqa: RUF001 - any dash or dot
    re.IGNORECASE,
)
_CONTACTS = {"email": EMAIL, "link": LINK, "number": PHONE}
_DIGIT = re.compile(r"\d")
_LAST = 7
"""So many digits at its end tell a number from others, with its country or without."""
_MORE = 8
"""So many digits may stand before them."""
_GAP = 12
"""So many signs may stand between two digits of a number."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.IGNORECASE)
_BETWEEN = re.compile(
    r"[\W_]*(?:(?:dash|dot|minus|space|slash|punkt|strich)[\W_]*)?", re.IGNORECASE
)
_BEFORE = re.compile(r"[+＋(]*\Z")  # noqa: RUF001 - the wide sign too
_AT_HERE = re.compile(
    r"[@＠﹫]|%40|&#0*64;|&#x40;|&commat;|\(a\)|\[a\]"  # noqa: RUF001 - the wide signs too
    r"|(?<![^\W_])(?:at|ät)(?![^\W_])",
    re.IGNORECASE,
)
_DOT_WORD = re.compile(r"(?<![^\W_])(?:dot|punkt)(?![^\W_])", re.IGNORECASE)
_LONGEST = 80
"""Letters of an address on either side that are looked at."""


def looks_like_contacts(words: str) -> Iterator[Spot]:
    """Yield where numbers, addresses and links stand in words, by their look."""
    for found in _CONTACT.finditer(words):
        instead = _CONTACTS.get(found.lastgroup or "")
        if instead:
            yield Spot(*found.span(), instead)


@dataclass(frozen=True, kw_only=True)
class Ways:
    """The ways in which customers are reached: their numbers, in any form, and e-mail addresses.

    They are gone through once, and only where a text has what may be one of them.
    """

    numbers: Sequence[str] = field(default=(), repr=False)
    addresses: Sequence[str] = field(default=(), repr=False)

    def spots(self, words: str) -> Iterator[Spot]:
        """Yield where one of them stands in words, whatever parts it; some of it perhaps twice."""
        if self.numbers:
            yield from self._numbers(words)
        if self.addresses:
            yield from self._addresses(words)

    def _numbers(self, words: str) -> Iterator[Spot]:
        for places in _runs(words):
            digits = "".join(str(unicodedata.decimal(words[place])) for place in places)
            for at in range(len(digits) - _LAST + 1):
                if digits[at : at + _LAST] in self._last:
                    first = places[max(0, at - _MORE)]
                    before = _BEFORE.search(words, max(0, first - 2), first)
                    start = before.start() if before else first
                    yield Spot(start, places[at + _LAST - 1] + 1, PHONE)

    def _addresses(self, words: str) -> Iterator[Spot]:
        ats = list(_AT_HERE.finditer(words))
        if not ats:
            return
        letters, places = _letters(words)
        for at in ats:
            left = bisect_left(places, at.start())
            right = bisect_left(places, at.end())
            behind = letters[right : right + _LONGEST]
            for size in self._sizes:
                before = self._domains.get(behind[:size]) if size <= len(behind) else None
                start = _ends_with(letters[max(0, left - _LONGEST) : left], before or ())
                if start:
                    yield Spot(places[left - start], places[right + size - 1] + 1, EMAIL)
                    break

    @cached_property
    def _last(self) -> Collection[str]:
        """The last digits of the numbers."""
        digits = re.sub(r"[^\d\n]+", "", "\n".join(self.numbers)).split("\n")
        last = {number[-_LAST:] for number in digits}
        return {number for number in last if len(number) == _LAST}

    @cached_property
    def _domains(self) -> Mapping[str, Collection[str]]:
        """The letters of what stands before the @, by those of what stands behind it."""
        domains: dict[str, set[str]] = {}
        for address in _small("\n".join(self.addresses)).split("\n"):
            local, _, domain = address.rpartition("@")
            if local and domain:
                domains.setdefault(domain, set()).add(local)
        return domains

    @cached_property
    def _sizes(self) -> Sequence[int]:
        return sorted({len(domain) for domain in self._domains}, reverse=True)


def _runs(words: str) -> Iterator[list[int]]:
    """Yield the places of digits between which nothing stands that is not a sign; days aside."""
    if len(_DIGIT.findall(words)) < _LAST:
        return
    words = _ENTITY.sub(_blank, words)
    for day in _CONTACT.finditer(words):
        if day.lastgroup == "day":
            words = f"{words[: day.start()]}{'x' * len(day[0])}{words[day.end() :]}"
    run: list[int] = []
    for found in _DIGIT.finditer(words):
        place = found.start()
        if run and not (place - run[-1] <= _GAP and _BETWEEN.fullmatch(words, run[-1] + 1, place)):
            yield run
            run = []
        run.append(place)
    yield run


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _letters(words: str) -> tuple[str, list[int]]:
    """Return the letters and digits of words, small ones, and where each of them stands."""
    words = _DOT_WORD.sub(_blank, words)
    if words.isascii():
        places = [place for place, sign in enumerate(words) if sign.isalnum()]
        return "".join(words[place] for place in places).lower(), places
    pairs = [
        (letter, place)
        for place, sign in enumerate(words)
        if sign.isalnum()
        for letter in unicodedata.normalize("NFKC", sign).casefold()
    ]
    return "".join(letter for letter, _ in pairs), [place for _, place in pairs]


def _small(addresses: str) -> str:
    """Return addresses, one a line, as their letters and digits and the @ between them."""
    whole = unicodedata.normalize("NFKC", _DOT_WORD.sub("", addresses)).casefold()
    for sign in set(whole):
        if not sign.isalnum() and sign not in "\n@":
            whole = whole.replace(sign, "")
    return whole


def _ends_with(letters: str, ends: Collection[str]) -> int:
    """Return how many letters the longest of these ends of a text has; 0 for none."""
    sizes = range(len(letters), 0, -1) if ends else ()
    return next((size for size in sizes if letters[-size:] in ends), 0)
