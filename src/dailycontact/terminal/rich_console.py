"""Rich, behind the door: whatever it renders is made safe once more before it is written."""

import sys
from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from dailycontact.terminal.door import safe
from dailycontact.terminal.streams import takes_colour, width_of


class SafeConsole(Console):
    """A console on which no renderable, and no caller, can get a control character through."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Return the segments of a renderable, each of them safe."""
        for text, style, control in super().render(renderable, options):
            yield (
                Segment(text, style, control) if control else Segment(safe(text, lines=True), style)
            )


def console(*, stderr: bool) -> SafeConsole:
    """Return a console on stdout or stderr, in our width, and with colour only where it may be."""
    stream = sys.stderr if stderr else sys.stdout
    coloured = takes_colour(stream)
    return SafeConsole(
        stderr=stderr,
        width=width_of(stream),
        force_terminal=coloured or None,
        color_system="standard" if coloured else None,
        no_color=not coloured,
        markup=False,
        emoji=False,
        highlight=False,
    )


def rendered(console: Console, renderable: RenderableType) -> str:
    """Return what the console would print, without the blanks that only fill its lines."""
    with console.capture() as captured:
        console.print(renderable)
    return "".join(line.rstrip(" ") + "\n" for line in captured.get().split("\n")[:-1])
