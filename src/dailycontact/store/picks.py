"""Picks: what was proposed to a leader for a day.

The schema decides races, not the code: a slot of a leader's day is taken once, a customer is
proposed once a day; so a pick is inserted or not, and read again.
"""

from collections.abc import Sequence
from datetime import date, datetime

from dailycontact.core.reach import Access
from dailycontact.core.turn import Candidate, Pick, Reason
from dailycontact.store import candidates, turns
from dailycontact.store.book import Looking
from dailycontact.store.forms import day_of, instant_of
from dailycontact.store.looking import Look, Row

_PICK = (
    "SELECT pick.id, pick.leader_id, pick.day, slot, pick.customer_id, pick.reason,"
    " pick.reserved_at FROM pick"
)

_CLOSED = 3
_NEARNESS = {Access.NOW: 0, Access.LATE: 1, Access.LATER: 1, Access.CLOSED: _CLOSED}
"""How soon somebody can be phoned; one more, where it is no hour to ring yet."""


def live_pick(look: Look, *, leader_id: int, day: date, now: datetime) -> Pick | None:
    """Return the leader's pick of the day that waits for its outcome, if there is one.

    Of several, one who can be reached now, even if the others' day is not over; of those the last
    reserved. But whoever slept when that one was reserved comes back when awake.
    """
    found = _by_nearness(look, live_picks(look, leader_id=leader_id, day=day), now=now)
    return found[0][1] if found else None


def live_picks(look: Look, *, leader_id: int, day: date) -> list[Pick]:
    """Return the leader's picks of the day that wait for their outcome, the last reserved first."""
    rows = look.rows(
        f"{_PICK} WHERE pick.leader_id = :leader AND pick.day = :day AND pick.released = 0"  # noqa: S608 - our own text
        " AND NOT EXISTS (SELECT 1 FROM call WHERE call.pick_id = pick.id)"
        " AND NOT EXISTS (SELECT 1 FROM skip WHERE skip.pick_id = pick.id)"
        " ORDER BY slot DESC",
        leader=leader_id,
        day=day,
    )
    return [_pick(row) for row in rows]


def stored(look: Looking, *, leader_id: int, day: date, now: datetime) -> Pick | None:
    """Return the live pick whose customer can be phoned, now or later today.

    One whose customer may not be proposed any more is given back. One whose day is over is kept:
    the call was perhaps made, and is written down in the evening.
    """
    waiting = []
    for pick in live_picks(look, leader_id=leader_id, day=day):
        if may_be_proposed(look, pick):
            waiting.append(pick)
        else:
            release(look, pick)
    found = _by_nearness(look, waiting, now=now)
    return found[0][1] if found and found[0][0] < _CLOSED else None


def is_hour(look: Look, pick: Pick, *, now: datetime) -> bool:
    """Return whether one may ring the customer of a pick at this hour."""
    return turns.window_of(look, pick, now=now).lawful


def _by_nearness(look: Look, waiting: Sequence[Pick], *, now: datetime) -> list[tuple[int, Pick]]:
    """Return picks with how near they are, nearest first; `waiting`: the last reserved first."""
    near: list[tuple[int, Pick]] = []
    for pick in waiting:
        window = turns.window_of(look, pick, now=now)
        near.append((_NEARNESS[window.access] + (not window.lawful), pick))
    near.sort(key=lambda one: one[0])
    if not near or near[0][0]:
        return near
    _, last = near[0]
    awake = [one for one in near if not one[0] and not is_hour(look, one[1], now=last.reserved_at)]
    return [*reversed(awake), *(one for one in near if one not in awake)]


def propose(
    look: Looking, *, leader_id: int, day: date, now: datetime, another: bool = False,
    anyway: bool = False,
) -> Pick | None:  # fmt: skip
    """Reserve the next slot of a leader's day for whoever's turn it is; None for nobody.

    Where another leader holds a customer by now, the next one is taken. `another` reserves one
    more beside a pick that still waits; `anyway` lifts the minimum gap, never a refusal, a pause
    or the hours of the customer's day.
    """
    asked = candidates.asking(look, leader_id=leader_id, day=day, anyway=anyway)
    slot = last_slot(look, leader_id=leader_id, day=day) + 1
    # The leader's other window may have reserved one before the slot was counted.
    held = stored(look, leader_id=leader_id, day=day, now=now)
    if held is not None and not another:
        return held
    while True:
        choice = turns.choice_of(look, asked, now=now)
        if choice is None:
            return None
        pick = reserve(
            look, choice.ranked.candidate, leader_id=leader_id, day=day, slot=slot,
            reason=choice.ranked.reason, at=now,
        )  # fmt: skip
        if pick is not None:
            return pick
        asked = asked.but(choice.ranked.candidate.customer_id)


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


def may_be_proposed(look: Look, pick: Pick) -> bool:
    """Return whether the customer of a stored pick may still be proposed to its leader that day.

    Nobody who has refused, is paused or has no number by now; nobody who has become another
    leader's; nobody who has been spoken to on that day already.
    """
    asked = candidates.asking(look, leader_id=pick.leader_id, day=pick.day)
    return candidates.still_open(look, asked, pick.customer_id)


def _pick(row: Row) -> Pick:
    return Pick(
        id=row["id"],
        leader_id=row["leader_id"],
        day=day_of(row["day"]),
        slot=row["slot"],
        customer_id=row["customer_id"],
        reason=Reason(row["reason"]),
        reserved_at=instant_of(row["reserved_at"]),
    )
