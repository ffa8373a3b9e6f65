"""What years of calls come to: how long each segment waits, and who is spoken to by when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

from dailycontact.core.capacity import Group, glance
from dailycontact.pick.rule.playing import Attempt

POINTS = 120
"""How many points the curve of the coverage has at the most."""

MILESTONES = (0.5, 0.9, 1.0)
"""The shares of the customers of whom it is said when they have been spoken to."""

Key = tuple[str, int]
"""The name of a segment, and a cadence in working days."""


@dataclass(frozen=True, kw_only=True)
class Waits:
    """How long one segment waits for a conversation, in working days.

    `longest` counts waits that still last; `at_least` says that the longest does. `usual` is the
    median of the waits that ended; None where most of them have not.
    """

    segment: str
    cadence: int
    customers: int
    spoken: int
    usual: float | None
    longest: int
    at_least: bool


@dataclass(frozen=True, kw_only=True)
class Played:
    """So many working days of calls: what they brought, and to whom.

    `coverage` holds how many different customers have been spoken to by the working day of a
    number; `milestones` by when (its number; None: not by the end) half, nine in ten and all were.
    `glance` are the waits in as many rows as one takes in, and `rising` is the curve for as long as
    it rises.
    """

    days: int
    attempts: int
    conversations: int
    without_call: int
    customers: int
    spoken: int
    waits: tuple[Waits, ...]
    glance: tuple[Waits, ...]
    coverage: tuple[tuple[int, int], ...]
    rising: tuple[tuple[int, int], ...]
    milestones: Mapping[float, int | None]


@dataclass(kw_only=True)
class Tally:
    """What is counted while the days go by, from working day `first` to `last`.

    `since` holds, for each customer who can come up, from when they wait; `keys` their group.
    """

    first: int
    last: int
    since: dict[int, int]
    keys: Mapping[int, Key]
    gaps: dict[Key, list[int]] = field(default_factory=dict)
    spoken: dict[int, int] = field(default_factory=dict)
    attempts: int = 0
    conversations: int = 0
    without_call: int = 0

    def count(self, attempt: Attempt) -> None:
        """Count one attempt."""
        self.attempts += 1
        if not attempt.reached:
            return
        self.conversations += 1
        customer_id, number = attempt.customer_id, attempt.number
        key = self.keys[customer_id]
        self.gaps.setdefault(key, []).append(number - self.since[customer_id])
        self.since[customer_id] = number
        self.spoken.setdefault(customer_id, number)

    def result(self, groups: Iterable[Group]) -> Played:
        """Return what it came to; `groups` say how many customers there are in all."""
        every = list(groups)
        customers = sum(group.customers for group in every)
        by_day = sorted(self.spoken.values())
        all_spoken = by_day and len(by_day) == customers
        return Played(
            days=self.last - self.first + 1,
            attempts=self.attempts,
            conversations=self.conversations,
            without_call=self.without_call,
            customers=customers,
            spoken=len(by_day),
            waits=self._by_group(every),
            glance=self._by_group(glance(every)),
            coverage=tuple(_curve(by_day, self.first, self.last)),
            rising=tuple(_curve(by_day, self.first, by_day[-1] if all_spoken else self.last)),
            milestones={share: _reached(by_day, share, customers) for share in MILESTONES},
        )

    def _by_group(self, groups: Iterable[Group]) -> tuple[Waits, ...]:
        """Return the waits of each segment and cadence; of each cadence, where none has a name."""
        sizes: dict[Key, int] = {}
        for group in groups:
            key = (group.segment, group.cadence)
            sizes[key] = sizes.get(key, 0) + group.customers
        named = any(segment for segment, _ in sizes)
        gaps: dict[Key, list[int]] = {}
        members: dict[Key, list[int]] = {}
        for (segment, cadence), those in self.gaps.items():
            gaps.setdefault((segment if named else "", cadence), []).extend(those)
        for customer_id, (segment, cadence) in self.keys.items():
            members.setdefault((segment if named else "", cadence), []).append(customer_id)
        order = sorted(sizes, key=lambda key: (key[1], key[0]))
        return tuple(
            self._waits(key, sizes[key], members.get(key, []), gaps.get(key, [])) for key in order
        )

    def _waits(self, key: Key, customers: int, those: list[int], gaps: list[int]) -> Waits:
        """Return the waits of a group; `those` are the customers of it who could come up."""
        spoken = sum(customer_id in self.spoken for customer_id in those)
        lasting = max((self.last - self.since[customer_id] for customer_id in those), default=0)
        if customers > len(those):
            lasting = max(lasting, self.last - self.first + 1)
        return Waits(
            segment=key[0],
            cadence=key[1],
            customers=customers,
            spoken=spoken,
            usual=median(gaps) if 2 * spoken > customers else None,
            longest=max([*gaps, lasting]),
            at_least=lasting >= max(gaps, default=0),
        )


def _curve(by_day: list[int], first: int, last: int) -> Iterable[tuple[int, int]]:
    """Yield (number of a working day, customers spoken to by then), from the first to the last."""
    steps = min(POINTS, last - first + 1)
    done = 0
    for step in range(1, steps + 1):
        number = first + (last - first + 1) * step // steps - 1
        while done < len(by_day) and by_day[done] <= number:
            done += 1
        yield number, done


def _reached(by_day: list[int], share: float, customers: int) -> int | None:
    wanted = -int(-share * customers // 1)
    return by_day[wanted - 1] if 0 < wanted <= len(by_day) else None
