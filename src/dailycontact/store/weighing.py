"""What speaks for a pick, and what against whoever would have come before: read when asked why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dailycontact.core.rhythm import LUCK
from dailycontact.core.turn import Barrier, Candidate, Pick, Reason, along
from dailycontact.store import attempts, calendar, candidates, passed, reach, turns
from dailycontact.store.candidates import Asking
from dailycontact.store.forms import day_or_none
from dailycontact.store.looking import Look, Row
from dailycontact.store.passed import One

COUNTED = 1_000
"""As far as it is counted how many can be reached; beyond, it is "more than 1,000"."""

_EACH = 3
_AFTER = {
    "miss": Barrier.BACKING_OFF,
    "skip": Barrier.SKIPPED,
    "later": Barrier.LATER,
    "told": Barrier.TOLD,
}
_PROMISED = "a call back is promised"


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """Somebody with the arithmetic of their turn: score = (waited + drawn) ÷ cadence.

    `waited` are working days that count (a pause does not); `drawn` are the working days that luck
    adds: of the last conversation, or, of a `newcomer`, the place in line that they were given.
    `reason` is for what they would be proposed, `since` the day for which the call back was
    promised, or since which they wait for news. `barrier` says why they are not proposed, `detail`
    more of it, `at` from when on today they could be (UTC), and `until` the day until which not.
    """

    customer_id: int
    name: str
    company: str
    waited: float
    drawn: float
    cadence: int
    score: float
    newcomer: bool = False
    reason: Reason | None = None
    since: date | None = None
    barrier: Barrier | None = None
    detail: str = ""
    at: datetime | None = None
    until: date | None = None


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
    asked = candidates.asking(look, leader_id=pick.leader_id, day=pick.day)
    found = _weighed(look, [One(whom=whom, reason=pick.reason)], asked, may=True)
    return found[0] if found else None


def runners_up(
    look: Look, asked: Asking, *, now: datetime, besides: Sequence[int] = (), most: int = _EACH
) -> tuple[Weighed, ...]:
    """Return who would be proposed next, and then, in order, but for those `besides`.

    Whoever cannot be reached now says why not, and from when on.
    """
    asked = asked.but(*besides)
    found: list[One] = []
    while len(found) < most:
        choice = turns.choice_of(look, asked, now=now)
        if choice is None:
            break
        found.append(passed.at_an_hour(choice.ranked, choice.window))
        asked = asked.but(choice.ranked.candidate.customer_id)
    return _weighed(look, found, asked, may=True)


def passed_over(look: Look, pick: Pick, *, now: datetime, most: int) -> tuple[Weighed, ...]:
    """Return the first who would have come before the pick, and why they are not proposed."""
    asked = candidates.asking(look, leader_id=pick.leader_id, day=pick.day)
    return _weighed(look, passed.before(look, pick, now=now, most=most)[:most], asked)


def asleep(look: Look, asked: Asking, *, now: datetime, most: int) -> tuple[Weighed, ...]:
    """Return the first whose turn it is and who cannot be reached now, and why not."""
    return _weighed(look, passed.asleep(look, asked, now=now, most=most), asked, may=True)


def resting(look: Look, asked: Asking, *, most: int) -> tuple[Weighed, ...]:
    """Return who may be tried next, with what they wait for and until when; then who never."""
    leaders = ", ".join(f"{leader:d}" for leader in asked.leaders)
    rows = look.rows(
        "SELECT c.id FROM customer c WHERE c.open = 1 AND (c.eligible_from > :number"  # noqa: S608 - our own text
        f" OR c.promised_on > :day) AND (c.leader_id IS NULL OR c.leader_id IN ({leaders}))"
        f" ORDER BY c.eligible_from, c.id LIMIT {most}",
        number=asked.number,
        day=asked.day,
    )
    found = [candidates.candidate(look, row["id"]) for row in rows]
    found += candidates.left_alone(look, asked, most=most)
    listed = [One(whom=one) for one in found if one is not None]
    weighed = [one for one in _weighed(look, listed, asked) if one.barrier is not None]
    weighed.sort(key=lambda one: (one.until is None, one.until or asked.day))
    return tuple(weighed[:most])


def reachable(look: Look, asked: Asking, pick: Pick | None, *, now: datetime) -> Reachable:
    """Return how many can be tried at this hour, the pick among them; counted to a thousand.

    Nobody counts whom a leader holds already, or who was tried today; whoever was promised a call
    back, or is owed news, counts before their turn, too.
    """
    windows = reach.windows(look, now=now, day=asked.day)
    counts = Counter(candidates.counts(look, asked, most=COUNTED + 1))
    counts.subtract(one.reach for one in _held(look, asked) if one.eligible_from <= asked.number)
    early = {
        one.customer_id: one
        for one in (*candidates.promised(look, asked), *candidates.news(look, asked))
        if one.eligible_from > asked.number
    }
    whom = None if pick is None else candidates.candidate(look, pick.customer_id)
    if whom is not None:
        early[whom.customer_id] = whom
    counts.update(one.reach for one in early.values())
    found = sum(customers for reach_id, customers in counts.items() if windows(reach_id).lawful)
    return Reachable(customers=max(0, min(found, COUNTED)), more=found > COUNTED)


def _held(look: Look, asked: Asking) -> list[Candidate]:
    """Return whom a leader holds or has tried today, of those who could be proposed."""
    found = (
        candidates.candidate(look, customer_id)
        for customer_id in passed.today(look, asked.day)
        if candidates.still_open(look, asked, customer_id)
    )
    return [one for one in found if one is not None]


def _weighed(
    look: Look, listed: Sequence[One], asked: Asking, *, may: bool = False
) -> tuple[Weighed, ...]:
    """Return the arithmetic of those who are listed; `may`: nothing but the hour is against it."""
    owed = [one.whom.customer_id for one in listed if one.reason is Reason.NEWS]
    since = passed.news_since(look, owed, until=asked.day)
    held = {} if may else passed.today(look, asked.day)
    found = []
    for each in listed:
        row = _row(look, each.whom.customer_id)
        if row is None:
            continue
        against = _Against(barrier=each.barrier, detail=each.detail)
        if each.barrier is None and not may:
            against = _against(look, row, each.whom, asked, held)
        promised = each.whom.promised_on if each.reason is Reason.PROMISE else None
        found.append(
            _arithmetic(
                row, each, against, number=asked.number,
                since=promised or since.get(each.whom.customer_id),
            )
        )  # fmt: skip
    return tuple(found)


def _arithmetic(
    row: Row, each: One, against: "_Against", *, number: int, since: date | None
) -> Weighed:
    one = each.whom
    drawn = row["head_start"] if row["luck"] is None else LUCK * row["luck"]
    return Weighed(
        customer_id=one.customer_id,
        name=row["name"],
        company=row["company"],
        waited=number - one.clock - drawn,
        drawn=drawn,
        cadence=one.beat,
        score=along(one, number=number),
        newcomer=row["luck"] is None,
        reason=each.reason,
        since=since,
        barrier=against.barrier,
        detail=against.detail,
        at=each.at,
        until=against.until,
    )


def _row(look: Look, customer_id: int) -> Row | None:
    return look.row(
        "SELECT c.name, c.company, c.head_start, c.open, c.do_not_contact_on, c.paused_on,"
        " c.paused_until,"
        " (SELECT fact.luck * fact.cadence FROM rhythm_fact fact WHERE fact.customer_id = c.id"
        "  AND fact.what = 'conversation' ORDER BY fact.number DESC LIMIT 1) AS luck,"
        " (SELECT fact.what FROM rhythm_fact fact WHERE fact.customer_id = c.id"
        "  ORDER BY fact.number DESC LIMIT 1) AS last FROM customer c WHERE c.id = :id",
        id=customer_id,
    )


@dataclass(frozen=True, kw_only=True)
class _Against:
    """What is against somebody: why not, more of it, and until when."""

    barrier: Barrier | None = None
    detail: str = ""
    until: date | None = None


def _against(
    look: Look, row: Row, one: Candidate, asked: Asking, held: Mapping[int, str]
) -> _Against:
    """Return why somebody may not be tried, from what is known of them; nothing: they may."""
    closed = _closed(row, asked)
    if closed is not None:
        return closed
    until = None
    if one.eligible_from > asked.number:
        first = attempts.first_try(look, one.customer_id, after=asked.day)
        until = calendar.day_numbered(look, first or one.eligible_from)
    if one.customer_id in held:
        return _Against(barrier=Barrier.TODAY, detail=held[one.customer_id], until=until)
    if one.promised_on is not None and one.promised_on > asked.day:
        return _Against(barrier=Barrier.LATER, detail=_PROMISED, until=one.promised_on)
    if until is None:
        return _Against()
    return _Against(barrier=_AFTER.get(row["last"], Barrier.TOO_SOON), until=until)


def _closed(row: Row, asked: Asking) -> _Against | None:
    """Return why somebody cannot be phoned at all; None: they can."""
    until = day_or_none(row["paused_until"])
    if row["do_not_contact_on"] is not None:
        return _Against(barrier=Barrier.DO_NOT_CONTACT)
    if (row["paused_on"] is not None and not row["open"]) or (until and until > asked.day):
        return _Against(barrier=Barrier.PAUSED, until=until)
    return None if row["open"] else _Against(barrier=Barrier.NO_NUMBER)
