"""The tries to reach a customer, read: when, on which number, and what they teach."""

from datetime import date
from itertools import takewhile

from dailycontact.core import attempts as rule
from dailycontact.core.attempts import Half, Try
from dailycontact.core.call import Outcome
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.rhythm import AFTER_TELLING
from dailycontact.store import calendar
from dailycontact.store.forms import day_of, day_or_none, instant_of
from dailycontact.store.looking import Look, Row
from dailycontact.store.owed import UNTOLD
from dailycontact.store.settings import book_settings

LEARNT_FROM = 12
"""The last calls that say when, and on which number, somebody picks up: habits change."""

MOST = 60
"""Tries that are looked at: more than that, and the number is wrong."""

_TRIES = "SELECT day, outcome, phone_id, recorded_at FROM call WHERE customer_id = :id"
_NEWEST = "ORDER BY day DESC, id DESC LIMIT"

_TURN = (
    "SELECT eligible_from, promised_on, paused_until, last_on,"  # noqa: S608 - our own text
    " (SELECT MIN(finish.day) FROM finish_answer fa JOIN finish ON finish.id = fa.finish_id"
    f"  JOIN answer ON answer.id = fa.answer_id WHERE {UNTOLD} AND answer.customer_id = c.id"
    " ) AS owed_since FROM customer c WHERE c.id = :id AND open = 1"
)
_RESTS = (
    "SELECT MAX(workday.number + fact.waits) AS value FROM rhythm_fact fact"
    " JOIN workday ON workday.day = fact.day WHERE fact.customer_id = :id"
    " AND fact.what IN ({}) AND NOT EXISTS (SELECT 1 FROM rhythm_fact since"
    " WHERE since.customer_id = fact.customer_id"
    " AND (since.day > fact.day OR (since.day = fact.day AND since.number > fact.number))"
    " AND since.what IN ('conversation', 'checked'))"
)
"""When somebody has rested after what happened to them, as the candidates have it."""


def last_tries(look: Look, customer_id: int, zone: str | None = None) -> tuple[Try, ...]:
    """Return the calls in vain since they last answered, newest first, in the hours of `zone`.

    Who asked to be rung another time has answered, too. `zone` is the name of where the customer
    is; None: where the book is.
    """
    tries = _tries(look, look.rows(f"{_TRIES} {_NEWEST} {MOST}", id=customer_id), zone)
    return tuple(takewhile(lambda one: one.missed, tries))


def last_miss_half(look: Look, customer_id: int, zone: str | None) -> Half | None:
    """Return in which half of the customer's day the last call missed them; None: it did not."""
    last = _tries(look, look.rows(f"{_TRIES} {_NEWEST} 1", id=customer_id), zone)
    return last[0].half if last and last[0].missed else None


def usual_hours(look: Look, customer_id: int, zone: str | None) -> str | None:
    """Return in words when the customer picks up, like "usually picks up by 11", or None.

    Who rang in says nothing about that.
    """
    spoken = f"{_TRIES} AND outcome = 'reached' AND rang_in = 0 {_NEWEST} {LEARNT_FROM}"
    rows = look.rows(spoken, id=customer_id)
    return rule.usual_hours([one.at.time() for one in _tries(look, rows, zone) if one.at])


def phone_to_try(look: Look, customer: Customer) -> Phone | None:
    """Return the number to dial next: after two misses in a row on one, the next; None: none."""
    usable = [phone for phone in customer.phones if phone.usable]
    if not usable[1:]:
        return usable[0] if usable else None
    rows = look.rows(f"{_TRIES} {_NEWEST} {LEARNT_FROM}", id=customer.id)
    return rule.phone_to_try(usable, _tries(look, rows, None))


def first_try(look: Look, customer_id: int, *, after: date) -> int | None:
    """Return the number of the working day after `after` on which they may be tried; None: never.

    Whoever was promised to be rung back, or is owed news, need not wait until it is their turn.
    """
    turn = look.row(_TURN, id=customer_id)
    if turn is None:
        return None
    days = (day_or_none(turn["promised_on"]), day_or_none(turn["paused_until"]))
    held = [_number_from(look, day) for day in days if day is not None]
    held.append(calendar.number_of(look, after) + 1)
    tries: list[int] = [turn["eligible_from"]]
    if turn["promised_on"]:
        tries.append(max(*held, *_rests(look, customer_id, "miss", "skip")))
    if turn["owed_since"]:
        spoken = (turn["last_on"] or "") > turn["owed_since"]
        if spoken:
            held.append(calendar.number_of(look, day_of(turn["last_on"])) + AFTER_TELLING)
        tries.append(max(*held, *_rests(look, customer_id, "miss", "skip", "later", "told")))
    return min(tries)


def _number_from(look: Look, day: date) -> int:
    """Return the number of a day, or of the next working day."""
    found = calendar.workday(look, day)
    return found.number + (not found.works)


def _rests(look: Look, customer_id: int, *after: str) -> tuple[int, ...]:
    """Return the number of the day until which they rest after these happenings, if they do."""
    listed = ", ".join(f"'{what}'" for what in after)
    found = look.value(_RESTS.format(listed), id=customer_id)
    return () if found is None else (int(found),)


def _tries(look: Look, rows: list[Row], zone: str | None) -> tuple[Try, ...]:
    """Return the tries of rows; the hour of a call that was written down later is not known."""
    if not rows:
        return ()
    from zoneinfo import ZoneInfo

    here = ZoneInfo(book_settings(look).zone)
    there = ZoneInfo(zone) if zone else here
    found = []
    for row in rows:
        day, at = day_of(row["day"]), instant_of(row["recorded_at"])
        found.append(
            Try(
                day=day,
                outcome=Outcome(row["outcome"]),
                phone_id=row["phone_id"],
                at=at.astimezone(there) if at.astimezone(here).date() == day else None,
            )
        )
    return tuple(found)
