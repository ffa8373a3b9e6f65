"""A customer's entry in the book, written by hand: the person, their numbers, their segment."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from dailycontact.core.customer import Customer, Phone
from dailycontact.core.naming import fold
from dailycontact.core.rhythm import NEWCOMER, head_start
from dailycontact.store import calendar, capacity, derived, former, rhythms
from dailycontact.store.customers import COLUMNS, customers_of
from dailycontact.store.looking import Look, names

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


def folded(name: str, company: str) -> str:
    """Return what a customer is found by."""
    return fold(f"{name} {company}" if company != name else name)


def add_customer(change: "Change", *, name: str, company: str, day: date, **columns: Any) -> int:  # noqa: ANN401 - a column is anything
    """Add a customer who comes into the book on `day`; return the id. Their turn is set later."""
    return change.add(
        "customer",
        id=former.give_number(change),
        name=name,
        company=company,
        folded=folded(name, company),
        joined_on=day,
        beat=columns.get("cadence") or 1,
        clock=0.0,
        eligible_from=0,
        **columns,
    )


def begin_rhythm(change: "Change", customer_id: int) -> None:
    """Give somebody who was added by hand their place among the others.

    Their first turn comes after a fifth of their cadence, stretched like everybody's where the
    book asks for more than one call a day can give.
    """
    rhythms.spread_usual_cadence(change)
    rhythms.refresh(change, [customer_id])
    beat = change.value("SELECT beat AS value FROM customer WHERE id = :id", id=customer_id)
    waited = head_start(beat, luck=NEWCOMER, load=capacity.load(change))
    change.set("customer", customer_id, head_start=waited)
    rhythms.refresh(change, [customer_id])


def edit_customer(change: "Change", customer: Customer, **columns: Any) -> None:  # noqa: ANN401 - a column is anything
    """Change columns of a customer, and what they are found by."""
    name = columns.get("name", customer.name)
    company = columns.get("company", customer.company)
    change.set("customer", customer.id, folded=folded(name, company), **columns)


def segment_named(change: "Change", name: str) -> int:
    """Return the id of the segment, however it is spelt; made where there is none yet."""
    for row in change.rows("SELECT id, name FROM segment ORDER BY id"):
        if fold(row["name"]) == fold(name):
            return int(row["id"])
    return change.add("segment", name=name)


def set_segment_cadence(change: "Change", segment_id: int, cadence: int | None) -> None:
    """Say how often everybody of a segment is phoned, in working days; None: as the book says."""
    change.set("segment", segment_id, cadence=cadence)
    derived.respread(change)


def add_phones(change: "Change", customer: Customer, phones: Iterable[Phone]) -> list[Phone]:
    """Give a customer numbers, behind those they have; return those that are new to them.

    A number that was marked as wrong and is given again may be dialled again.
    """
    there = {_number(phone): phone for phone in customer.phones}
    place = _last_place(change, "phone", customer.id)
    added = []
    for phone in phones:
        known = there.get(_number(phone))
        if known is not None and known.id is not None:
            label = phone.label or known.label
            change.set("phone", known.id, wrong_on=None, label=label)
            continue
        place += 1
        there[_number(phone)] = phone
        added.append(phone)
        change.add(
            "phone",
            customer_id=customer.id,
            position=place,
            label=phone.label,
            raw=phone.raw,
            e164=phone.e164,
            extension=phone.extension,
            shown=phone.shown,
        )
    return added


def remove_phone(change: "Change", phone_id: int) -> None:
    """Take a number out of the book; calls that were made on it stay, without it."""
    for row in change.rows("SELECT id FROM call WHERE phone_id = :id", id=phone_id):
        change.set("call", row["id"], phone_id=None)
    change.remove("phone", phone_id)


def add_emails(change: "Change", customer: Customer, addresses: Iterable[str]) -> None:
    """Give a customer e-mail addresses, behind those they have."""
    there = {address.casefold() for address in customer.emails}
    place = _last_place(change, "email", customer.id)
    for address in addresses:
        if address.casefold() not in there:
            there.add(address.casefold())
            place += 1
            change.add("email", customer_id=customer.id, position=place, address=address)


def remove_email(change: "Change", customer_id: int, address: str) -> None:
    """Take an e-mail address out of the book."""
    for row in change.rows("SELECT id, address FROM email WHERE customer_id = :id", id=customer_id):
        if row["address"].casefold() == address.casefold():
            change.remove("email", row["id"])


def namesakes(
    look: Look, *, name: str, company: str, numbers: Sequence[str], emails: Sequence[str]
) -> list[Customer]:
    """Return who has the same name and company, or one of these E.164 numbers or e-mails."""
    clauses = ["folded = :folded"]
    values: dict[str, object] = {"folded": folded(name, company)}
    for column, table, wanted in (("e164", "phone", numbers), ("address", "email", emails)):
        listed, named = names(table, wanted)
        if listed:
            clauses.append(
                f"customer.id IN (SELECT customer_id FROM {table} WHERE {column} IN ({listed}))"  # noqa: S608 - our own names
            )
            values |= named
    where = " OR ".join(clauses)
    return customers_of(look, look.rows(f"{COLUMNS} WHERE {where} ORDER BY customer.id", **values))


def waits_until(look: Look, day: date, until: date) -> int:
    """Return how many working days somebody is left alone from `day` until `until` dawns."""
    end = calendar.workday(look, until)
    return max(0, end.number - calendar.number_of(look, day)) + (not end.works)


def _number(phone: Phone) -> str:
    return f"{phone.e164 or phone.raw}/{phone.extension or ''}"


def _last_place(look: Look, table: str, customer_id: int) -> int:
    last = look.value(
        f"SELECT MAX(position) AS value FROM {table} WHERE customer_id = :id",  # noqa: S608 - our own names
        id=customer_id,
    )
    return int(last or 0)


def facts_of(look: Look, customer_id: int) -> dict[str, Any]:
    """Return what is stored of a customer and can be edited, by column."""
    row = look.row(
        "SELECT customer.name, company, country, zone, hours, segment_id, customer.cadence,"
        " leader_id,"
        " referred_by, renewed_on, left_on, segment.cadence AS of_segment FROM customer"
        " LEFT JOIN segment ON segment.id = segment_id WHERE customer.id = :id",
        id=customer_id,
    )
    if row is None:
        return {}
    return {name: row[name] for name in EDITED}


EDITED = (
    *("name", "company", "country", "zone", "hours", "segment_id", "cadence", "leader_id"),
    *("referred_by", "renewed_on", "left_on", "of_segment"),
)
"""The columns of `facts_of`."""
