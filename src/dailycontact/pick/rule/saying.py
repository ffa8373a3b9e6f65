"""How a plan is put into words: what the theory allows, in a manager's language, and no more."""

from collections.abc import Iterable
from math import ceil, floor

from dailycontact.core.capacity import MONTH, YEAR, Group, Source, Usual, Verdict, tenths
from dailycontact.core.fitting import Lever
from dailycontact.core.sentences import listed, say_cadence
from dailycontact.loop import CADENCES

WEEK = 5
MOSTLY = 0.5
"""The share of the days from which on it is most of them."""
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
        f"The rhythms ask for {say_weekly(asked)}; a working week brings about"
        f" {say_number(calls_a_day * WEEK)}."
    )
    if verdict is Verdict.IMPOSSIBLE:
        wait = _longer(asked / calls_a_day)
        return f"{first} {numbers} Nobody is forgotten: everybody waits {wait}."
    return f"{first} {numbers}"


def _longer(load: float) -> str:
    if load < 1.05:  # noqa: PLR2004 - "1.0 times as long" would say nothing
        return "a little longer than planned, in proportion"
    return f"about {say_number(load)} times as long as planned, in proportion"


def say_weekly(calls: float) -> str:
    """Return so many conversations a working day as a manager counts them: a week, or a year."""
    number, _, span = say_rate(calls).partition(" ")
    return f"{number} {'conversation' if number == '1' else 'conversations'} {span}"


def say_rate(calls: float) -> str:
    """Return a rate a working day as a rate a week, below one a week as one a year."""
    weekly = calls * WEEK
    if weekly < 1:
        return f"{max(1, round(calls * YEAR))} a year"
    return f"{say_number(weekly)} a week"


def say_needed(calls: float) -> str:
    """Return so many conversations a working day, rounded up to whole ones a week."""
    return f"{ceil(calls * WEEK - 1e-9):,}"


def say_number(number: float) -> str:
    """Return a number as one reads it: 0.5, 2.7, 3, 12, 12,675."""
    return f"{number:.1f}".removesuffix(".0") if number < 10 else f"{number:,.0f}"  # noqa: PLR2004 - two digits say enough


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
    if usual.shorter is None or usual.needs is None or (usual.said and not fits):
        return who
    shorter, needs = _NAMES[usual.shorter], say_calls(tenths(usual.needs))
    return f"{who} A {shorter} would need {needs} calls a day."


def say_idle(idle: float) -> str | None:
    """Return on how many days nobody can be due; None where that is not worth a word."""
    if idle < 0.05:  # noqa: PLR2004 - one day in twenty
        return None
    if idle > MOSTLY:
        return "On most days nobody will be due: you could phone each of them more often."
    every = round(1 / idle)
    days = "every second day" if every == 2 else f"one day in {every}"  # noqa: PLR2004 - one in two
    return f"On about {days} nobody will be due."


def say_often(working_days: float) -> str:
    """Return about how often a turn comes: "every 11 weeks"."""
    if working_days > _CENTURY * YEAR:
        return "not in a century"
    return f"every {say_length(working_days)}"


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


def say_lever(lever: Lever, *, customers: int) -> str:
    """Return whom a change is about; `customers` is how many there are in all."""
    if lever.customers == customers:
        return "everybody"
    if lever.source is Source.BOOK:
        return "whoever has no rhythm of their own"
    if lever.source is Source.SEGMENT:
        return lever.segment
    those = f" in {lever.segment}" if lever.segment else ""
    return f"the one{those} who is phoned {say_cadence(lever.cadence)}"


def say_kept(kept: Iterable[Group]) -> str:
    """Return what can be kept although not everything can: those who are phoned most often."""
    said = [_of(group) for group in kept]
    if not said:
        return "Not one of these rhythms can be kept, not even alone."
    return f"Those phoned {listed(said, most=4)} could be kept, if they went first; the others not."


def how_often(cadence: int) -> str:
    """Return a cadence as it is typed: month, quarter, year, or working days."""
    return _NAMES.get(cadence, str(cadence))


def _of(group: Group) -> str:
    often = say_cadence(group.cadence)
    return f"{often} in {group.segment}" if group.segment else often
