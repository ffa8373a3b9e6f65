"""Who else has something of a customer: with whom it was shared, and in which files it stands."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dailycontact.core.wiping import GONE
from dailycontact.store import copies, leftovers
from dailycontact.store.book import Book
from dailycontact.store.exporting import STANDARD_OUTPUT
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, names


@dataclass(frozen=True, kw_only=True)
class Passed:
    """Something that was passed on: to the team (`how` is empty), or to the customer in writing."""

    answer_id: int
    day: date
    how: str
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Holder:
    """A file that holds somebody, or that could not be looked into (`unread`).

    `kind` is that of a copy ("automatic", "before restore", nothing for one that was asked for),
    "export" or "draft".
    """

    path: str
    kind: str
    unread: bool = False


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """Exported files that cannot be looked into.

    `lost` are not where they were written any more; of those that are `unnamed`, the name was
    forgotten, because it named somebody; `piped` says that some went to another program.
    """

    lost: int = 0
    piped: bool = False
    unnamed: int = 0


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What there is of a customer, in numbers."""

    calls: int
    reached: int
    notes: int
    answers: int
    promises: int
    phones: int
    emails: int


_COUNTED = {
    "calls": "SELECT COUNT(*) AS value FROM call WHERE customer_id = :id",
    "reached": "SELECT COUNT(*) AS value FROM call WHERE customer_id = :id AND outcome = 'reached'",
    "notes": "SELECT COUNT(*) AS value FROM call WHERE customer_id = :id AND notes IS NOT NULL",
    "answers": "SELECT COUNT(*) AS value FROM answer WHERE customer_id = :id",
    "promises": "SELECT COUNT(*) AS value FROM promise WHERE customer_id = :id",
    "phones": "SELECT COUNT(*) AS value FROM phone WHERE customer_id = :id",
    "emails": "SELECT COUNT(*) AS value FROM email WHERE customer_id = :id",
}


def counts(look: Look, customer_id: int) -> Counts:
    """Return how much there is of a customer."""
    return Counts(**{name: look.value(sql, id=customer_id) for name, sql in _COUNTED.items()})


def passed_on(look: Look, customer_id: int) -> tuple[Passed, ...]:
    """Return what was shared of a customer's words, and told to them in writing, in order."""
    rows = look.rows(
        "SELECT answer_id, sharing.day, '' AS how, COALESCE(place, '') AS place FROM sharing"
        " JOIN answer ON answer.id = answer_id WHERE customer_id = :id"
        " UNION ALL SELECT answer_id, telling.day, channel, '' FROM telling"
        " JOIN answer ON answer.id = answer_id"
        " WHERE customer_id = :id AND channel IN ('email', 'letter') ORDER BY 2, 1",
        id=customer_id,
    )
    return tuple(
        Passed(
            answer_id=row["answer_id"], day=day_of(row["day"]), how=row["how"], place=row["place"]
        )
        for row in rows
    )


def copies_with(book: Book, needles: Collection[str]) -> tuple[Holder, ...]:
    """Return the copies of a book in which one of these words stands, the newest first."""
    if book.is_shared:
        return ()
    known = ((str(one.path), one.kind) for one in copies.copies_of(Path(book.address)))
    return tuple(_looked_into(known, needles))


def exports_with(look: Look, needles: Collection[str]) -> tuple[Holder, ...]:
    """Return the exported files that are still there and in which one of these words stands."""
    rows = look.rows("SELECT DISTINCT place FROM export ORDER BY place")
    there = [str(row["place"]) for row in rows if leftovers.is_there(row["place"])]
    return tuple(_looked_into(((place, "export") for place in there), needles))


def drafts_with(paths: Iterable[str], needles: Collection[str]) -> tuple[Holder, ...]:
    """Return the drafts (of conversations with others) in which one of these words stands."""
    return tuple(_looked_into(((path, "draft") for path in paths), needles))


def exports_gone(look: Look, ids: Collection[int], *, since: date) -> Elsewhere:
    """Return how many files may hold a customer with one of these ids, and cannot be looked into.

    Those are files with everybody, written when the customer was there (`since`), and files about
    that customer alone.
    """
    listed, values = names("id", list(ids))
    rows = look.rows(
        "SELECT DISTINCT place FROM export WHERE (customer_id IS NULL AND day >= :since)"  # noqa: S608 - placeholders only
        f" OR customer_id IN ({listed})",
        since=since,
        **values,
    )
    places = [str(row["place"]) for row in rows]
    piped, unnamed = STANDARD_OUTPUT in places, sum(GONE in place for place in places)
    lost = sum(
        not leftovers.is_there(place)
        for place in places
        if place != STANDARD_OUTPUT and GONE not in place
    )
    return Elsewhere(lost=lost, piped=piped, unnamed=unnamed)


def _looked_into(files: Iterable[tuple[str, str]], needles: Collection[str]) -> Iterable[Holder]:
    for path, kind in files:
        try:
            found = leftovers.found_in(Path(path), needles)
        except OSError:
            yield Holder(path=path, kind=kind, unread=True)
            continue
        if found:
            yield Holder(path=path, kind=kind)
