"""One command, one transaction, and a journal that can take it back."""

import json

import pytest

from conftest import Founded
from dailycontact.store import changing
from dailycontact.store.book import Book
from dailycontact.store.looking import Row
from support.builders import MONDAY, MORNING, a_customer
from support.dump import dump


def _lines(book: Book) -> list[Row]:
    rows = book.look().rows(
        "SELECT table_name, first_id, last_id, before, after FROM event_row WHERE event_id ="
        " (SELECT MAX(id) FROM event) ORDER BY id"
    )
    book.rest()
    return rows


def _member(book: Book, **values: object) -> int:
    with book.change("add", leader_id=1, at=MORNING) as change:
        return change.add("member", **({"name": "Tom Reed"} | values))


def test_a_change_that_fails_leaves_nothing(founded: Founded) -> None:
    before = dump(founded.book, journal=True)

    with (
        pytest.raises(LookupError),
        founded.book.change("test", leader_id=1, at=MORNING) as change,
    ):
        change.set("member", 99, leads=a_customer(change))

    assert dump(founded.book, journal=True) == before
    founded.book.rest()


def test_a_change_is_seen_by_nobody_until_it_is_whole(founded: Founded) -> None:
    other = Book(founded.book.address)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.add("member", name="Tom Reed")
        seen = len(other.look().rows("SELECT id FROM member"))

    assert seen == 1
    assert len(other.look().rows("SELECT id FROM member")) == 2
    other.rest()


def test_the_journal_says_who_and_when_with_which_command(founded: Founded) -> None:
    with founded.book.change("team add", leader_id=founded.leader_id, at=MORNING) as change:
        change.add("member", name="Tom Reed")
        change.summary = "added Tom Reed"

    row = founded.book.look().rows("SELECT * FROM event ORDER BY id DESC")[0]
    founded.book.rest()
    assert {name: row[name] for name in ("recorded_at", "leader_id", "command", "summary")} == {
        "recorded_at": "2026-11-23T09:12:00.000000Z",
        "leader_id": founded.leader_id,
        "command": "team add",
        "summary": "added Tom Reed",
    }


def test_a_new_row_is_journalled_without_a_before(founded: Founded) -> None:
    tom = _member(founded.book)

    (line,) = _lines(founded.book)
    assert (line["table_name"], line["first_id"], line["before"]) == ("member", tom, None)
    assert json.loads(line["after"])["name"] == "Tom Reed"


def test_a_changed_row_is_journalled_before_and_after(founded: Founded) -> None:
    tom = _member(founded.book)
    with founded.book.change("edit", leader_id=1, at=MORNING) as change:
        change.set("member", tom, email="tom@example.com", left_on=MONDAY)

    (line,) = _lines(founded.book)
    before, after = json.loads(line["before"]), json.loads(line["after"])
    assert (before["email"], after["email"]) == (None, "tom@example.com")
    assert (before["left_on"], after["left_on"]) == (None, "2026-11-23")


def test_a_removed_row_is_journalled_without_an_after(founded: Founded) -> None:
    tom = _member(founded.book)
    with founded.book.change("remove", leader_id=1, at=MORNING) as change:
        change.remove("member", tom)

    (line,) = _lines(founded.book)
    assert (json.loads(line["before"])["name"], line["after"]) == ("Tom Reed", None)


def test_what_changes_nothing_is_no_event(founded: Founded) -> None:
    before = dump(founded.book, journal=True)

    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.set("member", founded.leader_id, name="Marta Silva")

    assert dump(founded.book, journal=True) == before
    founded.book.rest()


def test_what_is_derived_is_in_no_journal(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        customer_id = a_customer(change)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        change.set("customer", customer_id, clock=3.5)

    lines = founded.book.look().rows("SELECT after FROM event_row WHERE table_name = 'customer'")
    founded.book.rest()
    assert len(lines) == 1
    assert "clock" not in json.loads(lines[0]["after"])


def test_a_row_that_is_not_there_cannot_be_changed(founded: Founded) -> None:
    with (
        pytest.raises(LookupError),
        founded.book.change("test", leader_id=1, at=MORNING) as change,
    ):
        change.set("member", 99, name="Nobody")


def test_a_value_of_the_wrong_kind_is_refused_before_it_is_stored(founded: Founded) -> None:
    from pydantic import ValidationError

    with (
        pytest.raises(ValidationError),
        founded.book.change("test", leader_id=1, at=MORNING) as change,
    ):
        change.set("customer", a_customer(change), cadence="often")


def test_a_long_change_is_one_event_whose_lines_do_not_wait_in_memory(
    founded: Founded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changing, "LINES_KEPT", 2)
    with founded.book.change("team add", leader_id=founded.leader_id, at=MORNING) as change:
        names = [f"Tom Reed {number}" for number in range(5)]
        ids = [change.add("member", name=name) for name in names]
        change.summary = "added five"

    events = founded.book.look().rows("SELECT command, summary FROM event ORDER BY id DESC")
    assert dict(events[0]) == {"command": "team add", "summary": "added five"}  # type: ignore[call-overload]
    assert len(events) == 2
    assert [line["first_id"] for line in _lines(founded.book)] == ids
