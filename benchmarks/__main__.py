"""Print what everything takes, side by side, and which goals are reached."""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks import cases, goals, ledger, million, report, themes
from benchmarks.measuring import Case, CaseFailed, Run, cpu_ratio, measure, median, ratio
from benchmarks.peers import peers

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dailycontact-benchmarks"
ROUNDS, QUICK_ROUNDS = 15, 5


def main() -> int:
    """Measure and print; return 1 where a goal is missed or a command failed."""
    wanted = _arguments()
    rounds = QUICK_ROUNDS if wanted.quick else ROUNDS
    with tempfile.TemporaryDirectory(prefix="dailycontact-benchmarks-") as place:
        folder = Path(place)
        everything = [*cases.our_cases(folder), *peers(CACHE, folder)]
        there = [case for case in everything if not case.absent]
        try:
            taken = measure(there, rounds=rounds)
        except CaseFailed as failure:
            print(f"\n{failure}", file=sys.stderr)
            return 1
        reached = [*goals.goals(taken), goals.after_enter(folder, rounds=min(rounds, 7))]
        if not wanted.quick:
            reached += [*_import_goals(), *million.run(folder, quick=False)]
            reached += ledger.run(folder, quick=False)
            reached += report.run(folder, quick=False)
            reached += themes.run(folder, quick=False)
    if wanted.json:
        print(json.dumps(_document(everything, taken, reached, rounds), indent=2))
    else:
        _show(everything, taken, reached, rounds)
    return int(any(goal.verdict == "MISS" for goal in reached))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROUNDS} rounds, for a look")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    return parser.parse_args()


def _import_goals() -> list[goals.Goal]:
    """Return the goals of the import, which takes its own minutes."""
    if find_spec("benchmarks.importing") is None:
        return []
    importing = import_module("benchmarks.importing")
    sqlite_utils = CACHE / "peers" / "bin" / "sqlite-utils"
    if sqlite_utils.exists():
        os.environ.setdefault(importing.SQLITE_UTILS, str(sqlite_utils))
    found: list[goals.Goal] = importing.run()
    return found


def _show(
    everything: Sequence[Case],
    taken: Mapping[str, Sequence[Run]],
    reached: Sequence[goals.Goal],
    rounds: int,
) -> None:
    base = taken[cases.PASS]
    print(
        f"Medians of {rounds} rounds, each round in a fresh order; warm, compiled. "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}."
    )
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores:
        print(f"THE MACHINE IS BUSY (load {load:.1f} on {cores}): only x cpu can be trusted.")
    print()
    print(f"{'command':<28}{'wall ms':>9}{'x pass':>9}{'x cpu':>8}{'peak MB':>9}")
    for case in everything:
        if case.absent:
            print(f"{case.name:<28}  {case.absent}")
            continue
        runs = taken[case.name]
        middle = median(runs)
        print(
            f"{case.name:<28}{middle.wall * 1000:>9.1f}{ratio(runs, base):>9.2f}"
            f"{cpu_ratio(runs, base):>8.2f}{middle.megabytes:>9.1f}"
        )
    goals.show(reached)


def _document(
    everything: Sequence[Case],
    taken: Mapping[str, Sequence[Run]],
    reached: Sequence[goals.Goal],
    rounds: int,
) -> dict[str, object]:
    return {
        "rounds": rounds,
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "cases": [_case_document(case, taken) for case in everything],
        "goals": [
            {
                "text": goal.text,
                "limit": goal.limit,
                "reached": goal.reached,
                "unit": goal.unit,
                "at_least": goal.at_least,
                "verdict": goal.verdict,
            }
            for goal in reached
        ],
    }


def _case_document(case: Case, taken: Mapping[str, Sequence[Run]]) -> dict[str, object]:
    if case.absent:
        return {"name": case.name, "absent": case.absent}
    runs, base = taken[case.name], taken[cases.PASS]
    middle = median(runs)
    return {
        "name": case.name,
        "wall_seconds": middle.wall,
        "cpu_seconds": middle.cpu,
        "peak_megabytes": middle.megabytes,
        "times_pass": ratio(runs, base),
        "times_pass_cpu": cpu_ratio(runs, base),
    }


if __name__ == "__main__":
    sys.exit(main())
