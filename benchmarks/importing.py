"""What it costs to bring in 100,000 and 1,000,000 customers, beside the sqlite3 shell.

The shell reads the same file into the project's own tables, with their indexes and checks, in one
transaction with the same settings; it judges no phone, matches nobody and keeps no journal. Both
are measured whole, from their start to their exit code, into a copy of the same empty book.
sqlite-utils is measured beside the 100,000, on the wall; it is taken from the PATH, or from
DAILYCONTACT_BENCH_SQLITE_UTILS. Numbers of rows after the module's name choose among the crowds.
"""

import csv
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks.customer_files import generated
from benchmarks.goals import Goal
from benchmarks.measuring import environment

OURS = {"DAILYCONTACT_NOW": "2026-11-23T09:12:00+00:00", "DAILYCONTACT_NO_INPUT": "1"}
LIMITS = {"no phones": 4, "E.164 phones": 5, "local phones": 8}
"""How many times the shell's seconds of the processor each kind of file may take."""
SQLITE_UTILS = "DAILYCONTACT_BENCH_SQLITE_UTILS"


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """How many rows a file has, how often it is brought in, and in how much memory at the most."""

    rows: int
    rounds: int
    most_megabytes: int
    others: bool = False


CROWDS = (
    Crowd(rows=100_000, rounds=3, most_megabytes=200, others=True),
    Crowd(rows=1_000_000, rounds=1, most_megabytes=500),
)

