"""The arithmetic behind today's pick: what `today --why` shows, and anybody can do again."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from dailycontact.core.turn import Pick
from dailycontact.store import candidates, weighing
from dailycontact.store.weighing import Reachable, Weighed

if TYPE_CHECKING:
    from dailycontact.store.book import Looking

MOST = 5
"""How many of those who are passed over, or rest, are named."""


@dataclass(frozen=True, kw_only=True)
class Why:
    """The pick among the others: `number` is that of the working day, by which all is counted.

    `runners_up` would be proposed next, and then, in order; `passed_over` would have come before,
    and say why they are not proposed (`more`: they are not all). Where nobody is proposed, `pick`
    is None, `passed_over` are those whose turn it is and who cannot be phoned now, and `resting`
    says who may not be tried, and until when.
    """

    number: int
    pick: Weighed | None
    runners_up: tuple[Weighed, ...]
    passed_over: tuple[Weighed, ...] = ()
    more: bool = False
    resting: tuple[Weighed, ...] = ()
    reachable: Reachable


def why(look: "Looking", pick: Pick | None, *, leader_id: int, day: date, now: datetime) -> Why:
    """Return the arithmetic of a pick at this hour; without one, what keeps the others."""
    asked = candidates.asking(look, leader_id=leader_id, day=day)
    weighed = None if pick is None else weighing.of_pick(look, pick)
    reachable = weighing.reachable(look, asked, pick, now=now)
    if pick is None or weighed is None:
        asleep = weighing.asleep(look, asked, now=now, most=MOST)
        besides = tuple(one.customer_id for one in asleep)
        return Why(
            number=asked.number,
            pick=None,
            runners_up=weighing.runners_up(look, asked, now=now, besides=besides),
            passed_over=asleep,
            resting=weighing.resting(look, asked, most=MOST),
            reachable=reachable,
        )
    passed_over = weighing.passed_over(look, pick, now=now, most=MOST + 1)
    besides = (pick.customer_id, *(one.customer_id for one in passed_over))
    return Why(
        number=asked.number,
        pick=weighed,
        runners_up=weighing.runners_up(look, asked, now=now, besides=besides),
        passed_over=passed_over[:MOST],
        more=len(passed_over) > MOST,
        reachable=reachable,
    )
