"""A customer's rhythm: when their turn comes, as a fold over what happened to them.

Time is counted in the book's working days, each day by its number in the calendar. The clock of
a customer says from when their waiting is counted; waiting ÷ cadence is how far along they are
(Reduce-Max; Bilò et al., FUN 2020). Only a conversation moves the clock, and never backwards; a
little luck sets it back by up to a fifth of the cadence, so that nobody's turn is locked to a
weekday or a season, and that those who were asked are a fair sample.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

BACK_OFF = (1, 2, 3, 5)
"""Working days until the next try, after the first, second, third and fourth miss in a row; after
each rest it starts anew, because whoever is hard to reach waits longest of all."""

RESTS = (0.10, 0.20, 0.25)
"""The share of the time waited for which every fifth miss in a row rests: the first, the second,
and every later time. A share of the cadence would let dead numbers hold every place of a book that
cannot be kept; a share of the time waited grows with it."""

RESTS_EVERY = 5
PARKED_AT = 15
"""Misses in a row after which the number is likely wrong, and somebody should look."""

SKIP = 5
"""Working days for which a skipped customer is left alone."""

SKIPS_ASKED = 3
"""Skips in a row after which the leader is asked what would suit better."""

LUCK = 0.2
"""How much of a cadence the luck of a turn is worth at the most: it costs a tenth of a cadence in
the longest waits, and makes the sample better than a random one."""

NEWCOMER = 0.8
"""How much of a cadence somebody who is added later counts as having waited: soon, yet not at
once, so that newcomers push nobody aside."""

AFTER_TELLING = 5
"""Working days for which somebody is left alone who was told something and asked nothing."""

SHORTEST_GAP = 10
"""Working days that pass between two conversations at the least, whatever the cadence."""

CALLS_A_DAY = 0.94
"""Conversations a working day brings when three attempts are made and four in ten fail."""


class Happening(StrEnum):
    """What can happen to a rhythm."""

    CONVERSATION = "conversation"
    TOLD = "told"
    """They were told something, and not asked: their turn is still to come."""
    MISS = "miss"
    CHECKED = "checked"
    """Their number was looked at, and is right by now."""
    SKIP = "skip"
    LATER = "later"
    """They answered, and asked to be called another time: the number is right."""
    PAUSE = "pause"
    RESUME = "resume"


@dataclass(frozen=True, kw_only=True, slots=True)
class Beat:
    """One thing that happened: on which working day, at which cadence, and how long to wait.

    `luck` in [0, 1) is that of the turn which a conversation begins.
    """

    what: Happening
    number: int
    cadence: int
    waits: int = 0
    luck: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Rhythm:
    """Where a customer's rhythm stands; every day is a working-day number."""

    clock: float
    gate: int
    """The first day on which they may be tried, after coming in, a miss, a skip or "not now"."""
    held_until: int | None = None
    """The day on which a pause with an end ends."""
    spoken_on: int | None = None
    misses: int = 0
    skips: int = 0
    conversations: int = 0
    paused_at: float | None = None
    """How far along they were (working days waited ÷ cadence) when they were paused: time stands
    still until they are resumed, or for as long as was said at once."""

    def eligible_from(self, cadence: int) -> int:
        """Return the first day on which they may be proposed, at the cadence that holds now."""
        first = self.gate if self.held_until is None else max(self.gate, self.held_until)
        if self.spoken_on is None:
            return first
        return max(first, self.spoken_on + minimum_gap(cadence))


