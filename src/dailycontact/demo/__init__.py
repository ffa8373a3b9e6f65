"""The demonstration book: fictional customers with six weeks of history, to look around in."""

from __future__ import annotations

from typing import Annotated

from dailycontact.errors import Refused
from dailycontact.settings import demo_book
from dailycontact.store.book import Book
from dailycontact.store.settings import book_settings
from dailycontact.terminal.card import paragraph, spread
from dailycontact.terminal.later import typer
from dailycontact.terminal.styles import LABEL
from dailycontact.workspace import Workspace

MADE = (
    "A demonstration book was made: Brightside, a small wholesaler, its team of five and 41 of its "
    "customers, with six weeks of calls up to today. Everybody in it is fictional; your own book "
    "is not touched."
)
THERE = "The demonstration book is there already, as you left it."
REMOVED = "The demonstration book is gone. Your own book was not touched."
NOT_THERE = "There is no demonstration book to take away."

TRY = (
    ("Whom to phone today", "dailycontact --book demo today"),
    ("Where every answer stands", "dailycontact --book demo loop"),
    ("Who waits to hear", "dailycontact --book demo tell"),
    ("Last week, for the team", "dailycontact --book demo report --last"),
    ("One customer's story", "dailycontact --book demo customers show jo"),
)
"""What to try next, and how."""
AGAIN = (("Make it anew, up to today", "dailycontact demo --fresh"),)
GONE = ("Take it away again", "dailycontact demo --remove")


class NotTheDemonstration(Refused):
    """Where the demonstration would be, there is a book of somebody's own."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place} is not the demonstration but a book of somebody's own, so it was left alone; "
            "move it elsewhere, and open it with --book."
        )


def demo(
    workspace: Workspace,
    *,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Make it anew, up to today; what you tried is gone.")
    ] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take it away again.")] = False,
) -> None:
    """Make a book of fictional customers, with six weeks of history up to today.

    It is a book of its own, and yours is not touched: dailycontact --book demo today
    """
    place = demo_book()
    there = _is_there(place)
    from dailycontact.demo.making import make, unmake

    if remove:
        unmake(place)
        workspace.screen.say(REMOVED if there else NOT_THERE)
        return
    kept = there and not fresh
    if not kept:
        make(place, now=workspace.now)
    tries = (*TRY, *(AGAIN if kept else ()), GONE)
    workspace.screen.show(
        "",
        paragraph(THERE if kept else MADE),
        "",
        *(spread(what, (how, LABEL)) for what, how in tries),
        "",
    )


def _is_there(place: str) -> bool:
    """Return whether the demonstration has been made.

    Raises:
        NotTheDemonstration: something else lies in its place.

    """
    book = Book(place)
    if not book.exists():
        return False
    try:
        if not book_settings(book.look()).demo:
            raise NotTheDemonstration(place)
    finally:
        book.rest()
    return True
