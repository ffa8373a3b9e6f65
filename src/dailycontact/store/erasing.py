"""Erasing somebody: what is theirs goes, what they said stays without them, in the journal too.

Nothing of it is journalled as it was before: the journal would keep what undo could bring back. It
keeps only that somebody was erased. So every statement here runs outside the journal, except those
that name nobody.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dailycontact.core.naming import fold
from dailycontact.core.wiping import GONE, Wiper
from dailycontact.store import former, marks, rhythms, waivers
from dailycontact.store.entries import folded
from dailycontact.store.looking import Row, names
from dailycontact.store.traces import Known, Place, is_theirs, journal_lines, texts

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

NAME = "(erased)"
"""What an erased customer is called."""
ERASED = "erased"
"""Why nobody phones them, and why they need not be told."""
_EMPTIED: Mapping[str, Mapping[str, Any]] = {
    "customer": {
        "name": NAME,
        "company": "",
        "folded": "",
        "do_not_contact_why": ERASED,
        "erased": 1,
        **dict.fromkeys(
            (
                *("country", "zone", "hours", "segment_id", "cadence", "leader_id", "referred_by"),
                *("renewed_on", "paused_on", "paused_until", "left_on"),
            )
        ),
    },
    "phone": {"label": "", "raw": "", "e164": None, "extension": None, "shown": ""},
    "email": {"label": "", "address": ""},
    "external_id": {"source": "", "value": ""},
    "promise": {"text": GONE},
    "call": {"notes": None},
    "skip": {"reason": None},
}
"""What the journal says of rows that were theirs; what is said of other columns stays."""
_SPARED = frozenset({"member", "segment", "setting"})
"""Rows of the journal that are about others, whatever they are called."""
_WAITING = (
    " AND released = 0 AND NOT EXISTS (SELECT 1 FROM call WHERE call.pick_id = pick.id)"
    " AND NOT EXISTS (SELECT 1 FROM skip WHERE skip.pick_id = pick.id)"
)


@dataclass(frozen=True, kw_only=True)
class Singles:
    """Where a first or last name alone is to go: in these places, or `everywhere`."""

    places: tuple[Place, ...] = ()
    everywhere: bool = False

    def has(self, table: str, row_id: int) -> bool:
        """Return whether such a name goes from a row."""
        return self.everywhere or any(place.key == (table, row_id) for place in self.places)


@dataclass(frozen=True, kw_only=True)
class Cleaned:
    """How many texts of others were changed, and how many news and promises were ended."""

    texts: int
    waived: int
    dropped: int


def erase(
    change: "Change", known: Known, *, leader_id: int, day: date, singles: Singles
) -> Cleaned:
    """Erase somebody: their rows, their name in all texts, and what the journal says of them."""
    wiper = Wiper(known.person)
    customer_id = known.ids[0]
    said = marks_for(known, key=marks.own_key(change))
    waived = waivers.waive_all(change, customer_id, day=day, why=ERASED)
    dropped = _end_what_waits(change, customer_id, day)
    reach = change.value("SELECT reach AS value FROM customer WHERE id = :id", id=customer_id)
    _empty(change, customer_id, day, wiper)
    texts_changed, replaced = _clean_texts(change, wiper, singles)
    _clean_journal(change, known.ids, wiper, singles)
    _clean_summaries(change, known.ids, wiper, replaced)
    remember(change, customer_id, said, leader_id=leader_id, day=day)
    rhythms.refresh(change, [customer_id])
    change.run(
        "DELETE FROM reach WHERE id = :id AND NOT EXISTS"
        " (SELECT 1 FROM customer WHERE customer.reach = reach.id)",
        id=reach,
    )
    return Cleaned(texts=texts_changed, waived=len(waived), dropped=dropped)


def marks_for(known: Known, *, key: str) -> frozenset[str]:
    """Return the marks by which somebody is known again, should they come with a file."""
    forms = [form for name, company in known.names for form in (name, folded(name, company))]
    called = {fold(each) for each in forms} - {""}
    said = marks.marks_of(
        key,
        folded=called,
        emails=known.emails,
        numbers=[(number.e164, shared) for number, shared in known.numbers if number.e164],
        ids=known.external,
    )
    return said | {marks.of_row(key, number, each) for number in known.ids for each in called}


def remember(
    change: "Change", customer_id: int, said: frozenset[str], *, leader_id: int, day: date
) -> None:
    """Note that somebody was erased, and the marks by which they are known again."""
    erasure_id = change.add(
        "erasure", customer_id=customer_id, leader_id=leader_id, day=day, recorded_at=change.at
    )
    change.run_many(
        "INSERT INTO erasure_mark (erasure_id, mark) VALUES (:erasure_id, :mark)",
        [{"erasure_id": erasure_id, "mark": mark} for mark in sorted(said)],
    )


def _end_what_waits(change: "Change", customer_id: int, day: date) -> int:
    """Drop the promises that nobody can keep any more, and give back who was to phone them."""
    change.run("UPDATE promise SET text = :gone WHERE customer_id = :id", id=customer_id, gone=GONE)
    waiting = change.rows(
        "SELECT id FROM promise WHERE customer_id = :id AND settled_on IS NULL ORDER BY id",
        id=customer_id,
    )
    for row in waiting:
        change.set("promise", row["id"], settled_on=day, settled_how="dropped")
    change.run(f"UPDATE pick SET released = 1 WHERE customer_id = :id{_WAITING}", id=customer_id)  # noqa: S608 - our own text
    return len(waiting)


def _empty(change: "Change", customer_id: int, day: date, wiper: Wiper) -> None:
    columns = ", ".join(f"{name} = :{name}" for name in _EMPTIED["customer"])
    change.run(
        f"UPDATE customer SET {columns}, open = 0,"  # noqa: S608 - our own names
        " do_not_contact_on = COALESCE(do_not_contact_on, :day) WHERE id = :id",
        id=customer_id,
        day=day,
        **_EMPTIED["customer"],
    )
    for statement in (
        "UPDATE call SET notes = NULL, phone_id = NULL WHERE customer_id = :id",
        "UPDATE skip SET reason = NULL WHERE customer_id = :id",
        "UPDATE answer SET consent = 'words' WHERE customer_id = :id AND consent = 'name'",
        "UPDATE export SET place = '\u2026' WHERE customer_id = :id",
        "DELETE FROM phone WHERE customer_id = :id",
        "DELETE FROM email WHERE customer_id = :id",
        "DELETE FROM different WHERE one_id = :id OR other_id = :id",
    ):
        change.run(statement, id=customer_id)
    # The numbers they had before a merge stay: they must never be given to somebody else.
    change.run(
        "DELETE FROM external_id WHERE customer_id = :id AND source <> :own",
        id=customer_id,
        own=former.own_source(change),
    )
    _empty_tellings(change, customer_id, wiper)


def _empty_tellings(change: "Change", customer_id: int, wiper: Wiper) -> None:
    """Keep the words in which they were told only where these name nobody."""
    rows = change.rows(
        "SELECT telling.id, words FROM telling JOIN answer ON answer.id = telling.answer_id"
        " WHERE answer.customer_id = :id AND words IS NOT NULL",
        id=customer_id,
    )
    for row in rows:
        if wiper.holds(row["words"]) or wiper.holds_part(row["words"]):
            change.run("UPDATE telling SET words = NULL WHERE id = :id", id=row["id"])


def _clean_texts(change: "Change", wiper: Wiper, singles: Singles) -> tuple[int, dict[str, str]]:
    """Take them out of every free text; return how many texts were changed.

    And where a single name went: what was replaced by what.
    """
    replaced: dict[str, str] = {}
    count = 0
    for table, column, row_id, text in texts(change):
        parts = singles.has(table, row_id)
        if not wiper.may_be_in(text, parts=parts):
            continue
        cleaned = wiper.clean(text, parts=parts)
        if cleaned != text:
            count += 1
            replaced[wiper.clean(text)] = cleaned
            change.run(
                f"UPDATE {table} SET {column} = :text WHERE id = :id",  # noqa: S608 - our own names
                id=row_id,
                text=cleaned,
            )
    return count, {text: now for text, now in replaced.items() if text != now}


def _clean_journal(change: "Change", ids: tuple[int, ...], wiper: Wiper, singles: Singles) -> None:
    """Take them out of every row that the journal remembers, whatever table it is of."""
    for line in journal_lines(change):
        if line["table_name"] not in _SPARED:
            now = {
                side: said
                for side in ("before", "after")
                if (said := _said_now(line, side, ids, wiper, singles)) != line[side]
            }
            if now:
                _write_line(change, line["id"], now)


def _said_now(
    line: Row, side: str, ids: tuple[int, ...], wiper: Wiper, singles: Singles
) -> str | None:
    """Return what one side of a row of the journal says without them: JSON as it was written."""
    text = line[side]
    table, parts = line["table_name"], singles.has(line["table_name"], line["first_id"])
    if text is None:
        return None
    facts = json.loads(text)
    theirs = is_theirs(table, line["first_id"], facts, ids)
    if not theirs and not wiper.may_be_in(text, parts=parts):
        return str(text)
    facts = _emptied(table, facts) if theirs else facts
    return json.dumps(
        {name: _cleaned(name, value, wiper, parts=parts) for name, value in facts.items()},
        ensure_ascii=False,
        sort_keys=True,
    )


def _emptied(table: str, facts: dict[str, Any]) -> dict[str, Any]:
    empty = _EMPTIED.get(table, {})
    return {name: empty.get(name, value) for name, value in facts.items()}


def _cleaned(name: str, value: object, wiper: Wiper, *, parts: bool) -> object:
    """Return a value of a row without them; days and instants are no words."""
    if not isinstance(value, str) or name == "day" or name.endswith(("_on", "_at")):
        return value
    return wiper.clean(value, parts=parts)


def _write_line(change: "Change", line_id: int, now: Mapping[str, str | None]) -> None:
    columns = ", ".join(f"{side} = :{side}" for side in now)
    change.run(f"UPDATE event_row SET {columns} WHERE id = :id", id=line_id, **now)  # noqa: S608 - our own names


def _clean_summaries(
    change: "Change", ids: tuple[int, ...], wiper: Wiper, replaced: Mapping[str, str]
) -> None:
    """Shorten what the history says of changes of their entry to what was done, without a reason.

    `_clean_texts` has taken their full name out already; here go texts that were quoted.
    """
    listed, values = names("id", ids)
    about = change.rows(
        "SELECT DISTINCT summary FROM event JOIN event_row line ON line.event_id = event.id"  # noqa: S608 - placeholders only
        " WHERE event.command IN ('customers pause', 'customers do-not-contact')"
        f" AND line.table_name = 'customer' AND line.first_id IN ({listed})",
        **values,
    )
    # An undo quotes what it took back; so the whole sentence is looked for wherever it stands.
    reasons = {row["summary"]: row["summary"].partition(": ")[0] for row in about}
    quoted = sorted({**replaced, **reasons}.items(), key=lambda pair: -len(pair[0]))
    for row in change.rows("SELECT id, summary FROM event WHERE summary <> '' ORDER BY id"):
        said = row["summary"]
        for before, after in quoted:
            said = said.replace(before, after)
        if wiper.may_be_in(said):
            said = wiper.clean(said)
        if said != row["summary"]:
            change.run("UPDATE event SET summary = :said WHERE id = :id", id=row["id"], said=said)
