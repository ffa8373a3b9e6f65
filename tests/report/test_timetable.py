"""What is done by itself and when, as texts for cron, systemd and Windows."""

import shutil
import subprocess
from datetime import time
from pathlib import Path

import pytest

from dailycontact.report.rule.timetable import (
    BEGIN,
    END,
    OURS,
    BlockIsBroken,
    Job,
    NotForASchedule,
    TimeUnreadable,
    TooLongForWindows,
    cron_block,
    jobs,
    read_time,
    systemd_units,
    windows_tasks,
    with_block,
    without_block,
)

ANALYZE = shutil.which("systemd-analyze") or ""
PROGRAM = ("/opt/daily contact/100%/$bin/dailycontact", "--book", "/home/jo/o'clock.db")


def _jobs(*program: str, work_days: tuple[int, ...] = (0, 1, 2, 3, 4)) -> tuple[Job, ...]:
    return jobs(
        program or PROGRAM,
        morning=time(8, 30),
        report=time(16),
        work_days=work_days,
        report_day=4,
    )


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("8:30", time(8, 30)),
        ("08:30", time(8, 30)),
        ("8.30", time(8, 30)),
        ("0830", time(8, 30)),
        ("930", time(9, 30)),
        ("16", time(16)),
        ("4 pm", time(16)),
        ("12am", time(0)),
        ("12:05pm", time(12, 5)),
        ("off", None),
    ],
)
def test_a_time_is_typed_as_one_says_it(typed: str, at: time | None) -> None:
    assert read_time(typed, flag="--morning") == at


@pytest.mark.parametrize("typed", ["", "25:00", "8:61", "16pm", "0am", "noon", "8.5", "08:3", "٨"])
def test_what_is_no_time_is_refused_by_its_flag(typed: str) -> None:
    with pytest.raises(TimeUnreadable, match="--morning"):
        read_time(typed, flag="--morning")


def test_cron_is_told_days_from_sunday_and_words_as_a_shell_reads_them() -> None:
    lines = cron_block(_jobs()).splitlines()

    assert (lines[0], lines[-1]) == (BEGIN, END)
    assert lines[1].startswith("30 8 * * 1-5 '/opt/daily contact/100\\%/$bin/dailycontact'")
    assert lines[2].startswith("0 16 * * 5 ")
    assert lines[2].endswith(" --no-input report --send team --yes")


@pytest.mark.parametrize(
    ("days", "told"), [((6, 0, 1, 2, 3), "0-4"), ((0, 2, 4), "1,3,5"), ((5, 6), "0,6"), ((6,), "0")]
)
def test_cron_is_told_other_weeks_too(days: tuple[int, ...], told: str) -> None:
    assert cron_block(_jobs(work_days=days)).splitlines()[1].startswith(f"30 8 * * {told} ")


def test_a_shell_reads_the_words_of_cron_as_they_are() -> None:
    line = cron_block(_jobs()).splitlines()[1].split(" ", 5)[5].replace("\\%", "%")

    read = subprocess.run(
        ["/bin/sh", "-c", f"printf '%s\\n' {line}"], capture_output=True, text=True, check=True
    )

    assert read.stdout.splitlines() == [*PROGRAM, "--no-input", "today"]


@pytest.mark.parametrize(
    "before", ["", "# mine\n0 1 * * * backup\n", "0 1 * * * backup", "\n\n# é \udcff\n"]
)
def test_the_lines_of_others_stay_in_a_crontab_as_they_were(before: str) -> None:
    block = cron_block(_jobs())

    once = with_block(before, block)
    twice = with_block(once, block)

    assert once == twice
    assert once.count(BEGIN) == 1
    assert without_block(once).removesuffix("\n") == before.removesuffix("\n")


@pytest.mark.parametrize(
    "broken", [f"{BEGIN}\n0 1 * * * x\n", f"{BEGIN}\nx\n{BEGIN}\n{END}\n", f"{END}\n{BEGIN}\n"]
)
def test_a_crontab_in_which_ours_cannot_be_told_from_others_is_left_alone(broken: str) -> None:
    with pytest.raises(BlockIsBroken, match="crontab -e"):
        without_block(broken)


def test_an_end_without_a_beginning_is_somebody_elses() -> None:
    assert without_block(f"{END}\nx\n") == f"{END}\nx\n"


def test_a_timer_goes_by_the_clock_of_the_book() -> None:
    units = systemd_units(_jobs(), zone="Europe/Berlin")

    assert list(units) == [
        f"dailycontact-{name}.{ending}"
        for name in ("today", "report")
        for ending in ("service", "timer")
    ]
    assert all(text.startswith(OURS) for text in units.values())
    assert (
        "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 08:30:00 Europe/Berlin"
        in units["dailycontact-today.timer"]
    )
    assert "100%%/$$bin" in units["dailycontact-today.service"]


@pytest.mark.skipif(not ANALYZE, reason="no systemd-analyze here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    program = tmp_path / 'a "b" c' / "dailycontact"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    units = systemd_units(_jobs(str(program), "--book", "/x/100%.db"), zone="America/New_York")
    for name, text in units.items():
        (tmp_path / name).write_text(text)

    seen = subprocess.run(
        [ANALYZE, "verify", "--user", *(str(tmp_path / name) for name in units)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert [line for line in seen.stderr.splitlines() if "dailycontact" in line] == []


def test_windows_is_told_in_one_command_a_task() -> None:
    morning, report = windows_tasks(_jobs(r"C:\Program Files\dailycontact.exe"))

    assert morning[:5] == ("schtasks", "/Create", "/F", "/TN", "dailycontact today")
    assert "MON,TUE,WED,THU,FRI" in morning
    assert report[-1] == (
        r'"C:\Program Files\dailycontact.exe" --no-input report --send team --yes'
    )


def test_what_no_line_can_hold_is_refused() -> None:
    with pytest.raises(NotForASchedule, match="another name"):
        _jobs("/x\n* * * * * rm", "today")


def test_what_is_off_is_no_job() -> None:
    only = jobs(
        ("d",), morning=None, report=time(9), work_days=(0,), report_day=0, edition="company"
    )

    assert [(job.name, job.edition) for job in only] == [("report", "company")]


def test_a_line_that_windows_would_not_take_is_refused() -> None:
    with pytest.raises(TooLongForWindows, match="261"):
        windows_tasks(_jobs("C:\\dailycontact.exe", "--book", f"C:\\{'deep' * 60}\\book.db"))
