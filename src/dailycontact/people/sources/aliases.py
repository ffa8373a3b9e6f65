"""What others call our fields: the headers of CRMs and address books, kept as data beside this.

aliases.tsv: field, label, header | header …; the earlier, the stronger. signatures.tsv: source,
what its column Name holds when that is no person, the headers that give it away.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

LONGEST_HEADER = 60

_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, kw_only=True)
class Alias:
    """What a header stands for: a field, a label (office, mobile), its rank among equals."""

    field: str
    label: str
    rank: int


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Headers that together say which program wrote a file."""

    source: str
    headers: frozenset[str]
    name_field: str


def normal(header: str) -> str:
    """Return the letters and digits in lower case: FirstName, first_name and First Name agree."""
    composed = unicodedata.normalize("NFKC", header).casefold()
    return "".join(filter(str.isalnum, composed))


@lru_cache(maxsize=4096)
def alias_of(header: str) -> Alias | None:
    """Return what a header stands for; phones and e-mails may be numbered (Phone 2 - Value)."""
    table = _aliases()
    form = normal(header)
    found = table.get(form)
    if found or not _DIGITS.search(form):
        return found
    found = table.get(_DIGITS.sub("", form))
    return found if found and found.field in {"phone", "phone_label", "email"} else None


def recognised(headers: Sequence[str], expected: Collection[str] = ()) -> int:
    """Count the headers that are known, or were named by the leader."""
    named = {normal(header) for header in expected}
    forms = {normal(header) for header in headers if header and len(header) <= LONGEST_HEADER}
    return sum(1 for form in forms if form and (form in named or alias_of(form)))


@cache
def signatures() -> tuple[Signature, ...]:
    """Return the known sources; the first that matches is meant."""
    return tuple(
        Signature(source=source, headers=frozenset(map(normal, headers)), name_field=name or "name")
        for source, name, headers in _table("signatures.tsv")
    )


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
