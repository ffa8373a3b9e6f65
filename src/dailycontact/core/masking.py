"""What must not stand in words that others read: numbers, addresses, and names without consent.

Better too much than too little: a long row of digits is taken for a number to phone, and a name is
found without its accents, with spaces for hyphens, and without the Ltd of its company. People who
hide what they write (at, dot, digits as words) are not found out here.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from dailycontact.core.naming import fold, fold_all

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
_ALIKE = {ord(sign): " " for sign in "-‐‑‒–—―"} | {ord(sign): "'" for sign in "’‘ʼ`´"}  # noqa: RUF001 - as people type them
_FIRST_WITHOUT_SPACES = "\u2e80"
"""From here on, scripts put no spaces between words: a name has no edges there."""
_LEAST_COMPANY = 4
"""A company with a shorter name of one word is left: it is too often a word like any other."""
LEAST_PART = 2
"""A part of a name with fewer letters is an initial."""
_LEGAL = frozenset((
    "ltd", "limited", "llc", "llp", "plc", "inc", "incorporated", "corp", "corporation", "co",
    "company", "gmbh", "ag", "kg", "ohg", "ug", "ek", "sa", "sas", "sarl", "sl", "srl", "spa", "bv",
    "nv", "ab", "as", "aps", "oy", "oyj", "kk", "pty", "lda", "ltda",
))  # fmt: skip
COMMON_WORDS = frozenset((
    "am", "an", "and", "as", "at", "be", "by", "das", "de", "del", "della", "den", "der", "di",
    "do", "dos", "du", "el", "go", "he", "if", "in", "is", "it", "la", "las", "le", "los", "me",
    "mr", "mrs", "ms", "my", "no", "of", "on", "or", "so", "st", "ten", "ter", "the", "to", "up",
    "us", "van", "vom", "von", "we", "zu", "zum",
))  # fmt: skip
"""Parts of names that are words like any other: a sentence may begin with them."""


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
    wanted = _occurring(text, people, without=ours | kept)

    def mask(words: str) -> str:
        return _without(_without_contacts(_plain(words)), wanted)

    return mask


def mask_own(words: str, name: str, company: str, *, mask: Mask) -> str:
    """Return a customer's own words masked, their own name in parts too: "Ana here"."""
    return mask_askers(words, [(name, company)], mask=mask)


def mask_askers(words: str, people: Iterable[tuple[str, str]], *, mask: Mask) -> str:
    """Return words masked, those about `people` in parts of their names too: "Fix Ana's bill".

    A part is masked where it begins with a capital; of a company, its first two words or more.
    """
    wanted = [each for name, company in people for each in _in_parts(name, company)]
    return mask(_without(_plain(words), sorted(wanted, key=_length, reverse=True)))


def _plain(text: str) -> str:
    """Return the text in one form: letters with their accents, and nothing that is not seen."""
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def _without_contacts(words: str) -> str:
    words = _EMAIL.sub(EMAIL, words)
    return _DIGITS.sub(lambda found: found[0] if _ISO_DAY.fullmatch(found[0]) else PHONE, words)


@dataclass(frozen=True, kw_only=True)
class _Wanted:
    """A name that is looked for, and what is said instead."""

    pattern: re.Pattern[str]
    instead: str
    length: int
    capital: bool
    """Whether what is found has to begin with a capital, or in a script without."""


def _length(wanted: _Wanted) -> int:
    return wanted.length


def _occurring(
    text: str, people: Iterable[tuple[str, str]], *, without: Collection[str]
) -> list[_Wanted]:
    """Return the names that occur in the text, the longest first.

    So a name inside another does not leave its rest. Of a large book, most are ruled out by their
    first word.
    """
    folded, _, _ = compared(_plain(text))
    known = set(re.findall(r"[^\W_]+", folded))
    pairs = {(n, m): None for pair in people for n, m in zip(pair, _MASKS, strict=True) if n}
    plain = fold_all([name.replace("\n", " ").translate(_ALIKE) for name, _ in pairs])
    found: dict[tuple[str, str], _Wanted] = {}
    for (name, instead), one in zip(pairs, plain, strict=True):
        first = _E.sub(r"\1", one.partition(" ")[0])
        if first.isascii() and first.isalnum() and first not in known:
            continue
        wanted = None if fold(name) in without else _wanted(name, instead)
        if wanted and wanted.pattern.search(folded):
            found[name, instead] = wanted
    return sorted(found.values(), key=_length, reverse=True)


