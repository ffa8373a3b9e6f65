"""The bar is there where a person waits, and nowhere else."""

import io

import pytest
from rich.console import Console

from dailycontact.terminal.progress import progress
from dailycontact.terminal.screen import Screen


def bar(monkeypatch: pytest.MonkeyPatch, *, terminal: bool, after: float) -> str:
    """Return what is written on stderr while something is half done."""
    monkeypatch.setenv("TERM", "xterm")
    written = io.StringIO()
    screen = Screen()
    console = Console(file=written, force_terminal=terminal, width=60)
    monkeypatch.setitem(screen.__dict__, "err", console)
    with progress(screen, "Playing on", total=10, after=after) as done:
        done(5)
    return written.getvalue()


def test_a_person_who_waits_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Playing on" in bar(monkeypatch, terminal=True, after=0.0)


def test_what_takes_no_time_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bar(monkeypatch, terminal=True, after=3600.0) == ""


def test_a_file_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bar(monkeypatch, terminal=False, after=0.0) == ""
