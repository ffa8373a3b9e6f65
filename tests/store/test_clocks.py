"""By whose clock something waits, on both databases."""

from datetime import date, timedelta
from typing import Any

import pytest

from conftest import Founded
from dailycontact.core.book import BookSettings
from dailycontact.core.standing import Wait
from dailycontact.loop import Clock, Stage
from dailycontact.people.usecases import leave
from dailycontact.store import answers, calendar, owed
from dailycontact.store.changing import Change
from dailycontact.store.clocks import Clocks
from support.builders import (
    MONDAY,
    MORNING,
    a_customer,
    a_finish,
    a_telling,
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


def _limit(change: Change, wait: Wait, *, stage: Stage, today: date, **values: Any) -> int:
    usual: dict[str, Any] = {"urgent": False, "settings": BookSettings()}
    return answers.limit_of(wait, stage=stage, clocks=Clocks(change, today), **usual | values)


@pytest.mark.parametrize(
    ("heard", "report_day", "last"),
    [
        (MONDAY, 4, date(2026, 11, 27)),
        (date(2026, 11, 27), 4, date(2026, 12, 4)),  # on the day itself: by the next report
        (date(2026, 11, 28), 4, date(2026, 12, 4)),  # on a Saturday
        (MONDAY, 2, date(2026, 11, 25)),
        (date(2026, 12, 21), 4, date(2026, 12, 29)),  # Christmas, Boxing Day made up for
    ],
)
def test_what_was_heard_is_late_on_the_working_day_after_the_next_report(
    founded: Founded, heard: date, report_day: int, last: date
) -> None:
    wait = Wait(clock=Clock.UNSHARED, since=heard, leader_id=founded.leader_id)
    settings = BookSettings(report_day=report_day)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        late = {}
        for today in (last, last + timedelta(days=4)):
            limit = _limit(change, wait, stage=Stage.HEARD, today=today, settings=settings)
            clocks = Clocks(change, today)
            waited = clocks.waited(wait.clock, heard, waits_for=founded.leader_id)
            late[today] = waited > limit

    assert not late[last]
    assert late[last + timedelta(days=4)]


def test_a_report_for_which_the_leader_is_away_is_awaited_for_a_week_more(
    founded: Founded,
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        tom = _another_leader(change)
        _away(change, founded.leader_id, date(2026, 11, 26), date(2026, 11, 30))
        clocks = Clocks(change, MONDAY)

        marta = clocks.until_report(MONDAY, founded.leader_id, weekday=4)
        other = clocks.until_report(MONDAY, tom, weekday=4)

    # To Friday 4 December, without the three working days on which Marta is away.
    assert (marta, other) == (6, 4)


@pytest.mark.parametrize(
    ("wait", "stage", "days"),
    [
        (Wait(clock=Clock.UNOWNED, since=MONDAY), Stage.SHARED, 5),
        (Wait(clock=Clock.UNOWNED, since=MONDAY), Stage.ACTING, 5),
        (Wait(clock=Clock.UNDONE, since=MONDAY), Stage.ACTING, 20),
        (Wait(clock=Clock.UNTOLD, since=MONDAY), Stage.DONE, 5),
        (Wait(clock=Clock.UNTOLD, since=MONDAY, further=5), Stage.DONE, 10),
        (Wait(clock=Clock.UNTOLD, since=MONDAY, further=1), Stage.DECLINED, 6),
    ],
)
def test_each_clock_has_its_patience_and_further_askers_take_a_day_each(
    sqlite_book: Founded, wait: Wait, stage: Stage, days: int
) -> None:
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        assert _limit(change, wait, stage=stage, today=MONDAY) == days


@pytest.mark.parametrize(
    ("clock", "stage", "days"),
    [
        (Clock.UNSHARED, Stage.HEARD, 0),
        (Clock.UNOWNED, Stage.SHARED, 0),
        (Clock.UNOWNED, Stage.ACTING, 0),
        (Clock.UNDONE, Stage.ACTING, 20),
        (Clock.UNTOLD, Stage.DONE, 5),
    ],
)
def test_what_is_urgent_is_wanted_the_same_day_until_somebody_has_it(
    sqlite_book: Founded, clock: Clock, stage: Stage, days: int
) -> None:
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        wait = Wait(clock=clock, since=MONDAY)

        assert _limit(change, wait, stage=stage, today=MONDAY, urgent=True) == days


def test_an_owner_starts_a_clock_of_their_own_and_a_reopened_one_begins_anew(
    sqlite_book: Founded,
) -> None:
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        answer = an_answer(change, a_customer(change))
        taken = date(2026, 11, 30)
        action = an_action(change, answer, owner_id=1, owned_on=taken)
        (owned,) = answers.standings(change, today=date(2026, 12, 7))
        finish = a_finish(change, action, answer, day=date(2026, 12, 8))
        told = date(2026, 12, 10)
        a_telling(change, finish, answer, reaction="not-solved", day=told)
        (reopened,) = answers.standings(change, today=date(2026, 12, 11))

    assert owned.wait == Wait(clock=Clock.UNDONE, since=taken)
    assert (owned.age, owned.limit, owned.since) == (5, 20, MONDAY)
    assert reopened.wait == Wait(clock=Clock.UNDONE, since=told)
    assert (reopened.age, reopened.overdue) == (1, False)
