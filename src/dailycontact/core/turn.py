"""Whose turn it is: promises, then news that somebody is owed, then who is furthest along.

The rule sees only the few who could be first: those with a promise or news, and of everybody else
the head of each class (same cadence, same hours): within one, the order of waiting ÷ cadence is
the order of the clock.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dailycontact.core.call import Outcome
from dailycontact.core.reach import Access, Window

GIVES_WAY = 2
"""Working days for which somebody who was missed gives way at the hour of the last try."""


class Reason(StrEnum):
    """Why somebody is proposed."""

    PROMISE = "promise"
    """A call back was promised for today or earlier."""
    NEWS = "news"
    """What they said was acted on or declined, and nobody has told them."""
    FIRST = "first"
    """Nobody of us has ever spoken with them."""
    TURN = "turn"
    """Of all who can be phoned, their turn is the furthest along."""


class Barrier(StrEnum):
    """Why somebody is not proposed, although they would have come before."""

    DO_NOT_CONTACT = "do not contact"
    PAUSED = "paused"
    NO_NUMBER = "no number"
    OUTSIDE_HOURS = "outside hours"
    HOLIDAY = "holiday"
    TOO_SOON = "too soon"
    BACKING_OFF = "backing off"
    SKIPPED = "skipped"
    LATER = "asked for later"
    TOLD = "told something lately"
    TODAY = "tried, or held by another leader, today"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody who could be phoned; `clock` and `eligible_from` are working-day numbers.

    `beat` is their cadence in working days, `reach` names where and when they can be phoned.
    """

    customer_id: int
    clock: float
    beat: int
    reach: int = 0
    eligible_from: int = 0
    misses: int = 0
    promised_on: date | None = None
    spoken: bool = False


@dataclass(frozen=True, kw_only=True)
class Pick:
    """The customer reserved for a leader's day and slot, at an instant."""

    id: int
    leader_id: int
    day: date
    slot: int
    customer_id: int
    reason: Reason
    reserved_at: datetime


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """A candidate with the reason why, and how far along their rhythm they are."""

    candidate: Candidate
    reason: Reason
    score: float
    """Working days waited ÷ cadence, luck included."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Who is proposed, when they can be reached, and who would have come before them."""

    ranked: Ranked
    window: Window
    ahead: tuple[tuple[Ranked, Window], ...] = ()
    """Those who rank before them and can be reached later today only."""


def along(candidate: Candidate, *, number: int) -> float:
    """Return how far a candidate is along their rhythm on working day `number`.

    Working days waited ÷ cadence (Reduce-Max; Bilò et al., FUN 2020): everybody who waits comes
    up in the end, because the score of whoever waits grows and everybody else's starts again.
    """
    return (number - candidate.clock) / candidate.beat


def rank(
    *,
    promised: Iterable[Candidate] = (),
    news: Iterable[Candidate] = (),
    heads: Iterable[Candidate],
    number: int,
    news_last: bool = False,
) -> list[Ranked]:
    """Return the candidates in the order in which they are proposed on working day `number`.

    Promises to call back come first, the oldest first; then those who are owed news, the longest
    waiting first (`news_last`: after everybody whose turn it is, so that hearing new things never
    stops); then whoever is furthest along. Where two are equally far, the shorter cadence goes
    first, then the older entry in the book. `promised` and `news` come in their order.
    """
    turns = sorted(
        (_ranked(each, _reason(each), number) for each in heads),
        key=lambda r: (-r.score, r.candidate.beat, r.candidate.customer_id),
    )
    told = [_ranked(each, Reason.NEWS, number) for each in news]
    order = [_ranked(each, Reason.PROMISE, number) for each in promised]
    order += [*turns, *told] if news_last else [*told, *turns]
    return _once(order)


def choose(ranked: Sequence[Ranked], window_of: Callable[[Ranked], Window]) -> Choice | None:
    """Return who is proposed at this hour, or None where nobody can be reached any more today.

    The first who can be reached now goes; where nobody can within their usual hours, the first at
    an hour at which one may ring all the same; where there is none either, the first who can be
    reached later today. So nobody who sleeps is proposed while somebody else is awake.
    """
    later: list[tuple[Ranked, Window]] = []
    awake: Choice | None = None
    for one in ranked:
        window = window_of(one)
        if window.access is Access.NOW or (
            window.access is Access.LATE and one.reason is Reason.PROMISE
        ):
            return Choice(ranked=one, window=window, ahead=tuple(later))
        if awake is None and window.access is not Access.CLOSED and window.lawful:
            awake = Choice(ranked=one, window=window, ahead=tuple(later))
        if window.access is Access.LATER:
            later.append((one, window))
    if awake is None and later:
        first, window = later[0]
        return Choice(ranked=first, window=window)
    return awake


def gives_way(one: Ranked, *, number: int) -> bool:
    """Return whether somebody gives way at an hour at which the last try missed them.

    For two working days from the day on which they may be tried again, so that somebody else is
    tried meanwhile; then they are tried at whatever hour it is, so that nobody is forgotten.
    """
    first = one.candidate.eligible_from
    waits = one.candidate.misses > 0 and number < first + GIVES_WAY
    return waits and one.reason in (Reason.TURN, Reason.FIRST)


def is_over(outcomes: Collection[Outcome], *, attempts: int) -> bool:
    """Return whether a leader's day has had its conversation, or as many tries as it may have."""
    return Outcome.REACHED in outcomes or len(outcomes) >= attempts


def _ranked(candidate: Candidate, reason: Reason, number: int) -> Ranked:
    return Ranked(candidate=candidate, reason=reason, score=along(candidate, number=number))


def _reason(candidate: Candidate) -> Reason:
    return Reason.TURN if candidate.spoken else Reason.FIRST


def _once(order: Iterable[Ranked]) -> list[Ranked]:
    """Keep each customer at their first place."""
    first: dict[int, Ranked] = {}
    for one in order:
        first.setdefault(one.candidate.customer_id, one)
    return list(first.values())
