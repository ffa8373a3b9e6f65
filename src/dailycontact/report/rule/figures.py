"""The numbers of a report: how many, how long, and how that went week by week, without a person."""

from dataclasses import dataclass
from datetime import date

from dailycontact.core.recorded import WeekOfCalls

FEWEST = 5
"""A group of customers that is smaller is folded into the others, so that nobody is found in it."""


@dataclass(frozen=True, kw_only=True)
class ThemeByWeek:
    """How often a theme was said, week by week, in the order of `Figures.weeks`.

    Who wished for the same twice in a week counts once.
    """

    name: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How often it was said in all of the weeks."""
        return sum(self.counts)


@dataclass(frozen=True, kw_only=True)
class StageTime:
    """How long one stage took, in working days: the median of those wishes that went on from it.

    Those that still wait in it are not counted, so that it says nothing of how long they will.
    """

    name: str
    """heard, shared, taken on, done: what it was before it went on."""
    median: float | None
    of: int

    @property
    def until(self) -> str:
        """What the stage lasted until, as people say it: the same word in every form."""
        return _UNTIL.get(self.name, self.name)


_UNTIL = {"heard": "until shared", "shared": "until taken on", "taken on": "until done",
          "done": "until told"}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Group:
    """A group of customers (a segment): how many of them were heard, with how many wishes."""

    name: str
    customers: int
    wishes: int


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What can be counted, of one period and of the weeks up to its end.

    `funnel` counts customers: who was asked, who wished for something, and for how many of them
    that was shared, acted on and told; each no more than the one before, of the wishes of `weeks`.
    `typical` is the median of working days from a wish to its customer's knowing, of the customers
    who were told in `weeks`; `stages` are of the wishes that were heard or told in them.
    `waiting` counts wishes; `customers_told`, `pleased` and `not_solved` count customers, and who
    was told of several things is pleased only where none of them is unsolved.
    """

    calls: int = 0
    conversations: int = 0
    wishes: int = 0
    praise: int = 0
    ended: int = 0
    customers_told: int = 0
    pleased: int = 0
    not_solved: int = 0
    waiting: int = 0
    typical: float | None = None
    weeks: tuple[WeekOfCalls, ...] = ()
    funnel: tuple[tuple[str, int], ...] = ()
    themes: tuple[ThemeByWeek, ...] = ()
    stages: tuple[StageTime, ...] = ()
    groups: tuple[Group, ...] = ()
    folded: int = 0
    """How many customers are in groups too small to be shown."""
    since: date | None = None
    """The first day of `weeks` from which on there was anything to count."""
