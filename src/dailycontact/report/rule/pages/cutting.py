"""Long lists cut kindly: the first of them, and how many there are more."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from dailycontact.core.sentences import LONG, first_name, shortened
from dailycontact.report.rule.page import Entry, Listing, Paragraph, Tone
from dailycontact.report.rule.report import Edition, Report

T = TypeVar("T")

MOST = 20
"""How many things a list on a page has; whoever wants them all looks into the tables."""
FEW = 6
"""How many of those who asked for one action are shown with it."""
_OVER = 15
"""Letters by which words may be longer before they are cut: nobody is sent away for one word."""


def listing(
    found: Sequence[T], entry: Callable[[T], Entry], report: Report
) -> tuple[Listing | Paragraph, ...]:
    """Return the first MOST of what was found as a list, `entry` by entry."""
    if not found:
        return ()
    shown = cut(found)
    entries = tuple(entry(one) for one in shown)
    return (Listing(entries=entries), *more(len(found) - len(shown), report))


def cut(found: Sequence[T], most: int = MOST) -> Sequence[T]:
    """Return the first `most` of what was found; all of it where only a few more would be left.

    "And 1 more" takes as much room as that one.
    """
    return found if len(found) <= most + most // 5 else found[:most]


def briefly(words: str, *, width: int = LONG) -> str:
    """Return somebody's words on one line, cut at a word where they are a good deal too long."""
    line = " ".join(words.split())
    return line if len(line) <= width + _OVER else shortened(line, width=width)


def more(number: int, report: Report) -> tuple[Paragraph, ...]:
    """Return how many more there are, and where they are found; nothing for none."""
    if number <= 0:
        return ()
    return (Paragraph(text=f"And {number} more{_where(report)}.", tone=Tone.QUIET),)


def few(lines: Sequence[str], *, others: int = 0) -> tuple[str, ...]:
    """Return the first FEW lines, and how many more there are, with `others` not shown either."""
    shown = cut(lines, FEW)
    hidden = len(lines) - len(shown) + others
    return (*shown, f"And {hidden} more.") if hidden else tuple(shown)


def _where(report: Report) -> str:
    match report.edition:
        case Edition.CUSTOMERS:
            return ""
        case Edition.TEAM if report.leaders:
            return f"; ask {first_name(report.leaders[0])} for the whole list"
        case _:
            return "; the spreadsheet of this report has them all"
