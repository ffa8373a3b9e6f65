"""Erasing somebody: what is theirs goes, what they said stays without them, in the journal too.

Nothing of it is journalled as it was before: the journal would keep what undo could bring back. It
keeps only that somebody was erased. So every statement here runs outside the journal, except those
that name nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from dailycontact.core.customer import ERASED as ERASED_NAME
from dailycontact.core.names import names_of_companies, names_of_people
from dailycontact.core.naming import fold
from dailycontact.core.remembered import marks_in
from dailycontact.core.wiping import GONE, Wiper, is_full
from dailycontact.store import erased_past, former, marks, rhythms, theme_rules, unsent, waivers
from dailycontact.store.entries import folded
from dailycontact.store.free_texts import is_small, texts
from dailycontact.store.traces import Known, Place

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

NAME = ERASED_NAME
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
    "promise": {"text": GONE, "why": None},
    "call": {"notes": None},
    "skip": {"reason": None},
    "export": {"place": GONE},
}
"""What the journal says of rows that were theirs; what is said of other columns stays."""
_IN_NO_REPORT = frozenset({"event", "export", "skip"})
"""The tables of whose texts no report says anything."""
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
    quoted = erased_past.quoted_places(change, known.ids)
    waived = waivers.waive_all(change, customer_id, day=day, why=ERASED)
    dropped = _end_what_waits(change, customer_id, day)
    reach = change.value("SELECT reach AS value FROM customer WHERE id = :id", id=customer_id)
    _empty(change, customer_id, day, wiper)
    unsent.forget(change, [address for address, _ in known.emails])
    texts_changed, replaced = _clean_texts(change, wiper, singles)
    erased_past.clean_journal(change, known, wiper, emptied=_EMPTIED, has=singles.has)
    texts_changed += erased_past.clean_summaries(
        change, known, wiper, replaced=replaced | quoted, has=singles.has
    )
    _themes_follow(change)
    said |= _marks_of_texts(change, known)
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
        always=_full(known),
    )
    return said | {marks.of_row(key, number, each) for number in known.ids for each in called}


def _marks_of_texts(change: "Change", known: Known) -> frozenset[str]:
    """Return the marks of what texts still have of their names, so that reports go on hiding it."""
    names = (
        names_of_people([name for name, _ in known.names], instead=GONE),
        names_of_companies(known.person.companies, instead=GONE),
    )
    mark = partial(marks.marked, marks.own_key(change), marks.IN_TEXT)
    return frozenset(
        each
        for table, _, _, text in texts(change)
        if table not in _IN_NO_REPORT
        for each in marks_in(text, names, mark=mark)
    )


def _full(known: Known) -> list[str]:
    """Return the full names with companies, folded, by which nobody else goes.

    Of whoever has nothing else, not even an id in another system: the name as it is.
    """
    elsewhere = [one for one in known.external if not one[0].startswith(f"{former.OWN} ")]
    has_more = elsewhere or known.emails or any(number.e164 for number, _ in known.numbers)
    both = [
        folded(name, company)
        for name, company in known.names
        if not has_more or (company and is_full(name) and fold(company) != fold(name))
    ]
    return [each for each in both if each and each not in known.twins]


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
    change.run(
        "UPDATE promise SET text = :gone, why = NULL WHERE customer_id = :id",
        id=customer_id,
        gone=GONE,
    )
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


def _themes_follow(change: "Change") -> None:
    """Let what themes are found by follow their names, and what is derived from texts go.

    A rule that has lost a name finds nothing that anybody means.
    """
    change.run("DELETE FROM likeness")
    for row in change.rows("SELECT id, name, folded FROM theme"):
        if fold(row["name"]) != row["folded"]:
            name = f"{row['name']} {row['id']}"
            change.run(
                "UPDATE theme SET name = :name, folded = :folded WHERE id = :id",
                id=row["id"],
                name=name,
                folded=fold(name),
            )
    for row in change.rows("SELECT id, words, folded FROM theme_rule"):
        if theme_rules.folded(row["words"]) != row["folded"]:
            change.run("DELETE FROM theme_rule WHERE id = :id", id=row["id"])


def _clean_texts(change: "Change", wiper: Wiper, singles: Singles) -> tuple[int, dict[str, str]]:
    """Take them out of every free text but the history; return how many texts were changed.

    And where a single name went: what was replaced by what.
    """
    replaced: dict[str, str] = {}
    count = 0
    for table, column, row_id, text in texts(change):
        parts = singles.has(table, row_id)
        if table == "event" or not wiper.may_be_in(text, parts=parts):
            continue
        cleaned = wiper.clean(text, parts=parts, small=is_small(table, column))
        if cleaned != text:
            count += 1
            replaced[wiper.clean(text)] = cleaned
            change.run(
                f"UPDATE {table} SET {column} = :text WHERE id = :id",  # noqa: S608 - our own names
                id=row_id,
                text=cleaned,
            )
    return count, {text: now for text, now in replaced.items() if text != now}
