"""Going through those who wait, one key at a time."""

import io
from collections.abc import Callable

import pytest

from conftest import Founded
from dailycontact.settings import Settings
from dailycontact.tell.commands.tell import tell
from dailycontact.terminal.prompts import Asker
from dailycontact.terminal.screen import Screen
from dailycontact.workspace import Workspace
from support.builders import MORNING
from support.loop import count_rows, with_answers
from support.running import Run

SAY = "Every invoice now carries the café's name"


class _Seen(Screen):
    """A screen that a person sees."""

    is_terminal = True


@pytest.fixture
def seen(
    founded: Founded, run_in: Run, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, str | None], None]:
    """Return what types these lines after `tell`, with or without a number, in a terminal."""
    with_answers(founded, "Ana Duarte", "Bo Lind")
    run_in("act", "1", "2", "--do", "Put the café's name on invoices")
    run_in("done", "A1", "--say", SAY)

    def typed(lines: str, number: str | None) -> None:
        screen = _Seen()
        workspace = Workspace(
            settings=Settings(book=founded.book.address), screen=screen, now=MORNING
        )
        workspace.__dict__["asker"] = Asker(screen, interactive=True)
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        tell(workspace, number=number)
        workspace.book.rest()

    return typed


@pytest.fixture
def walk(seen: Callable[[str, str | None], None]) -> Callable[[str], None]:
    """Return what types these lines while two customers wait to hear."""
    return lambda lines: seen(lines, None)


def test_each_is_told_with_one_key(
    founded: Founded, walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("p\no\n")

    shown = capsys.readouterr().err
    assert "1 told, pleased (1 of 2)." in shown
    assert "2 told, so-so (2 of 2)." in shown
    assert "Nobody waits any more." in shown
    assert count_rows(founded, "telling") == 2


def test_enter_changes_nothing(
    founded: Founded, walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("\n\n")

    assert "Nobody was told yet. 2 customers still to tell." in capsys.readouterr().err
    assert count_rows(founded, "telling") == 0


def test_stopping_leaves_the_others_waiting(
    founded: Founded, walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("-\nq\n")

    assert "1 customer told. Thank you. 1 customer still to tell." in capsys.readouterr().err
    assert count_rows(founded, "telling") == 1


def test_not_solved_asks_what_is_missing(
    founded: Founded, walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("x\nThe colour is wrong\nx\n\n")

    shown = capsys.readouterr().err
    assert "The new words are answer 3." in shown
    assert count_rows(founded, "answer") == 3


def test_nobody_in_is_a_try(
    founded: Founded, walk: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    walk("n\nq\n")

    assert "Ana was not in" in capsys.readouterr().err
    assert count_rows(founded, "telling_try") == 1


def test_what_another_leader_told_meanwhile_is_left_alone(
    founded: Founded,
    run_in: Run,
    walk: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = Asker.key

    def slowly(asker: Asker, keys: dict[str, str]) -> str:
        pressed = asked(asker, keys)
        monkeypatch.setattr(Asker, "key", asked)
        run_in("tell", "1", "--reaction", "pleased")
        return pressed

    monkeypatch.setattr(Asker, "key", slowly)

    walk("o\nq\n")

    assert "was told about 1" in capsys.readouterr().err
    assert count_rows(founded, "telling") == 1


def test_a_number_shows_what_to_say_before_anything_is_noted(
    founded: Founded,
    seen: Callable[[str, str | None], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen("\n", "2")

    captured = capsys.readouterr()
    assert "Bo, it's Marta from Brightside." in captured.out
    assert "+441134960123" in captured.out
    assert "Enter later" in captured.err
    assert "Bo still waits to hear about 2." in captured.err
    assert "undo" not in captured.err
    assert count_rows(founded, "telling") == 0


def test_a_number_and_a_key_note_how_it_was_taken(
    founded: Founded,
    seen: Callable[[str, str | None], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen("p\n", "2")

    shown = capsys.readouterr().err
    assert "2 told, pleased (1 of 2)." in shown
    assert "Wrong? dailycontact undo" in shown
    assert count_rows(founded, "telling") == 1
