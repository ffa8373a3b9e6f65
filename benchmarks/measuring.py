"""Whole processes, side by side: started, waited for, and read off the kernel's own account.

Each round runs every case once, in a fresh random order, so that a busy minute of the machine
falls on all of them alike. What is compared is the ratio inside a round, never two minutes.
"""

import os
import random
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

WARM_UPS = 2
"""Rounds that are not counted: they fill the page cache and write what Python compiles."""
UNITS_A_MEGABYTE = 1_000_000 if sys.platform == "darwin" else 1_000
"""macOS counts the peak in bytes, others in kilobytes."""
STARTER = str(Path(__file__).with_name("one_process.py"))


def nothing() -> None:
    """Do what a case needs before each run: nothing."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One command line, with what must be put right before each of its runs."""

    name: str
    words: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], None] = nothing
    absent: str = ""
    """Why it cannot be measured here; empty where it can."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """What one process took: seconds on the wall, seconds of the processor, peak memory."""

    wall: float
    cpu: float
    megabytes: float


class CaseFailed(Exception):
    """A measured command ended with an error: its time would mean nothing."""

    def __init__(self, case: Case, code: int, said: str) -> None:
        super().__init__(f"{case.name!r} ended with {code}: {said.strip() or 'silently'}")


def measure(cases: Sequence[Case], *, rounds: int) -> dict[str, list[Run]]:
    """Return the runs of each case, round by round; progress on stderr.

    Raises:
        CaseFailed: a command ended with an error.

    """
    order = random.Random()  # noqa: S311 - an order, not a secret
    taken: dict[str, list[Run]] = {case.name: [] for case in cases}
    for number in range(-WARM_UPS, rounds):
        _say_round(number + 1, rounds)
        for case in order.sample(cases, len(cases)):
            case.before()
            run = run_once(case)
            if number >= 0:
                taken[case.name].append(run)
    _say_round(0, 0)
    return taken


def _say_round(number: int, rounds: int) -> None:
    if not sys.stderr.isatty():
        return
    said = f"round {number} of {rounds}" if number > 0 else ("warming up" if rounds else "")
    print(f"\r{said:<20}\r", end="", file=sys.stderr, flush=True)


def run_once(case: Case) -> Run:
    """Run a case once, its output thrown away.

    Raises:
        CaseFailed: it ended with an error.

    """
    launched = subprocess.run(
        (sys.executable, "-I", "-S", STARTER, *case.words),
        env=environment(case.environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if launched.returncode != 0:
        raise CaseFailed(case, launched.returncode, launched.stderr)
    wall, cpu, peak = launched.stdout.split()
    return Run(wall=float(wall), cpu=float(cpu), megabytes=int(peak) / UNITS_A_MEGABYTE)


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return this process's environment without what slows Python or speaks to the program."""
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DAILYCONTACT_", "_DAILYCONTACT_", "PYTHON", "COV_"))
    }
    return {**ours, "TERM": "dumb", "NO_COLOR": "1", **more}


def ratio(runs: Sequence[Run], base: Sequence[Run]) -> float:
    """Return how many times as long as `base` the runs took: the median of the rounds' ratios."""
    return statistics.median(run.wall / other.wall for run, other in zip(runs, base, strict=True))


def cpu_ratio(runs: Sequence[Run], base: Sequence[Run]) -> float:
    """Return the same ratio for the processor's time."""
    return statistics.median(run.cpu / other.cpu for run, other in zip(runs, base, strict=True))


def median(runs: Sequence[Run]) -> Run:
    """Return the middle of each figure."""
    return Run(
        wall=statistics.median(run.wall for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        megabytes=statistics.median(run.megabytes for run in runs),
    )
