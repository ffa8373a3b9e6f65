"""All that happened with one customer, one moment after the other."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class What(StrEnum):
    """What happened, in the order in which it is told where it was written down at one instant."""

    CALL = "call"
    HELPED = "helped"
    TRIED = "tried"
    LETTER = "letter"
    TOLD = "told"
    REACTED = "reacted"
    WAIVED = "waived"
    NOT_YET = "not-yet"
    ANSWER = "answer"
    CORRECTED = "corrected"
    READ = "read"
    SHARED = "shared"
    ACTION = "action"
    OWNED = "owned"
    NOTE = "note"
    DONE = "done"
    DECLINED = "declined"
    REVISITED = "revisited"
    PROMISE = "promise"
    RESTED = "rested"


SENT = "sent"
"""How a message was written whose customer was told since."""
UNREACHABLE = "unreachable"
"""Why a customer need not be told whom nobody could reach."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One thing that happened with a customer, or for them, on a day.

    `who` is the leader who made the call or read the answer, or the owner of the action. `words`
    are what was said: the customer's, ours to them, or the title of an action; `note` is what was
    written beside it. `how` is the outcome, the kind, the channel, or what came of a promise;
    `until` the day by which it is due, `settled_on` the one on which a promise was settled.
    """

    day: date
    recorded_at: datetime
    what: What
    who: str | None = None
    answer_id: int | None = None
    action_id: int | None = None
    promise_id: int | None = None
    words: str | None = None
    note: str | None = None
    how: str | None = None
    reaction: str | None = None
    place: str | None = None
    until: date | None = None
    settled_on: date | None = None
    in_call: bool = False
    """Whether it was said in a call that is told of, too."""


def in_order(moments: "list[Moment]") -> tuple[Moment, ...]:
    """Return the moments as they happened: by day, then as they were written down."""
    ranks = {what: rank for rank, what in enumerate(What)}
    return tuple(
        sorted(
            moments,
            key=lambda one: (
                *(one.day, one.recorded_at, ranks[one.what]),
                *(one.answer_id or 0, one.action_id or 0, one.promise_id or 0),
            ),
        )
    )
