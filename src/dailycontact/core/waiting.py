"""What waits, added up: how many answers each clock holds, and how many of them for too long."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dailycontact.loop import Clock


class Section(StrEnum):
    """The parts of the loop, in the order in which they are read."""

    WANTED = "wanted"
    """Urgent, and nobody has taken it on."""
    OVERDUE = "overdue"
    UNSHARED = "unshared"
    UNOWNED = "unowned"
    UNDONE = "undone"
    UNTOLD = "untold"
    SETTLED = "settled"


@dataclass(frozen=True, kw_only=True)
class Held:
    """How many answers wait at a clock, how many for too long, and since when the oldest does."""

    clock: Clock
    count: int
    overdue: int
    oldest: date


@dataclass(frozen=True, kw_only=True)
class Stuck:
    """Where most of what is open waits; or most of what is overdue, where one clock has that.

    `late` is whether it is that; `most` whether it holds more than half of all that is open.
    """

    held: Held
    late: bool
    most: bool


FEW = 3
"""Open answers below which nothing can be called stuck: one sees them all."""


def stuck_at(held: tuple[Held, ...]) -> Stuck | None:
    """Return the clock at which answers get stuck; None where there are few, or all is even.

    That is the one with the most overdue ones, if it has several and no other has as many; and
    else the one at which the most wait.
    """
    total = sum(one.count for one in held)
    if total < FEW:
        return None
    late = _ahead([one.overdue for one in held])
    worst = _ahead([one.count for one in held])
    if late is not None and held[late].overdue > 1:
        return Stuck(held=held[late], late=True, most=2 * held[late].overdue > total)
    if worst is None:
        return None
    return Stuck(held=held[worst], late=False, most=2 * held[worst].count > total)


def _ahead(numbers: list[int]) -> int | None:
    """Return the place of the greatest number, if there is only one such."""
    most = max(numbers)
    return numbers.index(most) if numbers.count(most) == 1 else None
