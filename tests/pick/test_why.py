"""Why it is this customer, on both databases: who was passed over, who is next, who rests."""

from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from typing import Any

from conftest import Founded
from dailycontact.core.rhythm import Happening
from dailycontact.core.turn import Barrier, Reason
from dailycontact.pick.usecases.today import today
from dailycontact.pick.usecases.why import Why, why
from dailycontact.store import rhythms
from dailycontact.store.changing import Change
from support.builders import MONDAY, MORNING, a_call, a_customer, a_finish, an_action, an_answer
from support.running import Run

YEAR_AGO = MONDAY - timedelta(weeks=52)
FRIDAY = MONDAY - timedelta(days=3)
FAR_AWAY = "America/New_York"


def change(founded: Founded) -> AbstractContextManager[Change]:
    return founded.book.change("test", leader_id=founded.leader_id, at=MORNING)


def explained(founded: Founded, *, at: datetime = MORNING, leader_id: int | None = None) -> Why:
    asked: dict[str, Any] = {
        "leader_id": leader_id or founded.leader_id, "day": at.date(), "now": at,
    }  # fmt: skip
    shown = today(founded.book.look(), **asked)
    found = why(founded.book.look(), shown.pick, **asked)
    founded.book.rest()
    return found


def spoken_to(c: Change, name: str, *, weeks: int, **values: Any) -> int:
    usual: dict[str, Any] = {"cadence": 63, "joined_on": YEAR_AGO}
    whom = a_customer(c, name, **(usual | values))
    a_call(c, whom, day=MONDAY - timedelta(weeks=weeks))
    return whom


def owes_news(c: Change, customer_id: int, *, ended: date) -> None:
    said = an_answer(c, customer_id, day=MONDAY - timedelta(weeks=4))
    a_finish(c, an_action(c, said), said, day=ended)


def promises_a_call(c: Change, customer_id: int, due_on: date) -> None:
    c.add(
        "promise", customer_id=customer_id, leader_id=1, kind="call-back", text="to ring",
        due_on=due_on, recorded_at=MORNING,
    )  # fmt: skip
    rhythms.refresh(c, [customer_id])


def names(rows: Any) -> list[str]:
    return [row.name for row in rows]


def test_nobody_is_next_and_passed_over_at_once(founded: Founded) -> None:
    with change(founded) as c:
        for place in range(3):
            spoken_to(c, f"Asleep {place}", weeks=50 - place, zone=FAR_AWAY)
        spoken_to(c, "Asleep and less far", weeks=20, zone=FAR_AWAY)
        for place in range(2):
            spoken_to(c, f"Awake {place}", weeks=40 - place)

    found = explained(founded)

    assert found.pick is not None
    assert found.pick.name == "Awake 0"
    assert names(found.passed_over) == ["Asleep 0", "Asleep 1", "Asleep 2"]
    assert names(found.runners_up) == ["Awake 1", "Asleep and less far"]
    assert [one.barrier for one in found.runners_up] == [None, Barrier.OUTSIDE_HOURS]
    assert found.runners_up[1].at == datetime(2026, 11, 23, 14, tzinfo=UTC)


def test_whoever_another_leader_holds_is_named_and_not_counted(founded: Founded) -> None:
    with change(founded) as c:
        tom = c.add("member", name="Tom Hale", leads=True)
        for place in range(3):
            spoken_to(c, f"Customer {place}", weeks=50 - place)
    explained(founded, leader_id=tom)

    found = explained(founded)

    assert found.pick is not None
    assert found.pick.name == "Customer 1"
    assert [(one.name, one.barrier, one.detail) for one in found.passed_over] == [
        ("Customer 0", Barrier.TODAY, "proposed to Tom Hale today")
    ]
    assert found.reachable.customers == 2


def test_an_older_promise_that_waits_after_a_miss_was_passed_over(founded: Founded) -> None:
    with change(founded) as c:
        rests = spoken_to(c, "Rests", weeks=50)
        promises_a_call(c, rests, FRIDAY - timedelta(days=7))
        rhythms.happened(c, rests, Happening.MISS, day=FRIDAY, waits=5)
        promises_a_call(c, spoken_to(c, "Due today", weeks=50), MONDAY)

    found = explained(founded)

    assert found.pick is not None
    assert (found.pick.name, found.pick.reason) == ("Due today", Reason.PROMISE)
    (passed,) = found.passed_over
    assert (passed.name, passed.reason, passed.since) == (
        "Rests", Reason.PROMISE, FRIDAY - timedelta(days=7)
    )  # fmt: skip
    assert (passed.barrier, passed.until) == (Barrier.BACKING_OFF, date(2026, 11, 27))


