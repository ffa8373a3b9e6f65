"""Where an answer stands: its stage, derived from the facts about it, and for how long."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dailycontact.core.action import How
from dailycontact.core.answer import Answer, Kind
from dailycontact.core.telling import Reaction
from dailycontact.loop import NEXT_COMMAND, Clock, Stage


@dataclass(frozen=True, kw_only=True)
class Doing:
    """One action as far as it concerns one answer: how it last ended for them, and if they know.

    `how` and what follows it are None while it has not ended for this answer. `settled_on` is the
    day on which the customer was told, or since when they need not be told (`waived`). `owned_on`
    is since when it has had an owner, and `further` how many others its last end is for.
    """

    action_id: int
    title: str
    owner: str | None = None
    due_on: date | None = None
    day: date
    finish_id: int | None = None
    how: How | None = None
    say: str | None = None
    finished_on: date | None = None
    settled_on: date | None = None
    reacted_on: date | None = None
    """The day on which who was told in writing said how they take it, where it was a later one."""
    waived: bool = False
    reaction: Reaction | None = None
    owned_on: date | None = None
    further: int = 0
    askers: int = 1
    """How many answers asked for the action, whichever of its ends was for them."""
    told: int = 0
    """Of those, how many were told of the last end that was for them, and did not reopen it."""
    unreachable: bool = False
    """Whether they need not be told (`waived`) because nobody could reach them."""

    @property
    def reopened(self) -> bool:
        """Whether the customer was told, and said that it is not solved."""
        return self.reaction is Reaction.NOT_SOLVED

    @property
    def reopened_on(self) -> date | None:
        """Since when it is open again: the day on which they said that it is not solved."""
        return (self.reacted_on or self.settled_on) if self.reopened else None

    @property
    def open(self) -> bool:
        """Whether the team still has to end it for this answer."""
        return self.how is None or self.reopened

    @property
    def owed(self) -> bool:
        """Whether it has ended and the customer does not know yet."""
        return self.how is not None and self.settled_on is None


OWNERLESS = frozenset({Clock.UNSHARED, Clock.UNOWNED})
"""What waits for somebody to take it on; an urgent complaint wants that the same day."""


@dataclass(frozen=True, kw_only=True)
class Wait:
    """What an answer waits for, since when, and how many further askers wait to be told with it.

    `leader_id` is whose clock counts, where it waits for a leader: who heard it and shares it, or
    whose customer it is; None is anybody.
    """

    clock: Clock
    since: date
    further: int = 0
    leader_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """An answer and what became of it.

    It is in its stage from the day `since`. `wait` is what it waits for, None where nothing is to
    come; `age` is for how long, in working days, and `limit` how long that may take.
    """

    answer: Answer
    shared_on: date | None = None
    doings: tuple[Doing, ...] = ()
    stage: Stage
    since: date
    wait: "Wait | None" = None
    age: int = 0
    limit: int | None = None
    theme: str | None = None
    """How the team reads it, where it does."""
    day: date | None = None
    """The day on which it stands so."""

    @property
    def overdue(self) -> bool:
        """Whether it has rested in its stage for longer than the book's patience.

        Or an urgent one is not done on its day. Praise, and nothing to wish for, owe nobody
        anything, and are never overdue.
        """
        if self.answer.kind is not Kind.SUGGESTION:
            return False
        late = self.answer.urgent and self.late_since is not None
        return late or (self.limit is not None and self.age > self.limit)

    @property
    def late_since(self) -> date | None:
        """The day by which something was to be done for it that is not done, where it is past."""
        due = [doing.due_on for doing in self.doings if doing.open and doing.due_on is not None]
        first = min(due, default=None)
        past = first is not None and self.day is not None and first < self.day
        return first if past else None

    @property
    def owes(self) -> bool:
        """Whether something of it has ended and the customer does not know, whatever is to come."""
        return any(doing.owed for doing in self.doings)

    @property
    def cries(self) -> bool:
        """Whether it is urgent, and has no owner, or is late: then it heads everything."""
        ownerless = self.wait is not None and self.wait.clock in OWNERLESS
        wanted = ownerless or self.late_since is not None
        return self.answer.urgent and self.answer.is_suggestion and wanted

    @property
    def waived(self) -> bool:
        """Whether all of it has ended, and the customer need not be told of any of it."""
        return self.stage is Stage.TOLD and all(doing.waived for doing in self.doings)

    @property
    def unreachable(self) -> bool:
        """Whether some of it was never told because nobody could reach the customer."""
        return self.waived and any(doing.unreachable for doing in self.doings)

    @property
    def settled(self) -> bool:
        """Whether nothing more is to come: told; or no wish, and shared, or kept by the leaders."""
        known = self.stage is Stage.SHARED or self.answer.stays
        ended = known and self.answer.kind is not Kind.SUGGESTION
        return ended or self.stage is Stage.TOLD

    @property
    def next_command(self) -> str | None:
        """The command that moves it on, ready to be typed, or None where nothing is to come."""
        if self.settled:
            return None
        from dailycontact.core.passing import stays_with_leader

        command = NEXT_COMMAND[self.stage]
        if command == "share" and (self.cries or stays_with_leader(self.answer)):
            command = "act"
        waiting = [doing for doing in self.doings if doing.open]
        if not waiting:
            return f"{command} {self.answer.id}"
        ownerless = [doing for doing in waiting if doing.owner is None]
        if ownerless:
            return f"take A{ownerless[0].action_id}"
        return f"{command} A{waiting[0].action_id}"


def stage_of(kind: Kind, *, shared: bool, doings: Sequence[Doing]) -> Stage:
    """Return the stage of an answer of `kind`, from whether it was shared and its actions.

    An answer with several actions is acting until all of them have ended, then done or declined
    as long as its customer is owed a word about one that was, and told after that. Acting before
    sharing is allowed. Praise and nothing end at shared, because nobody owes them an action.
    """
    if not doings or kind is not Kind.SUGGESTION:
        return Stage.SHARED if shared else Stage.HEARD
    if any(doing.open for doing in doings):
        return Stage.ACTING
    owed = [doing for doing in doings if doing.owed]
    if not owed:
        return Stage.TOLD
    return Stage.DONE if any(doing.how is How.DONE for doing in owed) else Stage.DECLINED


def since(answer: Answer, *, stage: Stage, shared_on: date | None, doings: Sequence[Doing]) -> date:
    """Return the day on which the answer came into its stage."""
    match stage:
        case Stage.HEARD:
            return answer.day
        case Stage.SHARED:
            return shared_on or answer.day
        case Stage.ACTING:
            waiting = [doing for doing in doings if doing.open]
            return min(doing.reopened_on or doing.day for doing in waiting)
        case Stage.DONE | Stage.DECLINED:
            return min(doing.finished_on or doing.day for doing in doings if doing.owed)
        case Stage.TOLD:
            return max(doing.settled_on or doing.day for doing in doings)


def wait_of(
    stage: Stage,
    *,
    since: date,
    shared_on: date | None,
    settled: bool,
    doings: Sequence[Doing],
    stays: bool = False,
) -> Wait | None:
    """Return what an answer in `stage` (since the day `since`) waits for; None where nothing is.

    As long as a part of it has no owner it waits for one, from the day on which the team knew; then
    for whoever has had it longest. A customer who said "not solved" waits anew from that day. A
    wish that stays with the leaders (`stays`) is not shared: it waits for somebody from the first
    day on.
    """
    if settled:
        return None
    waiting = [doing for doing in doings if doing.open]
    ownerless = [doing for doing in waiting if doing.owner is None]
    match stage:
        case Stage.HEARD:
            return Wait(clock=Clock.UNOWNED if stays else Clock.UNSHARED, since=since)
        case Stage.SHARED:
            return Wait(clock=Clock.UNOWNED, since=since)
        case Stage.ACTING if ownerless:
            began = min(doing.reopened_on or shared_on or doing.day for doing in ownerless)
            return Wait(clock=Clock.UNOWNED, since=began)
        case Stage.ACTING:
            began = min(
                max(doing.reopened_on or doing.day, doing.owned_on or doing.day)
                for doing in waiting
            )
            return Wait(clock=Clock.UNDONE, since=began)
        case _:
            first = min((doing for doing in doings if doing.owed), key=_ended)
            return Wait(clock=Clock.UNTOLD, since=_ended(first), further=first.further)


def _ended(doing: Doing) -> date:
    return doing.finished_on or doing.day
