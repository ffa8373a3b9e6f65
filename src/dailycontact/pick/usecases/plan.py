"""Can we keep up? What the book asks for, what its days bring, and who is called when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dailycontact.core import capacity as rule
from dailycontact.core import fitting
from dailycontact.core.calendar import USUAL_WORK_DAYS, Workday
from dailycontact.core.capacity import Group, Pace, Usual, Verdict
from dailycontact.core.fitting import Drop, Stretch
from dailycontact.core.rhythm import CALLS_A_DAY
from dailycontact.core.team import Member
from dailycontact.core.turn import Pick, Reason, is_over
from dailycontact.pick.rule.playing import Attempt, Caller, Held
from dailycontact.pick.usecases.future import Opening, open_future
from dailycontact.store import calendar, calls, capacity, customers, owed, team
from dailycontact.store.looking import Look
from dailycontact.store.settings import book_settings

AHEAD = timedelta(weeks=4)
"""How far ahead it is foretold who is called."""

LEAVE = calendar.LEAVE


@dataclass(frozen=True, kw_only=True)
class Coming:
    """A day to come: who is called and why; or nobody, and why not ("leave", a holiday)."""

    day: date
    customer_id: int | None = None
    name: str = ""
    company: str = ""
    reason: Reason | None = None
    why_not: str | None = None


@dataclass(frozen=True, kw_only=True)
class TooMany:
    """A leader whose own customers ask for more conversations a day than the leader has."""

    leader: str
    asked: float
    calls_a_day: float


@dataclass(frozen=True, kw_only=True)
class Uncounted:
    """A leader whose calls are not counted yet; `begun` says that there have been some."""

    leader: str
    begun: bool


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What may be said of the book, what would make it fit, and the weeks to come.

    `kept` are the groups that could be kept if they went first; the changes are empty where
    nothing need be changed. `idle` is the share of the days on which nobody can be due, and
    `shorter` the rhythm that could be shorter then.
    """

    day: date
    leader: Member
    groups: tuple[Group, ...]
    pace: Pace
    verdict: Verdict
    kept: tuple[Group, ...]
    usual: Usual | None
    idle: float
    stretches: tuple[Stretch, ...] = ()
    together: tuple[Stretch, ...] = ()
    drops: tuple[Drop, ...] = ()
    shorter: Stretch | None = None
    too_many: tuple[TooMany, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    attempts: int = 3
    tries: float | None = None
    """What a day would bring if every one of its attempts were made; None: no more than it does."""
    without_phone: int = 0
    coming: tuple[Coming, ...] = ()

    @property
    def asked(self) -> float:
        """The conversations a working day that the rhythms ask for."""
        return rule.density_of(self.groups)

    @property
    def load(self) -> float:
        """What they ask for ÷ what a day brings: how many times as long everybody waits."""
        return self.asked / self.pace.calls_a_day

    @property
    def customers(self) -> int:
        """How many can be phoned."""
        return sum(group.customers for group in self.groups)


def plan(look: Look, *, leader: Member, day: date) -> Plan:
    """Return the plan of a book, seen from a leader's day."""
    asked = capacity.asked(look)
    paces = capacity.paces(look, before=day)
    pace = rule.together(paces.values())
    verdict = rule.judge(asked.groups, pace)
    settings = book_settings(look)
    over, groups, brings = verdict is Verdict.IMPOSSIBLE, asked.groups, pace.calls_a_day
    stretches = fitting.stretches(groups, calls_a_day=brings) if over else ()
    return Plan(
        day=day,
        leader=leader,
        groups=groups,
        pace=pace,
        verdict=verdict,
        kept=rule.kept(groups, calls_a_day=brings),
        usual=rule.usual(groups, said=settings.cadence is not None),
        idle=rule.idle_share(groups, leaders=pace.leaders),
        stretches=stretches,
        together=fitting.stretched_together(groups, calls_a_day=brings)
        if over and not any(each.lever.at_once for each in stretches)
        else (),
        drops=fitting.drops(groups, calls_a_day=brings) if over else (),
        attempts=settings.attempts,
        tries=rule.with_every_try(pace, attempts=settings.attempts) if over else None,
        shorter=fitting.more_often(groups, pace),
        too_many=_too_many(look, asked.own, paces),
        uncounted=tuple(
            Uncounted(leader=team.member(look, leader_id).name, begun=each.begun)
            for leader_id, each in paces.items()
            if not each.leaders
        ),
        without_phone=customers.count_without_phone(look),
        coming=tuple(_coming(look, leader, day, paces)) if groups else (),
    )


def _too_many(look: Look, own: dict[int, float], paces: dict[int, Pace]) -> tuple[TooMany, ...]:
    if len(paces) <= 1:
        return ()
    brings = {leader: pace.calls_a_day or CALLS_A_DAY for leader, pace in paces.items()}
    return tuple(
        TooMany(
            leader=team.member(look, leader_id).name, asked=own[leader_id], calls_a_day=calls_a_day
        )
        for leader_id, calls_a_day in brings.items()
        if own.get(leader_id, 0.0) > calls_a_day
    )


def _coming(look: Look, leader: Member, today: date, paces: Mapping[int, Pace]) -> Iterator[Coming]:
    """Yield the days of the next four weeks, each with its call: as if every call succeeded.

    Leaders who are not counted yet take nobody away from the others.
    """
    opening = open_future(look, day=today, until=today + AHEAD, succeeding=True)
    callers = [
        each
        for each in opening.callers
        if each.leader_id == leader.id or paces[each.leader_id].leaders
    ]
    for step in range(AHEAD.days):
        workday = calendar.workday(look, today + timedelta(days=step))
        if step == 0 and _is_called(look, leader.id, today):
            continue
        held = opening.held if step == 0 else {}
        firsts = {
            each.leader_id: [_held(look, pick, today) for pick in held.get(each.leader_id, ())]
            for each in callers
        }
        yield from _day(look, opening, workday, leader, callers, firsts)


def _held(look: Look, pick: Pick, today: date) -> Held:
    """Return who is proposed today, with the reason that the card gives first."""
    waits = owed.owed(look, today=today, customer_id=pick.customer_id)
    is_news = waits and pick.reason is not Reason.PROMISE
    return pick.customer_id, Reason.NEWS if is_news else pick.reason


def _is_called(look: Look, leader_id: int, day: date) -> bool:
    attempts = calls.attempts_of_day(look, leader_id=leader_id, day=day)
    return is_over(attempts, attempts=book_settings(look).attempts)


def _day(
    look: Look,
    opening: Opening,
    workday: Workday,
    leader: Member,
    callers: Sequence[Caller],
    firsts: Mapping[int, Sequence[Held]],
) -> Iterator[Coming]:
    if not workday.works:
        if workday.day.weekday() in USUAL_WORK_DAYS and workday.why_not != "weekend":
            yield Coming(day=workday.day, why_not=workday.why_not)
        return
    for caller in callers:
        mine = caller.leader_id == leader.id
        if mine and workday.number in caller.away:
            yield Coming(day=workday.day, why_not=LEAVE)
            continue
        called = _calls(opening, caller, workday.number, firsts[caller.leader_id])
        if mine:
            yield from (_named(look, workday.day, each) for each in called)
            if not called:
                yield Coming(day=workday.day)


def _calls(opening: Opening, caller: Caller, number: int, firsts: Sequence[Held]) -> list[Attempt]:
    """Return a leader's calls of a day: with everybody who is proposed already, or one."""
    return [
        attempt
        for first in firsts or (None,)
        for attempt in opening.future.day(number, caller, lambda: 0.0, first=first)
    ]


def _named(look: Look, day: date, called: Attempt) -> Coming:
    customer = customers.customer(look, called.customer_id)
    return Coming(
        day=day,
        customer_id=called.customer_id,
        name=customer.name if customer else "",
        company=customer.company if customer else "",
        reason=called.reason,
    )