def test_news_says_since_when_it_waits_and_whose_news_waited_longer(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        skipped = spoken_to(c, "Skipped", weeks=9)
        owes_news(c, skipped, ended=date(2026, 11, 9))
        rhythms.happened(c, skipped, Happening.SKIP, day=FRIDAY, waits=5)
        owes_news(c, spoken_to(c, "First", weeks=4), ended=date(2026, 11, 10))
        owes_news(c, spoken_to(c, "Second", weeks=40), ended=date(2026, 11, 19))
    founded.book.rest()

    found = explained(founded)
    shown = run_in("today", "--why").out

    assert found.pick is not None
    assert (found.pick.name, found.pick.since) == ("First", date(2026, 11, 10))
    assert names(found.runners_up) == ["Second"]
    assert [(one.name, one.barrier) for one in found.passed_over] == [("Skipped", Barrier.SKIPPED)]
    assert "First  news since 10 Nov" in shown
    assert "Second  news since 19 Nov" in shown
    assert "2 can be phoned now" in shown
    assert "Skipped   news since 9 Nov: skipped, until Friday 27 November" in shown


def test_a_pick_of_the_morning_says_that_it_was_kept(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        spoken_to(c, "Ana", weeks=50)
    explained(founded, at=MORNING - timedelta(minutes=102))

    assert "Chosen at 07:30, and kept for today." in " ".join(run_in("today", "--why").out.split())


def test_a_pick_that_is_new_was_not_kept(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        spoken_to(c, "Ana", weeks=50)
    founded.book.rest()

    assert "kept for today" not in run_in("today", "--why").out


def test_a_newcomer_has_a_place_in_line_and_not_luck(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        a_customer(c, "New", cadence=63, joined_on=FRIDAY, head_start=63.0)
    founded.book.rest()

    shown = " ".join(run_in("today", "--why").out.split())

    assert "New 1 day 63 place in line +1.000 1.016" in shown
    assert run_in("today", "--why", "--json").json["arithmetic"]["pick"]["newcomer"]


def test_a_promise_to_come_rests_until_its_day(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        promises_a_call(c, spoken_to(c, "Ana", weeks=40), date(2026, 12, 10))
    founded.book.rest()

    found = explained(founded)
    shown = run_in("today", "--why").out

    assert found.pick is None
    assert [(one.name, one.until) for one in found.resting] == [("Ana", date(2026, 12, 10))]
    assert "Ana   a call back is promised for Thursday 10 December" in shown


def test_in_the_evening_whose_turn_it_is_says_why_not(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Reserved", weeks=50)
        spoken_to(c, "Too late", weeks=40)
    explained(founded)

    evening = explained(founded, at=MORNING.replace(hour=21, minute=30))

    assert evening.pick is None
    assert [(one.name, one.barrier) for one in evening.passed_over] == [
        ("Reserved", Barrier.OUTSIDE_HOURS), ("Too late", Barrier.OUTSIDE_HOURS),
    ]  # fmt: skip
    assert evening.runners_up == ()
    assert evening.reachable.customers == 0


def test_in_the_evening_whoever_was_spoken_to_rests(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Ana", weeks=40)
        a_call(c, spoken_to(c, "Bo", weeks=40, cadence=252), day=MONDAY)

    evening = explained(founded, at=MORNING.replace(hour=21, minute=30))

    assert evening.pick is None
    assert [(one.name, one.barrier, one.detail) for one in evening.resting] == [
        ("Bo", Barrier.TODAY, "spoken to today")
    ]


def test_whoever_is_missed_at_this_hour_again_and_again_is_better_rung_at_another(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        ana = spoken_to(c, "Ana", weeks=50)
    for days_ago in (20, 13):
        when = MORNING - timedelta(days=days_ago)
        with founded.book.change("log", leader_id=founded.leader_id, at=when) as c:
            a_call(c, ana, day=when.date(), outcome="no-answer")

    shown = run_in("today").out

    assert "WHEN       Better from 13:00 your time: nobody was in at this hour twice." in shown


def test_a_call_back_on_a_day_without_work_is_not_late(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        promises_a_call(c, spoken_to(c, "Ana", weeks=9), MONDAY - timedelta(days=1))
    founded.book.rest()

    shown = " ".join(run_in("today").out.split())

    assert "promised to call back on Sunday 22 November; this is the first working day" in shown
    assert "yesterday" not in shown


def test_a_holiday_of_theirs_is_said_of_a_pick_that_waits_too(founded: Founded) -> None:
    with change(founded) as c:
        lisa = spoken_to(c, "Lisa Ray", weeks=50, country="US", zone="America/Los_Angeles")
        c.add(
            "pick", leader_id=1, day=MONDAY, slot=1, customer_id=lisa, reason="turn",
            reserved_at=MORNING,
        )  # fmt: skip
        c.run("DELETE FROM holiday WHERE country = 'US'")
        c.run("INSERT INTO holiday (country, day, name) VALUES ('US', :day, 'Fête')", day=MONDAY)

    shown = today(
        founded.book.look(), leader_id=founded.leader_id, day=MONDAY,
        now=MORNING.replace(hour=17, minute=40),
    )  # fmt: skip
    founded.book.rest()

    assert shown.closed is not None
    assert (shown.closed.name, shown.closed.why_not, shown.closed.country) == ("Lisa", "Fête", "US")
    assert not shown.closed.others
