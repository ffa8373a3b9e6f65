"""Workbooks and archives for tests, made in memory."""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell: TypeAlias = "str | float | bool | date | None"
Rows: TypeAlias = "Sequence[Sequence[Cell]]"

_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body>"
    "</office:document-content>"
)
_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)


def xlsx(
    sheets: "Mapping[str, Rows]",
    *,
    hidden: Iterable[str] = (),
    very_hidden: Iterable[str] = (),
    merged: Sequence[str] = (),
    date_1904: bool = False,
) -> bytes:
    """Return a workbook with these sheets; `merged` are ranges of each, which show their first."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "date_1904": date_1904})
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for where in merged:
            sheet.merge_range(where, "")
        _write(sheet, rows, days)
        if name in hidden:
            sheet.hide()
        if name in very_hidden:
            sheet.very_hidden()
    book.close()
    return out.getvalue()


def _write(sheet: "Worksheet", rows: "Rows", days: "Format") -> None:
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(at, place, cell, days)
            elif cell is not None:
                sheet.write(at, place, cell)


def ods(tables: str) -> bytes:
    """Return a workbook of LibreOffice with these tables, written as it writes them."""
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped(
        {"mimetype": mime, "content.xml": _ODS.format(tables), "META-INF/manifest.xml": _MANIFEST}
    )


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of these files."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def rezipped(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return an archive after each of its files was changed."""
    with ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: change(name, archive.read(name)) for name in archive.namelist()})
