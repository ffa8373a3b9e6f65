"""A contact is what a file says about a customer, before the book has made one of it."""

from dataclasses import dataclass
from typing import NamedTuple

LONGEST_VALUE_SHOWN = 40


class Contact(NamedTuple):
    """One row of a file, tidied but not yet judged: texts are as given, "" where there is nothing.

    `phones` are pairs of a label (office, mobile, home …, or "") and the number as written, the
    preferred one first, and so are `emails`. A company without a person has the company as its
    name too. `more` holds pairs of a field and a text, for what few files say: hours, days, whose
    recommendation. A tuple and no dataclass, because a file makes a hundred thousand of them, in a
    tenth of the time.
    """

    name: str
    company: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    emails: tuple[tuple[str, str], ...] = ()
    country: str = ""
    zone: str = ""
    segment: str = ""
    cadence: str = ""
    leader: str = ""
    external_id: str = ""
    do_not_contact: bool = False
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """What is wrong with one row or cell of a file; the other rows go on.

    `line` counts the file's lines from 1, `column` is the header, and `row` holds the cells of a
    row that was refused, as they came, so that it can be handed back.
    """

    file: str
    line: int
    reason: str
    column: str = ""
    value: str = ""
    row: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say it in one line: file, line, column, value, reason."""
        column = f", {self.column}" if self.column else ""
        value = f", “{shortened(self.value)}”" if self.value else ""
        return f"{self.file}, line {self.line}{column}{value}: {self.reason}"


def shortened(value: str) -> str:
    """Return at most 40 characters of a value, for a sentence that quotes it."""
    if len(value) <= LONGEST_VALUE_SHOWN:
        return value
    return value[: LONGEST_VALUE_SHOWN - 1] + "…"
