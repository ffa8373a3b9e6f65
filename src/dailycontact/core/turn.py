"""Whose turn it is: promises first, then whoever is furthest along their rhythm."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dailycontact.core.call import Outcome


class Reason(StrEnum):
    """Why somebody is proposed."""

    PROMISE = "promise"
    """A call back was promised for today or earlier."""
    FIRST = "first"
    """Nobody of us has ever spoken with them."""
    TURN = "turn"
    """Of all who can be phoned, their turn is the furthest along."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody who could be phoned; `clock` is a working-day number, `beat` working days."""

    customer_id: int
    clock: float
    beat: int
    promised_on: date | None = None
    spoken: bool = False


@dataclass(frozen=True, kw_only=True)
class Pick:
    """The customer reserved for a leader's day and slot."""

    id: int
    leader_id: int
    day: date
    slot: int
    customer_id: int
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """A candidate with the reason why, and how far along their rhythm they are."""

    candidate: Candidate
    reason: Reason
    score: float
    """Working days waited ÷ cadence."""


def along(candidate: Candidate, *, number: int) -> float:
    """Return how far a candidate is along their rhythm on working day `number`.

    Working days waited ÷ cadence (Reduce-Max; Bilò et al., FUN 2020): everybody who waits comes
    up in the end, because the score of whoever waits grows and everybody else's starts again.
    """
    return (number - candidate.clock) / candidate.beat


def rank(promised: Iterable[Candidate], heads: Iterable[Candidate], *, number: int) -> list[Ranked]:
    """Return the candidates in the order in which they are proposed on working day `number`.

    Promises to call back come first, the oldest first; then whoever is furthest along. Where two
    are equally far, the shorter cadence goes first, then the older entry in the book.
    """
    first = [
        Ranked(candidate=each, reason=Reason.PROMISE, score=along(each, number=number))
        for each in promised
    ]
    taken = {ranked.candidate.customer_id for ranked in first}
    rest = [
        Ranked(candidate=each, reason=_reason(each), score=along(each, number=number))
        for each in heads
        if each.customer_id not in taken
    ]
    rest.sort(key=lambda r: (-r.score, r.candidate.beat, r.candidate.customer_id))
    return first + rest


def _reason(candidate: Candidate) -> Reason:
    return Reason.TURN if candidate.spoken else Reason.FIRST


def is_over(outcomes: Collection[Outcome], *, attempts: int) -> bool:
    """Return whether a leader's day has had its conversation, or as many tries as it may have."""
    return Outcome.REACHED in outcomes or len(outcomes) >= attempts
