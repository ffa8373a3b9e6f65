"""Files of customers, brought in through the command line, and what is in the book then."""

from pathlib import Path
from typing import Any

from conftest import Founded
from dailycontact.people.usecases.import_reading import Recognised
from support.running import Run


def written(folder: Path, text: str, *, name: str = "people.csv") -> str:
    """Write a file; return where it is."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def brought_in(run: Run, *words: str) -> dict[str, Any]:
    """Bring a file in; return what the command says of it."""
    (file,) = run("import", *words, "--json").json["files"]
    return dict(file)


def counted(file: dict[str, Any]) -> tuple[int, ...]:
    """Return how many are new, changed, unchanged and refused."""
    return tuple(file[name] for name in ("new", "changed", "unchanged", "refused"))


def rows(founded: Founded, sql: str) -> list[dict[str, Any]]:
    """Return what a question gives."""
    found = [dict(row) for row in founded.book.look().rows(sql)]  # type: ignore[call-overload]
    founded.book.rest()
    return found


def names(founded: Founded) -> list[str]:
    """Return the names of everybody, in the order in which they came."""
    return [row["name"] for row in rows(founded, "SELECT name FROM customer ORDER BY id")]


def count_rows(recognised: Recognised) -> int:
    """Return how many rows a file has, refused and skipped ones too."""
    return sum(
        len(block.lines) + len(block.problems) + sum(block.skipped.values())
        for block in recognised.sheet.blocks()
    )
