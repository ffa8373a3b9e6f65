"""What the figures must reach, each with where it stands."""

import statistics
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import cases
from benchmarks.measuring import Run, environment, ratio


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A figure that must not be greater than its limit; None where it could not be taken.

    With `at_least`, it must not be less.
    """

    text: str
    limit: float
    reached: float | None
    unit: str = "x"
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """Pass or MISS; "not measured" where there is no figure."""
        if self.reached is None:
            return "not measured"
        holds = self.reached >= self.limit if self.at_least else self.reached <= self.limit
        return "pass" if holds else "MISS"


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Two cases, and how many times the second the first may take."""

    case: str
    other: str
    limit: float


COMPARED = (
    Compared(case=cases.TODAY, other="jrnl -n 1", limit=0.85),
    Compared(case=cases.FIRST_TODAY, other=cases.TODAY, limit=1.2),
    Compared(case=cases.LOOP, other=cases.TODAY, limit=1.2),
    Compared(case=cases.CUSTOMERS, other=cases.TODAY, limit=1.2),
    Compared(case=cases.HELP, other="jrnl --help", limit=1.4),
    Compared(case=cases.LOG, other=cases.BARE_WRITE, limit=1.2),
)


def goals(taken: Mapping[str, Sequence[Run]]) -> list[Goal]:
    """Return the goals of the commands, from the runs of each case."""
    return [
        Goal(
            text=f"{each.case} ÷ {each.other}",
            limit=each.limit,
            reached=(
                ratio(taken[each.case], taken[each.other])
                if each.case in taken and each.other in taken
                else None
            ),
        )
        for each in COMPARED
    ]


def show(reached: Sequence[Goal]) -> None:
    """Print each goal with where it stands."""
    print(f"\n{'goal':<52}{'at most':>10}{'reached':>10}")
    for goal in reached:
        limit = f"{'≥ ' if goal.at_least else ''}{_figure(goal.limit, goal.unit)}"
        print(f"{goal.text:<52}{limit:>10}", end="")
        print(f"{_figure(goal.reached, goal.unit):>10}  {goal.verdict}")


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return "-"
    if not unit:
        return f"{value:.3f}"
    return f"{value:.0f} {unit}" if unit in ("MB", "ms") else f"{value:.2f} {unit}"


def after_enter(folder: Path, *, rounds: int) -> Goal:
    """Return the goal of the conversation: from Enter to what is saved, the lane being loaded."""
    return Goal(
        text="log, after Enter (changing lane loaded)",
        limit=0.15,
        unit="s",
        reached=_after_enter(folder, rounds) if cases.place_of("log") else None,
    )


def _after_enter(folder: Path, rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        book = folder / "enter.db"
        cases.put_back(folder / "picked.template", book)
        ran = subprocess.run(
            (cases.PYTHON, "-m", "benchmarks.after_enter"),
            cwd=cases.HERE.parent,
            env=environment(cases.surroundings_of(book)),
            capture_output=True,
            text=True,
            check=True,
        )
        taken.append(float(ran.stdout.split()[-1]))
    return statistics.median(taken)
