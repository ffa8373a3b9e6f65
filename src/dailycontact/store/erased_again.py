"""Who was erased from a book is erased from a copy of it, too, before that takes its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.store import erasing, marks, rhythms
from dailycontact.store.entries import folded
from dailycontact.store.erasing import ERASED, NAME, Singles
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row
from dailycontact.store.traces import WINDOW, Known, known_of

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class Gone:
    """Somebody who was erased: the number of their row, when they came and went, their marks."""

    id: int
    joined_on: date
    day: date
    marks: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Erasures:
    """Everybody who was erased from a book, and the keys of their marks."""

    keys: tuple[str, ...] = ()
    gone: tuple[Gone, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Again:
    """Who was in the copy and is not any more: how many, and the words that must be gone."""

    people: int = 0
    needles: tuple[str, ...] = ()


def knows_erasures(look: Look) -> bool:
    """Return whether a book's schema knows erasures at all; of a file, whatever its age."""
    found = look.row("SELECT 1 AS found FROM pragma_table_info('customer') WHERE name = 'erased'")
    return found is not None


def erasures_of(look: Look) -> Erasures:
    """Return who was erased from the book in a file; nobody where its schema is older than that."""
    if not knows_erasures(look):
        return Erasures()
    said: dict[int, set[str]] = {}
    for row in look.rows("SELECT erasure_id, mark FROM erasure_mark"):
        said.setdefault(row["erasure_id"], set()).add(row["mark"])
    rows = look.rows(
        "SELECT erasure.id, customer_id, erasure.day, joined_on FROM erasure"
        " JOIN customer ON customer.id = customer_id ORDER BY erasure.id"
    )
    return Erasures(
        keys=marks.keys_of(look),
        gone=tuple(
            Gone(
                id=row["customer_id"],
                joined_on=day_of(row["joined_on"]),
                day=day_of(row["day"]),
                marks=frozenset(said.get(row["id"], ())),
            )
            for row in rows
        ),
    )


def erase_again(change: "Change", known: Erasures, *, ours: bool) -> Again:
    """Erase everybody from the copy who was erased since; `ours`: it is of the same book.

    Of the same book, a customer is told by their number and the day on which they came; else, and
    of whoever came twice, by their marks.
    """
    if not known.gone:
        return Again()
    marks.keep_keys(change, known.keys)
    leader_id = change.leader_id or change.value("SELECT MIN(id) AS value FROM member")
    erased: list[Known] = []
    for gone in known.gone:
        row = _row_of(change, gone) if ours else None
        if row is not None and not row["erased"]:
            erased.append(_erase(change, gone.id, day=gone.day, leader_id=leader_id))
        _remember(change, gone, row, ours=ours, leader_id=leader_id)
    for customer_id, day in _known_by_marks(change, known):
        erased.append(_erase(change, customer_id, day=day, leader_id=leader_id))
    needles = tuple(dict.fromkeys(needle for one in erased for needle in one.needles))
    return Again(people=len(erased), needles=needles)


def _row_of(change: "Change", gone: Gone) -> Row | None:
    return change.row(
        "SELECT id, erased FROM customer WHERE id = :id AND joined_on = :joined",
        id=gone.id,
        joined=gone.joined_on,
    )


def _erase(change: "Change", customer_id: int, *, day: date, leader_id: int) -> Known:
    known = known_of(change, customer_id)
    erasing.erase(change, known, leader_id=leader_id, day=day, singles=Singles())
    return known


def _remember(change: "Change", gone: Gone, row: Row | None, *, ours: bool, leader_id: int) -> None:
    """Keep the marks of somebody; where there is no row that they could belong to, make one."""
    there = {one["mark"] for one in change.rows("SELECT mark FROM erasure_mark")}
    if gone.marks and gone.marks <= there and row is not None:
        return
    customer_id = gone.id if row is not None else _empty_row(change, gone, ours=ours)
    erasing.remember(change, customer_id, gone.marks - there, leader_id=leader_id, day=gone.day)


def _empty_row(change: "Change", gone: Gone, *, ours: bool) -> int:
    """Add what is left of somebody who was erased: under their old number, if it is free."""
    taken = change.row("SELECT id FROM customer WHERE id = :id", id=gone.id)
    number = {"id": gone.id} if ours and taken is None else {}
    customer_id = change.add(
        "customer",
        name=NAME,
        folded="",
        joined_on=gone.joined_on,
        do_not_contact_on=gone.day,
        do_not_contact_why=ERASED,
        erased=1,
        open=0,
        beat=1,
        clock=0.0,
        eligible_from=0,
        **number,
    )
    rhythms.refresh(change, [customer_id])
    return customer_id


def _known_by_marks(change: "Change", known: Erasures) -> Iterator[tuple[int, date]]:
    """Yield whoever of the copy goes by a mark of somebody who was erased, with the day."""
    found = marks.Marks(change)
    latest = max(gone.day for gone in known.gone)
    after = 0
    while rows := change.rows(
        "SELECT id, name, company FROM customer WHERE id > :after AND erased = 0"
        " ORDER BY id LIMIT :most",
        after=after,
        most=WINDOW,
    ):
        ways = _ways(change, [row["id"] for row in rows])
        for row in rows:
            emails, numbers, ids = ways.get(row["id"], ([], [], []))
            if found.among(
                folded=folded(row["name"], row["company"]),
                name=row["name"],
                emails=emails,
                numbers=numbers,
                ids=ids,
            ):
                yield row["id"], latest
        after = rows[-1]["id"]


_Ways = tuple[list[str], list[str], list[tuple[str, str | None]]]


def _ways(change: "Change", customer_ids: list[int]) -> dict[int, _Ways]:
    """Return the addresses, numbers and ids elsewhere of these customers."""
    found: dict[int, _Ways] = {}
    for place, sql in enumerate(
        (
            "SELECT customer_id, address AS value FROM email WHERE customer_id IN ({})",
            (
                "SELECT customer_id, e164 AS value FROM phone WHERE customer_id IN ({})"
                " AND e164 IS NOT NULL"
            ),
            "SELECT customer_id, value, source FROM external_id WHERE customer_id IN ({})",
        )
    ):
        for row in change.among(sql, customer_ids):
            ways = found.setdefault(row["customer_id"], ([], [], []))
            value = (row["source"], row["value"]) if place == 2 else row["value"]  # noqa: PLR2004 - the third question
            ways[place].append(value)  # type: ignore[arg-type]  # each list has its own question
    return found
