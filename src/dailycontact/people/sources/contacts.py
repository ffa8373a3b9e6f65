"""Turns the rows of a sheet into contacts, a block at a time and column by column.

Per row, the same would take three times as long as reading the file.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Mapping as Counts
from dataclasses import dataclass, field
from itertools import repeat

from dailycontact.core.contact import Contact, Problem, shortened
from dailycontact.errors import BadInput
from dailycontact.people.sources.footers import footers
from dailycontact.people.sources.mapping import (
    MORE,
    NO_HEADER,
    OWN_NUMBERED,
    REPORT,
    Column,
    Mapping,
    number_in,
)
from dailycontact.people.sources.sheet import Block, Sheet
from dailycontact.people.sources.tidying import Cells, first_filled, tidied, tidy, tidy_lines
from dailycontact.people.sources.values import (
    AS_IT_IS,
    EMAILS,
    PHONES,
    STAR,
    Kind,
    Labelled,
    of_column,
    together,
)

FALSE = frozenset(
    {
        *("", "false", "f", "no", "n", "off", "none", "never", "subscribed", "allow", "allowed"),
        *("falsch", "nein", "keine", "zulassen", "faux", "non", "falso", "nee", "n\u00e3o", "nej"),
        *("nie", "nei", "ei", "ne", "не", "нет", "ні", "否", "いいえ", "hay\u0131r", "hayir"),
        *("nil", "undefined", "not set", "unchecked", "☐", "opted in", "opted-in", "opt in"),
        *("opt-in", "ok to call", "may be called", "active"),
    }
)
"""What is plainly a no, where it is said who wants no calls."""

MOST_NAMED = 20
"""Columns that are named where none is a name."""

NOT_NAMED = "no name and no company"
DELETED = "marked as deleted"
FOOTER = "a footer"
SKIPPED = frozenset({DELETED, FOOTER})
"""Why a row is nobody's: such rows are counted, and not handed back as refused."""

# 0.0 and 0000-00-00 00:00:00 are no yes.
_ZERO = " 0:.-/T"
_OWNER_ID = re.compile(r"\d+|005\w{12}(?:\w{3})?|zcrm_\d+")


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
        raise NoNameColumn(no_name_column(mapping, sheet.file))
    return (_batch(block, mapping, sheet.file) for block in sheet.blocks())


def no_name_column(mapping: Mapping, file: str) -> str:
    """Return that a file names nobody, and how to say which column does."""
    if all(NO_HEADER.fullmatch(column.header) for column in mapping.columns):
        return (
            f"{file} has no headers, so it has no column for a name or a company: say by its "
            "number which is the name with --map 1=name."
        )
    headers = ", ".join(shortened(column.header) for column in mapping.columns[:MOST_NAMED])
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
    skipped.update(block.skipped)
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
    report = mapping.source == REPORT
    below = footers(block.rows, table.columns, block.lines, table.names, report=report)
    reasons = dict.fromkeys(below, FOOTER)
    deleted = table.field("deleted")
    if any(deleted):
        reasons |= {at: DELETED for at, cell in enumerate(deleted) if is_yes(cell)}
    if not all(table.names):
        nameless = {at: NOT_NAMED for at, name in enumerate(table.names) if not name}
        reasons = nameless | reasons
    return reasons


