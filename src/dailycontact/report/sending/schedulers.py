"""Writing to what runs programs at their time: crontab, systemd of the user, tasks of Windows.

Only our own lines, files and tasks are ever replaced or taken away.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import which

from dailycontact.errors import Refused, StorageProblem
from dailycontact.report.rule.timetable import OURS, System, with_block, without_block

NAMES = ("today", "report")
"""What the jobs are known by."""
PATIENCE = 30
"""Seconds after which a program that should answer at once is given up."""


class SchedulerFailed(StorageProblem):
    """The program that keeps the times is absent, or did not do it."""

    def __init__(self, program: str, why: str, instead: str) -> None:
        super().__init__(f"{program} did not do it ({why}); {instead}")


class NotOurs(Refused):
    """A file of somebody else is where ours would be."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is not from dailycontact, and was left alone; move it away, or choose"
            " --with cron."
        )


def system_here() -> System:
    """Return what keeps the times on this machine: systemd where it serves this person, or cron."""
    if sys.platform == "win32":
        return System.WINDOWS
    if sys.platform == "linux":
        try:
            asked = _run(["systemctl", "--user", "show-environment"])
        except (OSError, subprocess.TimeoutExpired):
            return System.CRON
        if asked.returncode == 0:
            return System.SYSTEMD
    return System.CRON


def take_away(systems: Iterable[System]) -> tuple[System, ...]:
    """Take ours away from these, and return those where there was something.

    Raises:
        SchedulerFailed, BlockIsBroken: one of them refuses.

    """
    takers = {
        System.CRON: remove_cron,
        System.SYSTEMD: remove_systemd,
        System.WINDOWS: remove_windows,
    }
    return tuple(system for system in systems if takers[system]())


def all_here() -> tuple[System, ...]:
    """Return everything on this machine in which ours could be."""
    if sys.platform == "win32":
        return (System.WINDOWS,)
    return (System.SYSTEMD, System.CRON) if which("crontab") else (System.SYSTEMD,)


def systemd_folder() -> Path:
    """Return the folder of the units of this person."""
    configured = os.environ.get("XDG_CONFIG_HOME")
    base = Path(configured) if configured else Path.home() / ".config"
    return base / "systemd" / "user"


def install_cron(block: str) -> None:
    """Put our lines into the crontab of this person.

    Raises:
        SchedulerFailed: there is no cron, or it refuses.
        BlockIsBroken: our lines there cannot be told from others.

    """
    _write_crontab(with_block(_crontab(), block))


def remove_cron() -> bool:
    """Take our lines out of the crontab; return whether there were any.

    Raises:
        SchedulerFailed, BlockIsBroken: as install_cron.

    """
    now = _crontab()
    rest = without_block(now)
    if rest == now:
        return False
    _write_crontab(rest)
    return True


def _crontab() -> str:
    done = _asked(["crontab", "-l"], instead="add the lines yourself where your cron has them.")
    if done.returncode == 0:
        return done.stdout.decode("utf-8", "surrogateescape")
    said = done.stderr.decode(errors="replace").strip()
    if "no crontab" in said.casefold():
        return ""
    raise SchedulerFailed("crontab", said or "no reason given", "nothing was changed.")


def _write_crontab(text: str) -> None:
    told = text.encode("utf-8", "surrogateescape")
    _done(["crontab", "-"], told=told, instead="add the lines yourself with: crontab -e")


def install_systemd(units: Mapping[str, str]) -> tuple[Path, ...]:
    """Write units of this person, begin their timers, and return the files.

    Those of ours that are not wanted any more go.

    Raises:
        NotOurs: a file of that name is somebody else's.
        SchedulerFailed: they cannot be written, or systemd refuses.

    """
    folder = systemd_folder()
    paths = {folder / name: text for name, text in units.items()}
    for path in paths:
        _check_ours(path)
    begun = [path.name for path in paths if path.suffix == ".timer" and not path.exists()]
    if any(path not in paths for path in _our_units()):
        remove_systemd()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in paths.items():
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        why = error.strerror or "no reason given"
        raise SchedulerFailed(str(folder), why, "choose --with cron instead.") from error
    _forget_runs(begun)
    _systemctl("daemon-reload")
    _systemctl("enable", "--now", *(path.name for path in paths if path.suffix == ".timer"))
    return tuple(paths)


