"""Where an answer stands, derived from the facts about it."""

from dataclasses import dataclass

from dailycontact.core.action import How
from dailycontact.core.answer import Kind
from dailycontact.loop import Stage


@dataclass(frozen=True, kw_only=True)
class Work:
    """One action as far as it concerns one answer: how it last ended for them, and if they know.

    `how` is None while it has not ended for this answer. `settled` is true when the customer was
    told or need not be told any more (waived); `reopened` when they said that it is not solved.
    """

    how: How | None = None
    settled: bool = False
    reopened: bool = False

    @property
    def open(self) -> bool:
        """Whether the team still has to end it for this answer."""
        return self.how is None or self.reopened


def stage_of(kind: Kind, *, shared: bool, works: tuple[Work, ...]) -> Stage:
    """Return the stage of an answer of `kind`, from whether it was shared and its actions.

    An answer with several actions is acting until all of them have ended, then done as long as
    one of them was done, and told when nobody owes its customer a word. Acting before sharing is
    allowed. Praise and nothing end at shared, because nobody owes them an action.
    """
    if not works or kind is not Kind.SUGGESTION:
        return Stage.SHARED if shared else Stage.HEARD
    if any(work.open for work in works):
        return Stage.ACTING
    if all(work.settled for work in works):
        return Stage.TOLD
    return Stage.DONE if any(work.how is How.DONE for work in works) else Stage.DECLINED
