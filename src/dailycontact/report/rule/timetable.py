"""What is done by itself and when, as cron, systemd and Windows are told: texts, and no deeds.

Whose clock: cron and Windows go by the machine's, systemd by the book's time zone.
"""

import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from dailycontact.errors import Refused, UsageProblem

BEGIN = "# BEGIN dailycontact (these lines are taken away by: schedule --remove)"
END = "# END dailycontact"
OURS = "# Written by dailycontact; taken away by: schedule --remove"
OFF = "off"
_NAME = "dailycontact"
WINDOWS_TAKES = 261
"""Characters of a command line that a task can have (schtasks /Create, /TR)."""
_TIME = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3])(?:[:.]?(?P<minute>[0-5][0-9]))?(?P<half>am|pm)?")
_NOON = 12
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class TimeUnreadable(UsageProblem):
    """The text is no time of day."""

    def __init__(self, flag: str, typed: str) -> None:
        super().__init__(f"{flag} {typed!r} is no time of day; write it like 08:30, or off.")


class NotForASchedule(Refused):
    """A path or a name holds what no line of a schedule can."""

    def __init__(self, words: str) -> None:
        super().__init__(
            f"{words!r} holds a line break, which no schedule can; give it another name."
        )


class TooLongForWindows(Refused):
    """Windows takes command lines of a certain length, and this one is longer."""

    def __init__(self, length: int) -> None:
        super().__init__(
            f"Windows takes {WINDOWS_TAKES} characters for what a task runs, and this is {length};"
            f" name the book once and for all with: {_NAME} config --book PATH (or move it to a"
            " shorter path)."
        )


class BlockIsBroken(Refused):
    """The mark is there at which our lines begin, but not the one at which they end."""

    def __init__(self) -> None:
        super().__init__(
            f"Your crontab has the line {BEGIN!r} without {END!r} after it, so nothing was changed;"
            " mend it with: crontab -e"
        )


class System(StrEnum):
    """What runs programs at their time."""

    CRON = "cron"
    SYSTEMD = "systemd"
    WINDOWS = "windows"


@dataclass(frozen=True, kw_only=True)
class Job:
    """One command, at a time, on days of the week (0 is Monday).

    `name` is what it is known by ("today"), `what` says it in a few words.
    """

    name: str
    what: str
    at: time
    days: tuple[int, ...]
    words: tuple[str, ...]
    """The whole command line, the program first."""
    edition: str = ""
    """Which edition it sends, if any."""


def read_time(typed: str, *, flag: str) -> time | None:
    """Return a time of day (8:30, 8.30, 0830, 4pm); None for "off".

    Raises:
        TimeUnreadable: it is none.

    """
    words = "".join(typed.casefold().split())
    if words == OFF:
        return None
    found = _TIME.fullmatch(words)
    if found is None:
        raise TimeUnreadable(flag, typed)
    hour, half = int(found["hour"]), found["half"]
    if half and not 1 <= hour <= _NOON:
        raise TimeUnreadable(flag, typed)
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return time(hour, int(found["minute"] or 0))


def jobs(
    program: tuple[str, ...],
    *,
    morning: time | None,
    report: time | None,
    work_days: Iterable[int],
    report_day: int,
    edition: str = "team",
) -> tuple[Job, ...]:
    """Return what is to be done by itself: the morning's screen, and the report that is sent.

    Raises:
        NotForASchedule: a path or a name cannot stand in a schedule.

    """
    for word in program:
        if set(word) & set("\n\r\0"):
            raise NotForASchedule(word)
    found = []
    if morning is not None:
        found.append(
            Job(
                name="today",
                what="Whom to phone today",
                at=morning,
                days=tuple(sorted(work_days)),
                words=(*program, "--no-input", "today"),
            )
        )
    if report is not None:
        found.append(
            Job(
                name="report",
                what=f"The {edition} edition of the report is sent",
                at=report,
                days=(report_day,),
                words=(*program, "--no-input", "report", "--send", edition, "--yes"),
                edition=edition,
            )
        )
    return tuple(found)


