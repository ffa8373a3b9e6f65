"""One awkward week in every form and edition, compared with what was looked at and found good.

After a change that is meant, delete the file in tests/golden/, run the test once, and read what it
wrote before it is kept.
"""

from pathlib import Path

import pytest

from conftest import Founded
from support.awkward import afterwards, awkward_week
from support.running import Run

GOLDEN = Path(__file__).parents[1] / "golden"
FRIDAY = "2026-11-20T16:00:00+00:00"
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
FORMS = [
    (edition, form, suffix)
    for edition in ("team", "leader")
    for form, suffix in (("terminal", "txt"), ("markdown", "md"), ("json", "json"))
]


@pytest.fixture
def week(founded: Founded, run_in: Run) -> Run:
    """Return what runs a command in a book with the awkward week."""
    awkward_week(founded.book)
    founded.book.rest()
    return run_in


@pytest.mark.parametrize(("edition", "form", "suffix"), FORMS)
def test_the_awkward_week_looks_as_it_was_found_good(
    week: Run, edition: str, form: str, suffix: str
) -> None:
    shown = week("report", "--edition", edition, "--format", form, "-o", "-", at=FRIDAY).out

    golden = GOLDEN / f"{edition}.{suffix}"
    if not golden.exists():
        golden.write_text(shown, encoding="utf-8")
        pytest.fail(f"{golden.name} was written; read it, and run the test again")
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("edition", "form", "suffix"), FORMS)
def test_the_report_of_a_past_week_comes_out_the_same_next_year(
    founded: Founded, week: Run, edition: str, form: str, suffix: str
) -> None:
    del suffix
    options = ("--week", "2026-W47", "--edition", edition, "--format", form, "-o", "-")
    before = week("report", *options, at=FRIDAY).out
    afterwards(founded.book)
    founded.book.rest()

    after = week("report", *options, at=NEXT_YEAR).out

    assert after == before


@pytest.mark.parametrize(("edition", "form", "suffix"), FORMS)
def test_what_is_corrected_and_widened_afterwards_leaves_a_past_week_as_it_was(
    week: Run, edition: str, form: str, suffix: str
) -> None:
    del suffix
    options = ("--week", "2026-W47", "--edition", edition, "--format", form, "-o", "-")
    before = week("report", *options, at=FRIDAY).out

    for words in CORRECTIONS:
        week(*words, at=LATER)

    assert week("report", *options, at=NEXT_YEAR).out == before
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


@pytest.mark.parametrize("form", ["terminal", "markdown", "json"])
@pytest.mark.parametrize(
    "secret",
    ["ana@example.com", "113 496", "0999", "Ana Duarte", "Green Door", "Away until", "price list",
     "rude to me", "Corner Books before", "Wolfeschlegel"],
)  # fmt: skip
def test_the_team_edition_keeps_what_is_not_for_the_team(week: Run, form: str, secret: str) -> None:
    team = week("report", "--format", form, at=FRIDAY).out
    leader = week("report", "--format", form, "--edition", "leader", at=FRIDAY).out

    assert secret not in " ".join(team.split())
    assert secret in " ".join(leader.split())
