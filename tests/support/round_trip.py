"""Customers with everything that a book can know of them, out of one book and into another."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dailycontact.core.exported import Exported
from dailycontact.core.naming import fold
from dailycontact.people.formats import ENDINGS, form_of
from dailycontact.people.sources.parcels import Parcel
from dailycontact.people.usecases.import_judging import Defaults
from dailycontact.people.usecases.import_reading import recognise_parcel
from dailycontact.people.usecases.imports import Imported, bring_in
from dailycontact.store import exporting, rhythms, team
from dailycontact.store.book import Book
from support.builders import MONDAY, MORNING

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

LEADER = "Marta Silva"


def fill(book: Book, people: Sequence[Exported]) -> None:
    """Put people into a book, column by column."""
    with book.change("test", leader_id=1, at=MORNING) as change:
        segments = {name: None for one in people if (name := one.segment)}
        ids = {name: change.add("segment", name=name) for name in segments}
        leader = next(one.id for one in team.members(change) if one.name == LEADER)
        for one in people:
            _put(change, one, ids.get(one.segment or ""), leader if one.leader else None)
    book.rest()


def _put(change: "Change", one: Exported, segment_id: int | None, leader_id: int | None) -> None:
    from dailycontact.core.phone import read_phone

    customer_id = change.add(
        "customer",
        name=one.name,
        company=one.company,
        folded=fold(f"{one.name} {one.company}"),
        country=one.country,
        zone=one.zone,
        hours=one.hours,
        segment_id=segment_id,
        cadence=one.cadence,
        leader_id=leader_id,
        referred_by=one.referred_by,
        joined_on=one.joined_on,
        renewed_on=one.renewed_on,
        left_on=one.left_on,
        paused_on=one.paused_on,
        paused_until=one.paused_until,
        do_not_contact_on=one.refused_on,
        do_not_contact_why=one.refused_why,
        beat=63,
        clock=0.0,
        eligible_from=0,
    )
    for place, phone in enumerate(one.phones, start=1):
        shown = read_phone(phone.raw, country=one.country or "GB").shown
        change.add("phone", customer_id=customer_id, position=place, shown=shown, **phone._asdict())
    for place, email in enumerate(one.emails, start=1):
        change.add("email", customer_id=customer_id, position=place, **email._asdict())
    for other in one.other_ids:
        change.add("external_id", customer_id=customer_id, **other._asdict())
    rhythms.refresh(change, [customer_id])


def people(book: Book) -> list[Exported]:
    """Return everybody in a book."""
    found = list(exporting.people(book.look()))
    book.rest()
    return found


def written(book: Book, form: str) -> bytes:
    """Return an export of everybody, as a file of that form holds it."""
    out = io.BytesIO()
    look = book.look()
    form_of(form).write(out, lambda: exporting.people(look), book=exporting.book_mark(look))
    book.rest()
    return out.getvalue()


def brought_in(book: Book, data: bytes, form: str) -> Imported:
    """Bring the bytes of an export into a book."""
    name = f"customers{ENDINGS[form]}"
    parcel = Parcel(name=name, kind=ENDINGS[form], beside=None, data=data)
    recognised = recognise_parcel(parcel, overrides={})
    with book.change("import", leader_id=1, at=MORNING) as change:
        done = bring_in(change, recognised, defaults=Defaults(book_country="GB"), day=MONDAY)
    book.rest()
    return done


def without_numbers(everybody: Sequence[Exported]) -> list[Exported]:
    """Return people without what must differ between books: their ids, and the book's own mark."""
    return [
        replace(
            one,
            id=0,
            book="",
            other_ids=tuple(
                sorted(each for each in one.other_ids if not each.source.startswith("dailycontact"))
            ),
        )
        for one in everybody
    ]