def remove_systemd() -> tuple[Path, ...]:
    """Stop our timers, take the units away, and return the files that went.

    Raises:
        SchedulerFailed: systemd refuses, or a file stays.

    """
    ours = _our_units()
    timers = [path.name for path in ours if path.suffix == ".timer"]
    if timers:
        _systemctl("disable", "--now", *timers)
        _forget_runs(timers)
    try:
        for path in ours:
            path.unlink()
    except OSError as error:
        why = error.strerror or "no reason given"
        raise SchedulerFailed(str(error.filename), why, "take it away yourself.") from error
    if ours:
        _systemctl("daemon-reload")
    return ours


def _forget_runs(timers: Iterable[str]) -> None:
    """Let these timers begin anew.

    A timer that makes up for missed runs notes its last one in a file that outlives it: set up
    again weeks later, it would send a report the same minute.
    """
    share = Path.home() / ".local" / "share"
    for folder in {share, Path(os.environ.get("XDG_DATA_HOME") or share)}:
        for name in timers:
            with suppress(OSError):
                (folder / "systemd" / "timers" / f"stamp-{name}").unlink()


def _our_units() -> tuple[Path, ...]:
    endings = (".timer", ".service")
    named = [systemd_folder() / f"dailycontact-{name}{end}" for name in NAMES for end in endings]
    return tuple(path for path in named if path.is_file() and _is_ours(path))


def _check_ours(path: Path) -> None:
    if os.path.lexists(path) and not (path.is_file() and _is_ours(path)):
        raise NotOurs(path)


def _is_ours(path: Path) -> bool:
    return path.read_bytes().startswith(OURS.encode())


def _systemctl(*words: str) -> None:
    instead = "see what it says with: systemctl --user status, or choose --with cron"
    _done(["systemctl", "--user", *words], instead=instead)


def install_windows(tasks: Iterable[Sequence[str]]) -> None:
    """Make tasks of Windows, in the place of ours that were there.

    Raises:
        SchedulerFailed: Windows refuses.

    """
    wanted = list(tasks)
    remove_windows()
    for words in wanted:
        _done(list(words), instead="run the command yourself to see why.")


def remove_windows() -> tuple[str, ...]:
    """Take our tasks away, and return the names of those that were there.

    Raises:
        SchedulerFailed: Windows refuses.

    """
    gone = []
    for name in (f"dailycontact {name}" for name in NAMES):
        there = _asked(["schtasks", "/Query", "/TN", name], instead="are you on Windows?")
        if there.returncode == 0:
            _done(["schtasks", "/Delete", "/F", "/TN", name], instead="delete it yourself.")
            gone.append(name)
    return tuple(gone)


def _done(words: Sequence[str], *, instead: str, told: bytes | None = None) -> None:
    done = _asked(words, told=told, instead=instead)
    if done.returncode != 0:
        said = " ".join(done.stderr.decode(errors="replace").split())
        raise SchedulerFailed(words[0], said or f"it ended with {done.returncode}", instead)


def _asked(
    words: Sequence[str], *, instead: str, told: bytes | None = None
) -> "subprocess.CompletedProcess[bytes]":
    try:
        return _run(words, told=told)
    except FileNotFoundError:
        raise SchedulerFailed(words[0], "it is not installed here", instead) from None
    except subprocess.TimeoutExpired:
        raise SchedulerFailed(words[0], "it did not answer", instead) from None
    except OSError as error:
        why = error.strerror or "no reason given"
        raise SchedulerFailed(words[0], why, instead) from error


def _run(words: Sequence[str], told: bytes | None = None) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(  # noqa: S603 - the machine's own programs, and no words of customers
        list(words), input=told or b"", capture_output=True, check=False, timeout=PATIENCE
    )
