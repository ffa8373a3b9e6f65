"""What a quarter of a million answers cost: the card, `loop`, `tell` and `theme list`.

Each is a whole process, compared with the same command on a book of 250 answers of the same shape,
in turns; what is shown fits a screen on both.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.cases import (
    HERE,
    PROGRAM,
    PYTHON,
    compile_everything,
    place_of,
    run_program,
    surroundings_of,
)
from benchmarks.goals import Goal, show
from benchmarks.measuring import (
    Case,
    CaseFailed,
    Run,
    cpu_ratio,
    environment,
    measure,
    median,
    nothing,
    ratio,
)
from benchmarks.million import forget_picks

SMALL, LARGE, QUICK = 250, 250_000, 25_000
ROUNDS, QUICK_ROUNDS = 11, 5
WITHIN = 1.5
"""How many times as long as with 250 answers a screenful may take."""

STORED = "today (pick stored)"
COMMANDS = (STORED, "today (first of the day)", "loop --limit 20", "tell", "theme list")
"""The loop is asked for a screenful, because without a terminal it shows everything."""


def main() -> int:
    """Measure and print; return 1 where a goal is missed or a command failed."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory(prefix="dailycontact-ledger-") as place:
        try:
            reached = run(Path(wanted.folder or place), quick=wanted.quick, shown=True)
        except CaseFailed as failure:
            print(f"\n{failure}", file=sys.stderr)
            return 1
    show(reached)
    return int(any(goal.verdict == "MISS" for goal in reached))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ledger", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} answers")
    parser.add_argument("--folder", help="where the books are made, and kept for another time")
    return parser.parse_args()


def run(folder: Path, *, quick: bool, shown: bool = False) -> list[Goal]:
    """Return the goals, each with what was reached, on books made in `folder`.

    With `shown` the medians are printed side by side.

    Raises:
        CaseFailed: a command ended with an error.

    """
    compile_everything()
    answers = QUICK if quick else LARGE
    books = {size: _made(folder, size) for size in (SMALL, answers)}
    there = [name for name in COMMANDS if place_of(*_words(name))]
    cases = [_case(name, book) for name in there for book in books.values()]
    taken = measure(cases, rounds=QUICK_ROUNDS if quick else ROUNDS)
    runs = {name: [taken[f"{name} {book}"] for book in books.values()] for name in there}
    if shown:
        _show(runs, answers)
    return [_goal(name, runs.get(name), answers) for name in COMMANDS]


def _goal(name: str, runs: Sequence[Sequence[Run]] | None, answers: int) -> Goal:
    return Goal(
        text=f"{name}: {answers:,} ÷ {SMALL} answers",
        limit=WITHIN,
        reached=ratio(runs[1], runs[0]) if runs else None,
    )


def _show(runs: dict[str, list[list[Run]]], answers: int) -> None:
    print(f"{'command':<28}{f'{SMALL} ms':>12}{f'{answers:,} ms':>14}{'x cpu':>8}{'peak MB':>9}")
    for name, (small, large) in runs.items():
        few, many = median(small), median(large)
        print(
            f"{name:<28}{few.wall * 1000:>12.1f}{many.wall * 1000:>14.1f}"
            f"{cpu_ratio(large, small):>8.2f}{many.megabytes:>9.1f}"
        )


def _made(folder: Path, answers: int) -> Path:
    """Make a book of so many answers, or take the one that is there."""
    made = folder / f"ledger-{answers}.db"
    if not made.exists():
        _say(f"making a book of {answers:,} answers")
        unfinished = made.with_suffix(".new")
        subprocess.run(
            (PYTHON, "-m", "benchmarks.ledgers", str(unfinished), str(answers)),
            env=environment({"PYTHONPATH": str(HERE.parent)}),
            check=True,
        )
        unfinished.rename(made)
        unfinished.with_name(f"{unfinished.name}-journal").unlink(missing_ok=True)
    forget_picks(made)
    run_program(made, "--as", "Marta Silva", "today")
    return made


def _case(name: str, book: Path) -> Case:
    return Case(
        name=f"{name} {book}",
        words=(PROGRAM, *_words(name)),
        environment={**surroundings_of(book), "DAILYCONTACT_AS": "Marta Silva"},
        before=partial(forget_picks, book) if "first" in name else nothing,
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(name.partition(" (")[0].split())


def _say(what: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{what:<70}\r", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
