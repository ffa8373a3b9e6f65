"""What becomes of the outbox when the book changes below it: an erasure, a copy that comes back.

What waits was made from the book as it was. So it goes with whoever is erased, and with the book
that a copy replaces; it is made anew from what the book says then. What went out has gone out,
whatever copy comes back, and is not sent again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count
from dailycontact.core.wiping import GONE
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_MESSAGE = ("edition", "since_at", "until_at", "subject", "digest", "day", "recorded_at")
_DELIVERY = ("channel", "recipient", "ident", "tries", "tried_at")


@dataclass(frozen=True, kw_only=True)
class Gone:
    """An edition that went out: its columns, and those of each delivery that arrived."""

    message: dict[str, Any]
    deliveries: tuple[dict[str, Any], ...]


def forget(change: "Change", addresses: Sequence[str]) -> None:
    """Let go of every body that waits, because somebody is erased, and of their addresses.

    A body may name them in ways that are not found in it again: it is made anew without them.
    """
    change.run("DELETE FROM message_part")
    theirs = {address.casefold() for address in addresses}
    for row in change.rows("SELECT id, recipient FROM delivery"):
        if row["recipient"].casefold() in theirs:
            change.run(
                "UPDATE delivery SET recipient = :gone, trouble = NULL,"
                " state = CASE state WHEN 'sent' THEN 'sent' ELSE 'dropped' END WHERE id = :id",
                id=row["id"],
                gone=f"{GONE} {row['id']}",
            )
    for row in change.rows("SELECT id, value FROM setting WHERE key LIKE 'recipients.%'"):
        lines = row["value"].split("\n")
        kept = [line for line in lines if line.casefold() not in theirs]
        if kept != lines:
            _set_lines(change, row["id"], kept)


def _set_lines(change: "Change", setting_id: int, lines: Sequence[str]) -> None:
    if lines:
        change.run(
            "UPDATE setting SET value = :value WHERE id = :id",
            id=setting_id,
            value="\n".join(lines),
        )
    else:
        change.run("DELETE FROM setting WHERE id = :id", id=setting_id)


def drop_all(change: "Change") -> int:
    """Give up everything that waits, because it is what an older book said; return how much."""
    change.run("DELETE FROM message_part")
    change.run("UPDATE delivery SET state = 'dropped' WHERE state IN ('waiting', 'failed')")
    waiting = change.rows("SELECT id FROM message WHERE closed_at IS NULL ORDER BY id")
    for row in waiting:
        change.set("message", row["id"], closed_at=change.at)
    return len(waiting)


def gone(look: Look) -> tuple[Gone, ...]:
    """Return the editions that went out of the book in a file; none where it knows no outbox."""
    if look.row("SELECT 1 AS found FROM pragma_table_info('message')") is None:
        return ()
    found = []
    for row in look.rows("SELECT * FROM message WHERE member_id IS NULL ORDER BY id"):
        sent = look.rows(
            "SELECT * FROM delivery WHERE message_id = :id AND state = 'sent' ORDER BY id",
            id=row["id"],
        )
        if sent:
            found.append(
                Gone(
                    message={name: row[name] for name in _MESSAGE},
                    deliveries=tuple({name: each[name] for name in _DELIVERY} for each in sent),
                )
            )
    return tuple(found)


def carry_over(change: "Change", editions: Sequence[Gone]) -> None:
    """Note in a copy what went out since it was made, so that it does not go out again."""
    for one in editions:
        new = [
            each
            for each in one.deliveries
            if not change.run(
                "UPDATE delivery SET state = 'sent', trouble = NULL WHERE ident = :ident",
                ident=each["ident"],
            )
        ]
        if new:
            _add(change, one, new)


def _add(change: "Change", one: Gone, deliveries: Sequence[dict[str, Any]]) -> None:
    leader_id = change.leader_id or change.value("SELECT MIN(id) AS value FROM member")
    number = change.add("message", **one.message, leader_id=leader_id, closed_at=change.at)
    for each in deliveries:
        change.add("delivery", **each, message_id=number, state="sent")


def left(look: Look, *, today: date) -> Iterator[str]:
    """Yield what has waited in the outbox for longer than a day, and what should be gone."""
    for row in look.rows(
        "SELECT message.id, edition, day, COUNT(delivery.id) AS number FROM message"
        " LEFT JOIN delivery ON delivery.message_id = message.id"
        " AND delivery.state IN ('waiting', 'failed')"
        " WHERE closed_at IS NULL AND day < :day GROUP BY message.id, edition, day"
        " ORDER BY message.id",
        day=today - timedelta(days=1),
    ):
        since = say_day(day_of(row["day"]), today=today)
        yield (
            f"The {row['edition']} edition waits since {since} to be sent to"
            f" {count(row['number'], 'recipient')}; try again with: {PROGRAM} outbox --retry"
        )
    for row in look.rows(
        "SELECT message.id FROM message JOIN message_part ON message_part.message_id = message.id"
        " WHERE closed_at IS NOT NULL ORDER BY message.id"
    ):
        yield f"Message {row['id']} is closed, and what it said is still there."
    for row in look.rows(
        "SELECT DISTINCT message.id FROM message JOIN delivery ON delivery.message_id = message.id"
        " WHERE closed_at IS NOT NULL AND state IN ('waiting', 'failed') ORDER BY message.id"
    ):
        yield f"Message {row['id']} is closed, and somebody still waits for it."
