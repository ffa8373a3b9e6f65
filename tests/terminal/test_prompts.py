"""What a person is asked, in a terminal of its own, and what happens where nobody is there."""

import io
import sys
import tempfile
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dailycontact.errors import BadInput, ExitCode
from dailycontact.terminal import editing
from dailycontact.terminal.prompts import Asker, MissingValue, NotConfirmed, Stopped
from dailycontact.terminal.screen import Screen
from terminal.hostile import Terminal, piped

ASKING = """
from dailycontact.terminal.screen import Screen
from dailycontact.terminal.prompts import Asker
from dailycontact.terminal.failure import run_safely
screen = Screen()
asker = Asker(screen)
def command():
    screen.show("GOT " + repr(ASKED))
raise SystemExit(run_safely(command, screen=screen))
"""
KEYS = "asker.key({'Enter': 'Ana answered', 'n': 'no answer', '?': 'why'})"
LINE = "asker.line('A note for next time')"


def asking(asked: str) -> str:
    return ASKING.replace("ASKED", asked)


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> Asker:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(line + "\n" for line in lines)))
    return Asker(Screen(), interactive=True)


@pytest.mark.parametrize(
    ("asked", "waits_for", "keys", "answer"),
    [
        (LINE, "next time", "Away until Monday\r", "'Away until Monday'"),
        (LINE, "next time", "\r", "''"),
        (LINE, "next time", "aw\x1b[D\x1b[Dx\r", "'xaw'"),
        ("asker.ask('Your name', flag='--name')", "Your name", "\rMarta\r", "'Marta'"),
        ("asker.ask('Country', flag='--c', default='GB')", "[GB]", "\r", "'GB'"),
        ("asker.confirm('Erase Ana?')", "[y/N]", "\r", "False"),
        ("asker.confirm('Erase Ana?')", "[y/N]", "yes\r", "True"),
        ("asker.choose('Which?', ['Ana', '[/nope]'], flag='--c')", "(1-2)", "7\r2\r", "1"),
        (KEYS, "why", "n", "'n'"),
        (KEYS, "why", "N", "'n'"),
        (KEYS, "why", "\r", "'Enter'"),
    ],
)
def test_in_a_terminal_what_is_typed_is_the_answer(
    asked: str, waits_for: str, keys: str, answer: str
) -> None:
    terminal = Terminal(asking(asked))

    terminal.type(keys, after=waits_for)

    assert terminal.ended() == 0
    assert f"GOT {answer}" in terminal.lines


@pytest.mark.parametrize("key", ["\x03", "\x04"])
@pytest.mark.parametrize(
    ("asked", "waits_for"),
    [
        (LINE, "next time"),
        ("asker.ask('Your name', flag='--name')", "Your name"),
        ("asker.confirm('Erase Ana?')", "[y/N]"),
        ("asker.choose('Which?', ['Ana', 'Bo'], flag='--c')", "(1-2)"),
        (KEYS, "why"),
    ],
)
def test_ctrl_c_and_ctrl_d_stop_with_130_at_every_prompt(
    asked: str, waits_for: str, key: str
) -> None:
    terminal = Terminal(asking(asked))

    terminal.type(key, after=waits_for)

    assert terminal.ended(pressing=key) == ExitCode.INTERRUPTED
    assert [line for line in terminal.lines if line][-1].strip() == "Stopped."


def test_an_answer_that_means_nothing_is_asked_for_again_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asker = typed(monkeypatch, "z", "n", "", "Marta", "maybe", "", "7", "1")

    asked = (
        asker.key({"n": "no answer", "Enter": "answered"}),
        asker.ask("Your name", flag="--name"),
        asker.confirm("Sure?"),
        asker.choose("Which", ["Ana", "Bo"], flag="--c"),
    )

    said = capsys.readouterr().err
    assert asked == ("n", "Marta", False, 0)
    assert "Press n or Enter." in said
    assert "This is needed" in said
    assert "Answer y or n." in said
    assert "Type a number from 1 to 2." in said


