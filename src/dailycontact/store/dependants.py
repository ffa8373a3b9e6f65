"""What came after an event and stands on it, in words: the reasons why it cannot be taken back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dailycontact.store import journal
from dailycontact.store.spans import Spans, holds

if TYPE_CHECKING:
    from sqlalchemy import ForeignKeyConstraint

    from dailycontact.store.changing import Change

MOST = 3
"""How many reasons are looked for: enough to see what is in the way."""
FREED = frozenset({"pick", "idle"})
"""Proposals, and days without one: they go with the customer or leader they were made for."""
UNSENT = ("letter", "finish_answer")
"""What was written, and told nobody anything: it goes with the end that it tells of."""


class Reference(NamedTuple):
    """A table whose rows name rows of another: the columns on both sides."""

    child: str
    parent: str
    columns: tuple[tuple[str, str], ...]


def references(*, to: str) -> list[Reference]:
    """Return which tables name rows of the table `to`."""
    from dailycontact.store.tables import TABLES

    tables = TABLES["customer"].metadata.sorted_tables
    found = [_reference(key) for table in tables for key in table.foreign_key_constraints]
    return [one for one in found if one.parent == to]


def _reference(key: "ForeignKeyConstraint") -> Reference:
    pairs = tuple((element.parent.name, element.column.name) for element in key.elements)
    return Reference(child=key.table.name, parent=key.referred_table.name, columns=pairs)


def pointing_at(change: "Change", going: Mapping[str, Spans]) -> list[str]:
    """Return, in words, the rows that stay and name a row that would go; a few of them."""
    found: list[str] = []
    for table, spans in going.items():
        for reference in references(to=table):
            if reference.child not in FREED and (reference.child, table) != UNSENT:
                found += _pointing(change, reference, spans, going.get(reference.child, []))
            if len(found) >= MOST:
                return found[:MOST]
    return found


def _pointing(change: "Change", reference: Reference, spans: Spans, going: Spans) -> Iterator[str]:
    for first, last in spans:
        for row_id in _children(change, reference, first, last, going):
            yield words_of(change, reference.child, row_id)


def _children(
    change: "Change", reference: Reference, first: int, last: int, going: Spans
) -> list[int]:
    """Return a few of the rows that name one of these ids, and do not go themselves."""
    child, parent, columns = reference
    pairs = " AND ".join(f"child.{mine} = parent.{theirs}" for mine, theirs in columns)
    few = len(going) <= MOST
    staying = "".join(f" AND NOT child.id BETWEEN {a} AND {b}" for a, b in going) if few else ""
    limit = f" LIMIT {MOST}" if few else ""
    rows = change.rows(
        f"SELECT child.id FROM {parent} parent JOIN {child} child ON {pairs}"  # noqa: S608 - our own names
        f" WHERE parent.id BETWEEN :first AND :last{staying}{limit}",
        first=first,
        last=last,
    )
    return [row["id"] for row in rows if not holds(going, row["id"])][:MOST]


def refused_since(change: "Change", event_id: int, customers: Spans) -> list[str]:
    """Return, in words, who of these customers has refused contact since.

    A refusal outlives the undoing of the change in which it was noted; were the customer to go,
    the next import would bring them back to be phoned.
    """
    found: list[str] = []
    for first, last in customers:
        rows = change.rows(
            "SELECT name FROM customer WHERE id BETWEEN :first AND :last"  # noqa: S608 - our own number
            " AND do_not_contact_on IS NOT NULL AND EXISTS (SELECT 1 FROM event_row later"
            " WHERE later.table_name = 'customer' AND later.first_id = customer.id"
            f" AND later.event_id > :event) ORDER BY id LIMIT {MOST}",
            first=first,
            last=last,
            event=event_id,
        )
        found += [f"{row['name']} does not want to be contacted" for row in rows]
    return found[:MOST]


def ended_since(change: "Change", own: Sequence[journal.Line]) -> list[str]:
    """Return, in words, which actions have ended anew for somebody since they were told.

    The later end rests on their "not solved": without it, the first end would never be told.
    """
    found: list[str] = []
    for line in own:
        if line.table == "telling":
            rows = change.rows(
                "SELECT fa.id FROM telling JOIN finish f ON f.id = telling.finish_id"  # noqa: S608 - our own number
                " JOIN finish later ON later.action_id = f.action_id AND later.number > f.number"
                " JOIN finish_answer fa ON fa.finish_id = later.id"
                "  AND fa.answer_id = telling.answer_id"
                f" WHERE telling.id BETWEEN :first AND :last ORDER BY fa.id LIMIT {MOST}",
                first=line.first_id,
                last=line.last_id,
            )
            found += [words_of(change, "finish_answer", row["id"]) for row in rows]
    return found[:MOST]


def changed_since(change: "Change", event_id: int, own: Sequence[journal.Line]) -> list[str]:
    """Return, in words, which of these rows a later event that holds has changed as well."""
    later: dict[str, list[tuple[int, int, int, int]]] = {}
    for row in journal.spans_since(change, event_id):
        span = (row["first_id"], row["last_id"], row["event_id"], row["id"])
        later.setdefault(row["table_name"], []).append(span)
    found: list[str] = []
    for line in own:
        for first, last, by, line_id in later.get(line.table, ()):
            overlaps = first <= line.last_id and line.first_id <= last
            if overlaps and _clashes(line, journal.line(change, line_id)):
                found.append(_changed(change, line.table, max(first, line.first_id), by))
    return found[:MOST]


def _clashes(mine: journal.Line, theirs: journal.Line) -> bool:
    whole = None in (mine.before, mine.after, theirs.before, theirs.after)
    return whole or bool(mine.changed & theirs.changed)


def _changed(change: "Change", table: str, row_id: int, event_id: int) -> str:
    event = journal.event(change, event_id)
    who = f" by {event.leader}" if event.leader else ""
    return f"{_name(change, table, row_id)} was changed since{who} ({event.words})"


_NAMES = {
    "customer": "SELECT name AS value FROM customer WHERE id = :id",
    "member": "SELECT name AS value FROM member WHERE id = :id",
    "segment": "SELECT name AS value FROM segment WHERE id = :id",
    "answer": "SELECT 'answer ' || id AS value FROM answer WHERE id = :id",
    "action": "SELECT 'A' || id AS value FROM action WHERE id = :id",
    "finish": "SELECT 'A' || action_id AS value FROM finish WHERE id = :id",
    "phone": "SELECT 'a number of ' || name AS value FROM customer WHERE id ="
    " (SELECT customer_id FROM phone WHERE phone.id = :id)",
    "telling": "SELECT 'what was told about answer ' || answer_id AS value FROM telling"
    " WHERE id = :id",
    "promise": "SELECT 'a promise to ' || name AS value FROM customer WHERE id ="
    " (SELECT customer_id FROM promise WHERE promise.id = :id)",
    "theme": "SELECT 'the theme ' || name AS value FROM theme WHERE id = :id",
    "theme_rule": "SELECT 'the words ' || words AS value FROM theme_rule WHERE id = :id",
    "setting": "SELECT 'the setting ' || key AS value FROM setting WHERE id = :id",
}

_OF_A_CUSTOMER = "SELECT customer.name || '{words}' AS value FROM {table} JOIN customer ON customer.id = {table}.customer_id WHERE {table}.id = :id"  # noqa: E501 - one statement
_OF_AN_ANSWER = "SELECT 'answer ' || answer_id || '{words}' AS value FROM {table} WHERE id = :id"

_WORDS = {
    "sharing": _OF_AN_ANSWER.format(table="sharing", words=" was shared since"),
    "amendment": _OF_AN_ANSWER.format(table="amendment", words=" was amended since"),
    "action_answer": "SELECT 'answer ' || answer_id || ' is acted on since (A' || action_id || ')'"
    " AS value FROM action_answer WHERE id = :id",
    "finish": "SELECT 'A' || action_id || ' was ' || how || ' since' AS value"
    " FROM finish WHERE id = :id",
    "action_note": "SELECT 'A' || action_id || ' was given a note since' AS value"
    " FROM action_note WHERE id = :id",
    "revisit": "SELECT 'A' || action_id || ' was looked at again since' AS value"
    " FROM revisit JOIN finish ON finish.id = finish_id WHERE revisit.id = :id",
    "export": _OF_A_CUSTOMER.format(table="export", words=" was written into a file since"),
    "finish_answer": "SELECT 'A' || finish.action_id || ' was ' || finish.how || ' for answer '"
    " || answer_id || ' since' AS value FROM finish_answer"
    " JOIN finish ON finish.id = finish_id WHERE finish_answer.id = :id",
    "telling": "SELECT CASE how WHEN 'told' THEN customer.name || ' was told about answer '"
    " || answer.id || ' since' ELSE customer.name || ' need not be told about answer '"
    " || answer.id || ' any more' END AS value FROM telling JOIN answer ON answer.id = answer_id"
    " JOIN customer ON customer.id = answer.customer_id WHERE telling.id = :id",
    "telling_try": _OF_AN_ANSWER.format(table="telling_try", words=" was nearly told since"),
    "letter": _OF_AN_ANSWER.format(table="letter", words=" was written about since"),
    "progress": _OF_AN_ANSWER.format(table="progress", words=" was spoken about since"),
    "call": _OF_A_CUSTOMER.format(table="call", words=" was called since"),
    "answer": "SELECT 'answer ' || answer.id || ' was heard since' AS value"
    " FROM answer WHERE id = :id",
    "promise": _OF_A_CUSTOMER.format(table="promise", words=" was promised something since"),
    "rhythm_fact": _OF_A_CUSTOMER.format(
        table="rhythm_fact", words=" was called, skipped or paused since"
    ),
    "skip": _OF_A_CUSTOMER.format(table="skip", words=" was skipped since"),
    "phone": _OF_A_CUSTOMER.format(table="phone", words=" was given a number since"),
    "email": _OF_A_CUSTOMER.format(table="email", words=" was given an e-mail address since"),
    "external_id": _OF_A_CUSTOMER.format(table="external_id", words=" came in a file since"),
    "customer": "SELECT name || ' depends on it' AS value FROM customer WHERE id = :id",
    "different": "SELECT one.name || ' and ' || other.name || ' were told apart since' AS value"
    " FROM different JOIN customer one ON one.id = one_id"
    " JOIN customer other ON other.id = other_id WHERE different.id = :id",
    "action": "SELECT 'A' || id || ' depends on it' AS value FROM action WHERE id = :id",
    "reading": _OF_AN_ANSWER.format(table="reading", words=" was read anew since"),
    "theme": "SELECT 'the theme ' || name || ' became part of it since' AS value"
    " FROM theme WHERE id = :id",
    "theme_rule": "SELECT 'the words ' || words || ' stand for it since' AS value"
    " FROM theme_rule WHERE id = :id",
    "story": "SELECT 'a story was told since' AS value FROM story WHERE id = :id",
    "talk": "SELECT 'there was a talk with ' || member.name || ' since' AS value FROM talk"
    " JOIN member ON member.id = talk.member_id WHERE talk.id = :id",
    "talk_reply": "SELECT 'something became of what ' || member.name || ' wished for' AS value"
    " FROM talk_reply JOIN talk ON talk.id = talk_id JOIN member ON member.id = talk.member_id"
    " WHERE talk_reply.id = :id",
    "message": "SELECT 'an edition was sent since' AS value FROM message WHERE id = :id",
    "message_answer": _OF_AN_ANSWER.format(
        table="message_answer", words=" stands in an edition that was sent since"
    ),
    "leave": "SELECT 'days off were noted since' AS value FROM leave WHERE id = :id",
    "event": "SELECT member.name || ' has worked in the book since' AS value FROM event"
    " JOIN member ON member.id = event.leader_id WHERE event.id = :id",
}


def words_of(change: "Change", table: str, row_id: int) -> str:
    """Return what a row that came later says, as the reason of a refusal."""
    if table in _WORDS:
        return str(change.value(_WORDS[table], id=row_id))
    return f"{_name(change, table, row_id)} depends on it"


def _name(change: "Change", table: str, row_id: int) -> str:
    found = change.value(_NAMES[table], id=row_id) if table in _NAMES else None
    return str(found or f"a row of {table}")
