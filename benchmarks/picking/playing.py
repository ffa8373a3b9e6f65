"""One book, played: day after day somebody is proposed, and life decides how the call ends.

The hard rules are watched from here, by what was seen to happen, not by what the rule believes.
"""

import random
from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from benchmarks.picking.books import REGIONS, YEAR, Customer, PlayedBook
from benchmarks.picking.players import Player, Rule
from dailycontact.core.rhythm import Happening

LATEST_PROMISE = 10
"""Working days: nobody asks to be called later than that."""
LONGEST_PAUSE = 120
DAYS_A_WEEK = 5


@dataclass(kw_only=True)
class Promise:
    """A call back: for which day, and on which the first call was made."""

    customer_id: int
    due: int
    tried_on: int | None = None


@dataclass(kw_only=True)
class Played:
    """What happened in a book; days are counted from 0."""

    book: PlayedBook
    days: int
    customers: dict[int, Customer]
    """Everybody, those who joined later as well."""
    spoken: dict[int, list[int]] = field(default_factory=dict)
    """The days of each customer's conversations."""
    order: list[tuple[int, int]] = field(default_factory=list)
    """Every conversation: its day and customer."""
    history: list[tuple[int, int, Happening]] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    parked: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    """Who was paused, left or joined: their gaps say nothing of the rule."""
    idle: int = 0
    """Days on which nobody was due."""
    wrong: int = 0
    """Calls to somebody who was paused, gone, closed, or waiting for the day of a promise."""


class Game:
    """A book, its life and who chooses; `play` lets the days pass."""

    def __init__(self, book: PlayedBook, player: Player, *, years: int | None = None) -> None:
        self.book, self.life, self.player = book, book.life, player
        self.days = (years or book.life.years) * YEAR
        self.rng = random.Random(f"life {book.name} {book.seed}")  # noqa: S311 - a dice, not a secret
        self.customers = {each.id: each for each in book.customers}
        self.played = Played(
            book=book,
            days=self.days,
            customers=self.customers,
            spoken={customer_id: [] for customer_id in self.customers},
        )
        self.open: dict[int, Promise] = {}
        self.paused: dict[int, int] = {}
        self.gone: set[int] = set()
        self.back: deque[tuple[int, int]] = deque()

    def play(self) -> Played:
        """Let all the days pass, and return what happened."""
        for day in range(self.days):
            if self.life.unrest and isinstance(self.player, Rule):
                self._unrest(day, self.player)
            closed = self._closed(day)
            self.played.idle += not self._day(day, closed)
        return self.played

    def _day(self, day: int, closed: Collection[int]) -> bool:
        """Play one day; return whether anybody was due."""
        tries, anybody = 0, False
        while tries < self.life.tries:
            customer_id = self.player.pick(day, closed)
            if customer_id is None:
                break
            anybody = True
            self._watch(customer_id, day, closed)
            what = self._call(customer_id, day)
            self.played.history.append((day, customer_id, what))
            if what is Happening.CONVERSATION:
                break
            tries += what is not Happening.SKIP
        return anybody

    def _call(self, customer_id: int, day: int) -> Happening:
        customer, promise = self.customers[customer_id], self.open.get(customer_id)
        due = promise is not None and promise.due <= day
        what = self._outcome(customer, due=due)
        if promise is not None and due and promise.tried_on is None:
            promise.tried_on = day
        until = self._promise(customer, day) if what is Happening.LATER else None
        self.player.happened(customer_id, what, day, None if until is None else until - day)
        if until is not None:
            self.player.promise(customer_id, until)
        if what is Happening.CONVERSATION:
            self.open.pop(customer_id, None)
            self.played.spoken[customer_id].append(day)
            self.played.order.append((day, customer_id))
        elif what is Happening.MISS and self.player.is_parked(customer_id):
            self.played.parked.add(customer_id)
        return what

    def _outcome(self, customer: Customer, *, due: bool) -> Happening:
        """Return how it ends; a leader does not pass over somebody to whom a call was promised."""
        life, rng = self.life, self.rng
        if life.skips and not due and rng.random() < life.skips:
            return Happening.SKIP
        fails = life.hard_fails if customer.hard else life.usual_fails
        if customer.dead or (fails and rng.random() < fails):
            return Happening.MISS
        if life.promises and rng.random() < life.promises:
            return Happening.LATER
        return Happening.CONVERSATION

    def _promise(self, customer: Customer, day: int) -> int:
        """Return the day on which the customer wants to be called: one of their usual days."""
        due = day + self.rng.randint(1, LATEST_PROMISE)
        while not _works(customer.reach, due):
            due += 1
        self.open[customer.id] = Promise(customer_id=customer.id, due=due)
        self.played.promises.append(self.open[customer.id])
        return due

    def _closed(self, day: int) -> frozenset[int]:
        """Return the reaches at which nobody can be phoned: a holiday, or not their day."""
        shut = {reach for reach in range(2 * REGIONS) if not _works(reach, day)}
        if self.life.holidays:
            for region in range(REGIONS):
                if self.rng.random() < self.life.holidays:
                    shut |= {region, region + REGIONS}
        return frozenset(shut)

    def _watch(self, customer_id: int, day: int, closed: Collection[int]) -> None:
        promise = self.open.get(customer_id)
        self.played.wrong += (
            customer_id in self.gone
            or self.paused.get(customer_id, 0) > day
            or self.customers[customer_id].reach in closed
            or (promise is not None and promise.due > day)
        )

    def _unrest(self, day: int, rule: Rule) -> None:
        """Let somebody be paused (for a time, or until resumed), leave, or join."""
        while self.back and self.back[0][0] <= day:
            _, customer_id = self.back.popleft()
            if customer_id not in self.gone:
                rule.happened(customer_id, Happening.RESUME, day, 0)
        if self.rng.random() < self.life.unrest:
            self._pause(self._somebody(), day, rule)
        if self.rng.random() < self.life.unrest:
            self._replace(self._somebody(), day, rule)

    def _somebody(self) -> int:
        return self.rng.choice([each for each in self.customers if each not in self.gone])

    def _pause(self, customer_id: int, day: int, rule: Rule) -> None:
        if self.paused.get(customer_id, 0) > day:
            return
        self.played.moved.add(customer_id)
        for_good = self.rng.random() < 0.5
        long = LONGEST_PAUSE if for_good else self.rng.randint(1, LONGEST_PAUSE)
        self.paused[customer_id] = day + long
        rule.happened(customer_id, Happening.PAUSE, day, 0 if for_good else long)
        if for_good:
            self.back.append((day + long, customer_id))

    def _replace(self, customer_id: int, day: int, rule: Rule) -> None:
        """Let somebody leave, and somebody like them join."""
        self.gone.add(customer_id)
        self.played.moved.add(customer_id)
        rule.leave(customer_id)
        was, new = self.customers[customer_id], len(self.customers) + 1
        joined = replace(was, id=new)
        self.customers[new], self.played.spoken[new] = joined, []
        self.played.moved.add(new)
        rule.join(joined, day)


def _works(reach: int, day: int) -> bool:
    """Return whether it is one of their days: all five, or two that differ by region."""
    if reach < REGIONS:
        return True
    return (day - reach) % DAYS_A_WEEK in (0, 2)