def _in_parts(name: str, company: str) -> Iterable[_Wanted]:
    whole = (_wanted(company, COMPANY, any_length=True), _wanted(name, NAME))
    yield from (each for each in whole if each)
    words = company.translate(_ALIKE).split()
    for number in range(2, len(words)):
        if fold(words[0]) not in COMMON_WORDS and fold(words[number - 1]) not in COMMON_WORDS:
            yield _looked_for(words[:number], COMPANY, capital=True)
    for part in {*name.split(), *name.translate(_ALIKE).split()}:
        if sum(map(str.isalpha, part)) >= LEAST_PART and fold(part) not in COMMON_WORDS:
            yield _looked_for([part], NAME, capital=True)


def _wanted(name: str, instead: str, *, any_length: bool = False) -> _Wanted | None:
    """Return how a whole name is looked for: one word only with its capital, several in any case.

    None for a company that is too short to be told from a word.
    """
    words = _plain(name).translate(_ALIKE).split()
    if not words:
        return None
    least = 1 if any_length else _LEAST_COMPANY
    if instead == COMPANY:
        rest = _without_legal(words)
        long_enough = len(rest) > 1 or len(rest[0]) >= least or not rest[0].isascii()
        if long_enough:
            return _looked_for(rest, instead, capital=_has_capital(rest), legal=True)
        if len(words) == 1:
            return None
    return _looked_for(words, instead, capital=_has_capital(words))


def _has_capital(words: list[str]) -> bool:
    return len(words) == 1 and words[0][:1].isupper()


def _without_legal(words: list[str]) -> list[str]:
    """Return the words of a company without Ltd, GmbH and the like at their end."""
    end = len(words)
    while end > 1 and re.sub(r"[\W_]", "", fold(words[end - 1])) in _LEGAL:
        end -= 1
    return [*words[: end - 1], words[end - 1].rstrip(",")]


def _looked_for(words: list[str], instead: str, *, capital: bool, legal: bool = False) -> _Wanted:
    plain = [compared(word)[0] for word in words]
    between = r"\s+".join("(?:&|and)" if w in {"&", "and"} else re.escape(w) for w in plain)
    before = _NO_LETTER_BEFORE if words[0][:1] < _FIRST_WITHOUT_SPACES else ""
    after = _NO_LETTER_AFTER if words[-1][-1:] < _FIRST_WITHOUT_SPACES else ""
    return _Wanted(
        pattern=re.compile(f"{before}{between}{after}{_LEGAL_AFTER if legal else ''}"),
        instead=instead,
        length=sum(map(len, plain)) + len(plain),
        capital=capital,
    )


def _without(words: str, wanted: Iterable[_Wanted]) -> str:
    """Return the words with each of the names replaced, the first of them first."""
    folded, starts, ends = compared(words)
    for each in wanted:
        places = [
            (starts[found.start()], ends[found.end() - 1])
            for found in each.pattern.finditer(folded)
            if found.group()
        ]
        places = [p for p in places if not (each.capital and words[p[0]].islower())]
        if places:
            for start, end in reversed(places):
                words = words[:start] + each.instead + words[end:]
            folded, starts, ends = compared(words)
    return words


_E = re.compile(r"([aou])e")
_LEGAL_AFTER = (
    r"(?:,?\s+(?:"
    + "|".join(r"\.?".join(word) for word in sorted(_LEGAL, key=len, reverse=True))
    + r")(?![^\W_]))?"
)


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
