"""What a week's report costs in a book of ten years, and in which form.

Each is a whole process, compared with the same week in a book of one year with the same customers,
in turns; the page beside the plain text is compared in the large book.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.cases import HERE, PROGRAM, PYTHON, compile_everything, surroundings_of
from benchmarks.goals import Goal, show
from benchmarks.measuring import (
    Case,
    CaseFailed,
    Run,
    cpu_ratio,
    environment,
    measure,
    median,
    ratio,
)

SMALL, LARGE, QUICK = 1, 10, 3
"""Years."""
ROUNDS, QUICK_ROUNDS = 9, 5
WITHIN = 1.5
"""How many times as long as in the book of one year it may take."""
BESIDE_TEXT = 2.0
"""How many times as long as the plain text the page may take."""
MEMORY = 200.0
MARKDOWN, HTML = "markdown", "html"
FORMS = (MARKDOWN, HTML)


def main() -> int:
    """Measure and print; return 1 where a goal is missed or a command failed."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory(prefix="dailycontact-report-") as place:
        try:
            reached = run(Path(wanted.folder or place), quick=wanted.quick, shown=True)
        except CaseFailed as failure:
            print(f"\n{failure}", file=sys.stderr)
            return 1
    show(reached)
    return int(any(goal.verdict == "MISS" for goal in reached))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} years")
    parser.add_argument("--folder", help="where the books are made, and kept for another time")
    return parser.parse_args()


def run(folder: Path, *, quick: bool, shown: bool = False) -> list[Goal]:
    """Return the goals, each with what was reached, on books made in `folder`.

    With `shown` the medians are printed side by side.

    Raises:
        CaseFailed: a command ended with an error.

    """
    compile_everything()
    years = QUICK if quick else LARGE
    cases = [_case(form, _made(folder, each), each) for form in FORMS for each in (SMALL, years)]
    taken = measure(cases, rounds=QUICK_ROUNDS if quick else ROUNDS)
    if shown:
        _show(taken, years)
    return _goals(taken, years)


def _goals(taken: Mapping[str, Sequence[Run]], years: int) -> list[Goal]:
    large = taken[_name(MARKDOWN, years)]
    page = taken[_name(HTML, years)]
    return [
        Goal(
            text=f"report of a week: {years} years ÷ {SMALL}",
            limit=WITHIN,
            reached=ratio(large, taken[_name(MARKDOWN, SMALL)]),
        ),
        Goal(
            text=f"report as a page: {years} years ÷ {SMALL}",
            limit=WITHIN,
            reached=ratio(page, taken[_name(HTML, SMALL)]),
        ),
        Goal(text="report: page ÷ Markdown", limit=BESIDE_TEXT, reached=ratio(page, large)),
        Goal(
            text="report: peak memory",
            limit=MEMORY,
            unit="MB",
            reached=max(median(runs).megabytes for runs in (large, page)),
        ),
    ]


def _show(taken: Mapping[str, Sequence[Run]], years: int) -> None:
    print(
        f"{'form':<12}{f'{SMALL} year ms':>12}{f'{years} years ms':>14}{'x cpu':>8}{'peak MB':>9}"
    )
    for form in FORMS:
        small, large = taken[_name(form, SMALL)], taken[_name(form, years)]
        few, many = median(small), median(large)
        print(
            f"{form:<12}{few.wall * 1000:>12.1f}{many.wall * 1000:>14.1f}"
            f"{cpu_ratio(large, small):>8.2f}{many.megabytes:>9.1f}"
        )


def _made(folder: Path, years: int) -> Path:
    """Make a book of so many years, or take the one that is there."""
    made = folder / f"years-{years}.db"
    if not made.exists():
        unfinished = made.with_suffix(".new")
        subprocess.run(
            (PYTHON, "-m", "benchmarks.years", str(unfinished), str(years)),
            env=environment({"PYTHONPATH": str(HERE.parent)}),
            check=True,
        )
        unfinished.rename(made)
        unfinished.with_name(f"{unfinished.name}-journal").unlink(missing_ok=True)
    return made


def _name(form: str, years: int) -> str:
    return f"{form} {years}"


def _case(form: str, book: Path, years: int) -> Case:
    return Case(
        name=_name(form, years),
        words=(PROGRAM, "report", "--last", "--format", form, "-o", "-"),
        environment={**surroundings_of(book), "DAILYCONTACT_AS": "Marta Silva"},
    )


if __name__ == "__main__":
    sys.exit(main())
