"""Customers, read: one whole, or the few that a name fits."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.customer import Customer, Phone
from dailycontact.core.hours import stored_hours
from dailycontact.core.naming import (
    NobodyByThatName,
    SeveralByThatName,
    best_matches,
    fold,
    nearest,
)
from dailycontact.core.program import PROGRAM
from dailycontact.core.references import typed_number
from dailycontact.core.sentences import COUNTED
from dailycontact.errors import NotFound
from dailycontact.store import former
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look, Row, names

COLUMNS = (
    "SELECT customer.id, customer.name, company, country, zone, hours, segment.name AS segment,"
    " customer.cadence, beat, leader_id, joined_on, last_on, do_not_contact_on,"
    " do_not_contact_why, paused_on, paused_until, left_on, renewed_on, referred_by,"
    " misses, skips FROM customer LEFT JOIN segment ON segment.id = customer.segment_id"
)
MANY = 50
"""How many that fit a name are looked at before the leader is asked to type more of it."""


_COMPARED = 20_000
"""How many names are compared with one that nobody has."""


class WasErased(NotFound):
    """Nobody is behind this number any more."""

    def __init__(self, customer_id: int, day: date) -> None:
        super().__init__(
            f"Customer {customer_id} was erased on {day:%A} {day.day} {day:%B %Y};"
            " what they said is kept without their name."
        )


def customer(look: Look, customer_id: int) -> Customer | None:
    """Return one customer with their phones and e-mails, or None."""
    row = look.row(f"{COLUMNS} WHERE customer.id = :id", id=customer_id)
    return None if row is None else whole(look, row)


def whole(look: Look, row: Row) -> Customer:
    """Return the customer of a row of COLUMNS, with their phones and e-mails."""
    return customers_of(look, [row])[0]


def customers_of(look: Look, rows: Sequence[Row]) -> list[Customer]:
    """Return the customers of rows of COLUMNS, with their phones and e-mails."""
    ids = [row["id"] for row in rows]
    phones: dict[int, list[Phone]] = {}
    emails: dict[int, list[tuple[str, str]]] = {}
    if ids:
        listed, values = names("id", ids)
        for row in look.rows(
            "SELECT id, customer_id, label, raw, e164, shown, extension, wrong_on FROM phone"  # noqa: S608 - placeholders only
            f" WHERE customer_id IN ({listed}) ORDER BY customer_id, position",
            **values,
        ):
            phones.setdefault(row["customer_id"], []).append(_phone(row))
        for row in look.rows(
            f"SELECT customer_id, address, label FROM email WHERE customer_id IN ({listed})"  # noqa: S608 - placeholders only
            " ORDER BY customer_id, position",
            **values,
        ):
            emails.setdefault(row["customer_id"], []).append((row["address"], row["label"]))
    return [
        _customer(row, tuple(phones.get(row["id"], ())), tuple(emails.get(row["id"], ())))
        for row in rows
    ]


def find_customer(look: Look, typed: str) -> Customer:
    """Return the one customer who goes by `typed`: an id, or a part of a name or company.

    The id of somebody who was merged into another means the other.

    Raises:
        NobodyByThatName, SeveralByThatName: none, or more than one.
        WasErased: the id is that of somebody who was.

    """
    number = typed_number(typed)
    if number is not None:
        found = customer(look, number) or customer(look, former.now_called(look, number) or 0)
        if found is not None:
            _refuse_erased(look, found.id)
            return found
    fitting = look.rows(
        f"{COLUMNS} WHERE folded LIKE :part ESCAPE '!' AND erased = 0"
        f" ORDER BY customer.id LIMIT {MANY}",
        part=f"%{like(fold(typed))}%",
    )
    best = best_matches(typed, fitting, names=lambda row: (row["name"], row["company"]))
    if not best:
        near = _nearly(look, typed)
        raise NobodyByThatName("customer", typed, f"{PROGRAM} customers list", near=near)
    if len(best) > 1:
        raise SeveralByThatName(typed, [_choice(row) for row in best])
    return whole(look, best[0])


def _nearly(look: Look, typed: str) -> list[str]:
    """Return the names that may have been meant, of the customers who came last into the book."""
    rows = look.rows(
        f"SELECT name FROM customer WHERE erased = 0 ORDER BY id DESC LIMIT {_COMPARED}"  # noqa: S608 - our own number
    )
    called = list(dict.fromkeys(str(row["name"]) for row in rows))
    return nearest(typed, called, names=called)


def _refuse_erased(look: Look, customer_id: int) -> None:
    day = look.value(
        "SELECT MAX(erasure.day) AS value FROM erasure"
        " JOIN customer ON customer.id = erasure.customer_id AND customer.erased = 1"
        " WHERE customer_id = :id",
        id=customer_id,
    )
    if day is not None:
        raise WasErased(customer_id, day_of(day))


def any_customer(look: Look) -> bool:
    """Return whether there is anybody in the book."""
    return look.row("SELECT id FROM customer WHERE erased = 0 LIMIT 1") is not None


def count_without_phone(look: Look, *, most: int | None = COUNTED) -> int:
    """Return how many could be phoned if only there were a number; of more than `most`, one more.

    That many are counted at the most; all of them for None.
    """
    limit = "" if most is None else f" LIMIT {most + 1}"
    return int(
        look.value(
            "SELECT COUNT(*) AS value FROM (SELECT 1 FROM customer WHERE open = 0"  # noqa: S608 - our own number
            " AND do_not_contact_on IS NULL AND left_on IS NULL AND paused_on IS NULL"
            f"{limit}) AS few"
        )
    )


def like(text: str) -> str:
    """Return `text` as a part of a LIKE pattern with ! as its escape."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _choice(row: Row) -> str:
    company = f", {row['company']}" if row["company"] not in ("", row["name"]) else ""
    return f"{row['id']} {row['name']}{company}"


def _phone(row: Row) -> Phone:
    return Phone(
        id=row["id"],
        raw=row["raw"],
        e164=row["e164"],
        shown=row["shown"],
        label=row["label"],
        extension=row["extension"],
        wrong_on=day_or_none(row["wrong_on"]),
    )


def _customer(row: Row, phones: tuple[Phone, ...], emails: tuple[tuple[str, str], ...]) -> Customer:
    return Customer(
        id=row["id"],
        name=row["name"],
        company=row["company"],
        country=row["country"],
        zone=row["zone"],
        hours=stored_hours(row["hours"]),
        segment=row["segment"],
        cadence=row["cadence"],
        beat=row["beat"],
        leader_id=row["leader_id"],
        joined_on=day_of(row["joined_on"]),
        last_on=day_or_none(row["last_on"]),
        phones=phones,
        emails=tuple(address for address, _ in emails),
        email_labels=tuple(label for _, label in emails),
        do_not_contact_on=day_or_none(row["do_not_contact_on"]),
        do_not_contact_why=row["do_not_contact_why"],
        paused_on=day_or_none(row["paused_on"]),
        paused_until=day_or_none(row["paused_until"]),
        left_on=day_or_none(row["left_on"]),
        renewed_on=day_or_none(row["renewed_on"]),
        referred_by=row["referred_by"],
        misses=row["misses"],
        skips=row["skips"],
    )
