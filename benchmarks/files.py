"""What each real file costs that others test their importers with: seconds a megabyte, and memory.

Every file is rehearsed as `import --dry-run` does it, in a process of its own; what the process
costs with an empty file is taken off. A file that is refused is measured just the same.

    python -m benchmarks.files FOLDER
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import UNITS_A_MEGABYTE, environment

MOST_SECONDS = 2.0
"""A megabyte; a file counts as one megabyte at the least."""
MOST_MEGABYTES = 200
FOLDERS = ("customers", "vcards", "xlsx", "badcsv")
SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What a file cost: seconds of the processor beyond an empty one, and megabytes at the most."""

    file: str
    seconds: float
    megabytes: float
    size: int

    @property
    def a_megabyte(self) -> float:
        """The seconds for each megabyte of the file."""
        return self.seconds / max(1.0, self.size / 1_000_000)


def main(arguments: list[str]) -> int:
    """Measure every file below a folder; print the dearest, and return 1 where one is too dear."""
    folder = Path(arguments[0] if arguments else "../shared/data")
    if not folder.is_dir():
        print(f"not measured: there is no folder {folder}")
        return 0
    costs = list(_costs(folder))
    dearest = sorted(costs, key=lambda cost: -cost.a_megabyte)[:SHOWN]
    largest = max(costs, key=lambda cost: cost.megabytes)
    print(f"{len(costs)} files, seconds of the processor for a megabyte, beyond an empty file")
    for cost in dearest:
        print(f"{cost.a_megabyte:8.2f} s  {cost.megabytes:6.0f} MB  {cost.file}")
    print(f"most memory: {largest.megabytes:.0f} MB, {largest.file}")
    fine = dearest[0].a_megabyte <= MOST_SECONDS and largest.megabytes <= MOST_MEGABYTES
    print(f"at most {MOST_SECONDS:.0f} s and {MOST_MEGABYTES} MB: {'pass' if fine else 'MISS'}")
    return 0 if fine else 1


def _costs(folder: Path) -> Iterator[Cost]:
    with tempfile.TemporaryDirectory(prefix="dailycontact-files-") as place:
        empty = Path(place) / "empty.csv"
        empty.write_text("Name,Phone\n", encoding="utf-8")
        nothing = min(_taken(empty, place)[0] for _ in range(3))
        files = (path for name in FOLDERS for path in sorted((folder / name).rglob("*")))
        for path in filter(Path.is_file, files):
            seconds, megabytes = _taken(path, place)
            yield Cost(
                file=path.relative_to(folder).as_posix(),
                seconds=max(0.0, seconds - nothing),
                megabytes=megabytes,
                size=path.stat().st_size,
            )


def _taken(file: Path, place: str) -> tuple[float, float]:
    """Return the seconds of the processor, and the megabytes, of rehearsing a file."""
    process = subprocess.Popen(
        (sys.executable, "-m", "dailycontact", "import", str(file), "--dry-run"),
        env=environment({"HOME": place, "DAILYCONTACT_BOOK": f"{place}/none.db"}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / UNITS_A_MEGABYTE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
