"""What happens when somebody is phoned, and the history that comes of it, whoever chooses.

As in an office: four calls in ten are missed, some people are hard to reach and some numbers dead;
now and then the leader skips somebody, is asked to ring later, or promises to ring back.
"""

from collections.abc import Iterable
from random import Random
from typing import Protocol

from properties.reference import LATER, MISSED, REACHED, SKIPPED

MORNING, AFTERNOON = "morning", "afternoon"
TIMES = 3
"""Attempts that a day has."""

Step = tuple[int, int, str, str]
"""On which working day who was proposed, why, and what happened."""


class Lane(Protocol):
    """What says whom to phone, and is told what happened."""

    def next(self, today: int, half: str, seen: set[int]) -> tuple[int, str] | None:
        """Return who is proposed, and why; `seen` were proposed on this day already."""

    def record(self, who: int, what: str, today: int, half: str, back: int | None) -> None:
        """Take in what happened; `back` is the day of a call back, if one was promised."""


class Life:
    """What the customers do, the same in every lane."""

    def __init__(self) -> None:
        """Begin with nothing promised."""
        self.promised: dict[int, int] = {}

    def answer(self, who: int, today: int) -> tuple[str, int | None]:
        """Return what happens to a try, and for which day a call back was promised."""
        chance = Random(f"{who} on {today}")  # noqa: S311 - a life, and no secret
        if chance.random() < 0.08:
            return SKIPPED, None
        dead, hard = who % 41 == 0, who % 5 == 0
        if dead or chance.random() < (0.7 if hard else 0.4):
            return MISSED, None
        if self.promised.get(who, 0) > today:
            return REACHED, None
        back = today + chance.randint(1, 15) if chance.random() < 0.1 else None
        if back is not None:
            self.promised[who] = back
        later = chance.random() < (0.5 if back else 0.03)
        return (LATER if later else REACHED), back


def history(lane: Lane, days: Iterable[int]) -> list[Step]:
    """Let a lane choose on each of these working days, and return all that happened."""
    life = Life()
    return [step for today in days for step in _day(lane, life, today)]


def _day(lane: Lane, life: Life, today: int) -> Iterable[Step]:
    """Yield the steps of one day: as many tries as it has, until somebody is reached."""
    seen: set[int] = set()
    tries = 0
    while tries < TIMES:
        half = MORNING if len(seen) < 2 else AFTERNOON
        found = lane.next(today, half, seen)
        if found is None:
            return
        who, why = found
        what, back = life.answer(who, today)
        lane.record(who, what, today, half, back)
        seen.add(who)
        yield today, who, why, what
        tries += what != SKIPPED
        if what == REACHED:
            return
