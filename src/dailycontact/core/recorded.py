"""What a report adds up: the facts that were recorded in a period, as they are read."""

from dataclasses import dataclass
from datetime import date

from dailycontact.core.action import How
from dailycontact.core.call import Outcome
from dailycontact.core.telling import Channel, Reaction


@dataclass(frozen=True, kw_only=True)
class CallMade:
    """One call, with the names of who made it and who was called."""

    customer_id: int
    customer: str
    company: str
    leader: str
    day: date
    outcome: Outcome
    rang_in: bool = False
    notes: str | None = None


@dataclass(frozen=True, kw_only=True)
class Ending:
    """One end of an action, with the answers that it concerns."""

    finish_id: int
    action_id: int
    how: How
    say: str
    instead: str | None = None
    day: date
    in_period: bool = True
    """Whether it was recorded in the period; otherwise only somebody was told of it."""
    answers: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TellingMade:
    """One customer told: about which end, for which answer, and how they took it."""

    finish_id: int
    answer_id: int
    channel: Channel
    reaction: Reaction | None
    day: date


@dataclass(frozen=True, kw_only=True)
class Phoned:
    """A customer rung to be told something, beside the calls; in vain where nobody answered."""

    leader: str
    customer_id: int
    in_vain: bool = False


@dataclass(frozen=True, kw_only=True)
class Story:
    """Somebody going the extra mile, in a line or two; or (`missed`) where we could have."""

    id: int
    text: str
    who: str | None = None
    missed: bool = False
    leader: str
    day: date


@dataclass(frozen=True, kw_only=True)
class Away:
    """Days on which a leader did not call, first and last included."""

    leader: str
    first: date
    last: date
