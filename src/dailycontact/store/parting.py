"""Taking a merge apart again: what it needs besides putting every row back.

Who refused contact while they were one person has refused it for both: a refusal is lifted by name
only, never by taking something back. What came to the one person since could be either's; it must
go first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dailycontact.store import former, journal
from dailycontact.store.dependants import FREED, MOST, references, words_of

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_COLUMNS = ("do_not_contact_on", "do_not_contact_why")
_RESERVED_SINCE = (
    "UPDATE pick SET released = 1 WHERE customer_id = :kept AND released = 0"
    " AND reserved_at > :since"
    " AND NOT EXISTS (SELECT 1 FROM call WHERE call.pick_id = pick.id)"
    " AND NOT EXISTS (SELECT 1 FROM skip WHERE skip.pick_id = pick.id)"
)
"""A proposal of the one person says little of either alone; and it may be in the way."""


@dataclass(frozen=True, kw_only=True)
class Merged:
    """The customers (ids) whom an event made one: who stayed, and whose row went."""

    kept: int
    gone: int


def merge_of(change: "Change", event_id: int) -> Merged | None:
    """Return whom an event merged; None where it merged nobody."""
    row = change.row(
        "SELECT first_id FROM event_row WHERE event_id = :event AND table_name = 'customer'"
        " AND before IS NOT NULL AND after IS NULL",
        event=event_id,
    )
    if row is None:
        return None
    own = former.own_source(change)
    for line in change.rows(
        "SELECT id FROM event_row WHERE event_id = :event AND table_name = 'external_id'"
        " AND before IS NULL AND after IS NOT NULL ORDER BY id DESC",
        event=event_id,
    ):
        after: Mapping[str, Any] = journal.line(change, line["id"]).after or {}
        if after["source"] == own and after["value"] == str(row["first_id"]):
            return Merged(kept=int(after["customer_id"]), gone=int(row["first_id"]))
    return None


def came_since(change: "Change", event_id: int, merged: Merged) -> list[str]:
    """Return, in words, what came to the one person after the merge; a few of it."""
    naming: dict[str, list[str]] = {}
    for child, _, columns in references(to="customer"):
        if child not in FREED:
            naming.setdefault(child, []).append(f"{columns[0][0]} = :kept")
    found: list[str] = []
    for row in journal.spans_since(change, event_id):
        table = row["table_name"]
        if table in naming and journal.line(change, row["id"]).is_new:
            rows = change.rows(
                f"SELECT id FROM {table} WHERE id BETWEEN :first AND :last"  # noqa: S608 - our own names
                f" AND ({' OR '.join(naming[table])}) ORDER BY id LIMIT {MOST}",
                first=row["first_id"],
                last=row["last_id"],
                kept=merged.kept,
            )
            found += [words_of(change, table, one["id"]) for one in rows]
    return list(dict.fromkeys(found))[:MOST]


def let_go(change: "Change", merged: Merged, *, since: datetime) -> None:
    """Release whoever was proposed, and waits, as the one person that they have been `since`.

    It goes before the rows come back, and with them whoever was proposed before the merge.
    """
    change.run(_RESERVED_SINCE, kept=merged.kept, since=since)


def part(change: "Change", merged: Merged) -> set[int]:
    """Bring in step what no journal keeps; return who refuses contact for the other's sake.

    The rows are all back by now.
    """
    kept, gone = (_refusal(change, one) for one in (merged.kept, merged.gone))
    if kept["do_not_contact_on"] is None or gone["do_not_contact_on"] is not None:
        return set()
    change.set("customer", merged.gone, **kept)
    return {merged.gone}


def _refusal(change: "Change", customer_id: int) -> dict[str, Any]:
    row = change.rows(
        f"SELECT {', '.join(_COLUMNS)} FROM customer WHERE id = :id",  # noqa: S608 - our own names
        id=customer_id,
    )[0]
    return {name: row[name] for name in _COLUMNS}
