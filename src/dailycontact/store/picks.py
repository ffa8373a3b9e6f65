"""Picks: what was proposed to a leader for a day, and who could be proposed.

The schema decides races, not the code: a slot of a leader's day is taken once, a customer is
proposed once a day; so a pick is inserted or not, and read again.
"""

from datetime import date, datetime

from dailycontact.core.turn import Candidate, Pick, Reason, rank
from dailycontact.store import calendar
from dailycontact.store.book import Looking
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look, Row

_PICK = "SELECT pick.id, pick.leader_id, pick.day, slot, pick.customer_id, pick.reason FROM pick"

_MINE = "(leader_id IS NULL OR leader_id = :leader)"
_FREE = (
    "(c.paused_until IS NULL OR c.paused_until <= :day)"
    " AND NOT EXISTS (SELECT 1 FROM pick WHERE pick.customer_id = c.id AND pick.day = :day"
    " AND pick.released = 0)"
    " AND NOT EXISTS (SELECT 1 FROM call WHERE call.customer_id = c.id AND call.day = :day)"
)
_CANDIDATE = "c.id, c.clock, c.beat, c.promised_on, c.last_on"


def live_pick(look: Look, *, leader_id: int, day: date) -> Pick | None:
    """Return the leader's pick of the day that still waits for its outcome, if there is one."""
    row = look.row(
        f"{_PICK} WHERE pick.leader_id = :leader AND pick.day = :day AND pick.released = 0"  # noqa: S608 - our own text
        " AND NOT EXISTS (SELECT 1 FROM call WHERE call.pick_id = pick.id)"
        " AND NOT EXISTS (SELECT 1 FROM skip WHERE skip.pick_id = pick.id)"
        " ORDER BY slot DESC LIMIT 1",
        leader=leader_id,
        day=day,
    )
    return None if row is None else _pick(row)


def stored(look: Looking, *, leader_id: int, day: date) -> Pick | None:
    """Return the live pick, when its customer may still be phoned; give it back otherwise."""
    pick = live_pick(look, leader_id=leader_id, day=day)
    if pick is not None and not may_be_phoned(look, pick):
        release(look, pick)
        return stored(look, leader_id=leader_id, day=day)
    return pick


def propose(
    look: Looking, *, leader_id: int, day: date, now: datetime, anyway: bool = False
) -> Pick | None:
    """Reserve the next slot of a leader's day for whoever's turn it is; None for nobody.

    Where another leader holds a customer by now, the next one is taken. `anyway` lifts the
    minimum gap, never a refusal or a pause.
    """
    number = calendar.number_of(look, day)
    slot = last_slot(look, leader_id=leader_id, day=day) + 1
    # The leader's other window may have reserved one before the slot was counted.
    held = stored(look, leader_id=leader_id, day=day)
    if held is not None:
        return held
    refused: set[int] = set()
    each = 3
    while True:
        ranked = rank(
            promised(look, leader_id=leader_id, day=day, number=number),
            heads(look, leader_id=leader_id, day=day, number=number, each=each, anyway=anyway),
            number=number,
        )
        fresh = [one for one in ranked if one.candidate.customer_id not in refused]
        if not fresh:
            return None
        for one in fresh:
            pick = reserve(
                look, one.candidate, leader_id=leader_id, day=day, slot=slot,
                reason=one.reason, at=now,
            )  # fmt: skip
            if pick is not None:
                return pick
            refused.add(one.candidate.customer_id)
        each *= 2


def unused_pick(look: Look, *, leader_id: int, day: date, customer_id: int) -> Pick | None:
    """Return the leader's pick of this customer on a day, while it waits for its outcome."""
    row = look.row(
        f"{_PICK} WHERE pick.leader_id = :leader AND pick.day = :day AND pick.released = 0"  # noqa: S608 - our own text
        " AND pick.customer_id = :customer"
        " AND NOT EXISTS (SELECT 1 FROM call WHERE call.pick_id = pick.id)",
        leader=leader_id,
        day=day,
        customer=customer_id,
    )
    return None if row is None else _pick(row)


def last_slot(look: Look, *, leader_id: int, day: date) -> int:
    """Return the highest slot that was given out to the leader on that day; 0 for none."""
    return (
        look.value(
            "SELECT MAX(slot) AS value FROM pick WHERE leader_id = :leader AND day = :day",
            leader=leader_id,
            day=day,
        )
        or 0
    )


def reserve(
    look: Looking, candidate: Candidate, *, leader_id: int, day: date, slot: int, reason: Reason,
    at: datetime,
) -> Pick | None:  # fmt: skip
    """Reserve a customer for a leader's slot, or read who has the slot by now.

    Returns None when another leader holds the customer: try the next.
    """
    look.reserve(
        "INSERT INTO pick (leader_id, day, slot, customer_id, reason, reserved_at, released)"
        " VALUES (:leader, :day, :slot, :customer, :reason, :at, 0) ON CONFLICT DO NOTHING",
        leader=leader_id,
        day=day,
        slot=slot,
        customer=candidate.customer_id,
        reason=reason,
        at=at,
    )
    row = look.row(
        f"{_PICK} WHERE pick.leader_id = :leader AND pick.day = :day AND slot = :slot"
        " AND pick.released = 0",
        leader=leader_id,
        day=day,
        slot=slot,
    )
    return None if row is None else _pick(row)


