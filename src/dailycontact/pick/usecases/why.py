"""The arithmetic behind today's pick: what `today --why` shows, and anybody can do again."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dailycontact.core.turn import Pick
from dailycontact.store import calendar, weighing
from dailycontact.store.weighing import Reachable, Weighed

if TYPE_CHECKING:
    from dailycontact.store.book import Looking


@dataclass(frozen=True, kw_only=True)
class Why:
    """The pick among the others: `number` is that of the working day, by which all is counted.

    `runners_up` would be proposed in its place, and then, in order; `passed_over` would have come
    before, and say why they are not proposed.
    """

    number: int
    pick: Weighed
    runners_up: tuple[Weighed, ...]
    passed_over: tuple[Weighed, ...]
    reachable: Reachable


def why(look: "Looking", pick: Pick | None, *, now: datetime) -> Why | None:
    """Return the arithmetic of a pick at this hour; None where nobody is proposed."""
    weighed = None if pick is None else weighing.of_pick(look, pick)
    if pick is None or weighed is None:
        return None
    return Why(
        number=calendar.number_of(look, pick.day),
        pick=weighed,
        runners_up=weighing.runners_up(look, pick, now=now),
        passed_over=weighing.passed_over(look, pick, now=now),
        reachable=weighing.reachable(look, pick, now=now),
    )
