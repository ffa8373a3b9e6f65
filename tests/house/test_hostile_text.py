"""Every string from outside goes through the one output door, whichever command prints it."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dailycontact.app import entries
from support import hostile_book
from support.hostile_commands import ASKED, BEGIN, CASES, COMMANDS, END, set_up, with_document
from support.running import Run
from terminal.hostile import FORBIDDEN, STYLES, Terminal, piped

PLAY = "from support.hostile_commands import play; play({!r}, asked={!r})"
PASTING = re.compile("\x1b\\[\\?2004[hl]\r?")
"""What readline asks of the terminal at each prompt."""
BUG = 70


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "book.db"
    hostile_book.make(path)
    return path


@pytest.fixture(autouse=True)
def _here() -> Iterator[None]:
    before = Path.cwd()
    yield
    os.chdir(before)


def test_every_command_is_here() -> None:
    assert set(COMMANDS) == {words for words, _ in entries()} | {""}


@pytest.mark.no_cover  # another process does it
def test_in_a_pipe_nothing_acts_and_every_command_ends_as_it_should(template: Path) -> None:
    ran = piped(PLAY.format(str(template), False), **_told(NO_COLOR="1"))

    assert ran.returncode == 0, ran.stdout.decode()[-2000:]
    assert _wrong(ran.stdout.decode()) == []


@pytest.mark.no_cover  # another process does it
def test_in_a_terminal_nothing_acts_and_the_lines_around_stay(template: Path) -> None:
    terminal = Terminal(PLAY.format(str(template), False), rows=40_000, told=_told())

    code = terminal.ended()

    assert code == 0, terminal.raw[-2000:]
    assert _wrong(_plain(terminal)) == []
    assert _marks(terminal.lines) == _expected()


@pytest.mark.no_cover  # another process does it
def test_whatever_is_asked_in_a_terminal_is_asked_safely(template: Path) -> None:
    terminal = Terminal(PLAY.format(str(template), True), rows=10_000, told=_told())

    code = terminal.ended(pressing="\r", every=0.05)

    assert code == 0, terminal.raw[-2000:]
    assert not FORBIDDEN.search(_plain(terminal))
    assert _marks(terminal.lines) == [
        line
        for number in range(len(ASKED))
        for line in (BEGIN.format(number), END.format(number, 0))
    ]


@pytest.mark.parametrize("name", [name for name in COMMANDS if name])
def test_a_document_is_ascii_and_gives_every_text_back(name: str, template: Path, run: Run) -> None:
    wrong = []
    for case in with_document(name):
        set_up(template, case)
        ran = run(*case.words, "--json", code=case.code)
        printed = ran.out or ran.err
        lost = set(case.holds) - set(_strings(json.loads(printed)))
        if lost or not printed.isascii() or FORBIDDEN.search(printed):
            wrong.append((case.words[:3], lost, printed[:500]))

    assert wrong == []


def _told(**more: str) -> dict[str, Any]:
    now = os.environ["DAILYCONTACT_NOW"]
    return {"DAILYCONTACT_NOW": now, "INPUTRC": os.devnull, **more}


def _plain(terminal: Terminal) -> str:
    """Return what was written, without what we and readline may say to a terminal."""
    return PASTING.sub("", STYLES.sub("", terminal.raw.decode())).replace("\r\n", "\n")


def _expected() -> list[str]:
    return [
        line
        for number, (_, case) in enumerate(CASES)
        for line in (BEGIN.format(number), END.format(number, case.code))
    ]


def _marks(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("@@@")]


def _wrong(written: str) -> list[tuple[tuple[str, ...], str]]:
    """Return the command lines that ended otherwise than they should, or let something out."""
    found = []
    for number, (_, case) in enumerate(CASES):
        _, _, rest = written.partition(BEGIN.format(number) + "\n")
        printed, _, end = rest.partition("@@@")
        if not f"@@@{end}".startswith(END.format(number, case.code) + "\n"):
            found.append((case.words, printed[-600:] + end[:20]))
        elif leak := FORBIDDEN.search(printed):
            found.append(
                (case.words, f"{leak[0]!r} in {printed[max(0, leak.start() - 80) :]:.160}")
            )
    return found


def _strings(document: Any) -> Iterator[str]:
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        for value in document.values():
            yield from _strings(value)
    elif isinstance(document, list):
        for value in document:
            yield from _strings(value)
