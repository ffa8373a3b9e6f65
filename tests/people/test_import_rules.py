"""Whatever a file holds: every row is counted once, and the same file twice changes nothing."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Founded
from dailycontact.people.sources.parcels import parcels_of
from dailycontact.people.usecases.import_judging import Defaults
from dailycontact.people.usecases.import_reading import recognise_parcel
from dailycontact.people.usecases.imports import Imported, bring_in, rehearse
from dailycontact.store.book import Book
from dailycontact.store.known import EmptyLook
from support.builders import MONDAY, MORNING
from support.imports import count_rows

CELLS = {
    "ID": ("", "1", "2", "3"),
    "Name": ("", "Ada", "ada", "Bo Lind", "B. Lind", "Dr. Bo Lind", "Acme", "=cmd()"),
    "Company": ("", "Acme", "Café Nord"),
    "Phone": ("", "+49301234567", "030 1234567", "12", "+49307654321"),
    "Mobile": ("", "+49301234567", "+4915112345678"),
    "Email": ("", "a@x.example", "A@x.example", "b@x.example"),
    "Country": ("", "Germany", "US", "Narnia"),
    "Segment": ("", "Gold", "gold"),
    "Cadence": ("", "month", "often"),
    "Do Not Call": ("", "yes", "no"),
    "IsDeleted": ("", "true"),
}
FILES = st.lists(st.tuples(*map(st.sampled_from, CELLS.values())), max_size=12)
DEFAULTS = Defaults(book_country="DE")


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few rows be several blocks, as a large file is."""
    monkeypatch.setattr("dailycontact.people.sources.delimited.ROWS_AT_ONCE", 3)


def written(folder: Path, file: list[tuple[str, ...]]) -> Path:
    lines = [",".join(CELLS), *map(",".join, file), "last,Zoë,,,,,,,,,"]
    path = folder / "people.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def brought_in(book: Book, file: Path) -> Imported:
    with book.change("import", leader_id=1, at=MORNING) as change:
        recognised = recognise_parcel(*parcels_of([file]), overrides={})
        imported = bring_in(change, recognised, defaults=DEFAULTS, day=MONDAY)
    book.rest()
    return imported


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(file=FILES)
def test_every_row_is_new_changed_unchanged_refused_or_skipped(
    tmp_path: Path, file: list[tuple[str, ...]]
) -> None:
    recognised = recognise_parcel(*parcels_of([written(tmp_path, file)]), overrides={})

    imported = rehearse(EmptyLook(), recognised, defaults=DEFAULTS, day=MONDAY)

    counts = (imported.new, imported.changed, imported.unchanged)
    accounted = sum(counts) + len(imported.refused) + sum(imported.skipped.values())
    assert imported.rows == accounted == count_rows(recognised)
    assert imported.changed == 0


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(file=FILES)
def test_the_same_file_twice_changes_nothing(
    tmp_path: Path, sqlite_book: Founded, file: list[tuple[str, ...]]
) -> None:
    book = Book(shutil.copy(sqlite_book.book.address, str(tmp_path / "copy.db")))
    path = written(tmp_path, file)

    first = brought_in(book, path)
    again = brought_in(book, path)

    assert (again.new, again.changed) == (0, 0)
    assert again.unchanged == first.new + first.unchanged
    assert len(again.refused) == len(first.refused)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(before=FILES, file=FILES)
def test_a_rehearsal_counts_what_then_happens_once(
    tmp_path: Path,
    sqlite_book: Founded,
    before: list[tuple[str, ...]],
    file: list[tuple[str, ...]],
) -> None:
    book = Book(shutil.copy(sqlite_book.book.address, str(tmp_path / "copy.db")))
    brought_in(book, written(tmp_path, before))
    path = written(tmp_path, file)

    recognised = recognise_parcel(*parcels_of([path]), overrides={})
    rehearsed = rehearse(book.look(), recognised, defaults=DEFAULTS, day=MONDAY)
    done = brought_in(book, path)
    again = brought_in(book, path)

    assert (again.new, again.changed) == (0, 0)
    assert (rehearsed.new, rehearsed.changed, rehearsed.unchanged) == (
        done.new,
        done.changed,
        done.unchanged,
    )
