"""plan: can we keep up, what would make it fit, and who is called when; on both databases."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from conftest import Founded
from dailycontact.core.rhythm import Happening
from dailycontact.store import calendar, rhythms
from support.builders import MONDAY, MORNING, a_call, a_customer, a_finish, an_action, an_answer
from support.dump import dump
from support.running import Run


def fill(founded: Founded, **groups: tuple[int, int]) -> None:
    """Put segments into the book, each of so many customers at a cadence; `_` has no segment."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        for name, (customers, cadence) in groups.items():
            said = name != "_"
            segment_id = change.add("segment", name=name, cadence=cadence) if said else None
            for number in range(customers):
                a_customer(
                    change, f"{name} {number}", segment_id=segment_id,
                    head_start=cadence * (number + 0.5) / customers,
                )  # fmt: skip
        rhythms.spread_usual_cadence(change)
    founded.book.rest()


def call_every_day(founded: Founded, count: int) -> None:
    """Let every one of the last working days have brought its conversation."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        customer_id = a_customer(change, "Zoe", cadence=2520, joined_on=date(2026, 1, 5))
        day = MONDAY
        while count:
            day -= timedelta(days=1)
            if calendar.workday(change, day).works:
                a_call(change, customer_id, day=day)
                count -= 1
    founded.book.rest()


def measure(founded: Founded, count: int) -> None:
    """Let every second of the last working days have brought its conversation."""
    with founded.book.change("test", leader_id=founded.leader_id, at=MORNING) as change:
        customer_id = a_customer(change, "Zoe", cadence=2520, joined_on=date(2026, 1, 5))
        day = MONDAY
        while count:
            day -= timedelta(days=1)
            if calendar.workday(change, day).works:
                a_call(change, customer_id, day=day, outcome=("reached", "no-answer")[count % 2])
                count -= 1
    founded.book.rest()


def squeezed(shown: str) -> str:
    """Return what is shown with one line and single blanks."""
    return " ".join(shown.split())


def changes(document: Any, what: str) -> list[tuple[str | None, Any]]:
    """Return the changes of a kind: the segment, and the cadence or the customers."""
    key = "customers" if what == "fewer" else "cadence"
    return [(each["segment"], each[key]) for each in document["changes"] if each["what"] == what]


def test_an_empty_book_has_nobody_to_keep_up_with(run_in: Run) -> None:
    assert "Nobody in the book can be phoned yet." in run_in("plan").out
    assert "Nobody in the book can be phoned yet." in run_in("plan", "--simulate", "1y").out
    assert run_in("plan", "--json").json["verdict"] == "nobody"


def test_without_segments_it_says_what_one_call_a_day_keeps_and_what_more_would_need(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, _=(214, 252))

    shown = " ".join(run_in("plan").out.split())

    assert "214 customers without a rhythm of their own: once a year each" in shown
    assert "the most that one call a day can keep" in shown
    assert "A quarter would need 3.4 calls a day." in shown


def test_a_rhythm_that_the_book_says_is_not_called_the_most_that_can_be_kept(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, _=(5, 21))
    run_in("config", "--cadence", "year")

    assert "once a year each, as the book says." in " ".join(run_in("plan").out.split())


def test_an_overloaded_book_says_so_and_what_would_make_it_fit(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, A=(10, 21), B=(40, 63))

    shown = run_in("plan").out
    document = run_in("plan", "--json").json

    assert "You cannot keep up, whatever the order." in shown
    assert "about 1.2 times as long" in " ".join(shown.split())
    assert "dailycontact config --segment-cadence B=126" in shown
    assert document["verdict"] == "impossible"
    assert {tuple(sorted(each)) for each in document["changes"]} == {
        ("cadence", "calls_a_day", "command", "customers", "said_by", "segment", "what")
    }
    assert changes(document, "calls") == [(None, None)]
    assert changes(document, "stretch") == [("B", 126), ("A", 63)]
    assert "6 conversations a week, not 4.7" in shown
    assert changes(document, "fewer") == []


def test_what_is_offered_can_be_done_and_fits(founded: Founded, run_in: Run) -> None:
    fill(founded, **{"Key accounts": (10, 21), "B": (40, 63)})
    offered = run_in("plan", "--json").json["changes"]
    commands = [each["command"] for each in offered if each["what"] == "stretch"]

    for command in commands:
        import shlex

        run_in(*shlex.split(command)[1:])
        assert run_in("plan", "--json").json["verdict"] in ("just enough", "on average enough")
        run_in("undo", "--yes")

    assert len(commands) == 2


def test_where_no_single_change_is_enough_all_rhythms_are_stretched_together(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, A=(30, 21), B=(90, 63))

    document = run_in("plan", "--json").json

    assert changes(document, "stretch") == []
    assert changes(document, "stretch together") == [("B", 252), ("A", 63)]
    command = "dailycontact config --segment-cadence B=year --segment-cadence A=quarter"
    assert command in run_in("plan").out
    run_in(*command.split()[1:])
    assert run_in("plan", "--json").json["verdict"] == "on average enough"


def test_where_no_rhythm_is_long_enough_it_says_so(founded: Founded, run_in: Run) -> None:
    fill(founded, A=(500, 21))

    shown = " ".join(run_in("plan").out.split())

    assert "Not one of these rhythms can be kept, not even alone." in shown
    assert "No one change makes it fit; it takes more people who call:" in shown
    assert "TO MAKE IT FIT" not in shown


def test_what_would_take_a_command_for_each_customer_is_not_offered(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, _=(3, 21))
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        for number in range(30):
            a_customer(change, f"Own {number}", cadence=21, company="Own")
        rhythms.spread_usual_cadence(change)
    founded.book.rest()

    shown = run_in("plan").out
    offered = run_in("plan", "--json").json["changes"]

    assert "singly" not in shown
    assert "NAME" not in shown
    assert "8 conversations a week, not 4.7" in shown
    assert any(each["said_by"] == "own" for each in offered)


def test_somebody_owed_news_who_stands_far_back_is_called_all_the_same(
    founded: Founded, run_in: Run
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        run_of = [
            a_customer(change, f"Customer {number}", cadence=63, head_start=40.0)
            for number in range(80)
        ]
        told = a_customer(change, "Bo Lind", cadence=63, joined_on=date(2026, 9, 1))
        answer = an_answer(change, told, day=date(2026, 11, 20))
        a_finish(change, an_action(change, answer), answer)
        change.run("UPDATE customer SET eligible_from = 9999 WHERE id = :id", id=run_of[0])
    founded.book.rest()

    forecast = run_in("plan", "--json").json["forecast"]

    assert (forecast[0]["customer_id"], forecast[0]["reason"]) == (told, "news")


def test_where_calls_fail_the_average_is_all_that_is_promised(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, A=(5, 21), B=(10, 63))

    document = run_in("plan", "--json").json

    assert document["verdict"] == "on average enough"
    assert document["changes"] == []
    assert {each["turn_every"] for each in document["segments"]} == {21, 63}


@pytest.mark.parametrize(
    ("monthly", "verdict"), [(5, "kept even by a simple rule"), (15, "a schedule exists")]
)
def test_where_every_day_brought_its_call_it_says_what_is_proven(
    founded: Founded, run_in: Run, monthly: int, verdict: str
) -> None:
    call_every_day(founded, 30)
    fill(founded, A=(monthly, 21))

    document = run_in("plan", "--json").json

    assert document["verdict"] == verdict
    assert (document["measured_days"], document["calls_a_day"]) == (30, 1.0)
    assert "measured over the last 30 working days" in run_in("plan").out


def test_tries_that_are_not_made_are_offered_first(founded: Founded, run_in: Run) -> None:
    fill(founded, A=(15, 21))
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        customer_id = a_customer(change, "Zoe", cadence=2520, joined_on=date(2026, 1, 5))
        for back in range(60):
            day = MONDAY - timedelta(days=60 - back)
            if calendar.workday(change, day).works:
                a_call(change, customer_id, day=day, outcome=("reached", "no-answer")[back % 2])
    founded.book.rest()

    document = run_in("plan", "--json").json

    assert document["verdict"] == "impossible"
    assert document["changes"][1]["what"] == "tries"
    assert "up to 3 tries a day: about 4.4 a week" in run_in("plan").out


def test_a_leader_with_too_many_of_their_own_is_named(founded: Founded, run_in: Run) -> None:
    run_in("team", "add", "Ines Moreau", "--leads")
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        for number in range(25):
            a_customer(change, f"Customer {number}", leader_id=1, cadence=21)
    founded.book.rest()

    shown = run_in("--as", "Marta", "plan").out

    assert "Marta Silva's own customers ask for 6 conversations a week" in " ".join(shown.split())
    assert "You cannot keep up" not in shown


def test_the_next_four_weeks_name_a_day_a_customer_and_a_word(
    founded: Founded, run_in: Run
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        told = a_customer(change, "Bo Lind", company="Lind Bakery", joined_on=date(2026, 9, 1))
        answer = an_answer(change, told, day=date(2026, 11, 2))
        a_finish(change, an_action(change, answer), answer)
        first = a_customer(change, "Ana Duarte", head_start=30.0)
        promised = a_customer(change, "Jo Hansen", joined_on=date(2026, 9, 1))
        change.add(
            "promise", customer_id=promised, leader_id=1, kind="call-back", text="",
            due_on=MONDAY, recorded_at=change.at,
        )  # fmt: skip
        rhythms.happened(change, promised, Happening.LATER, day=date(2026, 11, 20))
    founded.book.rest()

    forecast = run_in("plan", "--json").json["forecast"]

    assert [(each["customer_id"], each["reason"]) for each in forecast[:3]] == [
        (promised, "promise"),
        (told, "news"),
        (first, "first"),
    ]
    assert forecast[0]["day"] == "2026-11-23"
    assert len(forecast) == 20
    assert re.search(r"Tue 24 Nov  Bo Lind +news", run_in("plan").out)


def test_whoever_is_proposed_today_is_called_today_in_the_forecast(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, A=(10, 63))
    proposed = run_in("today", "--json").json["pick"]["customer"]["id"]

    forecast = run_in("plan", "--json").json["forecast"]

    assert forecast[0]["customer_id"] == proposed


def test_when_todays_call_is_made_the_forecast_begins_on_the_next_working_day(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, A=(10, 63))
    run_in("today")
    run_in("log", "reached", "--nothing")

    assert run_in("plan", "--json").json["forecast"][0]["day"] == "2026-11-24"


def test_leave_and_holidays_are_in_the_forecast(founded: Founded, run_in: Run) -> None:
    fill(founded, A=(40, 63))
    run_in("leave", "2026-11-26..2026-11-30")
    at = "2026-12-07T09:12:00+00:00"

    shown = run_in("plan").out
    christmas = run_in("plan", "--json", at=at).json["forecast"]

    assert "Thu 26 Nov  on leave up to 30 Nov" in shown
    assert {"2026-12-25": "Christmas Day"}.items() <= {
        each["day"]: each["why_not"] for each in christmas
    }.items()


def test_a_book_of_few_says_that_nobody_will_be_due(founded: Founded, run_in: Run) -> None:
    fill(founded, A=(3, 63))

    shown = run_in("plan").out

    assert "Thu 26 Nov  nobody due up to 18 Dec" in shown
    assert "On most days nobody will be due" in shown
    assert "everybody: once a month dailycontact config --segment-cadence A=month" in squeezed(
        shown
    )


def test_a_simulation_shows_waits_coverage_and_calls_a_week(founded: Founded, run_in: Run) -> None:
    fill(founded, A=(5, 21), B=(15, 63), C=(40, 252))

    shown = run_in("plan", "--simulate", "2y").out
    document = run_in("plan", "--simulate", "2y", "--json").json

    assert "SPOKEN TO AT LEAST ONCE" in shown
    assert "█" in shown
    assert all(len(line) <= 80 for line in shown.splitlines())
    assert document["spoken"] == document["customers"] == 60
    waits = {each["segment"]: each["longest_wait"] for each in document["segments"]}
    assert waits["A"] < 2 * 21
    assert waits["C"] < 2 * 252
    assert [each["share"] for each in document["spoken_by"]] == [0.5, 0.9, 1.0]
    covered = [each["customers"] for each in document["coverage"]]
    assert covered == sorted(covered)
    assert covered[-1] == 60


def test_in_overload_everybody_waits_in_proportion(founded: Founded, run_in: Run) -> None:
    fill(founded, A=(20, 21), B=(60, 63))

    document = run_in("plan", "--simulate", "5y", "--json").json

    a, b = document["segments"]
    assert b["usual_wait"] / a["usual_wait"] == pytest.approx(3, rel=0.15)
    assert a["usual_wait"] == pytest.approx(21 * 2.03, rel=0.15)


def test_the_same_book_plays_the_same_future_and_nothing_is_written(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, A=(10, 21), B=(40, 63))
    before = dump(founded.book)
    founded.book.rest()

    first = run_in("plan", "--simulate", "18mo").out
    second = run_in("plan", "--simulate", "18mo").out
    run_in("plan")

    assert first == second
    assert dump(founded.book) == before


def test_whoever_never_comes_up_still_waits(founded: Founded, run_in: Run) -> None:
    fill(founded, A=(300, 63))

    shown = run_in("plan", "--simulate", "3mo").out
    document = run_in("plan", "--simulate", "3mo", "--json").json

    assert "the rest still wait" in shown
    assert "over …: so long, and still waiting at the end" in shown
    assert "over 12 weeks" in squeezed(shown)
    assert document["segments"][0]["longest_still_lasts"] is True


@pytest.mark.parametrize("typed", ["", "never", "yesterday", "21y", "0d", "9" * 5000])
def test_what_is_no_time_to_look_ahead_is_refused(run_in: Run, typed: str) -> None:
    refused = run_in("plan", "--simulate", typed, code=2)

    assert "5y" in refused.err


def test_without_a_book_nothing_is_made(run: Run) -> None:
    assert "There is no book yet." in run("plan", code=4).err


def test_a_second_leader_who_has_not_called_changes_nothing_that_was_measured(
    founded: Founded, run_in: Run
) -> None:
    measure(founded, 40)
    fill(founded, A=(15, 21))
    alone = run_in("plan", "--json").json

    run_in("team", "add", "Ines Moreau", "--leads")

    beside = run_in("--as", "Marta", "plan", "--json").json
    shown = squeezed(run_in("--as", "Marta", "plan").out)
    assert (alone["verdict"], alone["calls_a_day"]) == ("impossible", 0.5)
    for key in ("verdict", "calls_a_day", "measured_days", "leaders", "load", "idle_share"):
        assert beside[key] == alone[key]
    assert [each["customer_id"] for each in beside["forecast"]] == [
        each["customer_id"] for each in alone["forecast"]
    ]
    assert "2.5 a week: measured over the last 40 working days" in shown
    assert "; Ines has not called yet." in shown
    assert run_in("--as", "Ines", "plan", "--json").json["forecast"][0]["customer_id"]


def test_whoever_waits_behind_another_pick_keeps_today_and_the_news(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, A=(30, 63))
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        told = a_customer(change, "Bo Lind", joined_on=date(2026, 9, 1))
        answer = an_answer(change, told, day=date(2026, 11, 2))
        a_finish(change, an_action(change, answer), answer)
    founded.book.rest()
    assert run_in("today", "--json").json["pick"]["customer"]["id"] == told
    other = run_in("today", "--next", "--json").json["pick"]["customer"]["id"]

    waiting = run_in("plan", "--json").json["forecast"]
    run_in("log", "reached", "--nothing", "--customer", str(other))
    later = run_in("plan", "--json").json["forecast"]

    today = [each for each in waiting if each["day"] == "2026-11-23"]
    assert {each["customer_id"]: each["reason"] for each in today} == {other: "first", told: "news"}
    assert next(each["reason"] for each in later if each["customer_id"] == told) == "news"


def test_what_is_to_be_done_stands_last_and_fits_a_small_screen(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, **dict.fromkeys("ABCDEFGH", (4, 21)))

    lines = run_in("plan").out.splitlines()

    seen = "\n".join(lines[-22:])
    assert all(len(line) <= 80 for line in lines)
    for part in ("You cannot keep up", "they ask for", "conversations a week, not 4.7"):
        assert part in seen
    assert re.search(r"once a month +32 ", seen)


def test_nothing_absurd_is_offered_and_three_changes_at_most(founded: Founded, run_in: Run) -> None:
    fill(founded, _=(214, 63), A=(3, 252))
    run_in("config", "--cadence", "quarter")

    shown = run_in("plan").out

    offered = squeezed(shown.split("TO MAKE IT FIT")[1])
    assert offered == (
        "whoever has no rhythm of their own: once a year dailycontact config --cadence year"
    )


def test_a_book_of_one_who_is_phoned_daily_is_said_in_words(founded: Founded, run_in: Run) -> None:
    fill(founded, _=(1, 21))
    run_in("config", "--cadence", "1")

    shown = run_in("plan").out

    assert "every working day" in shown
    assert "1 working days" not in shown
    assert "fewer" not in shown


def test_a_simulation_has_the_rows_of_the_plan_and_says_what_to_do_next(
    founded: Founded, run_in: Run
) -> None:
    fill(founded, **dict.fromkeys("ABCDEF", (2, 21)))

    shown = run_in("plan", "--simulate", "5y").out
    document = run_in("plan", "--simulate", "5y", "--json").json

    assert re.search(r"once a month +12 ", shown)
    assert re.search(r"once a month +12 ", run_in("plan").out)
    assert len(document["segments"]) == 6
    assert "What would make it fit:" in shown
    axis = next(line for line in shown.splitlines() if line.lstrip().startswith("Nov 2026"))
    assert "2031" not in axis


def test_a_simulation_of_nobody_has_no_calls_and_says_what_comes_first(run_in: Run) -> None:
    shown = run_in("plan", "--simulate", "1y").out

    assert "calls a week" not in shown
    assert "dailycontact import FILE" in shown


def test_news_for_a_customer_of_the_leader_one_stands_in_for_is_in_the_forecast(
    founded: Founded, run_in: Run
) -> None:
    run_in("team", "add", "Ines Moreau", "--leads")
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ines = change.value("SELECT id AS value FROM member WHERE name = 'Ines Moreau'")
        told = a_customer(change, "Bo Lind", leader_id=ines, joined_on=date(2026, 9, 1))
        answer = an_answer(change, told, day=date(2026, 11, 2))
        a_finish(change, an_action(change, answer), answer)
    founded.book.rest()
    run_in("--as", "Ines", "leave", "2026-11-23..2026-12-31", "--deputy", "Marta")

    before = run_in("--as", "Marta", "plan", "--json").json["forecast"]
    run_in("--as", "Marta", "today")
    after = run_in("--as", "Marta", "plan", "--json").json["forecast"]

    assert (before[0]["customer_id"], before[0]["reason"]) == (told, "news")
    assert (after[0]["customer_id"], after[0]["reason"]) == (told, "news")
