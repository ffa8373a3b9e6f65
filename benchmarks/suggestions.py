"""How long one suggestion takes in a book of ten thousand answers that all have a theme."""

import statistics
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.books import NOW, TODAY, make_book
from benchmarks.labelled import Labelled
from dailycontact.core.naming import fold
from dailycontact.store import likeness, tallies
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.store.forms import stored
from dailycontact.store.suggesting import suggest

ANSWERS = 10_000
READINGS, QUICK_READINGS = 7, 3
"""Times that the book is opened anew."""
QUESTIONS = 60
"""Texts that are asked about each time it was opened."""


class Took(NamedTuple):
    """Milliseconds: of the slowest in twenty once the index is in memory, and with reading it."""

    in_memory: float
    with_reading: float


def times(folder: Path, labelled: Sequence[Labelled], texts: Sequence[str], *, quick: bool) -> Took:
    """Print and return what a suggestion takes, in a book that has these answers with themes."""
    path = make_book(folder / "themes.db")
    book = Book(str(path))
    with book.change("log", leader_id=1, at=NOW - timedelta(days=1)) as change:
        _hear(change, labelled[:ANSWERS])
        began = time.perf_counter()
        likeness.make(change)
        made = time.perf_counter() - began
    first, later = _asked(book, texts, readings=QUICK_READINGS if quick else READINGS)
    kept = book.look().value("SELECT LENGTH(content) AS value FROM likeness")
    book.rest()
    took = Took(statistics.quantiles(later, n=20)[-1], statistics.median(first))
    print(
        f"\na suggestion among {ANSWERS:,} answers: median {statistics.median(later):.1f} ms,"
        f" 19 of 20 within {took.in_memory:.1f} ms;"
        f"\nwith reading the index: median {took.with_reading:.0f} ms, slowest {max(first):.0f} ms;"
        f"\nthe index has {kept / 1e6:.1f} MB, and is made anew in {made:.1f} s."
    )
    return took


def _asked(book: Book, texts: Sequence[str], *, readings: int) -> tuple[list[float], list[float]]:
    first: list[float] = []
    later: list[float] = []
    for reading in range(readings):
        book.rest()
        for number, text in enumerate(texts[reading * QUESTIONS : (reading + 1) * QUESTIONS]):
            began = time.perf_counter()
            suggest(book.look(), text, today=TODAY)
            (later if number else first).append((time.perf_counter() - began) * 1000)
    return first, later


def _hear(change: Change, labelled: Sequence[Labelled]) -> None:
    """Store the answers column by column, each with the theme that it was labelled with."""
    themes = {label: _theme(change, label) for label in sorted({each.label for each in labelled})}
    calls = change.tuples("SELECT id, customer_id FROM call ORDER BY id")
    whose = [calls[at % len(calls)] for at in range(len(labelled))]
    many = len(labelled)
    change.insert_columns(
        "answer",
        {
            "customer_id": [customer_id for _, customer_id in whose],
            "leader_id": [change.leader_id] * many,
            "call_id": [call_id for call_id, _ in whose],
            "verbatim": [each.text for each in labelled],
            "kind": ["suggestion"] * many,
            "consent": ["words"] * many,
            "urgent": [0] * many,
            "private": [0] * many,
            "day": [stored(TODAY - timedelta(days=30))] * many,
            "recorded_at": [stored(change.at)] * many,
            "stage": ["heard"] * many,
            "further": [0] * many,
            "theme_id": [themes[each.label] for each in labelled],
        },
    )
    tallies.write(change)


def _theme(change: Change, name: str) -> int:
    return change.add(
        "theme",
        name=name,
        folded=fold(name),
        leader_id=change.leader_id,
        day=TODAY,
        recorded_at=change.at,
    )
