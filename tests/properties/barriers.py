"""What speaks against phoning somebody, read off the rows in plain Python: apart from the program.

It is slow and whole: of each customer it says everything that speaks against them on a day.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import holidays

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from properties.model import Dump, Row

NEVER = frozenset(
    {
        *("refused", "left", "paused", "no number", "another leader's", "hours", "called", "held"),
        "promised a later day",
    }
)
"""What nothing lifts."""

LIFTED = {
    "anyway": frozenset({"gap", "miss", "skip", "later", "told"}),
    "promise": frozenset({"gap", "later", "told"}),
    "news": frozenset({"gap"}),
}
"""What does not count when the leader says so, when a call back was promised, for news."""

KEPT = frozenset({"refused", "left", "paused", "no number", "another leader's", "hours"})
"""What speaks against somebody who was proposed before, and waits for the call."""

BOOK_ZONE, BOOK_COUNTRY = "Europe/London", "GB"
STEP = timedelta(minutes=15)
SATURDAY = 5


def barriers(
    rows: "Dump",
    numbers: "Mapping[str, int]",
    customer: "Row",
    *,
    leaders: frozenset[int],
    day: date,
    now: datetime,
) -> frozenset[str]:
    """Return all that speaks against phoning a customer on `day`, from `now` on.

    `numbers` counts the working days; `leaders` are those who ask: a leader, and for whom they
    stand in.
    """
    today = day.isoformat()
    phones = [row for row in rows["phone"] if row["customer_id"] == customer["id"]]
    paused = customer["paused_on"] is not None and (
        customer["paused_until"] is None or customer["paused_until"] > today
    )
    mine = [row for row in rows["call"] if row["customer_id"] == customer["id"]]
    held = [
        row
        for row in rows["pick"]
        if row["customer_id"] == customer["id"] and row["day"] == today and not row["released"]
    ]
    found = {
        "refused": customer["do_not_contact_on"] is not None,
        "left": customer["left_on"] is not None,
        "paused": paused,
        "no number": all(phone["wrong_on"] is not None for phone in phones),
        "another leader's": customer["leader_id"] not in {None, *leaders},
        "hours": not can_be_rung(customer, day=day, now=now),
        "called": any(row["day"] == today for row in mine),
        "held": bool(held),
        "promised a later day": (customer["promised_on"] or "") > today,
    }
    waits = set(_waits(rows, numbers, customer, numbers[today]))
    return frozenset(name for name, is_so in found.items() if is_so) | waits


def can_be_rung(customer: "Row", *, day: date, now: datetime) -> bool:
    """Return whether there is an instant, from `now` to the end of the book's day, to ring them.

    From eight until nine in the evening where they are, on no holiday of theirs and no weekend.
    """
    return any(_within(customer, instant, day, 8, 21) for instant in _rest_of(day, now))


def is_best_rung(customer: "Row", *, day: date, now: datetime) -> bool:
    """Return whether they can be rung now, or later on the day at an hour that they like."""
    first, last = _hours(customer["hours"] or "09:00-17:00")
    return _within(customer, now, day, 8, 21) or any(
        _within(customer, instant, day, first, last) for instant in _rest_of(day, now)
    )


def _rest_of(day: date, now: datetime) -> "Iterator[datetime]":
    ends = datetime.combine(day + timedelta(days=1), datetime.min.time(), ZoneInfo(BOOK_ZONE))
    instant = now.astimezone(UTC)
    while instant < ends:
        yield instant
        instant += STEP


def _within(customer: "Row", instant: datetime, day: date, first: int, last: int) -> bool:
    local = instant.astimezone(ZoneInfo(customer["zone"] or BOOK_ZONE))
    # A leader who phones on a Saturday anyway, does so as on a day of work.
    works = local.weekday() < SATURDAY or local.weekday() == day.weekday()
    works = works and local.date() not in _holidays(customer["country"])
    return works and first <= local.hour < last


def _hours(text: str) -> tuple[int, int]:
    first, last = text.split("-")
    return int(first[:2]), int(last[:2])


@cache
def _holidays(country: str | None) -> "Container[date]":
    found: Container[date] = holidays.country_holidays(country or BOOK_COUNTRY)
    return found


def _waits(
    rows: "Dump", numbers: "Mapping[str, int]", customer: "Row", today: int
) -> "Iterator[str]":
    """Yield "gap" after a conversation, and what they are left alone after since."""
    past = [row for row in rows["rhythm_fact"] if row["customer_id"] == customer["id"]]
    talks = [row for row in past if row["what"] == "conversation"]
    for talk in talks:
        gap = min(customer["beat"], max(10, (customer["beat"] + 1) // 2))
        if today < numbers[talk["day"]] + gap:
            yield "gap"
    last = max(((talk["day"], talk["number"]) for talk in talks), default=("", 0))
    for fact in past:
        since = (fact["day"], fact["number"]) > last and fact["what"] in LIFTED["anyway"]
        if since and today < numbers[fact["day"]] + fact["waits"]:
            yield fact["what"]
