"""What is asked for most often starts without Typer, and prints the same bytes as through it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from conftest import Founded
from dailycontact.__main__ import AT_ONCE
from support.builders import MORNING, a_call, a_customer, an_action, an_answer

NOT_LOADED = {
    *("sqlmodel", "sqlalchemy", "pydantic", "alembic", "holidays", "phonenumbers", "jinja2"),
    *("rich", "typer.main", "platformdirs", "tomllib", "tomlkit", "dateutil"),
    *("pathlib", "hashlib", "importlib.metadata", "logging"),
}
"""Modules that looking does without: each would be felt."""

THROUGH_TYPER = "--no-input"
"""A word before the command that changes nothing, and that only Typer understands."""

AFTERWARDS = """
import json, os, sys
from dailycontact.__main__ import main
code = main(sys.argv[1:])
os.write(int(os.environ["MODULES"]), json.dumps(sorted(sys.modules)).encode())
sys.exit(code)
"""


@dataclass(frozen=True, kw_only=True)
class Process:
    """What a process printed, how it ended, and what it had loaded by then."""

    out: bytes
    err: bytes
    code: int
    modules: frozenset[str]


def _process(*words: str) -> Process:
    reading, writing = os.pipe()
    done = subprocess.run(
        (sys.executable, "-c", AFTERWARDS, *words),
        env={**os.environ, "MODULES": str(writing)},
        pass_fds=(writing,),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    os.close(writing)
    with os.fdopen(reading, "rb") as modules:
        loaded = frozenset(json.loads(modules.read() or b"[]"))
    return Process(out=done.stdout, err=done.stderr, code=done.returncode, modules=loaded)


WORDS = [
    pytest.param((*words, *as_json), id=" ".join((*words, *as_json)))
    for words in AT_ONCE
    for as_json in ((), ("--json",))
]


@pytest.fixture
def in_use(sqlite_book: Founded, monkeypatch: pytest.MonkeyPatch) -> Founded:
    """Return a book in which people were called, and said something that is being done."""
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        heard = an_answer(change, a_customer(change, "Zoë Ünal", company="Café [b]Sol[/b]"))
        an_action(change, heard)
        a_call(change, a_customer(change, "Bo Lind"), outcome="no-answer")
        a_customer(change, "Ana Duarte", company="Green Door Cafés")
    sqlite_book.book.rest()
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    return sqlite_book


@pytest.fixture
def in_use_abroad(in_use: Founded) -> Founded:
    """Return the same book with a customer in a wide script, for which Rich counts the columns."""
    with in_use.book.change("test", leader_id=1, at=MORNING) as change:
        an_answer(change, a_customer(change, "山田 太郎", company="喫茶 ☕"), verbatim="請求書が…")
    in_use.book.rest()
    return in_use


@pytest.mark.usefixtures("in_use_abroad")
@pytest.mark.parametrize("words", WORDS)
def test_the_short_way_prints_what_the_long_way_prints(words: tuple[str, ...]) -> None:
    short = _process(*words)
    long = _process(THROUGH_TYPER, *words)

    assert "typer.main" in long.modules, "the long way was not taken"
    assert (short.out, short.err, short.code) == (long.out, long.err, long.code)
    assert short.out


@pytest.mark.parametrize("words", WORDS)
def test_both_ways_end_alike_where_there_is_no_book(words: tuple[str, ...]) -> None:
    short = _process(*words)
    long = _process(THROUGH_TYPER, *words)

    assert (short.out, short.err, short.code) == (long.out, long.err, long.code)
    assert short.out or short.err


@pytest.mark.usefixtures("in_use")
@pytest.mark.parametrize("words", WORDS)
def test_looking_loads_nothing_that_it_does_not_use(words: tuple[str, ...]) -> None:
    looked = _process(*words)

    assert looked.code == 0, looked.err
    assert looked.modules & NOT_LOADED == set()
