"""Whose turn it is at an hour: the rule, asked of what the book holds. Nobody is reserved here."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import takewhile

from dailycontact.core.attempts import NOON, half_of
from dailycontact.core.reach import MISSED_THEN, Access, Window
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
from dailycontact.store.candidates import Asking
from dailycontact.store.looking import Look

WindowOf = Callable[[Ranked], Window]


def choice_of(look: Look, asked: Asking, *, now: datetime) -> Choice | None:
    """Return whom the rule proposes at this hour; None for nobody.

    Where the head of a class gives way, because this is the hour at which they were missed, the
    next of the class is asked for, and the rule chooses among them all.
    """
    window_of = windows(look, asked, now=now)
    aside: list[Candidate] = []
    while True:
        ranked = ranking(look, asked.but(*(one.customer_id for one in aside)), besides=aside)
        choice = choose(ranked, window_of)
        more = [
            one.candidate
            for one in _before(ranked, choice)
            if window_of(one).why_not == MISSED_THEN and one.candidate not in aside
        ]
        if not more:
            return choice
        aside += more


def ranking(
    look: Look,
    asked: Asking,
    *,
    besides: Sequence[Candidate] = (),
    held: tuple[Candidate, Reason] | None = None,
) -> list[Ranked]:
    """Return those who could be first, in the order of their turns.

    Among them are those `besides`, and whoever is `held` by a pick already, for its reason.
    """
    promised, news = candidates.promised(look, asked), candidates.news(look, asked)
    heads = [*candidates.heads(look, asked), *besides]
    if held is not None:
        whom, reason = held
        {Reason.PROMISE: promised, Reason.NEWS: news}.get(reason, heads).insert(0, whom)
    return rank(
        promised=promised,
        news=news,
        heads=heads,
        number=asked.number,
        news_last=_news_was_last(look, asked),
    )


def before(look: Look, pick: Pick, *, now: datetime) -> list[tuple[Ranked, Window]]:
    """Return who ranks before the customer of a stored pick and cannot be reached now, in order."""
    asked = candidates.asking(look, leader_id=pick.leader_id, day=pick.day)
    whom = candidates.candidate(look, pick.customer_id)
    if whom is None:
        return []
    window_of = windows(look, asked, now=now)
    found = []
    for one in ranking(look, asked, held=(whom, pick.reason)):
        if one.candidate.customer_id == whom.customer_id:
            break
        window = window_of(one)
        if window.access is not Access.NOW:
            found.append((one, window))
    return found


def window_of(look: Look, pick: Pick, *, now: datetime) -> Window:
    """Return whether the customer of a pick can be phoned at this hour, or when."""
    asked = candidates.asking(look, leader_id=pick.leader_id, day=pick.day)
    whom = candidates.candidate(look, pick.customer_id)
    if whom is None:
        return Window(access=Access.CLOSED)
    return windows(look, asked, now=now)(Ranked(candidate=whom, reason=pick.reason, score=0.0))


def windows(look: Look, asked: Asking, *, now: datetime) -> WindowOf:
    """Return what says of a candidate whether they can be phoned at this hour; it remembers.

    Whoever was missed at this hour of their day can be phoned in its other half, for a while.
    """
    there = reach.windows(look, now=now, day=asked.day)
    known: dict[int, Window] = {}

    def window(one: Ranked) -> Window:
        whom = one.candidate
        if whom.customer_id not in known:
            found = there(whom.reach)
            late = found.access is Access.NOW and gives_way(one, number=asked.number)
            if late and _missed_now(look, whom, now=now):
                found = _at_another_hour(look, whom, now=now, day=asked.day)
            known[whom.customer_id] = found
        return known[whom.customer_id]

    return window


def _before(ranked: Sequence[Ranked], choice: Choice | None) -> Iterable[Ranked]:
    """Yield those who rank before whoever can be reached now; everybody, where nobody can."""
    if choice is None or choice.window.access is not Access.NOW:
        return ranked
    return takewhile(lambda one: one is not choice.ranked, ranked)


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
    if noon > now and reach.windows(look, now=noon, day=day)(one.reach).access is Access.NOW:
        return Window(access=Access.LATER, at=noon, why_not=MISSED_THEN)
    return Window(access=Access.LATE, why_not=MISSED_THEN)


def _there(now: datetime, zone: str) -> datetime:
    from zoneinfo import ZoneInfo

    return now.astimezone(ZoneInfo(zone))
