"""Who would have come before a pick, and why they are not proposed: read when asked why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile

from dailycontact.core.reach import MISSED_THEN, OUTSIDE_HOURS, Access, Window
from dailycontact.core.turn import Barrier, Candidate, Pick, Ranked, Reason, along
from dailycontact.store import candidates, picks, turns
from dailycontact.store.candidates import Asking
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look

MOST = 20
"""How many of each kind are looked at."""

_AGAINST = {
    "": (Barrier.OUTSIDE_HOURS, ""),
    OUTSIDE_HOURS: (Barrier.OUTSIDE_HOURS, ""),
    MISSED_THEN: (Barrier.BACKING_OFF, MISSED_THEN),
}
"""What a reason against an hour is called; what is not named here is a holiday, or a weekend."""


@dataclass(frozen=True, kw_only=True)
class One:
    """Somebody to be weighed, and what is known of why they are not proposed."""

    whom: Candidate
    reason: Reason | None = None
    barrier: Barrier | None = None
    detail: str = ""
    at: datetime | None = None


def at_an_hour(ranked: Ranked, window: Window) -> One:
    """Return somebody with what speaks against this hour; nothing, where they can be reached."""
    if window.access is Access.NOW:
        return One(whom=ranked.candidate, reason=ranked.reason)
    barrier, detail = _AGAINST.get(window.why_not, (Barrier.HOLIDAY, window.why_not))
    return One(
        whom=ranked.candidate,
        reason=ranked.reason,
        barrier=barrier,
        detail=detail,
        at=window.at,
    )


def before(look: Look, pick: Pick, *, now: datetime, most: int) -> list[One]:
    """Return those who would have come before a pick, each once, in the order of their turns.

    Promises that wait and news that waits come before it whatever its score; of the others who may
    not be tried only those who are further along.
    """
    asked = candidates.asking(look, leader_id=pick.leader_id, day=pick.day).but(pick.customer_id)
    whom = candidates.candidate(look, pick.customer_id)
    if whom is None:
        return []
    asleep = [at_an_hour(*one) for one in _asleep(look, pick, whom, asked, now=now, most=most)]
    promised = [one for one in asleep if one.reason is Reason.PROMISE]
    news = [one for one in asleep if one.reason is Reason.NEWS]
    others = [one for one in asleep if one not in promised and one not in news]
    promised += _promises_waiting(look, asked, than=pick.reason, by=whom.promised_on or pick.day)
    if pick.reason is Reason.NEWS:
        news += _news_waiting(look, asked, than=whom)
    if pick.reason in (Reason.TURN, Reason.FIRST):
        others += _further_along(look, asked, whom, most=most)
    others.sort(key=lambda one: (-along(one.whom, number=asked.number), one.whom.customer_id))
    once: dict[int, One] = {}
    for one in (*promised, *news, *others):
        once.setdefault(one.whom.customer_id, one)
    return list(once.values())


def asleep(look: Look, asked: Asking, *, now: datetime, most: int) -> list[One]:
    """Return whose turn it is and who cannot be reached now, with whoever is reserved already."""
    found: list[One] = []
    for pick in picks.live_picks(look, leader_id=asked.leader_id, day=asked.day):
        whom = candidates.candidate(look, pick.customer_id)
        if whom is not None:
            ranked = Ranked(candidate=whom, reason=pick.reason, score=0.0)
            found.append(at_an_hour(ranked, turns.window_of(look, pick, now=now)))
    window_of = turns.windows(look, asked, now=now)
    while len(found) < most:
        without = asked.but(*(one.whom.customer_id for one in found))
        fresh = [at_an_hour(one, window_of(one)) for one in turns.ranking(look, without)]
        if not fresh:
            break
        found += fresh
    return [one for one in found if one.barrier is not None][:most]


def today(look: Look, day: date) -> Mapping[int, str]:
    """Return whom a leader holds on a day, or has tried, and what of it: by customer."""
    held = look.rows(
        "SELECT pick.customer_id, member.name FROM pick JOIN member ON member.id = pick.leader_id"
        " WHERE pick.day = :day AND pick.released = 0",
        day=day,
    )
    tried = look.rows("SELECT customer_id, outcome FROM call WHERE day = :day", day=day)
    found = {row["customer_id"]: f"proposed to {row['name']} today" for row in held}
    for row in tried:
        reached = row["outcome"] == "reached"
        found[row["customer_id"]] = "spoken to today" if reached else "tried today"
    return found


def news_since(look: Look, customer_ids: Sequence[int], *, until: date) -> dict[int, date]:
    """Return since when these customers wait for news, of those who do."""
    if not customer_ids:
        return {}
    rows = look.among(
        "SELECT customer_id, MIN(owes_since) AS since FROM answer WHERE customer_id IN ({})"
        " AND owes_since <= :until GROUP BY customer_id",
        customer_ids,
        until=until,
    )
    return {row["customer_id"]: day_of(row["since"]) for row in rows}


def _asleep(
    look: Look, pick: Pick, whom: Candidate, asked: Asking, *, now: datetime, most: int
) -> list[tuple[Ranked, Window]]:
    """Return who ranks before a pick and cannot be reached now: of each class, as many as come."""
    window_of = turns.windows(look, asked, now=now)
    found: list[tuple[Ranked, Window]] = []
    while len(found) < most:
        without = asked.but(*(one.candidate.customer_id for one, _ in found))
        ranked = turns.ranking(look, without, held=(whom, pick.reason))
        ahead = takewhile(lambda one: one.candidate.customer_id != whom.customer_id, ranked)
        fresh = [(one, window_of(one)) for one in ahead]
        fresh = [each for each in fresh if each[1].access is not Access.NOW]
        if not fresh:
            break
        found += fresh
    return found


def _promises_waiting(look: Look, asked: Asking, *, than: Reason, by: date) -> Iterable[One]:
    """Yield those to whom a call back is due, and who may not be tried; to be kept before a pick.

    Before a promise come those that are older, `by` its day; before everything else, all.
    """
    before_ = by if than is Reason.PROMISE else asked.day
    rows = look.rows(
        f"SELECT c.id FROM customer c WHERE c.promised_on <= :day AND {_whose(asked)}"  # noqa: S608 - our own text
        f" ORDER BY c.promised_on, c.id LIMIT {MOST}",
        day=before_,
    )
    free = {one.customer_id for one in candidates.promised(look, asked)}
    yield from _those(look, asked, [row["id"] for row in rows], free, Reason.PROMISE)


def _news_waiting(look: Look, asked: Asking, *, than: Candidate) -> Iterable[One]:
    """Yield those who have waited for news for longer than somebody, and may not be tried."""
    since = news_since(look, [than.customer_id], until=asked.day).get(than.customer_id, asked.day)
    rows = look.rows(
        "SELECT c.id FROM customer c JOIN (SELECT customer_id, MIN(owes_since) AS since"  # noqa: S608 - our own text
        " FROM answer WHERE owes_since IS NOT NULL AND owes_since <= :since"
        " GROUP BY customer_id) owed ON owed.customer_id = c.id"
        f" WHERE {_whose(asked)} ORDER BY owed.since, c.id LIMIT {MOST}",
        since=since,
    )
    free = {one.customer_id for one in candidates.news(look, asked)}
    yield from _those(look, asked, [row["id"] for row in rows], free, Reason.NEWS)


def _further_along(look: Look, asked: Asking, whom: Candidate, *, most: int) -> Iterable[One]:
    """Yield who is further along than somebody, and may not be tried, or is held or tried today."""
    least = along(whom, number=asked.number)
    waiting = [
        *candidates.put_off(look, asked, beyond=least, each=most),
        *candidates.left_alone(look, asked, most=most),
        *_mine(look, asked, today(look, asked.day)),
    ]
    yield from (One(whom=one) for one in waiting if along(one, number=asked.number) > least)


def _those(
    look: Look, asked: Asking, customer_ids: Iterable[int], free: Iterable[int], reason: Reason
) -> Iterable[One]:
    passed = asked.without | set(free)
    for customer_id in customer_ids:
        one = candidates.candidate(look, customer_id)
        if one is not None and customer_id not in passed:
            yield One(whom=one, reason=reason)


def _mine(look: Look, asked: Asking, customer_ids: Iterable[int]) -> Iterable[Candidate]:
    """Yield those of these customers who could be proposed to the leader."""
    wanted = sorted(set(customer_ids) - asked.without)
    if wanted:
        rows = look.among(
            f"SELECT c.id FROM customer c WHERE c.id IN ({{}}) AND {_whose(asked)}",  # noqa: S608 - our own text
            wanted,
        )
        for row in rows:
            one = candidates.candidate(look, row["id"])
            if one is not None:
                yield one


def _whose(asked: Asking) -> str:
    leaders = ", ".join(f"{leader:d}" for leader in asked.leaders)
    return f"c.left_on IS NULL AND (c.leader_id IS NULL OR c.leader_id IN ({leaders}))"
