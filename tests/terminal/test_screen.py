"""What a command prints, in a terminal, with NO_COLOR, in a pipe and as JSON."""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text

from dailycontact.terminal import streams
from dailycontact.terminal.documents import as_json
from dailycontact.terminal.screen import Screen
from terminal.hostile import FORBIDDEN, HOSTILE, STYLES, Terminal, environment, piped

EVERY_WAY = """
from dailycontact.terminal.screen import Screen
from dailycontact.terminal.card import header, labelled, spread, quoted, keys, paragraph
from dailycontact.terminal.line import Line
from dailycontact.terminal.table import table
from rich.panel import Panel
from rich.text import Text
from terminal.hostile import HOSTILE
screen = Screen()
screen.show("FIRST LINE")
for name in HOSTILE:
    screen.show(name, Line(("name", "bold"), name), header(name, name), spread(name, name))
    screen.show(paragraph(name), labelled("WHY", name, quoted(name)), keys({"n": name}))
    screen.show(Text(name), Panel(Text(name)))
    screen.say(name)
    screen.hint(name)
    screen.warn(name)
screen.show(table(["who", "said"], [(name, name) for name in HOSTILE]))
screen.say("LAST LINE")
"""


def test_in_a_terminal_nothing_acts_and_the_lines_around_stay() -> None:
    terminal = Terminal(EVERY_WAY, rows=4000)

    code = terminal.ended()

    assert code == 0
    shown = STYLES.sub("", terminal.raw.decode()).replace("\r\n", "\n")
    assert not FORBIDDEN.search(shown)
    lines = [line for line in terminal.lines if line]
    assert (lines[0], lines[-1]) == ("FIRST LINE", " LAST LINE")
    assert "ALL OK" not in lines


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_without_colour_a_terminal_gets_no_escape_code_at_all(name: str, value: str) -> None:
    terminal = Terminal(EVERY_WAY, rows=4000, told={name: value})

    code = terminal.ended()

    assert code == 0
    assert not FORBIDDEN.search(terminal.raw.decode().replace("\r\n", "\n"))


def test_in_a_pipe_nothing_acts_and_nothing_is_coloured() -> None:
    done = piped(EVERY_WAY)

    assert done.returncode == 0, done.stderr.decode()
    assert not FORBIDDEN.search(done.stdout.decode())
    assert not FORBIDDEN.search(done.stderr.decode())
    assert done.stdout.decode().startswith("FIRST LINE\n")


def test_in_an_encoding_that_lacks_a_character_nothing_fails() -> None:
    done = piped(EVERY_WAY, PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert done.returncode == 0, done.stderr.decode()


def test_results_and_talk_go_their_own_ways(capsys: pytest.CaptureFixture[str]) -> None:
    screen = Screen()

    screen.show("data", Text("rich data"))
    screen.say("talk")
    screen.hint("hint")
    screen.warn("warning")

    printed = capsys.readouterr()
    assert printed.out == "data\nrich data\n"
    assert printed.err == "talk\nhint\nwarning\n"


def test_a_sentence_is_folded_for_a_person_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "Nobody is due today. " * 9
    Screen().say(sentence)
    in_a_pipe = capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")

    Screen().say(sentence)

    assert in_a_pipe == sentence.rstrip() + "\n"
    assert max(map(len, capsys.readouterr().err.splitlines())) < 80


@pytest.mark.parametrize(("columns", "width"), [("120", 120), ("1", 24), ("x", 80), ("", 80)])
def test_the_width_is_that_of_columns_and_80_in_a_pipe(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert Screen().width == width


def test_the_width_of_a_terminal_is_used() -> None:
    terminal = Terminal(
        "from dailycontact.terminal.screen import Screen; s = Screen();"
        "s.show(f'{s.width} {s.out.width} {s.is_terminal}')",
        columns=97,
    )

    terminal.ended()

    assert terminal.lines[0] == "97 97 True"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_document_is_ascii_and_gives_the_name_back(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Screen().json({"name": name})

    printed = capsys.readouterr().out
    assert printed.isascii()
    assert not FORBIDDEN.search(printed)
    assert json.loads(printed) == {"name": name}


class Stage(Enum):
    """A value that is one of a few."""

    HEARD = "heard"


@dataclass(frozen=True, kw_only=True)
class Result:
    """What a use case gives back."""

    day: date
    at: datetime
    stage: Stage
    where: Path
    ids: frozenset[int]


def test_a_document_takes_days_instants_nouns_and_stages() -> None:
    at = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
    result = Result(day=at.date(), at=at, stage=Stage.HEARD, where=Path("x"), ids=frozenset({2, 1}))

    written: Any = json.loads(as_json((result,)))

    assert written == [
        {
            "day": "2026-11-23",
            "at": "2026-11-23T09:12:00Z",
            "stage": "heard",
            "where": "x",
            "ids": [1, 2],
        }
    ]


def test_a_document_refuses_what_has_no_form() -> None:
    with pytest.raises(TypeError, match="object has no form"):
        as_json(object())


def test_bytes_go_out_as_they_are() -> None:
    done = piped(
        "from dailycontact.terminal.screen import Screen; Screen().bytes(b'\\x1b\\r\\n\\xff')"
    )

    assert done.stdout == b"\x1b\r\n\xff"


@pytest.mark.parametrize("call", ["show(*['x' * 99] * 9999)", "json(['x'] * 99999)"])
def test_a_reader_who_leaves_ends_it_quietly(call: str) -> None:
    code = (
        "from dailycontact.terminal.screen import Screen\n"
        "from dailycontact.terminal.failure import run_safely\n"
        f"s = Screen(); raise SystemExit(run_safely(lambda: s.{call}, screen=s))"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert program.stdout is not None
    program.stdout.read(5)
    program.stdout.close()
    assert program.stderr is not None

    said = program.stderr.read()

    program.stderr.close()
    assert (program.wait(timeout=20), said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_in_a_sentence() -> None:
    code = (
        "from dailycontact.terminal.screen import Screen\n"
        "from dailycontact.terminal.failure import run_safely\n"
        "s = Screen(); raise SystemExit(run_safely(lambda: s.show('x'), screen=s))"
    )
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", code],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )

    assert done.returncode == 6
    assert done.stderr.startswith(b"The output could not be written (No space left on device)")


def test_a_card_is_shown_without_importing_rich_or_typer() -> None:
    done = piped(
        "import sys\n"
        "from dailycontact.terminal.screen import Screen\n"
        "from dailycontact.terminal.card import header, labelled, quoted\n"
        "Screen().show(header('Ana · Café'), labelled('WHY', quoted('late… ' * 30)))\n"
        "Screen().say(sorted({'rich', 'typer', 'typing'} & set(sys.modules)).__repr__())",
    )

    assert done.stderr == b"[]\n"


@pytest.mark.parametrize(
    ("height", "shown"),
    [(None, "\nA\n\nB\n"), (6, "\nA\n\nB\n"), (5, "A\n\nB\n"), (4, "A\nB\n")],
)
def test_on_a_low_screen_the_empty_lines_are_left_out(
    height: int | None,
    shown: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(streams, "height_of", lambda _: height)

    Screen().show_together("", "A", "", "B", below=2)

    assert capsys.readouterr().out == shown
