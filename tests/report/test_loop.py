"""Where every answer stands."""

from datetime import timedelta

import pytest

from conftest import Founded
from support.awkward import awkward_week
from support.builders import MORNING, a_customer, an_answer
from support.loop import refuse, with_answers, with_team
from support.running import Run

FRIDAY = "2026-11-20T16:00:00+00:00"


@pytest.fixture
def week(founded: Founded, run_in: Run) -> Run:
    """Return what runs a command in a book with the awkward week."""
    awkward_week(founded.book)
    founded.book.rest()
    return run_in


def _ids(document: dict[str, list[dict[str, object]]]) -> list[object]:
    return [answer["id"] for answer in document["answers"]]


def test_the_overdue_come_first_then_the_stages_in_the_order_of_the_loop(week: Run) -> None:
    shown = week("loop", "--json", at=FRIDAY).json

    stages = [(answer["overdue"], answer["stage"]) for answer in shown["answers"]]
    assert stages == [
        (True, "acting"),
        *[(False, "heard")] * 3,
        (False, "acting"),
        (False, "heard"),  # what stays with the leaders looks for somebody, too
        *[(False, "acting")] * 2,
        (False, "declined"),
    ]
    assert shown["settled_left_out"] == 1
    assert "told 4 days ago" in week("loop", "--all").out


def test_the_overdue_come_first_then_what_nobody_has_then_the_oldest(week: Run) -> None:
    assert _ids(week("loop", "--json", "--stage", "acting", at=FRIDAY).json) == [1, 5, 3, 4]


def test_the_keys_of_the_document_are_pinned(week: Run) -> None:
    shown = week("loop", "--json", at=FRIDAY).json

    assert list(shown) == [
        "day", "answers", "more", "waiting", "stuck", "settled_left_out", "promises_due",
        "promises_resting", "promises_ahead", "looking_for_someone", "revisits_due", "customer",
        "story",
    ]  # fmt: skip
    assert list(shown["answers"][0]) == [
        "id", "customer_id", "customer", "company", "verbatim", "kind", "consent", "urgent",
        "private", "praised", "amended", "said_on", "shared_on", "theme", "stage", "clock",
        "waits_since", "since", "age", "limit", "overdue", "late_since", "settled", "next_command",
        "owes", "actions", "section",
    ]  # fmt: skip
    assert list(shown["answers"][0]["actions"][0]) == [
        "id", "title", "owner", "due_on", "outcome", "say", "finished_on", "settled_on", "waived",
        "reaction", "owned_on", "askers", "told",
    ]  # fmt: skip
    assert list(shown["promises_due"][0]) == [
        "id", "reference", "customer_id", "customer", "kind", "text", "due_on", "late", "leader",
        "settled_on", "settled_how", "why",
    ]  # fmt: skip
    assert list(shown["waiting"][0]) == ["clock", "count", "overdue", "oldest"]
    assert list(shown["looking_for_someone"][0]) == ["id", "title", "due_on", "answers"]


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--overdue",), [1]),
        (("--stage", "told"), [2]),
        (("--stage", "HEARD"), [9, 6, 8, 7]),
        (("--customer", "Lind"), [1]),
        (("--leader", "marta", "--stage", "declined"), [10]),
        (("--leader", "tom"), []),
        (("--all",), [1, 9, 6, 8, 5, 7, 3, 4, 10, 2]),
    ],
)
def test_only_what_is_asked_for_is_listed(
    week: Run, options: tuple[str, ...], ids: list[int]
) -> None:
    assert _ids(week("loop", "--json", *options, at=FRIDAY).json) == ids


