"""Can we keep up? What the rhythms of a book ask for, and what the calls of a day can give.

A customer whose turn comes every so many working days asks for one conversation in so many days;
the sum over all of them is the density of the book. What may be said of it is what is proven, and
no more: nobody can keep a density above the conversations a day brings (pigeonhole); where every
day brings its call, rhythms of a density up to 5/6 can always be kept (Kawamura, STOC 2024), up to
1 where there are two different ones or each divides the next, and up to 1/2 even by a simple rule
(Deadline-Driven; Kuszmaul, SPAA 2022). Where calls fail, only the average can be promised.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import ceil

from dailycontact.core.rhythm import CALLS_A_DAY, minimum_gap
from dailycontact.loop import CADENCES

ALWAYS_POSSIBLE = 5 / 6
"""The density up to which some schedule keeps every rhythm, where no call fails. It is tight: two,
three and anything cannot be kept together."""

SIMPLY_POSSIBLE = 1 / 2
"""The density up to which a simple rule provably keeps every rhythm, where no call fails."""

COMFORTABLE = 0.9
"""The load above which it is only just enough: measured, four turns in ten come late at 1."""

WORTH_IT = 1.1
"""How many times as many conversations further tries must bring, to be worth a word."""

FEW = 5
"""Rows of customers that one takes in at a glance."""

LONGEST = 2520
"""Working days of ten years: no rhythm is stretched further, it would be none."""

MONTH, YEAR = CADENCES["month"], CADENCES["year"]
ROUNDING = 1e-9


class Source(StrEnum):
    """What says how often a group of customers is phoned."""

    OWN = "own"
    """Each of them has a rhythm of their own."""
    SEGMENT = "segment"
    BOOK = "book"


class Verdict(StrEnum):
    """What may be said of a book."""

    NOBODY = "nobody"
    """There is nobody who can be phoned."""
    IMPOSSIBLE = "impossible"
    """In no order can every rhythm be kept: somebody must wait longer."""
    JUST_ENOUGH = "just enough"
    """On average; turns will come late."""
    ENOUGH = "on average enough"
    """Where calls fail, or nothing more is proven."""
    POSSIBLE = "a schedule exists"
    """Some schedule keeps every rhythm, for every day has brought its call."""
    SIMPLE = "kept even by a simple rule"


@dataclass(frozen=True, kw_only=True)
class Group:
    """Customers who can be phoned, of one segment ("" for none) and one cadence (working days)."""

    segment: str = ""
    cadence: int
    customers: int
    source: Source = Source.BOOK

    @property
    def density(self) -> float:
        """The conversations a working day that their rhythm asks for."""
        return self.customers / self.cadence


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How many conversations a working day brings, over the last working days that count.

    `failing` is the share of the attempts that reach nobody; `days` are those it was measured on
    (0: nothing is known yet, and the usual is taken). `steady` says that none of them went without
    a conversation; `begun`, that there was ever a call. `leaders` are those who are counted.
    """

    calls_a_day: float = CALLS_A_DAY
    leaders: int = 1
    days: int = 0
    failing: float = 0.4
    steady: bool = False
    begun: bool = False

    @property
    def measured(self) -> bool:
        """Whether it is what was reached, and no guess."""
        return self.days > 0


@dataclass(frozen=True, kw_only=True)
class Usual:
    """The rhythm of customers for whom nobody has said one, in working days.

    `shorter` is the next shorter of month, quarter and year, and `needs` the conversations a day
    that the whole book would then ask for; None where there is no shorter one.
    """

    customers: int
    cadence: int
    said: bool
    shorter: int | None = None
    needs: float | None = None


def only_seen(paces: Mapping[int, Pace]) -> dict[int, Pace]:
    """Return the leaders' paces with only what was seen: beside a measured one, no guess counts.

    Whoever is not measured brings nothing then, until there are calls enough; where nobody is
    measured, the usual is all there is.
    """
    if not any(pace.measured for pace in paces.values()):
        return dict(paces)
    return {
        leader: pace if pace.measured else replace(pace, calls_a_day=0.0, leaders=0)
        for leader, pace in paces.items()
    }


def together(paces: Iterable[Pace]) -> Pace:
    """Return what a working day brings when several leaders call; of one, of nobody: the usual."""
    counted = [pace for pace in paces if pace.leaders]
    if not counted:
        return Pace()
    return Pace(
        calls_a_day=sum(pace.calls_a_day for pace in counted),
        leaders=len(counted),
        days=max(pace.days for pace in counted),
        failing=sum(pace.failing for pace in counted) / len(counted),
        steady=all(pace.steady for pace in counted),
        begun=any(pace.begun for pace in counted),
    )


