"""How a command ends when it does not end well."""

import json
from collections.abc import Callable

import pytest
import typer

from dailycontact.errors import Busy, ExitCode, Interrupted, NotFound
from dailycontact.terminal.documents import as_json
from dailycontact.terminal.failure import run_safely
from dailycontact.terminal.screen import Screen
from terminal.hostile import FORBIDDEN, piped


def raising(error: BaseException) -> Callable[[], None]:
    def command() -> None:
        raise error

    return command


class NobodyToCall(NotFound):
    """An error with a hint."""

    hint = "Add somebody with dailycontact import FILE."


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (NotFound("Nobody is called Ana."), 4, "Nobody is called Ana.\n"),
        (NobodyToCall("Nobody to call."), 4, "Nobody to call.\n" + NobodyToCall.hint + "\n"),
        (Busy("Try again."), 5, "Try again.\n"),
        (NotFound("Nobody is called \x1b[2J[/nope]."), 4, "Nobody is called ␛[2J[/nope].\n"),
        (Interrupted("Kept in a draft."), 130, "Kept in a draft.\n"),
        (KeyboardInterrupt(), 130, "Stopped.\n"),
        (typer.Abort(), 130, "Stopped.\n"),
        (typer.Exit(3), 3, ""),
        (SystemExit(7), 7, ""),
        (SystemExit(None), 0, ""),
        (BrokenPipeError(), 0, ""),
        (typer.BadParameter("not a day"), 2, "Invalid value: not a day\n"),
    ],
)
def test_each_end_has_its_code_and_its_sentence(
    error: BaseException,
    code: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ended = run_safely(raising(error), screen=Screen())

    assert (ended, capsys.readouterr()) == (code, ("", said))


@pytest.mark.parametrize(("given", "code"), [(None, 0), (1, 1), (ExitCode.BUSY, 5), ("x", 0)])
def test_what_a_command_returns_is_its_code_where_it_is_a_number(given: object, code: int) -> None:
    assert run_safely(lambda: given, screen=Screen()) == code


def test_a_bug_is_one_sentence_without_data(capsys: pytest.CaptureFixture[str]) -> None:
    customer = "Ana Duarte"

    ended = run_safely(raising(KeyError(customer)), screen=Screen())

    said = capsys.readouterr().err
    assert ended == ExitCode.BUG
    assert said.startswith("This is a bug in dailycontact, not your mistake (KeyError in ")
    assert "Traceback" not in said
    assert customer not in said


def test_a_bug_says_where_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    run_safely(lambda: as_json(object()), screen=Screen())

    assert "(TypeError in terminal/documents.py:" in capsys.readouterr().err


def test_with_debug_a_bug_shows_its_way_and_no_local_variable() -> None:
    done = piped(
        "from dailycontact.terminal.screen import Screen\n"
        "from dailycontact.terminal.failure import run_safely\n"
        "def command():\n"
        "    customer = 'Ana ' + 'Duarte'\n"
        "    raise ValueError('\\x1b[2J')\n"
        "raise SystemExit(run_safely(command, screen=Screen(), debug=True))"
    )

    said = done.stderr.decode()
    assert done.returncode == ExitCode.BUG
    assert "Traceback (most recent call last):\n" in said
    assert "ValueError: ␛[2J" in said
    assert "Ana Duarte" not in said
    assert not FORBIDDEN.search(said)


def test_too_little_memory_is_not_called_a_bug(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_safely(raising(MemoryError()), screen=Screen()) == ExitCode.BUG

    assert "close other programs" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "document"),
    [
        (NotFound("Nobody."), {"code": 4, "message": "Nobody.", "hint": None}),
        (NobodyToCall("Nobody."), {"code": 4, "message": "Nobody.", "hint": NobodyToCall.hint}),
        (KeyboardInterrupt(), {"code": 130, "message": "Stopped.", "hint": None}),
    ],
)
def test_with_json_the_error_is_a_document_on_stderr(
    error: BaseException, document: object, capsys: pytest.CaptureFixture[str]
) -> None:
    run_safely(raising(error), screen=Screen(), as_json=True)

    printed = capsys.readouterr()
    assert printed.out == ""
    assert json.loads(printed.err) == {"error": document}


def test_a_wrong_option_is_said_in_one_sentence_with_where_help_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = typer.Typer()
    app.command()(_command)

    code = run_safely(
        lambda: app(["--dayy"], standalone_mode=False, prog_name="dailycontact"), screen=Screen()
    )

    said = capsys.readouterr().err.splitlines()
    assert code == ExitCode.USAGE
    assert said[0].startswith("No such option: --dayy")
    assert said[1] == "See dailycontact --help."


def _command(day: str = "") -> None:
    raise AssertionError(day)


def test_nobody_listening_does_not_change_the_code() -> None:
    done = piped(
        "import sys\n"
        "from dailycontact.errors import NotFound\n"
        "from dailycontact.terminal.screen import Screen\n"
        "from dailycontact.terminal.failure import run_safely\n"
        "def command(): raise NotFound('Nobody.')\n"
        "screen = Screen()\n"
        "sys.stderr = open('/dev/full', 'w')\n"
        "raise SystemExit(run_safely(command, screen=screen))"
    )

    assert done.returncode == ExitCode.NOT_FOUND