def draw(seed: str, customer: str, count: int) -> float:
    """Return the luck in [0, 1) of a customer's `count`-th turn; the same for the same seed.

    The first eight bytes of BLAKE2b over seed, customer and count, as in Anki's fuzz: repeats
    and rebuilds agree.
    """
    from hashlib import blake2b

    digest = blake2b(f"{seed}\x1f{customer}\x1f{count}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def draws(seed: str, customers: Iterable[int], count: int) -> list[float]:
    """Return what `draw` gives for each of these customers, in a third of the time for many."""
    from hashlib import blake2b

    before, after, number = f"{seed}\x1f".encode(), f"\x1f{count}".encode(), int.from_bytes
    return [
        number(blake2b(b"%b%d%b" % (before, each, after), digest_size=8).digest(), "big") / 2**64
        for each in customers
    ]


def minimum_gap(cadence: int) -> int:
    """Return how many working days a customer is left alone after a conversation."""
    return min(cadence, max(SHORTEST_GAP, -(-cadence // 2)))


def head_start(cadence: int, *, luck: float, load: float) -> float:
    """Return for how many working days a customer nobody has called yet counts as waiting.

    Spread by `luck` over [0, 1) of a cadence, stretched by `load` (turns due a day ÷ calls a
    day) where the book asks for more than one call a day can give, so that nobody starts in
    lockstep.
    """
    return luck * cadence * max(1.0, load)


def back_off(misses: int, *, cadence: int, waited: float) -> int:
    """Return the working days to wait after `misses` missed calls in a row.

    Every fifth rests for a share of the time waited (working days, a cadence at the least), and
    the days begin anew; once the number should be looked at, every further one rests.
    """
    if misses % RESTS_EVERY and misses < PARKED_AT:
        return BACK_OFF[misses % RESTS_EVERY - 1]
    share = RESTS[min(misses // RESTS_EVERY, len(RESTS)) - 1]
    return ceil(share * max(float(cadence), waited))


def is_parked(misses: int) -> bool:
    """Return whether so many misses in a row say that the number should be looked at."""
    return misses >= PARKED_AT


def begin(*, number: int, started_with: float) -> Rhythm:
    """Return the rhythm of a customer who came into the book on working day `number`."""
    return Rhythm(clock=number - started_with, gate=number)


def fold(start: Rhythm, beats: Iterable[Beat]) -> Rhythm:
    """Return the rhythm after all that happened, in the order of its days."""
    rhythm = start
    for beat in beats:
        rhythm = after(rhythm, beat)
    return rhythm


def after(rhythm: Rhythm, beat: Beat) -> Rhythm:
    """Return the rhythm after one more thing happened."""
    return _AFTER[beat.what](rhythm, beat)


def _spoken(rhythm: Rhythm, beat: Beat) -> Rhythm:
    """Start the waiting anew; a conversation from before the last one only counts."""
    if rhythm.spoken_on is not None and beat.number < rhythm.spoken_on:
        return replace(rhythm, conversations=rhythm.conversations + 1)
    held = beat.number if rhythm.held_until is None else max(beat.number, rhythm.held_until)
    # Made whole: to replace most of a rhythm takes twice the time, a million times over.
    return Rhythm(
        clock=max(rhythm.clock, held - LUCK * beat.luck * beat.cadence),
        gate=beat.number,
        held_until=rhythm.held_until,
        spoken_on=beat.number,
        conversations=rhythm.conversations + 1,
        paused_at=None if rhythm.paused_at is None else LUCK * beat.luck,
    )


def _missed(rhythm: Rhythm, beat: Beat) -> Rhythm:
    """Let the next try wait; a miss from before the last conversation says nothing new."""
    if rhythm.spoken_on is not None and beat.number < rhythm.spoken_on:
        return rhythm
    return _waiting(rhythm, beat, misses=rhythm.misses + 1)


def _told(rhythm: Rhythm, beat: Beat) -> Rhythm:
    return _waiting(rhythm, beat, misses=0, skips=0)


def _checked(rhythm: Rhythm, beat: Beat) -> Rhythm:
    return replace(rhythm, gate=beat.number, misses=0)


def _skipped(rhythm: Rhythm, beat: Beat) -> Rhythm:
    return _waiting(rhythm, beat, skips=rhythm.skips + 1)


def _put_off(rhythm: Rhythm, beat: Beat) -> Rhythm:
    """Wait as they asked; who answers is at the right number."""
    return _waiting(rhythm, beat, misses=0)


def _paused(rhythm: Rhythm, beat: Beat) -> Rhythm:
    return replace(
        rhythm,
        clock=rhythm.clock + beat.waits,
        held_until=beat.number + beat.waits if beat.waits else None,
        paused_at=(beat.number - rhythm.clock) / beat.cadence,
    )


def _resumed(rhythm: Rhythm, beat: Beat) -> Rhythm:
    if rhythm.paused_at is None:
        return rhythm
    clock = beat.number - rhythm.paused_at * beat.cadence
    return replace(rhythm, clock=clock, held_until=None, paused_at=None)


def _waiting(rhythm: Rhythm, beat: Beat, **changes: int) -> Rhythm:
    return replace(rhythm, gate=max(rhythm.gate, beat.number + beat.waits), **changes)


_AFTER: Mapping[Happening, Callable[[Rhythm, Beat], Rhythm]] = {
    Happening.CONVERSATION: _spoken,
    Happening.TOLD: _told,
    Happening.MISS: _missed,
    Happening.CHECKED: _checked,
    Happening.SKIP: _skipped,
    Happening.LATER: _put_off,
    Happening.PAUSE: _paused,
    Happening.RESUME: _resumed,
}
