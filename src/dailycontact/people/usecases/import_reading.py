"""Opens a file of customers and says what was recognised in it, before anything is brought in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dailycontact.core.contact import Problem
from dailycontact.people.sources import source_of
from dailycontact.people.sources.contacts import batches
from dailycontact.people.sources.mapping import Column, recognise
from dailycontact.people.sources.mapping import Mapping as Columns
from dailycontact.people.sources.mended import as_it_was
from dailycontact.people.sources.parcels import Parcel
from dailycontact.people.sources.sheet import Sheet

PLAIN = "CSV"
SAMPLES = 3
LOOKED_AT = 50
"""Rows that are looked at to tell what a column without a name of ours holds."""

_NO_VOICE = re.compile(r"fax|pager|telex", re.IGNORECASE)
_NAMING = re.compile(r"name|nom\b|nombre|kontakt|contact\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\+|00|0|\()[\d\s().,/-]{6,}(?:\s?(?:x|ext\.?)\s?\d+)?")
_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*")
_FEWEST_DIGITS = 7


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """A file as it was understood.

    `source` is what its customers are told apart by: the program that wrote it, or its own name.
    `doubts` are sentences about what may be wrong. `samples` are the first rows, cell by cell.
    """

    parcel: Parcel
    sheet: Sheet
    mapping: Columns
    source: str
    doubts: tuple[str, ...]
    samples: tuple[Sequence[str], ...]

    @property
    def name(self) -> str:
        """The file's name."""
        return self.parcel.name

    @property
    def program(self) -> str | None:
        """The program that wrote the file, where its headers give it away."""
        return None if self.mapping.source == PLAIN else self.mapping.source

    @property
    def most_rows(self) -> int:
        """How many rows it has at the most, without reading them."""
        return self.sheet.most_rows

    def with_cells(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return the problems in the order of the file, each with the cells of its row."""
        every = sorted(problems, key=lambda problem: problem.line)
        wanted = {problem.line for problem in every if not problem.row}
        if not wanted:
            return tuple(every)
        cells = {
            line: tuple(row)
            for block in self.sheet.blocks()
            for line, row in zip(block.lines, block.rows, strict=True)
            if line in wanted
        }
        return tuple(replace(one, row=one.row or cells.get(one.line, ())) for one in every)

    def count_rows(self) -> int:
        """Return how many rows it has; raises UnclosedQuote."""
        return sum(
            len(block.lines) + len(block.problems) + sum(block.skipped.values())
            for block in self.sheet.blocks()
        )


def recognise_parcel(
    parcel: Parcel,
    *,
    overrides: Mapping[str, str],
    encoding: str | None = None,
    source: str | None = None,
    sheet: str | None = None,
    large: bool = False,
) -> Recognised:
    """Read a parcel and say what its columns mean; nothing is brought in.

    `overrides` are the leader's own words on columns (header or number to field), `source` the
    leader's name for where the file comes from, `sheet` the one of a workbook that is meant;
    `large` allows more than 200,000 rows.

    Raises:
        BadInput: the file cannot be read, or no column holds a name or a company.
        MapProblem: an override names a column or a field that there is not.

    """
    found: Sheet = source_of(parcel.kind).read(
        parcel.data,
        file=parcel.name,
        encoding=encoding,
        expected=tuple(overrides),
        sheet=sheet,
        large=large,
    )
    found = as_it_was(found)
    mapping = recognise(found.headers, overrides=overrides)
    batches(found, mapping)  # refuses at once a file that names nobody
    some = list(islice(_rows(found), LOOKED_AT))
    known = mapping.source != PLAIN
    return Recognised(
        parcel=parcel,
        sheet=found,
        mapping=mapping,
        source=source or (mapping.source if known else parcel.first_name),
        doubts=tuple(_doubts(found, mapping, some)),
        samples=tuple(some[:SAMPLES]),
    )


def _rows(sheet: Sheet) -> Iterator[Sequence[str]]:
    for block in sheet.blocks():
        yield from block.rows


def _doubts(sheet: Sheet, mapping: Columns, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if sheet.guessed:
        yield (
            f"The letters were read as {sheet.encoding}, which is a guess; "
            "if names look wrong, name it with --encoding."
        )
    of_its_kind = getattr(sheet, "doubts_about", None)
    yield from of_its_kind(mapping) if of_its_kind else ()
    for column in mapping.left_out:
        cells = [row[column.number - 1].strip() for row in rows]
        looks = _looks_like(column, [cell for cell in cells if cell])
        if looks:
            yield (
                f"{column.header} looks like {looks}, and is left out; "
                f'bring it in with --map "{column.header}={looks.split()[-1]}".'
            )


def _looks_like(column: Column, cells: Sequence[str]) -> str:
    if not cells or _NO_VOICE.search(column.header):
        return ""
    if sum(map(_is_number, cells)) * 2 > len(cells):
        return "a phone"
    named = _NAMING.search(column.header) and column.header.casefold().strip().endswith("name")
    return "a name" if named and all(map(_is_words, cells)) else ""


def _is_number(cell: str) -> bool:
    digits = sum(map(str.isdigit, cell))
    return digits >= _FEWEST_DIGITS and bool(_NUMBER.fullmatch(cell)) and not _DATE.fullmatch(cell)


def _is_words(cell: str) -> bool:
    return not any(map(str.isdigit, cell)) and "@" not in cell
