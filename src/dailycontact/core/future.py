"""A book's future in memory: whom the rule proposes, day after day, with no database beside it.

`plan --simulate` and the benchmark of the rule play years of calls in seconds. Nothing is decided
here: the rule's own functions rank, choose, and move the rhythms. What is kept here is only who
stands where, so that the few who could be first are found at once.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush

from dailycontact.core.reach import OPEN, Access, Window
from dailycontact.core.rhythm import (
    AFTER_TELLING,
    SKIP,
    Beat,
    Happening,
    Rhythm,
    after,
    back_off,
    draw,
)
from dailycontact.core.turn import Candidate, Ranked, choose, rank

SHUT = Window(access=Access.CLOSED)

CALLS = frozenset(
    {Happening.CONVERSATION, Happening.TOLD, Happening.MISS, Happening.SKIP, Happening.LATER}
)
"""What uses up a customer's day: they are not proposed twice on one."""

ANSWERED = frozenset({Happening.CONVERSATION, Happening.TOLD, Happening.LATER})
"""What makes good a promise to call back, where its day has come."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """A customer as the rule sees them; `cadence` is in working days, `promised_on` its number.

    `reach` names where and when they can be phoned: all with the same one are closed together.
    """

    customer_id: int
    cadence: int
    rhythm: Rhythm
    reach: int = 0
    promised_on: int | None = None


@dataclass(slots=True)
class _Class:
    """Those of one cadence and one reach: who may be tried by their clock, the rest by the day.

    An entry holds how often its customer had changed when it was made: one that is out of date is
    dropped when it comes up, which is cheaper than to look for it.
    """

    ready: list[tuple[float, int, int]] = field(default_factory=list)
    waiting: list[tuple[int, float, int, int]] = field(default_factory=list)


class Line:
    """Everybody who waits for a call, and the rule that says who is next.

    Days are working-day numbers; they may repeat (several calls a day) and never go back. `seed`
    is the book's: the same people, seed and outcomes give the same history.
    """

    def __init__(self, people: Iterable[Person] = (), *, seed: str = "") -> None:
        self._seed = seed
        self._people: dict[int, Person] = {}
        self._rhythms: dict[int, Rhythm] = {}
        self._promises: dict[int, int] = {}
        self._called: dict[int, int] = {}
        self._changes: dict[int, int] = {}
        self._candidates: dict[int, Candidate] = {}
        self._classes: dict[tuple[int, int], _Class] = {}
        for person in people:
            self.add(person)

    def __len__(self) -> int:
        return len(self._people)

    def __contains__(self, customer_id: object) -> bool:
        return customer_id in self._people

    def add(self, person: Person) -> None:
        """Let somebody join the line, or stand in it anew (at another cadence, say)."""
        customer_id = person.customer_id
        self._people[customer_id] = person
        self._rhythms[customer_id] = person.rhythm
        if person.promised_on is not None:
            self._promises[customer_id] = person.promised_on
        self._place(customer_id)

    def remove(self, customer_id: int) -> None:
        """Take somebody out: they have left, or do not want to be phoned."""
        del self._people[customer_id], self._rhythms[customer_id]
        self._promises.pop(customer_id, None)
        self._changed(customer_id)

    def promise(self, customer_id: int, number: int) -> None:
        """Promise somebody a call back on working day `number`: they are not rung before it."""
        self._promises[customer_id] = number
        self._place(customer_id)

    def person(self, customer_id: int) -> Person:
        """Return somebody as they joined."""
        return self._people[customer_id]

    def rhythm(self, customer_id: int) -> Rhythm:
        """Return where somebody's rhythm stands."""
        return self._rhythms[customer_id]

    def candidate(self, customer_id: int) -> Candidate:
        """Return somebody as the rule sees them today, whether or not they may be tried."""
        known = self._candidates.get(customer_id)
        if known is not None:
            return known
        person, rhythm = self._people[customer_id], self._rhythms[customer_id]
        made = self._candidates[customer_id] = Candidate(
            customer_id=customer_id,
            clock=rhythm.clock,
            beat=person.cadence,
            reach=person.reach,
            eligible_from=rhythm.eligible_from(person.cadence),
            misses=rhythm.misses,
            spoken=rhythm.spoken_on is not None,
        )
        return made

    def heads(self, number: int, *, closed: Collection[int] = ()) -> list[Candidate]:
        """Return whoever stands first in each class of those who may be tried on that day."""
        found = (
            self._head(among, number)
            for (_, reach), among in self._classes.items()
            if reach not in closed
        )
        return [self.candidate(customer_id) for customer_id in found if customer_id is not None]

    def promised(self, number: int) -> list[Candidate]:
        """Return those to whom a call back was promised by that day, the oldest promise first.

        It goes before the minimum gap, but waits like everybody after a miss or a skip.
        """
        if not self._promises:
            return []
        due = sorted(
            (day, customer_id)
            for customer_id, day in self._promises.items()
            if day <= number and self._may_be_rung_back(customer_id, number)
        )
        return [self.candidate(customer_id) for _, customer_id in due]

    def pick(self, number: int, *, closed: Collection[int] = ()) -> Ranked | None:
        """Return whom the rule proposes on working day `number`; None where nobody is due.

        `closed` are the reaches at which nobody can be phoned on that day.
        """
        heads = self.heads(number, closed=closed)
        ranked = rank(promised=self.promised(number), heads=heads, number=number)
        choice = choose(ranked, lambda one: SHUT if one.candidate.reach in closed else OPEN)
        return None if choice is None else choice.ranked

    def happened(
        self, customer_id: int, what: Happening, number: int, *, waits: int | None = None
    ) -> Beat:
        """Let something happen to somebody on a day, and return it as it was recorded.

        They are left alone for `waits` working days, or for as long as the rule says.
        """
        rhythm, cadence = self._rhythms[customer_id], self._people[customer_id].cadence
        spoken = what is Happening.CONVERSATION
        beat = Beat(
            what=what,
            number=number,
            cadence=cadence,
            waits=_waits(rhythm, what, number, cadence) if waits is None else waits,
            luck=draw(self._seed, str(customer_id), rhythm.conversations + 1) if spoken else 0.0,
        )
        self.record(customer_id, beat)
        return beat

    def record(self, customer_id: int, beat: Beat) -> None:
        """Let somebody's rhythm go on; a call that was answered makes good a promise that is due.

        A promise made in the call is given afterwards.
        """
        self._rhythms[customer_id] = after(self._rhythms[customer_id], beat)
        if beat.what in CALLS:
            self._called[customer_id] = beat.number
        if beat.what in ANSWERED and self._promises.get(customer_id, beat.number) <= beat.number:
            self._promises.pop(customer_id, None)
        self._place(customer_id)

    def _place(self, customer_id: int) -> None:
        """Put somebody where their rhythm says; what was said of them before is out of date."""
        change = self._changed(customer_id)
        person, rhythm = self._people[customer_id], self._rhythms[customer_id]
        if _is_open(rhythm):
            among = self._classes.setdefault((person.cadence, person.reach), _Class())
            first = rhythm.eligible_from(person.cadence)
            first = max(first, self._promises.get(customer_id, first))
            if customer_id in self._called:
                first = max(first, self._called[customer_id] + 1)
            heappush(among.waiting, (first, rhythm.clock, customer_id, change))

    def _changed(self, customer_id: int) -> int:
        self._candidates.pop(customer_id, None)
        change = self._changes[customer_id] = self._changes.get(customer_id, 0) + 1
        return change

    def _head(self, among: _Class, number: int) -> int | None:
        ready, waiting, changes = among.ready, among.waiting, self._changes
        while waiting and waiting[0][0] <= number:
            heappush(ready, heappop(waiting)[1:])
        while ready and changes[ready[0][1]] != ready[0][2]:
            heappop(ready)
        return ready[0][1] if ready else None

    def _may_be_rung_back(self, customer_id: int, number: int) -> bool:
        rhythm = self._rhythms[customer_id]
        return (
            _is_open(rhythm)
            and rhythm.gate <= number
            and (rhythm.held_until is None or rhythm.held_until <= number)
            and self._called.get(customer_id) != number
        )


def _is_open(rhythm: Rhythm) -> bool:
    """Return whether nobody has paused them until further notice."""
    return rhythm.paused_at is None or rhythm.held_until is not None


def _waits(rhythm: Rhythm, what: Happening, number: int, cadence: int) -> int:
    """Return for how many working days the rule leaves somebody alone after this."""
    if what is Happening.MISS:
        return back_off(rhythm.misses + 1, cadence=cadence, waited=number - rhythm.clock)
    return {Happening.SKIP: SKIP, Happening.TOLD: AFTER_TELLING}.get(what, 0)