def with_every_try(pace: Pace, *, attempts: int) -> float | None:
    """Return the conversations a day when `attempts` are made until somebody answers.

    Each fails as often as measured. None where that would bring no more than it does.
    """
    brings = pace.leaders * (1 - pace.failing**attempts)
    return brings if pace.measured and brings > WORTH_IT * pace.calls_a_day else None


def density(by_cadence: Mapping[int, int]) -> float:
    """Return the conversations a working day that so many customers at each cadence ask for."""
    return sum(customers / cadence for cadence, customers in by_cadence.items())


def density_of(groups: Iterable[Group]) -> float:
    """Return the conversations a working day that these customers ask for."""
    return sum(group.density for group in groups)


def affordable_cadence(
    customers: int, *, taken: float = 0.0, calls_a_day: float = CALLS_A_DAY
) -> int:
    """Return the shortest of month, quarter and year, in working days, that so many calls can keep.

    `customers` is how many would be called at it, `taken` the conversations a day that everybody
    else asks for; when not even once a year can be kept, the year is returned and everybody's wait
    stretches in proportion.
    """
    for cadence in sorted(CADENCES.values()):
        if taken + customers / cadence <= calls_a_day:
            return cadence
    return YEAR


def glance(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups as one takes them in: by segment and rhythm, or by the rhythm alone.

    Whatever says the rhythm; by the rhythm alone (no segment is named) where it were too many.
    """
    by_segment = _merged(groups, lambda group: group.segment)
    return by_segment if len(by_segment) <= FEW else _merged(groups, lambda _: "")


def _merged(groups: Iterable[Group], name: Callable[[Group], str]) -> tuple[Group, ...]:
    sums: dict[tuple[int, str], int] = {}
    for group in groups:
        key = (group.cadence, name(group))
        sums[key] = sums.get(key, 0) + group.customers
    return tuple(
        Group(segment=segment, cadence=cadence, customers=customers)
        for (cadence, segment), customers in sorted(sums.items())
    )


def judge(groups: Sequence[Group], pace: Pace) -> Verdict:
    """Return what may be said of a book, and no more than is proven."""
    asked = density_of(groups)
    if not asked:
        return Verdict.NOBODY
    load = asked / pace.calls_a_day if pace.calls_a_day else float("inf")
    if load > 1 + ROUNDING:
        return Verdict.IMPOSSIBLE
    if pace.steady and asked <= SIMPLY_POSSIBLE + ROUNDING:
        return Verdict.SIMPLE
    if pace.steady and is_possible({group.cadence for group in groups}, asked):
        return Verdict.POSSIBLE
    return Verdict.JUST_ENOUGH if load > COMFORTABLE else Verdict.ENOUGH


def is_possible(cadences: Iterable[int], asked: float) -> bool:
    """Return whether it is proven that some schedule of one call a day keeps these cadences.

    Where no call fails; `asked` is their density.
    """
    different = sorted(set(cadences))
    chain = all(long % short == 0 for short, long in pairwise(different))
    limit = 1.0 if chain or len(different) <= 2 else ALWAYS_POSSIBLE  # noqa: PLR2004 - two different ones
    return asked <= limit + ROUNDING


def idle_share(groups: Iterable[Group], *, leaders: int = 1) -> float:
    """Return the share of the days on which nobody can be due, at the least.

    Everybody is left alone for half a cadence, so that a book of few customers has such days: at
    least 1 - Σ 1/m of them, m the minimum gaps (Kawamura & Kobayashi 2025 on pinwheel covering).
    """
    due = sum(group.customers / minimum_gap(group.cadence) for group in groups)
    return max(0.0, 1 - due / leaders)


def kept(groups: Sequence[Group], *, calls_a_day: float) -> tuple[Group, ...]:
    """Return the groups that could be kept if they went first, those phoned most often before."""
    found, left = [], calls_a_day + ROUNDING
    for group in sorted(groups, key=lambda group: group.cadence):
        if group.density > left:
            break
        left -= group.density
        found.append(group)
    return tuple(found)


def usual(groups: Sequence[Group], *, said: bool) -> Usual | None:
    """Return the rhythm of those for whom nobody has said one, and what a shorter one would need.

    `said` is whether the book has a rhythm of its own for them. None where there are no such.
    """
    those = [group for group in groups if group.source is Source.BOOK]
    if not those:
        return None
    cadence, customers = those[0].cadence, sum(group.customers for group in those)
    shorter = max((each for each in CADENCES.values() if each < cadence), default=None)
    needs = None
    if shorter is not None:
        needs = density_of(groups) - customers / cadence + customers / shorter
    return Usual(customers=customers, cadence=cadence, said=said, shorter=shorter, needs=needs)


def tenths(calls: float) -> float:
    """Return so many calls a day, rounded up to a tenth: what is said must be enough."""
    return ceil(calls * 10 - ROUNDING) / 10