class _Table:
    """The columns of a block, tidied, by field."""

    def __init__(self, block: Block, mapping: Mapping) -> None:
        self._mapping = mapping
        self.columns = list(zip(*block.rows, strict=True))
        self._nothing = [""] * len(block.rows)
        self.companies = self.field("company")
        self.names = self._names()

    def contacts(self) -> Iterator[tuple[object, ...]]:
        """Yield the fields of each contact, in Contact's order."""
        return zip(
            self.names,
            self.companies,
            self._labelled("phone", PHONES),
            self._labelled("email", EMAILS),
            *map(self.field, ("country", "zone", "segment", "cadence")),
            self._leaders(),
            self.field("external_id"),
            self._refusals(),
            self._more(),
            strict=False,
        )

    def field(self, name: str) -> Cells:
        """Return the field of every row: the first filled of the columns that fill it."""
        columns = [self._tidied(column, tidy) for column in self._mapping.columns_for(name)]
        return first_filled(columns) if columns else self._nothing

    def _names(self) -> Cells:
        """Return the names on show, else first, middle and last joined, else the companies."""
        shown = self.field("name")
        turned = "," in "\n".join(shown)
        if all(shown) and not turned:
            return shown
        parts = map(self.field, ("first_name", "middle_name", "last_name"))
        joined = [" ".join(filter(None, each)) for each in zip(*parts, strict=True)]
        if turned:
            shown = list(map(_turned, shown, joined))
        return first_filled([shown, joined, self.companies])

    def _leaders(self) -> Cells:
        """Return whose customers they are; the id of an owner is nobody's name."""
        cells = self.field("leader")
        named = {cell: "" if _OWNER_ID.fullmatch(cell) else cell for cell in set(cells)}
        return [named[cell] for cell in cells] if any(named) else cells

    def _refusals(self) -> Iterable[bool]:
        """Return who refuses: whoever does so in any of the columns that ask."""
        asked = ("do_not_contact", "refused_on")
        columns = [column for name in asked for column in self._mapping.columns_for(name)]
        every = [self._tidied(column, tidy) for column in columns]
        said = [[answer[cell] for cell in cells] for cells in every if (answer := _answers(cells))]
        if not said:
            return repeat(False)
        return said[0] if len(said) == 1 else list(map(any, zip(*said, strict=True)))

    def _labelled(self, name: str, kind: Kind) -> Sequence[Labelled]:
        """Return the phones or the e-mails of every row."""
        own = self._mapping.is_own
        each = []
        starred = False
        for column in self._mapping.columns_for(name):
            beside = self._mapping.label_column_of(column)
            labels = self._tidied(beside, tidy) if beside else None
            cells = self._tidied(column, tidy_lines)
            each.append(
                of_column(cells, AS_IT_IS if own else kind, label=column.label, labels=labels)
            )
            starred |= any(STAR in label for label in set(labels or ()))
        return together(each, len(self._nothing), starred=starred, as_it_is=own)

    def _more(self) -> Iterable[Labelled]:
        """Return what few files say, for the fields that this one has columns for."""
        columns = [(name, self.field(name)) for name in MORE if self._mapping.columns_for(name)]
        if self._mapping.is_own:
            columns += [
                (f"{name} {number_in(column.header)}", self._tidied(column, tidy))
                for name in OWN_NUMBERED
                for column in self._mapping.columns_for(name)
            ]
        if not columns:
            return repeat(())
        names = [name for name, _ in columns]
        return [
            tuple(pair for pair in zip(names, cells, strict=True) if pair[1])
            for cells in zip(*(cells for _, cells in columns), strict=True)
        ]

    def _tidied(self, column: Column, how: Callable[[str], str]) -> Cells:
        """Return a column, tidy; what we wrote ourselves is as it should be."""
        if not self.columns:
            return ()
        cells = self.columns[column.number - 1]
        if self._mapping.is_own:
            return ["" if cell.isspace() else cell for cell in cells]
        return tidied(cells, how)


def _turned(shown: str, joined: str) -> str:
    """Return "Ana Duarte" for "Duarte, Ana" where the parts of the name prove it."""
    is_same = "," in shown and sorted(shown.replace(",", " ").split()) == sorted(joined.split())
    return joined if is_same else shown


def _answers(cells: Cells) -> dict[str, bool]:
    """Return what each answer means; nothing where nobody said anything."""
    answers = {cell: is_yes(cell) for cell in set(cells)}
    return answers if any(answers.values()) else {}


def is_yes(cell: str) -> bool:
    """Say whether they refused: whatever is not plainly a no counts, be it a date or a reason."""
    return cell.casefold().rstrip(".") not in FALSE and bool(cell.strip(_ZERO))
