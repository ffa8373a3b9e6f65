"""What was typed of somebody and never saved goes with them, and nobody else's does."""

from pathlib import Path

import pytest

from conftest import Founded
from dailycontact.settings import drafts_folder
from support.running import Run


@pytest.fixture
def folder(run_in: Run) -> Path:
    """Return the folder of drafts, for a book with Ana and Bo."""
    run_in("customers", "add", "Ana Duarte", "--phone", "+441134960123")
    run_in("customers", "add", "Bo Lind", "--phone", "+441134960131")
    place = Path(drafts_folder())
    place.mkdir(parents=True)
    return place


def draft(folder: Path, name: str, words: str, *, book: str) -> Path:
    path = folder / name
    path.write_text(f"dailycontact --book {book} log reached {words}\n", encoding="utf-8")
    return path


def test_a_conversation_that_was_never_saved_goes_with_the_customer(
    founded: Founded, run_in: Run, folder: Path
) -> None:
    book = f"'{founded.book.address}'"
    theirs = draft(folder, "log-1.txt", "--better 'Ring later' --customer 1", book=book)
    others = draft(folder, "log-2.txt", "--notes 'knows Ana Duarte' --customer 2", book=book)
    elsewhere = draft(folder, "log-3.txt", "--better 'Other' --customer 1", book="/other.db")
    (folder / "log-4.txt").write_text("dailycontact log 'open quote --customer 1\n")

    planned = run_in("customers", "erase", "1", "--dry-run").out
    done = run_in("customers", "erase", "1", "--name", "Ana Duarte", "--json").json

    assert "1 conversation with them, typed and never saved." in planned
    assert done["drafts"] == [str(theirs)]
    assert not theirs.exists()
    assert others.exists()
    assert elsewhere.exists()
    assert {"file": str(others), "kind": "draft"} in done["exports"]


def test_where_nothing_waits_nothing_is_said(run_in: Run, folder: Path) -> None:
    folder.rmdir()

    assert "typed and never saved" not in run_in("customers", "erase", "1", "--dry-run").out
