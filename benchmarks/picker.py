"""Play the product's own rule through years of calls, and print which goals are reached."""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.picking import goals, table
from benchmarks.picking.goals import PARTS, Reached
from benchmarks.picking.runs import LIVES, RULE, Ran, Run, of_books, plan, play_all


def main(words: Sequence[str] | None = None) -> int:
    """Play and print; return 1 where a goal is missed."""
    wanted = _arguments(words)
    began = time.perf_counter()
    runs = plan(quick=wanted.quick, seeds=wanted.seeds)
    if wanted.book:
        runs = of_books(wanted.book, seeds=wanted.seeds or 1, years=wanted.years)
    ran = play_all(runs)
    found = [*goals.reached(ran, PARTS), *goals.same_answers(years=wanted.years)]
    if wanted.million:
        found += _in_the_database()
    found.sort(key=lambda one: int(one.goal.removeprefix("G")))
    _show(ran, found)
    if not wanted.million:
        print("\nThe times of G17 with a million customers: --million, or benchmarks.million")
    print(f"\n{len(runs)} books played in {time.perf_counter() - began:.0f} s.")
    return verdict(found)


def verdict(found: Sequence[Reached]) -> int:
    """Return the exit code: 1 where a goal is missed."""
    return int(not all(one.holds for one in found))


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.picker", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="S, M, F and O, two seeds")
    parser.add_argument("--seeds", type=int, help="how many times each book is played")
    parser.add_argument("--million", action="store_true", help="the times in the database, too")
    parser.add_argument("--book", choices=[*LIVES], help="this book only, without the rivals")
    parser.add_argument("--years", type=int, help="with --book: for so many years")
    return parser.parse_args(words)


def _in_the_database() -> list[Reached]:
    """Return how many milliseconds the pick takes among a million customers."""
    from benchmarks import million

    with tempfile.TemporaryDirectory(prefix="dailycontact-picker-") as place:
        timed = million.run(Path(place), quick=False)
    return [
        Reached(
            goal="G17",
            text=f"{goal.text.strip()}: ms",
            limit=goal.limit,
            mean=goal.reached,
            worst=goal.reached,
        )
        for goal in timed
        if goal.unit == "ms" and goal.reached is not None and "capacity" not in goal.text
    ]


def _show(ran: Sequence[Ran], found: Sequence[Reached]) -> None:
    mine = [each.run for each in ran if each.run.player == RULE]
    years = mine[0].years or mine[0].life.years
    print(f"{years} years of 260 working days; seeds: {_seeds(mine)}.")
    print("Waits are in cadences. D = turns due a day, load = D ÷ conversations a day.")
    print("Where a goal speaks of several books, the figures are those of the worst, named.\n")
    print("\n".join(table.goals(found)))
    if len(mine) == len(ran):
        return
    print("\nOther ways to choose, with the same promises, skips and back-off:\n")
    print("\n".join(table.rivals(ran)))


def _seeds(runs: Sequence[Run]) -> str:
    counted: dict[str, set[int]] = {}
    for run in runs:
        counted.setdefault(run.book, set()).add(run.seed)
    return ", ".join(f"{book} {len(seeds)}" for book, seeds in counted.items())


if __name__ == "__main__":
    sys.exit(main())
