"""What an import says at its end: whether one call a day can keep up with everybody now."""

from collections.abc import Mapping

from dailycontact.core.capacity import COMFORTABLE, density
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, say_cadence
from dailycontact.loop import CADENCES
from dailycontact.store.importing import Turns
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.styles import LABEL

_MONTH, _QUARTER, _YEAR = (CADENCES[word] for word in ("month", "quarter", "year"))

FEWEST_TO_SPLIT = 20
"""Customers from which on some of them can be called the top."""


def in_words(turns: Turns) -> str:
    """Return all that there is to say: if it is enough, what if, and who has no number."""
    return " ".join(filter(None, (verdict(turns), what_if(turns), without_phone(turns))))


def verdict(turns: Turns) -> str:
    """Return in a sentence or two whether one call a day can keep up."""
    customers = turns.customers
    if not customers:
        return "Nobody in the book can be phoned yet."
    alike = len(turns.by_cadence) == 1
    said = f", {say_cadence(next(iter(turns.by_cadence)))}" if alike else ""
    each = " each" if alike and customers > 1 else ""
    who = f"{customers:,} {'customer' if customers == 1 else 'customers'}{said}{each}"
    if turns.load <= 1:
        just = "just " if turns.load > COMFORTABLE else ""
        return f"{who}: one call a day is {just}enough."
    if alike:
        longest = max(turns.by_cadence) * turns.load
        return (
            f"{who}, is more than one call a day can keep: a turn comes about every"
            f" {_long(longest)}. What would make it fit: {PROGRAM} plan"
        )
    often = min(turns.by_cadence)
    later = _long(often * turns.load)
    return (
        f"{who} ask for {density(turns.by_cadence):.1f} calls a day, more than one a day can keep."
        f" With one, {say_cadence(often)} becomes about every {later}."
        f" What would make it fit: {PROGRAM} plan"
    )


def what_if(turns: Turns) -> str:
    """Return what phoning the top fifth more often would ask for; "" where there is no such choice.

    It is said where everybody has one rhythm, of a quarter or a year, that one call a day can keep.
    """
    faster = {_YEAR: _QUARTER, _QUARTER: _MONTH}.get(min(turns.by_cadence, default=0))
    is_open = len(turns.by_cadence) == 1 and turns.load <= 1
    if faster is None or not is_open or turns.customers < FEWEST_TO_SPLIT:
        return ""
    usual = min(turns.by_cadence)
    top = _rounded(turns.customers / 5)
    asked = density({usual: turns.customers - top, faster: top}) / turns.calls_a_day
    often = "each quarter" if faster == _QUARTER else "each month"
    return f"With your top {top:,} {often}: {asked:.1f} calls a day."


def _rounded(number: float) -> int:
    """Return a number as one says it: to fives below fifty, else to tens or hundreds."""
    step = next(step for step, below in ((5, 50), (10, 500), (100, 10**12)) if number < below)
    return max(step, round(number / step) * step)


def without_phone(turns: Turns) -> str:
    """Return how many cannot be phoned for want of a number; "" when all can."""
    if not turns.without_phone:
        return ""
    if not turns.customers:
        return f"{turns.without_phone:,} {'has' if turns.without_phone == 1 else 'have'} no number."
    verb = "has" if turns.without_phone == 1 else "have"
    return f"{turns.without_phone:,} more {verb} no number to phone."


def zones_to_say(turns: Turns) -> list[Part | str]:
    """Return how many could be in several time zones, and what to do; nothing when nobody could."""
    if not turns.without_zone:
        return []
    who = "1 customer" if turns.without_zone == 1 else f"{turns.without_zone:,} customers"
    verb = "is" if turns.without_zone == 1 else "are"
    said = (
        f"{who} could be in more than one time zone, and {verb} phoned when the hour is right"
        f" in all of them. Say where they are: {PROGRAM} customers edit NAME --zone ZONE"
    )
    which = spread("Who that is", (f"{PROGRAM} customers list --no-zone", LABEL))
    return [paragraph(said), "", which]


def _long(working_days: float) -> str:
    if working_days < 2 * _MONTH:
        return count(round(working_days / 5), "week")
    if working_days < 2 * _YEAR:
        return count(round(working_days / _MONTH), "month")
    return count(round(working_days / _YEAR), "year")


def plan_document(turns: Turns | None) -> Mapping[str, object] | None:
    """Return the verdict as a JSON document."""
    if turns is None:
        return None
    return {
        "customers": turns.customers,
        "without_phone": turns.without_phone,
        "without_zone": turns.without_zone,
        "load": round(turns.load, 3),
        "verdict": verdict(turns),
    }
