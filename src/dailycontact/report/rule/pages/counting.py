"""Numbers as they are said in a sentence: how many, how often, how long."""

from dailycontact.core.sentences import count
from dailycontact.report.rule.figures import Figures

_WEEK = 5
"""Working days of a week."""
_LONG = 8
"""From so many working days on, people count in weeks."""
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def in_words(number: int) -> str:
    """Return a number up to ten as a word with a capital, a greater one in figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def had_asked(askers: int, *, answers: int = 0) -> str:
    """Return how many customers had asked for an action that is over, and in how many answers.

    Answers are what "Told 3 of 6" counts; where each had asked once, they go without saying.
    """
    customers = "customer" if askers == 1 else "customers"
    times = f", in {in_words(answers).lower()} answers" if answers > askers else ""
    return f"{in_words(askers)} {customers} had asked for it{times}."


def times(number: int) -> str:
    """Return how often something was: "once", "3 times"."""
    return "once" if number == 1 else f"{number} times"


def say_length(working_days: float) -> str:
    """Return how long something takes: in working days up to a week or so, then in weeks."""
    if round(working_days) < 1:
        return "less than a day"
    if working_days < _LONG:
        return count(round(working_days), "working day")
    return f"about {count(round(working_days / _WEEK), 'week')}"


def since_when(figures: Figures) -> str:
    """Return since when the figures count: "since 31 August"; empty where they do not say.

    The year is said where it is not that of the last week.
    """
    first = figures.since
    if first is None:
        return ""
    other = figures.weeks and figures.weeks[-1].monday.year != first.year
    return f"since {first.day} {first:%B}{f' {first.year}' if other else ''}"


def knowing(figures: Figures, *, since: str = "") -> str:
    """Return how long it takes until a customer knows; empty where nobody knows yet.

    `since` is since when those learned it who are counted, in words.
    """
    if figures.typical is None:
        return ""
    within = say_length(figures.typical).removeprefix("less than ")
    learned = " ".join(("Of the customers who learned", *([since] if since else ())))
    return f"{learned} what became of their words, half knew within {within}."
