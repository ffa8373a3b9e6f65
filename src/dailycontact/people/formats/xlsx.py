"""Customers as a workbook: everything is text, so that nothing in it computes or opens a page."""

import re
from typing import TYPE_CHECKING, BinaryIO

from dailycontact.core.exported_columns import ALWAYS, cells, headers
from dailycontact.core.guarding import guarded
from dailycontact.people.formats import People

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

NUMBERS = frozenset({"Customer ID", "Cadence"})
"""The columns that hold numbers, so that they are sorted as such."""

USUAL_WIDTH = 14
WIDTHS = {"Name": 26, "Company": 26, "Value": 24, "Refused because": 30, "Other ids": 30}
"""Columns as wide as what usually stands in them, in characters."""

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(out: BinaryIO, people: People, *, book: str) -> None:  # noqa: ARG001 - each row names it
    """Write a row for each customer below bold headers that stay in sight."""
    import xlsxwriter

    columns = headers(people())
    workbook = xlsxwriter.Workbook(out, _OPTIONS)
    sheet = workbook.add_worksheet("Customers")
    _write_headers(sheet, columns, workbook.add_format({"bold": True}))
    for place, one in enumerate(people(), start=1):
        said = cells(one)
        for at, header in enumerate(columns):
            if header in NUMBERS and header in said:
                sheet.write_number(place, at, int(said[header]))
            elif header in said:
                sheet.write_string(place, at, guarded(said[header]))
    workbook.close()


def _write_headers(sheet: "Any", columns: "Sequence[str]", bold: object) -> None:  # noqa: ANN401 - xlsxwriter has no types
    for at, header in enumerate(columns):
        wide = WIDTHS.get(header, WIDTHS.get(re.split(" - ", header)[-1], USUAL_WIDTH))
        sheet.set_column(at, at, wide)
        sheet.write_string(0, at, header, bold)
    sheet.freeze_panes(1, len(ALWAYS))
