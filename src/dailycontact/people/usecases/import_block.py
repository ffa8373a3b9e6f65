"""What an import keeps count of: the whole file, and the block of it that is being taken in."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from dailycontact.core.contact import Problem
from dailycontact.people.usecases.import_judging import Candidate


@dataclass(kw_only=True)
class Tally:
    """What has come of the rows so far."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    twice: int = 0
    kept: int = 0
    refusals: int = 0
    still_refuse: int = 0
    refused: list[Problem] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)

    def count_twice(self) -> None:
        """Count a row about somebody whom a row before was about."""
        self.unchanged += 1
        self.twice += 1


@dataclass(kw_only=True)
class Block:
    """The people of a block: keys and rows, and who each is where the file gives no id.

    `more` are the lines that were joined to a row, by its line; `later` what a row says of
    somebody of a block before.
    """

    rows: list[tuple[str, Candidate]] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    more: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    later: dict[int, Candidate] = field(default_factory=dict)
