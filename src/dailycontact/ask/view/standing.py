"""Where earlier answers stand, as the conversation says it."""

from collections.abc import Mapping
from datetime import date

from dailycontact.core.dates import say_day
from dailycontact.core.following import Told
from dailycontact.core.sentences import progress, shortened, spoken
from dailycontact.core.standing import Standing
from dailycontact.terminal.card import Part, paragraph, quoted

THEIR_WORDS = 50
"""How much of a customer's words is repeated, in characters."""


def still_open(open_ones: Mapping[str, Standing], *, today: date) -> list[Part | str]:
    """Return the answers that are still open, each with its key and where it stands."""
    parts: list[Part | str] = []
    for key, one in open_ones.items():
        words = quoted(shortened(one.answer.verbatim, width=THEIR_WORDS))
        before = f"{key}  " if len(open_ones) > 1 else ""
        parts.append(paragraph(f"{before}{words} {progress(one, today=today)}", indent=2))
    return parts


def did_it_help(done: Told, *, today: date) -> str:
    """Return what was told, and the question whether it has helped."""
    told = say_day(done.told_on, today=today)
    return f"Told on {told}: {spoken(shortened(done.say))} Did it help?"
