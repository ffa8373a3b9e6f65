"""The first sheet of the workbook: what it is, the figures, and the charts beside them."""

from collections.abc import Sequence

from dailycontact.report.formats.xlsx_charts import chart_of, drawings
from dailycontact.report.formats.xlsx_styles import Styles, Untyped
from dailycontact.report.rule.page import Page
from dailycontact.report.rule.table import Cell, Table
from dailycontact.terminal.door import safe

NAME = "Summary"
FIRST_ROW_OF_CHARTS = 3
"""Beside the figures, below the title."""
CHARTS_FROM = 4
"""The column in which the charts begin."""
ROWS_OF_A_CHART = 16


def write(
    workbook: Untyped, sheet: Untyped, page: Page, tables: Sequence[Table], style: Styles
) -> None:
    """Write the sheet: the head of the page, the figures, the charts, and the page's footer."""
    by_name = {table.name: table for table in tables}
    _arrange(sheet)
    row = _head(sheet, page, style)
    if "figures" in by_name:
        row = _figures(sheet, by_name["figures"], row, style)
    for line in page.footer:
        row += 1
        sheet.write_string(row, 0, safe(line), style.quiet)
    for place, drawing in enumerate(drawings(by_name)):
        chart = chart_of(workbook, drawing)
        sheet.insert_chart(
            FIRST_ROW_OF_CHARTS + (place // 2) * ROWS_OF_A_CHART,
            CHARTS_FROM + (place % 2) * 9,
            chart,
            {"description": drawing.seen, "object_position": 2},
        )


def _arrange(sheet: Untyped) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 3, 20)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)


def _head(sheet: Untyped, page: Page, style: Styles) -> int:
    """Write what the page begins with; return the row below."""
    lines = [(page.banner, style.banner)] if page.banner else []
    lines.append((page.title, style.title))
    rest = (page.subtitle, *(paragraph.text for paragraph in page.lead), page.headline)
    lines += [(text, style.quiet) for text in rest if text]
    for row, (text, look) in enumerate(lines):
        sheet.write_string(row, 0, safe(text), look)
    return len(lines) + 1


def _figures(sheet: Untyped, table: Table, row: int, style: Styles) -> int:
    """Write what is counted, beside what it is compared with; return the row below."""
    shown = [
        at
        for at, column in enumerate(table.columns)
        if column.name in ("title", "value")
        or (column.name != "figure" and any(cells[at] is not None for cells in table.rows))
    ]
    for place, at in enumerate(shown):
        sheet.write_string(
            row, place, table.columns[at].title, style.header if place == 0 else style.number_header
        )
    for cells in table.rows:
        row += 1
        for place, at in enumerate(shown):
            _figure(sheet, row, place, cells[at], style)
    return row + 1


def _figure(sheet: Untyped, row: int, column: int, cell: Cell, style: Styles) -> None:
    if isinstance(cell, int | float):
        sheet.write_number(row, column, cell, style.number)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, style.plain)
