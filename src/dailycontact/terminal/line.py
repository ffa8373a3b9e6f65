"""One line of the screen: words with their styles, safe from the moment they are put together.

Rich knows how to show it, but it does not need Rich: the card of the morning is written without
importing it.
"""

from collections.abc import Iterable

from dailycontact.terminal.door import cells, safe
from dailycontact.terminal.styles import PLAIN, painted
from dailycontact.terminal.wrapping import folds

TYPE_CHECKING = False  # as typing says it, without the cost of importing typing
if TYPE_CHECKING:
    from rich.text import Text


class Line:
    """Words; or words and their style; or lines that were put together before."""

    __slots__ = ("pieces",)

    def __init__(self, *words: "str | tuple[str, str] | Line") -> None:
        self.pieces: tuple[tuple[str, str], ...] = tuple(
            piece for one in words for piece in _pieces(one)
        )

    @property
    def plain(self) -> str:
        """The words without their styles."""
        return "".join(text for text, _ in self.pieces)

    @property
    def width(self) -> int:
        """The columns that it fills."""
        return cells(self.plain)

    def painted(self) -> str:
        """Return the words between the escape codes of their styles."""
        return "".join(painted(text, style) for text, style in self.pieces)

    def folded(self, width: int) -> tuple["Line", ...]:
        """Return the line as several, none wider than `width` columns."""
        if self.width <= width:
            return (self,)
        return tuple(self._part(start, end) for start, end in folds(self.plain, width))

    def _part(self, start: int, end: int) -> "Line":
        kept = []
        for text, style in self.pieces:
            kept.append((text[max(start, 0) : max(end, 0)], style))
            start, end = start - len(text), end - len(text)
        return Line(*kept)

    def __rich__(self) -> "Text":
        from rich.text import Text

        return Text.assemble(*self.pieces, no_wrap=True, end="")


def _pieces(words: "str | tuple[str, str] | Line") -> Iterable[tuple[str, str]]:
    if isinstance(words, Line):
        return words.pieces
    text, style = (words, PLAIN) if isinstance(words, str) else words
    text = safe(text)
    return ((text, style),) if text else ()
