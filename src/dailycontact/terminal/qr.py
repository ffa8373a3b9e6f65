"""A number as a picture, to be dialled with the telephone that looks at it."""

from collections.abc import Iterable

from dailycontact.terminal.card import MARGIN, Part
from dailycontact.terminal.line import Line

QUIET = 2
"""Light modules around the picture; scanners ask for four, and are content with two."""

_HALVES = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
"""Two modules, one above the other, in one character: dark ones are the dark background's."""


def to_dial(number: str) -> Part:
    """Return the QR code that dials a number in E.164 (RFC 3966: tel:+441134960123)."""
    import segno

    picture = segno.make(f"tel:{number}", error="l", micro=False)
    rows = [list(row) for row in picture.matrix_iter(border=QUIET)]
    if len(rows) % 2:
        rows.append([0] * len(rows[0]))

    def lay_out(width: int) -> Iterable[Line]:
        del width
        for upper, lower in zip(rows[::2], rows[1::2], strict=True):
            pairs = zip(upper, lower, strict=True)
            yield Line(" " * (MARGIN + 2) + "".join(_HALVES[(int(u), int(v))] for u, v in pairs))

    return Part(lay_out)
