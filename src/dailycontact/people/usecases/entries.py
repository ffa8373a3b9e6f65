"""Writes a customer into the book by hand, and corrects what is known of one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dailycontact.core.countries import zone_of
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.program import PROGRAM
from dailycontact.core.rhythm import Happening
from dailycontact.errors import NotFound, Refused, UsageProblem
from dailycontact.people.rule import NONE, read_cadence, read_name
from dailycontact.people.usecases.details import (
    Details,
    columns_of,
    cut_hours,
    odd_emails,
    read_phones,
    said,
)
from dailycontact.people.usecases.places import all_there
from dailycontact.people.usecases.roster import turns_on
from dailycontact.store import customers, entries, rhythms
from dailycontact.store.marks import Marks, forget
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

OF_SEGMENT = "the segment's cadence"
_SAID_AS = {
    "segment_id": "segment",
    "leader_id": "leader",
    "referred_by": "recommended by",
    "renewed_on": "renewed",
    "left_on": "left",
    "of_segment": OF_SEGMENT,
}


class NothingToChange(UsageProblem):
    """Nothing was said that could be changed."""

    def __init__(self) -> None:
        super().__init__(
            "Say what is to be changed, like --phone office=+44… or --cadence quarter;"
            f" all that there is: {PROGRAM} customers edit --help"
        )


class NumberMissing(UsageProblem):
    """A number was to be added, and none was written."""

    def __init__(self) -> None:
        super().__init__("--phone: the number is empty; write it like office=+44 113 496 0123.")


class SegmentUnnamed(UsageProblem):
    """A cadence was given for a segment, and the customer is in none."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is in no segment whose cadence could be set; name one with --segment."
        )


class SaidNo(Refused):
    """Somebody with that name or number does not want to be contacted."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"{customer.full_name} ({customer.id}) does not want to be contacted, and has the same"
            " name or number; if that has changed:"
            f" {PROGRAM} customers do-not-contact {customer.id} --lift"
        )


class WasErasedBefore(Refused):
    """Somebody with that name, number or address was erased, and did not say that they are back."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Somebody who may be {name} was erased, and is not brought back by accident; if they"
            " are a customer again by their own will, add --came-back."
        )


class NotTheirs(NotFound):
    """The customer has no such number or address."""

    def __init__(self, customer: Customer, typed: str, there: Sequence[str]) -> None:
        known = f"there are: {'; '.join(there)}." if there else "there is none."
        super().__init__(f"{customer.name} has no {typed!r}; {known}")


@dataclass(frozen=True, kw_only=True)
class Entered:
    """A customer as they stand in the book now; what is odd, and who else could be meant."""

    customer: Customer
    turn_on: date | None
    changed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    alike: tuple[Customer, ...] = ()


def add(change: "Change", details: Details, *, day: date, came_back: bool = False) -> Entered:
    """Add a customer who comes into the book on `day`; a phone that is odd is kept, and said.

    `came_back`: they were erased, and are a customer again by their own will.

    Raises:
        SaidNo: somebody of that name or number does not want to be contacted.
        WasErasedBefore: they were erased, and nobody said that they came back.
        UnknownCountry, UnknownZone, UnknownCadence, NobodyByThatName: a value cannot be used.

    """
    name = read_name(details.name or "", whose="customer")
    company = "" if details.company in (None, NONE) else " ".join(details.company.split())
    columns = columns_of(change, details)
    books = book_settings(change).country
    phones, warnings = read_phones(details.phones, columns.get("country") or books)
    if columns.get("country") is None and books and all_there(phones, books):
        columns |= {"country": books, "zone": columns.get("zone") or zone_of(books)}
    alike = entries.namesakes(
        change,
        name=name,
        company=company,
        numbers=[phone.e164 for phone in phones if phone.e164],
        emails=details.emails,
    )
    for one in alike:
        if one.refused:
            raise SaidNo(one)
    returned = _welcome(change, name, company, phones, details.emails, came_back=came_back)
    customer_id = entries.add_customer(change, name=name, company=company, day=day, **columns)
    customer = _customer(change, customer_id)
    entries.add_phones(change, customer, phones)
    entries.add_emails(change, customer, details.emails)
    _set_segment_cadence(change, details, customer_id)
    entries.begin_rhythm(change, customer_id)
    back = ", who came back of their own will" if returned else ""
    change.summary = f"added {customer.full_name}{back}"
    return _entered(
        change,
        customer_id,
        day=day,
        warnings=(*warnings, *odd_emails(details.emails), *cut_hours(details)),
        alike=alike,
    )


def _welcome(
    change: "Change",
    name: str,
    company: str,
    phones: Iterable[Phone],
    emails: Iterable[str],
    *,
    came_back: bool,
) -> bool:
    """Return whether somebody comes back who was erased; the book then forgets that they were."""
    erasures = Marks(change).among(
        folded=entries.folded(name, company),
        name=name,
        emails=emails,
        numbers=[phone.e164 for phone in phones if phone.e164],
    )
    if erasures and not came_back:
        raise WasErasedBefore(name)
    forget(change, erasures)
    return bool(erasures)


