"""The outbox: editions on their way, read and written.

A message is committed before it is sent, and each delivery is claimed before it is tried, so that
nobody gets it from two at once; a body is kept no longer than it waits.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from dailycontact.core.message import IN_FLIGHT, Body, Delivery, Message, State, Way
from dailycontact.store.forms import instant_of
from dailycontact.store.looking import Look, Row

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_MESSAGES = (
    "SELECT message.id, edition, since_at, until_at, subject, member_id, closed_at, recorded_at,"
    " leader.name AS leader, praised.name AS member FROM message"
    " JOIN member leader ON leader.id = message.leader_id"
    " LEFT JOIN member praised ON praised.id = message.member_id"
)


SKEW = timedelta(days=1)
"""By how much the clocks of two leaders may differ."""


def open_messages(look: Look) -> tuple[Message, ...]:
    """Return what waits in the outbox, the oldest first."""
    return _with_deliveries(
        look, look.rows(f"{_MESSAGES} WHERE closed_at IS NULL ORDER BY message.id")
    )


def last_messages(look: Look, *, most: int) -> tuple[Message, ...]:
    """Return the last messages that do not wait any more, the newest first."""
    return _with_deliveries(
        look,
        look.rows(
            f"{_MESSAGES} WHERE closed_at IS NOT NULL ORDER BY message.id DESC LIMIT {int(most)}"
        ),
    )


def message(look: Look, number: int) -> Message | None:
    """Return the message of that number, if there is one."""
    found = _with_deliveries(look, look.rows(f"{_MESSAGES} WHERE message.id = :id", id=number))
    return found[0] if found else None


def editions(look: Look, edition: str) -> tuple[Message, ...]:
    """Return every message of an edition but the notes of thanks, the oldest first."""
    rows = look.rows(
        f"{_MESSAGES} WHERE edition = :edition AND member_id IS NULL ORDER BY message.id",
        edition=edition,
    )
    return _with_deliveries(look, rows)


def not_before(look: Look, at: datetime) -> datetime:
    """Return when a change that begins at `at` is recorded: never in days that were sent already.

    Whoever waited for their turn, or whose clock is slow, would be in no report at all. A clock
    that is wrong by more than a day is nobody's to follow.
    """
    last = look.value(
        "SELECT MAX(until_at) AS value FROM message WHERE until_at > :at AND until_at < :most",
        at=at,
        most=at + SKEW,
    )
    return instant_of(last) if last else at


def body(look: Look, message_id: int) -> Body | None:
    """Return what a message says while it waits; None where it went."""
    row = look.row(
        "SELECT text, html, markdown FROM message_part WHERE message_id = :id", id=message_id
    )
    return (
        None if row is None else Body(text=row["text"], html=row["html"], markdown=row["markdown"])
    )


def praise_sent(look: Look, member_id: int) -> frozenset[int]:
    """Return the answers of which somebody of the team was already sent a note of thanks."""
    rows = look.rows(
        "SELECT answer_id FROM message_answer JOIN message ON message.id = message_id"
        " WHERE member_id = :member AND (closed_at IS NULL OR EXISTS (SELECT 1 FROM delivery"
        " WHERE delivery.message_id = message.id AND state = 'sent'))",
        member=member_id,
    )
    return frozenset(row["answer_id"] for row in rows)


def customers_at(look: Look, addresses: Sequence[str]) -> dict[str, int]:
    """Return which of these addresses (in small letters) are a customer's, and whose."""
    rows = look.among(
        "SELECT LOWER(address) AS address, MIN(customer_id) AS customer_id FROM email"
        " WHERE LOWER(address) IN ({}) GROUP BY LOWER(address)",
        list(addresses) or [""],
    )
    return {row["address"]: row["customer_id"] for row in rows}


def last_event(look: Look) -> int:
    """Return the number of the last change of the book."""
    return int(look.value("SELECT MAX(id) AS value FROM event") or 0)


def record(  # noqa: PLR0913 - a message has as many sides
    change: "Change",
    *,
    edition: str,
    since: datetime,
    until: datetime,
    subject: str,
    said: Body,
    to: Sequence[tuple[Way, str]],
    answers: Sequence[int],
    domain: str,
    day: object,
    made_at: datetime,
    member_id: int | None = None,
) -> int:
    """Put a message into the outbox, with a delivery to each recipient; return its number.

    It is as old as what it says (`made_at`), not as the yes that it was sent with.
    """
    number = change.add(
        "message",
        edition=edition,
        since_at=since,
        until_at=until,
        subject=subject,
        digest=digest(said),
        member_id=member_id,
        leader_id=change.leader_id,
        day=day,
        recorded_at=made_at,
    )
    change.run(
        "INSERT INTO message_part (message_id, text, html, markdown)"
        " VALUES (:number, :text, :html, :markdown)",
        number=number,
        text=said.text,
        html=said.html,
        markdown=said.markdown,
    )
    for answer_id in dict.fromkeys(answers):
        change.add("message_answer", message_id=number, answer_id=answer_id)
    seed = change.value("SELECT value FROM setting WHERE key = 'seed'") or ""
    for way, recipient in to:
        change.add(
            "delivery",
            message_id=number,
            channel=way,
            recipient=recipient,
            ident=ident(seed, number, way, recipient, domain=domain),
        )
    return number


