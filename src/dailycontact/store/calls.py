"""Calls and promises, read."""

from datetime import date

from dailycontact.core.call import Call, Outcome, Promise, PromiseKind
from dailycontact.store.forms import day_of, day_or_none, instant_of
from dailycontact.store.looking import Look, Row

_CALLS = "SELECT id, customer_id, leader_id, day, recorded_at, outcome, rang_in, notes FROM call"
_PROMISES = (
    "SELECT promise.id, promise.customer_id, customer.name AS customer, kind, text, due_on,"
    " settled_on, settled_how, broken, why, promise.leader_id, member.name AS leader FROM promise"
    " JOIN customer ON customer.id = promise.customer_id"
    " LEFT JOIN member ON member.id = promise.leader_id"
)


def last_conversation(look: Look, customer_id: int) -> Call | None:
    """Return the last call in which the customer said something, if they were ever spoken to.

    Where nothing was ever said, it is the last in which they were spoken to: one in which they
    were only told something says nothing about their wishes.
    """
    row = look.row(
        f"{_CALLS} WHERE customer_id = :id AND outcome = 'reached' ORDER BY CASE WHEN EXISTS"  # noqa: S608 - our own text
        " (SELECT 1 FROM answer WHERE answer.call_id = call.id) THEN 0 ELSE 1 END,"
        " day DESC, id DESC LIMIT 1",
        id=customer_id,
    )
    return None if row is None else _call(row)


def calls_of_customer(look: Look, customer_id: int) -> list[Call]:
    """Return every call with the customer, newest first."""
    rows = look.rows(f"{_CALLS} WHERE customer_id = :id ORDER BY day DESC, id DESC", id=customer_id)
    return [_call(row) for row in rows]


def calls_of_day(look: Look, *, leader_id: int, day: date) -> list[Call]:
    """Return the leader's calls of a day, in order."""
    rows = look.rows(
        f"{_CALLS} WHERE leader_id = :leader AND day = :day ORDER BY id", leader=leader_id, day=day
    )
    return [_call(row) for row in rows]


def attempts_of_day(look: Look, *, leader_id: int, day: date) -> tuple[Outcome, ...]:
    """Return how the leader's calls of a day ended, in order; whoever rang in is no attempt."""
    made = calls_of_day(look, leader_id=leader_id, day=day)
    return tuple(call.outcome for call in made if not call.rang_in)


def open_call_backs(look: Look, customer_id: int, *, by: date) -> list[Promise]:
    """Return the promises to ring back that were made on the day `by` or earlier, and are open."""
    rows = look.rows(
        f"{_PROMISES} LEFT JOIN call ON call.id = promise.call_id"
        " WHERE promise.customer_id = :customer AND kind = 'call-back' AND settled_on IS NULL"
        " AND (call.day IS NULL OR call.day <= :by) ORDER BY promise.id",
        customer=customer_id,
        by=by,
    )
    return [promise_of(row) for row in rows]


def numbers_of_call_days(look: Look, *, leader_id: int, until: date) -> list[int]:
    """Return the numbers of the last working days on which the leader called, newest first."""
    rows = look.rows(
        # From the days, and not from the calls, of which there may be any number.
        "SELECT number FROM workday WHERE day <= :until AND why_not IS NULL AND EXISTS"
        " (SELECT 1 FROM call WHERE call.leader_id = :leader AND call.day = workday.day)"
        " ORDER BY day DESC LIMIT 400",
        leader=leader_id,
        until=until,
    )
    return [row["number"] for row in rows]


def open_promises(
    look: Look, *, customer_id: int | None = None, leader_id: int | None = None
) -> list[Promise]:
    """Return the promises that wait to be kept, the earliest due first."""
    wanted = {"customer_id": customer_id, "leader_id": leader_id}
    values = {name: value for name, value in wanted.items() if value is not None}
    only = "".join(f" AND promise.{name} = :{name}" for name in values)
    rows = look.rows(
        f"{_PROMISES} WHERE settled_on IS NULL{only} ORDER BY due_on, promise.id", **values
    )
    return [promise_of(row) for row in rows]


def broken_promises(look: Look, customer_id: int) -> list[Promise]:
    """Return what was not kept, of which nobody could speak to the customer yet, oldest first.

    That is what was said to be broken after the day of the last conversation with them.
    """
    rows = look.rows(
        f"{_PROMISES} WHERE promise.customer_id = :customer AND broken = 1 AND NOT EXISTS"  # noqa: S608 - our own text
        " (SELECT 1 FROM call WHERE call.customer_id = :customer AND call.outcome = 'reached'"
        " AND call.day >= promise.settled_on) ORDER BY due_on, promise.id",
        customer=customer_id,
    )
    return [promise_of(row) for row in rows]


def promise(look: Look, promise_id: int) -> Promise | None:
    """Return one promise, open or settled; None where none has that number."""
    row = look.row(f"{_PROMISES} WHERE promise.id = :id", id=promise_id)
    return None if row is None else promise_of(row)


def promise_of(row: Row) -> Promise:
    """Return the promise of a row; one that was broken was not merely dropped."""
    return Promise(
        id=row["id"],
        customer_id=row["customer_id"],
        customer=row["customer"],
        kind=PromiseKind(row["kind"]),
        text=row["text"],
        due_on=day_of(row["due_on"]),
        settled_on=day_or_none(row["settled_on"]),
        settled_how="broken" if row["broken"] else row["settled_how"],
        leader_id=row["leader_id"],
        leader=row["leader"] or "",
        why=row["why"],
    )


def _call(row: Row) -> Call:
    return Call(
        id=row["id"],
        customer_id=row["customer_id"],
        leader_id=row["leader_id"],
        day=day_of(row["day"]),
        recorded_at=instant_of(row["recorded_at"]),
        outcome=Outcome(row["outcome"]),
        rang_in=bool(row["rang_in"]),
        notes=row["notes"],
    )
