"""Whose turn it is: a proposal for a leader's day, and what makes it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
