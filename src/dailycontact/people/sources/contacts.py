"""Turns the rows of a sheet into contacts, a block at a time and column by column.

Per row, the same would take three times as long as reading the file.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Mapping as Counts
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import TypeVar

from dailycontact.core.contact import Contact, Problem, shortened
from dailycontact.errors import BadInput
from dailycontact.people.sources.mapping import MORE, Column, Mapping
from dailycontact.people.sources.sheet import Block, Sheet

NOTHING = frozenset({"NULL", "null", "-", "--", "\u2014", "n/a", "N/A", "#N/A"})
FALSE = frozenset({"", "0", "0.0", "false", "f", "no", "n", "off", "falsch", "nein", "faux", "non"})
NOT_NAMED = "no name and no company"
DELETED = "marked as deleted"
FOOTER = "a footer"
SKIPPED = frozenset({DELETED, FOOTER})
"""Why a row is nobody's: such rows are counted, and not handed back as refused."""

# Google joins several values with :::, people write them below each other; ;ext= is a number's own.
_BETWEEN_VALUES = re.compile(r"\s*(?::::|;(?!\s*ext=))\s*")
_NO_VOICE = re.compile(r"fax|pager|telex", re.IGNORECASE)

T = TypeVar("T")
Cells = Sequence[str]
Labelled = tuple[tuple[str, str], ...]


