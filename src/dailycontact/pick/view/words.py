"""The words with which a call opens, asks and closes."""

from collections.abc import Iterable

from dailycontact.core.dates import say_day
from dailycontact.core.following import Told
from dailycontact.core.sentences import (
    A_NAME,
    first_name,
    news,
    say_when,
    sentence,
    shortened,
    spoken,
)
from dailycontact.core.standing import Standing
from dailycontact.core.telling import Reaction
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
    """Return the news that they are owed, whether something helped, or where their answer stands.

    Their words are shortened as far as it needs to fill so many lines of a small screen; whether
    something helped goes before where another thing stands. None for nothing to say.
    """
    parts = [labelled("OPEN", quoted(said)) for said in _openings(today)]
    fitting = (part for part in parts if len(part.lines(COLUMNS)) <= lines)
    return next(fitting, parts[-1] if parts else None)


def _openings(today: Today) -> Iterable[str]:
    """Yield the words with which the call opens, the fullest first."""
    if today.owed_here:
        yield from (_news(today, room) for room in ROOMS)
        return
    wish, done = _open(today), asks_about(today)
    if wish and done:
        yield from (
            f"{_did_it_help(done, today, room)} {_where_it_stands(wish, today, room)}"
            for room in ROOMS
        )
    if done:
        yield from (_did_it_help(done, today, room) for room in ROOMS)
    elif wish:
        yield from (_where_it_stands(wish, today, room) for room in ROOMS)


def _news(today: Today, room: int) -> str:
    return news(
        today.owed_here[0],
        leader=today.leader.name,
        company=today.settings.company,
        today=today.day,
        room=room,
    )


def asks_about(today: Today) -> Told | None:
    """Return what is asked about, whether it has helped; None where it is not their turn."""
    return today.to_ask[0] if today.to_ask and not today.owed_here and asks(today) else None


def _did_it_help(done: Told, today: Today, room: int) -> str:
    words = spoken(shortened(done.say, width=room))
    told = f"{say_when(done.told_on, today=today.day)} we told you: ‘{words}’"
    if done.reaction is Reaction.NEUTRAL:
        return f"{told} You found it so-so. Does it help by now?"
    return f"{told} Did it help?"


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
    wish = _open(today)
    return wish.answer.verbatim if wish else ""


def _open(today: Today) -> Standing | None:
    return today.last.open if today.last else None


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
    ours = doing.owner == today.leader.name
    who = "I am" if ours else f"{shortened(first_name(doing.owner), width=A_NAME)} is"
    if doing.due_on is None:
        return f"{who} seeing to it{again}"
    if doing.due_on < today.day:
        return f"{who} seeing to it{again}, and it takes longer than we thought"
    return f"{who} seeing to it{again}, by {say_day(doing.due_on, today=today.day)}"
