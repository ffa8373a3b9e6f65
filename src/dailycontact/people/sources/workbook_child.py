"""Reads a workbook in a process of its own, started by its path, and writes what is in it as JSON.

The library that knows the formats is compiled, and a damaged workbook may make it ask for more
memory than there is, which ends its process at once, or never end. Then only this one is lost.
"""

import datetime as dt
import io
import json
import math
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ROWS_AT_ONCE = 2_000
TOP = 25
"""Rows of each sheet that are looked at to tell what the sheet holds."""
LONGEST = 10_001
"""Letters of a cell that are handed on: one more than a cell may have."""
MOST_TEXT = 400_000_000
"""Letters of a sheet that are handed on: one text may stand in a million cells."""
PHONE_DIGITS = 7
MIDNIGHT = dt.time()

Value: TypeAlias = "int | float | str | bool | dt.date | dt.datetime | dt.time | dt.timedelta"
Row: TypeAlias = "tuple[int, list[Value]]"
Message: TypeAlias = "dict[str, object]"


def messages(data: bytes, *, sheet: int | None, most_rows: int) -> Iterator[Message]:
    """Yield what is in a workbook: its sheets, and then rows of the one asked for.

    Where none is asked for, the top of each sheet is told, and all rows where only one has any.
    """
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        workbook = load_workbook(io.BytesIO(data))
    except PasswordError:
        yield {"problem": "locked"}
        return
    except CalamineError:
        yield {"problem": "damaged"}
        return
    found = [_opened(workbook, number) for number in _numbers(workbook, sheet)]
    yield {"sheets": [_described(workbook, number, one) for number, one in found]}
    filled = [(number, one) for number, one in found if one is not None and one.height]
    if len(filled) == 1:
        yield from _all_rows(*filled[0], most_rows)


def text_of(value: Value) -> str:
    """Return a cell as whoever typed it sees it: dates as ISO, yes and no, whole numbers whole."""
    if isinstance(value, str):
        return value[:LONGEST]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, dt.timedelta):
        return _duration(value)
    return _time(value) if isinstance(value, dt.time) else _day(value)


def _day(value: dt.date) -> str:
    """Return a day; a time of it only where the workbook has one."""
    if not isinstance(value, dt.datetime):
        return value.isoformat()
    day = value.date().isoformat()
    return day if value.time() == MIDNIGHT else f"{day} {_time(value.time())}"


def _duration(value: dt.timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _number(value: float) -> str:
    """Return fifteen digits, which is what a workbook keeps."""
    if not math.isfinite(value):
        return ""
    if value == int(value) and abs(value) < 10**21:
        return str(int(value))
    return f"{value:.15g}"


def _time(value: dt.time) -> str:
    return value.isoformat("seconds" if value.second else "minutes")


def _numbers(workbook: "CalamineWorkbook", sheet: int | None) -> Iterable[int]:
    return range(len(workbook.sheets_metadata)) if sheet is None else (sheet,)


def _opened(workbook: "CalamineWorkbook", number: int) -> "tuple[int, CalamineSheet | None]":
    """Return a sheet; None for one that cannot be read, so that the others still can."""
    with suppress(Exception):
        return number, workbook.get_sheet_by_index(number)
    return number, None


def _described(workbook: "CalamineWorkbook", number: int, sheet: "CalamineSheet | None") -> Message:
    about = workbook.sheets_metadata[number]
    told: Message = {
        "number": number,
        "name": about.name,
        "is_table": str(about.typ).endswith(("WorkSheet", "MacroSheet")),
        "is_hidden": not str(about.visible).endswith(".Visible"),
        "damaged": sheet is None,
        "width": sheet.width if sheet else 0,
        "height": sheet.height if sheet else 0,
        "top": [],
        "merged": [],
    }
    if sheet is not None and sheet.height:
        rows = (_texts(row) for row in _filled(sheet))
        told["top"] = [row for row, _ in zip(rows, range(TOP), strict=False)]
        told["merged"] = _merged_across(sheet)
    return told


def _merged_across(sheet: "CalamineSheet") -> list[tuple[int, int, int]]:
    """Return the cells that go over several columns of one row: line, first and last column."""
    left = sheet.start[1] if sheet.start else 0
    return [
        (first[0] + 1, first[1] - left, last[1] - left)
        for first, last in (sheet.merged_cell_ranges or ())[: TOP * TOP]
        if first[0] == last[0] and first[1] >= left
    ]


def _filled(sheet: "CalamineSheet") -> Iterator[Row]:
    """Yield the rows that hold anything but blanks, with their numbers in the workbook."""
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        if any(not isinstance(cell, str) or cell.strip() for cell in cells):
            yield line, cells


def _texts(row: Row) -> tuple[int, list[str]]:
    line, cells = row
    return line, [text_of(cell) for cell in cells]


def _all_rows(number: int, sheet: "CalamineSheet", most_rows: int) -> Iterator[Message]:
    lines: list[int] = []
    rows: list[list[str]] = []
    phones: set[int] = set()
    letters = 0
    for count, (line, cells) in enumerate(_filled(sheet), start=1):
        texts = [text_of(cell) for cell in cells]
        phones.update(_long_numbers(cells, texts))
        lines.append(line)
        rows.append(texts)
        letters += sum(map(len, texts))
        if count > most_rows or letters > MOST_TEXT:
            yield {"problem": "rows" if count > most_rows else "letters"}
            return
        if len(rows) == ROWS_AT_ONCE:
            yield {"lines": lines, "rows": rows}
            lines, rows = [], []
    yield {"lines": lines, "rows": rows}
    yield {"read": number, "numbers": sorted(phones)}


def _long_numbers(cells: list[Value], texts: list[str]) -> Iterator[int]:
    """Yield the columns in which a number stands that may be a phone."""
    for place, cell in enumerate(cells):
        if cell.__class__ is float and len(texts[place]) >= PHONE_DIGITS and texts[place].isdigit():
            yield place


def _keep_within(memory: int, seconds: int) -> None:
    """Ask the system to end this process rather than the computer; Windows cannot."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def main(wanted: str) -> None:
    """Read a workbook from standard input; `wanted` says what of it, as JSON.

    The library is looked for where whoever asks would find it.
    """
    told = json.loads(wanted)
    sys.path[:] = told["path"]
    _keep_within(told["memory"], told["seconds"])
    data = sys.stdin.buffer.read()
    with os.fdopen(1, "wb", closefd=False) as out:
        for message in messages(data, sheet=told["sheet"], most_rows=told["most_rows"]):
            out.write(json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    main(sys.argv[1])
