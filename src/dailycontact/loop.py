"""READ FIRST: the loop as data, its steps in order and the stages of an answer.

A leader phones one customer a day and asks what could be done better (ask), the team hears it
(share), somebody does something about it (act), and the customer is told what was done (tell).
Then the turn comes round again (pick), and the week is looked back on (report). Everything else
in the program hangs on this order: the packages, the help, the cards and the report.
"""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Where an answer stands. Derived from the facts, never stored."""

    HEARD = "heard"
    SHARED = "shared"
    ACTING = "acting"
    DONE = "done"
    DECLINED = "declined"
    TOLD = "told"


class Clock(StrEnum):
    """What a wish waits for, as it is counted in working days; settled ones wait for nothing."""

    UNSHARED = "unshared"
    """Heard, and the team does not know yet: until the next report."""
    UNOWNED = "unowned"
    """The team knows, and nobody has taken it on."""
    UNDONE = "undone"
    """Somebody has it, and works on it."""
    UNTOLD = "untold"
    """It has ended, and the customer does not know."""


FINISHED = frozenset({Stage.DONE, Stage.DECLINED, Stage.TOLD})
"""Stages in which the team has ended its part; two of them still owe the customer a telling."""

OWED = frozenset({Stage.DONE, Stage.DECLINED})
"""Stages in which the customer waits to be told."""

WAITS_FOR_TEAM = frozenset({Clock.UNOWNED, Clock.UNDONE})
"""Clocks that wait for the team; the others wait for a leader, who shares and tells."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of the loop: its package, what it is for, and the command that moves it on."""

    package: str
    purpose: str
    command: str


STEPS = (
    Step(package="pick", purpose="whose turn is it?", command="today"),
    Step(package="ask", purpose="hold the call, keep the answer", command="log"),
    Step(package="share", purpose="tell the team", command="share"),
    Step(package="act", purpose="do something about it", command="act"),
    Step(package="tell", purpose="tell the customer", command="tell"),
    Step(package="report", purpose="look back", command="report"),
)

NEXT_COMMAND = {
    Stage.HEARD: "share",
    Stage.SHARED: "act",
    Stage.ACTING: "done",
    Stage.DONE: "tell",
    Stage.DECLINED: "tell",
}
"""The command that moves an answer on from each stage; told needs none."""

STAGE_LIMITS = {Stage.SHARED: 5, Stage.ACTING: 20, Stage.DONE: 5, Stage.DECLINED: 5}
"""How long an answer may rest in a stage before it is overdue, in working days: shared until it
has an owner, owned until it is done, and then until the customer knows, with a day more for each
further asker. What was heard is shared by the next team report, where no limit is set."""

LIMITED_STAGES = (Stage.HEARD, *STAGE_LIMITS)
"""The stages in which a book can set a limit of its own, in working days."""

REPORT_DAY = 4
"""The weekday of the team's report (0 is Monday), until the book says otherwise."""

CADENCES = {"month": 21, "quarter": 63, "year": 252}
"""How often a customer's turn comes, in working days. Each divides the next (but one), which is
what lets one call a day keep them (Kawamura 2024)."""

DEFAULT_QUESTION = "What is the one thing we could do better?"
"""What a leader asks on every call, until the book says otherwise."""
