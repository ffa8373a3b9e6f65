"""The benchmark of the rule runs, and ends with 1 when a goal is missed."""

from dataclasses import replace
from types import ModuleType

import pytest

from house.source import ROOT

TINY = ["--book", "S", "--seeds", "2", "--years", "2"]


@pytest.fixture
def picker(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks import picker

    return picker


def test_a_small_book_is_played_and_its_goals_are_printed(
    picker: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    code = picker.main(TINY)

    printed = capsys.readouterr().out
    assert code == 0, printed
    assert {line.split()[0] for line in printed.splitlines() if "holds" in line} == {
        *("G5", "G11", "G17"),
    }


def test_a_goal_that_is_missed_ends_with_one(
    picker: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = tuple(replace(part, limit=0.3) for part in picker.PARTS if part.figure == "max")
    monkeypatch.setattr(picker, "PARTS", parts)

    code = picker.main(TINY)

    assert code == 1
    assert "MISS" in capsys.readouterr().out
