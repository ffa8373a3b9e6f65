"""The words of the answers, kept as an index in the book: alike ones are found without reading all.

The index knows texts, and nothing of what they were read as: that is looked up when it is asked
for, so that renaming, merging and reading anew leave it as it is. Answers that came since it was
made, or were amended, are added when it is read. It is derived: erasing takes it away.
"""

from collections.abc import Hashable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from dailycontact.core.likeness import MOST_TEXTS, Index, Likeness
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

PAYS_FROM = 300
"""Answers that came since the index was made, from which on it is made anew; in a large book a
twentieth of them."""
MOST_SINCE = 1_000
"""Answers that are added to the index when it is read: the newest."""

_NEW = (
    "SELECT id, verbatim FROM answer WHERE id > :upto AND verbatim <> ''"
    " ORDER BY id DESC LIMIT :most"
)
_AMENDED = (
    "SELECT answer.id, answer.verbatim FROM answer WHERE id IN (SELECT answer_id FROM amendment"
    " WHERE recorded_at >= :made_at AND field = 'verbatim') AND id <= :upto"
    " ORDER BY id DESC LIMIT :most"
)

_read: "WeakKeyDictionary[Hashable, tuple[int | None, Likeness]]" = WeakKeyDictionary()
"""What was read on a connection, with the last event it knows of: a conversation asks often."""


def likeness_of(look: Look) -> Likeness:
    """Return the answers of the book, the newest at least, to find alike ones among them."""
    if not isinstance(look, Hashable):
        return _likeness(look)
    event = look.value("SELECT MAX(id) AS value FROM event")
    if look not in _read or _read[look][0] != event:
        _read[look] = (event, _likeness(look))
    return _read[look][1]


def keep(change: "Change") -> None:
    """Make the index anew where enough answers came since; at the end of a change.

    That takes a second or two, for which nobody waits who is on the phone: after a call it is left
    to another change as long as it can be.
    """
    upto = change.value("SELECT upto_id AS value FROM likeness") or 0
    pays = MOST_SINCE if change.command == "log" else min(MOST_SINCE, max(PAYS_FROM, upto // 20))
    new = change.value(
        "SELECT COUNT(*) AS value FROM (SELECT id FROM answer WHERE id > :upto LIMIT :most) newer",
        upto=upto,
        most=pays,
    )
    if new >= pays:
        make(change)


def make(change: "Change") -> None:
    """Make the index of the newest answers, in place of the one that there was."""
    texts = change.tuples(_NEW, upto=0, most=MOST_TEXTS)
    change.run("DELETE FROM likeness")
    change.run(
        "INSERT INTO likeness (id, upto_id, made_at, content)"
        " VALUES (1, :upto, :made_at, :content)",
        upto=change.value("SELECT MAX(id) AS value FROM answer") or 0,
        made_at=change.at,
        content=Index.of(texts).pack(),
    )


def _likeness(look: Look) -> Likeness:
    row = look.row("SELECT upto_id, made_at, content FROM likeness")
    index = Index.unpack(bytes(row["content"])) if row else None
    if row is None or index is None:
        return Likeness(since=look.tuples(_NEW, upto=0, most=MOST_SINCE))
    upto = row["upto_id"]
    since = look.tuples(_NEW, upto=upto, most=MOST_SINCE)
    since += look.tuples(_AMENDED, upto=upto, made_at=row["made_at"], most=MOST_SINCE)
    return Likeness(index, since)
