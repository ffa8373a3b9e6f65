"""How a plan is put into words: what the theory allows, in a manager's language, and no more."""

from math import floor

from dailycontact.core.capacity import MONTH, YEAR, Lever, Source, Usual, Verdict, tenths
from dailycontact.core.sentences import say_cadence
from dailycontact.loop import CADENCES

WEEK = 5
_CENTURY = 100

_NAMES = {cadence: name for name, cadence in CADENCES.items()}

_VERDICTS = {
    Verdict.NOBODY: "Nobody in the book can be phoned yet.",
    Verdict.IMPOSSIBLE: "You cannot keep up, whatever the order.",
    Verdict.JUST_ENOUGH: "Just enough, on average: expect turns that come late.",
    Verdict.ENOUGH: "On average enough: now and then a turn comes a little late.",
    Verdict.POSSIBLE: "A schedule that keeps every rhythm exists.",
    Verdict.SIMPLE: "Every rhythm can be kept, even by a simple rule.",
}


def say_verdict(verdict: Verdict, *, asked: float, calls_a_day: float) -> str:
    """Return what may be said of the book, with its numbers, in two or three sentences."""
    first = _VERDICTS[verdict]
    if verdict is Verdict.NOBODY:
        return first
    numbers = (
        f"The rhythms ask for {say_calls(asked)} conversations a day;"
        f" a working day brings about {say_calls(calls_a_day)}."
    )
    if verdict is Verdict.IMPOSSIBLE:
        times = say_calls(asked / calls_a_day)
        return (
            f"{first} {numbers} Nobody is forgotten: everybody waits about {times} times as long"
            " as planned, in proportion."
        )
    return f"{first} {numbers}"


def say_calls(calls: float) -> str:
    """Return a number of calls a day as one reads it: 0.94, 3.4, 12,675."""
    if calls < 1:
        return f"{calls:.2f}"
    return f"{calls:.1f}" if calls < 100 else f"{calls:,.0f}"  # noqa: PLR2004 - three digits say enough


def say_usual(usual: Usual, *, fits: bool) -> str:
    """Return how often those come up for whom nobody has said it, and what more would need.

    `fits` is whether the book can be kept as it is.
    """
    many = f"{usual.customers:,} customers" if usual.customers != 1 else "1 customer"
    who = f"{many} without a rhythm of their own: {say_cadence(usual.cadence)}"
    who += " each" if usual.customers > 1 else ""
    if usual.said:
        who += ", as the book says."
    else:
        who += f", the {'most that one call a day can keep' if fits else 'longest that is usual'}."
    if usual.shorter is None or usual.needs is None:
        return who
    shorter, needs = _NAMES[usual.shorter], say_calls(tenths(usual.needs))
    return f"{who} A {shorter} would need {needs} calls a day."


def say_idle(idle: float) -> str | None:
    """Return on how many days nobody can be due; None where that is not worth a word."""
    if idle < 0.05:  # noqa: PLR2004 - one day in twenty
        return None
    if idle > 0.5:  # noqa: PLR2004 - more often than not
        return "On most days nobody will be due: you could phone each of them more often."
    return f"On about one day in {round(1 / idle)} nobody will be due."


def say_often(working_days: float) -> str:
    """Return about how often a turn comes: "about every 11 weeks"."""
    if working_days > _CENTURY * YEAR:
        return "not in a century"
    return f"about every {say_length(working_days)}"


def say_length(working_days: float, *, at_least: bool = False) -> str:
    """Return about how long so many working days are: 8 days, 11 weeks, 9 months, 3 years.

    `at_least` rounds down.
    """
    rounded = floor if at_least else round
    if working_days > _CENTURY * YEAR:
        return "a century"
    for unit, days, until in (("year", YEAR, 2 * YEAR), ("month", MONTH, 6 * MONTH)):
        if working_days >= until:
            return f"{rounded(working_days / days)} {unit}s"
    weeks = rounded(working_days / WEEK)
    if weeks >= 2:  # noqa: PLR2004 - below, days say more
        return f"{weeks} weeks"
    days = rounded(working_days)
    return f"{days} {'day' if days == 1 else 'days'}"


def say_lever(lever: Lever) -> str:
    """Return whom a change is about: "B", "the 14 in B who are set one by one"."""
    if lever.source is Source.BOOK:
        return "whoever has no rhythm of their own"
    if lever.source is Source.SEGMENT:
        return lever.segment
    those = f" in {lever.segment}" if lever.segment else ""
    return f"the {lever.customers:,}{those} set singly ({say_cadence(lever.cadence)})"


def how_often(cadence: int) -> str:
    """Return a cadence as it is typed: month, quarter, year, or working days."""
    return _NAMES.get(cadence, str(cadence))
