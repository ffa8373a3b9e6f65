"""Looks through a whole file before anything comes in: what a leader may want to decide first."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dailycontact.core.naming import fold
from dailycontact.people.sources.contacts import batches
from dailycontact.people.usecases.import_reading import Recognised
from dailycontact.store.importing import segments
from dailycontact.store.looking import Look

EXAMPLES = 3
"""Lines whose letters are shown."""


@dataclass(frozen=True, kw_only=True)
class Survey:
    """What a file holds: its people, its segments by size, numbers that need a country."""

    people: int
    segments: Mapping[str, int]
    local_numbers: int
    example: str

    def calls_a_day(self, cadences: Mapping[str, int], *, otherwise: int) -> float:
        """Return how many calls a working day rhythms (working days) by segment ask for."""
        said = sum(self.segments[name] / cadence for name, cadence in cadences.items())
        others = self.people - sum(self.segments[name] for name in cadences)
        return said + others / otherwise


def survey(recognised: Recognised) -> Survey:
    """Go through a file once and count; raises UnclosedQuote."""
    people = 0
    found: Counter[str] = Counter()
    names: dict[str, str] = {}
    local = 0
    example = ""
    for batch in batches(recognised.sheet, recognised.mapping):
        people += len(batch.lines) + len(batch.problems)
        for contact in batch.contacts:
            if contact.segment:
                found[names.setdefault(fold(contact.segment), contact.segment)] += 1
            if contact.phones and not contact.country:
                needy = [text for _, text in contact.phones if _is_local(text)]
                local += len(needy)
                example = example or next(iter(needy), "")
    return Survey(
        people=people,
        segments=dict(found.most_common()),
        local_numbers=local,
        example=example,
    )


def filled_columns(recognised: Recognised) -> frozenset[int]:
    """Return the numbers of the columns that hold anything in the first rows."""
    block = next(recognised.sheet.blocks(), None)
    if block is None:
        return frozenset()
    columns = zip(*block.rows, strict=True)
    return frozenset(at for at, cells in enumerate(columns, start=1) if any(map(str.strip, cells)))


def foreign_lines(recognised: Recognised) -> list[tuple[int, str]]:
    """Return a few cells, as line and text, whose letters are not all English ones."""
    found: dict[str, int] = {}
    for line, text in _foreign_cells(recognised):
        found.setdefault(text, line)
        if len(found) == EXAMPLES:
            break
    return [(line, text) for text, line in found.items()]


def _foreign_cells(recognised: Recognised) -> Iterator[tuple[int, str]]:
    kept = [column.number - 1 for column in recognised.mapping.columns if column.field]
    for block in recognised.sheet.blocks():
        for line, row in zip(block.lines, block.rows, strict=True):
            yield from ((line, row[at].strip()) for at in kept if not row[at].isascii())


def without_cadence(look: Look, named: Mapping[str, int]) -> list[str]:
    """Return the segments of a file, by size, for which nobody has said yet how often to call."""
    decided = {fold(name) for _, name, cadence in segments(look) if cadence is not None}
    return [name for name in named if fold(name) not in decided]


def _is_local(number: str) -> bool:
    return not number.lstrip(" (").startswith(("+", "00", "tel:+"))
