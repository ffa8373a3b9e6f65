"""Whatever bytes a text has, nobody is lost: a line is a row, or refused, or it is blank.

DAILYCONTACT_FUZZ=large tries fifty times as many, other ones each time.
"""

import csv as standard
import os
import time
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dailycontact.core.contact import Problem
from dailycontact.errors import BadInput, UsageProblem
from dailycontact.people.sources.contacts import batches
from dailycontact.people.sources.delimited import TextSheet, lines_of
from dailycontact.people.sources.parcels import Parcel
from dailycontact.people.sources.sheet import Row, rows_of
from dailycontact.people.sources.text import line_breaks
from dailycontact.people.usecases.import_reading import recognise_parcel
from support.mutating import mutations

pytestmark = pytest.mark.no_cover  # what it reaches others reach, in a third of the time

LARGE = os.environ.get("DAILYCONTACT_FUZZ") == "large"
SEEDS = 8
OF_EACH_SEED = 500 * (50 if LARGE else 1)
FIRST_SEED = time.time_ns() if LARGE else 1
MOST_BYTES = 4_000
READ = "read"
MADE = 1_000 * (50 if LARGE else 1)


def outcome_of(data: bytes) -> str:
    """Read bytes as an import does; return why not, or fail where somebody was lost."""
    try:
        parcel = Parcel(name="a.csv", kind=".csv", beside=None, data=data)
        recognised = recognise_parcel(parcel, overrides={"1": "name"})
        found = sum(batch.rows for batch in batches(recognised.sheet, recognised.mapping))
    except (BadInput, UsageProblem) as refusal:
        return str(refusal)
    sheet = recognised.sheet
    assert isinstance(sheet, TextSheet)
    rows = [*rows_of(sheet)]
    taken = [row for row in rows if not isinstance(row, Problem)]
    assert every_line_has_its_row(sheet, rows), data
    assert all(holds_no_other(sheet, row) for row in taken if breaks_in(row)), data
    assert not any("\0" in cell for row in taken for cell in row[1]), data
    assert found == len(rows), data
    return READ


def every_line_has_its_row(sheet: TextSheet, rows: list[Row | Problem]) -> bool:
    """Say whether each line below the headers is in one row, or is blank."""
    taken = Counter(
        at for row in rows for at in range(line_of(row), line_of(row) + 1 + breaks_in(row))
    )
    blank = {
        at
        for at, line in enumerate(lines_of(sheet.content, sheet.first_line), sheet.first_line)
        if not line.replace('"', "").replace(sheet.delimiter, "").strip()
    }
    every = set(range(sheet.first_line, sheet.lines + 1))
    return max(taken.values(), default=1) == 1 and set(taken) <= every <= {*taken, *blank}


def holds_no_other(sheet: TextSheet, row: Row) -> bool:
    """Say whether a row is quoted as one, and no row is in its lines."""
    lines = [*islice(lines_of(sheet.content, row[0]), 1 + breaks_in(row))]
    between = len(sheet.headers) - 1
    records = [
        *standard.reader(lines, delimiter=sheet.delimiter, strict=True, skipinitialspace=True)
    ]
    alike = all(line.count(sheet.delimiter) == between for line in lines)
    return len(records) == 1 and not (alike and len(lines) > 5)


def line_of(row: Row | Problem) -> int:
    return row.line if isinstance(row, Problem) else row[0]


def breaks_in(row: Row | Problem) -> int:
    cells = row.row if isinstance(row, Problem) else row[1]
    return sum(map(line_breaks, cells))


def is_one_sentence(text: str) -> bool:
    return text.endswith(".") and "\n" not in text and "\r" not in text


@pytest.fixture(scope="session")
def originals(shared_data: Path) -> list[bytes]:
    """Return texts that others made, good ones and bad ones."""
    every = (path for part in ("badcsv", "customers") for path in (shared_data / part).rglob("*"))
    return [
        path.read_bytes()
        for path in sorted(every)
        if path.suffix in {".csv", ".tsv", ""} and path.is_file()
    ]


@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + SEEDS))
def test_nobody_is_lost_in_a_damaged_file(seed: int, originals: list[bytes]) -> None:
    damaged = mutations(seed, originals, OF_EACH_SEED, most=MOST_BYTES)

    outcomes = Counter(map(outcome_of, damaged))

    assert outcomes[READ] > OF_EACH_SEED / 2
    assert all(is_one_sentence(refusal) for refusal in outcomes if refusal != READ)


pieces = st.sampled_from(
    [
        *('"', '""', '"', ",", ";", "\t", "|", "\n", "\n", "\r\n", "\r", "\\", "\0", " ", ":::"),
        *(
            "Name",
            "Phone",
            "Ada",
            "Zoë",
            "+44 20 7946 0000",
            "NULL",
            "\x1a",
            "\u2028",
            "\x85",
            "😀",
        ),
        "sep=;",
    ]
)
texts = st.builds(
    lambda start, rest: start + "".join(rest),
    st.sampled_from(["", "Name,Phone\n", "Name;Phone;Note\r\n", '"Name","Phone"\r']),
    st.lists(pieces, max_size=60),
)


@settings(
    max_examples=MADE,
    deadline=None,
    derandomize=not LARGE,
    database=None,
    phases=(Phase.generate, Phase.shrink) if LARGE else (Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(texts, st.sampled_from(["utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"]))
def test_nobody_is_lost_in_a_made_up_file(text: str, encoding: str) -> None:
    outcome = outcome_of(text.encode(encoding, "replace"))

    assert outcome == READ or is_one_sentence(outcome)
