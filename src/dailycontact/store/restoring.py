"""A copy in the place of the book: proved first, with the refusals of today, swapped in one go.

Refusals of contact are carried over, because a customer who said no since the copy was made must
not be phoned; those who are not in the copy come along with their refusal. Whoever was erased since
is erased from what is brought back, too.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dailycontact.core.event import RESTORED
from dailycontact.errors import DailycontactError, StorageProblem
from dailycontact.store import copies, erased_again, former, leftovers, refusals, rhythms
from dailycontact.store.book import Book
from dailycontact.store.copies import Proof
from dailycontact.store.erased_again import Again, Erasures
from dailycontact.store.faults import BookBusy, fault_of_sqlite
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look
from dailycontact.store.sqlite import open_sqlite, sync_folder

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_REFUSED = (
    "SELECT id, name, company, folded, country, zone, joined_on, do_not_contact_on,"
    " do_not_contact_why FROM customer WHERE do_not_contact_on IS NOT NULL{} ORDER BY id"
)
_KEPT_WITH = {
    "phone": ("position", "label", "raw", "e164", "extension", "shown", "wrong_on"),
    "email": ("position", "address"),
    "external_id": ("source", "value"),
}


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A customer who does not want to be contacted, with what would bring them in again."""

    facts: Mapping[str, Any]
    rows: Mapping[str, tuple[Mapping[str, Any], ...]]


