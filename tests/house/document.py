"""Pages whose commands are run: what they show is what the program prints.

In a page, a block marked `console` holds command lines (`$ dailycontact …`) and what they print.
They are run in order, in an empty home. A line `…` stands for lines that are left out; a command
under which nothing is shown is only run. Comments set the scene: `<!-- now: 2026-11-23T09:12 -->`
is the time (London's), `<!-- file: customers.csv -->` makes the next block a file of that name.

`make docs` writes the pages anew where they show everything that a command prints.
"""

import io
import os
import re
import secrets
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from house import command_reference, header_reference
from house.source import ROOT

PAGES = (
    ROOT / "README.md",
    *sorted((ROOT / "docs" / "tutorial").glob("*.md")),
    *sorted((ROOT / "docs" / "how-to").glob("*.md")),
)
LEFT_OUT = "…"
PROMPT = "$ "
_PIECES = re.compile(
    r"<!-- (?P<word>now|file): (?P<value>[^>]+?) -->\n|```(?P<kind>\w*)\n(?P<block>.*?)```\n",
    re.DOTALL,
)


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One command line of a page, what the page shows under it, and what it printed."""

    line: str
    shown: tuple[str, ...]
    printed: tuple[str, ...]
    code: int

    @property
    def holds(self) -> bool:
        """Whether the page tells the truth."""
        return self.code == 0 and (not self.shown or agrees(self.shown, self.printed))

    @property
    def anew(self) -> str:
        """Return the lines as they should stand in the page."""
        keep = not self.shown or self.holds or LEFT_OUT in self.shown
        return "".join(f"{line}\n" for line in (self.line, *(self.shown if keep else self.printed)))


def agrees(shown: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Return whether the lines that are shown are those that were printed, `…` being any."""
    pattern = "".join(
        "(?:.*\n)*?" if line == LEFT_OUT else f"{re.escape(line)}\n" for line in shown
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def play(page: Path) -> tuple[str, list[Shown]]:
    """Run a page; return it as it should be, and each of its commands."""
    text = page.read_text(encoding="utf-8")
    commands: list[Shown] = []
    parts: list[str] = []
    end = 0
    file = None
    with _empty_home() as home:
        for piece in _PIECES.finditer(text):
            parts += [text[end : piece.start()]]
            end = piece.end()
            whole = piece[0]
            if piece["word"] == "now":
                os.environ["DAILYCONTACT_NOW"] = f"{piece['value']}:00+00:00"
            elif piece["word"] == "file":
                file = piece["value"]
            elif piece["kind"] == "console":
                ran = [_run(line, shown, home) for line, shown in _commands(piece["block"])]
                commands += ran
                whole = f"```console\n{''.join(one.anew for one in ran)}```\n"
            elif file:
                Path(file).write_text(piece["block"], encoding="utf-8")
                file = None
            parts.append(whole)
    return "".join([*parts, text[end:]]), commands


def _commands(block: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if part:
            line, *shown = part.splitlines()
            yield line, tuple(shown)


def _run(line: str, shown: tuple[str, ...], home: Path) -> Shown:
    from dailycontact.__main__ import main

    program, *words = shlex.split(line.removeprefix(PROMPT))
    if program != "dailycontact":
        raise ValueError(f"only dailycontact is run in a console block: {line}")
    printed = io.StringIO()
    with redirect_stdout(printed), redirect_stderr(printed):
        code = main(words)
    lines = printed.getvalue().replace(str(home), "~").splitlines()
    return Shown(line=line, shown=shown, printed=tuple(lines), code=code)


@contextmanager
def _empty_home() -> Iterator[Path]:
    """Be a leader called Marta Silva on a machine without any book."""
    scene = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "80", "DAILYCONTACT_AS": "Marta Silva"}
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DAILYCONTACT_", "XDG_")) and name != "FORCE_COLOR"
    }
    with tempfile.TemporaryDirectory() as folder:
        home = {"HOME": folder, "DAILYCONTACT_NOW": "2026-11-23T09:12:00+00:00"}
        with (
            mock.patch.dict(os.environ, kept | scene | home, clear=True),
            mock.patch.object(secrets, "token_hex", return_value="docs"),
            mock.patch.object(sys, "stdin", io.StringIO()),
            chdir(folder),
        ):
            yield Path(folder)


def write_all() -> int:
    """Write every page that is made or run; return how many commands do not do what they should."""
    command_reference.PAGE.write_text(command_reference.reference(), encoding="utf-8")
    header_reference.PAGE.write_text(header_reference.reference(), encoding="utf-8")
    wrong = 0
    for page in PAGES:
        text, commands = play(page)
        page.write_text(text, encoding="utf-8")
        for command in commands:
            if command.code or (LEFT_OUT in command.shown and not command.holds):
                wrong += 1
                sys.stderr.write(
                    f"{page.name}: {command.line} (exit {command.code})\n"
                    + "".join(f"    {line}\n" for line in command.printed)
                )
    return wrong


if __name__ == "__main__":
    sys.exit(min(write_all(), 1))
