"""Writes customers into a file, and notes that it was done: whoever is in it can be told so."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from dailycontact.core.exported import Exported
from dailycontact.people.formats import Form
from dailycontact.people.usecases.roster import segment_spelt
from dailycontact.store import exporting
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dailycontact.core.customer import Customer
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Who is to be exported: everybody, one customer, or a segment (its name, as typed)."""

    customer: "Customer | None" = None
    segment: str = ""


@dataclass(frozen=True, kw_only=True)
class Export:
    """What was written: where, in which form, how many people; `refused` of them said no."""

    place: str
    form: str
    people: int
    refused: int


@dataclass(kw_only=True)
class _Counted:
    """The people of an export, counted each time they go by."""

    look: Look
    wanted: Wanted
    segment: str
    people: int = 0
    refused: int = 0

    def __call__(self) -> "Iterator[Exported]":
        self.people = self.refused = 0
        only = self.wanted.customer
        for one in exporting.people(
            self.look, customer_id=None if only is None else only.id, segment=self.segment
        ):
            self.people += 1
            self.refused += one.refused_on is not None
            yield one


def export(
    change: "Change", out: BinaryIO, wanted: Wanted, *, form: str, written: Form, place: str
) -> Export:
    """Write the customers that are wanted to `out`, in a form by its name and as it is `written`.

    `place` is what is noted. Raises NoSuchSegment.
    """
    segment = segment_spelt(change, wanted.segment) if wanted.segment else ""
    people = _Counted(look=change, wanted=wanted, segment=segment)
    written.write(out, people, book=exporting.book_mark(change))
    return Export(place=place, form=form, people=people.people, refused=people.refused)


def note(
    change: "Change", done: Export, *, customer: "Customer | None", leader_id: int, day: date
) -> None:
    """Note what was written, so that an erasure can say in which files somebody still is."""
    exporting.note(
        change,
        place=done.place,
        form=done.form,
        people=done.people,
        customer_id=None if customer is None else customer.id,
        leader_id=leader_id,
        day=day,
    )
    several = f"{done.people:,} customer{'' if done.people == 1 else 's'}"
    change.summary = f"exported {several} to {done.place} ({done.form})"
