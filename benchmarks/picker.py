"""Play the product's own rule through years of calls, and print which goals are reached."""

import argparse
import sys
import time
from collections.abc import Sequence

from benchmarks.picking import goals, table
from benchmarks.picking.goals import PARTS, Part, Reached
from benchmarks.picking.runs import RULE, Ran, Run, plan, play_all


def main(words: Sequence[str] | None = None) -> int:
    """Play and print; return 1 where a goal is missed."""
    wanted = _arguments(words)
    began = time.perf_counter()
    runs = plan(quick=wanted.quick, seeds=wanted.seeds)
    ran = play_all(runs)
    found = [*reached(ran), *goals.same_answers()]
    found.sort(key=lambda one: int(one.goal.removeprefix("G")))
    _show(ran, found)
    print(f"\n{len(runs)} books played in {time.perf_counter() - began:.0f} s.")
    return verdict(found)


def reached(ran: Sequence[Ran], parts: Sequence[Part] = PARTS) -> list[Reached]:
    """Return what was reached of the goals about what was played."""
    return goals.reached(ran, parts)


def verdict(found: Sequence[Reached]) -> int:
    """Return the exit code: 1 where a goal is missed."""
    return int(not all(one.holds for one in found))


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.picker", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="S, M, F and O, two seeds")
    parser.add_argument("--seeds", type=int, help="how many times each book is played")
    return parser.parse_args(words)


def _show(ran: Sequence[Ran], found: Sequence[Reached]) -> None:
    mine = [each.run for each in ran if each.run.player == RULE]
    print(f"Ten years of 260 working days; seeds: {_seeds(mine)}.")
    print("Waits are in cadences. D = turns due a day, load = D ÷ conversations a day.")
    print("Where a goal speaks of several books, the figures are those of the worst, named.\n")
    print("\n".join(table.goals(found)))
    print("\nOther ways to choose, with the same promises, skips and back-off:\n")
    print("\n".join(table.rivals(ran)))


def _seeds(runs: Sequence[Run]) -> str:
    counted: dict[str, set[int]] = {}
    for run in runs:
        counted.setdefault(run.book, set()).add(run.seed)
    return ", ".join(f"{book} {len(seeds)}" for book, seeds in counted.items())


if __name__ == "__main__":
    sys.exit(main())
