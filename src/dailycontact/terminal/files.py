"""Files that a leader asked for: written whole or not at all; private, unless to be passed on."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dailycontact.errors import Refused, StorageProblem

_DATABASE = b"SQLite format 3\0"
"""How the file of a book begins, and of every copy of one."""
_PUBLIC = 0o666
_JOURNAL = "-journal"
"""What the file that lies beside a book while it is written to has behind its name."""


class FileIsThere(Refused):
    """Something of that name exists, and nobody said that it may go."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} exists already; choose another name, or replace it with --force.")


class IsABook(Refused):
    """A book or a copy of one is there, and no page or list is worth it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is a book of customers, or belongs to one, and was left alone;"
            " choose another name with -o."
        )


class NotAFile(Refused):
    """A link, a pipe or a device is there: what it stands for is more than a file of one's own."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is a link, a pipe or a device, and was left alone; choose another name with"
            " -o, or -o - to have it printed."
        )


class FileNotWritten(StorageProblem):
    """The folder is absent, full, or takes no files."""

    def __init__(self, path: Path, reason: str | None) -> None:
        super().__init__(
            f"{path} could not be written ({reason or 'unknown reason'});"
            " choose another place with -o."
        )


def write_file(path: Path, content: bytes, *, force: bool = False, private: bool = True) -> None:
    """Write a new file (0600); with `force` it takes the place of one that is there.

    What is not `private` is to be passed on: others may read it as far as the umask lets them.

    Raises:
        FileIsThere, IsABook, NotAFile: see there.
        FileNotWritten: see there; nothing is left behind.

    """
    with new_file(path, force=force, private=private) as file:
        file.write(content)


@contextmanager
def new_file(path: Path, *, force: bool = False, private: bool = True) -> Iterator[BinaryIO]:
    """Yield a new file (0600, or else as the umask has it) to write to.

    It gets its name when it is whole.

    With `force` it takes the place of one that is there. Where what is inside raises, nothing is
    left behind.

    Raises:
        FileIsThere, IsABook, NotAFile, FileNotWritten: as write_file.

    """
    if any(map(_is_a_book, (path, Path(str(path).removesuffix(_JOURNAL))))):
        raise IsABook(path)
    if _is_no_file(path):
        raise NotAFile(path)
    if not force and os.path.lexists(path):
        raise FileIsThere(path)
    try:
        with _under_another_name(path, force=force) as file:
            if not private and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), _PUBLIC & ~_umask())
            yield file
    except FileExistsError:
        raise FileIsThere(path) from None
    except OSError as failure:
        raise FileNotWritten(path, failure.strerror) from failure


def _umask() -> int:
    """Return the umask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _is_no_file(path: Path) -> bool:
    """Return whether something else than a file or a folder is there; links are not followed."""
    try:
        mode = path.lstat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _is_a_book(path: Path) -> bool:
    """Return whether a database is there, by how its file begins; links are followed."""
    try:
        if not path.is_file():  # A pipe would be waited for.
            return False
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


@contextmanager
def _under_another_name(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _put(name, path, force=force)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _put(name: str, path: Path, *, force: bool) -> None:
    """Give the file its name, by a link, which never replaces a file that appeared meanwhile."""
    if force:
        Path(name).replace(path)
        return
    try:
        os.link(name, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links
        if os.path.lexists(path):
            raise FileExistsError from None
        Path(name).replace(path)
