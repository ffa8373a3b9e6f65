"""What a report adds up: the facts that were recorded in a period, as they are read."""

from dataclasses import dataclass
from datetime import date, datetime

from dailycontact.core.action import How
from dailycontact.core.answer import Kind
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
    said: tuple[int, ...] = ()
    """The answers (ids) that were heard in the telling: what they said to it."""


@dataclass(frozen=True, kw_only=True)
class Phoned:
    """A customer rung about one of their answers, beside the calls.

    In vain where nobody answered; `told` is whether they heard what became of it, and not only
    where it stands.
    """

    leader: str
    customer_id: int
    answer_id: int
    in_vain: bool = False
    told: bool = True


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


@dataclass(frozen=True, kw_only=True)
class Journey:
    """How far one answer had come by the cutoff, and on which days; None for what had not been.

    Numbers of days (`…_at`) are working days of the team, whichever leader is away, so that a
    difference is how long something took. `stays` is whether it goes no further than the leaders.
    """

    answer_id: int
    customer_id: int
    kind: Kind
    stays: bool
    day: date
    week: date
    """The Monday of the week in which it was recorded."""
    theme: str | None = None
    segment: str | None = None
    shared: bool = False
    told: bool = False
    """Whether the customer was told of an end of it, however they took it, and whatever is left."""
    heard_at: int
    shared_at: int | None = None
    taken_at: int | None = None
    """When an action with an owner began that it is part of."""
    ended_at: int | None = None
    told_at: int | None = None
    """When the customer knew of all of it, and nothing of it was unsolved."""


@dataclass(frozen=True, kw_only=True)
class WeekOfCalls:
    """A week from its Monday on: how many calls were made, and how many were conversations."""

    monday: date
    calls: int = 0
    conversations: int = 0


@dataclass(frozen=True, kw_only=True)
class Turnout:
    """What became of customers in a period: of some group of them, how many there were.

    `kept` are those who were customers all through or joined in it, and had not left by its end.
    """

    kept: int = 0
    left: int = 0
    came: int = 0
    """New customers who came on the recommendation of one of the group."""


@dataclass(frozen=True, kw_only=True)
class TeamWish:
    """What somebody of the team wished for and agreed to pass on, and what became of it."""

    talk_id: int
    member_id: int | None = None
    """Whose wish it is, for counting and never for showing."""
    wish: str
    day: date
    recorded_at: datetime
    how: str | None = None
    """doing, done or declined; None where nobody has said yet."""
    say: str | None = None
    replied_on: date | None = None
    replied_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Afterwards:
    """What happened after a cutoff to what is from before it, and so changes old reports."""

    undone: tuple[frozenset[str], ...] = ()
    """Of each change that was taken back, what it was about: tables, and settings as setting:KEY.
    """
    erased: int = 0
    kept_back: frozenset[int] = frozenset()
    """The answers (ids) that may not be passed on any more."""
    unnamed: frozenset[int] = frozenset()
    """Those whose customer does not want to be named with them any more."""
    refused: frozenset[int] = frozenset()
    """Those that wait no more, because the customer does not want to be contacted."""
    renamed: frozenset[str] = frozenset()
    """What members are called now who were called otherwise then."""


@dataclass(frozen=True, kw_only=True)
class ChangedSince:
    """How much of that changes a report: of what its readers may know, each in its number."""

    undone: int = 0
    erased: int = 0
    withdrawn: int = 0
    """Answers whose consent was narrowed, that were made private, or that wait no more because the
    customer does not want to be contacted, since."""
    renamed: int = 0
    """Members of the team who stand in it by a name that they have since."""
    hidden: int = 0
    """Names and words that are hidden in it, and were not then."""

    @property
    def anything(self) -> bool:
        """Whether the report differs from what it was."""
        return bool(self.undone or self.erased or self.withdrawn or self.renamed or self.hidden)
