"""The morning on both databases: news, hours, the habit, another, anyway, and why."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from conftest import Founded
from dailycontact.core.reach import Access
from dailycontact.core.rhythm import Happening
from dailycontact.core.turn import Barrier, Reason
from dailycontact.pick.usecases.today import State, Today, today
from dailycontact.pick.usecases.why import Why, why
from dailycontact.store import rhythms
from dailycontact.store.changing import Change
from support.builders import MONDAY, MORNING, a_call, a_customer, a_finish, an_action, an_answer
from support.running import Run

TUESDAY = MONDAY + timedelta(days=1)
YEAR_AGO = MONDAY - timedelta(weeks=52)
AFTERNOON = "2026-11-23T15:30:00+00:00"
EVENING = "2026-11-23T21:30:00+00:00"


def change(founded: Founded) -> AbstractContextManager[Change]:
    return founded.book.change("test", leader_id=founded.leader_id, at=MORNING)


def morning(founded: Founded, *, at: datetime = MORNING, **flags: bool) -> Today:
    shown = today(founded.book.look(), leader_id=founded.leader_id, day=at.date(), now=at, **flags)
    founded.book.rest()
    return shown


def explained(founded: Founded, *, at: datetime = MORNING) -> Why:
    shown = morning(founded, at=at)
    found = why(founded.book.look(), shown.pick, leader_id=founded.leader_id, day=at.date(), now=at)
    founded.book.rest()
    assert found is not None
    return found


def spoken_to(c: Change, name: str, *, weeks: int, cadence: int = 63, **values: Any) -> int:
    whom = a_customer(c, name, cadence=cadence, joined_on=YEAR_AGO, **values)
    a_call(c, whom, day=MONDAY - timedelta(weeks=weeks))
    return whom


def owes_news(c: Change, customer_id: int, *, weeks: int, ended: date = MONDAY) -> None:
    said = an_answer(c, customer_id, day=MONDAY - timedelta(weeks=weeks))
    a_finish(c, an_action(c, said), said, day=ended)


def name_of(shown: Today) -> str | None:
    return shown.customer.name if shown.customer else None


def test_news_wins_and_is_not_asked_for_more_before_their_turn(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Waiting long", weeks=50)
        told = a_customer(c, "To be told", cadence=252, joined_on=YEAR_AGO)
        owes_news(c, told, weeks=3)

    shown = morning(founded)

    assert name_of(shown) == "To be told"
    assert shown.pick is not None
    assert shown.pick.reason is Reason.NEWS
    assert shown.reaching is not None
    assert not shown.reaching.due
    assert shown.why is not None
    assert "Tell them; the question can wait until about" in shown.why


def test_news_to_somebody_who_is_due_is_followed_by_the_question(founded: Founded) -> None:
    with change(founded) as c:
        owes_news(c, a_customer(c, "Ana Duarte", joined_on=YEAR_AGO, cadence=21), weeks=20)

    shown = morning(founded)

    assert shown.reaching is not None
    assert shown.reaching.due
    assert (shown.why or "").endswith("Tell them, then ask what is next.")


def test_whoever_can_be_phoned_now_is_proposed_and_the_other_is_named(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Far away", weeks=50, zone="America/New_York")
        spoken_to(c, "Near", weeks=20)

    shown = morning(founded)

    assert name_of(shown) == "Near"
    assert shown.reaching is not None
    assert [one.name for one in shown.reaching.ahead] == ["Far away"]
    assert shown.reaching.ahead[0].at == MORNING.replace(hour=14, minute=0)


def test_where_nobody_can_be_phoned_now_it_says_from_when(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Far away", weeks=50, zone="America/New_York")

    shown = morning(founded)

    assert shown.reaching is not None
    assert shown.reaching.window.access is Access.LATER
    assert shown.reaching.zone == "America/New_York"


def test_late_in_the_evening_nobody_is_proposed_and_the_day_is_not_idle(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        spoken_to(c, "Near", weeks=50)
    founded.book.rest()

    shown = run_in("today", at=EVENING)
    anyway = run_in("today", "--anyway", "--json", at=EVENING)

    assert "It is too late to ring anybody today. Next: Tuesday 24 November" in shown.out
    assert (anyway.json["pick"], anyway.json["state"]) == (None, State.TOO_LATE)
    assert founded.book.look().rows("SELECT * FROM idle") == []


def test_a_stored_pick_whose_day_is_over_can_only_be_logged(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        spoken_to(c, "Near", weeks=50)
    founded.book.rest()

    assert run_in("today", "--json").json["pick"] is not None
    late = run_in("today", "--json", at=EVENING).json
    assert (late["pick"], late["state"]) == (None, State.TOO_LATE)
    assert "Near" in run_in("log", "reached", "--nothing", "--json", at=EVENING).out
    assert run_in("today", "--json", at=EVENING).json["state"] == State.MADE


def test_a_holiday_of_their_own_is_said(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        spoken_to(c, "Abroad", weeks=50, country="US", zone="America/New_York")
        for day in (MONDAY, TUESDAY):
            c.run(
                "INSERT INTO holiday (country, day, name) VALUES ('US', :day, 'Turkey Day')"
                " ON CONFLICT DO NOTHING",
                day=day,
            )
    founded.book.rest()

    shown = run_in("today", at=AFTERNOON)

    assert "Abroad has a day off (Turkey Day in the United States)." in shown.out


def test_another_is_reserved_beside_the_one_who_waits(founded: Founded) -> None:
    with change(founded) as c:
        for weeks, name in ((50, "Ana"), (40, "Bo"), (30, "Jo")):
            spoken_to(c, name, weeks=weeks)

    names = [name_of(morning(founded)), name_of(morning(founded, another=True))]
    after = morning(founded)

    assert names == ["Ana", "Bo"]
    assert name_of(after) == "Bo"
    with change(founded) as c:
        assert after.pick is not None
        a_call(c, after.pick.customer_id, outcome="no-answer", pick_id=after.pick.id)
    assert name_of(morning(founded)) == "Ana"


def test_another_who_is_not_there_leaves_the_one_who_waits(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Ana", weeks=50)
    morning(founded)

    assert name_of(morning(founded, another=True)) == "Ana"


def test_anyway_lifts_the_minimum_gap_and_never_a_pause_or_the_hours(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Paused", weeks=3, paused_on=MONDAY)
        spoken_to(c, "Refused", weeks=3, do_not_contact_on=MONDAY)
        spoken_to(c, "Asleep", weeks=3, zone="Pacific/Auckland", hours="09:00-10:00")
        spoken_to(c, "Lately", weeks=2)

    assert morning(founded).state is State.NOBODY
    assert name_of(morning(founded, anyway=True)) == "Lately"


def test_a_day_on_which_nobody_is_due_is_noted_once_and_breaks_no_row(founded: Founded) -> None:
    with change(founded) as c:
        a_call(c, a_customer(c, "Ana", cadence=252, joined_on=YEAR_AGO), day=MONDAY)

    tuesday = MORNING + timedelta(days=1)
    states = [morning(founded, at=tuesday).state for _ in range(2)]

    assert states == [State.NOBODY] * 2
    noted = founded.book.look().rows("SELECT leader_id, day FROM idle")
    assert [(row["leader_id"], row["day"]) for row in noted] == [(1, TUESDAY.isoformat())]
    with change(founded) as c:
        for days in (-4, -3):
            a_call(
                c, a_customer(c, f"Day {days}", joined_on=YEAR_AGO), outcome="no-answer",
                day=MONDAY + timedelta(days=days),
            )  # fmt: skip
    assert morning(founded, at=MORNING + timedelta(days=2)).streak == 3


def test_the_leader_s_own_leave_breaks_no_row(founded: Founded) -> None:
    with change(founded) as c:
        c.add("member", name="Tom Hale", leads=True)
        for days in (-11, -10):
            a_call(
                c, a_customer(c, f"Day {days}", joined_on=YEAR_AGO), outcome="no-answer",
                day=MONDAY + timedelta(days=days),
            )  # fmt: skip
        spoken_to(c, "Ana", weeks=50)
        c.add(
            "leave", leader_id=1, first_on=MONDAY - timedelta(days=7),
            last_on=MONDAY - timedelta(days=3),
        )  # fmt: skip

    assert morning(founded).streak == 2
    assert morning(founded, at=MORNING + timedelta(days=1)).streak == 0


def test_who_was_skipped_three_times_is_a_question(founded: Founded) -> None:
    with change(founded) as c:
        ana = spoken_to(c, "Ana Duarte", weeks=40)
        for days in (30, 20, 10):
            rhythms.happened(c, ana, Happening.SKIP, day=MONDAY - timedelta(days=days), waits=5)

    shown = morning(founded)

    assert shown.reaching is not None
    assert shown.reaching.skips == 3
    assert "You skipped Ana three times in a row" in (shown.why or "")


def test_the_numbers_that_seem_dead_are_counted(founded: Founded) -> None:
    with change(founded) as c:
        other = c.add("member", name="Tom Hale", leads=True)
        for leader_id in (None, 1, other):
            dead = spoken_to(c, f"Dead {leader_id}", weeks=50, leader_id=leader_id)
            for days in range(15):
                on = MONDAY - timedelta(days=60 - days)
                rhythms.happened(c, dead, Happening.MISS, day=on, waits=1)

    assert morning(founded).beside.silent == 2


def many(c: Change) -> None:
    """Fill a book with customers of several rhythms, spoken to and not."""
    for place in range(24):
        cadence = (21, 63, 252)[place % 3]
        if place % 4:
            spoken_to(c, f"Customer {place}", weeks=8 + 3 * place % 40, cadence=cadence)
        else:
            a_customer(
                c, f"Customer {place}", cadence=cadence, joined_on=YEAR_AGO,
                head_start=float(place),
            )  # fmt: skip


def test_the_numbers_choose_the_same_again(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        many(c)
    founded.book.rest()

    found = run_in("today", "--why", "--json").json

    arithmetic = found["arithmetic"]
    everybody = [arithmetic["pick"], *arithmetic["runners_up"]]
    scores = [(one["waited"] + one["luck"]) / one["cadence"] for one in everybody]
    assert scores == pytest.approx([one["score"] for one in everybody])
    assert scores == sorted(scores, reverse=True)
    assert arithmetic["pick"]["id"] == found["pick"]["customer"]["id"]
    rows = founded.book.look().rows(
        "SELECT id, clock, beat FROM customer WHERE eligible_from <= :number",
        number=arithmetic["working_day"],
    )
    ranked = sorted(rows, key=lambda row: (row["clock"] - arithmetic["working_day"]) / row["beat"])
    assert [row["id"] for row in ranked[:4]] == [one["id"] for one in everybody]
    assert arithmetic["reachable"] == len(rows)
    assert not arithmetic["more_reachable"]


def test_without_why_the_document_has_no_arithmetic(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        many(c)
    founded.book.rest()

    assert run_in("today", "--json").json["arithmetic"] is None


def test_whoever_was_passed_over_says_why(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Proposed", weeks=40, cadence=252)
        spoken_to(c, "Refused", weeks=51, do_not_contact_on=MONDAY)
        spoken_to(c, "Paused", weeks=50, paused_on=MONDAY)
        spoken_to(c, "Far away", weeks=49, zone="America/New_York")
        waiting = spoken_to(c, "Missed", weeks=48)
        rhythms.happened(c, waiting, Happening.MISS, day=MONDAY - timedelta(days=1), waits=5)
        passed = spoken_to(c, "Skipped", weeks=47)
        rhythms.happened(c, passed, Happening.SKIP, day=MONDAY - timedelta(days=1), waits=5)

    found = explained(founded)

    barriers = {one.name: one.barrier for one in found.passed_over}
    assert found.pick is not None
    assert found.pick.name == "Proposed"
    assert barriers == {
        "Refused": Barrier.DO_NOT_CONTACT,
        "Paused": Barrier.PAUSED,
        "Far away": Barrier.OUTSIDE_HOURS,
        "Missed": Barrier.BACKING_OFF,
        "Skipped": Barrier.SKIPPED,
    }


def missed_this_morning(founded: Founded, name: str, *, days_ago: int) -> None:
    """Miss somebody in the morning, some days ago, on the first of two numbers."""
    when = MORNING - timedelta(days=days_ago)
    with founded.book.change("log", leader_id=founded.leader_id, at=when) as c:
        whom = c.value("SELECT id AS value FROM customer WHERE name = :name", name=name)
        phone = c.value("SELECT id AS value FROM phone WHERE customer_id = :id", id=whom)
        a_call(c, whom, day=when.date(), outcome="no-answer", phone_id=phone)


def test_whoever_was_missed_at_this_hour_gives_way_and_comes_first_later(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        spoken_to(c, "Out in the morning", weeks=50)
        spoken_to(c, "Somebody else", weeks=40)
    missed_this_morning(founded, "Out in the morning", days_ago=3)

    found = explained(founded)
    shown = run_in("today")

    assert found.pick is not None
    assert found.pick.name == "Somebody else"
    assert [(one.name, one.barrier, one.detail) for one in found.passed_over] == [
        ("Out in the morning", Barrier.BACKING_OFF, "missed at this hour")
    ]
    assert "Out in the morning comes first, best after 13:00 your time" in shown.out
    assert "missed at this hour" in run_in("today", "--why").out


def test_after_two_misses_the_other_number_is_the_one_to_try(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        ana = spoken_to(c, "Ana Duarte", weeks=50)
        c.add("phone", customer_id=ana, position=2, raw="1", shown="0700 1", label="mobile")
    for days_ago in (11, 7):
        missed_this_morning(founded, "Ana Duarte", days_ago=days_ago)

    card = run_in("today").out

    said = " ".join(card.split())
    assert "Third try: no answer on 12 and 16 November; this time the mobile." in said
    assert card.index("0700 1") < card.index("+441134960123")


def test_a_holiday_of_theirs_is_a_reason_to_be_passed_over(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        spoken_to(c, "Abroad", weeks=50, country="FR", zone="Europe/Paris")
        spoken_to(c, "At home", weeks=40)
        c.run("DELETE FROM holiday WHERE country = 'FR'")
        c.run("INSERT INTO holiday (country, day, name) VALUES ('FR', :day, 'Fête')", day=MONDAY)
    founded.book.rest()

    assert "Abroad   a day off there (Fête)" in run_in("today", "--why").out


def test_who_comes_after_news_was_not_passed_over(founded: Founded) -> None:
    with change(founded) as c:
        spoken_to(c, "Refused", weeks=51, do_not_contact_on=MONDAY)
        owes_news(c, a_customer(c, "To be told", cadence=252, joined_on=YEAR_AGO), weeks=3)

    found = explained(founded)

    assert found.pick is not None
    assert (found.pick.name, found.pick.reason) == ("To be told", Reason.NEWS)
    assert found.passed_over == ()


def test_why_is_a_small_table_of_80_columns(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        many(c)
        new: dict[str, Any] = {"cadence": 21, "joined_on": YEAR_AGO, "head_start": 300.0}
        a_customer(c, "名" * 60, **new)
        a_customer(c, "A" * 200, zone="America/New_York", **(new | {"head_start": 400.0}))
        refused: dict[str, Any] = {"do_not_contact_on": MONDAY, "head_start": 400.0}
        a_customer(c, "[/nope]\x1b[2J", **(new | refused))
    founded.book.rest()

    shown = run_in("today", "--why").out

    assert "waited   rhythm" in shown
    assert "best after 14:00 your time" in shown
    assert "do not contact" in shown
    assert "\x1b" not in shown
    assert len(shown.splitlines()) <= 23


def test_where_nobody_is_proposed_it_says_who_rests_and_until_when(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        a_customer(c, "Refused", joined_on=YEAR_AGO, do_not_contact_on=MONDAY)
        missed = a_customer(c, "Missed", cadence=252, joined_on=YEAR_AGO)
        a_call(c, missed, day=MONDAY - timedelta(days=3), outcome="no-answer")
        rhythms.happened(c, missed, Happening.MISS, day=MONDAY - timedelta(days=3), waits=5)
        spoken_to(c, "Spoken to", weeks=1)
    founded.book.rest()

    shown = " ".join(run_in("today", "--why").out.split())
    arithmetic = run_in("today", "--why", "--json").json["arithmetic"]

    assert "Why nobody nobody can be phoned now Nobody is due today." in shown
    assert "Who rests, and until when" in shown
    assert "Missed backing off, until Friday 27 November" in shown
    assert "Spoken to too soon, until" in shown
    assert shown.endswith("Refused do not contact")
    assert arithmetic["pick"] is None
    assert [one["name"] for one in arithmetic["resting"]] == ["Missed", "Spoken to", "Refused"]


def test_more_than_a_thousand_are_not_counted_to_the_end(founded: Founded) -> None:
    from dailycontact.pick.view.why import why as shown_why
    from dailycontact.store.weighing import Reachable

    with change(founded) as c:
        many(c)
    found = replace(explained(founded), reachable=Reachable(customers=1000, more=True))

    top = shown_why(morning(founded), found)[0]

    assert not isinstance(top, str)
    assert "more than 1,000 can be phoned now" in top.lines(80)[0].plain


def test_where_there_is_nobody_else_another_is_not_made_up(founded: Founded, run_in: Run) -> None:
    with change(founded) as c:
        a_customer(c, "Ana Duarte")
    founded.book.rest()

    run_in("today")
    shown = run_in("today", "--next")

    assert "Ana Duarte" in shown.out
    assert "Nobody else can be phoned just now." in shown.err


def far_away(founded: Founded) -> None:
    """Add Lisa, who sleeps when the leader begins and is furthest along, and Ken, who is awake."""
    with change(founded) as c:
        a_customer(c, "Lisa Lang", zone="America/Los_Angeles", head_start=200.0)
        a_customer(c, "Ken Mori", zone="Asia/Tokyo", head_start=10.0)
    founded.book.rest()


def test_whoever_is_awake_is_proposed_and_whoever_sleeps_is_named(
    founded: Founded, run_in: Run
) -> None:
    far_away(founded)

    shown = run_in("today").out

    assert "Ken Mori" in shown
    assert "Lisa Lang comes first, best after 17:00 your time" in " ".join(shown.split())


def test_whoever_slept_comes_back_when_awake(founded: Founded, run_in: Run) -> None:
    far_away(founded)

    night = run_in("today", "--json", at="2026-11-23T04:00:00+00:00").json
    again = run_in("today", "--next", "--json", at="2026-11-23T06:00:00+00:00").json
    evening = run_in("today", "--json", at="2026-11-23T17:40:00+00:00").json
    logged = run_in("log", "no-answer", "--json", at="2026-11-23T17:41:00+00:00").json

    assert night["pick"]["customer"]["name"] == "Ken Mori"
    assert again["pick"]["customer"]["name"] == "Lisa Lang"
    assert evening["pick"]["customer"]["name"] == "Lisa Lang"
    assert logged["customer"]["name"] == "Lisa Lang"


def test_a_pick_that_sleeps_by_now_gives_way_to_whoever_is_awake(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        a_customer(c, "Tia Kiribati", zone="Pacific/Kiritimati", head_start=1.0)
        a_customer(c, "Ana Duarte", head_start=50.0)
    founded.book.rest()

    names = [
        run_in("today", "--json", at=f"2026-11-23T{hour}:00+00:00").json["pick"]["customer"]["name"]
        for hour in ("00:30", "10:00", "10:30")
    ]

    assert names == ["Tia Kiribati", "Ana Duarte", "Ana Duarte"]


def test_after_the_day_s_conversation_nobody_who_was_reserved_comes_up(
    founded: Founded, run_in: Run
) -> None:
    with change(founded) as c:
        for name in ("Ana Duarte", "Bo Lind"):
            a_customer(c, name)
    founded.book.rest()
    run_in("today")
    run_in("today", "--next")
    run_in("log", "reached", "--nothing")

    assert run_in("today", "--json").json["state"] == State.MADE


def test_a_day_on_which_another_leader_holds_whoever_is_due_is_not_idle(founded: Founded) -> None:
    with change(founded) as c:
        other = c.add("member", name="Tom Hale", leads=True)
        a_customer(c, "Ana Duarte")
    today(founded.book.look(), leader_id=other, day=MORNING.date(), now=MORNING)

    shown = morning(founded)

    assert shown.pick is None
    assert founded.book.look().rows("SELECT day FROM idle") == []
    founded.book.rest()
