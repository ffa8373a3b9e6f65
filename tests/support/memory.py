"""Where tests keep their files: in memory, where there is enough of it."""

import shutil
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 - only the tests' own folders in it are used
_ENOUGH = 4_000_000_000
"""Bytes that are free; a container has 64 MB of it as a rule."""


def folder() -> Path | None:
    """Return the folder that lies in memory; None where the usual one is to be taken.

    A book waits for the disk at every change, and most of what the tests do is change books.
    """
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free >= _ENOUGH:
        return _MEMORY
    return None
