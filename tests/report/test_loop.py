"""Where every answer stands."""

import pytest

from conftest import Founded
from support.awkward import awkward_week
from support.builders import MORNING, a_customer, an_answer
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
        *[(False, "heard")] * 4,
        *[(False, "acting")] * 3,
        (False, "declined"),
    ]
    assert shown["settled_left_out"] == 1


def test_within_a_stage_the_urgent_come_first_then_the_oldest(week: Run) -> None:
    assert _ids(week("loop", "--json", "--stage", "acting", at=FRIDAY).json) == [1, 4, 3, 5]


def test_the_keys_of_the_document_are_pinned(week: Run) -> None:
    shown = week("loop", "--json", at=FRIDAY).json

    assert list(shown) == [
        "day", "answers", "settled_left_out", "promises_due", "looking_for_someone",
    ]  # fmt: skip
    assert list(shown["answers"][0]) == [
        "id", "customer_id", "customer", "company", "verbatim", "kind", "consent", "urgent",
        "private", "praised", "amended", "said_on", "shared_on", "stage", "since", "age", "limit",
        "overdue", "settled", "next_command", "actions",
    ]  # fmt: skip
    assert list(shown["answers"][0]["actions"][0]) == [
        "id", "title", "owner", "due_on", "outcome", "say", "finished_on", "settled_on", "waived",
        "reaction",
    ]  # fmt: skip
    assert list(shown["promises_due"][0]) == ["customer_id", "customer", "kind", "text", "due_on"]
    assert list(shown["looking_for_someone"][0]) == ["id", "title", "due_on", "answers"]


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--overdue",), [1]),
        (("--stage", "told"), [2]),
        (("--stage", "HEARD"), [9, 6, 7, 8]),
        (("--customer", "Lind"), [1]),
        (("--leader", "marta", "--stage", "declined"), [10]),
        (("--leader", "tom"), []),
        (("--all",), [1, 9, 6, 7, 8, 4, 3, 5, 10, 2]),
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
    for words in ("acting 29 days · Tom, by 4 Dec", "done A1", "take A3", "not solved: Priya",
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


def test_a_stage_that_is_none_is_refused(week: Run) -> None:
    assert "heard, shared, acting" in week("loop", "--stage", "stuck", code=2).err


def test_without_a_book_it_says_how_to_begin(run: Run) -> None:
    assert "dailycontact import" in run("loop", code=4).err