SETTINGS = """
PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;
PRAGMA foreign_keys=ON; PRAGMA cache_size=-32768;
"""
INTO_OUR_TABLES = """
BEGIN IMMEDIATE;
INSERT INTO customer (id, name, company, folded, country, joined_on, beat, open, clock,
    eligible_from, head_start)
    SELECT rowid, name, company, lower(name || ' ' || company), country, '2026-11-23', 252, 1,
    rowid % 252, 0, 0.0 FROM staging;
INSERT INTO email (customer_id, position, address) SELECT rowid, 1, email FROM staging;
INSERT INTO external_id (customer_id, source, value) SELECT rowid, 'file', id FROM staging;
"""
PHONES_TOO = """
INSERT INTO phone (customer_id, position, label, raw, e164, shown)
    SELECT rowid, 1, '', phone, phone, phone FROM staging;
"""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What each way to read one kind of file takes: medians, in seconds; megabytes at the most.

    `shell` and `ours` are seconds of the processor, user and system, and `times` is the median of
    their ratios round by round. `wall` and `sqlite_utils` are seconds on the wall, as waited for.
    `phones` is the share of our seconds that it takes to read the phones, and do nothing else.
    """

    kind: str
    crowd: Crowd
    shell: float
    ours: float
    times: float
    phones: float
    wall: float
    sqlite_utils: float | None
    megabytes: int


def run() -> list[Goal]:
    """Return the goals of the import, each with what was reached."""
    return [goal for one in measure() for goal in _goals(one)]


def measure(crowds: Sequence[Crowd] = CROWDS) -> Iterator[Measured]:
    """Yield what each file takes, in the shell, in the program, and in sqlite-utils."""
    with tempfile.TemporaryDirectory(prefix="dailycontact-import-") as folder:
        place = Path(folder)
        book = _empty_book(place)
        for crowd in crowds:
            for kind in LIMITS:
                yield _measured(place, book, crowd, kind)


def _goals(one: Measured) -> Iterator[Goal]:
    what = f"import of {one.crowd.rows:,}, {one.kind}"
    yield Goal(text=f"{what} / sqlite3 shell", limit=LIMITS[one.kind], reached=one.times)
    if one.crowd.others:
        other = None if one.sqlite_utils is None else one.wall / one.sqlite_utils
        yield Goal(text=f"{what} / sqlite-utils", limit=1, reached=other)
    yield Goal(
        text=f"{what}, peak memory",
        limit=one.crowd.most_megabytes,
        reached=one.megabytes,
        unit="MB",
    )


def _measured(place: Path, book: Path, crowd: Crowd, kind: str) -> Measured:
    file = generated(place / "customers.csv", kind, rows=crowd.rows)
    shell, ours, others = [], [], []
    for _ in range(crowd.rounds):
        shell.append(_taken(_shell(place, book, file)))
        ours.append(_taken(_ours(place, book, file)))
        if crowd.others and (tool := _sqlite_utils()):
            others.append(_taken(_other(place, tool, file)))
    median = statistics.median
    seconds = median(one.processor for one in ours)
    return Measured(
        kind=kind,
        crowd=crowd,
        shell=median(one.processor for one in shell),
        ours=seconds,
        times=median(a.processor / b.processor for a, b in zip(ours, shell, strict=True)),
        phones=_seconds_for_phones(file) / seconds,
        wall=median(one.wall for one in ours),
        sqlite_utils=median(one.wall for one in others) if others else None,
        megabytes=max(one.megabytes for one in ours),
    )


def _seconds_for_phones(file: Path) -> float:
    """Return what it takes to read the phones of a file, without anything else."""
    from dailycontact.core.countries import country_code
    from dailycontact.core.phone import read_phone

    with file.open(newline="", encoding="utf-8") as lines:
        rows = csv.DictReader(lines)
        phones = [(row["Phone"], country_code(row["Country"])) for row in rows if "Phone" in row]
    before = time.process_time()
    for phone, country in phones:
        read_phone(phone, country=country)
    return time.process_time() - before


class Taken(NamedTuple):
    """What a process took: seconds of the processor, seconds on the wall, megabytes at the most."""

    processor: float
    wall: float
    megabytes: int


def _taken(command: tuple[Sequence[str], str]) -> Taken:
    """Run a command to its end; return what it took."""
    words, typed = command
    before = time.perf_counter()
    process = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment(OURS)
    )
    if process.stdin:
        process.stdin.write(typed)
        process.stdin.close()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - before
    if status:
        raise RuntimeError(f"{words[0]} ended with {status}")
    kilobytes = used.ru_maxrss // (1 if sys.platform != "darwin" else 1024)
    return Taken(used.ru_utime + used.ru_stime, wall, kilobytes // 1024)


def _ours(place: Path, book: Path, file: Path) -> tuple[Sequence[str], str]:
    copy = Path(shutil.copyfile(book, place / "ours.db"))
    copy.chmod(0o600)
    program = (sys.executable, "-m", "dailycontact", "--book", str(copy))
    return (*program, "import", str(file), "--yes", "--large"), ""


def _shell(place: Path, book: Path, file: Path) -> tuple[Sequence[str], str]:
    copy = shutil.copyfile(book, place / "shell.db")
    with file.open(encoding="utf-8") as lines:
        phones = "Phone" in lines.readline()
    columns = "id, name, company, email, country" + (", phone" if phones else ", city")
    load = (
        f"{SETTINGS}CREATE TEMP TABLE staging ({columns});\n.mode csv\n"
        f".import --skip 1 --schema temp {file} staging\n{INTO_OUR_TABLES}"
    )
    return ("sqlite3", str(copy)), f"{load}{PHONES_TOO if phones else ''}COMMIT;\n"


def _other(place: Path, tool: str, file: Path) -> tuple[Sequence[str], str]:
    target = place / "other.db"
    target.unlink(missing_ok=True)
    return (tool, "insert", str(target), "customers", str(file), "--csv", "--silent"), ""


def _sqlite_utils() -> str | None:
    return os.environ.get(SQLITE_UTILS) or shutil.which("sqlite-utils")


def _empty_book(place: Path) -> Path:
    from dailycontact.store.book import Book
    from dailycontact.store.founding import found

    now = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
    book = Book(str(place / "empty.db"))
    found(
        book,
        leader="Marta Silva",
        company="Brightside",
        country="GB",
        zone="Europe/London",
        at=now,
        today=now.date(),
    )
    book.rest()
    return Path(book.address)


def _line(one: Measured) -> str:
    other = f"{one.sqlite_utils:5.2f} s" if one.sqlite_utils else "absent"
    return (
        f"{one.crowd.rows:9,} {one.kind:13} shell {one.shell:5.2f} s   ours {one.ours:5.2f} s"
        f" = {one.times:4.2f} x (at most {LIMITS[one.kind]})   phones {one.phones:4.0%} of it"
        f"   {one.megabytes} MB (at most {one.crowd.most_megabytes})"
        f"   on the wall {one.wall:5.2f} s   sqlite-utils {other}"
    )


if __name__ == "__main__":
    chosen = set(map(int, sys.argv[1:]))
    for measured in measure([one for one in CROWDS if not chosen or one.rows in chosen]):
        print(_line(measured), flush=True)
