"""Other programs of the trade, in an environment of their own, with a few hundred records each.

What they keep is made in the folder of this run; the user's own journals and lists are not seen.
"""

import json
import shutil
import sqlite3
import subprocess
import sys
import venv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from benchmarks.books import NOW
from benchmarks.measuring import Case, environment

PACKAGES = ("jrnl", "td-watson", "sqlite-utils", "todoman")
RECORDS = 300
WORDS = "Asked what we could do better; the invoices never say which café they are for."


def peers(cache: Path, folder: Path) -> list[Case]:
    """Return the peers' cases; those that cannot be had here say why."""
    absent = _install(cache / "peers")
    programs = cache / "peers" / "bin"
    return [
        *_jrnl(programs / "jrnl", folder / "jrnl", absent),
        _watson(programs / "watson", folder / "watson", absent),
        _sqlite_utils(programs / "sqlite-utils", folder, absent),
        _todoman(programs / "todo", folder / "todoman", absent),
        _taskwarrior(folder / "task"),
    ]


def _install(place: Path) -> str:
    """Make the environment once; return why it could not be made, or nothing."""
    ready = place / "complete"
    if ready.exists():
        return ""
    print(f"Installing {', '.join(PACKAGES)} into {place}, once.", file=sys.stderr)
    venv.create(place, with_pip=True, clear=True)
    done = subprocess.run(
        (place / "bin" / "python", "-m", "pip", "install", "--disable-pip-version-check",
         "--no-input", "-qq", "--timeout", "10", "--retries", "1", *PACKAGES),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        print(f"NO PEERS: they could not be installed.\n{done.stderr}", file=sys.stderr)
        return "not installed: no network?"
    ready.touch()
    return ""


def _case(name: str, absent: str, make: Callable[[], Case]) -> Case:
    return Case(name=name, words=(), absent=absent) if absent else make()


def _jrnl(program: Path, folder: Path, absent: str) -> list[Case]:
    names = ("jrnl -n 1", "jrnl --help")
    if absent:
        return [Case(name=name, words=(), absent=absent) for name in names]
    folder.mkdir()
    days = [NOW - timedelta(days=back) for back in range(RECORDS, 0, -1)]
    entries = [f"[{day:%Y-%m-%d %H:%M}] {WORDS}\n\n" for day in days]
    (folder / "journal.txt").write_text("".join(entries), encoding="utf-8")
    settings = folder / "jrnl.yaml"
    version = _said(program.with_name("python"), "-c",
                    "import importlib.metadata as m; print(m.version('jrnl'))")  # fmt: skip
    settings.write_text(
        f"version: v{version}\neditor: ''\nencrypt: false\ntemplate: false\n"
        f"journals:\n  default:\n    journal: {folder / 'journal.txt'}\n",
        encoding="utf-8",
    )
    configured = (str(program), "--config-file", str(settings))
    _said(*configured, "-n", "1")  # the first run brings its settings up to date, and says so
    return [
        Case(name=names[0], words=(*configured, "-n", "1")),
        Case(name=names[1], words=(str(program), "--help")),
    ]


def _said(*words: str | Path) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def _watson(program: Path, folder: Path, absent: str) -> Case:
    def make() -> Case:
        folder.mkdir()
        ends = [int((NOW - timedelta(days=back)).timestamp()) for back in range(1, RECORDS + 1)]
        frames = [
            [end - 600, end, "calls", f"{number:032x}", [], end] for number, end in enumerate(ends)
        ]
        (folder / "frames").write_text(json.dumps(frames), encoding="utf-8")
        (folder / "state").write_text(
            json.dumps({"project": "calls", "start": ends[0], "tags": []}), encoding="utf-8"
        )
        return Case(
            name="watson status",
            words=(str(program), "status"),
            environment={"WATSON_DIR": str(folder)},
        )

    return _case("watson status", absent, make)


def _sqlite_utils(program: Path, folder: Path, absent: str) -> Case:
    def make() -> Case:
        place = folder / "entries.db"
        with sqlite3.connect(place) as connection:
            connection.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, said TEXT)")
            connection.executemany("INSERT INTO entry (said) VALUES (?)", [(WORDS,)] * RECORDS)
        connection.close()
        query = "SELECT said FROM entry WHERE id = 150"
        return Case(name="sqlite-utils query", words=(str(program), "query", str(place), query))

    return _case("sqlite-utils query", absent, make)


def _todoman(program: Path, folder: Path, absent: str) -> Case:
    def make() -> Case:
        calls = folder / "lists" / "calls"
        calls.mkdir(parents=True)
        for number in range(RECORDS):
            (calls / f"{number}.ics").write_text(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:benchmarks\r\nBEGIN:VTODO\r\n"
                f"UID:{number}\r\nDTSTAMP:20261123T091200Z\r\nSUMMARY:Phone customer {number}\r\n"
                "END:VTODO\r\nEND:VCALENDAR\r\n",
                encoding="utf-8",
            )
        settings = folder / "config.py"
        settings.write_text(
            f"path = {str(folder / 'lists' / '*')!r}\ndefault_list = 'calls'\n"
            f"cache_path = {str(folder / 'cache.sqlite3')!r}\n",
            encoding="utf-8",
        )
        return Case(name="todo list", words=(str(program), "--config", str(settings), "list"))

    return _case("todo list", absent, make)


def _taskwarrior(folder: Path) -> Case:
    program = shutil.which("task")

    def make() -> Case:
        folder.mkdir()
        (folder / "rc").write_text(
            f"data.location={folder}\nconfirmation=off\nverbose=nothing\n", encoding="utf-8"
        )
        surroundings = {"TASKRC": str(folder / "rc"), "TASKDATA": str(folder)}
        tasks = [{"description": f"Phone customer {number}"} for number in range(RECORDS)]
        subprocess.run(
            (str(program), "import", "-"), input=json.dumps(tasks), text=True, check=True,
            capture_output=True, env=environment(surroundings),
        )  # fmt: skip
        return Case(name="task next", words=(str(program), "next"), environment=surroundings)

    return _case("task next", "" if program else "not installed", make)
