"""Picks: what was proposed to a leader for a day.

The schema decides races, not the code: a slot of a leader's day is taken once, a customer is
proposed once a day; so a pick is inserted or not, and read again.
"""

from collections.abc import Sequence
from datetime import date, datetime

from dailycontact.core.attempts import NOON, half_of
from dailycontact.core.reach import Access, Window
from dailycontact.core.turn import (
    Candidate,
    Choice,
    Pick,
    Ranked,
    Reason,
    choose,
    gives_way,
    rank,
)
from dailycontact.store import attempts, candidates, reach
from dailycontact.store.book import Looking
from dailycontact.store.candidates import Asking
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row

_PICK = "SELECT pick.id, pick.leader_id, pick.day, slot, pick.customer_id, pick.reason FROM pick"


def live_pick(look: Look, *, leader_id: int, day: date) -> Pick | None:
    """Return the leader's pick of the day that still waits for its outcome, if there is one."""
    return next(iter(live_picks(look, leader_id=leader_id, day=day)), None)


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
    """Return the live pick whose customer can still be phoned today.

    One whose customer may not be proposed any more is given back. One whose day is over is kept:
    the call was perhaps made, and is written down in the evening.
    """
    for pick in live_picks(look, leader_id=leader_id, day=day):
        if not may_be_proposed(look, pick):
            release(look, pick)
        elif window_of(look, pick, now=now).access is not Access.CLOSED:
            return pick
    return None


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
        choice = choice_of(look, asked, now=now)
        if choice is None:
            return None
        pick = reserve(
            look, choice.ranked.candidate, leader_id=leader_id, day=day, slot=slot,
            reason=choice.ranked.reason, at=now,
        )  # fmt: skip
        if pick is not None:
            return pick
        asked = asked.but(choice.ranked.candidate.customer_id)


def choice_of(look: Look, asked: Asking, *, now: datetime) -> Choice | None:
    """Return whom the rule proposes at this hour, without reserving anybody; None for nobody.

    Whoever was missed at this hour of their day gives way for a while; then the next of their
    class is asked for, and the rule chooses among them all.
    """
    windows = reach.windows(look, now=now, day=asked.day)
    aside: dict[int, Window] = {}
    set_aside: list[Candidate] = []

    def window_of(one: Ranked) -> Window:
        return aside.get(one.candidate.customer_id) or windows(one.candidate.reach)

    while True:
        choice = choose(ranking(look, asked.but(*aside), besides=set_aside), window_of)
        if choice is None or choice.ranked.candidate.customer_id in aside:
            return choice
        one = choice.ranked.candidate
        if not (gives_way(choice.ranked, number=asked.number) and _missed_now(look, one, now=now)):
            return choice
        aside[one.customer_id] = _at_another_hour(look, one, now=now, day=asked.day)
        set_aside.append(one)


def ranking(look: Look, asked: Asking, *, besides: Sequence[Candidate] = ()) -> list[Ranked]:
    """Return those who could be first, and those `besides`, in the order of their turns."""
    return rank(
        promised=candidates.promised(look, asked),
        news=candidates.news(look, asked),
        heads=[*candidates.heads(look, asked), *besides],
        number=asked.number,
        news_last=_news_was_last(look, asked),
    )


def ahead(look: Look, pick: Pick, *, now: datetime) -> tuple[tuple[Ranked, Window], ...]:
    """Return who ranks before a stored pick, and can be reached later today only."""
    asked = candidates.asking(look, leader_id=pick.leader_id, day=pick.day)
    whom = candidates.candidate(look, pick.customer_id)
    if whom is None:
        return ()
    windows = reach.windows(look, now=now, day=pick.day)
    found: list[tuple[Ranked, Window]] = []
    for one in ranking_with(look, asked, whom, pick.reason):
        if one.candidate.customer_id == whom.customer_id:
            break
        window = windows(one.candidate.reach)
        if window.access is Access.NOW and gives_way(one, number=asked.number):
            window = _at_another_hour(look, one.candidate, now=now, day=pick.day)
        if window.access is Access.LATER:
            found.append((one, window))
    return tuple(found)


def ranking_with(look: Look, asked: Asking, whom: Candidate, reason: Reason) -> list[Ranked]:
    """Return the order of a day with somebody in it who is proposed already, for `reason`."""
    own = [whom]
    first = {Reason.PROMISE: "promised", Reason.NEWS: "news"}.get(reason, "heads")
    among = {
        "promised": candidates.promised(look, asked),
        "news": candidates.news(look, asked),
        "heads": candidates.heads(look, asked),
    }
    among[first] = [*own, *among[first]] if first != "heads" else [*among[first], *own]
    return rank(
        promised=among["promised"],
        news=among["news"],
        heads=among["heads"],
        number=asked.number,
        news_last=_news_was_last(look, asked),
    )


def window_of(look: Look, pick: Pick, *, now: datetime) -> Window:
    """Return whether the customer of a pick can be phoned at this hour."""
    found = look.value("SELECT reach AS value FROM customer WHERE id = :id", id=pick.customer_id)
    return reach.windows(look, now=now, day=pick.day)(found or 0)


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


def next_try(look: Look, customer_id: int) -> int | None:
    """Return the number of the working day from which a customer may be tried; None for never."""
    found = look.value(
        "SELECT eligible_from AS value FROM customer WHERE id = :id AND open = 1", id=customer_id
    )
    return None if found is None else int(found)


def _news_was_last(look: Look, asked: Asking) -> bool:
    """Return whether the leader's last day with a try, before this one, went to news.

    Then others come first who are due: at most every second day goes to tellings.
    """
    row = look.row(
        "SELECT MAX(CASE WHEN pick.reason = 'news' THEN 1 ELSE 0 END) AS news FROM pick"
        " JOIN call ON call.pick_id = pick.id WHERE pick.leader_id = :leader"
        " AND pick.day = (SELECT MAX(p.day) FROM pick p JOIN call c ON c.pick_id = p.id"
        "  WHERE p.leader_id = :leader AND p.day < :day)",
        leader=asked.leader_id,
        day=asked.day,
    )
    return bool(row is not None and row["news"])


def _missed_now(look: Look, one: Candidate, *, now: datetime) -> bool:
    """Return whether the last try missed them in this half of their day."""
    zone = reach.zones_of(look, one.reach)[0]
    return attempts.last_miss_half(look, one.customer_id, zone) is half_of(_there(now, zone).time())


def _at_another_hour(look: Look, one: Candidate, *, now: datetime, day: date) -> Window:
    """Return when the other half of their day begins, where that is still ahead of today."""
    zone = reach.zones_of(look, one.reach)[0]
    there = _there(now, zone)
    noon = datetime.combine(there.date(), NOON, tzinfo=there.tzinfo)
    why = "missed at this hour"
    if noon > now and reach.windows(look, now=noon, day=day)(one.reach).access is Access.NOW:
        return Window(access=Access.LATER, at=noon, why_not=why)
    return Window(access=Access.LATE, why_not=why)


def _there(now: datetime, zone: str) -> datetime:
    from zoneinfo import ZoneInfo

    return now.astimezone(ZoneInfo(zone))


def _pick(row: Row) -> Pick:
    return Pick(
        id=row["id"],
        leader_id=row["leader_id"],
        day=day_of(row["day"]),
        slot=row["slot"],
        customer_id=row["customer_id"],
        reason=Reason(row["reason"]),
    )