@dataclass(frozen=True, kw_only=True)
class Refusals:
    """The refusals and erasures of a book; `seed` says which book it is a copy of."""

    seed: str | None
    among: tuple[Refusal, ...]
    erasures: Erasures


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What was brought back, what was kept of the book before, and whose refusals were kept.

    `refusals` are the names of those whom the copy would have phoned; None where the book before
    could not be read. `safety` is None where there was no book before.
    """

    copy: Proof
    safety: Path | None
    refusals: tuple[str, ...] | None
    erased: int = 0
    """How many of the copy had been erased since, and were again."""


def restore(place: Path, copy: Path, *, at: datetime, local: datetime) -> Restored:
    """Put `copy` in the place of the book at `place`; `local` is `at` in the book's zone.

    Raises:
        CopyDamaged: the copy is not whole; nothing was changed.
        Busy: somebody is writing to the book.
        StorageProblem: the files cannot be written; nothing was changed.

    """
    proof = copies.prove(copy)
    unfinished = place.with_name(f"{place.name}.restored-{os.getpid()}")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copies.copy_pages(copy, unfinished)
        with _current(place, local) as (safety, known):
            kept, erased = _carry_over(unfinished, known, copy=copy, at=at)
            copies.sync_file(unfinished)
            _swap(unfinished, place)
    except OSError as error:
        raise _Unswapped(place, error) from error
    finally:
        for left in (unfinished, Path(f"{unfinished}-journal")):
            with suppress(OSError):
                left.unlink()
    return Restored(copy=proof, safety=safety, refusals=kept, erased=erased)


class _Unswapped(StorageProblem):
    """The files of the book cannot be written."""

    def __init__(self, place: Path, error: OSError) -> None:
        super().__init__(
            f"The copy could not be put in the place of {place} ({error.strerror}); "
            "nothing was changed."
        )


@contextmanager
def _current(place: Path, local: datetime) -> Iterator[tuple[Path | None, Refusals | None]]:
    """Hold the book that is there now, and yield where its safety copy is, and its refusals.

    Nobody can write to it meanwhile; whoever waits finds that it was moved, and says so.
    """
    if not place.is_file():
        yield None, None
        return
    connection = _held(place)
    if connection is None:
        yield _keep_damaged(place, local), None
        return
    try:
        safety = copies.usual_name(place, local, kind="before restore")
        yield copies.make_copy(place, safety).path, _refusals(Book(str(place)))
    finally:
        connection.close()


def _held(place: Path) -> sqlite3.Connection | None:
    """Return a connection that keeps every other writer out, or None where it is no whole book."""
    try:
        connection = open_sqlite(str(place))
    except StorageProblem:
        return None
    try:
        connection.execute("BEGIN IMMEDIATE")
        copies.judge(connection, place)
    except (sqlite3.DatabaseError, copies.CopyDamaged) as error:
        connection.close()
        fault = fault_of_sqlite(error, str(place))
        if isinstance(fault, BookBusy):
            raise fault from error
        return None
    return connection


def _keep_damaged(place: Path, local: datetime) -> Path:
    """Keep the bytes of a book that cannot be read: somebody may still save something."""
    target = copies.usual_name(place, local, kind="damaged")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for suffix in ("", "-journal"):
        source = Path(f"{place}{suffix}")
        if source.is_file():
            os.close(os.open(f"{target}{suffix}", os.O_CREAT | os.O_RDWR, 0o600))
            shutil.copyfile(source, f"{target}{suffix}")
    return target


def _swap(unfinished: Path, place: Path) -> None:
    # A journal left by a crash belongs to the book before, and must never meet the copy.
    Path(f"{place}-journal").unlink(missing_ok=True)
    os.replace(unfinished, place)  # noqa: PTH105 - the word says what it does
    sync_folder(str(place.parent))


def _refusals(book: Book) -> Refusals | None:
    try:
        look = book.look_as_it_is()
        erased = " AND erased = 0" if erased_again.knows_erasures(look) else ""
        refused = look.rows(_REFUSED.format(erased))
        return Refusals(
            seed=look.value("SELECT value FROM setting WHERE key = 'seed'"),
            among=tuple(_refusal(look, dict(row)) for row in refused),  # type: ignore[call-overload]  # a row is a mapping
            erasures=erased_again.erasures_of(look),
        )
    except DailycontactError:
        return None
    finally:
        book.rest()


def _refusal(look: Look, facts: dict[str, Any]) -> Refusal:
    rows = {
        table: tuple(
            {name: row[name] for name in columns}
            for row in look.rows(
                f"SELECT {', '.join(columns)} FROM {table} WHERE customer_id = :id ORDER BY id",  # noqa: S608 - our own names
                id=facts["id"],
            )
        )
        for table, columns in _KEPT_WITH.items()
    }
    return Refusal(facts=facts, rows=rows)


def _carry_over(
    unfinished: Path, known: Refusals | None, *, copy: Path, at: datetime
) -> tuple[tuple[str, ...] | None, int]:
    """Write what happened since into the copy; return whose refusals, and how many erasures."""
    book = Book(str(unfinished), is_a_copy=True)
    with book.change(RESTORED, leader_id=_only_leader(book.look()), at=at) as change:
        change.summary = f"brought back the copy {copy.name}"
        change.always_noted = True
        again = Again() if known is None else _erase_again(change, known)
        names = None if known is None else tuple(_refuse_again(change, known))
    leftovers.search(book, again.needles)
    book.rest()
    return names, again.people


def _erase_again(change: "Change", known: Refusals) -> Again:
    ours = change.value("SELECT value FROM setting WHERE key = 'seed'") == known.seed
    return erased_again.erase_again(change, known.erasures, ours=ours)


def _only_leader(look: Look) -> int | None:
    rows = look.rows("SELECT id FROM member WHERE leads = 1 AND left_on IS NULL")
    return rows[0]["id"] if len(rows) == 1 else None


def _refuse_again(change: "Change", known: Refusals) -> Iterator[str]:
    """Yield the names of those whose refusal the copy did not know."""
    ours = change.value("SELECT value FROM setting WHERE key = 'seed'") == known.seed
    for refusal in known.among:
        there = _those(change, refusal, ours=ours)
        if not there:
            _bring_along(change, refusal)
        new = [one for one in there if not _has_refused(change, one)]
        for one in new:
            day = day_of(refusal.facts["do_not_contact_on"])
            refusals.refuse(change, one, day=day, why=refusal.facts["do_not_contact_why"])
        if new or not there:
            yield str(refusal.facts["name"])


def _has_refused(change: "Change", customer_id: int) -> bool:
    said = "SELECT do_not_contact_on AS value FROM customer WHERE id = :id"
    return change.value(said, id=customer_id) is not None


def _those(change: "Change", refusal: Refusal, *, ours: bool) -> list[int]:
    """Return the customers of the copy who are the one that refused.

    More than one, where several have been merged since the copy was made: all of them refused.
    """
    before = [
        int(known["value"])
        for known in refusal.rows["external_id"]
        if ours and known["source"] == former.own_source(change) and known["value"].isdecimal()
    ]
    if not before:
        same = _same(change, refusal, ours=ours)
        return [] if same is None else [same]
    every = [refusal.facts["id"], *before, _same(change, refusal, ours=ours)]
    there = [
        change.value("SELECT id AS value FROM customer WHERE id = :id", id=one)
        for one in every
        if one is not None
    ]
    return list(dict.fromkeys(one for one in there if one is not None))


def _same(change: "Change", refusal: Refusal, *, ours: bool) -> int | None:
    """Return the customer of the copy who is the one that refused."""
    facts = refusal.facts
    if ours:
        found = change.value(
            "SELECT id AS value FROM customer WHERE id = :id AND joined_on = :joined",
            id=facts["id"],
            joined=facts["joined_on"],
        )
        if found is not None:
            return int(found)
    for known in refusal.rows["external_id"]:
        found = change.value(
            "SELECT customer_id AS value FROM external_id"
            " WHERE source = :source AND value = :value",
            **known,
        )
        if found is not None:
            return int(found)
    found = change.value(
        "SELECT MIN(id) AS value FROM customer WHERE folded = :folded", folded=facts["folded"]
    )
    return None if found is None else int(found)


def _bring_along(change: "Change", refusal: Refusal) -> None:
    facts = {name: value for name, value in refusal.facts.items() if name != "id"}
    customer_id = change.add("customer", **facts, beat=1, clock=0.0, eligible_from=0)
    for table, rows in refusal.rows.items():
        for row in rows:
            change.add(table, customer_id=customer_id, **row)
    rhythms.refresh(change, [customer_id])
