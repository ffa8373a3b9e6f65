"""The same question has the same answer: asked again, in another order, from the log alone."""

import random
from collections.abc import Collection

from benchmarks.picking import books
from benchmarks.picking.books import PlayedBook
from benchmarks.picking.players import Rule
from benchmarks.picking.playing import Game


class AskedTwice(Rule):
    """The rule, asked twice each time, its people in another order."""

    def __init__(self, book: PlayedBook) -> None:
        shuffled = random.Random(0).sample(book.customers, len(book.customers))  # noqa: S311 - a dice, not a secret
        changed = PlayedBook(
            name=book.name, life=book.life, seed=book.seed, customers=tuple(shuffled)
        )
        super().__init__(changed)
        self.differences = 0

    def pick(self, day: int, closed: Collection[int]) -> int | None:
        """Return the id of the customer to phone, and count where the second answer differs."""
        first = super().pick(day, closed)
        self.differences += first != super().pick(day, closed)
        return first


def differences(*, years: int | None = None) -> tuple[int, int]:
    """Return how many second answers differed, and how many steps of the same history.

    Two books of ten years (or `years`) of office life, from the same seed: one has its people
    in another order, and is asked everything twice.
    """
    book = books.make("O", books.OFFICE, 0)
    again = AskedTwice(book)
    first = Game(book, Rule(book), years=years).play()
    second = Game(book, again, years=years).play()
    steps = sum(a != b for a, b in zip(first.history, second.history, strict=False))
    return again.differences, steps + abs(len(first.history) - len(second.history))