def release(look: Looking, pick: Pick) -> None:
    """Give a pick back: the customer may not be proposed any more."""
    look.reserve("UPDATE pick SET released = 1 WHERE id = :id", id=pick.id)


def may_be_phoned(look: Look, pick: Pick) -> bool:
    """Return whether the customer of a stored pick may still be proposed to its leader that day.

    Nobody who has refused, is paused or has no number by now; nobody who has become another
    leader's; nobody who has been spoken to on that day already.
    """
    return (
        look.row(
            f"SELECT id FROM customer c WHERE id = :id AND open = 1 AND {_MINE}"  # noqa: S608 - our own text
            " AND (paused_until IS NULL OR paused_until <= :day)"
            " AND NOT EXISTS (SELECT 1 FROM call WHERE call.customer_id = c.id"
            " AND call.day = :day AND call.outcome = 'reached')",
            id=pick.customer_id,
            leader=pick.leader_id,
            day=pick.day,
        )
        is not None
    )


def promised(look: Look, *, leader_id: int, day: date, number: int) -> list[Candidate]:
    """Return those to whom a call back was promised for `day` or earlier, oldest first.

    A promise goes before the minimum gap, but waits like everybody after a miss or a skip.
    """
    rows = look.rows(
        f"SELECT {_CANDIDATE} FROM customer c WHERE c.promised_on <= :day AND c.open = 1"  # noqa: S608 - our own text
        f" AND {_MINE} AND {_FREE} AND NOT EXISTS (SELECT 1 FROM rhythm_fact fact"
        " JOIN workday ON workday.day = fact.day WHERE fact.customer_id = c.id"
        " AND fact.what IN ('miss', 'skip') AND workday.number + fact.waits > :number)"
        " ORDER BY c.promised_on, c.id LIMIT 20",
        leader=leader_id,
        day=day,
        number=number,
    )
    return [_candidate(row) for row in rows]


def heads(
    look: Look, *, leader_id: int, day: date, number: int, each: int = 3, anyway: bool = False
) -> list[Candidate]:
    """Return the few whose clocks stand earliest within each cadence.

    Within one cadence, the order of waiting ÷ cadence is the order of the clock: so the index is
    probed once for each distinct cadence, whatever the size of the book. `number` is the working
    day it is; `anyway` lifts the minimum gap.
    """
    found: list[Candidate] = []
    beat = _next_beat(look, 0)
    while beat is not None:
        rows = look.rows(
            f"SELECT {_CANDIDATE} FROM customer c WHERE c.open = 1 AND c.beat = :beat"  # noqa: S608 - our own text
            f" AND {_MINE} AND {_FREE} AND (c.eligible_from <= :number OR :anyway = 1)"
            " ORDER BY c.clock, c.id LIMIT :each",
            beat=beat,
            leader=leader_id,
            day=day,
            number=number,
            anyway=anyway,
            each=each,
        )
        found += [_candidate(row) for row in rows]
        beat = _next_beat(look, beat)
    return found


def next_turn(look: Look, *, leader_id: int, number: int) -> int | None:
    """Return the number of the working day on which somebody is next eligible, if ever."""
    found = look.value(
        f"SELECT MIN(eligible_from) AS value FROM customer WHERE open = 1 AND {_MINE}"  # noqa: S608 - our own text
        " AND eligible_from > :number",
        leader=leader_id,
        number=number,
    )
    return None if found is None else int(found)


def next_try(look: Look, customer_id: int) -> int | None:
    """Return the number of the working day from which a customer may be tried; None for never."""
    found = look.value(
        "SELECT eligible_from AS value FROM customer WHERE id = :id AND open = 1", id=customer_id
    )
    return None if found is None else int(found)


def _next_beat(look: Look, beat: int) -> int | None:
    found = look.value(
        "SELECT MIN(beat) AS value FROM customer WHERE open = 1 AND beat > :beat", beat=beat
    )
    return None if found is None else int(found)


def _pick(row: Row) -> Pick:
    return Pick(
        id=row["id"],
        leader_id=row["leader_id"],
        day=day_of(row["day"]),
        slot=row["slot"],
        customer_id=row["customer_id"],
        reason=Reason(row["reason"]),
    )


def _candidate(row: Row) -> Candidate:
    return Candidate(
        customer_id=row["id"],
        clock=row["clock"],
        beat=row["beat"],
        promised_on=day_or_none(row["promised_on"]),
        spoken=row["last_on"] is not None,
    )
