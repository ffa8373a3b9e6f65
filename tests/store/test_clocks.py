"""By whose clock something waits, on both databases."""

from datetime import date

import pytest

from conftest import Founded
from dailycontact.loop import Stage
from dailycontact.people.usecases import leave
from dailycontact.store import answers, calendar, owed
from dailycontact.store.changing import Change
from dailycontact.store.clocks import Clocks
from support.builders import (
    MONDAY,
    MORNING,
    a_customer,
    a_finish,
    an_action,
    an_answer,
)

BACK = date(2027, 1, 18)
"""Three weeks and two days of Christmas after the Monday on which everything happened."""


def _away(change: Change, leader_id: int, first: date, last: date) -> None:
    leave.take(change, leader_id=leader_id, first=first, last=last, deputy=None, today=MONDAY)


def _another_leader(change: Change) -> int:
    member_id = change.add("member", name="Tom Ellis", leads=1)
    calendar.rebuild(change, since=MONDAY, today=MONDAY)
    return member_id


def test_the_team_goes_on_while_only_the_leaders_are_away(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _away(change, founded.leader_id, date(2026, 12, 21), BACK.replace(day=15))
        clocks = Clocks(change, BACK)

        team = clocks.team(date(2026, 12, 18))
        leader = clocks.leader(date(2026, 12, 18), founded.leader_id)

    # Of the 21 working days from 21 December to 18 January, three are British holidays.
    assert team == 18
    assert leader == 1


def test_public_holidays_stop_the_team_too(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        clocks = Clocks(change, date(2026, 12, 28))

        waited = clocks.team(date(2026, 12, 24))

    assert waited == 0


def test_a_leader_who_is_away_waits_while_another_works(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = _another_leader(change)
        _away(change, founded.leader_id, date(2026, 11, 24), date(2026, 11, 27))
        clocks = Clocks(change, date(2026, 11, 30))

        waited = {
            who: clocks.leader(MONDAY, leader_id)
            for who, leader_id in (("marta", founded.leader_id), ("tom", tom), ("anybody", None))
        }

    assert waited == {"marta": 1, "tom": 5, "anybody": 5}


def test_days_away_before_it_began_do_not_count_for_it(founded: Founded) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _another_leader(change)
        _away(change, founded.leader_id, date(2026, 11, 24), date(2026, 11, 27))
        clocks = Clocks(change, date(2026, 12, 4))

        waited = clocks.leader(date(2026, 11, 30), founded.leader_id)

    assert waited == 4


@pytest.mark.parametrize(
    ("stage", "age", "late"),
    [
        (Stage.HEARD, 1, False),
        (Stage.SHARED, 18, True),
        (Stage.ACTING, 18, True),  # it is looking for someone
        (Stage.DONE, 1, False),
        (Stage.DECLINED, 1, False),
    ],
)
def test_after_three_weeks_away_only_what_waits_for_the_team_has_grown_older(
    founded: Founded, stage: Stage, age: int, *, late: bool
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _in_stage(change, stage, date(2026, 12, 18))
        _away(change, founded.leader_id, date(2026, 12, 21), BACK.replace(day=15))

        (standing,) = answers.standings(change, today=BACK)

    assert standing.stage is stage
    assert (standing.age, standing.overdue) == (age, late)


def test_news_of_an_own_customer_waits_for_their_leader_and_others_for_anybody(
    founded: Founded,
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        _another_leader(change)
        for name, own in (("Ana", founded.leader_id), ("Bo", None)):
            answer = an_answer(change, a_customer(change, name, leader_id=own))
            a_finish(change, an_action(change, answer), answer)
        _away(change, founded.leader_id, date(2026, 11, 24), date(2026, 11, 27))

        waited = {
            each.customer: each.waited for each in owed.owed(change, today=MONDAY.replace(day=30))
        }
        own_only = owed.owed(change, today=MONDAY, leader_id=founded.leader_id)

    assert waited == {"Ana": 1, "Bo": 5}
    assert [each.customer for each in own_only] == ["Ana"]


def _in_stage(change: Change, stage: Stage, day: date) -> None:
    answer = an_answer(change, a_customer(change, leader_id=change.leader_id), day=day)
    if stage is Stage.HEARD:
        return
    change.add(
        "sharing", answer_id=answer, leader_id=change.leader_id, day=day, recorded_at=change.at
    )
    if stage is Stage.SHARED:
        return
    action = an_action(change, answer, day=day)
    if stage is not Stage.ACTING:
        a_finish(change, action, answer, how=stage.value, day=day)
