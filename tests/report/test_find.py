"""Looking for words in everything."""

import pytest

from conftest import Founded
from dailycontact.core.naming import fold
from dailycontact.report.rule.excerpt import Excerpt, excerpt
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


def _places(shown: list[dict[str, object]]) -> list[tuple[object, object]]:
    return [(hit["group"], hit["reference"]) for hit in shown]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("duarte", [("customer", "2"), ("answer", "2")]),
        ("GREEN DOOR CAFES", [("customer", "2"), ("answer", "2")]),
        ("until 7 dec", [("note", "10")]),
        ("sundays", [("answer", "10"), ("action", "A5")]),
        ("until eight", [("action", "A5")]),
        ("carries", [("action", "A2")]),
        ("forgotten key", [("story", "1")]),
        ("請求書", [("answer", "4")]),
        ("100%", []),
        ("_", []),
    ],
)
def test_words_are_found_wherever_they_stand(
    week: Run, typed: str, places: list[tuple[str, str]]
) -> None:
    assert _places(week("find", typed, "--json", at=FRIDAY).json) == places


def test_words_need_no_quotes(week: Run) -> None:
    apart = week("find", "until", "eight", "--json")

    assert _places(apart.json) == [("action", "A5")]


def test_the_keys_of_the_document_are_pinned(week: Run) -> None:
    assert list(week("find", "key", "--json", at=FRIDAY).json[0]) == [
        "group", "field", "id", "reference", "customer", "member", "day", "before", "found",
        "after", "see",
    ]  # fmt: skip


def test_each_place_says_which_command_shows_more(week: Run) -> None:
    shown = week("find", "e", at=FRIDAY).out

    for command in ("customers show 2", "loop --all", "report --week 2026-W47"):
        assert f"dailycontact {command}" in shown
    for title in ("CUSTOMERS", "ANSWERS", "NOTES", "ACTIONS", "STORIES"):
        assert title in shown


def test_finding_nothing_is_no_failure(week: Run) -> None:
    assert "was not found in what was said" in week("find", "zeppelin").out
    assert week("find", "zeppelin", "--json").json == []


def test_nothing_to_look_for_is_a_usage_error(week: Run) -> None:
    assert "find invoice" in week("find", "  ", code=2).err


def test_many_places_are_cut_on_the_screen_and_whole_in_the_document(
    founded: Founded, run_in: Run
) -> None:
    with founded.book.change("test", leader_id=1, at=MORNING) as change:
        ana = a_customer(change)
        for number in range(23):
            an_answer(change, ana, f"Wish {number}")
    founded.book.rest()

    assert "and 3 more" in run_in("find", "wish").out
    assert len(run_in("find", "wish", "--json").json) == 23


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Der Müller kommt", "mueller", Excerpt(before="Der ", found="Müller", after=" kommt")),
        ("Cafe\u0301 Sol", "cafe", Excerpt(before="", found="Café", after=" Sol")),
        ("two\n lines", "two lines", Excerpt(before="", found="two lines", after="")),
        ("STRASSE", "straße", Excerpt(before="", found="STRASSE", after="")),
        ("nothing", "some", None),
    ],
)
def test_the_words_are_shown_as_they_were_written(
    text: str, typed: str, found: Excerpt | None
) -> None:
    assert excerpt(text, fold(typed)) == found


def test_long_texts_are_cut_at_words_on_both_sides() -> None:
    around = excerpt("before " * 20 + "needle " + "after " * 20, "needle")

    assert around is not None
    assert around.before.startswith("…before")
    assert around.after.endswith("after…")


def test_letters_that_fold_together_only_are_still_shown() -> None:
    """A final sigma folds by itself; a letter and its accent may be apart in what was typed."""
    around = excerpt("Ὀδυσσεύς", fold("Ὀδυσσεύς"))

    assert around == Excerpt(before="", found="Ὀδυσσεύς", after="")
