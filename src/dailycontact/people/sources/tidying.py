"""Tidies cells, a whole column at a time: spaces, what cannot be seen, words that say nothing."""

from collections.abc import Callable, Sequence
from itertools import chain

Cells = Sequence[str]

NOTHING = frozenset(
    {"NULL", "null", "NaN", "nan", "\\N", "-", "--", "\u2014", "n/a", "N/A", "#N/A"}
)
"""What programs write where there is nothing. Null and Nan are names."""

# Zero-width and direction marks come along when a number or a name is copied from a web page.
_UNSEEN = dict.fromkeys(
    chain(
        (0xAD, 0x200B, 0x200E, 0x200F, 0x180E, 0xFEFF),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
    )
)
# Joiners shape letters in some scripts; alone they are as blank as the fillers beside them.
_FILLERS = "\u200c\u200d\u034f\u2800\u3164\u115f\u1160\uffa0\ufe0e\ufe0f"


def tidied(cells: Cells, tidy: Callable[[str], str]) -> Cells:
    """Tidy each cell of a column, unless all of them are tidy already."""
    return cells if _is_tidy(cells) else [tidy(cell) for cell in cells]


def tidy(cell: str) -> str:
    """Return a cell in one line, single spaces between its words; "" where it says nothing."""
    text = " ".join(cell.translate(_UNSEEN).split())
    return "" if text in NOTHING or not text.strip(f" {_FILLERS}") else text


def tidy_lines(cell: str) -> str:
    """Tidy a cell whose lines are values of their own: they come out with ; between them."""
    return ";".join(filter(None, map(tidy, cell.splitlines())))


def first_filled(columns: Sequence[Cells]) -> Cells:
    """Return for each row the first cell that is filled, of one or several columns."""
    if len(columns) == 1:
        return columns[0]
    return [next(filter(None, cells), "") for cells in zip(*columns, strict=True)]


def _is_tidy(cells: Cells) -> bool:
    """Look at a whole column at once; a `|` in a cell costs time, no more."""
    whole = f"|{'|'.join(cells)}|"
    return (
        whole.isprintable()
        and "  " not in whole
        and " |" not in whole
        and "| " not in whole
        and NOTHING.isdisjoint(cells)
        and (whole.isascii() or not any(filler in whole for filler in _FILLERS))
    )
