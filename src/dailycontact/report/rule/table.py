"""What a table for a spreadsheet is made of, before any form of file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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

    def without(self, *names: str) -> "Table":
        """Return the table without these columns."""
        kept = [at for at, column in enumerate(self.columns) if column.name not in names]
        return Table(
            name=self.name,
            title=self.title,
            columns=tuple(self.columns[at] for at in kept),
            rows=tuple(tuple(row[at] for at in kept) for row in self.rows),
        )


def table(
    name: str, title: str, columns: Mapping[str, str], rows: Iterable[Sequence[Cell]]
) -> Table:
    """Return a table of these rows; `columns` are titles by names, in their order."""
    return Table(
        name=name,
        title=title,
        columns=tuple(Column(name=each, title=said) for each, said in columns.items()),
        rows=tuple(tuple(row) for row in rows),
    )


def yes(is_so: bool) -> str:
    """Return what stands in a cell where something is so or not."""
    return "yes" if is_so else "no"
