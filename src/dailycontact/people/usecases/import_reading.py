"""Opens a file of customers and says what was recognised in it, before anything is brought in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol, runtime_checkable

from dailycontact.core.contact import Problem, shortened
from dailycontact.people.sources import own, source_of
from dailycontact.people.sources.contacts import NoNameColumn, no_name_column
from dailycontact.people.sources.mapping import NAMING, NO_HEADER, recognise
from dailycontact.people.sources.mapping import Mapping as Columns
from dailycontact.people.sources.mended import as_it_was, name_of_part
from dailycontact.people.sources.parcels import Parcel
from dailycontact.people.sources.sheet import Named, Sheet, layers
from dailycontact.people.usecases import import_guessing
from dailycontact.people.usecases.import_guessing import Proposal

PLAIN = "CSV"
SAMPLES = 3
NO_WAY = "No column holds a number or an e-mail address: are these people to phone?"
LOOKED_AT = 50
"""Rows that are looked at to tell what a column without a name of ours holds."""


@runtime_checkable
class Doubtful(Protocol):
    """A sheet of a kind of file in which more can be wrong than its texts say."""

    def doubts_about(self, columns: Columns) -> Iterator[str]:
        """Yield sentences on what may be wrong, given what the columns are taken for."""
        ...


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """A file as it was understood.

    `source` is what its customers are told apart by: the program that wrote it, or its own name.
    `doubts` are sentences about what may be wrong. `samples` are the first rows, cell by cell.
    `by_file_name`: the source is the file's own name, which another list may have as well.
    """

    parcel: Parcel
    sheet: Sheet
    mapping: Columns
    source: str
    doubts: tuple[str, ...]
    samples: tuple[Sequence[str], ...]
    by_file_name: bool = False

    @property
    def name(self) -> str:
        """The file's name."""
        return self.parcel.name

    @property
    def program(self) -> str | None:
        """The program that wrote the file, where its headers give it away."""
        return None if self.mapping.source == PLAIN else self.mapping.source

    @property
    def part(self) -> str:
        """The sheet of a workbook that was read; "" where a file is one table."""
        return next((each.sheet for each in layers(self.sheet) if isinstance(each, Named)), "")

    @property
    def most_rows(self) -> int:
        """How many rows it has at the most, without reading them."""
        return self.sheet.most_rows

    @property
    def names_somebody(self) -> bool:
        """Whether any column holds a name or a company."""
        return self.mapping.names_somebody

    def require_names(self) -> None:
        """Refuse a file that names nobody, with a proposal; raises NoNameColumn."""
        if not self.names_somebody:
            raise NoNameColumn(no_name_column(self.mapping, self.name) + _hint(proposals(self)))

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


def recognise_parcel(
    parcel: Parcel,
    *,
    overrides: Mapping[str, str],
    encoding: str | None = None,
    source: str | None = None,
    sheet: str | None = None,
    large: bool = False,
    nameless: bool = False,
) -> Recognised:
    """Read a parcel and say what its columns mean; nothing is brought in.

    `overrides` are the leader's own words on columns (header or number to field), `source` the
    leader's name for where the file comes from, `sheet` the one of a workbook that is meant;
    `large` allows more than 200,000 rows, and `nameless` a file that names nobody yet: then
    `proposals` are there to ask about, and `require_names` must be called before it comes in.

    Raises:
        BadInput: the file cannot be read.
        NoNameColumn: no column holds a name or a company.
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
    found = own.unguarded_if_ours(as_it_was(found), kind=parcel.kind)
    mapping = recognise(found.headers, overrides=overrides)
    some = _some_rows(found)
    known = mapping.source != PLAIN
    told = source or own.source_of(found) or (mapping.source if known else None)
    recognised = Recognised(
        parcel=parcel,
        sheet=found,
        mapping=mapping,
        source=told or name_of_part(parcel.first_name, found),
        by_file_name=told is None,
        doubts=tuple(_doubts(found, mapping, some)),
        samples=tuple(some[:SAMPLES]),
    )
    if not nameless:
        recognised.require_names()
    return recognised


def proposals(recognised: Recognised) -> tuple[Proposal, ...]:
    """Return the columns that are left out and hold anything, each with what it may be."""
    return import_guessing.proposals(recognised.mapping, _some_rows(recognised.sheet))


def _hint(offered: Sequence[Proposal]) -> str:
    """Return which column may name somebody, if any does."""
    for one in offered:
        if one.field in NAMING:
            where = one.number if NO_HEADER.fullmatch(one.header) else one.header
            return f' Perhaps --map "{where}={one.field}", like “{shortened(one.samples[0])}”.'
    return ""


def _some_rows(sheet: Sheet) -> list[Sequence[str]]:
    return list(islice(_rows(sheet), LOOKED_AT))


def _rows(sheet: Sheet) -> Iterator[Sequence[str]]:
    for block in sheet.blocks():
        yield from block.rows


def _doubts(sheet: Sheet, mapping: Columns, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from sheet.doubts_about(mapping) if isinstance(sheet, Doubtful) else ()
    found = list(import_guessing.doubts(mapping, rows))
    ways = mapping.columns_for("phone") or mapping.columns_for("email")
    yield from found or ([] if ways or not mapping.names_somebody else [NO_WAY])
