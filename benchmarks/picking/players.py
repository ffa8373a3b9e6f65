"""Who says whom to phone: the product's own rule, and the usual ways of choosing beside it."""

import random
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from benchmarks.picking.books import Customer, PlayedBook
from dailycontact.core.future import Line, Person
from dailycontact.core.rhythm import (
    CALLS_A_DAY,
    NEWCOMER,
    SKIP,
    Happening,
    back_off,
    begin,
    draw,
    head_start,
    is_parked,
)


class Player(Protocol):
    """Whoever chooses, and is told how it ended."""

    def pick(self, day: int, closed: Collection[int]) -> int | None:
        """Return the id of the customer to phone."""

    def happened(self, customer_id: int, what: Happening, day: int, waits: int | None) -> None:
        """Take in what happened."""

    def promise(self, customer_id: int, day: int) -> None:
        """Take in that a call back was promised."""

    def is_parked(self, customer_id: int) -> bool:
        """Return whether the customer's number should be looked at."""


class Rule:
    """The product's own rule."""

    def __init__(self, book: PlayedBook) -> None:
        self.seed = f"picker {book.seed}"
        self.load = book.density / CALLS_A_DAY
        self.line = Line((self._person(each) for each in book.customers), seed=self.seed)

    def pick(self, day: int, closed: Collection[int]) -> int | None:
        """Return the id of the customer to phone."""
        ranked = self.line.pick(day, closed=closed)
        return None if ranked is None else ranked.candidate.customer_id

    def happened(self, customer_id: int, what: Happening, day: int, waits: int | None) -> None:
        """Take in what happened."""
        self.line.happened(customer_id, what, day, waits=waits)

    def promise(self, customer_id: int, day: int) -> None:
        """Take in that a call back was promised."""
        self.line.promise(customer_id, day)

    def is_parked(self, customer_id: int) -> bool:
        """Return whether the customer's number should be looked at."""
        return is_parked(self.line.rhythm(customer_id).misses)

    def leave(self, customer_id: int) -> None:
        """Take somebody out of the book."""
        self.line.remove(customer_id)

    def join(self, customer: Customer, day: int) -> None:
        """Add somebody, as if by hand."""
        waited = head_start(customer.cadence, luck=NEWCOMER, load=self.load)
        rhythm = begin(number=day, started_with=waited)
        self.line.add(
            Person(
                customer_id=customer.id,
                cadence=customer.cadence,
                reach=customer.reach,
                rhythm=rhythm,
            )
        )

    def _person(self, customer: Customer) -> Person:
        luck = draw(self.seed, str(customer.id), 0)
        waited = head_start(customer.cadence, luck=luck, load=self.load)
        return Person(
            customer_id=customer.id,
            cadence=customer.cadence,
            reach=customer.reach,
            rhythm=begin(number=0, started_with=waited),
        )


@dataclass(slots=True)
class Known:
    """What a rival knows of a customer; everybody came into the book on day 0."""

    customer: Customer
    last: int = 0
    free_from: int = 0
    misses: int = 0
    conversations: int = 0
    promised_on: int | None = None


Choice = Callable[[list[Known], int, random.Random], Known]


class Rival:
    """Another way to choose; promises, skips and back-off are those of the rule, to be fair."""

    def __init__(self, book: PlayedBook, choice: Choice) -> None:
        self.known = {each.id: Known(each) for each in book.customers}
        self.choice = choice
        self.rng = random.Random(f"rival {book.seed}")  # noqa: S311 - a dice, not a secret

    def pick(self, day: int, closed: Collection[int]) -> int | None:
        """Return the id of the customer to phone."""
        free = [
            each
            for each in self.known.values()
            if each.free_from <= day and each.customer.reach not in closed
        ]
        if not free:
            return None
        due = [each for each in free if each.promised_on is not None and each.promised_on <= day]
        chosen = min(due, key=_promise) if due else self.choice(free, day, self.rng)
        return chosen.customer.id

    def happened(self, customer_id: int, what: Happening, day: int, waits: int | None) -> None:
        """Take in what happened."""
        known = self.known[customer_id]
        if what is Happening.CONVERSATION:
            known.last, known.free_from, known.misses = day, day + 1, 0
            known.conversations += 1
            known.promised_on = None
        elif what is Happening.MISS:
            known.misses += 1
            waited, cadence = day - known.last, known.customer.cadence
            known.free_from = day + back_off(known.misses, cadence=cadence, waited=waited)
        else:
            known.free_from = day + (SKIP if waits is None else waits)

    def promise(self, customer_id: int, day: int) -> None:
        """Take in that a call back was promised."""
        self.known[customer_id].promised_on = day

    def is_parked(self, customer_id: int) -> bool:
        """Return whether the customer's number should be looked at."""
        return is_parked(self.known[customer_id].misses)


def _promise(known: Known) -> tuple[int, int]:
    return known.promised_on or 0, known.customer.id


def _random(free: list[Known], _day: int, rng: random.Random) -> Known:
    return rng.choice(free)


def _longest_since(free: list[Known], _day: int, _rng: random.Random) -> Known:
    return min(free, key=lambda each: (each.last, each.customer.id))


def _most_overdue(free: list[Known], _day: int, _rng: random.Random) -> Known:
    """Earliest deadline first: the day of the last conversation, and a cadence."""
    return min(free, key=lambda each: (each.last + each.customer.cadence, each.customer.id))


def _friends(free: list[Known], _day: int, rng: random.Random) -> Known:
    """As `friends suggest` does: a draw within the tiers distant, moderate and close.

    Fewer than two conversations are distant; of the others the quarter with the most is close.
    """
    distant = [each for each in free if each.conversations < 2]
    others = sorted(_others(free), key=lambda each: each.conversations)
    cut = (3 * len(others) + 3) // 4
    tiers = [tier for tier in (distant, others[:cut], others[cut:]) if tier]
    return rng.choice(rng.choice(tiers))


def _others(free: Iterable[Known]) -> list[Known]:
    return [each for each in free if each.conversations >= 2]


RIVALS: dict[str, Choice] = {
    "random": _random,
    "longest since": _longest_since,
    "most overdue (EDF)": _most_overdue,
    "friends": _friends,
}
