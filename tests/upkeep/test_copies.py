"""Copies that are proved, kept and brought back, with the refusals of today."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.store import copies
from dailycontact.store.book import Book
from dailycontact.store.owed import owed
from support.builders import MONDAY, MORNING, a_customer, a_finish, an_action, an_answer
from support.dump import dump
from support.running import Run

NAMED = "book-2026-11-23-091200.db"


@pytest.fixture
def home(sqlite_book: Founded, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a book with one customer, which the command line uses."""
    with sqlite_book.book.change("add", leader_id=1, at=MORNING) as change:
        a_customer(change)
    sqlite_book.book.rest()
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    return Path(sqlite_book.book.address)


def _dump(path: Path) -> object:
    book = Book(str(path))
    found = dump(book)
    book.rest()
    return found


def _refuse(path: Path, name: str = "Ana Duarte") -> None:
    book = Book(str(path))
    with book.change("edit", leader_id=1, at=MORNING) as change:
        customer_id = change.value("SELECT id AS value FROM customer WHERE name = :name", name=name)
        change.set("customer", customer_id, do_not_contact_on=MONDAY)
    book.rest()


def _add(path: Path, name: str) -> None:
    book = Book(str(path))
    with book.change("add", leader_id=1, at=MORNING) as change:
        a_customer(change, name, phone="+441134960999")
    book.rest()


def test_a_copy_holds_what_the_book_holds_and_is_its_owners_alone(home: Path, run: Run) -> None:
    old = os.umask(0)
    try:
        shown = run("backup")
    finally:
        os.umask(old)

    copy = home.parent / "backups" / NAMED
    assert shown.out.strip() == str(copy)
    assert _dump(copy) == _dump(home)
    assert [oct(path.stat().st_mode & 0o777) for path in (copy.parent, copy)] == ["0o700", "0o600"]
    manifest = json.loads(copy.with_suffix(".json").read_text())
    assert manifest["sha256"] == copies.sha256_of(copy)
    assert manifest["rows"]["customer"] == 1
    assert sorted(path.suffix for path in copy.parent.iterdir()) == [".db", ".json"]


