"""Our own exports, as they come back: known by their first columns, and taken as they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dailycontact.core.contact import Problem
from dailycontact.core.exported_columns import ALWAYS
from dailycontact.core.guarding import unguarded
from dailycontact.people.sources.mapping import OWN
from dailycontact.people.sources.sheet import Block, Sheet, Wrapped

ID, BOOK, NAME = ALWAYS
UNGUARDED = frozenset({".json", ".vcf", ".vcard"})
"""Kinds of files that no spreadsheet opens."""

OTHER_BOOK = (
    "from another book than the rows above; bring each book's rows in as a file of their own"
)


@dataclass(frozen=True, kw_only=True)
class OwnSheet(Wrapped):
    """A table of an export of ours, whose cells are what the book said: their guards are off."""

    guarded: bool

    def blocks(self) -> Iterator[Block]:
        """Yield the rows of one book; those of another, whose ids mean others, are refused."""
        at_id, at_book = self.headers.index(ID), self.headers.index(BOOK)
        mark = ""
        for block in self.inner.blocks():
            rows = [list(map(unguarded, row) if self.guarded else row) for row in block.rows]
            mark = mark or next((row[at_book] for row in rows if row[at_book]), "")
            strange = {at for at, row in enumerate(rows) if row[at_book] not in ("", mark)}
            for row in rows:
                if not row[at_book]:
                    row[at_id] = ""  # somebody who was added by hand has no number of ours
            yield _without(block, rows, strange, self.file)


def unguarded_if_ours(sheet: Sheet, *, kind: str) -> Sheet:
    """Return the sheet; where it is an export of ours, with its cells as they were.

    `kind` is the ending of such files: cells are guarded where they stand in a table.
    """
    if not {ID, BOOK, NAME} <= set(sheet.headers):
        return sheet
    return OwnSheet(inner=sheet, guarded=kind not in UNGUARDED)


def source_of(sheet: Sheet) -> str | None:
    """Return what the book is called from which an export of ours came; None where it is none."""
    if not isinstance(sheet, OwnSheet):
        return None
    at = sheet.headers.index(BOOK)
    cells = (row[at] for block in sheet.blocks() for row in block.rows)
    mark = next(filter(None, cells), None)
    return None if mark is None else f"{OWN} {mark}"


def _without(block: Block, rows: list[list[str]], strange: set[int], file: str) -> Block:
    """Return the block with its rows, those at `strange` refused."""
    problems = tuple(
        Problem(
            file=file, line=block.lines[at], reason=OTHER_BOOK, column=BOOK, row=tuple(rows[at])
        )
        for at in sorted(strange)
    )
    kept = [at for at in range(len(rows)) if at not in strange]
    return replace(
        block,
        lines=[block.lines[at] for at in kept],
        rows=[rows[at] for at in kept],
        problems=(*block.problems, *problems),
    )
