"""Taking one person out of words: their full name, their numbers and addresses, nothing else.

A name is found as masking finds it: in any case, with or without accents, with spaces for hyphens,
and with the last name first. A number is found however it is spaced, with its country or without.
A first or last name alone is another matter, because somebody else may be meant, and so is a
company of one word, which may be a word like any other ("Best", "Apple"): those are found too, but
only replaced where a leader has said so. They begin with a capital, except where people write all
in small letters: in the names of files ("duarte2.pdf"), in words that are looked for. Inside the
full name of somebody else nothing is replaced.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from dailycontact.core.naming import fold
from dailycontact.core.numbering import split_international
from dailycontact.core.spelling import COMMON_WORDS, LEAST_PART, compared

GONE = "…"
"""What stands where somebody stood."""
_LEAST_DIGITS = 6
"""A shorter number is too often a price, a year or a door."""
_BETWEEN = r"[\s_.]+"
_INITIAL = r"(?:[^\W\d_]\.[\s_]*)?"
"""What may stand between two names: "Ana M. Duarte"."""
_SPACES = r"(?:[^\w\n]|_|\n(?!\n)){0,6}"
"""What may stand between the digits of a number: "0113, 496 – 0123"."""
_AT = (
    r"(?:\s?(?:[@＠﹫]|%40|&\#0*64;|&commat;)\s?"  # noqa: RUF001 - the wide signs too
    r"|\s?[\[({<]\s?(?:at|ät|a|@)\s?[\])}>]\s?|[\s\-](?:at|ät)[\s\-])"
)
_DOT = r"(?:\.|\s?[\[({]\s?(?:\.|dot|punkt)\s?[\])}]\s?|\s(?:dot|punkt)\s)"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_BUT_A_DIGIT_AFTER = r"(?![^\W\d_])"
_FIRST_WITHOUT_SPACES = "\u2e80"
_E = re.compile(r"([aou])e+")


_NEXT = re.compile(r"\s+([^\W\d_]\w*)")


class Number(NamedTuple):
    """A phone number as it was given, as it is dialled (E.164), and as it is shown."""

    raw: str
    e164: str | None = None
    shown: str = ""


@dataclass(frozen=True, kw_only=True)
class Person:
    """By what somebody is found in words.

    `names` are full names that nobody else has; `parts` what may mean somebody else, too; `kept`
    the full names of others in which a part of theirs stands.
    """

    names: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()
    kept: tuple[str, ...] = ()


class _Called(NamedTuple):
    """A name that is looked for; `capital`: what is found has to begin with one.

    `turned`: the last name stands first.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    capital: bool
    turned: bool = False


_Span = tuple[int, int]


