"""The customers of a book on their way out, block by block, so that any number fits into memory."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from dailycontact.core.exported import Exported, ExportedEmail, ExportedPhone, OtherId
from dailycontact.store.former import mark
from dailycontact.store.looking import Look, Row
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

BLOCK = 2_000
"""Customers that are read at once."""

STANDARD_OUTPUT = "standard output"
"""What is noted as the place of an export that went to another program."""

_PEOPLE = (
    "SELECT customer.id, customer.name, company, country, zone, hours, segment.name AS segment,"
    " customer.cadence, member.name AS leader, referred_by, customer.joined_on, renewed_on,"
    " customer.left_on, paused_on, paused_until, do_not_contact_on, do_not_contact_why"
    " FROM customer LEFT JOIN segment ON segment.id = customer.segment_id"
    " LEFT JOIN member ON member.id = customer.leader_id"
)
_PHONES = (
    "SELECT customer_id, label, raw, e164, extension, wrong_on FROM phone"
    " WHERE customer_id IN ({}) ORDER BY customer_id, position"
)
_EMAILS = (
    "SELECT customer_id, label, address FROM email"
    " WHERE customer_id IN ({}) ORDER BY customer_id, position"
)
_OTHER_IDS = (
    "SELECT customer_id, source, value FROM external_id"
    " WHERE customer_id IN ({}) ORDER BY customer_id, id"
)

T = TypeVar("T")


def book_mark(look: Look) -> str:
    """Return by what this book is told from others."""
    return mark(book_settings(look).seed)


def people(look: Look, *, customer_id: int | None = None, segment: str = "") -> Iterator[Exported]:
    """Yield the customers that are wanted, by their ids; nobody who was erased is among them.

    All for no `customer_id` and no `segment` (its name). Whoever does not want to be contacted is
    among them, with their refusal: without them, they would come back.
    """
    where = "erased = 0 AND customer.id > :after"
    values: dict[str, object] = {}
    if customer_id is not None:
        where, values = f"{where} AND customer.id = :only", {"only": customer_id}
    if segment:
        where, values = f"{where} AND segment.name = :segment", {**values, "segment": segment}
    book, last = book_mark(look), 0
    while rows := look.rows(
        f"{_PEOPLE} WHERE {where} ORDER BY customer.id LIMIT {BLOCK}",
        after=last,
        **values,
    ):
        yield from _block(look, rows, book)
        last = rows[-1]["id"]


def note(
    change: "Change",
    *,
    place: str,
    form: str,
    people: int,
    customer_id: int | None,
    leader_id: int,
    day: date,
) -> int:
    """Note that so many customers were written to a place; return the id of the note."""
    return change.add(
        "export",
        place=place,
        form=form,
        people=people,
        customer_id=customer_id,
        leader_id=leader_id,
        day=day,
        recorded_at=change.at,
    )


def _block(look: Look, rows: list[Row], book: str) -> Iterator[Exported]:
    ids = [row["id"] for row in rows]
    phones = _by_customer(look.among(_PHONES, ids), _phone)
    emails = _by_customer(look.among(_EMAILS, ids), _email)
    others = _by_customer(look.among(_OTHER_IDS, ids), _other_id)
    for row in rows:
        at = row["id"]
        yield _exported(
            row,
            book,
            tuple(phones.get(at, ())),
            tuple(emails.get(at, ())),
            tuple(others.get(at, ())),
        )


def _by_customer(rows: Iterable[Row], made: Callable[[Row], T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for row in rows:
        found.setdefault(row["customer_id"], []).append(made(row))
    return found


def _phone(row: Row) -> ExportedPhone:
    return ExportedPhone(row["label"], row["raw"], row["e164"], row["extension"], row["wrong_on"])


def _email(row: Row) -> ExportedEmail:
    return ExportedEmail(row["label"], row["address"])


def _other_id(row: Row) -> OtherId:
    return OtherId(row["source"], row["value"])


def _exported(
    row: Row,
    book: str,
    phones: tuple[ExportedPhone, ...],
    emails: tuple[ExportedEmail, ...],
    other_ids: tuple[OtherId, ...],
) -> Exported:
    return Exported(
        id=row["id"],
        book=book,
        name=row["name"],
        company=row["company"],
        phones=phones,
        emails=emails,
        country=row["country"],
        zone=row["zone"],
        hours=row["hours"],
        segment=row["segment"],
        cadence=row["cadence"],
        leader=row["leader"],
        referred_by=row["referred_by"],
        joined_on=row["joined_on"],
        renewed_on=row["renewed_on"],
        left_on=row["left_on"],
        paused_on=row["paused_on"],
        paused_until=row["paused_until"],
        refused_on=row["do_not_contact_on"],
        refused_why=row["do_not_contact_why"],
        other_ids=other_ids,
    )
