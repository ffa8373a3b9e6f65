"""What a million customers cost: the pick, `today`, the capacity check, all rhythms anew.

Whole processes are compared with the same command on a book of a hundred customers, in turns; what
the database does is timed inside this process, each time on a fresh connection.
"""

import argparse
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.books import NOW, TODAY
from benchmarks.cases import HERE, PROGRAM, PYTHON, compile_everything, surroundings_of
from benchmarks.goals import Goal, show
from benchmarks.measuring import Case, environment, measure, nothing, ratio, run_once
from dailycontact.store import calendar, candidates, capacity, turns
from dailycontact.store.book import Book, Looking

SMALL, LARGE, QUICK = 100, 1_000_000, 100_000
ROUNDS, QUICK_ROUNDS = 11, 5
LEADER = 1
WITHIN = 1.5
"""How many times as long as with a hundred customers `today` may take."""

SCRAMBLED = (
    "UPDATE customer SET clock = 0, eligible_from = 0, misses = 99, conversations = 99,"
    " last_on = NULL, reach = 0"
)
RESTING = "UPDATE customer SET eligible_from = :number + 5, promised_on = NULL"
NO_NEWS = "UPDATE answer SET owes_since = NULL"
LAST_OF_EACH = (
    "UPDATE customer SET eligible_from = :number WHERE id IN (SELECT id FROM (SELECT id,"
    " ROW_NUMBER() OVER (PARTITION BY leader_id, beat, reach ORDER BY clock DESC) AS place"
    " FROM customer WHERE open = 1) WHERE place = 1)"
)


@dataclass(frozen=True, kw_only=True)
class Books:
    """A small book and a large one, made alike."""

    small: Path
    large: Path
    customers: int

    @property
    def both(self) -> tuple[Path, Path]:
        """The small book, then the large one."""
        return self.small, self.large


def main() -> int:
    """Measure and print; return 1 where a goal is missed."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory(prefix="dailycontact-million-") as place:
        reached = run(Path(wanted.folder or place), quick=wanted.quick)
    show(reached)
    return int(any(goal.verdict == "MISS" for goal in reached))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.million", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} customers")
    parser.add_argument("--folder", help="where the books are made, and kept for another time")
    return parser.parse_args()


def run(folder: Path, *, quick: bool) -> list[Goal]:
    """Return the goals, each with what was reached, on books made in `folder`."""
    compile_everything()
    books = _made(folder, QUICK if quick else LARGE)
    rounds = QUICK_ROUNDS if quick else ROUNDS
    size = f"{books.customers:,} customers"
    reached = [
        _database(f"the pick, {size}, 12 rhythms", 50, books, _pick),
        _database(f"the capacity check, {size}", 500, books, _capacity),
        *_commands(books, ("today (pick stored)", "today (first of the day)"), rounds),
        *_rebuilt(books),
    ]
    _change(books, RESTING, NO_NEWS)
    reached += [
        _database("  everybody inside the minimum gap", 250, books, _pick),
        *_commands(books, ("today (nobody due)",), rounds),
    ]
    _change(books, LAST_OF_EACH)
    reached.append(_database("  all but the last of each class", 250, books, _pick))
    return reached


def _made(folder: Path, customers: int) -> Books:
    """Make the books, or take those that are there, as they were when they were made."""
    made = {}
    for size in (SMALL, customers):
        template = folder / f"crowd-{size}.template"
        if not template.exists():
            _say(f"making a book of {size:,} customers")
            unfinished = template.with_suffix(".new")
            subprocess.run(
                (PYTHON, "-m", "benchmarks.crowds", str(unfinished), str(size)),
                env=environment({"PYTHONPATH": str(HERE.parent)}),
                check=True,
            )
            unfinished.rename(template)
            unfinished.with_name(f"{unfinished.name}-journal").unlink(missing_ok=True)
        made[size] = folder / f"crowd-{size}.db"
        subprocess.run(("cp", str(template), str(made[size])), check=True)
    return Books(small=made[SMALL], large=made[customers], customers=customers)


def _database(text: str, limit: float, books: Books, what: Callable[[Looking], object]) -> Goal:
    """Return how long the large book takes for `what`, in milliseconds: a fresh connection each."""
    _say(text)
    taken = []
    for _ in range(7):
        book = Book(str(books.large))
        look = book.look()
        began = time.perf_counter()
        what(look)
        taken.append(time.perf_counter() - began)
        book.rest()
    return Goal(text=text, limit=limit, reached=statistics.median(taken[1:]) * 1000, unit="ms")


def _pick(look: Looking) -> object:
    asked = candidates.asking(look, leader_id=LEADER, day=TODAY)
    return turns.choice_of(look, asked, now=NOW)


def _capacity(look: Looking) -> object:
    return capacity.asked(look), capacity.calls_a_day(look)


def _commands(books: Books, names: Sequence[str], rounds: int) -> list[Goal]:
    """Return how many times as long as the small book the large one takes for each command."""
    _say(f"commands on {books.customers:,} customers beside {SMALL}")
    cases = [_case(name, book) for name in names for book in books.both]
    taken = measure(cases, rounds=rounds)
    return [
        Goal(
            text=f"{name}: {books.customers:,} ÷ {SMALL} customers",
            limit=WITHIN,
            reached=ratio(taken[f"{name} {books.large}"], taken[f"{name} {books.small}"]),
        )
        for name in names
    ]


def _case(name: str, book: Path) -> Case:
    return Case(
        name=f"{name} {book}",
        words=(PROGRAM, *_words(name)),
        environment={**surroundings_of(book), "DAILYCONTACT_AS": "Marta Silva"},
        before=nothing if "stored" in name else partial(forget_picks, book),
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.partition(" (")[0].split())


def forget_picks(book: Path) -> None:
    """Take away who was proposed, so that the next morning chooses anew."""
    with closing(sqlite3.connect(book)) as connection, connection:
        connection.execute("DELETE FROM idle")
        connection.execute("DELETE FROM pick")


def _rebuilt(books: Books) -> list[Goal]:
    """Return what it takes to derive everybody's rhythm anew, where all of them are wrong."""
    _say("every rhythm anew")
    _change(books, SCRAMBLED)
    taken = run_once(
        Case(
            name="rebuild",
            words=(PYTHON, "-m", "benchmarks.million_anew", str(books.large)),
            environment={"PYTHONPATH": str(HERE.parent)},
        )
    )
    return [
        Goal(text=f"{books.customers:,} rhythms anew", limit=60, reached=taken.wall, unit="s"),
        Goal(text="  memory at the most", limit=500, reached=taken.megabytes, unit="MB"),
    ]


def _change(books: Books, *statements: str) -> None:
    for path in books.both:
        book = Book(str(path))
        number = calendar.number_of(book.look(), TODAY)
        book.rest()
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA cache_size=-262144")
            for statement in statements:
                connection.execute(statement, {"number": number} if ":number" in statement else ())


def _say(what: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{what:<70}\r", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
