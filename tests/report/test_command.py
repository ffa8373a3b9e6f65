"""What a leader types to have a report: which days, for whom, in which form, and the slips."""

import os
import stat
from pathlib import Path

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer, an_action
from support.loop import with_answers
from support.running import Run

FRIDAY = "2026-11-20T16:00:00+00:00"
WORDS = "Mark Price said you may leave; ring 0113 496 0123."


@pytest.fixture
def report(sqlite_book: Founded, monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """Return what runs a command in a book in which somebody was named."""
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        a_customer(change, "Mark Price", company="Best Ltd")
    answers = with_answers(sqlite_book, "Ana Duarte", verbatim=WORDS)
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        an_action(change, answers[0])
    sqlite_book.book.rest()
    return run


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ((), "2026-W47"),
        (("--last",), "2026-W46"),
        (("last",), "2026-W46"),
        (("--week", "W45"), "2026-W45"),
        (("week", "45"), "2026-W45"),
        (("now",), "2026-W47"),
        (("this-week",), "2026-W47"),
        (("week",), "2026-W47"),
        (("lastweek",), "2026-W46"),
        (("last-month",), "2026-10"),
        (("Month",), "2026-11"),
        (("--month",), "2026-11"),
        (("--month", "--last"), "2026-10"),
        (("--month", "last"), "2026-10"),
        (("--month", "october"), "2026-10"),
        (("last", "month"), "2026-10"),
        (("--quarter",), "2026-Q4"),
        (("--quarter", "--last"), "2026-Q3"),
        (("--year", "2025"), "2025"),
        (("--year", "--last"), "2025"),
        (("--since", "2026-11-02", "--until", "today"), "2026-11-02--2026-11-20"),
        (("--since", "monday"), "2026-11-16--2026-11-20"),
    ],
)
def test_the_days_are_named_in_many_ways(report: Run, words: tuple[str, ...], name: str) -> None:
    assert report("report", *words, "--json", at=FRIDAY).json["period"]["name"] == name


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("-o", ""), 2, "the name of a file"),
        (("W47", "--last"), 2, "Name one period"),
        (("--week", "W47", "--month"), 2, "Name one period"),
        (("--month", "--year"), 2, "Name one period"),
        (("--month", "--since", "monday"), 2, "Name one period"),
        (("--month", "W47"), 2, "leave out --month"),
        (("--until", "monday"), 2, "--since"),
        (("--since", "2026-11-20", "--until", "2026-11-16"), 2, "earlier"),
        (("leader",), 2, "--edition leader"),
        (("47",), 2, "W47"),
        (("2030",), 7, "when it has begun"),
        (("--edition", "owners"), 2, "company"),
        (("--format", "pdf"), 2, "html"),
        (("-o", "week.pdf"), 2, "-o week.html"),
        (("-o", "week.docx"), 2, "--format"),
        (("--table", "answers", "--format", "html"), 2, "--format csv"),
        (("--table", "nothing"), 2, "answers"),
        (("--dry-run",), 2, "--send team"),
        (("--yes",), 2, "--send team"),
        (("--send", "owners"), 2, "--send"),
        (("--send", "team", "--edition", "company"), 2, "--edition"),
        (("--send", "team", "-o", "week.html"), 2, "-o"),
        (("--send", "team", "--format", "html"), 2, "--format"),
        (("--send", "team", "--yes"), 7, "--recipients"),
    ],
)
def test_a_slip_is_met_with_the_way_out(
    report: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    refused = report("report", *words, code=code, at=FRIDAY)

    assert said in refused.err
    assert refused.out == ""


def test_a_file_in_a_folder_is_named_for_its_days_and_its_readers(
    report: Run, tmp_path: Path
) -> None:
    for words in ((), ("--format", "xlsx"), ("--table", "answers"), ("--edition", "company")):
        report("report", "W48", *words, "-o", str(tmp_path), at="2026-11-27T16:00:00+00:00")

    assert sorted(path.name for path in tmp_path.glob("report-*")) == [
        "report-2026-W48-company.html",
        "report-2026-W48-team-answers.csv",
        "report-2026-W48-team.html",
        "report-2026-W48-team.xlsx",
    ]


def test_only_the_leaders_edition_is_closed_to_others(report: Run, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        report("report", "-o", str(tmp_path / "team.md"))
        report("report", "--edition", "leader", "-o", str(tmp_path / "leader.md"))
    finally:
        os.umask(before)

    modes = [stat.S_IMODE((tmp_path / f"{name}.md").stat().st_mode) for name in ("team", "leader")]
    assert modes == [0o640, 0o600]


def test_a_file_that_is_there_stays_unless_it_may_go(report: Run, tmp_path: Path) -> None:
    path = tmp_path / "week.md"
    path.write_text("mine")

    report("report", "-o", str(path), code=7)
    kept = path.read_text()
    report("report", "--format", "text", "-o", str(path), "--force")

    assert kept == "mine"
    assert "What customers told us" in path.read_text()


def test_a_place_that_takes_no_files_is_named(report: Run, tmp_path: Path) -> None:
    refused = report("report", "-o", str(tmp_path / "no" / "week.html"), code=6)

    assert "another place" in refused.err
    assert list(tmp_path.glob("no*")) == []


def test_a_look_before_it_goes_shows_what_is_hidden_and_how_to_have_it_otherwise(
    report: Run,
) -> None:
    shown = report("report", "--preview").out
    report("config", "--keep-word", "Mark Price")
    listed = report("report", "--preview", "--json").json

    assert "HIDDEN" in shown
    assert "Mark Price" in shown
    assert "config --keep-word" in shown
    assert list(listed) == ["edition", "replaced"]


def test_where_nothing_is_hidden_the_look_says_so(report: Run) -> None:
    assert "nothing was hidden" in report("report", "2025", "--preview").out
