"""The demonstration book: fictional customers with six weeks of history, to look around in."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from dailycontact.errors import Refused
from dailycontact.settings import demo_book
from dailycontact.store.book import Book
from dailycontact.store.settings import book_settings
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.later import options, typer
from dailycontact.terminal.styles import LABEL
from dailycontact.workspace import Workspace


class State(StrEnum):
    """What became of the demonstration."""

    MADE = "made"
    THERE = "there"
    """It was there already, and was left as it was."""
    REMOVED = "removed"
    ABSENT = "absent"


SAID = {
    State.MADE: (
        "A demonstration book was made: Brightside, a small wholesaler, its team of five and 41 of "
        "its customers, with six weeks of calls up to today. Everybody in it is fictional; your "
        "own book is not touched."
    ),
    State.THERE: "The demonstration book is there already, as you left it.",
    State.REMOVED: "The demonstration book is gone. Your own book was not touched.",
    State.ABSENT: "There is no demonstration book to take away.",
}

TRY = (
    ("Whom to phone today", "dailycontact --book demo today"),
    ("Why, in numbers", "dailycontact --book demo today --why"),
    ("Where every answer stands", "dailycontact --book demo loop"),
    ("Who waits to hear", "dailycontact --book demo tell"),
    ("What the answers are about", "dailycontact --book demo theme list"),
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
    json: options.Json = False,
) -> None:
    """Make a book of fictional customers, with six weeks of history up to today.

    It is a book of its own, and yours is not touched: dailycontact --book demo today
    """
    place = demo_book()
    there = _is_there(place)
    if remove:
        state = State.REMOVED if there else State.ABSENT
        _take_away(place)
    else:
        state = State.THERE if there and not fresh else State.MADE
        _make(workspace, place, state)
    if json:
        workspace.screen.json({"book": place, "state": state})
    elif remove:
        workspace.screen.say(SAID[state])
    else:
        workspace.screen.show(*_card(state))


def _make(workspace: Workspace, place: str, state: State) -> None:
    if state is State.MADE:
        from dailycontact.demo.making import make

        make(place, now=workspace.now)


def _take_away(place: str) -> None:
    from dailycontact.demo.making import unmake

    unmake(place)


def _card(state: State) -> tuple[Part | str, ...]:
    tries = (*TRY, *(AGAIN if state is State.THERE else ()), GONE)
    hints = (spread(what, (how, LABEL)) for what, how in tries)
    return "", paragraph(SAID[state]), "", *hints, ""


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
