"""What is done by itself and when, on the screen, and how that is set up by hand."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dailycontact.core.sentences import listed
from dailycontact.report.rule.timetable import (
    Job,
    System,
    cron_block,
    for_windows,
    systemd_units,
    windows_tasks,
)
from dailycontact.terminal.card import Part, header, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

Shown = Line | Part | str

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WHERE = {
    System.CRON: "For cron, which goes by the clock of this computer: crontab -e",
    System.SYSTEMD: "For systemd, each a file in {folder}",
    System.WINDOWS: "For Windows, which goes by the clock of this computer",
}


def card(
    those: Sequence[Job], system: System, *, zone: str, folder: Path, now: datetime
) -> list[Shown]:
    """Return the jobs in a few words, and then what to write where to have them done."""
    clock = "" if system is System.SYSTEMD else other_clock(now, zone)
    lines: list[Shown] = ["", header(Line(("By itself", NAME)), ""), ""]
    lines += said(those)
    lines += ["", paragraph(clock)] if clock else []
    lines += ["", paragraph(_WHERE[system].format(folder=folder), style=LABEL), ""]
    lines += [*_texts(those, system, zone=zone)]
    offer = "Let it be written for you: the same command, with --install"
    return [*lines, paragraph(offer, style=LABEL), ""]


def said(those: Iterable[Job]) -> list[Shown]:
    """Return each job with its days and its time, as one says it."""
    return [spread(job.what, f"{_days(job.days)}, {job.at:%H:%M}", indent=1) for job in those]


def _days(days: Sequence[int]) -> str:
    if len(days) > 1 and list(days) == list(range(days[0], days[-1] + 1)):
        return f"{_DAYS[days[0]]} to {_DAYS[days[-1]]}"
    return listed([_DAYS[day] for day in days], most=len(days))


def _texts(those: Sequence[Job], system: System, *, zone: str) -> Iterable[str]:
    """Return what is copied, line by line as it is: nothing of it may be folded."""
    if system is System.CRON:
        yield cron_block(those)
    elif system is System.WINDOWS:
        for words in windows_tasks(those):
            yield from (for_windows(words), "")
    else:
        for name, text in systemd_units(those, zone=zone).items():
            yield from (f"# {name}", text.partition("\n")[2])


def installed(those: Sequence[Job], system: System, files: Sequence[Path]) -> list[str]:
    """Return what was set up, and what to know of it."""
    what = listed([job.name for job in those], most=len(those))
    sentences = [f"From now on by themselves, with {system}: {what}."]
    if files:
        sentences.append(f"Written: {listed([path.name for path in files], most=len(files))}")
    return sentences


def other_clock(now: datetime, zone: str) -> str:
    """Return that the computer's clock is not the book's, where that is so; else nothing."""
    here, there = now.astimezone(), now.astimezone(ZoneInfo(zone))
    if here.utcoffset() == there.utcoffset():
        return ""
    return (
        f"The times are this computer's, where it is {_DAYS[here.weekday()]}, {here:%H:%M};"
        f" where your book is ({zone}) it is {_DAYS[there.weekday()]}, {there:%H:%M}."
    )


def not_known(variables: Sequence[str], file: str) -> str:
    """Return that a job may not know what is set in this shell, and where it would look."""
    which = listed(list(variables), most=len(variables))
    return (
        f"What runs by itself may not know {which}, which you have set here, and then nothing is"
        f" sent: keep the secrets in {file} or in the keyring."
    )


NOTES = {
    System.CRON: "What a job prints comes by cron's own mail, where this computer has one.",
    System.SYSTEMD: "It runs while you are logged in (always: loginctl enable-linger); what a job"
    " prints is in: journalctl --user -u dailycontact-today",
    System.WINDOWS: "It runs while you are logged in.",
}


def document(those: Iterable[Job], system: System, *, zone: str) -> dict[str, object]:
    """Return the jobs as a JSON document."""
    return {
        "system": system,
        "zone": zone,
        "jobs": [
            {
                "name": job.name,
                "time": f"{job.at:%H:%M}",
                "days": [_DAYS[day][:3].lower() for day in job.days],
                "command": list(job.words),
            }
            for job in those
        ],
    }
