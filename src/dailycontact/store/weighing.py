"""What speaks for a pick, and what against whoever would have come before: read when asked why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dailycontact.core.reach import MISSED_THEN, OUTSIDE_HOURS, Access
from dailycontact.core.rhythm import LUCK
from dailycontact.core.turn import Barrier, Candidate, Pick, Reason, along
from dailycontact.store import calendar, candidates, reach, turns
from dailycontact.store.looking import Look, Row

COUNTED = 1_000
"""As far as it is counted how many can be reached; beyond, it is "more than 1,000"."""

_EACH = 3
_AFTER = {
    "miss": Barrier.BACKING_OFF,
    "skip": Barrier.SKIPPED,
    "later": Barrier.LATER,
    "told": Barrier.TOLD,
}


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """Somebody with the arithmetic of their turn: score = (waited + drawn) ÷ cadence.

    `waited` are working days that count (a pause does not); `drawn` are the working days that luck
    adds: of the last conversation, or of the place in line that a newcomer was given. `reason` is
    for what they would be proposed; `barrier` says why they are not, `detail` more of it, and `at`
    from when on today they could be (UTC).
    """

    customer_id: int
    name: str
    company: str
    waited: float
    drawn: float
    cadence: int
    score: float
    reason: Reason | None = None
    barrier: Barrier | None = None
    detail: str = ""
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class _One:
    """Somebody to be weighed, and what is known of why they are not proposed."""

    whom: Candidate
    reason: Reason | None = None
    barrier: Barrier | None = None
    detail: str = ""
    at: datetime | None = None


_AGAINST = {
    "": (Barrier.OUTSIDE_HOURS, ""),
    OUTSIDE_HOURS: (Barrier.OUTSIDE_HOURS, ""),
    MISSED_THEN: (Barrier.BACKING_OFF, MISSED_THEN),
}
"""What a reason against an hour is called; what is not named here is a holiday, or a weekend."""


@dataclass(frozen=True, kw_only=True)
class Reachable:
    """How many can be reached now; `more` where the counting ended before everybody was."""

    customers: int
    more: bool


def of_pick(look: Look, pick: Pick) -> Weighed | None:
    """Return the arithmetic of a pick on its day; None for a customer who is gone."""
    whom = candidates.candidate(look, pick.customer_id)
    if whom is None:
        return None
    number = calendar.number_of(look, pick.day)
    return _weighed(look, [_One(whom=whom, reason=pick.reason)], number)[0]


def runners_up(look: Look, pick: Pick, *, now: datetime, most: int = _EACH) -> tuple[Weighed, ...]:
    """Return who would be proposed in the place of a pick, and then, in order."""
    asked = candidates.asking(look, leader_id=pick.leader_id, day=pick.day).but(pick.customer_id)
    found: list[_One] = []
    while len(found) < most:
        choice = turns.choice_of(look, asked, now=now)
        if choice is None:
            break
        found.append(_One(whom=choice.ranked.candidate, reason=choice.ranked.reason))
        asked = asked.but(choice.ranked.candidate.customer_id)
    return _weighed(look, found, asked.number)


def passed_over(look: Look, pick: Pick, *, now: datetime, most: int = 5) -> tuple[Weighed, ...]:
    """Return the first few who would have come before the pick, and why they are not proposed."""
    asked = candidates.asking(look, leader_id=pick.leader_id, day=pick.day).but(pick.customer_id)
    whom = candidates.candidate(look, pick.customer_id)
    if whom is None:
        return ()
    found = list(_not_now(look, pick, now=now))
    if pick.reason in (Reason.TURN, Reason.FIRST):
        least = along(whom, number=asked.number)
        waiting = [
            *candidates.put_off(look, asked, beyond=least, each=most),
            *candidates.left_alone(look, asked, most=most),
        ]
        waiting.sort(key=lambda one: (-along(one, number=asked.number), one.customer_id))
        found += [_One(whom=one) for one in waiting if along(one, number=asked.number) > least]
    once = {one.whom.customer_id: one for one in reversed(found)}
    listed = [one for one in found if once[one.whom.customer_id] is one]
    return _weighed(look, listed[:most], asked.number)


def reachable(look: Look, pick: Pick, *, now: datetime) -> Reachable:
    """Return how many can be tried at this hour, the pick among them; counted to a thousand."""
    asked = candidates.asking(look, leader_id=pick.leader_id, day=pick.day)
    windows = reach.windows(look, now=now, day=pick.day)
    open_now = (Access.NOW, Access.LATE)
    found = sum(
        customers
        for reach_id, customers in candidates.counts(look, asked, most=COUNTED + 1).items()
        if windows(reach_id).access in open_now
    )
    return Reachable(customers=min(found, COUNTED), more=found > COUNTED)


def _not_now(look: Look, pick: Pick, *, now: datetime) -> Iterable[_One]:
    """Yield those who rank before a pick, and whose hours or holidays speak against now."""
    for one, window in turns.before(look, pick, now=now):
        barrier, detail = _AGAINST.get(window.why_not, (Barrier.HOLIDAY, window.why_not))
        yield _One(
            whom=one.candidate, reason=one.reason, barrier=barrier, detail=detail, at=window.at
        )


def _weighed(look: Look, listed: Sequence[_One], number: int) -> tuple[Weighed, ...]:
    found = []
    for each in listed:
        one = each.whom
        row = look.row(
            "SELECT c.name, c.company, c.head_start, c.open, c.do_not_contact_on, c.paused_on,"
            " (SELECT fact.luck * fact.cadence FROM rhythm_fact fact WHERE fact.customer_id = c.id"
            "  AND fact.what = 'conversation' ORDER BY fact.number DESC LIMIT 1) AS luck,"
            " (SELECT fact.what FROM rhythm_fact fact WHERE fact.customer_id = c.id"
            "  ORDER BY fact.number DESC LIMIT 1) AS last FROM customer c WHERE c.id = :id",
            id=one.customer_id,
        )
        if row is None:
            continue
        drawn = row["head_start"] if row["luck"] is None else LUCK * row["luck"]
        found.append(
            Weighed(
                customer_id=one.customer_id,
                name=row["name"],
                company=row["company"],
                waited=number - one.clock - drawn,
                drawn=drawn,
                cadence=one.beat,
                score=along(one, number=number),
                reason=each.reason,
                barrier=each.barrier or _barrier(row, one, number),
                detail=each.detail,
                at=each.at,
            )
        )
    return tuple(found)


def _barrier(row: Row, one: Candidate, number: int) -> Barrier | None:
    """Return why somebody may not be tried, from what is known of them; None: they may."""
    if row["do_not_contact_on"] is not None:
        return Barrier.DO_NOT_CONTACT
    if row["paused_on"] is not None and not row["open"]:
        return Barrier.PAUSED
    if not row["open"]:
        return Barrier.NO_NUMBER
    if one.eligible_from <= number:
        return None
    return _AFTER.get(row["last"], Barrier.TOO_SOON)
