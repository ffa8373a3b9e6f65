"""The report as tables for a spreadsheet: the same facts, each in a row, for whoever counts on."""

from dataclasses import dataclass
from datetime import date

from dailycontact.report.rule.report import Report

Cell = str | int | float | date | None
"""What stands in a cell."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its name in a file (snake_case), and its title for people."""

    name: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: its name in a file (snake_case), its title for people, its columns and rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables_of(report: Report) -> tuple[Table, ...]:
    """Return the tables of a report, those without a row too, so that a file has always the same.

    What an edition does not show is in none of its tables.
    """
    raise NotImplementedError(report.edition)
