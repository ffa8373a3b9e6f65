"""What a book holds of one customer beyond their story: ids, files, sharings, corrections."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dailycontact.core.exported import OtherId
from dailycontact.core.wiping import Wiper
from dailycontact.store import former
from dailycontact.store.forms import day_of, instant_of
from dailycontact.store.free_texts import texts
from dailycontact.store.looking import Look, Row
from dailycontact.store.traces import known_of


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An answer was shown to others."""

    answer_id: int
    day: date
    place: str | None
    by: str
    edition: str = "team"


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """An answer was corrected: what it said before, and says now, in one of its fields."""

    answer_id: int
    day: date
    field: str
    before: str
    after: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Tried:
    """Somebody tried to tell them what became of an answer."""

    answer_id: int
    day: date
    by: str


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """Their turn to be phoned came, for a leader."""

    day: date
    leader: str


@dataclass(frozen=True, kw_only=True)
class InFile:
    """A file was written with them in it; `alone`: with nobody else."""

    day: date
    place: str
    form: str
    alone: bool
    by: str


def other_ids(look: Look, customer_id: int) -> tuple[OtherId, ...]:
    """Return who the customer is in the files and systems that they came from."""
    rows = look.rows(
        "SELECT source, value FROM external_id WHERE customer_id = :id AND source <> :own"
        " ORDER BY id",
        id=customer_id,
        own=former.own_source(look),
    )
    return tuple(OtherId(row["source"], row["value"]) for row in rows)


def emails(look: Look, customer_id: int) -> tuple[tuple[str, str], ...]:
    """Return the label and the address of each e-mail address."""
    rows = look.rows(
        "SELECT label, address FROM email WHERE customer_id = :id ORDER BY position",
        id=customer_id,
    )
    return tuple((row["label"], row["address"]) for row in rows)


def sharings(look: Look, customer_id: int) -> tuple[Shown, ...]:
    """Return when and where their answers were shown."""
    rows = look.rows(
        "SELECT sharing.answer_id, sharing.day, place, edition, member.name AS leader FROM sharing"
        " JOIN answer ON answer.id = sharing.answer_id"
        " JOIN member ON member.id = sharing.leader_id"
        " WHERE answer.customer_id = :id ORDER BY sharing.day, sharing.id",
        id=customer_id,
    )
    return tuple(
        Shown(
            answer_id=row["answer_id"],
            day=day_of(row["day"]),
            place=row["place"],
            by=row["leader"],
            edition=row["edition"],
        )
        for row in rows
    )


def amendments(look: Look, customer_id: int) -> tuple[Corrected, ...]:
    """Return how their answers were corrected."""
    rows = look.rows(
        "SELECT amendment.answer_id, amendment.day, field, before, after, member.name AS leader"
        " FROM amendment JOIN answer ON answer.id = amendment.answer_id"
        " JOIN member ON member.id = amendment.leader_id"
        " WHERE answer.customer_id = :id ORDER BY amendment.day, amendment.id",
        id=customer_id,
    )
    return tuple(
        Corrected(
            answer_id=row["answer_id"],
            day=day_of(row["day"]),
            field=row["field"],
            before=row["before"],
            after=row["after"],
            by=row["leader"],
        )
        for row in rows
    )


def tries(look: Look, customer_id: int) -> tuple[Tried, ...]:
    """Return when somebody tried to tell them something, and did not reach them."""
    rows = look.rows(
        "SELECT telling_try.answer_id, telling_try.day, member.name AS leader FROM telling_try"
        " JOIN answer ON answer.id = telling_try.answer_id"
        " JOIN member ON member.id = telling_try.leader_id"
        " WHERE answer.customer_id = :id ORDER BY telling_try.day, telling_try.id",
        id=customer_id,
    )
    return tuple(
        Tried(answer_id=row["answer_id"], day=day_of(row["day"]), by=row["leader"]) for row in rows
    )


def picks(look: Look, customer_id: int) -> tuple[Proposed, ...]:
    """Return on which days they were proposed to whom."""
    rows = look.rows(
        "SELECT day, member.name AS leader FROM pick JOIN member ON member.id = pick.leader_id"
        " WHERE customer_id = :id ORDER BY day, pick.id",
        id=customer_id,
    )
    return tuple(Proposed(day=day_of(row["day"]), leader=row["leader"]) for row in rows)


def told_apart(look: Look, customer_id: int) -> int:
    """Return of how many others with a like name it was noted that they are somebody else."""
    return int(
        look.value(
            "SELECT COUNT(*) AS value FROM different WHERE one_id = :id OR other_id = :id",
            id=customer_id,
        )
    )


def files(look: Look, customer_id: int) -> tuple[InFile, ...]:
    """Return the files that were written with them in it, as far as that was noted.

    A file of many is counted if they were in the book by then; one of a segment may be without
    them.
    """
    rows = look.rows(
        "SELECT export.day, place, form, export.customer_id, member.name AS leader FROM export"
        " JOIN member ON member.id = export.leader_id"
        " WHERE export.customer_id = :id OR (export.customer_id IS NULL AND export.people > 0"
        " AND export.day >= (SELECT joined_on FROM customer WHERE id = :id)) ORDER BY export.id",
        id=customer_id,
    )
    return tuple(
        InFile(
            day=day_of(row["day"]),
            place=row["place"],
            form=row["form"],
            alone=row["customer_id"] is not None,
            by=row["leader"],
        )
        for row in rows
    )


