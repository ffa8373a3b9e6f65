"""Why nobody of those who are due can be phoned today, where it is not only the hour."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from dailycontact.core.reach import OUTSIDE_HOURS
from dailycontact.core.turn import Candidate
from dailycontact.store import candidates, customers, picks, reach, turns
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.book import Looking


@dataclass(frozen=True, kw_only=True)
class Closed:
    """Whoever comes first, and the day off of theirs for which they cannot be phoned today.

    `why_not` is the name of a holiday in `country` (a code, empty where it is the book's own),
    "weekend", or that no hour is fit in all the zones in which they could be. `others` says
    whether somebody else is due, too.
    """

    name: str
    why_not: str
    country: str = ""
    others: bool = False


def closed(look: "Looking", *, leader_id: int, day: date, now: datetime) -> Closed | None:
    """Return who comes first and has a day off of their own; None where it is only too late."""
    due = _due(look, leader_id=leader_id, day=day)
    if not due:
        return None
    why_not = reach.windows(look, now=now, day=day)(due[0].reach).why_not
    if why_not in ("", OUTSIDE_HOURS):
        return None
    whom = customers.customer(look, due[0].customer_id)
    if whom is None:
        return None
    here = whom.country in (None, "", book_settings(look).country)
    return Closed(
        name=whom.first_name,
        why_not=why_not,
        country="" if here else whom.country or "",
        others=bool(due[1:]),
    )


def _due(look: "Looking", *, leader_id: int, day: date) -> list[Candidate]:
    """Return who is proposed already, and then those who could be, in order."""
    asked = candidates.asking(look, leader_id=leader_id, day=day)
    live = [
        candidates.candidate(look, pick.customer_id)
        for pick in picks.live_picks(look, leader_id=leader_id, day=day)
    ]
    first = [one for one in live if one is not None]
    return [*first, *(one.candidate for one in turns.ranking(look, asked))]
