"""A talk with somebody of the team: on their own weekly rhythm, beside the customer's call."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dailycontact.core.team import Member

QUESTION = "What is the one thing we could do to make your work with customers better?"
"""What a leader asks somebody of the team."""

REST = timedelta(weeks=4)
"""How long somebody is left alone after a talk with whichever leader, in calendar weeks: who is
asked every week, and sees nothing become of it, stops answering."""


@dataclass(frozen=True, kw_only=True)
class Talk:
    """One talk, as far as its reader may know it.

    What they wish for is the leader's alone unless they agreed to its being passed on; the notes
    always are.
    """

    id: int
    member_id: int
    member: str
    leader_id: int
    leader: str
    day: date
    wish: str | None = None
    pass_on: bool = False
    notes: str | None = None


@dataclass(frozen=True, kw_only=True)
class TalkDue:
    """Somebody of the team to talk with, when anybody last did, and what they said then."""

    member: Member
    last_on: date | None = None
    last_wish: str | None = None


def week_of(day: date) -> date:
    """Return the Monday of the week (ISO 8601) of a day."""
    return day - timedelta(days=day.weekday())


def next_to_talk_with(among: Iterable[TalkDue], *, day: date) -> TalkDue | None:
    """Return with whom to talk in the week of `day`: who has waited longest, by calendar weeks.

    Never comes first, then the longest ago, then the name. Nobody, where all have been talked with
    in the last weeks.
    """
    rested = [
        one for one in among if one.last_on is None or week_of(day) - week_of(one.last_on) >= REST
    ]
    return min(rested, key=lambda one: (one.last_on or date.min, one.member.name), default=None)
