"""The rule of whom to phone, in a page of plain Python: slow, and apart from the program.

Nothing of the program is imported here. Every day is a working-day number; whoever is proposed is
looked for among everybody, with no index and no classes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from math import ceil, inf

REACHED, LATER, MISSED, SKIPPED = "reached", "not-now", "no-answer", "skip"
CALLS_A_DAY = 0.94
"""Conversations that a working day brings."""


def luck(seed: str, who: int, turn: int) -> float:
    """Return the luck of somebody's turn: BLAKE2b of the seed, the customer and the turn."""
    name = f"{seed}\x1f{who}\x1f{turn}".encode()
    return int.from_bytes(blake2b(name, digest_size=8).digest(), "big") / 2**64


@dataclass
class Standing:
    """Where somebody stands in the line."""

    cadence: int
    clock: float
    free: int
    """The first day on which they may be tried."""
    alone: int
    """The first day after a miss or a skip, which a promise waits for as well."""
    misses: int = 0
    talks: int = 0
    missed_in: str = ""
    promised: float = inf


class Reference:
    """The rule, from the day on which everybody comes into the book at once."""

    def __init__(
        self, cadences: Mapping[int, int], *, seed: str, first: int, halves: bool = True
    ) -> None:
        """Spread everybody; without `halves`, one hour of the day is like another."""
        self.seed, self.halves = seed, halves
        load = max(1.0, sum(1 / cadence for cadence in cadences.values()) / CALLS_A_DAY)
        self.line = {
            who: Standing(cadence, first - luck(seed, who, 0) * cadence * load, first, first)
            for who, cadence in cadences.items()
        }

    def next(self, today: int, half: str, seen: set[int]) -> tuple[int, str] | None:
        """Return who is proposed, and why; `seen` were proposed on this day already."""
        line = self.line
        promised = [
            (one.promised, who)
            for who, one in line.items()
            if one.promised <= today and one.alone <= today and who not in seen
        ]
        if promised:
            return min(promised)[1], "promise"
        due = [who for who, one in line.items() if one.free <= today and who not in seen]
        if not due:
            return None

        def order(who: int) -> tuple[bool, float]:
            one = line[who]
            yields = self.halves and one.missed_in == half and today < one.free + 2
            return not yields, (today - one.clock) / one.cadence

        found = max(due, key=order)
        return found, "turn" if line[found].talks else "first"

    def record(self, who: int, what: str, today: int, half: str, back: int | None) -> None:
        """Move somebody on after what happened; `back` is the day of a call back, if promised."""
        one = self.line[who]
        if what in (REACHED, LATER) and one.promised <= today:
            one.promised = inf
        if what == REACHED:
            one.talks, one.misses, one.missed_in = one.talks + 1, 0, ""
            handicap = 0.2 * luck(self.seed, who, one.talks) * one.cadence
            one.clock = max(one.clock, today - handicap)
            one.free = today + min(one.cadence, max(10, ceil(one.cadence / 2)))
        elif what == MISSED:
            one.misses, one.missed_in = one.misses + 1, half
            one.alone = max(one.alone, today + self._rest(one, today))
        elif what == SKIPPED:
            one.alone = max(one.alone, today + 5)
        else:
            one.misses, one.missed_in = 0, ""
            one.free = max(one.free, today + 5 if back is None else back)
        one.free = max(one.free, one.alone)
        if back is not None:
            one.promised = back

    def _rest(self, one: Standing, today: int) -> int:
        if one.misses % 5 and one.misses < 15:
            return (1, 2, 3, 5)[one.misses % 5 - 1]
        share = (0.1, 0.2, 0.25)[min(one.misses // 5, 3) - 1]
        return ceil(share * max(one.cadence, today - one.clock))
