"""A book's future, opened: who waits, who calls, and who is owed news. Nothing is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dailycontact.core.capacity import Pace
from dailycontact.core.future import Line
from dailycontact.core.turn import Pick
from dailycontact.pick.rule.playing import Caller, Future, caller
from dailycontact.pick.rule.simulation import Key
from dailycontact.store import absences, calendar, candidates, capacity, owed, picks, prospects
from dailycontact.store.looking import Look
from dailycontact.store.prospects import Prospect
from dailycontact.store.settings import book_settings


@dataclass(frozen=True, kw_only=True)
class Opening:
    """The future of a book on its first day, before anything has happened.

    `since` and `keys` hold, for each customer who can come up, from which working day their
    waiting counts, and their segment with their cadence. `held` are, by leader, those who are
    proposed for the first day and wait for their call, the last reserved first.
    """

    future: Future
    callers: tuple[Caller, ...]
    since: dict[int, int]
    keys: dict[int, Key]
    held: dict[int, tuple[Pick, ...]]


def open_future(look: Look, *, day: date, until: date, succeeding: bool) -> Opening:
    """Return the future from `day` to `until`; `succeeding` lets every call succeed at once.

    Only those are read who can come up in as many attempts as the days can hold, those who are
    owed news, and those who are proposed already.
    """
    settings = book_settings(look)
    first, last = calendar.number_of(look, day), calendar.number_of(look, until)
    callers = tuple(
        _caller(look, leader_id, pace, day, until, settings.attempts, succeeding=succeeding)
        for leader_id, pace in capacity.paces(look, before=day).items()
    )
    days = last - first + 1
    most = days * sum(each.calls * each.attempts for each in callers)
    lines: dict[int | None, Line] = {}
    known: dict[int, Prospect] = {}
    for whose in (None, *(each.leader_id for each in callers)):
        found = prospects.prospects(look, leader_id=whose, number=first, picks=most)
        lines[whose] = Line((one.person for one in found), seed=settings.seed)
        known |= {one.person.customer_id: one for one in found}
    shared = lines.pop(None)
    own = {leader: line for leader, line in lines.items() if leader is not None and len(line)}
    held = {
        each.leader_id: tuple(
            pick
            for pick in picks.live_picks(look, leader_id=each.leader_id, day=day)
            if picks.may_be_proposed(look, pick)
        )
        for each in callers
    }
    news = {leader: _owed(look, leader, day, those) for leader, those in held.items()}
    beside = {pick.customer_id for those in held.values() for pick in those}
    beside = beside.union(*news.values()) - set(known)
    for one in prospects.these(look, sorted(beside)):
        shared.add(one.person)
        known[one.person.customer_id] = one
    future = Future(shared=shared, own=own, news=news)
    return Opening(
        future=future,
        callers=callers,
        since={who: one.since for who, one in known.items()},
        keys={who: (one.segment, one.person.cadence) for who, one in known.items()},
        held={
            leader: tuple(pick for pick in those if pick.customer_id in known)
            for leader, those in held.items()
        },
    )


def _owed(look: Look, leader_id: int, day: date, held: Iterable[Pick]) -> list[int]:
    """Return the ids of those whom a leader owes news, the longest waiting first.

    Before them those who are `held` by a pick, and are nobody's candidates meanwhile.
    """
    asking = candidates.asking(look, leader_id=leader_id, day=day)
    found = [one.customer_id for one in candidates.news(look, asking)]
    waiting = (pick.customer_id for pick in held)
    return [one for one in waiting if owed.owed(look, today=day, customer_id=one)] + found


def _caller(
    look: Look, leader_id: int, pace: Pace, day: date, until: date, attempts: int, *,
    succeeding: bool,
) -> Caller:  # fmt: skip
    away = frozenset(_away(look, leader_id, day, until))
    if succeeding:
        return Caller(leader_id=leader_id, away=away)
    return caller(leader_id, pace, attempts=attempts, away=away)


def _away(look: Look, leader_id: int, day: date, until: date) -> set[int]:
    """Return the numbers of the working days of a leader's leave."""
    found = set()
    for first_on, last_on, _ in absences.of_leader(look, leader_id):
        away = max(first_on, day)
        while away <= min(last_on, until):
            workday = calendar.workday(look, away)
            found |= {workday.number} if workday.works else set()
            away += timedelta(days=1)
    return found
