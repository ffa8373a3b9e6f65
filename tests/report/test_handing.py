"""Tables as files, through the command line: one in a file, or all of them in an archive."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import Founded
from support.running import Run


@pytest.fixture
def run_here(sqlite_book: Founded, run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in a book in a file; no database makes a difference here."""
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    return run


def test_one_table_is_a_file_and_all_of_them_an_archive(run_here: Run, tmp_path: Path) -> None:
    run_here("report", "-o", str(tmp_path / "a.csv"), "--table", "answers")
    run_here("report", "-o", str(tmp_path / "all.zip"))

    with ZipFile(tmp_path / "all.zip") as archive:
        assert archive.read("answers.csv") == (tmp_path / "a.csv").read_bytes()


def test_a_file_that_holds_one_table_asks_which(run_here: Run, tmp_path: Path) -> None:
    refused = run_here("report", "-o", str(tmp_path / "all.csv"), code=2)

    assert "--table answers" in refused.err
    assert "all.zip" in " ".join(refused.err.split())
    assert not (tmp_path / "all.csv").exists()


def test_a_table_that_is_not_there_is_refused_with_those_that_are(run_here: Run) -> None:
    refused = run_here("report", "--table", "notes", "--edition", "company", code=2)

    assert "choose from: about, changes" in " ".join(refused.err.split())
