"""Which books are played, by whom, how often; and the figures of each, from all processors."""

import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from benchmarks.picking import books, opinions
from benchmarks.picking.books import Life
from benchmarks.picking.figures import Figures, figures
from benchmarks.picking.opinions import Sampled
from benchmarks.picking.players import RIVALS, Player, Rival, Rule
from benchmarks.picking.playing import Game, Played

RULE = "the rule"
BY_CADENCE = (RULE, "most overdue (EDF)")
"""Who phones by cadence: each opinion they hear is weighted by it."""

FULL_SEEDS, QUICK_SEEDS = 10, 2
RIVAL_SEEDS, QUICK_RIVAL_SEEDS = 3, 1
OPINION_SEEDS, QUICK_OPINION_SEEDS = 10, 4
"""The mean of a quarter's estimates needs some hundred quarters to be known to a hundredth."""

_PATIENT = (books.ONE_TRY, books.THREE_TRIES, books.DEAD_ONE_TRY, books.DEAD_THREE_TRIES)
_OFFICE = (books.OFFICE_ONE_TRY, books.OFFICE)
LIVES: dict[str, tuple[Life, ...]] = {
    "S": (books.IDEAL,),
    "M": (books.IDEAL, *_PATIENT, *_OFFICE, books.UNREST),
    "F": (books.IDEAL, books.THREE_TRIES, *_OFFICE),
    "O": (books.IDEAL, *_PATIENT, *_OFFICE, books.UNREST),
    "X": (books.IDEAL, books.IDEAL_LONG, *_PATIENT, *_OFFICE),
    "Z": (books.THREE_TRIES, *_OFFICE),
}
QUICK_BOOKS = "SMFO"
COMPARED = (
    ("S", books.IDEAL),
    ("O", books.IDEAL),
    ("O", books.OFFICE),
    ("opinions", books.OPINIONS),
)
"""The books that the rivals play."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """One book to be played once."""

    book: str
    life: Life
    seed: int
    player: str = RULE
    years: int | None = None
    """Fewer or more than the life has."""


@dataclass(frozen=True, kw_only=True)
class Ran:
    """A book that was played, and what was read off it."""

    run: Run
    figures: Figures
    sampled: Sampled | None = None
    """Only of the book that is about opinions."""


def plan(*, quick: bool, seeds: int | None = None) -> list[Run]:
    """Return what is to be played, the longest first."""
    asked = seeds or (QUICK_OPINION_SEEDS if quick else OPINION_SEEDS)
    rivals = QUICK_RIVAL_SEEDS if quick else RIVAL_SEEDS
    return [
        *of_books(QUICK_BOOKS if quick else "".join(LIVES), seeds=seeds or _seeds(quick=quick)),
        *(
            Run(book=book, life=life, seed=seed, player=name)
            for name in RIVALS
            for book, life in COMPARED
            for seed in range(rivals)
        ),
        *(Run(book="opinions", life=books.OPINIONS, seed=seed) for seed in range(asked)),
    ]


def of_books(names: str, *, seeds: int, years: int | None = None) -> list[Run]:
    """Return every life of these books, played by the rule, the largest book first."""
    return [
        Run(book=book, life=life, seed=seed, years=years)
        for book in sorted(names, key=[*LIVES].index, reverse=True)
        for life in LIVES[book]
        for seed in range(seeds)
    ]


def _seeds(*, quick: bool) -> int:
    return QUICK_SEEDS if quick else FULL_SEEDS


def play(run: Run) -> Ran:
    """Play one book, and read it off."""
    book = books.make(run.book, run.life, run.seed)
    player: Player = Rule(book) if run.player == RULE else Rival(book, RIVALS[run.player])
    played = Game(book, player, years=run.years).play()
    return Ran(
        run=run,
        figures=figures(played),
        sampled=_sampled(played, run),
    )


def _sampled(played: Played, run: Run) -> Sampled | None:
    if run.life != books.OPINIONS:
        return None
    return opinions.sampled(played, weighted=run.player in BY_CADENCE)


def play_all(runs: Sequence[Run]) -> list[Ran]:
    """Play all of them, on all processors where there are many."""
    if len(runs) < 2 * (os.cpu_count() or 1):
        return [play(run) for run in runs]
    with ProcessPoolExecutor() as processes:
        return list(processes.map(play, runs))


def of(ran: Iterable[Ran], book: str, life: Life, player: str = RULE) -> list[Ran]:
    """Return the runs of one book, one life and one player, seed by seed."""
    found = [
        each
        for each in ran
        if (each.run.book, each.run.life, each.run.player) == (book, life, player)
    ]
    return sorted(found, key=lambda each: each.run.seed)
