"""What is asked and said when somebody is passed over."""

from datetime import date

from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import say_cadence
from dailycontact.loop import CADENCES
from dailycontact.pick.usecases.skip import Skipped
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.prompts import ENTER
from dailycontact.terminal.styles import LABEL

PAUSE, LONGER, CALL = "p", "l", "c"
"""The keys for what may suit better."""

_NAMES = {length: name for name, length in CADENCES.items()}
_WORDS = {3: "three", 6: "six", 9: "nine"}


def passed_over(skipped: Skipped, *, today: date) -> str:
    """Return the sentence after a skip."""
    name, instead = skipped.customer.name, skipped.instead
    if instead is not None and instead.until is not None:
        return f"{name} is paused until {say_day(instead.until, today=today)}."
    until = f"until {say_day(skipped.until, today=today)}" if skipped.until else "for later"
    if instead is not None and instead.cadence is not None:
        often = say_cadence(instead.cadence)
        return f"From now on, {name}'s turn comes {often}. Left {until}."
    return f"{name} is left {until}."


def question(skipped: Skipped) -> str:
    """Return what a leader is asked who passes somebody over again and again."""
    times = _WORDS.get(skipped.skips, skipped.skips)
    name = skipped.customer.first_name
    return f"That makes {times} times in a row that you skip {name}. What would suit better?"


def keys(skipped: Skipped) -> dict[str, str]:
    """Return the keys for what may suit better; Enter passes them over like before."""
    name = skipped.customer.first_name
    return {
        PAUSE: f"pause {name}",
        LONGER: _rarer(skipped.longer),
        CALL: "call after all",
        ENTER: "skip again",
    }


def hints(skipped: Skipped) -> list[Part | str]:
    """Return what may suit better, each with its command, where no key can be pressed."""
    number, rarer = skipped.customer.id, _rarer(skipped.longer)
    cadence = _NAMES.get(skipped.longer, skipped.longer)
    return [
        paragraph(question(skipped)),
        spread(("Pause", LABEL), f"{PROGRAM} customers pause {number} --until 3mo"),
        spread(
            (rarer.capitalize(), LABEL), f"{PROGRAM} customers edit {number} --cadence {cadence}"
        ),
        spread(("Call after all", LABEL), f"{PROGRAM} log --customer {number}"),
    ]


def _rarer(cadence: int) -> str:
    return f"only {say_cadence(cadence)}" if cadence in _NAMES else "half as often"
