"""Who of the team is due, and who may read what they said, on both databases."""

from datetime import date
from typing import Any

import pytest

from conftest import Founded
from dailycontact.people.usecases import leave
from dailycontact.store import calendar, talks
from dailycontact.store.changing import Change
from dailycontact.store.settings import write_setting
from support.builders import MONDAY, MORNING

LONG_AGO = date(2026, 9, 1)


def _member(change: Change, name: str, **values: Any) -> int:
    return change.add("member", name=name, **values)


def _talk(change: Change, member_id: int, *, day: date = LONG_AGO, **values: Any) -> int:
    columns = {"leader_id": change.leader_id} | values
    return change.add("talk", member_id=member_id, day=day, recorded_at=change.at, **columns)


def _due(change: Change, *, leader_id: int = 1, day: date = MONDAY) -> str | None:
    found = talks.due(change, leader_id=leader_id, day=day)
    return found.member.name if found else None


def test_whoever_waited_longest_is_due_with_what_they_said_then(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom, priya = _member(change, "Tom Ellis"), _member(change, "Priya Nair")
        _talk(change, tom, day=date(2026, 9, 2), wish="Fewer meetings")
        _talk(change, priya, wish="A second screen", notes="tired")

        found = talks.due(change, leader_id=1, day=MONDAY)

    assert found is not None
    assert (found.member.id, found.last_on, found.last_wish) == (priya, LONG_AGO, "A second screen")


def test_a_leader_never_talks_with_themselves_nor_with_who_has_left(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _member(change, "Tom Ellis", left_on="2026-10-01")

        found = _due(change)

    assert found is None


def test_another_leader_is_of_the_team_too(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = _member(change, "Tom Ellis", leads=1)

        found = _due(change), _due(change, leader_id=tom)

    assert found == ("Tom Ellis", "Marta Silva")


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 11, 23), None),
        (date(2026, 11, 27), None),
        (date(2026, 11, 30), "Tom Ellis"),
    ],
)
def test_one_talk_a_calendar_week_is_enough(founded: Founded, day: date, due: str | None) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _talk(change, _member(change, "Priya Nair"), day=date(2026, 11, 24))
        _member(change, "Tom Ellis")

        found = _due(change, day=day)

    assert found == due


def test_two_leaders_do_not_ask_the_same_member_within_four_weeks(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = _member(change, "Tom Ellis", leads=1)
        priya = _member(change, "Priya Nair")
        _talk(change, priya, day=date(2026, 11, 20))
        _talk(change, founded.leader_id, day=date(2026, 11, 20), leader_id=priya)

        found = _due(change, leader_id=tom)

    assert found is None


@pytest.mark.parametrize("who", ["the leader", "the member"])
def test_nobody_is_due_while_either_is_away(founded: Founded, who: str) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = _member(change, "Tom Ellis", leads=1)
        calendar.rebuild(change, since=MONDAY, today=MONDAY)
        away = founded.leader_id if who == "the leader" else tom
        leave.take(change, leader_id=away, first=MONDAY, last=MONDAY, deputy=None, today=MONDAY)

        found = _due(change), _due(change, day=MONDAY.replace(day=24))

    assert found == (None, "Tom Ellis")


def test_nobody_is_due_at_the_weekend(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _member(change, "Tom Ellis")

        found = _due(change, day=date(2026, 11, 28))

    assert found is None


def test_a_book_can_do_without_talks(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _member(change, "Tom Ellis")
        write_setting(change, "talks", "off")

        found = _due(change)

    assert found is None


def test_what_was_said_is_the_leaders_alone_unless_it_may_be_passed_on(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = _member(change, "Tom Ellis", leads=1)
        priya = _member(change, "Priya Nair")
        _talk(change, priya, day=date(2026, 9, 1), wish="More pay", notes="upset")
        _talk(change, priya, day=date(2026, 9, 2), wish="A map", notes="calm", pass_on=1)

        read = {
            reader_id: [
                (t.wish, t.notes) for t in talks.with_member(change, priya, reader_id=reader_id)
            ]
            for reader_id in (founded.leader_id, tom, None)
        }

    assert read == {
        founded.leader_id: [("A map", "calm"), ("More pay", "upset")],
        tom: [("A map", None), (None, None)],
        None: [("A map", None), (None, None)],
    }
