"""What a command prints with: results to stdout, talk to stderr, and nothing past the door."""

import sys
from collections.abc import Iterable
from functools import cached_property

from dailycontact.terminal import streams
from dailycontact.terminal.card import MARGIN, Part
from dailycontact.terminal.door import safe
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, PLAIN, WARNING

TYPE_CHECKING = False  # as typing says it, without the cost of importing typing
if TYPE_CHECKING:
    from typing import TextIO

    from rich.console import Console, RenderableType

    Shown = str | Line | Part | RenderableType


class Screen:
    """The two streams of one command."""

    def __init__(self) -> None:
        streams.make_able()

    @cached_property
    def out(self) -> "Console":
        """Rich's console on stdout, for what only Rich can show."""
        return _rich(stderr=False)

    @cached_property
    def err(self) -> "Console":
        """Rich's console on stderr: progress, while something takes its time."""
        return _rich(stderr=True)

    @property
    def width(self) -> int:
        """Columns of stdout; 80 into a pipe."""
        return streams.width_of(sys.stdout)

    @property
    def height(self) -> int | None:
        """Lines of the terminal; None into a pipe."""
        return streams.height_of(sys.stdout)

    @property
    def is_terminal(self) -> bool:
        """Whether a person sees stdout."""
        return streams.is_terminal(sys.stdout)

    def show(self, *parts: "Shown") -> None:
        """Print results, each on lines of its own: text, lines, pieces of cards, tables."""
        self._print(parts, stderr=False)

    def show_together(self, *parts: "Shown", below: int = 0) -> None:
        """Print results that are read together with `below` lines that follow.

        On a screen too low for all of it, empty lines between them are left out: as many as
        need be, those at the top first.
        """
        height = streams.height_of(sys.stdout)
        over = 0 if height is None else self._lines_of(parts) + below - height
        for part in parts:
            if part == "" and over > 0:
                over -= 1
            else:
                self.show(part)

    def say(self, *parts: "Shown", style: str = PLAIN) -> None:
        """Tell the leader something that is not the result; sentences are folded to the width."""
        self._print(tuple(_talk(part, style) for part in parts), stderr=True)

    def hint(self, text: str) -> None:
        """Suggest the next step, quietly."""
        self.say(text, style=LABEL)

    def warn(self, text: str) -> None:
        """Say what deserves attention."""
        self.say(text, style=WARNING)

    def ask(self, part: Part) -> None:
        """Show the last lines before an answer on stderr; the cursor stays behind them."""
        text = _text(part, sys.stderr, answer=2)
        streams.write(sys.stderr, text.removesuffix("\n") + " ")

    def json(self, document: object, *, stderr: bool = False) -> None:
        """Print one JSON document, in which everything but plain ASCII is escaped.

        Dates and instants are ISO 8601, dataclasses are objects, enumerations their values.
        """
        from dailycontact.terminal.documents import as_json

        streams.write(sys.stderr if stderr else sys.stdout, as_json(document) + "\n")

    def bytes(self, content: bytes) -> None:
        """Print bytes as they are, for `-o -`."""
        streams.write_bytes(content)

    def _lines_of(self, parts: Iterable["Shown"]) -> int:
        texts = (part for part in parts if isinstance(part, str | Line | Part))
        return sum(len(tuple(_lines(part, sys.stdout, 0))) for part in texts)

    def _print(self, parts: Iterable["Shown"], *, stderr: bool) -> None:
        stream = sys.stderr if stderr else sys.stdout
        for part in parts:
            if isinstance(part, str | Line | Part):
                streams.write(stream, _text(part, stream))
            else:
                from dailycontact.terminal.rich_console import rendered

                streams.write(stream, rendered(self.err if stderr else self.out, part))


BEFORE = " " * MARGIN


class _Talk(Part):
    """A sentence for a person.

    Folded on a terminal, in the margin of the cards; in one line for a file or another program.
    """

    def __init__(self, text: str, style: str) -> None:
        lines = [Line((line, style)) for line in safe(text, lines=True).split("\n")]
        super().__init__(
            lambda width: (
                Line(BEFORE, part) if part.plain else part
                for line in lines
                for part in line.folded(width - MARGIN)
            )
        )
        self.unfolded = lines


def _talk(part: "Shown", style: str) -> "Shown":
    return _Talk(part, style) if isinstance(part, str) else part


def _text(part: str | Line | Part, stream: "TextIO", *, answer: int = 0) -> str:
    """Return the part as it is written, with so many columns left at the right for an answer."""
    coloured = streams.takes_colour(stream)
    return "".join(
        (line.painted() if coloured else line.plain).rstrip(" ") + "\n"
        for line in _lines(part, stream, answer)
    )


def _lines(part: str | Line | Part, stream: "TextIO", answer: int) -> Iterable[Line]:
    if isinstance(part, str):
        return (Line(line) for line in safe(part, lines=True).split("\n"))
    if isinstance(part, Line):
        return (part,)
    if isinstance(part, _Talk) and not streams.is_terminal(stream):
        return part.unfolded
    return part.lines(min(streams.width_of(stream), streams.WIDEST_CARD) - answer)


def _rich(*, stderr: bool) -> "Console":
    from dailycontact.terminal.rich_console import console

    return console(stderr=stderr)
