"""Where a line may be folded: between words, between wide characters, or else inside a long word.

The standard textwrap counts characters, and a terminal counts columns. The answer is positions
rather than strings, so that styles survive the fold.
"""

import re

from dailycontact.terminal.door import cells, fitting

# Chinese and Japanese are written without spaces; a line may end after any of their characters,
# except before a closing sign, which must not open the next line.
_WIDE = (
    "\u2e80-\u2fff\u3001-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
    "\U00020000-\U0003fffd"
)
_CLOSING = (
    "\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\uff09\u300d\u300f\u3011\u3009\u300b\u3015"
    "\u201d\u2019\u30fc\u3005\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
)
_WORD = "[^ ]+"
_UNIT = f"[{_WIDE}][{_CLOSING}]*|[^ \u3000{_WIDE}]+"
_FIRST_WIDE = "\u2e80"


def folds(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each line, when safe text without line ends fills `width` columns.

    Blanks stay at the very beginning, where they indent, and go where a line is folded.
    """
    lines: list[tuple[int, int]] = []
    start = end = -1
    for unit in re.finditer(_UNIT if max(text, default="") >= _FIRST_WIDE else _WORD, text):
        first, last = (0 if end < 0 else unit.start()), unit.end()
        if start >= 0 and cells(text[start:last]) <= width:
            end = last
            continue
        if start >= 0:
            lines.append((start, end))
        *broken, (start, end) = _pieces(text, first, last, width)
        lines.extend(broken)
    if start >= 0:
        lines.append((start, end))
    return tuple(lines) or ((0, 0),)


def _pieces(text: str, first: int, last: int, width: int) -> list[tuple[int, int]]:
    """Return the word whole, or broken where the line is full: nothing of it is lost."""
    pieces = []
    while cells(text[first:last]) > width:
        taken = fitting(text[first:last], width)
        if first + taken >= last:
            break
        pieces.append((first, first + taken))
        first += taken
    return [*pieces, (first, last)]
