"""Takes somebody out of the history: out of the rows that the journal keeps, and its summaries.

What the journal keeps of another customer's own name, company, number or address is theirs, however
it is spelt: a name is never taken out of that.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from dailycontact.core.wiping import GONE, Wiper
from dailycontact.store.events_about import about
from dailycontact.store.exporting import STANDARD_OUTPUT
from dailycontact.store.free_texts import FREE, is_small
from dailycontact.store.looking import Row, names
from dailycontact.store.traces import Known, is_theirs, journal_lines

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

HasSingles = Callable[[str, int], bool]
"""Whether a first or last name alone goes from a row: its table, and its id."""
Emptied = Mapping[str, Mapping[str, Any]]
"""What the journal is to say of rows that were theirs: table, column, value."""
_SPARED = frozenset({"member", "segment", "setting"})
"""Rows of the journal that are about others, whatever they are called."""
_NAMES = frozenset({"name", "company", "folded"})
_WAYS = frozenset({"phone", "email", "external_id"})
_FOUND_BY = frozenset({"theme", "theme_rule"})
"""Rows that are found by what a leader wrote in them, which stands there folded, too."""


def clean_journal(
    change: "Change", known: Known, wiper: Wiper, *, emptied: Emptied, has: HasSingles
) -> None:
    """Take somebody out of every row that the journal remembers, whatever table it is of."""
    rows = change.rows("SELECT id FROM customer WHERE erased = 0")
    others = frozenset(row["id"] for row in rows) - set(known.ids)
    cleaning = _Cleaning(known, wiper, emptied, others)
    for line in journal_lines(change):
        if line["table_name"] not in _SPARED:
            parts = has(line["table_name"], line["first_id"])
            now = {
                side: said
                for side in ("before", "after")
                if (said := cleaning.said(line, side, parts=parts)) != line[side]
            }
            if now:
                _write_line(change, line["id"], now)


class _Cleaning:
    """How rows of the journal are cleaned of somebody; `others` are the customers who stay."""

    def __init__(
        self, known: Known, wiper: Wiper, emptied: Emptied, others: frozenset[int]
    ) -> None:
        self._known, self._wiper, self._emptied, self._others = known, wiper, emptied, others

    def said(self, line: Row, side: str, *, parts: bool) -> str | None:
        """Return what one side of a row says without them: JSON as it was written."""
        text, table = line[side], line["table_name"]
        if text is None:
            return None
        facts = json.loads(text)
        theirs = is_theirs(table, line["first_id"], facts, self._known.ids)
        if not theirs and not self._wiper.may_be_in(text, parts=parts):
            return str(text)
        if theirs:
            empty = self._emptied.get(table, {})
            facts = {name: empty.get(name, value) for name, value in facts.items()}
        whose = line["first_id"] if table == "customer" else facts.get("customer_id")
        own = whose in self._others
        cleaned = {
            name: self._cleaned(table, name, value, parts=parts, own=own)
            for name, value in facts.items()
        }
        return json.dumps(cleaned, ensure_ascii=False, sort_keys=True)

    def _cleaned(self, table: str, name: str, value: object, *, parts: bool, own: bool) -> object:
        """Return a value of a row without them; days and instants are no words.

        `own`: the row belongs to another customer.
        """
        if not isinstance(value, str) or name == "day" or name.endswith(("_on", "_at")):
            return value
        if own and table == "customer" and name in _NAMES:
            return value
        if own and table in _WAYS:
            return self._wiper.clean_ways(value)
        if table in _FOUND_BY and name == "folded":
            return self._wiper.clean(value, parts=parts, small=True)
        parts = parts and name in FREE.get(table, ())
        return self._wiper.clean(value, parts=parts, small=is_small(table, name))


def _write_line(change: "Change", line_id: int, now: Mapping[str, str | None]) -> None:
    columns = ", ".join(f"{side} = :{side}" for side in now)
    change.run(f"UPDATE event_row SET {columns} WHERE id = :id", id=line_id, **now)  # noqa: S608 - our own names


def quoted_places(change: "Change", ids: tuple[int, ...]) -> dict[str, str]:
    """Return the files that were written about them alone, and what is said instead."""
    listed, values = names("id", ids)
    rows = change.rows(
        f"SELECT DISTINCT place FROM export WHERE customer_id IN ({listed})",  # noqa: S608 - placeholders only
        **values,
    )
    return {row["place"]: GONE for row in rows if row["place"] not in (STANDARD_OUTPUT, GONE)}


def clean_summaries(
    change: "Change", known: Known, wiper: Wiper, *, replaced: Mapping[str, str], has: HasSingles
) -> int:
    """Take somebody out of what the history says in a sentence; return how many were changed.

    With their full name go the texts that were quoted, as in `replaced`; the reasons of changes of
    their entry; and of events that are about them beyond doubt their names alone.
    """
    before = {row["id"]: row["summary"] for row in _summaries(change)}
    now = {event_id: _whole(wiper, said) for event_id, said in before.items()}
    reasons = {now[each]: now[each].partition(": ")[0] for each in _reasoned(change, known.ids)}
    # An undo quotes what it took back; so the whole sentence is looked for wherever it stands.
    for text, instead in sorted({**replaced, **reasons}.items(), key=lambda pair: -len(pair[0])):
        now = {event_id: said.replace(text, instead) for event_id, said in now.items()}
    now |= _without_parts(change, known, wiper, now, has=has)
    changed = [event_id for event_id, said in now.items() if said != before[event_id]]
    change.run_many(
        "UPDATE event SET summary = :said WHERE id = :id",
        [{"id": event_id, "said": now[event_id]} for event_id in changed],
    )
    return len(changed)


def _summaries(change: "Change") -> list[Row]:
    return change.rows("SELECT id, summary FROM event WHERE summary <> '' ORDER BY id")


def _whole(wiper: Wiper, said: str) -> str:
    return wiper.clean(said) if wiper.may_be_in(said) else said


def _reasoned(change: "Change", ids: tuple[int, ...]) -> list[int]:
    """Return the events in which a reason was given for a change of their entry."""
    listed, values = names("id", ids)
    rows = change.rows(
        "SELECT DISTINCT event.id FROM event JOIN event_row line ON line.event_id = event.id"  # noqa: S608 - placeholders only
        " WHERE event.command IN ('customers pause', 'customers do-not-contact')"
        f" AND summary <> '' AND line.table_name = 'customer' AND line.first_id IN ({listed})",
        **values,
    )
    return [row["id"] for row in rows]


def _without_parts(
    change: "Change", known: Known, wiper: Wiper, said: Mapping[int, str], *, has: HasSingles
) -> dict[int, str]:
    """Return what events say without their names alone, where nobody else can be meant by them."""
    maybe = [event_id for event_id, text in said.items() if wiper.may_be_in(text, parts=True)]
    cleaned = {}
    for event_id, one in about(change, maybe, known.ids).items():
        if one.beyond_doubt:
            cleaned[event_id] = wiper.clean(_called(said[event_id], known), parts=True)
        elif has("event", event_id) and not one.of_others:
            cleaned[event_id] = wiper.clean(said[event_id], parts=True)
    return cleaned


def _called(said: str, known: Known) -> str:
    """Return a sentence without them as it calls them: by name and company, in any capitals."""
    for name, company in known.names:
        who = f"(?:{re.escape(name)}|{GONE})"
        at = f",? {re.escape(company)}" if company else ""
        for pattern in (f"{who}{at}", re.escape(name)):
            said = re.sub(rf"(?<=[\s(]){pattern}(?!\w)", GONE, said)
    return said
