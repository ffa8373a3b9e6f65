"""What changes an old report all the same, and is meant to: counted, so that its footer can say."""

import json
from collections.abc import Iterable
from typing import Any

from dailycontact.core.answer import Consent
from dailycontact.core.recorded import Afterwards
from dailycontact.store.forms import stored_instant
from dailycontact.store.looking import Row
from dailycontact.store.past_team import PastTeam
from dailycontact.store.then import Then
from dailycontact.store.touched import in_blocks

_SAID = {
    "customer": frozenset(
        {
            *("name", "company", "segment_id", "joined_on", "left_on", "referred_by"),
            "do_not_contact_on",
        }
    ),
    "member": frozenset({"name", "leads", "left_on"}),
}
"""Of these tables, the columns of which a report speaks; the others have more that it does not."""
_BY_COLUMN = "('customer', 'member', 'setting')"
_UNDONE = (
    " FROM event undoing CROSS JOIN event undone CROSS JOIN event_row line"
    " WHERE undone.id = undoing.undoes_id AND line.event_id = undone.id"
    " AND undoing.recorded_at >= :until AND undone.recorded_at < :until"
    " AND line.table_name "
)


def afterwards(then: Then, team: PastTeam) -> Afterwards:
    """Return what of before an instant was taken out, withdrawn or renamed since."""
    kept_back, unnamed = _narrowed(then)
    return Afterwards(
        undone=_undone(then),
        erased=_erased(then),
        kept_back=kept_back,
        unnamed=unnamed,
        refused=_refused(then),
        renamed=team.renamed(),
    )


def _undone(then: Then) -> tuple[frozenset[str], ...]:
    """Return what the changes from before were about that were taken back since."""
    about: dict[int, set[str]] = {}
    for event_id, table in then.look.tuples(
        f"SELECT DISTINCT undone.id, table_name{_UNDONE}NOT IN {_BY_COLUMN}",
        until=then.until,
    ):
        about.setdefault(event_id, set()).add(table)
    for event_id, table, before, after in then.look.tuples(
        f"SELECT undone.id, table_name, before, after{_UNDONE}IN {_BY_COLUMN}",
        until=then.until,
    ):
        about.setdefault(event_id, set()).update(_spoken_of(table, _row(before), _row(after)))
    return tuple(frozenset(about[event_id]) for event_id in sorted(about))


def _spoken_of(table: str, before: dict[str, Any], after: dict[str, Any]) -> Iterable[str]:
    """Return what of a change of a row a report may speak of."""
    if table == "setting":
        return {f"setting:{(before or after).get('key')}"}
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    whole = not (before and after)
    found = {table} if whole or changed & _SAID[table] else set()
    return found | ({"member:email"} if table == "member" and "email" in changed else set())


def _row(text: str | None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text or "{}")
    return found


def _erased(then: Then) -> int:
    """Return how many customers were erased since who were there; any text may have named them."""
    rows = then.look.tuples(
        "SELECT DISTINCT customer_id FROM erasure WHERE recorded_at >= :until", until=then.until
    )
    return sum(then.was_there("customer", row[0]) for row in rows)


def _narrowed(then: Then) -> tuple[frozenset[int], frozenset[int]]:
    """Return the answers that may not be passed on any more, and those only without the name."""
    until = stored_instant(then.until)
    were = {i: was for i, was in then.rows("answer").items() if was["recorded_at"] < until}
    stay = {row_id for row_id, was in were.items() if _stays(was)}
    kept_back, unnamed = set(), set()
    for block in in_blocks(were):
        for row in then.look.among(
            "SELECT id, consent, private FROM answer WHERE id IN ({})", block
        ):
            if _stays(row):
                kept_back.add(row["id"])
            elif were[row["id"]]["consent"] == Consent.NAME != row["consent"]:
                unnamed.add(row["id"])
    return frozenset(kept_back - stay), frozenset(unnamed - stay)


def _stays(answer: Row | dict[str, Any]) -> bool:
    return bool(answer["private"]) or answer["consent"] == Consent.NO


def _refused(then: Then) -> frozenset[int]:
    """Return the answers that waited, of customers who do not want to be contacted since."""
    had_not = [
        row_id for row_id, was in then.rows("customer").items() if was["do_not_contact_on"] is None
    ]
    return frozenset(
        row["id"]
        for block in in_blocks(had_not)
        for row in then.look.among(
            "SELECT answer.id FROM answer JOIN customer ON customer.id = answer.customer_id"
            " WHERE do_not_contact_on IS NOT NULL AND erased = 0 AND answer.kind = 'suggestion'"
            " AND answer.recorded_at < :until AND customer.id IN ({})"
            " AND NOT EXISTS (SELECT 1 FROM telling WHERE telling.answer_id = answer.id"
            "  AND telling.recorded_at < :until)",
            block,
            until=then.until,
        )
    )
