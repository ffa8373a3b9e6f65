"""How a leader's morning is put into words: the days in a row, and why this customer."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.dates import say_ago, say_day
from dailycontact.core.sentences import say_cadence
from dailycontact.core.turn import Reason


def streak(numbers: Sequence[int], *, today: int) -> int:
    """Return on how many working days in a row calls were made, up to today or the last one.

    `numbers` are those of the working days with calls, newest first. Today counts when it has a
    call, and does not break anything while it has none yet.
    """
    row = 0
    expected = today if numbers and numbers[0] == today else today - 1
    for number in numbers:
        if number != expected:
            break
        row += 1
        expected -= 1
    return row


def why(
    reason: Reason,
    *,
    name: str,
    beat: int,
    joined_on: date,
    last_on: date | None,
    promised_on: date | None,
    owes_news: bool,
    today: date,
) -> str:
    """Return in one sentence, in dates and weeks, why this customer is proposed."""
    if reason is Reason.PROMISE and promised_on is not None:
        when = "today" if promised_on >= today else say_ago(promised_on, today=today)
        return f"You promised to call back{'' if when == 'today' else ', due'} {when}."
    debt = f"You owe {name} news, and " if owes_news else ""
    you = "you" if debt else "You"
    if last_on is None:
        return f"{debt}{you} have never spoken ({_entered(joined_on, today=today)})."
    return f"{debt}{you} last spoke {say_ago(last_on, today=today)} ({say_cadence(beat)})."


def _entered(joined_on: date, *, today: date) -> str:
    if joined_on >= today:
        return "in the book since today"
    return f"in the book since {say_day(joined_on, today=today)}"