def cron_block(those: Iterable[Job]) -> str:
    """Return the lines for crontab, between our marks. A percent sign is a line break to cron."""
    lines = [
        f"{job.at.minute} {job.at.hour} * * {_cron_days(job.days)} "
        + shlex.join(job.words).replace("%", r"\%")
        for job in those
    ]
    return "\n".join([BEGIN, *lines, END, ""])


def _cron_days(days: tuple[int, ...]) -> str:
    """Return weekdays as cron has them, from Sunday as 0."""
    numbers = sorted((day + 1) % 7 for day in days)
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):  # noqa: PLR2004 - two are listed
        return f"{numbers[0]}-{numbers[-1]}"
    return ",".join(map(str, numbers))


def with_block(crontab: str, block: str) -> str:
    """Return a crontab with our lines, in the place of ours that were there; the rest is as it was.

    Raises:
        BlockIsBroken: where ours end cannot be told.

    """
    rest = without_block(crontab)
    return f"{rest}{'' if not rest or rest.endswith(chr(10)) else chr(10)}{block}"


def without_block(crontab: str) -> str:
    """Return a crontab without our lines, all others byte for byte as they were.

    Raises:
        BlockIsBroken: where ours end cannot be told.

    """
    kept, ours = [], False
    for line in crontab.splitlines(keepends=True):
        words = line.strip()
        if words == BEGIN:
            if ours:
                raise BlockIsBroken
            ours = True
        elif words == END and ours:
            ours = False
        elif not ours:
            kept.append(line)
    if ours:
        raise BlockIsBroken
    return "".join(kept)


def systemd_units(those: Iterable[Job], *, zone: str) -> Mapping[str, str]:
    """Return the units of systemd by their file names: a service and a timer for each job."""
    units = {}
    for job in those:
        days = ",".join(_DAYS[day] for day in job.days)
        units[f"dailycontact-{job.name}.service"] = (
            f"{OURS}\n[Unit]\nDescription=dailycontact: {job.what}\n\n"
            f"[Service]\nType=oneshot\nExecStart={' '.join(map(_for_systemd, job.words))}\n"
        )
        units[f"dailycontact-{job.name}.timer"] = (
            f"{OURS}\n[Unit]\nDescription=dailycontact: {job.what}\n\n"
            f"[Timer]\nOnCalendar={days} *-*-* {job.at:%H:%M}:00 {zone}\nPersistent=true\n\n"
            "[Install]\nWantedBy=timers.target\n"
        )
    return units


def _for_systemd(word: str) -> str:
    """Return a word as ExecStart= takes it: its specifiers and variables are none of ours."""
    plain = word.replace("%", "%%").replace("$", "$$")
    if re.fullmatch(r"[\w@%+=:,./$-]+", plain):
        return plain
    quoted = plain.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\x{ord(c):02x}" if c < " " else c for c in quoted) + '"'


def windows_tasks(those: Iterable[Job]) -> tuple[tuple[str, ...], ...]:
    """Return the words of the commands that make the tasks of Windows; /F replaces our own.

    Raises:
        TooLongForWindows: Windows does not take a line so long.

    """
    those = tuple(those)
    longest = max((len(for_windows(job.words)) for job in those), default=0)
    if longest > WINDOWS_TAKES:
        raise TooLongForWindows(longest)
    return tuple(
        (
            *("schtasks", "/Create", "/F", "/TN", f"dailycontact {job.name}", "/SC", "WEEKLY"),
            *("/D", ",".join(_DAYS[day].upper() for day in job.days)),
            *("/ST", f"{job.at:%H:%M}", "/TR", for_windows(job.words)),
        )
        for job in those
    )


def for_windows(words: Iterable[str]) -> str:
    """Return words as one command line of Windows."""
    from subprocess import list2cmdline

    return list2cmdline(list(words))
