"""Print how well themes are proposed, and praise is recognised, on answers that others labelled.

The answers are not in this repository: they are looked for in DAILYCONTACT_SHARED_DATA, or in
shared/data beside the checkout. Without them nothing is measured, and that is said aloud.
"""

import argparse
import csv
import os
import sys
import tempfile
import time
from collections import Counter
from contextlib import redirect_stdout
from pathlib import Path

from benchmarks import goals, suggestions
from benchmarks.labelled import (
    Found,
    Hits,
    Labelled,
    Plain,
    Product,
    growing,
    hits,
    leave_one_out,
    recognised,
    told_apart,
)
from dailycontact.core.likeness import mark_of, words_of

HERE = Path(__file__).resolve()
DATA = Path(os.environ.get("DAILYCONTACT_SHARED_DATA") or HERE.parents[2] / "shared" / "data")
NHS = DATA / "feedback" / "nhs-fft" / "neas_how_could_we_improve.csv"
BANKING = DATA / "feedback" / "banking77"
QUICK_EACH = 20
"""With --quick, every twentieth question of BANKING77 is asked."""
PRAISE, NO_ANSWER = "Positive experience & gratitude", "Did not answer"
POSITIVE = 2
"""Up to this sentiment (1 to 5), the experts took an answer for a positive one."""


