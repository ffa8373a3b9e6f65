"""Running the program as a person does, inside this process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from dailycontact.__main__ import main


@dataclass(frozen=True, kw_only=True)
class Ran:
    """What one command line printed, and its exit code."""

    words: tuple[str, ...]
    out: str
    err: str
    code: int

    @property
    def json(self) -> Any:
        """The document that it printed."""
        return json.loads(self.out)


Run = Callable[..., Ran]


def runner(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs one command line: run("log", "reached", code=0, at="...")."""

    def run(*words: str, code: int | None = 0, at: str | None = None) -> Ran:
        if at is not None:
            monkeypatch.setenv("DAILYCONTACT_NOW", at)
        capsys.readouterr()
        ended = main(words)
        captured = capsys.readouterr()
        ran = Ran(words=words, out=captured.out, err=captured.err, code=ended)
        if code is not None and ended != code:
            pytest.fail(f"{' '.join(words)} ended with {ended}, not {code}:\n{ran.out}\n{ran.err}")
        return ran

    return run
