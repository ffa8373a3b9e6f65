"""A copy in the place of the book: proved first, with the refusals of today, swapped in one go.

Refusals of contact are carried over, because a customer who said no since the copy was made must
not be phoned; those who are not in the copy come along with their refusal. Whoever was erased since
is erased from what is brought back, too.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dailycontact.core.event import RESTORED
from dailycontact.errors import DailycontactError, StorageProblem
from dailycontact.store import copies, erased_again, leftovers, refused_again, unsent
from dailycontact.store.book import Book
from dailycontact.store.copies import Proof
from dailycontact.store.erased_again import Again, Erasures
from dailycontact.store.faults import BookBusy, fault_of_sqlite
from dailycontact.store.looking import Look
from dailycontact.store.refused_again import Refusal
from dailycontact.store.sqlite import open_sqlite, sync_folder

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class Refusals:
    """The refusals and erasures of the book at a place; `seed` says which book that is."""

    place: Path
    seed: str | None
    among: tuple[Refusal, ...]
    erasures: Erasures
    gone: tuple[unsent.Gone, ...] = ()
    """The editions of the report that went out."""


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
    names_left: tuple[str, ...] = ()
    """Texts that came back with a first or last name of theirs alone."""


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
            kept, again = _carry_over(unfinished, known, copy=copy, at=at)
            copies.sync_file(unfinished)
            _swap(unfinished, place)
    except OSError as error:
        raise _Unswapped(place, error) from error
    finally:
        for left in (unfinished, Path(f"{unfinished}-journal")):
            with suppress(OSError):
                left.unlink()
    return Restored(
        copy=proof, safety=safety, refusals=kept, erased=again.people, names_left=again.left
    )


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
        yield copies.make_copy(place, safety).path, _refusals(place)
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


def _refusals(place: Path) -> Refusals | None:
    book = Book(str(place))
    try:
        look = book.look_as_it_is()
        return Refusals(
            place=place,
            seed=look.value("SELECT value FROM setting WHERE key = 'seed'"),
            among=refused_again.refusals_of(look),
            erasures=erased_again.erasures_of(look),
            gone=unsent.gone(look),
        )
    except DailycontactError:
        return None
    finally:
        book.rest()


def _carry_over(
    unfinished: Path, known: Refusals | None, *, copy: Path, at: datetime
) -> tuple[tuple[str, ...] | None, Again]:
    """Write what happened since into the copy; return whose refusals, and who was erased."""
    book = Book(str(unfinished), is_a_copy=True)
    with book.change(RESTORED, leader_id=_only_leader(book.look()), at=at) as change:
        change.summary = f"brought back the copy {copy.name}"
        change.always_noted = True
        unsent.drop_all(change)
        again, names = (Again(), None) if known is None else _again(change, known)
    leftovers.search(book, again.needles)
    book.rest()
    return names, again


def _again(change: "Change", known: Refusals) -> tuple[Again, tuple[str, ...]]:
    """Erase and refuse again; return who was erased, and the names of those who refused."""
    book = Book(str(known.place))
    try:
        now = book.look_as_it_is() if _is_of(change, known) else None
        if now is not None:
            unsent.carry_over(change, known.gone)
        again = erased_again.erase_again(change, known.erasures, now=now)
        return again, tuple(refused_again.refuse_again(change, known.among, now=now))
    finally:
        book.rest()


def _is_of(change: "Change", known: Refusals) -> bool:
    """Return whether a copy is of the same book."""
    return bool(change.value("SELECT value FROM setting WHERE key = 'seed'") == known.seed)


def _only_leader(look: Look) -> int | None:
    rows = look.rows("SELECT id FROM member WHERE leads = 1 AND left_on IS NULL")
    return rows[0]["id"] if len(rows) == 1 else None