def main() -> int:
    """Measure and print; return 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.themes", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer questions: half a minute")
    wanted = parser.parse_args()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="dailycontact-themes-") as folder:
        reached = run(Path(folder), quick=wanted.quick, shown=True)
    goals.show(reached)
    print(f"\n{time.perf_counter() - began:.0f} s.")
    return int(any(goal.verdict == "MISS" for goal in reached))


def run(folder: Path, *, quick: bool, shown: bool = False) -> list[goals.Goal]:
    """Return the goals; what cannot be measured is said, and left open.

    The tables are printed where they are to be `shown`, and beside the results otherwise.
    """
    with redirect_stdout(sys.stdout if shown else sys.stderr):
        return _measured(folder, quick=quick)


def _measured(folder: Path, *, quick: bool) -> list[goals.Goal]:
    for absent in (path for path in (NHS, BANKING) if not path.exists()):
        print(f"\nNOT MEASURED: {absent} is absent; name the folder with DAILYCONTACT_SHARED_DATA")
    nhs = _nhs() if NHS.exists() else None
    f1 = _kinds() if NHS.exists() else None
    banking = _banking(quick=quick) if BANKING.exists() else None
    took = None
    if BANKING.exists():
        took = suggestions.times(
            folder, _book_of_banking(), [each.text for each in _questions()], quick=quick
        )
    return [
        _share("themes, nhs-fft: the first is right", 0.70, nhs and nhs.first_share),
        _share("themes, nhs-fft: one of three is right", 0.85, nhs and nhs.three_share),
        _share("themes, BANKING77: the first is right", 0.80, banking and banking.first_share),
        _share("praise or nothing, nhs-fft: F1", 0.90, f1),
        _milliseconds("a suggestion among 10,000 answers", 50, took and took.in_memory),
        _milliseconds("the same, with reading the index", 400, took and took.with_reading),
    ]


def _share(text: str, limit: float, reached: float | None) -> goals.Goal:
    return goals.Goal(text=text, limit=limit, reached=reached, unit="", at_least=True)


def _milliseconds(text: str, limit: float, reached: float | None) -> goals.Goal:
    return goals.Goal(text=text, limit=limit, reached=reached, unit="ms")


def _nhs() -> Hits:
    """Print how the themes of nhs-fft are proposed; return what the product reaches."""
    rows = [Labelled(row["answer"], row["single_theme"]) for row in _answers()]
    rows = [row for row in rows if row.label]
    everyone, unseen = (
        range(len(rows)),
        [at for at, row in enumerate(rows) if _is_held_out(row.text)],
    )
    _head(
        f"nhs-fft: {len(rows)} answers with one theme; each asked with all the others in the book"
    )
    found = leave_one_out(rows, Product)
    _line("majority class", hits(rows, [_majority(rows)] * len(rows), everyone))
    _line("plain TF-IDF, nearest neighbour", hits(rows, leave_one_out(rows, Plain), everyone))
    _line("dailycontact", hits(rows, found, everyone))
    _line("  the half on which nothing was tuned", hits(rows, found, unseen))
    _line("  without answers in the same words", hits(rows, _without_same(rows), everyone))
    print("   as a book grows, each asked when it came (the first answer of a theme is a miss):")
    for first, last, reached in growing(rows, (20, 50, 100, 200, 400, len(rows))):
        _line(f"  {first} to {last} labelled", reached)
    return hits(rows, found, everyone)


def _without_same(rows: list[Labelled]) -> list[list[str]]:
    return leave_one_out(rows, Product, alone=True)


def _banking(*, quick: bool) -> Hits:
    """Print how the intents of BANKING77 are proposed; return what the product reaches."""
    book, asked = _book_of_banking(), _questions()[:: QUICK_EACH if quick else 1]
    every = range(len(asked))
    _head(f"BANKING77: {len(book)} questions in the book, {len(asked)} others asked")
    _line("majority class", hits(asked, [_majority(book)] * len(asked), every))
    for name, engine in (("plain TF-IDF, nearest neighbour", Plain), ("dailycontact", Product)):
        proposed = engine(book)
        reached = hits(asked, [proposed.guess(each.text) for each in asked], every)
        _line(name, reached)
    return reached


def _kinds() -> float:
    """Print how praise and nothing are recognised; return the F1 that the goal is about."""
    answers = [row for row in _answers() if row["answer"].strip()]
    felt = [
        (row["answer"], int(row["sentiment_1pos_5neg"]) <= POSITIVE)
        for row in answers
        if row["sentiment_1pos_5neg"]
    ]
    labelled = [
        (row["answer"], row["labels"] == PRAISE or row["answer"].strip() == NO_ANSWER)
        for row in answers
    ]
    said = [row for row in labelled if row[0].strip() != NO_ANSWER]
    print(f"\n{'praise or nothing (nhs-fft)':<46}{'rows':>6}{'F1':>8}{'prec':>8}{'recall':>8}")
    print("a. labelled as praise alone, or 'Did not answer'")
    reached = _kinds_lines(labelled)
    print("b. the same without the 'Did not answer' (all of them are told by their words)")
    _kinds_lines(said)
    print("c. felt to be positive by the experts: sentiment 1 or 2, of those that have one")
    _kinds_lines(felt)
    return reached


def _kinds_lines(rows: list[tuple[str, bool]]) -> float:
    everyone, unseen = range(len(rows)), [at for at, row in enumerate(rows) if _is_held_out(row[0])]
    with_book = recognised(rows, book=True)
    found = told_apart(rows, with_book, everyone)
    _kinds_line("everything taken for it", told_apart(rows, [True] * len(rows), everyone))
    _kinds_line("by the words alone", told_apart(rows, recognised(rows, book=False), everyone))
    _kinds_line("by the words, and the others in the book", found)
    _kinds_line("  the half on which nothing was tuned", told_apart(rows, with_book, unseen))
    return found.f1


def _kinds_line(name: str, found: Found) -> None:
    precision = found.right / (found.right + found.wrong)
    recall = found.right / (found.right + found.missed)
    print(f"   {name:<43}{found.rows:>6}{found.f1:>8.3f}{precision:>8.3f}{recall:>8.3f}")


def _head(text: str) -> None:
    print(f"\n{text}\n{'':<46}{'asked':>6}{'top 1':>8}{'top 3':>8}")


def _line(name: str, reached: Hits) -> None:
    print(f"   {name:<43}{reached.of:>6}{reached.first_share:>8.3f}{reached.three_share:>8.3f}")


def _majority(rows: list[Labelled]) -> list[str]:
    return [label for label, _ in Counter(row.label for row in rows).most_common(3)]


def _is_held_out(text: str) -> bool:
    """Return whether a text is of the half on which nothing was tuned: the same words, the same."""
    return mark_of(" ".join(words_of(text))) % 2 == 1


def _answers() -> list[dict[str, str]]:
    with NHS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _book_of_banking() -> list[Labelled]:
    return _banking_rows("train.csv")


def _questions() -> list[Labelled]:
    return _banking_rows("test.csv")


def _banking_rows(name: str) -> list[Labelled]:
    with (BANKING / name).open(encoding="utf-8", newline="") as lines:
        return [Labelled(row["text"], row["category"]) for row in csv.DictReader(lines)]


if __name__ == "__main__":
    sys.exit(main())