class Wiper:
    """What takes a person out of words."""

    def __init__(self, person: Person) -> None:
        """Learn by what they are found."""
        whole = [*person.names, *(each for each in person.companies if len(each.split()) > 1)]
        parts = [*person.parts, *(each for each in person.companies if len(each.split()) == 1)]
        self._whole = _by_length(form for name in whole for form in _forms(name))
        self._parts = _by_length(
            [_called(part.split(), capital=True) for part in parts]
            + [_called(["".join(name.split())]) for name in person.names if is_full(name)]
        )
        self._small_parts = _by_length(_called(part.split(), digits=True) for part in person.parts)
        self._others = person.kept
        self._emails = tuple(_pieces(address) for address in person.emails)
        self._digits = tuple(d for n in person.numbers for d in _digits_of(n))
        exact = [*map(_address, person.emails)]
        exact += [pattern for number in person.numbers for pattern in _numbers(number)]
        self._exact = re.compile("|".join(exact), re.IGNORECASE) if exact else None

    def clean(self, text: str, *, parts: bool = False, small: bool = False) -> str:
        """Return the text without them; with `parts`, without their first and last names, too.

        `small`: in such a text, names are often written in small letters.
        """
        text = self._without(self.clean_ways(text), self._whole)
        return self._without(text, self._alone(small=small)) if parts else text

    def clean_ways(self, text: str) -> str:
        """Return the text without their numbers and addresses; names are left."""
        return text if self._exact is None else self._exact.sub(GONE, text)

    def holds(self, text: str) -> bool:
        """Return whether they stand in the text, so that nobody else can be meant."""
        return self.clean(text) != text

    def holds_part(self, text: str) -> bool:
        """Return whether one of their names alone stands in what is left of the text."""
        return bool(self.parts_in(self.clean(text)))

    def parts_in(self, cleaned: str, *, small: bool = False) -> tuple[int, ...]:
        """Return where their names alone begin in a text that was cleaned, in order.

        `small`: in such a text, names are often written in small letters.
        """
        alone = self._alone(small=small)
        return tuple(sorted({start for one in alone for start, _ in self._places(cleaned, one)}))

    def may_be_in(self, text: str, *, parts: bool = False) -> bool:
        """Return, quickly, whether it is worth looking closer; never False where they are."""
        if self._digits:
            digits = re.sub(r"\D+", "", text)
            if any(each in digits for each in self._digits):
                return True
        if self._emails:
            low = text.casefold()
            if any(all(piece in low for piece in pieces) for pieces in self._emails):
                return True
        called = (*self._whole, *self._parts) if parts else self._whole
        plain = _E.sub(r"\1", text.lower()) if text.isascii() else compared(text)[0]
        return any(all(word in plain for word in each.words) for each in called)

    def _alone(self, *, small: bool) -> tuple[_Called, ...]:
        return (*self._parts, *self._small_parts) if small else self._parts

    @cached_property
    def _kept(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """The names of others with the words in them: of many, few ever stand in one text."""
        return tuple((_words_of(name.replace(",", " ").split()), name) for name in self._others)

    def _without(self, text: str, called: tuple[_Called, ...]) -> str:
        for one in called:
            for start, end in reversed(self._places(text, one)):
                text = text[:start] + GONE + text[end:]
        return text

    def _places(self, text: str, one: _Called) -> list[_Span]:
        """Return where a name stands in a text, and nobody else is meant."""
        plain, starts, ends = compared(text)
        found = [each.span() for each in one.pattern.finditer(plain) if each.group()]
        if not found:
            return []
        there = [name for words, name in self._kept if all(word in plain for word in words)]
        kept = [each.span() for name in there for each in _found(name, plain)]
        return [
            (starts[first], ends[last - 1])
            for first, last in found
            if not (one.capital and text[starts[first]].islower())
            and not (one.turned and _is_followed(text, ends[last - 1]))
            and not any(_is_other(one, (first, last), other) for other in kept)
        ]


def parts_of(name: str) -> tuple[str, ...]:
    """Return the names that somebody is called by: no initials, no "de" or "van"."""
    return tuple(
        part
        for part in name.replace(",", " ").split()
        if sum(map(str.isalpha, part)) >= LEAST_PART and fold(part) not in COMMON_WORDS
    )


def is_full(name: str) -> bool:
    """Return whether a name is more than a first or a last name alone."""
    return len(parts_of(name)) > 1


def _forms(name: str) -> list[_Called]:
    words = name.replace(",", " ").split()
    if not words:
        return []
    called = [_called(words, capital=len(words) == 1)]
    if len(words) > 1:
        called.append(_called([words[-1], *words[:-1]], turned=True))
    return called


def _called(
    words: list[str], *, capital: bool = False, turned: bool = False, digits: bool = False
) -> _Called:
    """Return a name as it is looked for; `digits` may stand right behind it."""
    plain = _plain(words)
    pieces = [re.sub(r"(?:\\?\s)+", lambda _: _BETWEEN, re.escape(word)) for word in plain]
    first, *rest = pieces
    between = rf",?{_BETWEEN}" if turned else f"{_BETWEEN}{_INITIAL}"
    pattern = between.join([first, f"{_BETWEEN}{_INITIAL}".join(rest)]) if rest else first
    if all(word[:1] >= _FIRST_WITHOUT_SPACES for word in plain):
        pattern = r"[\s_.,]*".join(pieces)
    before = _NO_LETTER_BEFORE if plain[0][:1] < _FIRST_WITHOUT_SPACES else ""
    edge = _BUT_A_DIGIT_AFTER if digits else _NO_LETTER_AFTER
    after = edge if plain[-1][-1:] < _FIRST_WITHOUT_SPACES else ""
    return _Called(re.compile(f"{before}{pattern}{after}"), _words_of(words), capital, turned)


def _plain(words: list[str]) -> list[str]:
    return [compared(word)[0].strip() for word in words]


def _words_of(words: list[str]) -> tuple[str, ...]:
    return tuple(w for word in _plain(words) for w in re.findall(r"[^\W_]+", word))


def _by_length(called: Iterable[_Called]) -> tuple[_Called, ...]:
    """Return names, the longest first, so that a name inside another does not leave its rest.

    As they are written before those with the last name first: "of Ana Duarte, Ana's" is no list.
    """
    return tuple(sorted(called, key=lambda one: (one.turned, -len("".join(one.words)))))


@lru_cache(maxsize=1024)
def _forms_of_other(name: str) -> tuple[_Called, ...]:
    return tuple(_forms(name))


def _found(name: str, plain: str) -> Iterator[re.Match[str]]:
    """Yield where somebody's name stands in a text that was made comparable."""
    for form in _forms_of_other(name):
        yield from form.pattern.finditer(plain)


def _is_followed(text: str, end: int) -> bool:
    """Return whether a last name stands behind what was found.

    In "thanks to Jo Duarte, Ana Costa and Tom" nobody is called Duarte, Ana.
    """
    behind = _NEXT.match(text, end)
    return behind is not None and behind[1][0].isupper() and not behind[1].isupper()


def _is_other(one: _Called, found: _Span, other: _Span) -> bool:
    """Return whether what was found belongs to the name of somebody else.

    It does inside it. In "Mrs Duarte, Ana Sousa" there is no "Duarte, Ana" either.
    """
    if one.turned:
        return found[0] < other[1] and other[0] < found[1]
    return other[0] <= found[0] and found[1] <= other[1]


def _pieces(address: str) -> tuple[str, ...]:
    """Return what stands in every text that has an address, in small letters."""
    local, _, domain = address.casefold().rpartition("@")
    return tuple(piece for piece in (local, *domain.split(".")) if piece)


def _address(address: str) -> str:
    """Return the pattern of an address, however its @ and its dots are written."""
    local, at, domain = address.rpartition("@")
    spelt = _DOT.join(re.escape(piece) for piece in domain.split("."))
    said = rf"{re.escape(local)}{_AT if at else ''}{spelt}"
    return rf"(?<![\w.+\-]){said}(?![\w\-]|\.[a-z]{{2,3}}(?![\w]))"


def _numbers(number: Number) -> list[str]:
    """Return the patterns of a number: as it was given, and however else it is written."""
    patterns = [
        rf"(?<!\d){re.escape(text)}(?!\d)"
        for text in {number.raw, number.shown}
        if len(_digits(text)) >= _LEAST_DIGITS
    ]
    patterns += [_spaced(digits) for digits in _digits_of(number)]
    found = split_international(_digits(number.e164)) if number.e164 else None
    if found:
        plan, national = found
        abroad = rf"(?:\+|00)?{_SPACES}{_spread(plan.calling_code)}{_SPACES}"
        patterns.insert(
            0, rf"(?<!\d)(?=[+(\d])(?:{abroad}(?:\(0\))?|\(?0)?{_SPACES}{_spread(national)}(?!\d)"
        )
    return patterns


def _digits_of(number: Number) -> list[str]:
    """Return the rows of digits by which a number is found, the one of its country first."""
    found = split_international(_digits(number.e164)) if number.e164 else None
    rows = [found[1] if found else "", _digits(number.raw), _digits(number.e164 or "")]
    return [row for row in dict.fromkeys(rows) if len(row) >= _LEAST_DIGITS]


def _spaced(digits: str) -> str:
    return rf"(?<!\d)\+?\(?{_spread(digits)}(?!\d)"


def _spread(digits: str) -> str:
    return _SPACES.join(digits)


def _digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())
