"""Every file that others test their importers with goes through ours: counted, and never a fault.

What comes of each stands in every_file.tsv: the rows it has, the people who come in, the rows that
are refused and skipped, and the warnings; or the name of the error that says why nobody comes. The
last column says which were counted by hand in the file itself.
"""

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import Founded
from dailycontact.errors import BadInput
from dailycontact.people.sources.parcels import parcels_of
from dailycontact.people.usecases.import_judging import Defaults
from dailycontact.people.usecases.import_reading import recognise_parcel
from dailycontact.people.usecases.imports import Imported, bring_in
from dailycontact.store.book import Book
from support.builders import MONDAY, MORNING

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

TABLE = Path(__file__).with_name("every_file.tsv")
FOLDERS = ("customers", "vcards", "xlsx", "badcsv")
BY_HAND = 100
"""Files that must have been counted by hand, at the least."""


class Expected(NamedTuple):
    """What comes of a file: counts, or the name of an error."""

    file: str
    rows: int = 0
    people: int = 0
    refused: int = 0
    skipped: int = 0
    warnings: int = 0
    error: str = ""
    by_hand: str = ""


def table() -> Iterator[Expected]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for name, rows, people, refused, skipped, warnings, error, by_hand in list(
            csv.reader(file, delimiter="\t")
        )[1:]:
            counts = (int(rows), int(people), int(refused), int(skipped), int(warnings))
            yield Expected(name, *counts, error, by_hand)


def came_of(book: Book, path: Path) -> Expected:
    """Return what came of a file that was brought into a book."""
    name = path.name
    try:
        done = brought_in(book, path)
    except BadInput as error:
        assert_kind(str(error), path)
        return Expected(name, error=type(error).__name__)
    for imported in done:
        known = imported.new + imported.changed + imported.unchanged
        left = len(imported.refused) + sum(imported.skipped.values())
        assert imported.rows == known + left
    return Expected(
        name,
        rows=sum(imported.rows for imported in done),
        people=sum(imported.new + imported.changed for imported in done),
        refused=sum(len(imported.refused) for imported in done),
        skipped=sum(sum(imported.skipped.values()) for imported in done),
        warnings=sum(imported.warnings.count for imported in done),
    )


def brought_in(book: Book, path: Path) -> list[Imported]:
    recognised = [recognise_parcel(parcel, overrides={}) for parcel in parcels_of([path])]
    with book.change("import", leader_id=1, at=MORNING) as change:
        done = [
            bring_in(change, one, defaults=Defaults(book_country="GB"), day=MONDAY)
            for one in recognised
        ]
    book.rest()
    return done


def assert_kind(sentence: str, path: Path) -> None:
    """See that an error names the file, in one sentence of printable words that ends."""
    assert path.name in sentence
    assert sentence.isprintable()
    assert re.search(r"[.?!]$", sentence)


@pytest.mark.parametrize("expected", list(table()), ids=lambda expected: expected.file)
def test_what_comes_of_a_file_is_known(
    expected: Expected, shared_data: Path, sqlite_book: Founded, tmp_path: Path
) -> None:
    book = sqlite_book.book
    path = Path(shutil.copy(shared_data / expected.file, tmp_path))

    found = came_of(book, path)

    assert found._replace(file=expected.file, by_hand=expected.by_hand) == expected
    if not expected.error:
        again = came_of(book, path)
        assert (again.rows, again.people) == (expected.rows, 0)


def test_the_table_names_every_file(shared_data: Path) -> None:
    there = {
        path.relative_to(shared_data).as_posix()
        for folder in FOLDERS
        for path in (shared_data / folder).rglob("*")
        if path.is_file()
    }

    assert {expected.file for expected in table()} == there


def test_enough_files_were_counted_by_hand() -> None:
    assert sum(bool(expected.by_hand) for expected in table()) >= BY_HAND
