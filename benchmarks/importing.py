"""What it costs to bring in 100,000 customers, beside the sqlite3 shell and sqlite-utils.

The shell reads the same file into the project's own tables, with their indexes and checks, in one
transaction with the same settings; it judges no phone, matches nobody and keeps no journal. Both
are measured whole, from their start to their exit code, into a copy of the same empty book.
sqlite-utils is taken from the PATH, or from DAILYCONTACT_BENCH_SQLITE_UTILS.
"""

import csv
import os
import random
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

from benchmarks.goals import Goal
from benchmarks.measuring import environment

ROWS = 100_000
ROUNDS = 3
MOST_MEGABYTES = 200
OURS = {"DAILYCONTACT_NOW": "2026-11-23T09:12:00+00:00", "DAILYCONTACT_NO_INPUT": "1"}
LIMITS = {"no phones": 4, "E.164 phones": 5, "local phones": 8}
"""How many times the shell's seconds of the processor each kind of file may take."""
SQLITE_UTILS = "DAILYCONTACT_BENCH_SQLITE_UTILS"

HEADERS = ("CustomerID", "Name", "Company", "Email", "Country")
FIRST = [
    "Anna",
    "Bela",
    "Carl",
    "Dora",
    "Emil",
    "Frida",
    "Günter",
    "Hanna",
    "Igor",
    "Jana",
    "Karl",
    "Lena",
]
LAST = ["Müller", "Schmidt", "Smith", "Jones", "Dvořák", "Rossi", "García", "Lee", "Wang", "Novak"]
PHONES = {
    "Germany": ("+4930{:08d}", "030 {:08d}", 10_000_000),
    "Italy": ("+3906{:08d}", "06 {:08d}", 10_000_000),
    "Spain": ("+3491{:07d}", "91 {:07d}", 1_000_000),
    "France": ("+331{:08d}", "01{:08d}", 40_000_000),
    "USA": ("+1212{:07d}", "(212) {:07d}", 2_000_000),
}

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
    """

    kind: str
    shell: float
    ours: float
    times: float
    wall: float
    sqlite_utils: float | None
    megabytes: int


def run() -> list[Goal]:
    """Return the goals of the import, each with what was reached."""
    return [goal for one in measure() for goal in _goals(one)]


def measure() -> Iterator[Measured]:
    """Yield what each kind of file takes, in the shell, in the program, and in sqlite-utils."""
    with tempfile.TemporaryDirectory(prefix="dailycontact-import-") as folder:
        place = Path(folder)
        book = _empty_book(place)
        for kind in LIMITS:
            yield _measured(place, book, kind)


def _goals(one: Measured) -> Iterator[Goal]:
    limit = LIMITS[one.kind]
    other = None if one.sqlite_utils is None else one.wall / one.sqlite_utils
    yield Goal(text=f"import, {one.kind} / sqlite3 shell", limit=limit, reached=one.times)
    yield Goal(text=f"import, {one.kind} / sqlite-utils", limit=1, reached=other)
    yield Goal(
        text=f"import, {one.kind}, peak memory",
        limit=MOST_MEGABYTES,
        reached=one.megabytes,
        unit="MB",
    )


def _measured(place: Path, book: Path, kind: str) -> Measured:
    file = _generated(place / f"{kind.replace(' ', '-').replace('.', '')}.csv", kind)
    shell, ours, others = [], [], []
    for _ in range(ROUNDS):
        shell.append(_taken(_shell(place, book, file)))
        ours.append(_taken(_ours(place, book, file)))
        if tool := _sqlite_utils():
            others.append(_taken(_other(place, tool, file)))
    median = statistics.median
    return Measured(
        kind=kind,
        shell=median(one.processor for one in shell),
        ours=median(one.processor for one in ours),
        times=median(a.processor / b.processor for a, b in zip(ours, shell, strict=True)),
        wall=median(one.wall for one in ours),
        sqlite_utils=median(one.wall for one in others) if others else None,
        megabytes=max(one.megabytes for one in ours),
    )


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
    return (*program, "import", str(file), "--yes"), ""


def _shell(place: Path, book: Path, file: Path) -> tuple[Sequence[str], str]:
    copy = shutil.copyfile(book, place / "shell.db")
    phones = "phone" in file.read_text(encoding="utf-8")[:100].casefold()
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


def _generated(file: Path, kind: str) -> Path:
    """Write six columns of fictional customers; the same each time."""
    luck = random.Random(7)  # noqa: S311 - data for a measurement
    last = "City" if kind == "no phones" else "Phone"
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow((*HEADERS, last))
        for number in range(ROWS):
            first, family = luck.choice(FIRST), luck.choice(LAST)
            country = luck.choice(tuple(PHONES))
            company = f"{family} & Söhne {number % 5000} GmbH"
            email = f"{first}.{family}{number}@firma{number % 600}.example".lower()
            sixth = "Leeds" if kind == "no phones" else _phone(luck, country, kind)
            writer.writerow((f"C{number:06}", f"{first} {family}", company, email, country, sixth))
    return file


def _phone(luck: random.Random, country: str, kind: str) -> str:
    whole, local, least = PHONES[country]
    return (whole if kind.startswith("E.164") else local).format(luck.randrange(least, 2 * least))


if __name__ == "__main__":
    for measured in measure():
        other = measured.sqlite_utils
        print(
            f"{measured.kind:16}shell {measured.shell:5.2f} s   ours {measured.ours:5.2f} s"
            f" = {measured.times:4.2f} x (at most {LIMITS[measured.kind]})"
            f"   {measured.megabytes} MB   on the wall {measured.wall:5.2f} s"
            f"   sqlite-utils {f'{other:5.2f} s' if other else 'absent'}"
        )
