"""Two customers become one in every table, and two again, to the last row."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from conftest import Founded
from dailycontact.core.rhythm import Happening
from dailycontact.store import former, health, rhythms
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.store.customers import customer, find_customer
from dailycontact.store.dependants import references
from dailycontact.store.entries import add_customer
from dailycontact.store.journal import events_about
from dailycontact.store.merging import Moved, merge, tell_apart
from dailycontact.store.owed import owed
from dailycontact.store.refusals import refuse
from dailycontact.upkeep.usecases.undo import StandsOnIt, Undone, undo
from support.builders import (
    MONDAY,
    MORNING,
    a_call,
    a_customer,
    a_finish,
    an_action,
    an_answer,
)
from support.dump import dump

FRIDAY = MONDAY - timedelta(days=3)
NO_FACTS = frozenset({"pick", "idle"})
LONG_AGO, LATELY = "2026-05-04", "2026-11-20"


def _do(book: Book, what: Callable[[Change], object], *, leader_id: int = 1) -> None:
    with book.change("test", leader_id=leader_id, at=MORNING) as change:
        what(change)


def _merge(book: Book, kept: int, gone: int) -> Moved:
    with book.change("customers merge", leader_id=1, at=MORNING) as change:
        return merge(change, kept, gone, day=MONDAY)


def _undo(book: Book) -> Undone:
    with book.change("undo", leader_id=1, at=MORNING) as change:
        return undo(change, leader_id=1, today=MONDAY)


def _facts(book: Book) -> dict[str, list[dict[str, object]]]:
    return {table: rows for table, rows in dump(book).items() if table not in NO_FACTS}


def _naming(book: Book, customer_id: int) -> dict[str, int]:
    """Return how many rows of each table name a customer."""
    found: dict[str, int] = {}
    for child, _, columns in references(to="customer"):
        sql = f"SELECT COUNT(*) AS value FROM {child} WHERE {columns[0][0]} = :id"  # noqa: S608 - our own names
        found[child] = found.get(child, 0) + book.look().value(sql, id=customer_id)
    return found


def _life(change: Change, name: str, **columns: object) -> int:
    """Add a customer to whom something of everything happened."""
    phones = change.value("SELECT COUNT(*) AS value FROM phone")
    number = f"+44113496{phones:04}"
    customer_id = a_customer(change, name, phone=number, **columns)
    phone_id = change.value("SELECT id AS value FROM phone WHERE e164 = :e164", e164=number)
    change.add("email", customer_id=customer_id, position=1, address=f"{number}@example.com")
    change.add("external_id", customer_id=customer_id, source="HubSpot", value=number)
    pick_id = _pick(change, customer_id, day=FRIDAY)
    call_id = a_call(change, customer_id, day=FRIDAY, pick_id=pick_id, phone_id=phone_id)
    answer_id = an_answer(change, customer_id, call_id=call_id)
    a_finish(change, an_action(change, answer_id), answer_id)
    _promise(change, customer_id)
    change.add(
        "skip", pick_id=_pick(change, customer_id), customer_id=customer_id, leader_id=1,
        day=MONDAY, recorded_at=MORNING,
    )  # fmt: skip
    change.add(
        "export", place="a.csv", form="csv", people=1, customer_id=customer_id, leader_id=1,
        day=MONDAY, recorded_at=MORNING,
    )  # fmt: skip
    tell_apart(change, customer_id, a_customer(change, f"Like {name}"))
    return customer_id


def _pick(change: Change, customer_id: int, *, day: date = MONDAY) -> int:
    slot = len(change.rows("SELECT id FROM pick")) + 1
    return change.add(
        "pick", leader_id=1, day=day, slot=slot, customer_id=customer_id, reason="turn",
        reserved_at=MORNING,
    )  # fmt: skip


def _promise(change: Change, customer_id: int) -> int:
    return change.add(
        "promise", customer_id=customer_id, leader_id=1, kind="thing", text="Send the list",
        due_on=MONDAY, recorded_at=MORNING,
    )  # fmt: skip


def _two(book: Book, **columns: object) -> tuple[int, int]:
    with book.change("add", leader_id=1, at=MORNING) as change:
        return _life(change, "Ana Duarte"), _life(change, "Anna Duarte", **columns)


def test_no_row_of_any_table_names_the_one_who_went(book: Book) -> None:
    kept, gone = _two(book)
    here = _naming(book, gone)
    assert {table for table, number in here.items() if not number} == {"erasure"}

    _merge(book, kept, gone)

    look = book.look()
    assert not any(_naming(book, gone).values())
    there = _naming(book, kept)
    assert all(there[table] >= number for table, number in here.items())
    assert customer(look, gone) is None
    assert list(health.drifted_rhythms(look)) == []
    assert list(health.broken_structure(look, embedded=not book.is_shared)) == []


def test_undo_takes_it_apart_to_the_last_row(book: Book) -> None:
    kept, gone = _two(book, company="Green Door", cadence=21, joined_on=FRIDAY, head_start=3.0)
    before = dump(book)

    _merge(book, kept, gone)
    assert dump(book) != before
    _undo(book)

    assert dump(book) == before


def test_what_both_have_stays_once(book: Book) -> None:
    with book.change("add", leader_id=1, at=MORNING) as change:
        kept, gone = (a_customer(change, name) for name in ("Ana Duarte", "A. Duarte"))
        phone = change.value("SELECT id AS value FROM phone WHERE customer_id = :id", id=gone)
        change.set("phone", phone, wrong_on=FRIDAY)
        change.add("email", customer_id=kept, position=1, address="Ana@example.com")
        change.add("email", customer_id=gone, position=1, address="ana@EXAMPLE.com", label="work")
        change.add("email", customer_id=gone, position=2, address="a@example.com")
        call_id = a_call(change, gone, phone_id=phone)
        rhythms.refresh(change, [gone])
    before = dump(book)

    _merge(book, kept, gone)

    look = book.look()
    found = customer(look, kept)
    assert found is not None
    assert [one.e164 for one in found.phones] == ["+441134960123"]
    assert found.phones[0].wrong_on == FRIDAY
    assert found.emails == ("Ana@example.com", "a@example.com")
    labels = look.rows("SELECT label FROM email ORDER BY position")
    assert [row["label"] for row in labels] == ["work", ""]
    called = look.value("SELECT phone_id AS value FROM call WHERE id = :id", id=call_id)
    assert called == found.phones[0].id
    _undo(book)
    assert dump(book) == before


def test_their_own_word_counts_first_then_the_others(book: Book) -> None:
    with book.change("add", leader_id=1, at=MORNING) as change:
        vips = change.add("segment", name="VIP")
        kept = a_customer(change, "Ana Duarte", company="Green Door", country="GB", head_start=9.0)
        gone = a_customer(
            change, "Anna Duarte", company="Green", country="DE", zone="Europe/Berlin",
            segment_id=vips, cadence=21, leader_id=1, joined_on=FRIDAY, head_start=2.5,
            renewed_on=FRIDAY, referred_by="Bo",
        )  # fmt: skip

    _merge(book, kept, gone)

    row = book.look().rows("SELECT * FROM customer WHERE id = :id", id=kept)[0]
    assert (row["name"], row["company"], row["country"], row["zone"]) == (
        *("Ana Duarte", "Green Door", "GB"),
        None,
    )
    assert (row["segment_id"], row["cadence"], row["beat"], row["leader_id"]) == (vips, 21, 21, 1)
    assert (row["joined_on"], row["head_start"]) == (FRIDAY.isoformat(), 2.5)
    assert (row["renewed_on"], row["referred_by"]) == (FRIDAY.isoformat(), "Bo")


@pytest.mark.parametrize("who", ["kept", "gone"])
def test_a_refusal_is_for_both_and_undo_lifts_it_of_neither(who: str, book: Book) -> None:
    kept, gone = _two(book)
    refused, other = (kept, gone) if who == "kept" else (gone, kept)
    _do(book, lambda change: refuse(change, refused, day=FRIDAY, why="asked not to"))
    before = _facts(book)

    moved = _merge(book, kept, gone)

    found = customer(book.look(), kept)
    assert found is not None
    assert (found.do_not_contact_on, found.do_not_contact_why) == (FRIDAY, "asked not to")
    assert moved.refusal is not None
    assert len(moved.refusal.waived) == len(moved.refusal.dropped) == 1
    assert owed(book.look(), today=MONDAY) == []
    undone = _undo(book)
    assert undone.refusals_kept == (("Ana Duarte", "Anna Duarte")[other == gone],)
    after = _facts(book)
    differing = {table for table in before if before[table] != after[table]}
    assert differing == {"answer", "customer", "telling", "promise"}  # answer: where it stands
    assert {row["do_not_contact_on"] for row in after["customer"] if row["id"] in (kept, gone)} == {
        FRIDAY.isoformat()
    }
    assert {row["settled_how"] for row in after["promise"]} == {"dropped"}


def test_two_refusals_are_two_again(book: Book) -> None:
    kept, gone = _two(book)
    _do(book, lambda change: refuse(change, kept, day=MONDAY, why="later"))
    _do(book, lambda change: refuse(change, gone, day=FRIDAY))
    before = _facts(book)

    _merge(book, kept, gone)

    row = book.look().rows("SELECT * FROM customer WHERE id = :id", id=kept)[0]
    assert (row["do_not_contact_on"], row["do_not_contact_why"]) == (FRIDAY.isoformat(), "later")
    assert _undo(book).refusals_kept == ()
    assert _facts(book) == before


@pytest.mark.parametrize(
    ("mine", "theirs", "until"),
    [
        (None, ("2026-11-20", None), None),
        (("2026-11-20", "2026-12-01"), ("2026-11-19", "2027-01-04"), "2027-01-04"),
        (("2026-11-20", None), ("2026-11-19", "2027-01-04"), None),
        (("2026-11-20", "2026-12-01"), None, "2026-12-01"),
    ],
)
def test_the_longer_pause_holds(
    mine: tuple[str, str | None] | None,
    theirs: tuple[str, str | None] | None,
    until: str | None,
    book: Book,
) -> None:
    def pause(said: tuple[str, str | None] | None) -> dict[str, str | None]:
        return {} if said is None else {"paused_on": said[0], "paused_until": said[1]}

    with book.change("add", leader_id=1, at=MORNING) as change:
        kept = a_customer(change, "Ana Duarte", **pause(mine))
        gone = a_customer(change, "Anna Duarte", **pause(theirs))

    _merge(book, kept, gone)

    row = book.look().rows("SELECT * FROM customer WHERE id = :id", id=kept)[0]
    assert row["paused_on"] is not None
    assert row["paused_until"] == until


@pytest.mark.parametrize(
    ("mine", "theirs", "together"),
    [
        (None, LATELY, None),
        (LATELY, None, None),
        (LATELY, LONG_AGO, LATELY),
        (None, None, None),
    ],
)
def test_they_are_still_ours_unless_both_left(
    mine: str | None, theirs: str | None, together: str | None, book: Book
) -> None:
    with book.change("add", leader_id=1, at=MORNING) as change:
        kept = a_customer(change, "Ana Duarte", left_on=mine)
        gone = a_customer(change, "Anna Duarte", left_on=theirs)
    before = _facts(book)

    _merge(book, kept, gone)

    row = book.look().rows("SELECT * FROM customer WHERE id = :id", id=kept)[0]
    assert row["left_on"] == together
    assert row["open"] == (together is None)
    _undo(book)
    assert _facts(book)["customer"] == before["customer"]


@pytest.mark.parametrize("stays", ["who left", "who did not"])
def test_a_pause_of_who_left_is_none_of_who_is_still_ours(stays: str, book: Book) -> None:
    with book.change("add", leader_id=1, at=MORNING) as change:
        ours = a_customer(change, "Ana Duarte")
        paused = a_customer(change, "Anna Duarte", left_on=LATELY, paused_on=FRIDAY)
        rhythms.happened(change, paused, Happening.PAUSE, day=FRIDAY)
    kept, gone = (paused, ours) if stays == "who left" else (ours, paused)

    _merge(book, kept, gone)

    look = book.look()
    row = look.rows("SELECT * FROM customer WHERE id = :id", id=kept)[0]
    assert (row["open"], row["paused_on"], row["left_on"]) == (1, None, None)
    assert list(health.drifted_rhythms(look)) == []


def test_of_two_proposals_on_a_day_the_one_that_came_to_nothing_is_released(book: Book) -> None:
    with book.change("add", leader_id=1, at=MORNING) as change:
        kept, gone = (a_customer(change, name) for name in ("Ana Duarte", "Anna Duarte"))
        mine, theirs = _pick(change, kept), _pick(change, gone)
        a_call(change, gone, pick_id=theirs)

    _merge(book, kept, gone)

    picks = book.look().tuples("SELECT id, customer_id, released FROM pick ORDER BY id")
    assert [tuple(row) for row in picks] == [(mine, kept, 1), (theirs, kept, 0)]
    _undo(book)
    picks = book.look().tuples("SELECT id, customer_id, released FROM pick ORDER BY id")
    assert [tuple(row) for row in picks] == [(mine, kept, 0), (theirs, gone, 0)]


def test_who_was_proposed_today_is_after_an_undo_again(book: Book) -> None:
    with book.change("add", leader_id=1, at=MORNING) as change:
        kept, gone = (a_customer(change, name) for name in ("Ana Duarte", "Anna Duarte"))
        theirs = _pick(change, gone)
    _merge(book, kept, gone)
    with book.change("test", leader_id=1, at=MORNING) as change:
        since = _pick(change, kept, day=MONDAY + timedelta(days=1))
        later = MORNING + timedelta(minutes=1)
        change.run("UPDATE pick SET reserved_at = :at WHERE id = :id", at=later, id=since)

    _undo(book)

    picks = book.look().tuples("SELECT id, customer_id, released FROM pick ORDER BY id")
    assert [tuple(row) for row in picks] == [(theirs, gone, 0), (since, kept, 1)]


def test_their_old_number_means_them_and_nobody_else_gets_it(book: Book) -> None:
    kept, gone = _two(book)

    _merge(book, kept, gone)
    with book.change("customers add", leader_id=1, at=MORNING) as change:
        new = add_customer(change, name="Bo Lind", company="", day=MONDAY)
        assert new == former.last_number(change) > gone

    look = book.look()
    assert find_customer(look, str(gone)).id == kept
    assert former.numbers_of(look, kept) == [gone]
    told = [event.command for event in events_about(look, kept)]
    assert told == ["customers merge", "add"]


def test_it_is_not_taken_apart_once_somebody_called(founded: Founded) -> None:
    book = founded.book
    kept, gone = _two(book)
    with book.change("team add", leader_id=None, at=MORNING) as change:
        ines = change.add("member", name="Ines Rocha", leads=True)
    _merge(book, kept, gone)
    _do(book, lambda change: a_call(change, kept), leader_id=ines)
    before = dump(book)

    with pytest.raises(StandsOnIt, match="Ana Duarte was called since"):
        _undo(book)

    assert dump(book) == before


def test_whoever_they_were_told_apart_from_stays_somebody_else(book: Book) -> None:
    with book.change("add", leader_id=1, at=MORNING) as change:
        one, two, three = (a_customer(change, name) for name in ("Ana", "Anna", "Anne"))
        tell_apart(change, three, two)
        tell_apart(change, two, three)
        tell_apart(change, one, two)

    _merge(book, two, one)
    _merge(book, three, two)

    assert book.look().rows("SELECT id FROM different") == []