def test_in_a_terminal_a_wrong_key_says_once_which_keys_there_are() -> None:
    terminal = Terminal(asking(KEYS))

    terminal.type("x", after="why")
    terminal.type("z\x1b[An", after="Press n, ? or Enter.")

    assert terminal.ended() == 0
    assert "GOT 'n'" in terminal.lines
    assert sum("Press n" in line for line in terminal.lines) == 1


@pytest.mark.parametrize("words", ["You never ring back\r", "Never on Mondays\r"])
def test_a_sentence_is_not_taken_for_keys(words: str) -> None:
    terminal = Terminal(asking(KEYS))

    terminal.type(words, after="why")
    terminal.type("?", after="Press n, ? or Enter.")

    assert terminal.ended() == 0
    assert "GOT '?'" in terminal.lines


def test_a_capital_and_return_are_a_key() -> None:
    terminal = Terminal(asking(f"({KEYS}, {KEYS})"))

    terminal.type("N\r", after="why")
    terminal.type("?", after="why")

    assert terminal.ended() == 0
    assert "GOT ('n', '?')" in terminal.lines


@pytest.mark.parametrize(
    ("typed", "answer"), [("Your bills come late\r", "'Your bills come late'"), ("n", "'n'")]
)
def test_a_sentence_may_be_the_answer(typed: str, answer: str) -> None:
    terminal = Terminal(asking(KEYS.replace("key", "key_or_line")))

    terminal.type(typed, after="why")

    assert terminal.ended() == 0
    assert f"GOT {answer}" in terminal.lines


def test_what_was_typed_before_the_keys_were_shown_can_be_forgotten() -> None:
    keys = "asker.key({'n': 'no answer', 'q': 'stop'}, fresh=True)"
    once_typed = "(print('READY', flush=True), select.select([0], [], []), " + keys + ")[-1]"
    terminal = Terminal("import select\n" + asking(once_typed))

    terminal.type("n\r", after="READY")
    terminal.type("q", after="stop")

    assert terminal.ended() == 0
    assert "GOT 'q'" in terminal.lines


def test_a_key_that_means_nothing_is_passed_over() -> None:
    terminal = Terminal(asking(KEYS))

    terminal.type("x", after="why")
    terminal.type("\x1b[A", after="why")
    terminal.type("?", after="why")

    assert terminal.ended() == 0
    assert "GOT '?'" in terminal.lines


def test_a_dumb_terminal_takes_a_letter_and_return() -> None:
    terminal = Terminal(asking(KEYS), told={"TERM": "dumb"})

    terminal.type("x\rn\r", after="why")

    assert terminal.ended() == 0
    assert "GOT 'n'" in terminal.lines


def test_the_key_that_was_pressed_stands_behind_the_mark() -> None:
    terminal = Terminal(asking(KEYS))

    terminal.type("n", after="why")

    terminal.ended()
    assert terminal.lines[0].startswith(" Enter Ana answered   n no answer   ? why")
    assert terminal.lines[0].endswith("\u203a n")


def test_a_hostile_question_does_not_act() -> None:
    terminal = Terminal(asking("asker.line('\\x1b[2J [/nope]')"))

    terminal.type("x\r", after="nope")

    terminal.ended()
    assert terminal.lines[0] == " ␛[2J [/nope] \u203a x"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            "asker.ask('Your name', flag='--name')",
            "Your name is missing, and nobody can be asked here; give it with --name.",
        ),
        (
            "asker.choose('Which Ana', ['a', 'b'], flag='--customer')",
            "Which Ana is missing, and nobody can be asked here; give it with --customer.",
        ),
        (
            "asker.confirm('Erase Ana?')",
            "“Erase Ana?” needs a yes, and nobody can be asked here; add --yes.",
        ),
        (KEYS, "A key is missing, and nobody can be asked here; give it with the options of"),
    ],
)
def test_where_nobody_can_be_asked_the_flag_is_named(asked: str, sentence: str) -> None:
    done = piped(asking(asked), stdin=b"y\n")

    assert done.returncode == ExitCode.USAGE
    assert done.stdout == b""
    assert done.stderr.decode().startswith(sentence)