@pytest.mark.parametrize("columns", ["80", "120"])
def test_every_line_fits_on_the_screen(
    week: Run, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dailycontact.terminal.door import cells

    monkeypatch.setenv("COLUMNS", columns)

    shown = week("loop", "--all", at=FRIDAY).out

    assert max(cells(line) for line in shown.split("\n")) < int(columns)
    for words in ("acting 6 weeks · Tom, by 4 Dec", "done A1", "take A3", "not solved: Priya",
                  "You promised Sam O'Neill", "praise for Priya", "nobody yet"):  # fmt: skip
        assert words in shown


def test_without_answers_it_says_where_they_come_from(run_in: Run) -> None:
    assert "dailycontact today" in run_in("loop").out


def test_when_everything_is_settled_it_says_so(founded: Founded, run_in: Run) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        answer = an_answer(change, a_customer(change), kind="praise")
        change.add(
            "sharing", answer_id=answer, leader_id=1, day=MORNING.date(), recorded_at=change.at
        )
        change.add(
            "promise",
            customer_id=1,
            leader_id=1,
            kind="call-back",
            text="",
            recorded_at=change.at,
            due_on=MORNING.date(),
        )
    founded.book.rest()

    shown = run_in("loop").out

    assert "Nothing is open" in shown
    assert "1 settled answer left out" in shown
    assert "You promised Ana Duarte, by today: to call back" in shown
    assert "SHARED (1)" in run_in("loop", "--all").out


def test_when_no_answer_fits_it_says_how_to_see_them_all(week: Run) -> None:
    assert "dailycontact loop --all" in week("loop", "--stage", "done", at=FRIDAY).out


def test_when_what_fits_is_settled_it_says_how_to_see_it(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind", kind="praise")
    run_in("share")

    marta = run_in("loop", "--leader", "marta").out

    assert "The 2 answers that fit are settled: dailycontact loop --leader marta --all" in marta


def test_praise_and_no_wish_are_never_overdue(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", kind="praise")
    with_answers(founded, "Bo Lind", kind="nothing")
    run_in("share", "1")

    shown = run_in("loop", "--all", at="2027-03-01T09:00:00+00:00").out

    assert "OVERDUE" not in shown
    assert "SHARED (1)" in shown
    assert "HEARD, not shared with the team yet (1)" in shown


def test_no_promise_is_about_a_theme_or_in_a_stage(week: Run) -> None:
    every = week("loop", "--json", at=FRIDAY).json
    shared = week("loop", "--stage", "shared", "--json", at=FRIDAY).json

    assert every["promises_due"]
    assert shared["promises_due"] == []


def test_whoever_need_not_be_told_was_not_told(founded: Founded, run_in: Run) -> None:
    with_answers(founded)
    refuse(founded, 1)
    run_in("decline", "1", "--reason", "It cannot be printed")

    shown = run_in("loop", "--all").out

    assert "need not be told" in shown
    assert "NOT TO BE TOLD any more (1)" in shown
    assert "told today" not in shown


def test_promises_that_are_not_due_yet_are_listed_after_those_that_are(
    founded: Founded, run_in: Run
) -> None:
    with_answers(founded)
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        for days in (0, 7, 14, 21, 28, 35):
            change.add(
                "promise",
                customer_id=1,
                leader_id=1,
                kind="thing",
                text=f"Send the list {days}",
                recorded_at=change.at,
                due_on=MORNING.date() + timedelta(days=days),
            )
    founded.book.rest()

    shown = run_in("loop").out

    assert shown.index("Send the list 0") < shown.index("PROMISED, not due yet (5)")
    assert "Ana Duarte, by Monday 30 November: Send the list 7" in shown
    assert "and 1 more" in shown
    assert "PROMISED" not in run_in("loop", "--stage", "heard").out
    assert len(run_in("loop", "--json").json["promises_ahead"]) == 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--deputy", "priya"),
            "Marta promised Ana Duarte, by Tuesday 24 November: to call back (Priya stands in)",
        ),
        ((), "to call back (Marta is back Monday 30 November)"),
    ],
)
def test_nothing_is_late_that_was_promised_by_somebody_who_is_away(
    founded: Founded, run_in: Run, words: tuple[str, ...], said: str
) -> None:
    with_answers(founded)
    run_in("team", "add", "Priya Nair", "--leads")
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        for leader_id, due_on in ((1, "2026-11-24"), (2, "2026-11-25")):
            change.add(
                "promise",
                customer_id=1,
                leader_id=leader_id,
                kind="call-back",
                text="call back",
                recorded_at=change.at,
                due_on=due_on,
            )
    founded.book.rest()
    run_in("--as", "marta", "leave", "2026-11-24..2026-11-27", *words)
    later = "2026-11-26T09:00:00+00:00"

    shown = " ".join(run_in("--as", "priya", "loop", at=later).out.split())
    document = run_in("--as", "priya", "loop", "--json", at=later).json
    back = run_in("--as", "marta", "loop", "--json", at="2026-11-30T09:00:00+00:00").json

    assert said in shown
    assert "You promised Ana Duarte, by Wednesday 25 November: to call back" in shown
    assert [one["due_on"] for one in document["promises_due"]] == ["2026-11-25"]
    assert [one["back_on"] for one in document["promises_resting"]] == ["2026-11-30"]
    assert [one["due_on"] for one in back["promises_due"]] == ["2026-11-24", "2026-11-25"]


@pytest.mark.parametrize("columns", ["100", "120", "200"])
def test_a_wider_screen_never_shows_fewer_words(
    founded: Founded, run_in: Run, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_answers(founded, "Maximiliane Oberländer-Westerhagen", verbatim="word " * 40)
    with_team(founded)
    run_in("act", "1", "--do", "Read it", "--owner", "Priya", "--due", "2027-01-29")
    narrow = run_in("loop").out
    monkeypatch.setenv("COLUMNS", columns)

    wide = run_in("loop").out

    assert wide.count("word") >= narrow.count("word")


def test_a_stage_that_is_none_is_refused(week: Run) -> None:
    assert "heard, shared, acting" in week("loop", "--stage", "stuck", code=2).err


def test_without_a_book_it_says_how_to_begin(run: Run) -> None:
    assert "dailycontact import" in run("loop", code=4).err


def test_the_morning_the_loop_and_tell_count_the_same_days(founded: Founded, run_in: Run) -> None:
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("decline", "1", "2", "--reason", "It cannot be printed")
    later = "2026-12-03T09:00:00+00:00"

    morning = run_in("today", at=later).out
    loop = run_in("loop", at=later).out
    tell = run_in("tell", at=later).out

    assert "Bo Lind waits to hear (10 days)" in morning
    assert "declined 10 days" in loop
    assert "declined 10 days ago" in tell
