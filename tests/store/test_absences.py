"""Who stands in for whom, on both databases."""

from datetime import date

from conftest import Founded
from dailycontact.store import absences
from dailycontact.store.changing import Change
from support.builders import MONDAY, MORNING


def _leader(change: Change, name: str) -> int:
    return change.add("member", name=name, leads=1)


def _away(change: Change, leader_id: int, deputy_id: int | None, *, last: date = MONDAY) -> None:
    change.add("leave", leader_id=leader_id, first_on=MONDAY, last_on=last, deputy_id=deputy_id)


def test_a_deputy_stands_in_on_the_days_of_the_leave_only(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = _leader(change, "Tom Ellis")
        _away(change, founded.leader_id, tom, last=MONDAY.replace(day=25))

        days = (22, 23, 25, 26)
        found = [
            absences.deputised(change, leader_id=tom, day=MONDAY.replace(day=day)) for day in days
        ]

    assert found == [(), (1,), (1,), ()]


def test_nobody_stands_in_where_no_deputy_is_named(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = _leader(change, "Tom Ellis")
        _away(change, founded.leader_id, None)

        found = absences.deputised(change, leader_id=tom, day=MONDAY)

    assert found == ()


def test_whoever_stands_in_for_a_deputy_stands_in_for_both(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom, priya = _leader(change, "Tom Ellis"), _leader(change, "Priya Nair")
        _away(change, founded.leader_id, tom)
        _away(change, tom, priya)

        found = absences.deputised(change, leader_id=priya, day=MONDAY)

    assert found == (founded.leader_id, tom)


def test_two_who_stand_in_for_each_other_do_not_go_round_for_ever(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = _leader(change, "Tom Ellis")
        _away(change, founded.leader_id, tom)
        _away(change, tom, founded.leader_id)

        found = absences.deputised(change, leader_id=tom, day=MONDAY)

    assert found == (founded.leader_id,)
