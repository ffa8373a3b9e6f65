"""What another process does to a book, for the tests in which several work at once.

Run as `python -m support.worker WHAT ADDRESS …`; prints one JSON document.
"""

import json
import sys
from datetime import UTC, date, datetime, timedelta

from dailycontact.store.book import Book

NOW = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)


def found(address: str, name: str) -> int:
    """Make the book, with a leader."""
    from dailycontact.store import founding

    return founding.found(
        Book(address), leader=name, company="", country=None, zone="UTC", at=NOW, today=NOW.date()
    )


def pick(address: str, leader_id: str, days: str) -> dict[str, int | None]:
    """Ask whom to phone, on each of the working days from Monday on; return id by day."""
    from dailycontact.pick.usecases.today import today

    picked = {}
    look = Book(address).look()
    for number in range(int(days)):
        now = NOW + timedelta(days=number)
        shown = today(look, leader_id=int(leader_id), day=now.date(), now=now)
        picked[now.date().isoformat()] = shown.customer.id if shown.customer else None
    return picked


def revision(address: str) -> str | None:
    """Open the book, and return its schema."""
    from dailycontact.store import schema

    return schema.revision_of(Book(address).look())


def mornings(address: str) -> int:
    """Ask for the leaders of each line, in turn, and print whom they are to phone.

    A line is {"day": "2026-11-23", "ask": [1, 2, 1]}; whoever asks twice must see the same.
    """
    from dailycontact.pick.usecases.today import today

    look = Book(address).look()
    for line in sys.stdin:
        asked = json.loads(line)
        day = date.fromisoformat(asked["day"])
        seen: dict[int, int | None] = {}
        for leader in asked["ask"]:
            shown = today(look, leader_id=leader, day=day, now=NOW + (day - NOW.date()))
            found = None if shown.customer is None else shown.customer.id
            assert seen.setdefault(leader, found) == found, f"{day}: {leader} saw two picks"
        print(json.dumps(seen), flush=True)  # noqa: T201 - read by the test
    return 0


def write(address: str, name: str, times: str) -> int:
    """Tell so many stories, each in a change of its own."""
    book = Book(address)
    for number in range(int(times)):
        with book.change("story", leader_id=1, at=NOW) as change:
            _tell(change, f"{name} {number}")
    return int(times)


def write_on(address: str) -> None:
    """Tell stories until this process is killed; print the number of each that was stored."""
    book = Book(address)
    number = 0
    while True:
        number += 1
        with book.change("story", leader_id=1, at=NOW) as change:
            for part in range(3):
                _tell(change, f"{number} {part} {'and so on ' * 500}")
        print(number, flush=True)  # noqa: T201 - read by the test


def _tell(change: object, words: str) -> None:
    change.add(  # type: ignore[attr-defined]  # importing Change costs a process more than it tells
        "story", text=words, leader_id=1, day=NOW.date(), recorded_at=NOW
    )


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])))  # noqa: T201 - read by the test
