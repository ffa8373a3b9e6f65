"""Who was erased from a book is erased from a copy of it, too, before that takes its place.

The marks say who that is. A number alone says nothing: in the copy it may be somebody else's, of a
list that was taken back since.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.naming import fold
from dailycontact.core.wiping import Wiper
from dailycontact.store import erasing, former, marks, rhythms
from dailycontact.store.entries import folded
from dailycontact.store.erasing import ERASED, NAME, Singles
from dailycontact.store.forms import day_of
from dailycontact.store.free_texts import WINDOW
from dailycontact.store.looking import Look, Row
from dailycontact.store.traces import Known, known_of, places

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
    """Who was in the copy and is not any more: how many, and the words that must be gone.

    `left` are texts that came back with a first or last name of theirs alone: what was said of
    these when they were erased, no mark knows.
    """

    people: int = 0
    needles: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


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


def erase_again(change: "Change", known: Erasures, *, now: Look | None) -> Again:
    """Erase everybody from the copy who was erased since.

    `now` is the book before, where the copy is of the same one: whoever is there under the same
    number and name was not erased, whatever they share with somebody who was.
    """
    if not known.gone:
        return Again()
    marks.keep_keys(change, known.keys)
    leader_id = change.leader_id or change.value("SELECT MIN(id) AS value FROM member")
    found = dict(_found(change, known, now=now))
    erased = [
        _erase(change, customer_id, day=min(known.gone[at].day for at in gone), leader_id=leader_id)
        for customer_id, gone in found.items()
    ]
    theirs = {at: customer_id for customer_id, gone in found.items() for at in gone}
    for at, gone in enumerate(known.gone):
        _remember(change, gone, theirs.get(at), ours=now is not None, leader_id=leader_id)
    return Again(
        people=len(erased),
        needles=tuple(dict.fromkeys(needle for one in erased for needle in one.needles)),
        left=tuple(dict.fromkeys(text for one in erased for text in _left(change, one))),
    )


def _erase(change: "Change", customer_id: int, *, day: date, leader_id: int) -> Known:
    known = known_of(change, customer_id)
    erasing.erase(change, known, leader_id=leader_id, day=day, singles=Singles())
    return known


def _left(change: "Change", known: Known) -> Iterator[str]:
    for place in places(change, Wiper(known.person), known):
        yield place.text


def _remember(
    change: "Change", gone: Gone, customer_id: int | None, *, ours: bool, leader_id: int
) -> None:
    """Keep the marks of somebody; where there is no row that they could belong to, make one."""
    there = {one["mark"] for one in change.rows("SELECT mark FROM erasure_mark")}
    if gone.marks <= there:
        return
    whose = customer_id or _empty_row(change, gone, ours=ours)
    erasing.remember(change, whose, gone.marks - there, leader_id=leader_id, day=gone.day)


def _empty_row(change: "Change", gone: Gone, *, ours: bool) -> int:
    """Add what is left of somebody who was erased: under their old number, if it is free."""
    taken = change.row("SELECT id FROM customer WHERE id = :id", id=gone.id)
    is_free = ours and taken is None
    customer_id = change.add(
        "customer",
        id=gone.id if is_free else former.give_number(change),
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
    )
    rhythms.refresh(change, [customer_id])
    return customer_id


def _found(
    change: "Change", known: Erasures, *, now: Look | None
) -> Iterator[tuple[int, frozenset[int]]]:
    """Yield the customers of the copy who were erased since, with who of `known.gone` they are."""
    whose: dict[str, set[int]] = {}
    for at, gone in enumerate(known.gone):
        for mark in gone.marks:
            whose.setdefault(mark, set()).add(at)
    own = former.own_source(change)
    after = 0
    while rows := change.rows(
        "SELECT id, name, company, folded, joined_on FROM customer WHERE id > :after"
        " AND erased = 0 ORDER BY id LIMIT :most",
        after=after,
        most=WINDOW,
    ):
        ways = _ways(change, [row["id"] for row in rows])
        for row in rows:
            emails, numbers, ids = ways.get(row["id"], ([], [], []))
            # Which number somebody had before a merge is said together with the name only.
            elsewhere = [one for one in ids if one[0] != own]
            asked = _marks(known.keys, row, emails, numbers, elsewhere, ours=now is not None)
            fits = frozenset(at for mark in asked for at in whose.get(mark, ()))
            if fits and not (now and lives(now, row)):
                yield row["id"], fits
        after = rows[-1]["id"]


def _marks(
    keys: Collection[str],
    row: Row,
    emails: Collection[str],
    numbers: Collection[str],
    ids: Collection[tuple[str, str]],
    *,
    ours: bool,
) -> Iterator[str]:
    """Yield the marks by which somebody would be known."""
    names = {folded(row["name"], row["company"]), fold(row["name"])} - {""}
    ways = [*(("email", each) for each in emails), *(("phone", each) for each in numbers)]
    # Of one name alone: whoever has numbers or addresses, and none fits, is somebody else.
    alone = names if not ways else names - {fold(row["name"])}
    for key in keys:
        for what, value in ways:
            yield from (marks.marked(key, what, value, each) for each in ("", *names))
        yield from (marks.marked(key, "id", *each) for each in ids)
        yield from (marks.marked(key, "name", each) for each in alone)
        if ours:
            yield from (marks.of_row(key, row["id"], each) for each in names)


def lives(now: Look, row: Row) -> bool:
    """Return whether a customer of a copy is in the book before, and was not erased.

    That is the same number, the same first day, and the same name and company.
    """
    there = now.row(
        "SELECT id FROM customer WHERE id = :id AND joined_on = :joined AND folded = :folded"
        " AND erased = 0",
        id=row["id"],
        joined=row["joined_on"],
        folded=row["folded"],
    )
    return there is not None


_Ways = tuple[list[str], list[str], list[tuple[str, str]]]


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
