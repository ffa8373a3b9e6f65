"""Stories for the week's report."""

import io

import pytest

from conftest import Founded
from support.builders import MORNING
from support.running import Run


def test_a_story_is_in_the_report_of_its_week(founded: Founded, run_in: Run) -> None:
    with founded.book.change("team add", leader_id=1, at=MORNING) as change:
        change.add("member", name="Tom Weber", aliases='["Tommy"]')
    founded.book.rest()

    said = run_in("story", " Drove back with a key. ", "--who", "tommy")

    assert "Drove back with a key." in said.err
    assert "Wrong? dailycontact undo" in said.err
    assert run_in("report", "--json").json["stories"] == [
        {
            "text": "Drove back with a key.",
            "who": "Tom Weber",
            "missed": False,
            "told_by": "Marta Silva",
            "day": "2026-11-23",
            "earlier": False,
        }
    ]


def test_a_missed_moment_is_marked(run_in: Run) -> None:
    run_in("story", "We could have rung first.", "--missed")

    assert "we could have done more · from Marta" in run_in("report").out


def test_a_story_is_read_from_the_input(run_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Stayed until ten.\n"))

    run_in("story", "-")

    assert run_in("report", "--json").json["stories"][0]["text"] == "Stayed until ten."


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("story", "  "), 2, "a few words"),
        (("--no-input", "story"), 2, "TEXT"),
        (("story", "x", "--who", "nobody"), 4, "team add"),
    ],
)
def test_a_story_that_cannot_be_kept_leaves_nothing(
    run_in: Run, words: tuple[str, ...], code: int, says: str
) -> None:
    assert says in run_in(*words, code=code).err

    assert run_in("report", "--json").json["stories"] == []
