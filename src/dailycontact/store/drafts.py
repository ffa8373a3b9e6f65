"""What was typed and could not be saved: a command line in a file each, beside the books."""

import os
import shlex
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A conversation that waits to be logged: with whom (an id), in which book (None: yours)."""

    path: str
    customer_id: int | None
    book: str | None


def drafts_in(folder: str) -> tuple[Draft, ...]:
    """Return the drafts in a folder, by name; none where there is no such folder."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are enough
    except OSError:
        return ()
    return tuple(_draft(Path(folder) / name) for name in names if name.endswith(".txt"))


def forget(paths: Iterable[str]) -> None:
    """Delete drafts; one that cannot be deleted stays."""
    for path in paths:
        with suppress(OSError):
            Path(path).unlink()


def _draft(path: Path) -> Draft:
    words: Sequence[str] = ()
    with suppress(OSError, ValueError):
        words = shlex.split(path.read_text(encoding="utf-8"))
    said = _after(words, "--customer")
    return Draft(
        path=str(path),
        customer_id=int(said) if said and said.isdecimal() else None,
        book=_after(words, "--book"),
    )


def _after(words: Sequence[str], flag: str) -> str | None:
    return next((value for word, value in pairwise(words) if word == flag), None)
