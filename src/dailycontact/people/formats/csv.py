"""Customers as delimited text: UTF-8 with its mark, which Excel needs to read an accent."""

import csv
import io
from typing import BinaryIO

from dailycontact.core.exported_columns import cells, headers
from dailycontact.core.guarding import guarded
from dailycontact.people.formats import People


def write(out: BinaryIO, people: People, *, book: str) -> None:  # noqa: ARG001 - each row names it
    """Write a row for each customer; cells that would compute are guarded."""
    columns = headers(people())
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=False)
    try:
        # All cells are quoted, because a reader may drop blanks before a cell that is not.
        rows = csv.writer(text, quoting=csv.QUOTE_ALL)
        rows.writerow(columns)
        for one in people():
            said = cells(one)
            rows.writerow([guarded(said.get(header, "")) for header in columns])
        text.flush()
    finally:
        text.detach()
