"""Several processes on one book: nobody is proposed twice, nothing is lost, nothing is torn."""

import signal
import sys
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.errors import StorageProblem
from dailycontact.store.book import Book
from support import postgres
from support.builders import MORNING, a_customer
from support.workers import results, start


def test_eight_who_ask_at_once_get_one_pick_a_slot_and_no_customer_twice(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ines = change.add("member", name="Ines Rocha", leads=True)
        for number in range(30):
            a_customer(change, f"Customer {number}")
    founded.book.rest()
    leaders = [founded.leader_id, ines] * 4

    picked = results([start("pick", founded.book.address, str(one), "5") for one in leaders])

    martas, inesses = picked[0], picked[1]
    assert picked == [martas, inesses] * 4
    assert isinstance(martas, dict)
    assert isinstance(inesses, dict)
    assert None not in [*martas.values(), *inesses.values()]
    assert all(martas[day] != inesses[day] for day in martas)
    slots = founded.book.look().rows("SELECT leader_id, day, slot FROM pick")
    founded.book.rest()
    assert len({(row["leader_id"], row["day"]) for row in slots}) == len(slots) == 10


def test_four_who_write_at_once_lose_nothing(founded: Founded) -> None:
    founded.book.rest()

    results([start("write", founded.book.address, name, "25") for name in "abcd"])

    told = founded.book.look().rows("SELECT text FROM story")
    events = founded.book.look().rows("SELECT id FROM event WHERE command = 'story'")
    founded.book.rest()
    assert {row["text"] for row in told} == {f"{name} {n}" for name in "abcd" for n in range(25)}
    assert len(events) == 100


def test_four_who_begin_at_once_begin_one_book(tmp_path: Path) -> None:
    address = str(tmp_path / "folder" / "book.db")

    made = results([start("found", address, name) for name in ("Ana", "Bo", "Jo", "Mo")])

    assert made == [1, 1, 1, 1]
    assert len(Book(address).look().rows("SELECT id FROM member")) == 1
    assert sorted(path.name for path in (tmp_path / "folder").glob("*new*")) == []


def test_four_who_begin_at_once_on_a_server_begin_one_book(
    request: pytest.FixtureRequest,
) -> None:
    server: str = request.getfixturevalue("_postgres_server")
    postgres.execute(server, "CREATE DATABASE begun_at_once")
    address = postgres.database(server, "begun_at_once")

    made = results([start("found", address, name) for name in ("Ana", "Bo", "Jo", "Mo")])

    assert made == [1, 1, 1, 1]
    postgres.execute(server, "DROP DATABASE begun_at_once WITH (FORCE)")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_process_that_is_killed_while_it_writes_leaves_whole_changes(
    sqlite_book: Founded,
) -> None:
    sqlite_book.book.rest()
    stored = 0
    for kill in range(20):
        worker = start("write_on", sqlite_book.book.address)
        assert worker.stdout is not None
        acknowledged = [worker.stdout.readline() for _ in range(1 + kill % 4)]
        worker.send_signal(signal.SIGKILL)
        worker.communicate(timeout=60)
        stored += len(acknowledged)

        look = sqlite_book.book.look()
        stories = look.value("SELECT COUNT(*) AS value FROM story")
        events = look.value("SELECT COUNT(*) AS value FROM event WHERE command = 'story'")
        whole = look.value("SELECT integrity_check AS value FROM pragma_integrity_check")
        sqlite_book.book.rest()
        assert (whole, stories) == ("ok", 3 * events)
        assert events >= stored
        stored = events


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_disk_that_is_full_is_said_and_changes_nothing(sqlite_book: Founded) -> None:
    import resource

    sqlite_book.book.rest()
    path = Path(sqlite_book.book.address)
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before), limits[1]))
    try:
        with (
            pytest.raises(StorageProblem, match="Nothing was changed"),
            sqlite_book.book.change("test", leader_id=1, at=MORNING) as change,
        ):
            change.add(
                "story", text="long " * 100_000, leader_id=1, day="2026-11-23", recorded_at=MORNING
            )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    sqlite_book.book.look()
    sqlite_book.book.rest()
    assert path.read_bytes() == before
