"""The report as delimited text: a ZIP with a file a table, or one table alone.

UTF-8 with its mark, which Excel needs to read an accent; cells that would compute are guarded.
"""

import csv
import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dailycontact.core.guarding import guarded
from dailycontact.report.rule.report import Report
from dailycontact.report.rule.table import Cell, Table
from dailycontact.report.rule.tables import table_named, tables_of
from dailycontact.terminal.door import safe

_UNIX = 3
_MODE = 0o644 << 16
"""How a ZIP says who may read a file; the same on every machine, so that the bytes are, too."""


def render(report: Report) -> bytes:
    """Return a ZIP with all tables of the report; its bytes hang on nothing but the report."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for table in tables_of(report):
            entry = ZipInfo(f"{table.name}.csv")
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            archive.writestr(entry, _file(table))
    return out.getvalue()


def render_table(report: Report, name: str) -> bytes:
    """Return one table as a file of its own.

    Raises:
        NoSuchTable: the edition has none of that name.

    """
    return _file(table_named(report, name))


def _file(table: Table) -> bytes:
    text = io.StringIO(newline="")
    # All cells are quoted, because a reader may drop blanks before a cell that is not.
    rows = csv.writer(text, quoting=csv.QUOTE_ALL)
    rows.writerow([column.name for column in table.columns])
    rows.writerows([_said(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _said(cell: Cell) -> str:
    """Return a cell as text: days as ISO 8601, nothing where there is nothing."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:g}"
    return guarded(safe(cell, lines=True)) if isinstance(cell, str) else str(cell)
