"""One history, whoever tells it: the rows, the line in memory, and a reference written apart.

Ten years of an office's life, day by day: misses, dead numbers that rest and are parked, skips,
calls back that were promised, hours at which somebody was not in.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.store.book import Book
from properties.lanes import Remembered, Stored, StoredAtOnce, bring_in
from properties.life import Step, history
from properties.reference import MISSED, SKIPPED, Reference
from support import memory

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

SEED = "tests"
TEN_YEARS = 2_600
"""Working days."""

A_SEASON = 30
"""Working days that are lived by the program's own use cases, with a transaction for each call."""


def _cadences(month: int, quarter: int, year: int) -> Mapping[int, int]:
    """Return who is phoned how often (working days), mixed as in a file that is not sorted."""
    listed = [21] * month + [63] * quarter + [252] * year
    step = 37
    assert len(listed) % step
    return {at + 1: listed[at * step % len(listed)] for at in range(len(listed))}


BOOKS = {91: _cadences(6, 17, 68), 2_000: _cadences(200, 600, 1_200)}


@pytest.fixture
def in_memory(_sqlite_template: Path) -> Iterator[Book]:
    """Yield a new book that lies in memory, where there is such a thing: ten years are long."""
    with tempfile.TemporaryDirectory(dir=memory.folder()) as folder:
        path = Path(folder) / "book.db"
        shutil.copyfile(_sqlite_template, path)
        path.chmod(0o600)
        book = Book(str(path))
        yield book
        book.rest()


@pytest.mark.parametrize("customers", BOOKS)
def test_the_rows_and_the_reference_live_the_same_ten_years(
    in_memory: Book, customers: int
) -> None:
    cadences = BOOKS[customers]
    first = bring_in(in_memory, cadences)
    days = range(first, first + TEN_YEARS)

    with StoredAtOnce(in_memory, days=TEN_YEARS) as lane:
        told = history(lane, days)

    expected = history(Reference(cadences, seed=SEED, first=first), days)
    assert _parting(told, expected) is None
    assert len({day for day, *_ in told}) > TEN_YEARS * 0.95
    assert {what for *_, what in told} == {"reached", "not-now", "no-answer", "skip"}
    assert {why for _, _, why, _ in told} == {"first", "turn", "promise"}


def test_what_a_leader_sees_and_logs_is_the_history_of_the_reference(founded: Founded) -> None:
    cadences = BOOKS[91]
    first = bring_in(founded.book, cadences)
    days = range(first, first + A_SEASON)

    told = history(Stored(founded.book), days)

    founded.book.rest()
    assert _parting(told, history(Reference(cadences, seed=SEED, first=first), days)) is None
    assert {day for day, *_ in told} == set(days)


@pytest.mark.parametrize("customers", BOOKS)
def test_the_line_in_memory_and_the_reference_live_the_same_ten_years(customers: int) -> None:
    cadences = BOOKS[customers]
    days = range(300, 300 + TEN_YEARS)

    told = history(Remembered(cadences, seed=SEED, first=300), days)

    expected = history(Reference(cadences, seed=SEED, first=300, halves=False), days)
    assert _parting(told, expected) is None
    dead = [what for _, who, _, what in told if who % 41 == 0 and what != SKIPPED]
    assert set(dead) == {MISSED}
    assert len(dead) > 15, "somebody was parked"


def _parting(told: list[Step], expected: list[Step]) -> tuple[Step | None, Step | None] | None:
    """Return the first step in which two histories differ."""
    pairs = zip_longest(told, expected)
    return next(((one, other) for one, other in pairs if one != other), None)
