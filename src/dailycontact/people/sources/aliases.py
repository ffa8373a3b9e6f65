"""What others call our fields: the headers of CRMs and address books, kept as data beside this.

aliases.tsv: field, label, header | header …; the earlier, the stronger. signatures.tsv: source,
what some of its headers mean there and nowhere else, the headers that give it away.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

LONGEST_HEADER = 60
MOST_DIGITS = 2
"""Digits of a number in a header: Phone 12 is one, tel:+247-40123 is a phone."""

NUMBERED = frozenset(
    {"phone", "phone_label", "phone_raw", "phone_wrong_on", "email", "email_label"}
)
"""Fields that a row may have several of, told apart by a number in the header."""

_ONLY_NUMBERED = NUMBERED - {"phone", "email"}
_DIGITS = re.compile(r"\d")
_YES_OR_NO = re.compile(
    r"\s*[(\[](?:y/n|yes/no|j/n|ja/nein|o/n|oui/non|s/n|x)[)\]]\s*$", re.IGNORECASE
)
_OF_A_PERSON = re.compile(
    r"(?:person|personne|persona|kontakt|contact)\s*[-\u2013:]\s+", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Alias:
    """What a header stands for: a field, a label (office, mobile), its rank among equals."""

    field: str
    label: str
    rank: int


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Headers that together say which program wrote a file.

    `meanings` are the fields and labels of headers that mean something else in it than elsewhere;
    a field "" leaves the column out.
    """

    source: str
    headers: frozenset[str]
    meanings: Mapping[str, tuple[str, str]]


def normal(header: str) -> str:
    """Return the letters and digits in lower case: FirstName, first_name and First Name agree."""
    composed = unicodedata.normalize("NFKC", header).casefold()
    return "".join(filter(str.isalnum, composed))


@lru_cache(maxsize=4096)
def alias_of(header: str) -> Alias | None:
    """Return what a header stands for; phones and e-mails may be numbered (Phone 2 - Value).

    What stands behind "Person - " means what it does alone, and what stands before "(y/n)", too.
    """
    header = _YES_OR_NO.sub("", header)
    found = _alias_of(normal(header))
    person = None if found else _OF_A_PERSON.match(header)
    return _alias_of(normal(header[person.end() :])) if person else found


def _alias_of(form: str) -> Alias | None:
    table = _aliases()
    found = table.get(form)
    digits = len(_DIGITS.findall(form))
    if not digits:
        return None if found and found.field in _ONLY_NUMBERED else found
    if found or digits > MOST_DIGITS:
        return found
    found = table.get(_DIGITS.sub("", form))
    return found if found and found.field in NUMBERED else None


def recognised(headers: Sequence[str], expected: Collection[str] = ()) -> int:
    """Count the headers that are known, or were named by the leader; a number names none."""
    named = {normal(header) for header in expected if not header.isdecimal()}
    forms = {normal(header) for header in headers if header and len(header) <= LONGEST_HEADER}
    return sum(1 for form in forms if form and (form in named or alias_of(form)))


@cache
def signatures() -> tuple[Signature, ...]:
    """Return the known sources; the first that matches is meant."""
    return tuple(
        Signature(
            source=source,
            headers=frozenset(map(normal, headers)),
            meanings=dict(map(_meaning, filter(None, meanings.split(" | ")))),
        )
        for source, meanings, headers in _table("signatures.tsv")
    )


def _meaning(text: str) -> tuple[str, tuple[str, str]]:
    """Read "SMS=phone mobile" or "Account=-"."""
    header, _, meaning = text.rpartition("=")
    field, _, label = meaning.partition(" ")
    return normal(header), (field.strip("-"), label)


@cache
def _aliases() -> dict[str, Alias]:
    aliases: dict[str, Alias] = {}
    for field, label, headers in _table("aliases.tsv"):
        for header in headers:
            alias = Alias(field=field, label=label, rank=len(aliases))
            for form in (normal(header), _DIGITS.sub("", normal(header))):
                aliases.setdefault(form, alias)
    return aliases


def _table(file: str) -> Iterator[tuple[str, str, list[str]]]:
    for line in Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines():
        first, second, headers = line.split("\t")
        yield first, second, headers.split(" | ")