def test_a_copy_never_replaces_a_file(home: Path, run: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.db"
    mine.write_text("mine")

    refused = run("backup", str(mine), code=7)

    assert "is there already" in refused.err
    assert mine.read_text() == "mine"
    assert "is there already" in run("backup", str(home), code=7).err


def test_a_copy_goes_into_a_folder_that_is_named(home: Path, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    run("backup", str(folder))

    assert _dump(folder / NAMED) == _dump(home)


@pytest.mark.usefixtures("home")
def test_a_folder_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()

    failed = run("backup", str(in_the_way / "copy.db"), code=6)

    assert f"There is no folder {in_the_way}" in failed.err


@pytest.mark.usefixtures("home")
def test_a_folder_that_is_not_there_is_not_made_for_a_copy(run: Run, tmp_path: Path) -> None:
    mistyped = tmp_path / "bakcup"

    failed = run("backup", str(mistyped / "copy.db"), code=6)

    assert f"There is no folder {mistyped}; make it first" in failed.err
    assert not mistyped.exists()


def test_restoring_brings_back_what_was_copied(home: Path, run: Run) -> None:
    before = _dump(home)
    run("backup")
    _add(home, "Bo Lind")

    run("restore", NAMED, "--yes", at="2026-11-23T10:00:00+00:00")

    assert _dump(home) == before


def test_restoring_can_itself_be_undone(home: Path, run: Run) -> None:
    run("backup")
    _add(home, "Bo Lind")
    before = _dump(home)
    shown = run("restore", NAMED, "--yes", "--json", at="2026-11-23T10:00:00+00:00").json

    run("restore", shown["before"], "--yes", at="2026-11-23T11:00:00+00:00")

    assert _dump(home) == before


def test_a_refusal_since_the_copy_is_kept(home: Path, run: Run) -> None:
    run("backup")
    _refuse(home)

    shown = run("restore", NAMED, "--yes", at="2026-11-23T10:00:00+00:00")

    look = Book(str(home)).look()
    assert "Ana Duarte refused contact since then" in shown.err
    assert look.value("SELECT do_not_contact_on AS value FROM customer") == "2026-11-23"
    assert look.value("SELECT open AS value FROM customer") == 0


@pytest.mark.parametrize("leaders", [1, 2])
def test_whoever_refused_since_the_copy_is_owed_nothing_in_it(
    home: Path, run: Run, leaders: int
) -> None:
    book = Book(str(home))
    with book.change("test", leader_id=1, at=MORNING) as change:
        answer_id = an_answer(change, 1)
        a_finish(change, an_action(change, answer_id), answer_id)
        change.add(
            "promise", customer_id=1, leader_id=1, kind="thing", text="Send the price list",
            due_on=MONDAY, recorded_at=MORNING,
        )  # fmt: skip
        for number in range(1, leaders):
            change.add("member", name=f"Leader {number}", leads=True)
    book.rest()
    run("backup")
    _refuse(home)

    run("restore", NAMED, "--yes", at="2026-11-23T10:00:00+00:00")

    restored = Book(str(home)).look()
    assert owed(restored, today=MONDAY) == []
    assert restored.value("SELECT why AS value FROM telling") == "do-not-contact"
    assert restored.value("SELECT settled_how AS value FROM promise") == "dropped"


def test_somebody_who_came_and_refused_since_the_copy_comes_along(home: Path, run: Run) -> None:
    run("backup")
    _add(home, "Bo Lind")
    _refuse(home, "Bo Lind")

    shown = run("restore", NAMED, "--yes", "--json", at="2026-11-23T10:00:00+00:00").json

    rows = Book(str(home)).look().rows("SELECT name, open FROM customer ORDER BY id")
    assert shown["refusals_kept"] == ["Bo Lind"]
    assert [(row["name"], row["open"]) for row in rows] == [("Ana Duarte", 1), ("Bo Lind", 0)]


@pytest.mark.parametrize("harm", ["flipped", "truncated", "text", "another program's"])
def test_a_copy_that_is_not_whole_is_refused_and_changes_nothing(
    home: Path, run: Run, harm: str
) -> None:
    run("backup")
    copy = home.parent / "backups" / NAMED
    whole = copy.read_bytes()
    copy.write_bytes(
        {
            "flipped": whole[:5000] + b"X" + whole[5001:],
            "truncated": whole[:8192],
            "text": b"not a book, but a letter " * 50,
            "another program's": whole[:68] + b"\0\0\0\0" + whole[72:],
        }[harm]
    )
    before = home.read_bytes()

    with_manifest = run("restore", NAMED, "--yes", code=6)
    copy.with_suffix(".json").unlink()
    without = run("restore", NAMED, "--yes", code=None)

    assert "bytes have changed" in with_manifest.err
    assert without.code == 6 or harm == "flipped"
    assert home.read_bytes() == before or harm == "flipped"


@pytest.mark.parametrize("loss", ["gone", "empty", "damaged"])
def test_a_book_that_is_lost_is_brought_back_and_the_unknown_is_said(
    home: Path, run: Run, loss: str
) -> None:
    before = _dump(home)
    run("backup")
    if loss == "gone":
        home.unlink()
    else:
        home.write_bytes(b"" if loss == "empty" else home.read_bytes()[:9000])

    shown = run("restore", "--last", "--yes", at="2026-11-23T10:00:00+00:00")

    assert _dump(home) == before
    assert "who has refused contact or was erased since that copy is not known" in shown.err


@pytest.mark.usefixtures("home")
def test_without_a_name_the_copies_are_listed(run: Run) -> None:
    assert "No copy" in run("restore").err
    run("backup")

    assert NAMED in run("restore").out
    assert [copy["kind"] for copy in run("restore", "--json").json] == ["asked for"]


@pytest.mark.usefixtures("home")
def test_a_name_that_fits_no_copy_is_not_found(run: Run) -> None:
    assert "no copy 'x.db'" in run("restore", "x.db", "--yes", code=4).err
    assert "There is no copy in" in run("restore", "--last", "--yes", code=4).err


def test_restoring_is_confirmed(home: Path, run: Run) -> None:
    run("backup")
    before = home.read_bytes()

    asked = run("restore", "--last", code=2)

    assert "--yes" in asked.err
    assert home.read_bytes() == before


def test_the_first_change_of_a_day_keeps_a_copy_and_the_last_seven_are_kept(
    home: Path, run: Run
) -> None:
    foreign = home.parent / "backups" / "book-automatic-old.db"
    foreign.parent.mkdir()
    foreign.touch()

    for day in range(1, 10):
        for hour in (9, 15):
            run(
                "config", "--question", f"What {day} {hour}?", at=f"2026-12-0{day}T{hour:02}:00:00Z"
            )

    made = sorted(path.name for path in foreign.parent.glob("*.db"))
    assert made == [f"book-automatic-2026-12-0{day}.db" for day in range(3, 10)] + [foreign.name]


def test_where_the_clock_went_back_todays_copy_is_kept(home: Path) -> None:
    for day in (*range(10, 20), 1):
        copies.keep_daily_copy(home, datetime(2026, 12, day, tzinfo=UTC))

    kept = sorted(copy.made for copy in copies.copies_of(home))
    assert kept == ["2026-12-01", *(f"2026-12-{day}" for day in range(14, 20))]


def test_a_copy_that_cannot_be_made_by_itself_stops_nobody(home: Path, run: Run) -> None:
    (home.parent / "backups").touch()

    shown = run("config", "--question", "What now?")

    assert "No backup was made today" in shown.err
    assert run("config", "--json").json["question"] == "What now?"


def test_a_shared_book_is_left_to_its_server(
    postgres_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_BOOK", postgres_book.book.address)

    assert "pg_dump" in run("backup", code=7).err
    assert "pg_restore" in run("restore", code=7).err


def test_before_a_large_copy_somebody_hears_of_it(
    home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "LARGE", 1)

    first = run("config", "--question", "What now?")
    second = run("config", "--question", "What then?")

    assert "Making today's copy of the book first" in first.err
    assert "Making today's copy" not in second.err
    assert len(copies.copies_of(home)) == 1
