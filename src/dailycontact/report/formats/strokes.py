"""Numbers drawn in characters: bars, and small lines of a character a number."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Strokes:
    """The characters that are drawn with."""

    bar: str
    steps: str
    """From the lowest to the highest; nothing at all has a sign of its own."""
    nothing: str


BLOCKS = Strokes(bar="▇", steps="▁▂▃▄▅▆▇█", nothing="·")
LETTERS = Strokes(bar="#", steps=".:-=+*%#", nothing=" ")
"""For a terminal that knows no more than ASCII."""


def bar(value: float | None, *, most: float, room: int, strokes: Strokes = BLOCKS) -> str:
    """Return a bar, `room` characters long for `most`; what is more than nothing has one."""
    if not value or most <= 0:
        return ""
    return strokes.bar * max(1, round(room * value / most))


def line(values: Iterable[float | None], *, most: float, strokes: Strokes = BLOCKS) -> str:
    """Return a character a value, the highest for `most`."""
    return "".join(_step(value, most, strokes) for value in values)


def _step(value: float | None, most: float, strokes: Strokes) -> str:
    if not value or most <= 0:
        return strokes.nothing
    return strokes.steps[max(0, round(len(strokes.steps) * value / most) - 1)]


def number(value: float | None) -> str:
    """Return a value as it is read: 3, 2.5, nothing where there is none."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else f"{value:.1f}"