def edit(change: "Change", customer: Customer, details: Details, *, day: date) -> Entered:
    """Change what is known of a customer; with a new number they are tried again at once.

    Raises:
        NothingToChange: nothing was said.
        NumberMissing: a number is empty.
        NotTheirs: a number or address to be taken away is not there.
        UnknownCountry, UnknownZone, UnknownCadence, NobodyByThatName: a value cannot be used.
        HoursUnreadable, HoursEndEarly, HoursTooEarlyOrLate: nor can the hours.

    """
    if details.empty:
        raise NothingToChange
    columns = columns_of(change, details, of=customer)
    if details.name is not None:
        columns["name"] = read_name(details.name, whose="customer")
    if details.company is not None:
        columns["company"] = "" if details.company == NONE else " ".join(details.company.split())
    country = columns.get("country", customer.country) or book_settings(change).country
    phones, warnings = _whole_phones(details.phones, country)
    gone = [_phone_of(customer, typed) for typed in details.without_phones]
    for typed in details.without_emails:
        _check_email(customer, typed)
    before = _facts(change, customer.id)
    entries.edit_customer(change, customer, **columns)
    left = _without(change, customer.id, phones=gone, emails=details.without_emails)
    entries.add_phones(change, left, phones)
    entries.add_emails(change, left, details.emails)
    _try_again(change, left, checked=details.number_checked, day=day)
    _set_segment_cadence(change, details, customer.id)
    changed = _changed(details, before, _facts(change, customer.id))
    if changed:
        rhythms.refresh(change, [customer.id])
        rhythms.spread_usual_cadence(change)
        change.summary = f"changed {customer.full_name}: {', '.join(changed)}"
    warnings += (*odd_emails(details.emails), *cut_hours(details))
    return _entered(change, customer.id, day=day, changed=changed, warnings=warnings)


def _without(
    change: "Change", customer_id: int, *, phones: Iterable[int], emails: Iterable[str]
) -> Customer:
    """Take numbers (ids) and addresses out of the book; return the customer as they are then."""
    for phone_id in phones:
        entries.remove_phone(change, phone_id)
    for typed in emails:
        entries.remove_email(change, customer_id, typed)
    return _customer(change, customer_id)


def _whole_phones(typed: Sequence[str], country: str | None) -> tuple[list[Phone], tuple[str, ...]]:
    phones, warnings = read_phones(typed, country)
    if len(phones) < len(typed):
        raise NumberMissing
    return phones, warnings


def _phone_of(customer: Customer, typed: str) -> int:
    """Return the id of the number that is meant: as written, as shown, or by its label."""
    wanted = _bare(typed)
    for phone in customer.phones:
        numbers = {_bare(text) for text in (phone.raw, phone.shown, phone.e164 or "") if text}
        if phone.id is not None and (wanted in numbers or typed.strip() == phone.label):
            return phone.id
    there = [f"{phone.label} {phone.shown}".strip() for phone in customer.phones]
    raise NotTheirs(customer, typed, there)


def _try_again(change: "Change", before: Customer, *, checked: bool, day: date) -> None:
    """Let somebody who was missed be tried at once, with a new number or one that was looked at."""
    more = _dialled(_customer(change, before.id)) - _dialled(before)
    if before.misses and (more or checked):
        rhythms.happened(change, before.id, Happening.CHECKED, day=day)


def _dialled(customer: Customer) -> set[int | None]:
    """Return the ids of the numbers that may be dialled."""
    return {phone.id for phone in customer.phones if phone.usable}


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum() or character == "+")


def _check_email(customer: Customer, typed: str) -> None:
    if typed.casefold() not in {address.casefold() for address in customer.emails}:
        raise NotTheirs(customer, typed, customer.emails)


def _set_segment_cadence(change: "Change", details: Details, customer_id: int) -> None:
    if details.segment_cadence is None:
        return
    customer = _customer(change, customer_id)
    if customer.segment is None:
        raise SegmentUnnamed(customer.name)
    segment_id = entries.segment_named(change, customer.segment)
    cadence = said(details.segment_cadence, read_cadence)
    entries.set_segment_cadence(change, segment_id, cadence)


def _facts(change: "Change", customer_id: int) -> dict[str, Any]:
    """Return all that can be edited of a customer, each under the word for it."""
    customer = _customer(change, customer_id)
    columns = entries.facts_of(change, customer_id)
    return {_SAID_AS.get(name, name): value for name, value in columns.items()} | {
        "phone": customer.phones,
        "number checked": customer.misses == 0,
        "e-mail": customer.emails,
    }


def _changed(
    details: Details, before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[str, ...]:
    """Return in words what is not as it was; what follows from another word is left out."""
    differing = [name for name in after if before[name] != after[name]]
    follows = {"zone"} if "country" in differing and details.zone is None else set()
    if details.segment_cadence is None:
        follows.add(OF_SEGMENT)
    return tuple(name for name in differing if name not in follows)


def _customer(change: "Change", customer_id: int) -> Customer:
    found = customers.customer(change, customer_id)
    if found is None:
        raise LookupError(f"no customer {customer_id}")
    return found


def _entered(
    change: "Change",
    customer_id: int,
    *,
    day: date,
    changed: tuple[str, ...] = (),
    warnings: tuple[str, ...] = (),
    alike: Iterable[Customer] = (),
) -> Entered:
    customer = _customer(change, customer_id)
    return Entered(
        customer=customer,
        turn_on=turns_on(change, [customer], day=day).get(customer_id),
        changed=changed,
        warnings=warnings,
        alike=tuple(alike),
    )
