"""The days to come, played by the rule itself: who is proposed, and who is reached.

Nothing is decided here: whom the rule proposes is what core/turn.py ranks, and what a call does to
a rhythm is what core/rhythm.py says. A simulation draws which calls fail; a forecast lets none.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil

from dailycontact.core.capacity import Pace
from dailycontact.core.future import Line
from dailycontact.core.rhythm import Happening
from dailycontact.core.turn import Candidate, Ranked, Reason, along, rank

Held = tuple[int, Reason]
"""Who is proposed already, by their id, and why."""


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """One call of the days to come: on which working day, by whom, to whom, why, and its end."""

    number: int
    leader_id: int
    customer_id: int
    reason: Reason
    reached: bool


@dataclass(frozen=True, kw_only=True)
class Caller:
    """A leader of the days to come: how many calls a day, and how they go.

    `away` are the numbers of the working days on leave, `attempts` how many are tried for each
    call. Each of `calls` a day takes place with the probability `makes`, and a try fails with the
    probability `failing`.
    """

    leader_id: int
    calls: int = 1
    attempts: int = 1
    makes: float = 1.0
    failing: float = 0.0
    away: frozenset[int] = frozenset()


def caller(leader_id: int, pace: Pace, *, attempts: int, away: frozenset[int]) -> Caller:
    """Return a leader who goes on as measured: as many conversations a day, as many failures."""
    failing = min(pace.failing, 0.99)
    wanted = pace.calls_a_day / (1 - failing**attempts)
    calls = max(1, ceil(wanted - 0.05))  # a little above one is one that always takes place
    return Caller(
        leader_id=leader_id,
        calls=calls,
        attempts=attempts,
        makes=min(1.0, wanted / calls),
        failing=failing,
        away=away,
    )


@dataclass(kw_only=True)
class Future:
    """Everybody who waits, as the days go by: the customers of nobody, and each leader's own.

    `news` are those who are owed news, the longest waiting first, by whom they are phoned.
    """

    shared: Line
    own: Mapping[int, Line]
    news: dict[int, list[int]] = field(default_factory=dict)
    _told_last: dict[int, bool] = field(default_factory=dict)

    def day(
        self, number: int, caller: Caller, chance: Callable[[], float], *, first: Held | None = None
    ) -> Iterator[Attempt]:
        """Yield a leader's attempts of a working day; nobody may be due.

        `chance` draws from [0, 1). `first` is who is proposed already.
        """
        if number in caller.away:
            return
        for _ in range(caller.calls):
            if chance() < caller.makes:
                yield from self._call(number, caller, chance, first)
            first = None

    def _call(
        self, number: int, caller: Caller, chance: Callable[[], float], first: Held | None
    ) -> Iterator[Attempt]:
        for _ in range(caller.attempts):
            chosen = self._pick(number, caller.leader_id, first)
            first = None
            if chosen is None:
                return
            reached = chance() >= caller.failing
            yield self._try(number, caller.leader_id, chosen, reached=reached)
            if reached:
                return

    def _try(self, number: int, leader_id: int, chosen: Ranked, *, reached: bool) -> Attempt:
        customer_id = chosen.candidate.customer_id
        line = self._line(leader_id, customer_id)
        is_news = chosen.reason is Reason.NEWS
        what = Happening.MISS
        if reached:
            due = line.rhythm(customer_id).eligible_from(line.person(customer_id).cadence) <= number
            what = Happening.TOLD if is_news and not due else Happening.CONVERSATION
            for waiting in self.news.values():
                if customer_id in waiting:
                    waiting.remove(customer_id)
        line.happened(customer_id, what, number)
        self._told_last[leader_id] = is_news
        return Attempt(
            number=number,
            leader_id=leader_id,
            customer_id=customer_id,
            reason=chosen.reason,
            reached=reached,
        )

    def _pick(self, number: int, leader_id: int, first: Held | None) -> Ranked | None:
        lines = self._lines(leader_id)
        if first is not None:
            customer_id, reason = first
            proposed = self._line(leader_id, customer_id).candidate(customer_id)
            return Ranked(candidate=proposed, reason=reason, score=along(proposed, number=number))
        ranked = rank(
            promised=[one for line in lines for one in line.promised(number)],
            news=self._owed_news(number, leader_id),
            heads=[one for line in lines for one in line.heads(number)],
            number=number,
            news_last=self._told_last.get(leader_id, False),
        )
        return ranked[0] if ranked else None

    def _owed_news(self, number: int, leader_id: int) -> list[Candidate]:
        """Return those who are owed news and were not tried a moment ago; the gap is no matter."""
        return [
            self._line(leader_id, customer_id).candidate(customer_id)
            for customer_id in self.news.get(leader_id, ())
            if self._line(leader_id, customer_id).rhythm(customer_id).gate <= number
        ]

    def _lines(self, leader_id: int) -> list[Line]:
        own = self.own.get(leader_id)
        return [self.shared] if own is None else [own, self.shared]

    def _line(self, leader_id: int, customer_id: int) -> Line:
        """Return where somebody stands: with another leader, too, for whom this one stands in."""
        mine = self.own.get(leader_id)
        lines = [self.shared, *self.own.values()] if mine is None else [mine, *self.own.values()]
        return next((line for line in lines if customer_id in line), self.shared)
