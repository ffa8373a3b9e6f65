"""Guesses what a column holds that says nothing of itself: by its cells, and for a leader to say.

A guess is offered or warned of; nothing is ever brought in on the strength of one.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from dailycontact.core.contact import shortened
from dailycontact.core.countries import country_code
from dailycontact.people.sources.contacts import is_yes
from dailycontact.people.sources.mapping import NAMING, NO_HEADER, Column, Mapping

SAMPLES = 3
FEWEST_DIGITS = 7
MOST_DIGITS = 15
LONGEST_NAME = 60
CODE = 2
"""Letters of a country's code, which a state's may have too."""

# Numbers that do not reach the customer, and numbers that are no phones.
_NO_PHONE = re.compile(
    r"fax|pager|telex|ass(?:is)?t|emergency|notfall|\btax|\bvat\b|steuer|ust|iban|siren|siret|"
    r"\bssn\b|passport|ausweis|account|konto|zip|postal|plz|dat[eu]m?\b|\bids?\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[+(\d][\d\s().,/-]*(?:\s?(?:x|ext\.?)\s?\d+)?")
_STARTS_LIKE_A_NUMBER = re.compile(r"\+|0|\(|\d{2,5}[\s.)/-]")
_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?!\d)(?:\D.*)?")
_AMOUNT = re.compile(r"\d+[.,]\d+|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?")
_EMAIL = re.compile(r"\S+@\S+\.\S+")
_COMPANY = re.compile(
    r"\b(?:gmbh|mbh|ag|kg|ohg|inc|llc|ltd|plc|corp|co|company|group|sarl|sas|s\.?a|s\.?r\.?l|"
    r"s\.?l|b\.?v|n\.?v|oy|ab|a/s|aps|s\u00f6hne|sons|& co)\b\.?$",
    re.IGNORECASE,
)
_STATE = re.compile(r"state|province|region|bundesland|kanton|county", re.IGNORECASE)
# Headers under which somebody may have said no; and those under which they may have said yes.
_SAYS_NO = re.compile(
    r"contact|call|anruf|opt.?out|sperr|unsub|abgemeld|widerspr|\bdn[cd]\b|robinson", re.IGNORECASE
)
_SAYS_YES = re.compile(
    r"consent|einwillig|allow|erlaub|permission|opt.?in\b|gdpr|dsgvo|rgpd|marketing|werb|\bmay\b|\bok\b",
    re.IGNORECASE,
)
_YES_AND_NO = frozenset(
    {
        *("yes", "no", "y", "n", "true", "false", "t", "f", "1", "0", "x", "on", "off"),
        *("ja", "nein", "j", "oui", "non", "o", "si", "sí", "granted", "denied"),
    }
)
# UTF-8 that was read as something else and saved so; and what stands for a letter that was lost.
_DAMAGE = re.compile("\u00c3[\u0080-\u00bf\u0152-\u2122]|\u00e2\u20ac|\ufffd")
ONLY_ONCE = frozenset({"name", "first_name", "last_name", "company", "country"})


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A column that nobody named: its number from 1, some of its cells, and a guess ("": none)."""

    number: int
    header: str
    samples: tuple[str, ...]
    field: str


def proposals(mapping: Mapping, rows: Sequence[Sequence[str]]) -> tuple[Proposal, ...]:
    """Return the columns that are left out and hold anything in these rows, each with a guess.

    What a person has only one of is guessed for one column, and not where a column has it already.
    """
    taken = {column.field for column in mapping.columns} & ONLY_ONCE
    if {"first_name", "last_name"} & taken:
        taken.add("name")
    made = []
    for column, cells in _filled(mapping, rows):
        field = _guess(column, cells, taken)
        taken |= {field} & ONLY_ONCE
        samples = tuple(dict.fromkeys(cells))[:SAMPLES]
        made.append(
            Proposal(number=column.number, header=column.header, samples=samples, field=field)
        )
    return tuple(made if "name" in taken else _with_parts(made, mapping, rows, taken))


