"""A call: one attempt to reach a customer, how it ended, and what was promised in it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dailycontact.core.sentences import first_name


class Outcome(StrEnum):
    """How an attempt ended. Only a conversation (reached) moves the customer's clock."""

    REACHED = "reached"
    NO_ANSWER = "no-answer"
    VOICEMAIL = "voicemail"
    WRONG_NUMBER = "wrong-number"
    NOT_NOW = "not-now"
    NEVER = "never"


MISSED = frozenset({Outcome.NO_ANSWER, Outcome.VOICEMAIL, Outcome.WRONG_NUMBER})
"""Nobody was spoken to: the next try waits a little longer each time."""


class PromiseKind(StrEnum):
    """What was promised: something to be done, or to ring back on a day."""

    THING = "thing"
    CALL_BACK = "call-back"


@dataclass(frozen=True, kw_only=True)
class Call:
    """One attempt, as it was recorded."""

    id: int
    customer_id: int
    leader_id: int
    day: date
    recorded_at: datetime
    outcome: Outcome
    rang_in: bool = False
    notes: str | None = None


class Settled(StrEnum):
    """What became of a promise. Only what was kept counts as kept."""

    KEPT = "kept"
    MOVED = "moved"
    """It was made again for another day, as a promise of its own."""
    DROPPED = "dropped"
    """It need not be kept any more, as after a refusal."""
    BROKEN = "broken"


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What a leader said they would do, and by when; open until it is settled.

    `settled_how` is one of Settled, and `why` what the leader says of one that was broken.
    """

    id: int
    customer_id: int
    customer: str
    kind: PromiseKind
    text: str
    due_on: date
    settled_on: date | None = None
    settled_how: str | None = None
    leader_id: int | None = None
    leader: str = ""
    """Who promised it."""
    why: str | None = None

    @property
    def reference(self) -> str:
        """How it is written: P3."""
        return f"P{self.id}"

    @property
    def is_call_back(self) -> bool:
        """Whether it is to ring back."""
        return self.kind is PromiseKind.CALL_BACK

    def said_by(self, name: str) -> str:
        """Return who promised it, as it is said to the leader of that name."""
        return "You" if self.leader in ("", name) else first_name(self.leader)
