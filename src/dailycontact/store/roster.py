"""The customers of a book as a list: those that fit, as many as can be read at a glance."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from dailycontact.core.customer import Customer
from dailycontact.core.naming import fold
from dailycontact.core.rhythm import PARKED_AT
from dailycontact.store.customers import COLUMNS, customers_of, like
from dailycontact.store.looking import Look
from dailycontact.store.rhythms import AT_ONCE

_HAS_PHONE = (
    "EXISTS (SELECT 1 FROM phone WHERE phone.customer_id = customer.id AND phone.wrong_on IS NULL)"
)
_ONLY = {
    "no_phone": f"do_not_contact_on IS NULL AND NOT {_HAS_PHONE}",
    "no_zone": (
        "do_not_contact_on IS NULL AND reach IN (SELECT id FROM reach WHERE zones LIKE '%,%')"
    ),
    "check_number": f"customer.open = 1 AND misses >= {PARKED_AT}",
    "do_not_contact": "do_not_contact_on IS NOT NULL",
}
"""What is asked of those who are wanted, by the name of the wish."""

_FEWEST_DIGITS = 4


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which customers to list; what is not said does not matter.

    `text` is a part of a name, a company, an e-mail address or a number; `segment` its name;
    `check_number` those who were missed so often in a row that the number may be wrong.
    """

    text: str = ""
    segment: str = ""
    leader_id: int | None = None
    no_phone: bool = False
    no_zone: bool = False
    do_not_contact: bool = False
    paused: bool = False
    left: bool = False
    check_number: bool = False


def listed(look: Look, wanted: Wanted, *, day: date, limit: int | None) -> list[Customer]:
    """Return the customers that are wanted, by name; at most `limit`, or all of them for None."""
    where, values = _where(wanted, day)
    most = "" if limit is None else f" LIMIT {limit}"
    rows = look.rows(f"{COLUMNS} WHERE {where} ORDER BY folded, customer.id{most}", **values)
    return [
        customer
        for start in range(0, len(rows), AT_ONCE)
        for customer in customers_of(look, rows[start : start + AT_ONCE])
    ]


def count(look: Look, wanted: Wanted, *, day: date) -> int:
    """Return how many customers are wanted."""
    where, values = _where(wanted, day)
    return int(
        look.value(
            "SELECT COUNT(*) AS value FROM customer"  # noqa: S608 - our own text
            f" LEFT JOIN segment ON segment.id = customer.segment_id WHERE {where}",
            **values,
        )
    )


def segment_names(look: Look) -> tuple[str, ...]:
    """Return the names of the segments, in order."""
    return tuple(row["name"] for row in look.rows("SELECT name FROM segment ORDER BY name"))


def _where(wanted: Wanted, day: date) -> tuple[str, dict[str, Any]]:
    clauses = ["customer.left_on IS NOT NULL" if wanted.left else "customer.left_on IS NULL"]
    clauses.append("customer.erased = 0")
    values: dict[str, Any] = {}
    if wanted.text:
        clause, values = _text(wanted.text)
        clauses.append(clause)
    if wanted.segment:
        clauses.append("segment.name = :segment")
        values["segment"] = wanted.segment
    if wanted.leader_id is not None:
        clauses.append("leader_id = :leader")
        values["leader"] = wanted.leader_id
    if wanted.paused:
        clauses.append("paused_on IS NOT NULL AND (paused_until IS NULL OR paused_until > :day)")
        values["day"] = day
    clauses += [clause for name, clause in _ONLY.items() if getattr(wanted, name)]
    return " AND ".join(clauses), values


def _text(text: str) -> tuple[str, dict[str, Any]]:
    """Return the clause that finds a text in names, addresses and (enough digits of it) numbers."""
    part = f"%{like(fold(text))}%"
    values: dict[str, Any] = {"part": part}
    clauses = ["folded LIKE :part ESCAPE '!'"]
    if "@" in text:
        clauses.append(
            "customer.id IN (SELECT customer_id FROM email"
            " WHERE LOWER(address) LIKE :part ESCAPE '!')"
        )
    digits = "".join(character for character in text if character.isdecimal())
    if len(digits) >= _FEWEST_DIGITS:
        clauses.append("customer.id IN (SELECT customer_id FROM phone WHERE e164 LIKE :digits)")
        values["digits"] = f"%{digits.lstrip('0')}%"
    return f"({' OR '.join(clauses)})", values
