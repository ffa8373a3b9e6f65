"""The report as a workbook: a summary with charts first, then a sheet for each table.

Text is written as text, so that nothing in it computes or opens a page; days are real days.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from math import ceil

from dailycontact.core.guarding import guarded
from dailycontact.report.formats import xlsx_summary
from dailycontact.report.formats.xlsx_styles import Styles, Untyped, styles_of
from dailycontact.report.rule.pages import page_of
from dailycontact.report.rule.report import Report
from dailycontact.report.rule.table import Cell, Table
from dailycontact.report.rule.tables import tables_of
from dailycontact.terminal.door import ELLIPSIS, cells, safe

MOST = 32_767
"""Characters that fit into a cell; of longer text Excel would take nothing."""
FIRST_DAY = date(1900, 3, 1)
"""Before it, spreadsheets count days differently; an earlier one is written as text."""
NARROWEST, WIDEST = 10, 60
"""Columns are as wide as what stands in them, within these bounds, in characters."""
LINE, HIGHEST = 15, 405
"""A line of a cell, and the highest row that there can be, in points."""
FOLDED = 1.1
"""How much longer a text gets because lines end at words."""
MEASURED = 200
"""Rows that are looked at for the width of a column."""

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render(report: Report) -> bytes:
    """Return the workbook; its bytes hang on nothing but the report."""
    import xlsxwriter

    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, _OPTIONS)
    page = page_of(report)
    workbook.set_properties({"title": safe(page.title), "created": _made(report)})
    styles = styles_of(workbook)
    summary = workbook.add_worksheet(xlsx_summary.NAME)
    tables = tables_of(report)
    xlsx_summary.write(workbook, summary, page, tables, styles)
    for table in tables:
        sheet = workbook.add_worksheet(table.title)
        _Sheet(sheet=sheet, styles=styles).write(table)
        if page.banner:
            sheet.set_header(f"&C{page.banner}")
    workbook.close()
    return out.getvalue()


def _made(report: Report) -> datetime:
    """Return the instant up to which the report was made; the clock would change the bytes."""
    cutoff = report.stamp.cutoff or report.period.until
    return cutoff.astimezone(UTC).replace(tzinfo=None, microsecond=0)


@dataclass(frozen=True, kw_only=True)
class _Sheet:
    """One sheet that is being written."""

    sheet: Untyped
    styles: Styles

    def write(self, table: Table) -> None:
        """Write a table below headers that stay in sight and can be filtered by."""
        self._arrange(len(table.rows), len(table.columns) - 1)
        widths = [_width(table, at) for at in range(len(table.columns))]
        for at, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
            self.sheet.set_column(at, at, width)
            self.sheet.write_string(0, at, column.title, self.styles.header)
        for place, row in enumerate(table.rows, start=1):
            lines = max(_lines(cell, width) for cell, width in zip(row, widths, strict=True))
            if lines > 1:
                self.sheet.set_row(place, min(lines * LINE, HIGHEST))
            for at, cell in enumerate(row):
                self._cell(place, at, cell)

    def _arrange(self, last_row: int, last_column: int) -> None:
        self.sheet.freeze_panes(1, 0)
        self.sheet.autofilter(0, 0, last_row, last_column)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        if last_row:
            letter = chr(ord("A") + last_column)
            self.sheet.ignore_errors({"number_stored_as_text": f"A2:{letter}{last_row + 1}"})

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        if cell is None:
            return
        if isinstance(cell, str):
            self._text(row, column, cell)
        elif isinstance(cell, int | float):
            self.sheet.write_number(row, column, cell, self.styles.plain)
        elif cell < FIRST_DAY:
            self._text(row, column, cell.isoformat())
        else:
            self.sheet.write_datetime(row, column, cell, self.styles.day)

    def _text(self, row: int, column: int, text: str) -> None:
        """Write text; what would compute once somebody edits its cell is marked as text there."""
        text = fitted(text)
        style = self.styles.plain if guarded(text) == text else self.styles.held
        self.sheet.write_string(row, column, text, style)


def fitted(text: str) -> str:
    """Return text as it fits into a cell."""
    text = safe(text, lines=True)
    # Excel counts in UTF-16, in which what lies beyond the first plane fills two places.
    if len(text.encode("utf-16-le")) // 2 <= MOST:
        return text
    cut = text.encode("utf-16-le")[: 2 * (MOST - 1)].decode("utf-16-le", errors="ignore")
    return f"{cut}{ELLIPSIS}"


def _width(table: Table, column: int) -> float:
    titles = [f"{table.columns[column].title}   "]  # the arrow of the filter needs room, too
    said: Sequence[str] = [
        line
        for row in table.rows[:MEASURED]
        for line in ("" if row[column] is None else safe(row[column], lines=True)).split("\n")
    ]
    return float(min(WIDEST, max(NARROWEST, *(cells(line) + 2 for line in (*titles, *said)))))


def _lines(cell: Cell, width: float) -> int:
    """Return how many lines the text of a cell fills; not every program looks for itself."""
    if not isinstance(cell, str):
        return 1
    return sum(
        max(1, ceil(cells(line) * 1.1 / width)) for line in safe(cell, lines=True).split("\n")
    )