def test_with_no_input_nothing_is_asked() -> None:
    asker = Asker(Screen(), no_input=True, interactive=True)

    with pytest.raises(MissingValue, match="--name"):
        asker.ask("Your name", flag="--name")
    with pytest.raises(NotConfirmed, match="--yes"):
        asker.confirm("Erase Ana?")


def test_without_anybody_there_a_default_answers_and_a_line_is_empty() -> None:
    asker = Asker(Screen(), no_input=True)

    assert asker.ask("Country", flag="--country", default="GB") == "GB"
    assert asker.line("A note") == ""


def test_with_yes_nothing_needs_confirming() -> None:
    assert Asker(Screen(), no_input=True, yes=True).confirm("Erase Ana?")


def test_prompts_stay_out_of_what_is_read_by_a_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asker = typed(monkeypatch, "n", "Marta", "maybe", "y", "1")

    asked = (
        asker.key({"n": "no answer"}),
        asker.ask("Your name", flag="--name"),
        asker.confirm("Sure?"),
        asker.choose("Which", ["Ana"], flag="--c"),
    )

    assert asked == ("n", "Marta", True, 0)
    assert capsys.readouterr().out == ""


def test_a_conversation_can_be_held_by_a_test_of_a_command() -> None:
    app = typer.Typer()
    app.command()(_conversation)

    result = CliRunner().invoke(app, input="Marta\nn\n")

    assert result.stdout == "Marta n\n"
    assert "Your name \u203a" in result.stderr


def _conversation() -> None:
    screen = Screen()
    asker = Asker(screen, interactive=True)
    name = asker.ask("Your name", flag="--name")
    screen.show(f"{name} {asker.key({'n': 'no answer'})}")


def test_an_answer_that_does_not_fit_is_asked_for_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asker = typed(monkeypatch, "soon", "2026-12-04")

    answer = asker.ask("By when?", flag="--due", check=_a_day)

    assert answer == "2026-12-04"
    assert "soon is not a day" in capsys.readouterr().err


def _a_day(text: str) -> None:
    if text == "soon":
        raise BadInput("soon is not a day; write it like 2026-12-04.")


def test_the_end_of_the_input_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    asker = typed(monkeypatch)

    with pytest.raises(Stopped):
        asker.line("A note")


def test_what_no_keyboard_means_to_type_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    asker = typed(monkeypatch, " the\x1b[A driver\x07 comes at nine\udcff ")

    assert asker.line() == "the driver comes at nine?"


def editor(tmp_path: Path, does: str) -> str:
    program = tmp_path / "an editor.py"
    program.write_text(f"import os, pathlib, sys\npath = pathlib.Path(sys.argv[1])\n{does}\n")
    return f"'{sys.executable}' '{program}'"


@pytest.mark.parametrize(
    ("does", "kept"),
    [
        ("path.write_text('In the\\nbreakfast rush.\\n')", "In the\nbreakfast rush."),
        ("path.write_text(oct(os.stat(path).st_mode & 0o777))", "0o600"),
        ("pass", None),
        ("path.write_text('')", None),
        ("path.write_text('given up'); sys.exit(1)", None),
    ],
)
def test_the_editor_gives_back_what_was_written(
    does: str, kept: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, does))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    written = Asker(Screen(), interactive=True).editor("The driver.")

    assert written == kept
    assert not list(tmp_path.glob("dailycontact-*"))


@pytest.mark.parametrize("command", ["/nowhere/editor", ""])
def test_without_an_editor_a_sentence_says_so(
    command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(editing.NoEditor, match="set EDITOR"):
        editing.edited("")