def doubts(mapping: Mapping, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Say which columns look like phones or names and are left out, and who opted out."""
    yield from _opt_outs(mapping, rows)
    yield from _perhaps_refusals(mapping, rows)
    yield from _damaged(mapping, rows)
    has_people = any(map(mapping.columns_for, ("name", "first_name", "last_name")))
    for column, cells in _filled(mapping, rows):
        what = _looks_like(column, cells, has_people=has_people)
        if what:
            yield (
                f"{column.header} looks like a {what}, and is left out; "
                f'bring it in with --map "{column.header}={what}".'
            )


def _opt_outs(mapping: Mapping, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for column in mapping.columns_for("do_not_contact"):
        if column.label and any(is_yes(row[column.number - 1].strip()) for row in rows):
            yield (
                f"{column.header} is about {column.label}; whoever opted out there will not be "
                f'phoned either. If you may phone them: --map "{column.header}=-".'
            )


def _perhaps_refusals(mapping: Mapping, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Say which columns of yes and no are left out, and may be about who wants no calls."""
    for column, cells in _filled(mapping, rows):
        if not _YES_AND_NO.issuperset(map(str.casefold, cells)):
            continue
        if _SAYS_YES.search(column.header):
            yield (
                f"{column.header} may say whom you may call, and is left out; take the rows of "
                "the others out of the file first."
            )
        elif _SAYS_NO.search(column.header):
            yield (
                f"{column.header} may say who wants no calls, and is left out; "
                f'if it does: --map "{column.header}=do_not_contact".'
            )


def _damaged(mapping: Mapping, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Say that names were damaged before the file was written: no encoding mends them."""
    for column in mapping.columns:
        if column.field in NAMING:
            cells = (row[column.number - 1] for row in rows)
            odd = next((cell for cell in cells if _DAMAGE.search(cell)), None)
            if odd is not None:
                yield (
                    f"{column.header} has damaged letters, like “{shortened(odd.strip())}”; "
                    "export the file again, as UTF-8."
                )
                return


def is_number(cell: str) -> bool:
    """Say whether a cell can be a phone: enough digits, and neither a day nor an amount."""
    digits = sum(map(str.isdigit, cell))
    return (
        FEWEST_DIGITS <= digits <= MOST_DIGITS
        and bool(_NUMBER.fullmatch(cell) and _STARTS_LIKE_A_NUMBER.match(cell))
        and not _DATE.fullmatch(cell)
        and not _AMOUNT.fullmatch(cell)
    )


def _filled(
    mapping: Mapping, rows: Sequence[Sequence[str]]
) -> Iterator[tuple[Column, Sequence[str]]]:
    for column in mapping.left_out:
        cells = [row[column.number - 1].strip() for row in rows]
        if any(cells):
            yield column, [cell for cell in cells if cell]


def _looks_like(column: Column, cells: Sequence[str], *, has_people: bool) -> str:
    if _are_phones(column, cells):
        return "phone"
    is_named = column.header.casefold().strip().endswith("name") and not has_people
    return "name" if is_named and all(map(_is_words, cells)) else ""


def _guess(column: Column, cells: Sequence[str], taken: Collection[str]) -> str:
    if _mostly(_EMAIL.fullmatch, cells):
        return "email"
    if _are_phones(column, cells):
        return "phone"
    if "country" not in taken and _are_countries(column, cells):
        return "country"
    if "company" not in taken and _are_companies(cells):
        return "company"
    return "name" if "name" not in taken and _are_names(cells) else ""


def _with_parts(
    made: Sequence[Proposal],
    mapping: Mapping,
    rows: Sequence[Sequence[str]],
    taken: Collection[str],
) -> Sequence[Proposal]:
    """Where nothing is a whole name, nor has a header: two columns of single names are one."""
    if "company" in taken or not all(NO_HEADER.fullmatch(one.header) for one in made):
        return made
    columns = {column.number: cells for column, cells in _filled(mapping, rows)}
    single = {
        one.number for one in made if not one.field and _are_single_names(columns[one.number])
    }
    first = next((number for number in sorted(single) if number + 1 in single), None)
    if first is None or {"first_name", "last_name"} & set(taken):
        return made
    parts = {first: "first_name", first + 1: "last_name"}
    return [
        Proposal(
            number=one.number,
            header=one.header,
            samples=one.samples,
            field=parts.get(one.number, one.field),
        )
        for one in made
    ]


def _are_phones(column: Column, cells: Sequence[str]) -> bool:
    return not _NO_PHONE.search(column.header) and _mostly(is_number, cells)


def _are_countries(column: Column, cells: Sequence[str]) -> bool:
    return not _STATE.search(column.header) and _mostly(_is_country, cells)


def _is_country(cell: str) -> bool:
    return len(cell) >= CODE and _is_words(cell) and country_code(cell) is not None


def _are_companies(cells: Sequence[str]) -> bool:
    return _mostly(_is_words, cells) and sum(bool(_COMPANY.search(cell)) for cell in cells) * 5 > (
        len(cells)
    )


def _are_names(cells: Sequence[str]) -> bool:
    """Two to five words in capitals, hardly ever the same: Ana Duarte, Jan van der Berg."""
    return _mostly(_is_name, cells) and _are_different(cells)


def _are_single_names(cells: Sequence[str]) -> bool:
    return _mostly(lambda cell: _is_words(cell) and " " not in cell and cell[:1].isupper(), cells)


def _is_name(cell: str) -> bool:
    words = cell.split()
    return (
        2 <= len(words) <= 5  # noqa: PLR2004 - a name on show
        and len(cell) <= LONGEST_NAME
        and _is_words(cell)
        and all(word[:1].isupper() for word in (words[0], words[-1]))
    )


def _are_different(cells: Sequence[str]) -> bool:
    return len(set(cells)) * 2 > len(cells)


def _is_words(cell: str) -> bool:
    return any(map(str.isalpha, cell)) and not any(map(str.isdigit, cell)) and "@" not in cell


def _mostly(is_so: Callable[[str], object], cells: Sequence[str]) -> bool:
    return sum(bool(is_so(cell)) for cell in cells) * 2 > len(cells)
