"""An action: what somebody does about one or more answers, and how it ended."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class How(StrEnum):
    """The two ways in which an action ends."""

    DONE = "done"
    DECLINED = "declined"


class State(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    """Nobody has it: it is looking for someone."""
    DOING = "doing"
    DONE = "done"
    DECLINED = "declined"
    REOPENED = "reopened"
    """It had ended, and somebody waits for it again: not solved, or they asked later."""


@dataclass(frozen=True, kw_only=True)
class Finish:
    """One end of an action: what the customers will hear. A reopened action can end again."""

    id: int
    action_id: int
    number: int
    how: How
    say: str
    instead: str | None = None
    revisit_on: date | None = None
    evidence: str | None = None
    day: date


@dataclass(frozen=True, kw_only=True)
class Action:
    """What somebody does about answers; without an owner it is looking for someone."""

    id: int
    title: str
    owner_id: int | None = None
    owner: str | None = None
    owned_on: date | None = None
    """Since when somebody has had it, whoever that was."""
    due_on: date | None = None
    day: date
    answers: tuple[int, ...] = ()
    finish: Finish | None = None
    open_answers: tuple[int, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for it: never finished, reopened, or with new askers."""
        return bool(self.open_answers)

    @property
    def state(self) -> State:
        """Where it stands; what serves no answer any more is open, or in somebody's hands."""
        if self.finish is not None:
            return State.REOPENED if self.is_open else State(self.finish.how.value)
        return State.OPEN if self.owner_id is None else State.DOING

    @property
    def reference(self) -> str:
        """How it is written: A3."""
        return f"A{self.id}"


@dataclass(frozen=True, kw_only=True)
class Note:
    """What was noted of an action on the way: words, or something to see (text, link, path)."""

    id: int
    text: str = ""
    evidence: str = ""
    by: str
    day: date


@dataclass(frozen=True, kw_only=True)
class Revisit:
    """What was declined and is looked at again on the day `due_on`; `looked_on` is when last."""

    finish_id: int
    action_id: int
    title: str
    say: str
    instead: str | None = None
    owner: str | None = None
    declined_on: date
    looked_on: date | None = None
    due_on: date
    answers: tuple[int, ...] = ()

    @property
    def reference(self) -> str:
        """How its action is written: A3."""
        return f"A{self.action_id}"
