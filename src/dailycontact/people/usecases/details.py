"""What is typed of a customer, read: countries, zones, rhythms, numbers, names of people."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from dailycontact.core.countries import country_code, zone_of
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.hours import read_hours
from dailycontact.core.phone import PhoneReading, read_phone
from dailycontact.core.program import PROGRAM
from dailycontact.errors import NotFound, Refused, UsageProblem
from dailycontact.people.rule import NONE, read_cadence, split_number
from dailycontact.store import customers, entries
from dailycontact.store.team import find_member

if TYPE_CHECKING:
    from dailycontact.core.team import Member
    from dailycontact.store.changing import Change


class UnknownCountry(UsageProblem):
    """The text is no country."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is no country known here; write it like Germany, or DE.")


class UnknownZone(UsageProblem):
    """The text is no time zone."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is no time zone; write it like Europe/London.")


class MakesNoCalls(Refused):
    """A customer was to be given to somebody who makes no calls."""

    def __init__(self, member: "Member") -> None:
        super().__init__(
            f"{member.name} makes no calls, so nobody would phone this customer; first:"
            f" {PROGRAM} team edit {member.name!r} --leads"
        )


@dataclass(frozen=True, kw_only=True)
class Details:
    """What was said of a customer, as typed; None: nothing; "-": take away what is known.

    `days` are columns with a day, or None to take it away. `number_checked` says that a number that
    nobody answered was looked at, and is right.
    """

    name: str | None = None
    company: str | None = None
    country: str | None = None
    zone: str | None = None
    hours: str | None = None
    segment: str | None = None
    segment_cadence: str | None = None
    cadence: str | None = None
    leader: str | None = None
    referral: str | None = None
    days: Mapping[str, date | None] = field(default_factory=dict)
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    without_phones: tuple[str, ...] = ()
    without_emails: tuple[str, ...] = ()
    number_checked: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was said."""
        return self == Details()


def columns_of(change: "Change", details: Details, *, of: Customer | None = None) -> dict[str, Any]:
    """Return the columns that were said, read.

    Raises:
        UnknownCountry, UnknownZone, UnknownCadence, HoursUnreadable: a value cannot be used.
        NobodyByThatName, SeveralByThatName, MakesNoCalls: the leader is not to be had.

    """
    columns: dict[str, Any] = dict(details.days)
    if details.country is not None:
        columns["country"] = said(details.country, read_country)
        columns["zone"] = zone_of(columns["country"])
    if details.zone is not None:
        columns["zone"] = said(details.zone, _zone)
    if details.hours is not None:
        columns["hours"] = said(details.hours, lambda hours: str(read_hours(hours)[0]))
    if details.cadence is not None:
        columns["cadence"] = said(details.cadence, read_cadence)
    if details.segment is not None:
        columns["segment_id"] = said(
            details.segment, lambda name: entries.segment_named(change, name)
        )
    if details.leader is not None:
        columns["leader_id"] = said(details.leader, lambda name: _leader(change, name))
    if details.referral is not None:
        mine = None if of is None else of.id
        columns["referred_by"] = said(
            details.referral, lambda name: _recommender(change, name, mine)
        )
    return columns


def said(text: str, read: Callable[[str], Any]) -> Any:  # noqa: ANN401 - a column is anything
    """Return what a text says; None where it takes away what is known."""
    return None if text.strip() in ("", NONE) else read(" ".join(text.split()))


def read_country(text: str) -> str:
    """Return the code of a country.

    Raises:
        UnknownCountry: there is none of that name.

    """
    code = country_code(text)
    if code is None:
        raise UnknownCountry(text)
    return code


def _zone(text: str) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownZone(text) from None


def _leader(change: "Change", name: str) -> int:
    member = find_member(change, name)
    if not member.leads:
        raise MakesNoCalls(member)
    return member.id


def _recommender(change: "Change", name: str, mine: int | None) -> str:
    """Return who recommended a customer: a customer's whole name where it is one, else as said."""
    try:
        found = customers.find_customer(change, name)
    except NotFound:
        return name
    return name if found.id == mine else found.full_name


def read_phones(typed: Iterable[str], country: str | None) -> tuple[list[Phone], tuple[str, ...]]:
    """Return the numbers, as `country` writes them, and a sentence for each that is odd."""
    phones, warnings = [], []
    for text in typed:
        label, number = split_number(text)
        reading = read_phone(number, country=country)
        if not reading.raw:
            continue
        if reading.problem:
            warnings.append(f"{reading.raw}: {reading.problem}; it is kept as written.")
        phones.append(_phone(label, reading))
    return phones, tuple(warnings)


def _phone(label: str, reading: PhoneReading) -> Phone:
    return Phone(
        raw=reading.raw,
        e164=reading.e164,
        shown=reading.shown,
        label=label,
        extension=reading.extension,
    )


def cut_hours(details: Details) -> tuple[str, ...]:
    """Return a sentence where the hours had to be cut to those at which one may ring."""
    remark = said(details.hours, lambda hours: read_hours(hours)[1]) if details.hours else ""
    return (remark,) if remark else ()


def odd_emails(emails: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence for each that is no e-mail address."""
    return tuple(
        f"{address}: no e-mail address; it is kept as written."
        for address in emails
        if "@" not in address
    )
