"""Whether a thing that was done has helped whoever asked for it: asked when their turn comes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dailycontact.core.telling import Reaction


class Helped(StrEnum):
    """What somebody says of it, some time after they were told that it is done."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class Told:
    """Something that was done for a customer, of which they know, and whose help nobody asked.

    `say` is what was done, in the words for the customers; `finished_on` is the day on which it
    was, and `told_on` the day on which they heard of it; `reaction` is what they said of it then.
    """

    telling_id: int
    answer_id: int
    action_id: int
    verbatim: str
    said_on: date
    say: str
    owner: str | None
    finished_on: date
    told_on: date
    reaction: Reaction | None = None


@dataclass(frozen=True, kw_only=True)
class Followed:
    """What a customer said when they were asked whether something has helped."""

    telling_id: int
    answer_id: int
    action_id: int
    helped: Helped
    leader: str
    day: date
