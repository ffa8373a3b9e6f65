"""What a report is made of, read from a book: its weeks, its people, its calendar, its settings."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from conftest import Founded
from dailycontact.core.answer import Kind
from dailycontact.core.period import Period, days_between, quarter_of, since_sent, week_of
from dailycontact.core.recorded import Turnout
from dailycontact.report.rule.facts import Facts
from dailycontact.report.usecases.facts import facts
from dailycontact.store.changing import Change
from support.builders import (
    MONDAY,
    a_call,
    a_customer,
    a_finish,
    a_telling,
    a_theme,
    an_action,
    an_answer,
)

ZONE = "Europe/London"
TODAY = date(2026, 12, 18)


def _facts(
    founded: Founded, period: Period, *, today: date = TODAY, compare: bool = False
) -> Facts:
    found = facts(founded.book.look(), period=period, today=today, compare=compare, version="1.2")
    founded.book.rest()
    return found


def _week(day: date = MONDAY) -> Period:
    return week_of(day, zone=ZONE)


@contextmanager
def _on(founded: Founded, day: date, hour: int = 9) -> Iterator[Change]:
    """Yield a change on a day."""
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    with founded.book.change("test", leader_id=1, at=at) as change:
        yield change


def test_calls_are_counted_in_the_week_in_which_they_were_written_down(founded: Founded) -> None:
    with _on(founded, MONDAY) as change:
        ana, bo = a_customer(change), a_customer(change, "Bo Lind")
        a_call(change, ana)
        a_call(change, bo, outcome="no-answer")
        a_call(change, ana, day=MONDAY - timedelta(days=3))
    with _on(founded, MONDAY + timedelta(days=7)) as change:
        a_call(change, bo, day=MONDAY + timedelta(days=7))

    found = _facts(founded, _week(MONDAY + timedelta(days=7)))

    counted = [(one.calls, one.conversations) for one in found.weeks]
    assert counted == [*[(0, 0)] * 10, (3, 2), (1, 1)]
    assert [one.monday for one in found.weeks][-2:] == [MONDAY, MONDAY + timedelta(days=7)]
    assert len(found.asked) == 2


def test_a_longer_period_has_all_of_its_weeks(founded: Founded) -> None:
    year = days_between(date(2026, 1, 1), date(2026, 12, 31), zone=ZONE)

    found = _facts(founded, year, today=date(2027, 2, 1))

    assert len(found.weeks) == 53
    assert found.weeks[0].monday == date(2025, 12, 29)


def test_a_journey_has_the_days_on_which_an_answer_went_on(founded: Founded) -> None:
    with _on(founded, MONDAY) as change:
        gold = change.add("segment", name="Gold")
        ana = a_customer(change, segment_id=gold)
        said = an_answer(change, ana)
        praise = an_answer(change, ana, "Lovely.", kind="praise", consent="no")
        a_theme(change, "Invoices", said)
    with _on(founded, MONDAY + timedelta(days=1)) as change:
        day = MONDAY + timedelta(days=1)
        change.add("sharing", answer_id=said, leader_id=1, day=day, recorded_at=change.at)
        action = an_action(change, said, owner_id=1, owned_on=day, day=day)
    with _on(founded, MONDAY + timedelta(days=4)) as change:
        end = a_finish(change, action, said, day=MONDAY + timedelta(days=4))
    with _on(founded, MONDAY + timedelta(days=7)) as change:
        a_telling(change, end, said, day=MONDAY + timedelta(days=7))

    first, second = _facts(founded, _week(MONDAY + timedelta(days=7))).journeys

    went = (first.shared_at, first.taken_at, first.ended_at, first.told_at)
    assert [one and one - first.heard_at for one in went] == [1, 1, 4, 5]
    assert (first.theme, first.segment, first.week, first.stays) == (
        "Invoices", "Gold", MONDAY, False
    )  # fmt: skip
    assert (second.answer_id, second.kind, second.stays) == (praise, Kind.PRAISE, True)
    assert (second.shared, second.told_at) == (False, None)


def test_what_was_heard_long_ago_and_told_in_these_weeks_is_there_beside_their_journeys(
    founded: Founded,
) -> None:
    long_ago = MONDAY - timedelta(weeks=30)
    with _on(founded, long_ago) as change:
        old, waived, silent = (
            an_answer(change, a_customer(change, name), day=long_ago)
            for name in ("Ana Duarte", "Bo Lind", "Cleo Roy")
        )
        action = an_action(change, old, waived, silent, owner_id=1, day=long_ago)
        end = a_finish(change, action, old, waived, silent, day=long_ago)
    with _on(founded, MONDAY) as change:
        a_telling(change, end, old)
        a_telling(change, end, waived, how="waived", why="unreachable", channel=None, reaction=None)

    found = _facts(founded, _week())

    assert [(one.answer_id, one.told) for one in found.told_before] == [(old, True)]
    assert found.journeys == ()
    assert found.told_before[0].told_at is not None
    assert found.told_before[0].told_at - found.told_before[0].heard_at > 140


def test_who_was_rung_is_there_with_the_answer_whatever_became_of_it(founded: Founded) -> None:
    earlier = MONDAY - timedelta(days=7)
    with _on(founded, earlier) as change:
        said = an_answer(change, a_customer(change), day=earlier)
        end = a_finish(change, an_action(change, said, day=earlier), said, day=earlier)
    with _on(founded, MONDAY) as change:
        change.add("telling_try", finish_id=end, answer_id=said, leader_id=1, day=MONDAY,
                   recorded_at=change.at)  # fmt: skip
        a_telling(change, end, said, how="waived", why="unreachable", channel=None, reaction=None)

    found = _facts(founded, _week())

    assert [(one.answer_id, one.in_vain, one.told) for one in found.phoned] == [(said, True, False)]
    assert found.standing(said) is not None


def test_who_need_not_be_told_is_not_told_and_what_is_open_for_somebody_has_not_ended(
    founded: Founded,
) -> None:
    with _on(founded, MONDAY) as change:
        ana = a_customer(change)
        one, other = an_answer(change, ana), an_answer(change, ana)
        action = an_action(change, one, other, owner_id=1)
        end = a_finish(change, action, one, other)
        a_telling(change, end, one, how="waived", why="unreachable", channel=None, reaction=None)
        a_telling(change, end, other, reaction="not-solved")

    waived, reopened = _facts(founded, _week()).journeys

    assert (waived.ended_at is not None, waived.told_at) == (True, None)
    assert (reopened.ended_at, reopened.told_at) == (None, None)


def test_leave_does_not_stop_the_days_that_customers_wait(founded: Founded) -> None:
    with _on(founded, MONDAY) as change:
        said = an_answer(change, a_customer(change))
        day = MONDAY + timedelta(days=4)
        change.add("sharing", answer_id=said, leader_id=1, day=day, recorded_at=change.at)
    before = _facts(founded, _week()).journeys

    with _on(founded, MONDAY + timedelta(days=7)) as change:
        change.run(
            "UPDATE workday SET why_not = 'leave', number = number - 1 WHERE day = '2026-11-25'"
        )

    assert _facts(founded, _week()).journeys == before
    assert before[0].shared_at is not None
    assert before[0].shared_at - before[0].heard_at == 4


def test_days_before_the_calendar_of_the_book_are_counted_too(founded: Founded) -> None:
    with _on(founded, MONDAY) as change:
        said = an_answer(change, a_customer(change), day=date(2015, 6, 5))
        day = date(2015, 6, 8)
        change.add("sharing", answer_id=said, leader_id=1, day=day, recorded_at=change.at)

    (journey,) = _facts(founded, _week()).journeys

    assert journey.shared_at is not None
    assert (journey.shared_at - journey.heard_at, journey.week) == (1, MONDAY)


def test_only_what_the_period_is_about_is_read(founded: Founded) -> None:
    with _on(founded, MONDAY) as change:
        ana = a_customer(change)
        told, waits, reopened = (an_answer(change, ana) for _ in range(3))
        action = an_action(change, told, reopened, title="Print it", owner_id=1)
        a_telling(change, a_finish(change, action, told), told)
        an_action(change, waits, title="Look for it")
        done = an_answer(change, ana)
        old = an_action(change, done, title="Long done", owner_id=1)
        a_telling(change, a_finish(change, old, done), done)
        shared = an_answer(change, ana, "Fine.", kind="praise")
        change.add("sharing", answer_id=shared, leader_id=1, day=MONDAY, recorded_at=change.at)

    now = _facts(founded, _week(MONDAY + timedelta(days=14)))
    then = _facts(founded, _week())

    assert [one.answer.id for one in now.standings] == [told, waits, reopened]
    assert [action.title for action in now.actions] == ["Print it", "Look for it"]
    assert len(then.standings) == 5
    assert now.action(1) == then.action(1)


def test_whoever_once_did_not_agree_to_be_named_is_masked_though_that_is_long_over(
    founded: Founded,
) -> None:
    with _on(founded, MONDAY) as change:
        ana, bo = a_customer(change), a_customer(change, "Bo Lind")
        for customer, consent in ((ana, "words"), (bo, "name")):
            said = an_answer(change, customer, consent=consent)
            action = an_action(change, said, owner_id=1)
            a_telling(change, a_finish(change, action, said), said)
    with _on(founded, MONDAY + timedelta(days=14)) as change:
        an_answer(change, ana, consent="name")
        an_answer(change, bo, consent="name")

    found = _facts(founded, _week(MONDAY + timedelta(days=14)))

    assert len(found.standings) == 2
    assert found.named == frozenset({("Bo Lind", "")})


def test_a_week_off_says_why_and_when_somebody_calls_again(founded: Founded) -> None:
    with _on(founded, MONDAY) as change:
        change.add("leave", leader_id=1, first_on=MONDAY, last_on=MONDAY + timedelta(days=8))

    found = _facts(founded, _week())

    assert (found.calls, found.absent) == ((), "leave")
    assert found.back_on == MONDAY + timedelta(days=9)
    assert [(one.first, one.last) for one in found.away] == [(MONDAY, MONDAY + timedelta(days=8))]


@pytest.mark.parametrize(("hour", "day"), [(7, MONDAY), (13, MONDAY + timedelta(days=1))])
def test_in_the_morning_the_next_call_is_the_one_of_the_day(
    founded: Founded, hour: int, day: date
) -> None:
    now = datetime(2026, 11, 23, hour, tzinfo=UTC)

    found = _facts(founded, _week().cut_at(now), today=MONDAY)

    assert (found.absent, found.back_on) == (None, day)


def test_in_the_morning_of_a_day_off_the_next_call_is_on_the_day_after(founded: Founded) -> None:
    with _on(founded, MONDAY) as change:
        change.add("leave", leader_id=1, first_on=MONDAY, last_on=MONDAY)

    found = _facts(founded, _week().cut_at(datetime(2026, 11, 23, 10, tzinfo=UTC)), today=MONDAY)

    assert (found.absent, found.back_on) == ("leave", MONDAY + timedelta(days=1))


def test_a_holiday_is_said_by_its_name_and_leave_of_one_of_two_leaders_stops_nobody(
    founded: Founded,
) -> None:
    with _on(founded, MONDAY) as change:
        change.add("member", name="Priya Nair", leads=True)
        change.add("leave", leader_id=1, first_on=MONDAY, last_on=MONDAY + timedelta(days=60))

    christmas = _facts(founded, _week(date(2026, 12, 21)), today=date(2027, 2, 1))

    assert christmas.absent == "Christmas Day"
    assert christmas.back_on == date(2026, 12, 29)


def test_where_somebody_called_on_the_last_day_nobody_is_missed(founded: Founded) -> None:
    friday = MONDAY + timedelta(days=4)
    with _on(founded, friday) as change:
        a_call(change, a_customer(change), day=friday)

    found = _facts(founded, _week())

    assert (found.absent, found.back_on) == (None, None)


def test_leave_that_comes_next_says_when_somebody_calls_again(founded: Founded) -> None:
    friday = MONDAY + timedelta(days=4)
    with _on(founded, friday) as change:
        a_call(change, a_customer(change), day=friday)
        change.add("leave", leader_id=1, first_on=MONDAY + timedelta(days=7),
                   last_on=MONDAY + timedelta(days=11))  # fmt: skip

    found = _facts(founded, _week())

    assert (found.absent, found.back_on) == (None, None)
    assert found.after_leave == MONDAY + timedelta(days=14)
    assert found.never_called is False


def test_a_week_before_the_book_says_when_that_begins(founded: Founded) -> None:
    with _on(founded, MONDAY) as change:
        change.add("leave", leader_id=1, first_on=MONDAY, last_on=MONDAY)

    found, before = _facts(founded, _week()), _facts(founded, _week(date(2020, 1, 6)))

    assert found.begins_on is None
    assert before.begins_on is not None
    assert before.begins_on <= MONDAY
    assert (found.never_called, before.never_called) == (True, True)


def test_on_a_weekend_nobody_is_missed(founded: Founded) -> None:
    saturday = MONDAY + timedelta(days=5)

    found = _facts(founded, days_between(saturday, saturday + timedelta(days=1), zone=ZONE))

    assert (found.absent, found.back_on) == (None, None)


def test_one_writes_to_the_leader_who_called(founded: Founded) -> None:
    with _on(founded, MONDAY - timedelta(days=30)) as change:
        change.set("member", 1, email="marta@example.com")
        priya = change.add("member", name="Priya Nair", leads=True, email="priya@example.com")
        change.add("member", name="Tom Weber", email="tom@example.com")
    nobody = _facts(founded, _week()).contact
    with _on(founded, MONDAY) as change:
        a_call(change, a_customer(change), leader_id=priya)

    assert nobody == "marta@example.com"
    assert _facts(founded, _week()).contact == "priya@example.com"


def test_a_quarter_says_who_stayed_of_those_who_were_told_and_of_the_others(
    founded: Founded,
) -> None:
    october = date(2026, 10, 1)
    with _on(founded, october) as change:
        told = [a_customer(change, name, joined_on=october) for name in ("Ana Duarte", "Bo Lind")]
        a_customer(change, "Cleo Roy", company="Roy Ltd", joined_on=date(2026, 1, 5))
        a_customer(change, "Dan Fox", joined_on=date(2026, 1, 5), left_on=date(2026, 11, 2))
        a_customer(change, "Eva Holm", joined_on=date(2026, 1, 5), left_on=date(2026, 8, 2))
        for customer in told:
            said = an_answer(change, customer)
            a_telling(change, a_finish(change, an_action(change, said), said), said)
        change.set("customer", told[1], left_on=date(2026, 12, 1))
    with _on(founded, MONDAY) as change:
        a_customer(change, "Fay Gill", joined_on=MONDAY, referred_by="ana duarte")
        a_customer(change, "Gus Hart", joined_on=MONDAY, referred_by="Cleo Roy, Roy Ltd")
        a_customer(change, "Hal Ives", joined_on=MONDAY, referred_by="a friend")

    found = _facts(founded, quarter_of(MONDAY, zone=ZONE))

    assert found.told_turnout == Turnout(kept=1, left=1, came=1)
    assert found.untold_turnout == Turnout(kept=4, left=1, came=1)
    assert _facts(founded, _week()).told_turnout is None


def test_who_came_since_the_cutoff_is_not_in_a_quarter_that_was_cut(founded: Founded) -> None:
    cut = replace(quarter_of(MONDAY, zone=ZONE), cutoff=datetime(2026, 11, 20, tzinfo=UTC))
    with _on(founded, MONDAY) as change:
        a_customer(change, joined_on=date(2026, 10, 1))

    assert _facts(founded, cut).untold_turnout == Turnout()
    assert _facts(founded, quarter_of(MONDAY, zone=ZONE)).untold_turnout == Turnout(kept=1)


def test_who_joined_the_team_since_was_not_in_it(founded: Founded) -> None:
    with _on(founded, MONDAY + timedelta(days=7)) as change:
        change.add("member", name="Priya Nair", leads=True)

    assert _facts(founded, _week()).team == ("Marta Silva",)
    assert _facts(founded, _week(MONDAY + timedelta(days=7))).team == ("Marta Silva", "Priya Nair")


@pytest.mark.parametrize(
    ("day", "hour", "said"),
    [
        (date(2026, 12, 11), 16, False),
        (date(2026, 12, 18), 11, False),
        (date(2026, 12, 18), 16, True),
        (date(2026, 12, 25), 16, False),
    ],
)
def test_the_first_twenty_working_days_are_told_of_once_when_they_are_over(
    founded: Founded, day: date, hour: int, *, said: bool
) -> None:
    with _on(founded, MONDAY) as change:
        a_call(change, a_customer(change))
    now = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)

    found = _facts(founded, _week(day).cut_at(now), today=day)

    assert (found.first_weeks is not None) is said
    if found.first_weeks:
        days = found.first_weeks.period
        assert (days.first, days.last) == (MONDAY, date(2026, 12, 18))
        assert len(found.first_weeks.calls) == 1


def test_a_week_that_is_not_over_stands_beside_as_much_of_the_week_before(
    founded: Founded,
) -> None:
    next_week = MONDAY + timedelta(days=7)
    with _on(founded, MONDAY, hour=9) as change:
        ana = a_customer(change)
        a_call(change, ana)
    with _on(founded, MONDAY, hour=15) as change:
        a_call(change, ana)
    noon = _week(next_week).cut_at(datetime(2026, 11, 30, 12, tzinfo=UTC))

    so_far = _facts(founded, noon, today=next_week, compare=True).before
    whole = _facts(founded, _week(next_week), compare=True).before

    assert so_far is not None
    assert whole is not None
    assert (len(so_far.calls), so_far.as_of) == (1, MONDAY)
    assert len(whole.calls) == 2


def test_the_period_before_stands_beside_it_where_that_is_asked_for(founded: Founded) -> None:
    with _on(founded, MONDAY - timedelta(days=7)) as change:
        a_call(change, a_customer(change), day=MONDAY - timedelta(days=7))
    sent = since_sent(
        datetime(2026, 11, 20, 16, tzinfo=UTC), now=datetime(2026, 11, 27, 16, tzinfo=UTC),
        zone=ZONE,
    )  # fmt: skip

    beside = _facts(founded, _week(), compare=True).before
    since = _facts(founded, sent, compare=True).before

    assert _facts(founded, _week()).before is None
    assert beside is not None
    assert (beside.period.week, len(beside.calls)) == ("2026-W47", 1)
    assert since is not None
    assert (since.period.start, since.period.until) == (
        datetime(2026, 11, 13, 16, tzinfo=UTC), datetime(2026, 11, 20, 16, tzinfo=UTC),
    )  # fmt: skip


def test_a_book_has_a_mark_that_does_not_give_its_seed_away(founded: Founded) -> None:
    found = _facts(founded, _week())

    assert (found.seed, found.version, found.company) == ("tests", "1.2", "Brightside")
    assert re.fullmatch(r"[0-9a-f]{8}", found.mark)
    assert found.mark != _of_another_seed(founded)


def _of_another_seed(founded: Founded) -> str:
    with _on(founded, MONDAY) as change:
        row = change.value("SELECT id AS value FROM setting WHERE key = 'seed'")
        change.set("setting", row, value="others")
    return _facts(founded, _week()).mark
