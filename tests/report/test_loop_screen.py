"""What the loop shows of very many answers, and what it says of each."""

from datetime import date, timedelta

import pytest

from conftest import Founded
from dailycontact.report.usecases.loop import Asked, Loop, loop
from dailycontact.report.view.loop import lines
from dailycontact.terminal.card import Part
from support.builders import (
    MONDAY,
    MORNING,
    a_customer,
    a_finish,
    a_telling,
    an_action,
    an_answer,
)
from support.loop import with_answers, with_team
from support.running import Run


@pytest.fixture
def run_here(sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs one command line in a book in a file."""
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    return run


def _seen(founded: Founded, *, day: date = MONDAY, limit: int | None = None) -> Loop:
    return loop(founded.book.look(), day=day, asked=Asked(), limit=limit)


def _text(found: Loop, *, height: int | None, width: int = 80) -> list[str]:
    shown = lines(found, width=width, height=height)
    return [
        line.plain if not isinstance(line, str) else line
        for part in shown
        for line in (part.lines(width) if isinstance(part, Part) else (part,))
    ]


def test_what_is_urgent_and_nobody_has_is_on_top(sqlite_book: Founded, run_here: Run) -> None:
    with_answers(sqlite_book, "Ana Duarte", day=MONDAY - timedelta(days=40))
    with_answers(sqlite_book, "Bo Lind", urgent=1)
    with_team(sqlite_book)

    shown = run_here("loop").out
    run_here("act", "2", "--do", "Have the van looked at", "--owner", "Priya")
    owned = run_here("loop").out

    assert "WANTED TODAY, urgent and without an owner (1)" in shown
    assert shown.index("Bo Lind") < shown.index("OVERDUE") < shown.index("Ana Duarte")
    assert "WANTED TODAY" not in owned


@pytest.mark.parametrize("height", [24, 40])
def test_a_screenful_fits_on_the_screen_and_says_how_many_more_there_are(
    sqlite_book: Founded, height: int
) -> None:
    with_answers(sqlite_book, *[f"Customer {number:03}" for number in range(60)])

    shown = _text(_seen(sqlite_book, limit=height), height=height)

    answers = sum("Customer" in line for line in shown)
    assert len(shown) < height
    assert answers > (height - 14) / 2
    assert any(f"{60 - answers} more:" in line and "loop --limit 60" in line for line in shown)


def test_however_low_the_screen_is_some_answers_are_shown(sqlite_book: Founded) -> None:
    with_answers(sqlite_book, *[f"Customer {number}" for number in range(9)])

    shown = _text(_seen(sqlite_book, limit=5), height=5)

    assert sum("Customer" in line for line in shown) == 3


def test_so_many_as_are_asked_for_are_listed_and_into_a_pipe_all(
    sqlite_book: Founded, run_here: Run
) -> None:
    with_answers(sqlite_book, *[f"Customer {number:02}" for number in range(30)])

    piped, four = run_here("loop").out, run_here("loop", "--limit", "4").out
    document = run_here("loop", "--limit", "4", "--json").json

    assert piped.count("share ") == 30
    assert four.count("share ") == 4
    assert "26 more:" in four
    assert (len(document["answers"]), document["more"]) == (4, 26)
    assert document["waiting"] == [
        {"clock": "unshared", "count": 30, "overdue": 0, "oldest": "2026-11-23"}
    ]
    assert "a number from 1" in run_here("loop", "--limit", "0", code=2).err


def test_what_stays_with_the_leaders_waits_for_somebody_and_not_to_be_shared(
    sqlite_book: Founded, run_here: Run
) -> None:
    with_answers(sqlite_book, "Ana Duarte", private=1)
    with_answers(sqlite_book, "Bo Lind", consent="no")
    with_answers(sqlite_book, "Eva Holm", kind="praise", private=1)

    shown = run_here("loop", "--json", at="2026-12-21T09:00:00+00:00").json

    waits = {one["id"]: (one["clock"], one["next_command"]) for one in shown["answers"]}
    assert waits[1] == ("unowned", "act 1")
    assert waits[2] == ("unowned", "act 2")
    assert 3 not in waits
    assert "to be shared" not in run_here("loop", at="2026-12-21T09:00:00+00:00").out
    assert "KEPT TO YOURSELVES (1)" in run_here("loop", "--all").out


def test_an_urgent_one_that_is_past_its_day_is_on_top_again(
    sqlite_book: Founded, run_here: Run
) -> None:
    late, later = "2026-12-21T09:00:00+00:00", "2026-12-18T09:00:00+00:00"
    with_answers(sqlite_book, "Ana Duarte", urgent=1)
    with_answers(sqlite_book, "Bo Lind", urgent=1)
    with_answers(sqlite_book, "Eva Holm")
    with_team(sqlite_book)
    for number, due in (("1", "2026-12-18"), ("2", "2027-01-15"), ("3", "2026-12-18")):
        run_here("act", number, "--do", "See to it", "--owner", "Priya", "--due", due)

    in_time = run_here("loop", at=later).out
    shown = run_here("loop", at=late).out
    document = run_here("loop", "--overdue", "--json", at=late).json
    morning = " ".join(run_here("today", at=late).out.split())
    run_here("done", "A1", "--say", "We saw to it", at=late)

    assert "WANTED TODAY" not in in_time
    assert "WANTED TODAY, urgent: without an owner, or late (1)" in shown
    assert shown.index("WANTED TODAY") < shown.index("Ana Duarte") < shown.index("Bo Lind")
    assert shown.count("Priya, late since 18 Dec") == 2
    assert [(one["id"], one["late_since"]) for one in document["answers"]] == [(1, "2026-12-18")]
    assert "Priya has it, late since 18 December dailycontact act A1" in morning
    assert "WANTED TODAY" not in run_here("loop", at=late).out


def test_what_was_not_solved_is_late_again(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", urgent=1)
    with_team(founded)
    run_in("act", "1", "--do", "See to it", "--owner", "Priya", "--due", "2026-11-30")
    run_in("done", "A1", "--say", "We saw to it")

    ended = run_in("loop", at="2026-12-21T09:00:00+00:00").out
    morning = run_in("today", at="2026-12-21T09:00:00+00:00").out
    run_in("tell", "1", "--reaction", "not-solved", "--better", "Still the same")

    assert "WANTED TODAY" not in ended
    assert "URGENT" not in morning
    assert "Priya has it, late since" in run_in("today", at="2026-12-21T09:00:00+00:00").out
    assert "WANTED TODAY" in run_in("loop", at="2026-12-21T09:00:00+00:00").out


def test_one_line_says_where_it_gets_stuck(sqlite_book: Founded, run_here: Run) -> None:
    long_ago = MONDAY - timedelta(days=21)
    with_answers(sqlite_book, *[f"Customer {number}" for number in range(7)], day=long_ago)
    run_here("share", *[str(number) for number in range(1, 8)], at="2026-11-03T09:00:00+00:00")
    with_answers(sqlite_book, "Ana Duarte")

    calm = run_here("loop", at="2026-11-09T09:00:00+00:00").out
    late = run_here("loop", at="2026-11-25T09:00:00+00:00").out
    only = run_here("loop", "--customer", "duarte").out

    assert "Most of it waits for somebody to take it on: 7, the oldest since 3 November." in calm
    said = "7 of 7 wait too long for somebody to take it on, the oldest since 3 November."
    assert said in late
    assert "waits for somebody" not in only


def test_a_part_that_ended_is_owed_while_another_is_open(
    sqlite_book: Founded, run_here: Run
) -> None:
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        ours, other = (an_answer(change, a_customer(change, name)) for name in ("Ana", "Bo"))
        ended = an_action(change, ours, other, title="Names", owner_id=1, owned_on=MONDAY)
        an_action(change, ours, title="Colours", owner_id=1, owned_on=MONDAY)
        finish = a_finish(change, ended, ours, other)
        a_telling(change, finish, other)
    sqlite_book.book.rest()

    shown = run_here("loop").out
    (document,) = run_here("loop", "--json").json["answers"]

    assert "part of it has ended, and they do not know yet" in shown
    assert "tell 1" in shown
    assert "done A2" in shown
    assert document["owes"] is True
    assert document["clock"] == "undone"


def test_how_many_of_the_askers_know_is_said_of_what_is_done(
    sqlite_book: Founded, run_here: Run
) -> None:
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        asked = [an_answer(change, a_customer(change, f"Asker {one}")) for one in range(6)]
        finish = a_finish(change, an_action(change, *asked, owner_id=1, owned_on=MONDAY), *asked)
        for answer in asked[:4]:
            a_telling(change, finish, answer)
    sqlite_book.book.rest()

    shown = run_here("loop").out
    action = run_here("loop", "--json").json["answers"][0]["actions"][0]

    assert "done since today · told 4 of 6" in shown
    assert (action["told"], action["askers"]) == (4, 6)


def test_only_what_is_about_a_theme_is_listed_and_each_says_its_theme(
    sqlite_book: Founded, run_here: Run
) -> None:
    with_answers(sqlite_book, "Ana Duarte", "Bo Lind")
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        theme = change.add(
            "theme", name="Delivery times", folded="delivery times", leader_id=1, day=MONDAY,
            recorded_at=change.at,
        )  # fmt: skip
        change.add(
            "reading", answer_id=2, theme_id=theme, leader_id=1, day=MONDAY, recorded_at=change.at
        )
    sqlite_book.book.rest()

    shown = run_here("loop", "--theme", "delivery").out
    (document,) = run_here("loop", "--theme", "delivery", "--json").json["answers"]

    assert "Ana Duarte" not in shown
    assert "Delivery times: “Your invoices" in shown
    assert (document["id"], document["theme"]) == (2, "Delivery times")
    assert "theme" in run_here("loop", "--theme", "prices", code=4).err


def test_what_was_declined_is_looked_at_again_on_its_day(
    sqlite_book: Founded, run_here: Run
) -> None:
    with_answers(sqlite_book, "Ana Duarte", "Bo Lind")
    run_here("decline", "1", "--reason", "Too dear this year", "--revisit", "2027-05-03")
    before = run_here("loop", at="2027-05-02T09:00:00+00:00").out
    after = "2027-05-03T09:00:00+00:00"

    shown = run_here("loop", at=after).out
    theirs = run_here("loop", "--customer", "duarte", "--json", at=after).json["revisits_due"]
    others = run_here("loop", "--customer", "lind", "--json", at=after).json["revisits_due"]

    assert "look at again" not in before
    assert "To look at again: A1 Too dear this year, declined in November 2026" in shown
    assert ([one["action_id"] for one in theirs], others) == ([1], [])
