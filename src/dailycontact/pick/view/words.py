"""The words with which a call opens, asks and closes."""

from dailycontact.core.sentences import (
    A_NAME,
    first_name,
    news,
    say_when,
    sentence,
    shortened,
)
from dailycontact.core.standing import Standing
from dailycontact.core.turn import Reason
from dailycontact.loop import Stage
from dailycontact.pick.usecases.today import Today
from dailycontact.terminal.card import Part, labelled, quoted

ROOMS = (72, 36)
"""Characters for what they said, as many as there is room for: what is quoted here stands nowhere
else on the card."""

MOST_LINES = 5
COLUMNS = 80
CLOSING = "May I pass that on with your name? I'll ring when I know more."


def opening(today: Today, *, lines: int = MOST_LINES) -> Part | None:
    """Return the news that they are owed, or where their last answer stands; None for neither.

    Their words are shortened as far as it needs to fill so many lines of a small screen.
    """
    parts = (_opening(today, room) for room in ROOMS)
    found = [part for part in parts if part is not None]
    fitting = (part for part in found if len(part.lines(COLUMNS)) <= lines)
    return next(fitting, found[-1] if found else None)


def _opening(today: Today, room: int) -> Part | None:
    if today.owed_here:
        words = news(
            today.owed_here[0],
            leader=today.leader.name,
            company=today.settings.company,
            today=today.day,
            room=room,
        )
        return labelled("OPEN", quoted(words))
    wish = today.last.open if today.last else None
    return labelled("OPEN", quoted(_where_it_stands(wish, today, room))) if wish else None


def question(today: Today) -> Part | None:
    """Return the question; None where they are told something and it is not their turn yet."""
    return labelled("ASK", quoted(today.settings.question)) if asks(today) else None


def closing(today: Today) -> Part | None:
    """Return the words that close the call, where something was asked."""
    return labelled("CLOSE", quoted(CLOSING)) if asks(today) else None


def asks(today: Today) -> bool:
    """Return whether the question is asked today: who is only told something, is not asked."""
    only_news = today.pick is not None and today.pick.reason is Reason.NEWS
    return not only_news or today.reaching is None or today.reaching.due


def quotes(today: Today) -> str:
    """Return the words of the customer that the call opens with; empty: none of theirs."""
    if today.owed_here:
        return today.owed_here[0].verbatim
    wish = today.last.open if today.last else None
    return wish.answer.verbatim if wish else ""


def _where_it_stands(wish: Standing, today: Today, room: int) -> str:
    """Return what is said to somebody whose wish is still to be seen to: no more than is true."""
    words = sentence(shortened(wish.answer.verbatim, width=room))
    said = f"{say_when(wish.answer.day, today=today.day)} you told us: ‘{words}’"
    return f"{said} {_so_far(wish, today)}; I'll ring you when I know more."


def _so_far(wish: Standing, today: Today) -> str:
    if wish.stage is Stage.SHARED:
        return "The team knows, and nobody has taken it on yet"
    if wish.stage is not Stage.ACTING:
        return "I have not forgotten it, and there is nothing new yet"
    doing = next(one for one in wish.doings if one.open)
    again = " again" if doing.reopened else ""
    if doing.owner is None:
        return f"We are looking for somebody to see to it{again}"
    if doing.owner == today.leader.name:
        return f"I am seeing to it{again}"
    return f"{shortened(first_name(doing.owner), width=A_NAME)} is seeing to it{again}"
