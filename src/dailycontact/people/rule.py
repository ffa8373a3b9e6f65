"""What is typed about people, read: how often, which number, which days away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dailycontact.errors import UsageProblem
from dailycontact.loop import CADENCES

LONGEST_CADENCE = 2_520
"""Working days: ten years."""

NONE = "-"
"""What is typed to take away what a field says."""

_DIGITS = 4


class UnknownCadence(UsageProblem):
    """The text says no rhythm."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is no rhythm; say month, quarter, year, or a number of working days"
            f" up to {LONGEST_CADENCE}."
        )


class NoName(UsageProblem):
    """A name is empty."""

    def __init__(self, whose: str) -> None:
        super().__init__(f"The name of a {whose} cannot be empty; type at least a first name.")


@dataclass(frozen=True, kw_only=True)
class Span:
    """Days away, the first and the last included; whose they are, and who stands in."""

    first_on: date
    last_on: date
    deputy_id: int | None = None


def read_cadence(text: str) -> int:
    """Return the working days that "quarter", "quarterly" or "63" stand for.

    Raises:
        UnknownCadence: it says no rhythm.

    """
    said = text.strip().casefold()
    if said.isdecimal() and len(said) <= _DIGITS and 0 < int(said) <= LONGEST_CADENCE:
        return int(said)
    usual = CADENCES | {f"{name}ly": length for name, length in CADENCES.items()}
    if said not in usual:
        raise UnknownCadence(text)
    return usual[said]


def on_one_line(text: str) -> str:
    """Return text without line ends, runs of blanks, and blanks around it."""
    return " ".join(text.split())


def read_name(text: str, *, whose: str) -> str:
    """Return a name on one line, without blanks around it.

    Raises:
        NoName: nothing is left of it.

    """
    name = on_one_line(text)
    if not name:
        raise NoName(whose)
    return name


def split_number(text: str) -> tuple[str, str]:
    """Return the label and the number of "office=+44 113 496 0123"; "" where there is no label."""
    label, equals, number = on_one_line(text).partition("=")
    return (label.strip(), number.strip()) if equals else ("", label)


def without(spans: Iterable[Span], first: date, last: date) -> list[Span]:
    """Return what is left of days away when those from `first` to `last` are taken out."""
    left = []
    one = timedelta(days=1)
    for span in spans:
        if span.first_on < first:
            end = min(span.last_on, first - one)
            left.append(Span(first_on=span.first_on, last_on=end, deputy_id=span.deputy_id))
        if span.last_on > last:
            start = max(span.first_on, last + one)
            left.append(Span(first_on=start, last_on=span.last_on, deputy_id=span.deputy_id))
    return left
