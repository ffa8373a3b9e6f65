"""Files that are no text as text, so that they can be read and compared."""

import io
from datetime import date
from zipfile import ZipFile

from python_calamine import CalamineWorkbook


def readable(content: bytes, form: str) -> str:
    """Return a file as text: the files of a ZIP one after the other, a workbook cell by cell."""
    if form == "csv":
        return _archive(content)
    return _workbook(content) if form == "xlsx" else content.decode("utf-8")


def _archive(content: bytes) -> str:
    with ZipFile(io.BytesIO(content)) as archive:
        return "".join(
            f"== {name}\n{archive.read(name).decode('utf-8-sig').replace(chr(13), '')}\n"
            for name in archive.namelist()
        )


def _workbook(content: bytes) -> str:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    lines = []
    for name in book.sheet_names:
        lines.append(f"== {name}")
        rows = book.get_sheet_by_name(name).to_python()
        lines += [" | ".join(_cell(cell) for cell in row).rstrip(" |") for row in rows]
    with ZipFile(io.BytesIO(content)) as archive:
        lines.append(f"== {sum('charts/chart' in name for name in archive.namelist())} charts")
    return "\n".join(lines) + "\n"


def _cell(cell: object) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    text = f"{cell:g}" if isinstance(cell, float) else str(cell)
    return text.replace("\n", "⏎")
