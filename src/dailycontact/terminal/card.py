"""The pieces from which the cards of the screen are made, whatever the step that shows them.

A piece knows its lines once it is told how wide the screen is. Every string that it is given is
taken for data from outside and made safe inside, so that no caller can forget.
"""

from collections.abc import Callable, Iterable, Mapping

from dailycontact.terminal.door import cells, safe
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import ACCENT, LABEL, PLAIN

TYPE_CHECKING = False  # as typing says it, without the cost of importing typing
if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

MARGIN = 1
GUTTER = 12
"""Columns before the text beside a label, the margin included."""
GAP = 2
"""Columns at least between what stands left and what stands right."""


class Part:
    """A piece of a card."""

    __slots__ = ("_lay_out",)

    def __init__(self, lay_out: Callable[[int], Iterable[Line]]) -> None:
        self._lay_out = lay_out

    def lines(self, width: int) -> tuple[Line, ...]:
        """Return its lines on a screen of so many columns; the last column stays free."""
        return tuple(self._lay_out(max(width - 1, 2 * GUTTER)))

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        from rich.segment import Segment

        for line in self.lines(options.max_width):
            yield from console.render(line, options)
            yield Segment.line()


def header(left: str | Line, right: str = "") -> Part:
    """Return the first line of a card: what it is about, and at the right a quiet remark."""
    return spread(left, (right, LABEL))


def spread(
    left: str | tuple[str, str] | Line,
    right: str | tuple[str, str] | Line = "",
    *,
    indent: int = 0,
) -> Part:
    """Return a line with a left and a right end; on two lines when both do not fit on one."""

    def lay_out(width: int) -> Iterable[Line]:
        start, end = Line(left), Line(right)
        room = width - MARGIN - indent
        if not end.plain:
            return _hanging(start, room, indent)
        between = room - start.width - end.width
        if between >= GAP:
            return (Line(" " * (MARGIN + indent), start, " " * between, end),)
        return (*_hanging(start, room, indent), *_at_the_right(end, width))

    return Part(lay_out)


def paragraph(text: str, *, indent: int = 0, style: str = PLAIN) -> Part:
    """Return text folded to the width; its own line ends are kept."""

    def lay_out(width: int) -> Iterable[Line]:
        before = " " * (MARGIN + indent)
        return (Line(before, line) for line in _folded(text, style, width - len(before)))

    return Part(lay_out)


def labelled(label: str, *paragraphs: str | Line, style: str = PLAIN) -> Part:
    """Return text beside a label, hanging: each paragraph on a new line of its own."""

    def lay_out(width: int) -> Iterable[Line]:
        lines = [line for one in paragraphs for line in _folded(one, style, width - GUTTER)]
        room = GUTTER - MARGIN - cells(safe(label))
        if room < 1:
            yield from _hanging(Line((label, LABEL)), width - MARGIN, 0)
        elif lines:
            yield Line(" " * MARGIN, (label, LABEL), " " * room, lines.pop(0))
        for line in lines:
            yield Line(" " * GUTTER, line)

    return Part(lay_out)


def at_most(part: Part, lines: int) -> Part:
    """Return the part in so many lines; where it had more, the last one ends with …."""

    def lay_out(width: int) -> Iterable[Line]:
        whole = part.lines(width + 1)
        if len(whole) <= lines:
            return whole
        *kept, last = whole[:lines]
        closing = "”" if whole[-1].plain.endswith("”") else ""
        end = f" …{closing}"
        return (*kept, Line(*_shorter(last, width - cells(end)), end))

    return Part(lay_out)


def quoted(words: str) -> str:
    """Return the words between typographic quotation marks."""
    return f"“{safe(words, lines=True).strip()}”"


def keys(meanings: Mapping[str, str], *, mark: str = "") -> Part:
    """Return the keys and what they mean, as many a line as fit; `mark` stands at the right end."""

    def lay_out(width: int) -> Iterable[Line]:
        *lines, last = _side_by_side([_key(*one) for one in meanings.items()], width - MARGIN)
        yield from (Line(" " * MARGIN, line) for line in lines)
        yield from spread(last, mark).lines(width + 1)

    return Part(lay_out)


def _shorter(line: Line, width: int) -> Iterable[Line]:
    return (Line(line).folded(width)[0],)


def _key(key: str, meaning: str) -> Line:
    return Line((key, ACCENT), " ", meaning)


def _side_by_side(lines: Iterable[Line], room: int) -> list[Line]:
    rows = [Line()]
    for line in lines:
        longer = Line(rows[-1], "   ", line) if rows[-1].plain else line
        if longer.width <= room:
            rows[-1] = longer
        else:
            rows.extend(line.folded(room))
    return rows if rows[0].plain or len(rows) == 1 else rows[1:]


def _folded(text: str | Line, style: str, width: int) -> Iterable[Line]:
    if isinstance(text, Line):
        return text.folded(width)
    lines = safe(text, lines=True).split("\n")
    return (part for line in lines for part in Line((line, style)).folded(width))


def _hanging(line: Line, room: int, indent: int) -> tuple[Line, ...]:
    before = " " * (MARGIN + indent)
    return tuple(Line(before, part) for part in line.folded(room))


def _at_the_right(line: Line, width: int) -> tuple[Line, ...]:
    parts = line.folded(width - MARGIN)
    return tuple(Line(" " * (width - part.width), part) for part in parts)
