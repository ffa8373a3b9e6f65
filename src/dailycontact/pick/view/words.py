"""The words with which a call opens, asks and closes."""

from dailycontact.core.sentences import news, progress
from dailycontact.core.turn import Reason
from dailycontact.pick.usecases.today import Today
from dailycontact.terminal.card import Part, labelled, quoted

A_FEW_WORDS = 36
CLOSING = "May I pass that on with your name? I'll ring when I know more."


def opening(today: Today) -> Part | None:
    """Return the news that they are owed, or where their last answer stands; None for neither."""
    if today.owed_here:
        words = news(
            today.owed_here[0],
            leader=today.leader.name,
            company=today.settings.company,
            today=today.day,
            room=A_FEW_WORDS,
        )
        return labelled("OPEN", quoted(words))
    still_open = _still_open(today)
    return labelled("OPEN", still_open) if still_open else None


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


def _still_open(today: Today) -> str:
    if today.last is None:
        return ""
    for standing in today.last.standings:
        if standing.answer.is_suggestion and not standing.settled:
            return f"Say where it stands: {progress(standing, today=today.day)}"
    return ""
