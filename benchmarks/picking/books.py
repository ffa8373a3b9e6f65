"""The books that are played, and the lives that their customers lead; all of it from one seed."""

import random
from dataclasses import dataclass
from statistics import fmean, pstdev

YEAR = 260
"""Working days a year."""
MONTH, QUARTER = 21, 65
CADENCES = (21, 63, 252)
"""A month, a quarter and a year, in working days: each divides the next."""
REGIONS = 5

SIZES: dict[str, tuple[int, int, int]] = {
    "S": (5, 10, 15),
    "M": (6, 17, 68),
    "F": (7, 21, 84),
    "O": (25, 75, 150),
    "X": (200, 600, 1_200),
    "Z": (2_000, 6_000, 12_000),
    "opinions": (20, 60, 120),
}
"""How many customers each book has at each cadence, from light to two hundred times too many."""


@dataclass(frozen=True, kw_only=True)
class Life:
    """How calls end; shares are of calls or of customers, `tries` is how many a day may have."""

    name: str
    years: int = 10
    tries: int = 1
    fails: float = 0.0
    """Calls that are missed, on the average over the customers whose number is not dead."""
    hard: float = 0.0
    """Customers who are hard to reach."""
    hard_fails: float = 0.0
    dead: float = 0.0
    """Customers whose number nobody answers, ever."""
    holidays: float = 0.0
    """Working days that are a holiday in a region."""
    part_week: float = 0.0
    """Customers who can be reached on two days in five."""
    skips: float = 0.0
    """Proposals that the leader passes over."""
    promises: float = 0.0
    """Answered calls in which the customer asks to be called on another day."""
    unrest: float = 0.0
    """Days on which somebody is paused, and on which somebody leaves and somebody joins."""

    @property
    def usual_fails(self) -> float:
        """How many calls to those who are not hard to reach are missed, so that the mean holds."""
        return (self.fails - self.hard * self.hard_fails) / (1 - self.hard)


IDEAL = Life(name="ideal")
IDEAL_LONG = Life(name="ideal, 28 years", years=28)
"""Long enough that everybody of a book that asks for 24 calls a day is spoken to once."""
ONE_TRY = Life(name="p .4, one try", fails=0.4)
THREE_TRIES = Life(name="p .4, three tries", fails=0.4, tries=3)
DEAD_ONE_TRY = Life(name="5 % dead, one try", fails=0.4, dead=0.05)
DEAD_THREE_TRIES = Life(name="5 % dead, three tries", fails=0.4, dead=0.05, tries=3)


def _office(name: str, *, tries: int, unrest: float = 0.0) -> Life:
    return Life(
        name=name,
        tries=tries,
        fails=0.4,
        hard=0.2,
        hard_fails=0.7,
        dead=0.02,
        holidays=0.04,
        part_week=0.1,
        skips=0.08,
        promises=0.08,
        unrest=unrest,
    )


OFFICE_ONE_TRY = _office("office, one try", tries=1)
OFFICE = _office("office, three tries", tries=3)
UNREST = _office("office, with pauses", tries=3, unrest=0.02)
OPINIONS = Life(
    name="opinions",
    tries=3,
    fails=0.4,
    hard=0.25,
    hard_fails=0.7,
    holidays=0.04,
    part_week=0.1,
)
"""A quarter are hard to reach, and think otherwise than the rest."""


@dataclass(frozen=True, kw_only=True)
class Customer:
    """One customer, with what the rule does not know of them: how to reach them, what they think.

    `opinion` has the mean 0 and the standard deviation 1 over the whole book.
    """

    id: int
    cadence: int
    region: int
    hard: bool = False
    dead: bool = False
    reach: int = 0
    """Where and when they can be phoned: their region, all week or (from 5 on) two days of it."""
    opinion: float = 0.0


@dataclass(frozen=True, kw_only=True)
class PlayedBook:
    """A book, with the life its customers lead."""

    name: str
    life: Life
    seed: int
    customers: tuple[Customer, ...]

    @property
    def density(self) -> float:
        """How many turns come up a working day."""
        return sum(1 / customer.cadence for customer in self.customers)


def make(name: str, life: Life, seed: int) -> PlayedBook:
    """Return a book; its customers are sorted by region, as an export would be."""
    rng = random.Random(f"book {name} {seed}")  # noqa: S311 - a dice, not a secret
    cadences = [
        cadence for cadence, size in zip(CADENCES, SIZES[name], strict=True) for _ in range(size)
    ]
    rng.shuffle(cadences)
    hard, dead, part_week = (
        _spread(cadences, share, rng) for share in (life.hard, life.dead, life.part_week)
    )
    opinions = _opinions(cadences, hard, rng)
    customers = tuple(
        Customer(
            id=number + 1,
            cadence=cadence,
            region=_region(number, cadences),
            hard=number in hard,
            dead=number in dead,
            reach=_reach(_region(number, cadences), life, part_week=number in part_week),
            opinion=opinion,
        )
        for number, (cadence, opinion) in enumerate(zip(cadences, opinions, strict=True))
    )
    return PlayedBook(name=name, life=life, seed=seed, customers=customers)


def _region(number: int, cadences: list[int]) -> int:
    return number * REGIONS // len(cadences)


def _reach(region: int, life: Life, *, part_week: bool) -> int:
    """Return who is reached alike: everybody, in a life without holidays."""
    if not life.holidays:
        return 0
    return region + (REGIONS if part_week else 0)


def _spread(cadences: list[int], share: float, rng: random.Random) -> set[int]:
    """Return the places of so many customers, drawn evenly over the cadences."""
    count = round(share * len(cadences))
    order = sorted(range(len(cadences)), key=lambda place: (cadences[place], rng.random()))
    start = rng.random()
    return {order[int((step + start) * len(order) / count)] for step in range(count)}


def _opinions(cadences: list[int], hard: set[int], rng: random.Random) -> list[float]:
    """Return what each thinks: by region, cadence, how hard to reach they are, and by themselves.

    The mean is 0 and the standard deviation 1.
    """
    middle = (REGIONS - 1) / 2
    raw = [
        0.3 * (_region(number, cadences) - middle)
        + 0.3 * (CADENCES.index(cadence) - 1)
        - 0.6 * (number in hard)
        + rng.gauss(0, 0.8)
        for number, cadence in enumerate(cadences)
    ]
    mean, deviation = fmean(raw), pstdev(raw)
    return [(each - mean) / deviation for each in raw]
