"""A telling: one customer told what became of their answer, and how they took it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dailycontact.core.action import How


class Channel(StrEnum):
    """How somebody was told."""

    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in-person"
    LETTER = "letter"


class Reaction(StrEnum):
    """How they took it; not solved reopens the answer."""

    PLEASED = "pleased"
    NEUTRAL = "neutral"
    NOT_SOLVED = "not-solved"

    @property
    def said(self) -> str:
        """How it is called wherever it is read."""
        return "so-so" if self is Reaction.NEUTRAL else self.value.replace("-", " ")


@dataclass(frozen=True, kw_only=True)
class Owed:
    """Somebody who waits to be told: their answer is finished and nobody has said so to them."""

    finish_id: int
    answer_id: int
    action_id: int
    customer_id: int
    customer: str
    company: str
    verbatim: str
    said_on: date
    how: How
    say: str
    instead: str | None
    owner: str | None
    finished_on: date
    waited: int
    """Working days since it was finished, without those on which whoever tells them was away."""
    tries: int = 0
    """How often somebody tried to reach them since it was finished."""
    tried_days: int = 0
    """On how many days that was."""
    written_on: date | None = None
    """When an e-mail or letter about it was last written; nobody knows yet whether it went."""
    further: int = 0
    """For how many other answers this end is."""
    askers: int = 1
    """How many answers asked for the action, whichever of its ends was for them."""
    told: int = 0
    """Of those, how many were told of the last end that was for them, and did not reopen it."""
    heard_by: str = ""
    """The leader to whom they said it."""
    leader_id: int | None = None
    """Whose customer they are, where they are somebody's."""


def reaction_to(one: Owed, *, among: Sequence[Owed], said: Reaction | None) -> Reaction | None:
    """Return how a customer took one end, from what they `said` of all of which they were told.

    Not solved is about what was done: a no among it was heard, and does not open again. Where all
    of it was a no, it is about that.
    """
    about_another = one.how is How.DECLINED and any(each.how is How.DONE for each in among)
    return None if said is Reaction.NOT_SOLVED and about_another else said
