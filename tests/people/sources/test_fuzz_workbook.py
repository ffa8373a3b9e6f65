"""Damaged workbooks and archives give rows, or one sentence of ours: never anything else."""

import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from dailycontact.errors import BadInput, UsageProblem
from dailycontact.people.sources import source_of, workbook
from dailycontact.people.sources.parcels import parcels_of
from support.mutating import mutations
from support.workbooks import Rows, ods, rezipped, xlsx, zipped

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

LARGE = os.environ.get("DAILYCONTACT_FUZZ") == "large"
OF_OTHERS = ("any_sheets.xls", "any_sheets.xlsx", "date_iso.xlsx", "merge_cells.xlsx")
SEEDS = 25 if LARGE else 1
WHOLE = 200_000
"""Bytes of an original that are damaged: all of it."""
ANYWHERE = 0.4

PEOPLE: Rows = [("Name", "Phone"), ("Ada", 447700900123), ("Bob", "+44 2"), (None, 1.5)]
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
TABLE = "<table:table-row>" + CELL.format("Name") + "</table:table-row>"
OURS = (
    xlsx({"Notes": [("x",)], "People": PEOPLE}, merged=["A1:B1"]),
    xlsx({"A": PEOPLE}, date_1904=True),
    ods(f'<table:table table:name="A">{TABLE * 3}</table:table>'),
)
ARCHIVES = (zipped({"a.csv": "Name,Phone\nAda,1\n", "in/b.xlsx": OURS[0], "c.vcf": "x"}),)


def outcomes(read: Callable[[bytes], object], inputs: Iterable[bytes]) -> set[bool]:
    """Return whether some could be read, and some not; what is raised and not ours goes on."""
    found = set()
    for data in inputs:
        try:
            read(data)
        except (BadInput, UsageProblem):
            found.add(False)
        else:
            found.add(True)
    return found


def rows_of(data: bytes) -> int:
    found = workbook.read(data, file="a.xlsx")
    return sum(len(block.lines) for block in found.blocks())


def damaged_inside(seed: int, originals: Sequence[bytes], count: int) -> Iterator[bytes]:
    """Yield archives that are whole, but for one of the files in them: mostly one with cells."""
    luck = Random(seed)  # noqa: S311 - damage, not secrets
    for number in range(count):
        original = luck.choice(originals)
        with ZipFile(io.BytesIO(original)) as archive:
            names = archive.namelist()
        with_cells = [name for name in names if "sheet" in name or "content" in name]
        hit = luck.choice(names if luck.random() < ANYWHERE else with_cells)
        yield rezipped(original, partial(_damaged, hit, number))


def _damaged(hit: str, seed: int, name: str, content: bytes) -> bytes:
    return next(mutations(seed, [content], 1, most=WHOLE)) if name == hit else content


def members_of(data: bytes) -> int:
    rows = 0
    for parcel in parcels_of([Path("-")], stdin=lambda: data):
        sheet = source_of(parcel.kind).read(parcel.data, file=parcel.name)
        rows += sum(len(block.lines) for block in sheet.blocks())
    return rows


@pytest.mark.parametrize("seed", range(SEEDS))
def test_bytes_of_a_workbook_may_be_damaged_anyhow(seed: int, shared_data: Path) -> None:
    folder = shared_data / "xlsx" / "calamine"
    originals = (*OURS, *((folder / name).read_bytes() for name in OF_OTHERS))

    found = outcomes(rows_of, mutations(seed, originals, 200, most=WHOLE))

    assert found == {True, False}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_is_in_a_workbook_may_be_damaged_anyhow(seed: int, shared_data: Path) -> None:
    folder = shared_data / "xlsx" / "calamine"
    zipped_ones = tuple((folder / name).read_bytes() for name in OF_OTHERS if "xlsx" in name)

    found = outcomes(rows_of, damaged_inside(seed, (*OURS, *zipped_ones), 200))

    assert found == {True, False}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_archives_may_be_damaged_anyhow(seed: int) -> None:
    found = outcomes(members_of, mutations(seed, (*ARCHIVES, OURS[0]), 100, most=WHOLE))

    assert found == {True, False}
