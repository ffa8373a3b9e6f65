"""One awkward week in every form and edition, compared with what was looked at and found good.

After a change that is meant, delete the file in tests/golden/, run the test once, and read what it
wrote before it is kept.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.report.commands import report as command
from dailycontact.report.rule.report import Edition
from support.awkward import AT, MONDAY, afterwards, whole_awkward_week
from support.running import Run
from support.unpacked import readable

GOLDEN = Path(__file__).parents[1] / "golden"
FRIDAY = "2026-11-20T16:00:00+00:00"
AFTER_THE_WEEK = "2026-11-23T09:00:00+00:00"
NEXT_YEAR = "2027-11-20T16:00:00+00:00"
LATER = "2026-11-25T10:00:00+00:00"
CORRECTIONS = [
    ("customers", "edit", "Bo Lind", "--name", "Beau Lindqvist", "--company", "Bread & Co"),
    ("customers", "edit", "Sam O'Neill", "--name", "Sam Neill", "--company", "Books"),
    ("customers", "edit", "Ana Duarte", "--name", "Ana Silva", "--company", "Blue Door"),
    ("config", "--company", "Olive & Sons"),
    ("amend", "1", "--words", "Deliveries before noon."),
    ("amend", "2", "--quote", "name"),
    ("amend", "6", "--kind", "suggestion"),
    ("amend", "7", "--no-private"),
    ("amend", "9", "--kind", "praise"),
    ("amend", "4", "--no-urgent"),
]
PERMISSION = "Anyone may spend up to €50 to put a thing right, unasked"
SUFFIXES = {
    "terminal": ".txt",
    "markdown": ".md",
    "html": ".html",
    "json": ".json",
    "csv": ".csv.txt",
    "xlsx": ".xlsx.txt",
}
"""What the name of a golden file ends with; what is no text is kept as text."""
ENDINGS = {"csv": ".zip", "xlsx": ".xlsx"}
"""What the name of a report ends with, where it is another."""
SECRETS = ("ana@example.com", "113 496", "0999", "Ana Duarte", "Green Door", "Away until",
           "price list", "rude to me", "Corner Books before", "Wolfeschlegel", "Nono",
           "Nobody may hear")  # fmt: skip
"""What only leaders may read."""
NAMES = ("Lind Bakery", "Sam O'Neill", "山田", "株式会社みどり", "ليلى", "Price & Sons")
"""Customers who agreed to be named to the team, and to nobody else."""
TEAM = ("Priya", "Tom Weber", "Marta", "friendly")
"""Who is thanked, and praise: for the team only."""
of_every_edition = pytest.mark.parametrize("edition", [edition.value for edition in Edition])
of_every_edition_in_time = pytest.mark.parametrize(
    ("founded", "edition"),
    [*(("sqlite", edition.value) for edition in Edition), ("postgres", "leader")],
    indirect=["founded"],
)
"""On a server the leader's alone, which holds whatever the others do."""


