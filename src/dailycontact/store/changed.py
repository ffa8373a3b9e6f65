"""What changes an old report all the same, and is meant to: counted, so that its footer can say."""

from dailycontact.core.recorded import ChangedSince
from dailycontact.store.forms import stored_instant
from dailycontact.store.looking import Look
from dailycontact.store.past_answers import stays_since
from dailycontact.store.then import Then
from dailycontact.store.touched import in_blocks

_REPORTED = (
    *("call", "answer", "sharing", "reading", "action", "action_answer", "finish"),
    *("finish_answer", "telling", "telling_try", "progress", "story", "promise", "talk"),
    *("talk_reply", "customer", "leave"),
)
"""The tables whose rows are in a report."""


def changed_since(then: Then) -> ChangedSince:
    """Return how much of what was recorded before an instant was taken out or withdrawn since."""
    return ChangedSince(undone=_undone(then), erased=_erased(then), withdrawn=_withdrawn(then))


def _undone(then: Then) -> int:
    """Return how many changes from before were taken back since, and still are."""
    tables = ", ".join(f"'{name}'" for name in _REPORTED)
    return _count(
        then.look,
        "SELECT COUNT(*) AS value FROM event undoing"  # noqa: S608 - our own names
        " CROSS JOIN event undone WHERE undone.id = undoing.undoes_id"
        " AND undoing.recorded_at >= :until AND undone.recorded_at < :until"
        " AND NOT EXISTS (SELECT 1 FROM event redone WHERE redone.undoes_id = undoing.id)"
        " AND EXISTS (SELECT 1 FROM event_row WHERE event_row.event_id = undone.id"
        f"  AND table_name IN ({tables}))",
        then,
    )


def _erased(then: Then) -> int:
    """Return how many customers were erased since to whom somebody had spoken before."""
    return _count(
        then.look,
        "SELECT COUNT(*) AS value FROM erasure WHERE recorded_at >= :until AND EXISTS"
        " (SELECT 1 FROM call WHERE call.customer_id = erasure.customer_id"
        "  AND call.recorded_at < :until)",
        then,
    )


def _count(look: Look, sql: str, then: Then) -> int:
    return int(look.value(sql, until=then.until))


def _withdrawn(then: Then) -> int:
    """Return how many answers may be passed on less, or wait no more, as customers wished since."""
    return len(_narrowed(then) | _refused(then))


def _narrowed(then: Then) -> set[int]:
    were = then.rows("answer")
    until = stored_instant(then.until)
    return {
        row["id"]
        for block in in_blocks(were)
        for row in then.look.among(
            "SELECT id, consent, private FROM answer WHERE id IN ({})", block
        )
        if were[row["id"]]["recorded_at"] < until and stays_since(row, were[row["id"]])
    }


def _refused(then: Then) -> set[int]:
    """Return the answers that waited, of customers who do not want to be contacted since."""
    had_not = [
        row_id for row_id, was in then.rows("customer").items() if was["do_not_contact_on"] is None
    ]
    return {
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
    }