class NoNameColumn(BadInput):
    """None of the columns holds a name or a company."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Some contacts, the line of each in its file, and what was refused among them.

    `skipped` counts, by reason, the rows that are nobody: marked as deleted, or a report's footer.
    """

    lines: Sequence[int]
    contacts: Sequence[Contact]
    problems: tuple[Problem, ...]
    skipped: Counts[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows it is made of."""
        return len(self.lines) + len(self.problems) + sum(self.skipped.values())


def contacts(sheet: Sheet, mapping: Mapping) -> Iterator[tuple[int, Contact] | Problem]:
    """Yield each row's line and contact, or what is wrong with it; raises what `batches` raises."""
    for batch in batches(sheet, mapping):
        yield from zip(batch.lines, batch.contacts, strict=True)
        yield from batch.problems


def batches(sheet: Sheet, mapping: Mapping) -> Iterator[Batch]:
    """Yield the contacts of a sheet some thousand at a time, in the order of the file.

    Raises NoNameColumn at once, and UnclosedQuote when it comes to one.
    """
    if not mapping.names_somebody:
        raise NoNameColumn(_no_name_column(mapping, sheet.file))
    return (_batch(block, mapping, sheet.file) for block in sheet.blocks())


def _no_name_column(mapping: Mapping, file: str) -> str:
    headers = ", ".join(shortened(column.header) for column in mapping.columns[:20])
    return (
        f"{file} has no column for a name or a company; its columns are {headers}: "
        'say which is the name with --map "Header=name".'
    )


def _batch(block: Block, mapping: Mapping, file: str) -> Batch:
    table = _Table(block, mapping)
    reasons = _reasons(block, table, mapping)
    made: Sequence[Contact] = list(map(Contact._make, table.contacts()))
    lines = block.lines
    skipped = Counter(reason for reason in reasons.values() if reason in SKIPPED)
    refused = tuple(
        Problem(file=file, line=lines[at], reason=reason, row=tuple(block.rows[at]))
        for at, reason in reasons.items()
        if reason not in SKIPPED
    )
    if reasons:
        kept = [at for at in range(len(made)) if at not in reasons]
        made, lines = [made[at] for at in kept], [lines[at] for at in kept]
    problems = sorted((*block.problems, *refused), key=lambda problem: problem.line)
    return Batch(lines=lines, contacts=made, problems=tuple(problems), skipped=skipped)


def _reasons(block: Block, table: "_Table", mapping: Mapping) -> dict[int, str]:
    """Say which rows are no customers, and why."""
    reasons = {}
    if mapping.source == "Salesforce report":
        reasons = {at: FOOTER for at, row in enumerate(block.rows) if row[0] and not any(row[1:])}
    deleted = table.field("deleted")
    if any(deleted):
        reasons |= {at: DELETED for at, cell in enumerate(deleted) if _is_true(cell)}
    if not all(table.names):
        nameless = {at: NOT_NAMED for at, name in enumerate(table.names) if not name}
        reasons = nameless | reasons
    return reasons


class _Table:
    """The columns of a block, tidied, by field."""

    def __init__(self, block: Block, mapping: Mapping) -> None:
        self._mapping = mapping
        self._columns = list(zip(*block.rows, strict=True))
        self._nothing = [""] * len(block.rows)
        self.companies = self.field("company")
        self.names = self._names()

    def contacts(self) -> Iterator[tuple[object, ...]]:
        """Yield the fields of each contact, in Contact's order."""
        refusals = self.field("do_not_contact")
        return zip(
            self.names,
            self.companies,
            self._phones(),
            self._emails(),
            *map(self.field, ("country", "zone", "segment", "cadence", "leader", "external_id")),
            map(_is_true, refusals) if any(refusals) else repeat(False),
            self._more(),
            strict=False,
        )

    def field(self, name: str) -> Cells:
        """Return the field of every row: the first filled of the columns that fill it."""
        columns = [self._tidied(column, _tidy) for column in self._mapping.columns_for(name)]
        return _first_filled(columns) if columns else self._nothing

    def _names(self) -> Cells:
        """Return the names on show, else first, middle and last joined, else the companies."""
        shown = self.field("name")
        if all(shown):
            return shown
        parts = map(self.field, ("first_name", "middle_name", "last_name"))
        joined = [" ".join(filter(None, each)) for each in zip(*parts, strict=True)]
        return _first_filled([shown, joined, self.companies])

    def _phones(self) -> Sequence[Labelled]:
        each = [self._phones_of(column) for column in self._mapping.columns_for("phone")]
        return _together(each, len(self._nothing))

    def _phones_of(self, column: Column) -> Sequence[Labelled]:
        cells = self._tidied(column, _tidy_lines)
        labelled = self._mapping.label_column_of(column)
        if labelled is None and not _hold_several(cells):
            label = column.label
            return [((label, cell),) if cell else () for cell in cells]
        labels = self._tidied(labelled, _tidy) if labelled else self._nothing
        return [
            _labelled(said.strip("* ").casefold() or column.label, cell)
            for said, cell in zip(labels, cells, strict=True)
        ]

    def _more(self) -> Iterable[tuple[tuple[str, str], ...]]:
        """Return what few files say, for the fields that this one has columns for."""
        fields = [name for name in MORE if self._mapping.columns_for(name)]
        if not fields:
            return repeat(())
        every = zip(*map(self.field, fields), strict=True)
        return [
            tuple((name, cell) for name, cell in zip(fields, cells, strict=True) if cell)
            for cells in every
        ]

    def _emails(self) -> Sequence[Labelled]:
        each = [self._emails_of(column) for column in self._mapping.columns_for("email")]
        return _together(each, len(self._nothing))

    def _emails_of(self, column: Column) -> Sequence[Labelled]:
        cells = self._tidied(column, _tidy_lines)
        label = column.label
        if _hold_several(cells):
            return [tuple((label, address) for address in _values(cell)) for cell in cells]
        return [((label, cell),) if cell else () for cell in cells]

    def _tidied(self, column: Column, tidy: Callable[[str], str]) -> Cells:
        cells = self._columns[column.number - 1] if self._columns else ()
        return cells if _is_tidy(cells) else [tidy(cell) for cell in cells]


def _is_tidy(cells: Cells) -> bool:
    """Look at a whole column at once; a `|` in a cell costs time, no more."""
    whole = f"|{'|'.join(cells)}|"
    return (
        whole.isprintable()
        and "  " not in whole
        and " |" not in whole
        and "| " not in whole
        and NOTHING.isdisjoint(cells)
    )


def _tidy(cell: str) -> str:
    text = " ".join(cell.split())
    return "" if text in NOTHING else text


def _tidy_lines(cell: str) -> str:
    return ";".join(filter(None, map(_tidy, cell.splitlines())))


def _first_filled(columns: Sequence[Cells]) -> Cells:
    if len(columns) == 1:
        return columns[0]
    return [next(filter(None, cells), "") for cells in zip(*columns, strict=True)]


def _together(each: Sequence[Sequence[tuple[T, ...]]], rows: int) -> Sequence[tuple[T, ...]]:
    """Join what several columns hold for each row, without what comes twice."""
    if len(each) == 1:
        return each[0]
    if not each:
        return [()] * rows
    return [tuple(dict.fromkeys(chain(*parts))) for parts in zip(*each, strict=True)]


def _hold_several(cells: Cells) -> bool:
    whole = "|".join(cells)
    return ";" in whole or ":::" in whole


def _values(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, _BETWEEN_VALUES.split(cell)))


def _labelled(label: str, cell: str) -> Labelled:
    if _NO_VOICE.search(label):
        return ()
    return tuple((label, number) for number in _values(cell))


def _is_true(cell: str) -> bool:
    """Say whether they refused: whatever is not plainly a no counts, be it a date or a reason."""
    return cell.casefold() not in FALSE
