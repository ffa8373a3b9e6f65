"""An action: what somebody does about one or more answers, and how it ended."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class How(StrEnum):
    """The two ways in which an action ends."""

    DONE = "done"
    DECLINED = "declined"


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
    def reference(self) -> str:
        """How it is written: A3."""
        return f"A{self.id}"
