"""Looking is fast: what only reads a book never loads what writes one, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Founded
from support.builders import MORNING, a_customer, an_action, an_answer

HEAVY = (
    *("sqlmodel", "sqlalchemy", "pydantic", "alembic", "jinja2"),
    *("holidays", "phonenumbers", "platformdirs", "dateutil", "tomlkit"),
)
LOOKING = (
    ("today",),
    ("today", "--json"),
    ("today", "--why"),
    ("loop",),
    ("customers", "list"),
    ("customers", "show", "Ana"),
    ("history",),
    ("find", "invoices"),
    ("find", "--like", "1"),
    ("theme", "list"),
    ("plan",),
    ("outbox",),
    ("config",),
    ("--help",),
)
PROBE = """
import atexit, sys
heavy = {heavy!r}
atexit.register(lambda: print("LOADED", *(name for name in heavy if name in sys.modules)))
from dailycontact.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def lived_in(sqlite_book: Founded) -> dict[str, str]:
    """Return the environment of a person whose book has a customer with an open answer."""
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        an_action(change, an_answer(change, a_customer(change)))
        a_customer(change, "Bo Lind")
    sqlite_book.book.rest()
    source = str(Path(__file__).resolve().parents[2] / "src")
    return {
        **os.environ,
        "PYTHONPATH": source,
        "DAILYCONTACT_BOOK": sqlite_book.book.address,
        "DAILYCONTACT_NOW": "2026-11-24T09:12:00+00:00",
    }


@pytest.mark.parametrize("words", LOOKING, ids=" ".join)
def test_looking_loads_nothing_that_writes(
    lived_in: dict[str, str], words: tuple[str, ...]
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROBE.format(heavy=HEAVY), *words],
        env=lived_in,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1] == "LOADED"


def test_completion_loads_nothing_that_writes(lived_in: dict[str, str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROBE.format(heavy=HEAVY)],
        env=lived_in
        | {
            "_DAILYCONTACT_COMPLETE": "complete_bash",
            "COMP_WORDS": "dailycontact cu",
            "COMP_CWORD": "1",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ran.stdout.splitlines() == ["customers", "LOADED"]
