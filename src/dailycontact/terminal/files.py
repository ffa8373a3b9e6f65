"""Files that a leader asked for: written whole or not at all, readable by their owner only."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dailycontact.errors import Refused, StorageProblem


class FileIsThere(Refused):
    """Something of that name exists, and nobody said that it may go."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} exists already; choose another name, or replace it with --force.")


class FileNotWritten(StorageProblem):
    """The folder is absent, full, or takes no files."""

    def __init__(self, path: Path, reason: str | None) -> None:
        super().__init__(
            f"{path} could not be written ({reason or 'unknown reason'});"
            " choose another place with -o."
        )


def write_file(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a new file (0600); with `force` it takes the place of one that is there.

    Raises:
        FileIsThere: see there.
        FileNotWritten: see there; nothing is left behind.

    """
    with new_file(path, force=force) as file:
        file.write(content)


@contextmanager
def new_file(path: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """Yield a new file (0600) to write to; it gets its name when it is whole.

    With `force` it takes the place of one that is there. Where what is inside raises, nothing is
    left behind.

    Raises:
        FileIsThere, FileNotWritten: as write_file.

    """
    if not force and os.path.lexists(path):
        raise FileIsThere(path)
    try:
        with _under_another_name(path, force=force) as file:
            yield file
    except FileExistsError:
        raise FileIsThere(path) from None
    except OSError as failure:
        raise FileNotWritten(path, failure.strerror) from failure


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
