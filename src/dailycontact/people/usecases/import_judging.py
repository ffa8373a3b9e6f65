"""Judges what a file says of each customer: which country, which number, whose customer.

Whatever cannot be understood is a warning that names its place; the customer comes in without it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from operator import contains
from typing import NamedTuple

from dailycontact.core.contact import Contact, Problem
from dailycontact.core.countries import country_code
from dailycontact.core.naming import fold, fold_all
from dailycontact.core.persons import called
from dailycontact.core.phone import read_phone
from dailycontact.core.team import Member
from dailycontact.loop import CADENCES
from dailycontact.people.sources.mapping import Mapping as Columns
from dailycontact.people.usecases.import_more import More, as_written, read_more
from dailycontact.people.usecases.import_warnings import Warnings
from dailycontact.store.newcomers import Address, Number

LONGEST_CADENCE = 2_520
"""Working days: ten years."""

NO_ADDRESS = "no e-mail address, for it has no @; it is kept as written"
NO_COUNTRY = "no country that is known here"
NO_ZONE = "no time zone; write it like Europe/Berlin"
NO_CADENCE = "not understood; write month, quarter, year or a number of working days"
NO_MEMBER = "nobody of the team by that name, so these customers are anybody's"
NO_CALLS = "makes no calls, so these customers are anybody's"

_RHYTHMS = CADENCES | {
    "monthly": CADENCES["month"],
    "quarterly": CADENCES["quarter"],
    "yearly": CADENCES["year"],
    "annually": CADENCES["year"],
    "annual": CADENCES["year"],
}


class Candidate(NamedTuple):
    """A row that may become a customer; None and "" where the file says nothing.

    `odd` are those of its numbers, in E.164 form, that nobody can have. `by_flag` are the columns
    that a flag filled, because the row says nothing: they correct nobody.
    """

    line: int
    name: str
    company: str
    folded: str
    country: str | None
    zone: str | None
    segment: str
    cadence: int | None
    leader_id: int | None
    external_id: str
    phones: tuple[Number, ...]
    emails: tuple[Address, ...]
    refuses: bool
    more: More | None = None
    odd: tuple[str, ...] = ()
    by_flag: frozenset[str] = frozenset()

    @property
    def called(self) -> str:
        """The name, marked where a company stands for it: no person's name fits a company's."""
        return called(self.name, self.company)


@dataclass(frozen=True, kw_only=True)
class Defaults:
    """What holds where a row says nothing: the flags; and for phones, the country of the book."""

    country: str | None = None
    segment: str = ""
    cadence: int | None = None
    book_country: str | None = None


def cadence_of(text: str) -> int | None:
    """Return the working days that "quarter", "quarterly" or "63" stand for, or None."""
    said = text.strip().casefold()
    if said.isdecimal() and 0 < int(said[:6]) <= LONGEST_CADENCE and len(said) <= 4:  # noqa: PLR2004 - 2,520 has four digits
        return int(said)
    return _RHYTHMS.get(said)


@dataclass(kw_only=True)
class Judge:
    """Judges the rows of one file; keeps the warnings."""

    file: str
    mapping: Columns
    defaults: Defaults
    team: Iterable[Member]
    warnings: Warnings = field(default_factory=Warnings)

    def __post_init__(self) -> None:
        self._leaders = {
            fold(name): member
            for member in self.team
            for name in (member.name, *member.aliases, member.email or "")
            if name
        }
        self._headers: dict[str, str] = {}
        flags = {
            "country": self.defaults.country,
            "segment_id": self.defaults.segment,
            "cadence": self.defaults.cadence,
        }
        self._flags = tuple(name for name, value in flags.items() if value)

    def candidates(
        self, lines: Sequence[int], contacts: Sequence[Contact]
    ) -> Iterator[tuple[Contact, Candidate]]:
        """Yield each contact with what its row says, as far as it can be understood."""
        self._look_at_addresses(lines, contacts)
        folded = fold_all([_named(contact) for contact in contacts])
        for line, contact, form in zip(lines, contacts, folded, strict=True):
            yield contact, self._candidate(line, contact, form)

    def _candidate(self, line: int, contact: Contact, folded: str) -> Candidate:
        own = self._country(line, contact.country) if contact.country else None
        country = own or self.defaults.country
        zone = self._zone(line, contact.zone) if contact.zone else None
        cadence = self._cadence(line, contact.cadence) if contact.cadence else None
        more = self._more(line, contact.more) if contact.more else None
        phones: tuple[Number, ...] = ()
        odd: tuple[str, ...] = ()
        if contact.phones:
            phones, odd = self._phones(line, contact.phones, country or self.defaults.book_country)
        return Candidate(
            line,
            contact.name,
            contact.company,
            folded,
            country,
            zone,
            contact.segment or self.defaults.segment,
            cadence or self.defaults.cadence,
            self._leader(line, contact.leader) if contact.leader else None,
            contact.external_id,
            _as_written(phones, more) if more and more.phones else phones,
            tuple(map(Address._make, contact.emails)) if contact.emails else (),
            contact.do_not_contact,
            more,
            odd,
            self._by_flag(country=own, segment_id=contact.segment, cadence=cadence),
        )

    def _by_flag(self, **said: str | int | None) -> frozenset[str]:
        """Return the columns that a flag fills for a row that says nothing of them."""
        return frozenset(name for name in self._flags if not said[name])

    def _more(self, line: int, pairs: tuple[tuple[str, str], ...]) -> More:
        return read_more(pairs, lambda about, value, reason: self._warn(line, about, value, reason))

    def _look_at_addresses(self, lines: Sequence[int], contacts: Sequence[Contact]) -> None:
        """Warn of what cannot be an e-mail address; all of them are looked at in one go first."""
        every = [address for contact in contacts for _, address in contact.emails]
        if all(map(contains, every, repeat("@"))):
            return
        for line, contact in zip(lines, contacts, strict=True):
            for _, address in contact.emails:
                if "@" not in address:
                    self._warn(line, "email", address, NO_ADDRESS)

    def _phones(
        self, line: int, phones: tuple[tuple[str, str], ...], country: str | None
    ) -> tuple[tuple[Number, ...], tuple[str, ...]]:
        """Return the numbers, and those in E.164 form that nobody can have."""
        found: dict[str, Number] = {}
        odd: tuple[str, ...] = ()
        for label, text in phones:
            read = read_phone(text, country=country)
            if read.problem:
                header, why = self._phone_header(label), read.problem.partition(" in ")[0]
                self.warnings.add("phone", why, self._problem(line, header, text, read.problem))
                odd += (read.e164,) if read.e164 else ()
            if read.raw:
                number = Number(label, read.raw, read.e164, read.extension, read.shown)
                found.setdefault(f"{read.e164 or read.raw}{read.extension or ''}", number)
        return tuple(found.values()), odd

    def _country(self, line: int, text: str) -> str | None:
        code = country_code(text)
        if code is None:
            self._warn(line, "country", text, NO_COUNTRY)
        return code

    def _zone(self, line: int, text: str) -> str | None:
        if _is_zone(text):
            return text
        self._warn(line, "zone", text, NO_ZONE)
        return None

    def _cadence(self, line: int, text: str) -> int | None:
        cadence = cadence_of(text)
        if cadence is None:
            self._warn(line, "cadence", text, NO_CADENCE)
        return cadence

    def _leader(self, line: int, text: str) -> int | None:
        member = self._leaders.get(fold(text))
        if member is not None and member.leads:
            return member.id
        self._warn(line, "leader", text, NO_MEMBER if member is None else NO_CALLS)
        return None

    def _warn(self, line: int, about: str, value: str, reason: str) -> None:
        problem = self._problem(line, self._header(about), value, reason)
        self.warnings.add(about, reason, problem)

    def _problem(self, line: int, header: str, value: str, reason: str) -> Problem:
        return Problem(file=self.file, line=line, column=header, value=value, reason=reason)

    def _header(self, field_name: str) -> str:
        columns = self.mapping.columns_for(field_name)
        return columns[0].header if len(columns) == 1 else field_name.replace("_", " ")

    def _phone_header(self, label: str) -> str:
        if not self._headers:
            columns = self.mapping.columns_for("phone")
            self._headers = {column.label: column.header for column in reversed(columns)}
            self._headers["\0"] = columns[0].header if len(columns) == 1 else "phone"
        return self._headers.get(label) or self._headers["\0"]


def _as_written(phones: tuple[Number, ...], more: More) -> tuple[Number, ...]:
    """Return the numbers as our own export had them, each by its place in the row."""
    return tuple(
        as_written(number, more.phones[place]) if place in more.phones else number
        for place, number in enumerate(phones, start=1)
    )


def _named(contact: Contact) -> str:
    name, company = contact.name, contact.company
    return f"{name} {company}" if company != name else name


@lru_cache(maxsize=512)
def _is_zone(text: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(text)
    except (OSError, ValueError, KeyError):
        return False
    return True