@pytest.fixture(autouse=True)
def _version(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a new version change no golden file."""
    monkeypatch.setattr(command, "__version__", "1.2.3")


@pytest.fixture
def week(founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in a book with the awkward week."""
    whole_awkward_week(founded.book)
    founded.book.rest()
    monkeypatch.setenv("DAILYCONTACT_AS", "Marta Silva")
    run_in("config", "--permission", PERMISSION, at="2026-11-18T09:00:00+00:00")
    return run_in


@pytest.fixture
def empty(founded: Founded, run_in: Run) -> Run:
    """Return what runs a command in a book whose leader is on leave all week."""
    with founded.book.change("leave", leader_id=1, at=AT) as change:
        change.add("leave", leader_id=1, first_on=MONDAY, last_on=MONDAY + timedelta(days=4))
    founded.book.rest()
    return run_in


def in_every_form(
    run: Run, folder: Path, edition: str, *, at: str, week: str = "2026-W47"
) -> dict[str, str]:
    """Return a report as text in every form, by what its golden file ends with."""
    made = {}
    for form, suffix in SUFFIXES.items():
        file = folder / f"{edition}{ENDINGS.get(form, suffix)}"
        run("report", week, "--edition", edition, "--format", form, "-o", str(file), "--force",
            at=at)  # fmt: skip
        made[suffix] = readable(file.read_bytes(), form)
    return made


def wrong(name: str, made: dict[str, str]) -> list[str]:
    """Return which forms are not as they were found good; new ones are written, to be looked at."""
    found = []
    for suffix, shown in made.items():
        golden = GOLDEN / f"{name}{suffix}"
        if not golden.exists():
            golden.write_text(shown, encoding="utf-8")
            found.append(f"{golden.name} was written; read it, and run the test again")
        elif shown != golden.read_text(encoding="utf-8"):
            found.append(f"{golden.name} differs; after a change that is meant, delete it")
    return found


@of_every_edition
def test_the_awkward_week_looks_as_it_was_found_good(
    week: Run, tmp_path: Path, edition: str
) -> None:
    assert wrong(edition, in_every_form(week, tmp_path, edition, at=FRIDAY)) == []


@of_every_edition
def test_the_empty_week_looks_as_it_was_found_good(
    empty: Run, tmp_path: Path, edition: str
) -> None:
    assert wrong(f"empty-{edition}", in_every_form(empty, tmp_path, edition, at=FRIDAY)) == []


@of_every_edition_in_time
def test_the_report_of_a_past_week_comes_out_the_same_next_year(
    founded: Founded, week: Run, tmp_path: Path, edition: str
) -> None:
    before = in_every_form(week, tmp_path, edition, at=AFTER_THE_WEEK)
    afterwards(founded.book)
    founded.book.rest()

    after = in_every_form(week, tmp_path, edition, at=NEXT_YEAR)

    assert after == before


@of_every_edition_in_time
def test_what_is_corrected_and_widened_afterwards_leaves_a_past_week_as_it_was(
    week: Run, tmp_path: Path, edition: str
) -> None:
    before = in_every_form(week, tmp_path, edition, at=AFTER_THE_WEEK)

    for words in CORRECTIONS:
        week(*words, at=LATER)

    assert in_every_form(week, tmp_path, edition, at=NEXT_YEAR) == before
    assert "Olive & Sons" in week("report", at=NEXT_YEAR).out


@pytest.mark.parametrize(
    "taken_back", [("--quote", "words"), ("--quote", "no"), ("--private",)], ids=str
)
def test_what_is_taken_back_afterwards_is_taken_out_of_a_past_week(
    week: Run, taken_back: tuple[str, ...]
) -> None:
    before = week("report", "--week", "2026-W47", at=FRIDAY).out
    week("amend", "1", *taken_back, at=LATER)

    after = week("report", "--week", "2026-W47", at=NEXT_YEAR).out

    assert ("Lind Bakery" in before, "Lind Bakery" in after) == (True, False)


def test_what_came_afterwards_is_in_the_next_report(founded: Founded, week: Run) -> None:
    afterwards(founded.book)
    founded.book.rest()

    shown = week("report", "--week", "2026-W48", "--json", at=NEXT_YEAR).json

    assert [(told["told"], told["askers"]) for told in shown["told"]] == [(1, 1), (2, 2)]
    assert [thanks["name"] for thanks in shown["thanks"]] == ["Priya Nair", "Tom Weber"]
    assert [story["text"] for story in shown["stories"]] == ["Stayed until ten."]


def test_the_screen_shows_what_the_file_holds(week: Run) -> None:
    screen = week("report", at=FRIDAY).out

    assert screen == week("report", "--format", "terminal", "-o", "-", at=FRIDAY).out


def test_an_edition_keeps_what_is_not_for_its_readers(week: Run, tmp_path: Path) -> None:
    leaders = " ".join(in_every_form(week, tmp_path, "leader", at=FRIDAY)[".txt"].split())
    outside = (*SECRETS, *NAMES, *TEAM)

    found = [
        (edition, suffix, secret)
        for edition, secrets in {"team": SECRETS, "company": outside, "customers": outside}.items()
        for suffix, text in in_every_form(week, tmp_path, edition, at=FRIDAY).items()
        for secret in secrets
        if secret in " ".join(text.split())
    ]

    assert [secret for secret in outside if secret not in leaders] == []
    assert found == []
