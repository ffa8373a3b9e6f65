"""What leaders have written of customers with their own hands: no file says it otherwise.

The journal knows: what `customers add` and `customers edit` changed, as long as it was not taken
back, and as long as it still stands so in the book.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dailycontact.store.journal import HOLDS
from dailycontact.store.looking import Look, Row

COLUMNS = (
    *("name", "company", "country", "zone", "hours", "segment_id", "cadence", "leader_id"),
    *("referred_by", "renewed_on", "left_on"),
)
"""What is written by hand of a customer, besides numbers and addresses."""

_BY_HAND = (
    "SELECT line.table_name, line.first_id, line.before, line.after FROM event"  # noqa: S608 - our own text
    " JOIN event_row line ON line.event_id = event.id"
    " LEFT JOIN event undoing ON undoing.undoes_id = event.id"
    " WHERE event.command IN ('customers add', 'customers edit')"
    " AND line.table_name IN ('customer', 'phone', 'email')"
    f" AND {HOLDS} ORDER BY line.id"
)


@dataclass(kw_only=True)
class OwnWords:
    """What leaders wrote of one customer: columns with their values, and ids of rows.

    `gone` are the numbers and addresses that they took away.
    """

    columns: dict[str, Any] = field(default_factory=dict)
    phones: set[int] = field(default_factory=set)
    emails: set[int] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)

    def hold(self, facts: Mapping[str, Any]) -> frozenset[str]:
        """Return the columns in which the book still says what they wrote."""
        return frozenset(name for name, value in self.columns.items() if facts[name] == value)


def number_of(phone: Mapping[str, Any]) -> str:
    """Return a number as numbers are compared: with its extension, dots and blanks aside."""
    return f"{phone['e164'] or phone['raw']}{phone['extension'] or ''}"


def own_words(look: Look) -> Mapping[int, OwnWords]:
    """Return what leaders wrote, by customer (id); in one question for the whole book."""
    found: defaultdict[int, OwnWords] = defaultdict(OwnWords)
    for row in look.rows(_BY_HAND):
        before, after = _facts(row["before"]), _facts(row["after"])
        if row["table_name"] == "customer":
            _read_customer(found[row["first_id"]], before, after)
        elif before or after:
            _read_way(found, row, before, after)
    return dict(found)


def _read_customer(
    own: OwnWords, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> None:
    """Note the columns that were changed; of somebody who was added, those that say anything."""
    for name in COLUMNS if after else ():
        value = after[name] if after else None
        if value not in (None, "") if before is None else value != before.get(name):
            own.columns[name] = value


def _read_way(
    found: defaultdict[int, OwnWords],
    row: Row,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> None:
    """Note a number or an address that was written, or taken away."""
    said = after or before or {}
    own = found[said["customer_id"]]
    is_phone = row["table_name"] == "phone"
    form = number_of(said) if is_phone else said["address"].casefold()
    if after is None:
        own.gone.add(form)
        return
    own.gone.discard(form)
    (own.phones if is_phone else own.emails).add(row["first_id"])


def _facts(text: str | None) -> Mapping[str, Any] | None:
    return None if text is None else json.loads(text)