_OF_THEIRS = {
    "answer": "SELECT id FROM answer WHERE customer_id = :id",
    "amendment": "SELECT amendment.id FROM amendment JOIN answer ON answer.id = answer_id"
    " WHERE customer_id = :id",
    "sharing": "SELECT sharing.id FROM sharing JOIN answer ON answer.id = answer_id"
    " WHERE customer_id = :id",
    "telling": "SELECT telling.id FROM telling JOIN answer ON answer.id = answer_id"
    " WHERE customer_id = :id",
    "progress": "SELECT progress.id FROM progress JOIN answer ON answer.id = answer_id"
    " WHERE customer_id = :id",
    "letter": "SELECT letter.id FROM letter JOIN answer ON answer.id = answer_id"
    " WHERE customer_id = :id",
    "reading": "SELECT reading.id FROM reading JOIN answer ON answer.id = answer_id"
    " WHERE customer_id = :id",
    "action_note": "SELECT action_note.id FROM action_note"
    " JOIN action_answer aa ON aa.action_id = action_note.action_id"
    " JOIN answer ON answer.id = aa.answer_id WHERE customer_id = :id",
    "action": "SELECT action_id AS id FROM action_answer JOIN answer ON answer.id = answer_id"
    " WHERE customer_id = :id",
    "finish": "SELECT finish_id AS id FROM finish_answer JOIN answer ON answer.id = answer_id"
    " WHERE customer_id = :id",
    "call": "SELECT id FROM call WHERE customer_id = :id",
    "promise": "SELECT id FROM promise WHERE customer_id = :id",
    "skip": "SELECT id FROM skip WHERE customer_id = :id",
    "customer": "SELECT id FROM customer WHERE id = :id",
}
"""Which rows with words in them are theirs."""


def named_elsewhere(look: Look, customer_id: int) -> Mapping[str, int]:
    """Return in how many texts about others they are named in full, or by number, by table."""
    known = known_of(look, customer_id)
    wiper = Wiper(known.person)
    theirs = {
        table: {row["id"] for row in look.rows(sql, id=customer_id)}
        for table, sql in _OF_THEIRS.items()
    }
    found: dict[str, set[int]] = {}
    for table, _, row_id, words in texts(look):
        if table in ("event", "export") or row_id in theirs.get(table, ()):
            continue
        if wiper.may_be_in(words) and wiper.holds(words):
            found.setdefault(table, set()).add(row_id)
    return {table: len(rows) for table, rows in found.items()}


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What the history keeps of a fact that was changed: the column, before and after."""

    day: date
    by: str | None
    what: str
    before: str
    after: str


_TOLD = {
    "customer": (
        *("name", "company", "country", "zone", "hours", "cadence", "referred_by", "joined_on"),
        *("renewed_on", "left_on", "paused_on", "paused_until", "do_not_contact_on"),
        "do_not_contact_why",
    ),
    "phone": ("raw", "label", "wrong_on"),
    "email": ("address", "label"),
}
"""The columns of whose earlier values a person can be told: no sums, and no numbers of rows."""


def earlier(look: Look, customer_id: int) -> tuple[Earlier, ...]:
    """Return what was known of them before it was changed, and is kept in the history.

    Also of the entries under other numbers that were merged into theirs.
    """
    numbers = (customer_id, *former.numbers_of(look, customer_id))
    return tuple(one for number in numbers for one in _earlier(look, number))


def _earlier(look: Look, number: int) -> Iterator[Earlier]:
    rows = look.rows(
        "SELECT event.recorded_at, member.name AS leader, table_name, before, after FROM event_row"
        " JOIN event ON event.id = event_row.event_id"
        " LEFT JOIN member ON member.id = event.leader_id WHERE before IS NOT NULL"
        " AND ((table_name = 'customer' AND first_id = :id)"
        " OR (table_name IN ('phone', 'email')"
        "  AND (before LIKE :within OR before LIKE :last))) ORDER BY event_row.id",
        id=number,
        within=f'%"customer_id": {number},%',
        last=f'%"customer_id": {number}}}%',
    )
    for row in rows:
        yield from _changed(row)


def _changed(row: Row) -> Iterator[Earlier]:
    before, after = json.loads(row["before"]), json.loads(row["after"] or "{}")
    for what in _TOLD[row["table_name"]]:
        was, became = before.get(what), after.get(what)
        if was not in (None, "") and was != became:
            yield Earlier(
                day=instant_of(row["recorded_at"]).date(),
                by=row["leader"],
                what=what if row["table_name"] == "customer" else f"{row['table_name']} {what}",
                before=str(was),
                after="" if became is None else str(became),
            )