def digest(said: Body) -> str:
    """Return by what a body is known when it is gone."""
    return sha256(f"{said.text}\0{said.html}\0{said.markdown}".encode()).hexdigest()


def ident(seed: str, number: int, way: Way, recipient: str, *, domain: str) -> str:
    """Return the Message-ID of a delivery: the same each time, and nobody's to guess from."""
    mark = sha256(f"{seed}\0{number}\0{way}\0{recipient}".encode()).hexdigest()
    return f"<{mark[:40]}@{domain}>"


def claim(change: "Change", one: Delivery, *, at: datetime) -> bool:
    """Note that a delivery is being sent; return whether it was still free to be.

    From here on it may have arrived, whatever happens to this program.
    """
    claimed = change.run(
        "UPDATE delivery SET state = 'failed', trouble = :flying, tries = tries + 1, tried_at = :at"
        " WHERE id = :id AND tries = :seen AND state IN ('waiting', 'failed')",
        id=one.id,
        seen=one.tries,
        flying=IN_FLIGHT,
        at=at,
    )
    return claimed == 1


def note_sent(change: "Change", delivery_id: int, *, at: datetime) -> None:
    """Note that a delivery arrived, whatever was noted of it meanwhile."""
    change.run(
        "UPDATE delivery SET state = 'sent', trouble = NULL, tried_at = :at WHERE id = :id",
        id=delivery_id,
        at=at,
    )


def note_failed(change: "Change", claimed: Delivery, trouble: str) -> None:
    """Note why a delivery did not arrive, unless somebody else has claimed it since."""
    change.run(
        "UPDATE delivery SET state = 'failed', trouble = :trouble"
        " WHERE id = :id AND tries = :tries AND state IN ('waiting', 'failed')",
        id=claimed.id,
        tries=claimed.tries + 1,
        trouble=trouble,
    )


def give_up(change: "Change", delivery_ids: Sequence[int]) -> None:
    """Note that nobody tries these deliveries any more."""
    change.run_many(
        "UPDATE delivery SET state = 'dropped' WHERE id = :id AND state IN ('waiting', 'failed')",
        [{"id": number} for number in delivery_ids],
    )


def close(change: "Change", message_id: int) -> None:
    """Close a message for which nothing waits any more; what it says goes, its digest stays."""
    change.set("message", message_id, closed_at=change.at)
    change.run("DELETE FROM message_part WHERE message_id = :id", id=message_id)


def may_be_shared(look: Look, message_id: int) -> list[int]:
    """Return the answers of a message that may be passed on, as it is now."""
    rows = look.rows(
        "SELECT answer_id FROM message_answer JOIN answer ON answer.id = answer_id"
        " WHERE message_id = :id AND private = 0 AND consent <> 'no' ORDER BY answer_id",
        id=message_id,
    )
    return [row["answer_id"] for row in rows]


def _with_deliveries(look: Look, rows: Sequence[Row]) -> tuple[Message, ...]:
    found: dict[int, list[Delivery]] = {row["id"]: [] for row in rows}
    for row in look.among(
        "SELECT * FROM delivery WHERE message_id IN ({}) ORDER BY id", list(found) or [0]
    ):
        found[row["message_id"]].append(_delivery(row))
    return tuple(_message(row, tuple(found[row["id"]])) for row in rows)


def _delivery(row: Row) -> Delivery:
    return Delivery(
        id=row["id"],
        message_id=row["message_id"],
        way=Way(row["channel"]),
        recipient=row["recipient"],
        ident=row["ident"],
        state=State(row["state"]),
        tries=row["tries"],
        trouble=row["trouble"],
        tried_at=instant_of(row["tried_at"]) if row["tried_at"] else None,
    )


def _message(row: Row, deliveries: tuple[Delivery, ...]) -> Message:
    return Message(
        id=row["id"],
        edition=row["edition"],
        since=instant_of(row["since_at"]),
        until=instant_of(row["until_at"]),
        subject=row["subject"],
        member_id=row["member_id"],
        member=row["member"],
        leader=row["leader"],
        recorded_at=instant_of(row["recorded_at"]),
        closed_at=instant_of(row["closed_at"]) if row["closed_at"] else None,
        deliveries=deliveries,
    )
