"""What is derived from the facts, brought back in step after a change that reaches far."""

from datetime import date
from typing import TYPE_CHECKING

from dailycontact.store import calendar, capacity, rhythms
from dailycontact.store.forms import day_of

if TYPE_CHECKING:
    from dailycontact.store.changing import Change
    from dailycontact.store.looking import Look


def renumber(change: "Change", *, since: date, today: date) -> None:
    """Write the calendar anew from `since` on, and the rhythms of those whom it moves."""
    before = _numbers(change)
    calendar.rebuild(change, since=since, today=today)
    after = _numbers(change)
    moved = min((day for day in after if before.get(day) != after[day]), default=None)
    if moved is not None:
        rhythms.refresh(change, _reached(change, since=moved))


def respread(change: "Change") -> None:
    """Give everybody the cadence that holds for them: their own, their segment's, the book's."""
    usual = capacity.book_cadence(change)
    holds = (
        "COALESCE(cadence, (SELECT segment.cadence FROM segment"
        " WHERE segment.id = customer.segment_id), :usual)"
    )
    spoken = change.rows(
        f"SELECT id FROM customer WHERE beat <> {holds} AND conversations > 0",  # noqa: S608 - our own text
        usual=usual,
    )
    change.run(f"UPDATE customer SET beat = {holds} WHERE beat <> {holds}", usual=usual)  # noqa: S608 - our own text
    rhythms.refresh(change, [row["id"] for row in spoken])


def _numbers(look: "Look") -> dict[date, int]:
    return {day_of(row["day"]): row["number"] for row in look.rows("SELECT * FROM workday")}


def _reached(look: "Look", *, since: date) -> list[int]:
    """Return the customers to whom something happened on that day or later."""
    rows = look.rows(
        "SELECT customer_id AS id FROM rhythm_fact WHERE day >= :since"
        " UNION SELECT id FROM customer WHERE joined_on >= :again",
        since=since,
        again=since,
    )
    return [row["id"] for row in rows]
