"""Files that a leader asked for."""

import errno
import os
import sqlite3
import stat
from pathlib import Path

import pytest

from dailycontact.terminal.files import FileIsThere, FileNotWritten, IsABook, NotAFile, write_file


def test_a_file_is_written_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    write_file(tmp_path / "week.md", b"words")

    assert (tmp_path / "week.md").read_bytes() == b"words"
    assert stat.S_IMODE((tmp_path / "week.md").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["week.md"]


def test_what_is_there_stays_unless_it_may_go(tmp_path: Path) -> None:
    path = tmp_path / "week.md"
    path.write_bytes(b"mine")

    with pytest.raises(FileIsThere, match="--force"):
        write_file(path, b"other")

    assert path.read_bytes() == b"mine"
    write_file(path, b"other", force=True)
    assert path.read_bytes() == b"other"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("what", ["a link that leads nowhere", "a link to a file", "a pipe"])
def test_what_is_no_file_is_never_replaced(tmp_path: Path, what: str, *, force: bool) -> None:
    path = tmp_path / "week.md"
    (tmp_path / "there").write_bytes(b"mine")
    if what == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(tmp_path / ("there" if "file" in what else "elsewhere"))
    before = path.lstat()

    with pytest.raises(NotAFile, match="left alone"):
        write_file(path, b"words", force=force)

    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert (tmp_path / "there").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["book.db", "book.db-journal", "link"])
def test_a_book_is_never_replaced_not_even_by_force(name: str, tmp_path: Path) -> None:
    book = tmp_path / "book.db"
    connection = sqlite3.connect(book)
    connection.execute("CREATE TABLE customer (name)")
    connection.close()
    (tmp_path / "link").symlink_to(book)
    before = book.read_bytes()

    with pytest.raises(IsABook, match="is a book of customers, or belongs to one"):
        write_file(tmp_path / name, b"words", force=True)

    assert book.read_bytes() == before
    assert (tmp_path / "link").is_symlink()
    assert not (tmp_path / "book.db-journal").exists()


def test_a_name_that_no_disk_takes_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="could not be written"):
        write_file(tmp_path / ("a" * 300), b"words", force=True)


def test_a_file_that_appears_meanwhile_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "week.md"
    path.write_bytes(b"mine")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)

    with pytest.raises(FileIsThere):
        write_file(path, b"other")

    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("is_there", [True, False])
def test_a_disk_without_links_is_written_to_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    path = tmp_path / "week.md"

    def no_links(*_: object) -> None:
        if is_there:
            path.write_bytes(b"mine")
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)

    if is_there:
        with pytest.raises(FileIsThere):
            write_file(path, b"other")
    else:
        write_file(path, b"other")
    assert path.read_bytes() == (b"mine" if is_there else b"other")


def test_a_folder_that_is_absent_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match="another place"):
        write_file(tmp_path / "nowhere" / "week.md", b"words")


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        write_file(tmp_path, b"words", force=True)
