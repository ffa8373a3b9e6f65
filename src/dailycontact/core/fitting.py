"""What makes a book fit that asks for too much: changes that can be made, in rhythms one can say.

Nothing is offered that nobody would do: no odd numbers of days, no rhythm beyond two years, and
not most of a segment left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from dailycontact.core.capacity import ROUNDING, Group, Pace, Source, density_of
from dailycontact.loop import CADENCES

MONTH, QUARTER, YEAR = CADENCES["month"], CADENCES["quarter"], CADENCES["year"]
FORTNIGHT = 10

ROUND = (MONTH, QUARTER, 2 * QUARTER, YEAR, 2 * YEAR)
"""The rhythms that are offered, in working days: month, quarter, half-year, year, two years."""

CALLS_AT_MOST = 2
"""Conversations a day that may be asked of one leader: more is another profession."""

SPARED = 1 / 4
"""The share of the customers of one kind that may be left out at the most."""

ROOM = 0.9
"""The load up to which a shorter rhythm is offered, where there are days with nobody due."""


@dataclass(frozen=True, kw_only=True)
class Lever:
    """What can be changed by one command: a segment's rhythm, the book's, or some people's own.

    `segment` is its name; for the book's rhythm, "".
    """

    source: Source
    segment: str
    cadence: int
    customers: int

    @property
    def density(self) -> float:
        """The conversations a working day that it asks for."""
        return self.customers / self.cadence

    @property
    def at_once(self) -> bool:
        """Whether one command changes it for all of them."""
        return self.source is not Source.OWN or self.customers == 1


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """One change that makes everything fit: these customers at this cadence (working days)."""

    lever: Lever
    cadence: int

    @property
    def factor(self) -> float:
        """How many times as long they wait."""
        return self.cadence / self.lever.cadence


@dataclass(frozen=True, kw_only=True)
class Drop:
    """One change that makes everything fit: so many of these customers fewer."""

    lever: Lever
    customers: int


def levers(groups: Iterable[Group]) -> tuple[Lever, ...]:
    """Return what can be changed by one command each, those with the most customers first."""
    sums: dict[tuple[Source, str, int], int] = {}
    for group in groups:
        name = "" if group.source is Source.BOOK else group.segment
        key = (group.source, name, group.cadence)
        sums[key] = sums.get(key, 0) + group.customers
    found = [
        Lever(source=source, segment=name, cadence=cadence, customers=customers)
        for (source, name, cadence), customers in sums.items()
    ]
    return tuple(sorted(found, key=lambda lever: (-lever.customers, lever.segment, lever.cadence)))


def stretches(groups: Sequence[Group], *, calls_a_day: float) -> tuple[Stretch, ...]:
    """Return each single change of a rhythm that makes everything fit, the smallest first."""
    others = density_of(groups) - calls_a_day
    found = []
    for lever in levers(groups):
        room = lever.density - others
        cadence = rounded(lever.customers / room) if room > ROUNDING else None
        if cadence is not None and cadence > lever.cadence:
            found.append(Stretch(lever=lever, cadence=cadence))
    return tuple(sorted(found, key=lambda stretch: (stretch.factor, stretch.lever.customers)))


def stretched_together(groups: Sequence[Group], *, calls_a_day: float) -> tuple[Stretch, ...]:
    """Return what makes everything fit when all are stretched alike; empty where that is no rhythm.

    Of those only that one command can change; the longest first.
    """
    movable = [lever for lever in levers(groups) if lever.source is not Source.OWN]
    fixed = density_of(groups) - sum(lever.density for lever in movable)
    factors = {each / lever.cadence for lever in movable for each in ROUND}
    for factor in sorted(factor for factor in factors if factor > 1):
        found = [(lever, rounded(lever.cadence * factor)) for lever in movable]
        alike = [Stretch(lever=lever, cadence=each) for lever, each in found if each is not None]
        asked = fixed + sum(each.lever.customers / each.cadence for each in alike)
        if len(alike) == len(movable) and asked <= calls_a_day + ROUNDING:
            return tuple(sorted(alike, key=lambda stretch: -stretch.cadence))
    return ()


def drops(groups: Sequence[Group], *, calls_a_day: float) -> tuple[Drop, ...]:
    """Return how many customers fewer of each kind would make everything fit, the fewest first."""
    over = density_of(groups) - calls_a_day
    found = [
        Drop(lever=lever, customers=ceil(over * lever.cadence - ROUNDING))
        for lever in levers(groups)
    ]
    fitting = [drop for drop in found if 0 < drop.customers <= SPARED * drop.lever.customers]
    return tuple(sorted(fitting, key=lambda drop: (drop.customers, drop.lever.cadence)))


def more_often(groups: Sequence[Group], pace: Pace) -> Stretch | None:
    """Return the rhythm that can be shorter by one step, where there is room for it.

    One that a single command shortens, if there is one.
    """
    lever = min(levers(groups), key=lambda lever: not lever.at_once, default=None)
    if lever is None:
        return None
    others = density_of(groups) - lever.density
    cadence = max((each for each in (FORTNIGHT, *ROUND) if each < lever.cadence), default=None)
    if cadence is None or others + lever.customers / cadence > ROOM * pace.calls_a_day:
        return None
    return Stretch(lever=lever, cadence=cadence)


def is_too_much(asked: float, pace: Pace) -> bool:
    """Return whether nobody would make so many conversations a day."""
    return asked > CALLS_AT_MOST * pace.leaders + ROUNDING


def rounded(cadence: float) -> int | None:
    """Return the shortest of the round rhythms that is no shorter; None where there is none."""
    wanted = ceil(cadence - ROUNDING)
    return next((each for each in ROUND if each >= wanted), None)
