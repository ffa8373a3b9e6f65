"""Having the morning and the report by themselves, and a calendar; nothing real is touched."""

import os
import stat
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from conftest import Founded
from dailycontact.report.rule.timetable import BEGIN, System
from dailycontact.report.sending import schedulers
from support.builders import MORNING, a_customer
from support.running import Run

FRIDAY = "2026-11-20T16:00:00+00:00"
CRONTAB = """#!{python}
import pathlib, sys
kept = pathlib.Path({kept!r})
if sys.argv[1:] == ["-l"]:
    if not kept.exists():
        sys.exit("no crontab for jo")
    sys.stdout.buffer.write(kept.read_bytes())
elif sys.argv[1:] == ["-"]:
    kept.write_bytes(sys.stdin.buffer.read())
else:
    sys.exit("what?")
"""
SYSTEMCTL = """#!{python}
import pathlib, sys
with pathlib.Path({kept!r}).open("a") as log:
    print(*sys.argv[1:], file=log)
"""
SCHTASKS = """#!{python}
import pathlib, sys
kept = pathlib.Path({kept!r})
tasks = set(kept.read_text().splitlines()) if kept.exists() else set()
name = sys.argv[sys.argv.index("/TN") + 1]
if sys.argv[1] == "/Query":
    sys.exit(name not in tasks)
tasks = tasks | {{name}} if sys.argv[1] == "/Create" else tasks - {{name}}
kept.write_text("\\n".join(sorted(tasks)))
"""
SLOW = "#!/bin/sh\nexec /bin/sleep 5\n"
FAILING = "#!/bin/sh\necho you are not allowed >&2\nexit 1\n"


@pytest.fixture
def cron(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file in which a crontab of ours keeps its lines."""
    return _program(tmp_path, monkeypatch, "crontab", CRONTAB)


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file in which a systemctl of ours notes what it was told."""
    return _program(tmp_path, monkeypatch, "systemctl", SYSTEMCTL)


def _program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> Path:
    kept = tmp_path / f"{name}.kept"
    folder = tmp_path / "bin"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text.format(python=sys.executable, kept=str(kept)))
    (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return kept


@pytest.fixture
def in_utc() -> Iterator[None]:
    """Let this computer be in UTC."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def scheduled(sqlite_book: Founded, monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    """Return what runs a command in a book whose report has recipients."""
    monkeypatch.setenv("DAILYCONTACT_BOOK", sqlite_book.book.address)
    run(
        *("config", "--recipients", "team=jo@example.com"),
        *("--mail-server", "smtp.example.com", "--mail-from", "marta@example.com"),
    )
    return run


def test_alone_it_shows_what_to_write_where_and_changes_nothing(scheduled: Run, cron: Path) -> None:
    shown = scheduled("schedule", "--with", "cron", "--morning", "9am").out

    assert "Monday to Friday, 09:00" in shown
    assert f"--book {os.environ['DAILYCONTACT_BOOK']} --no-input today" in shown
    assert "report --send team --yes" in shown
    assert not cron.exists()


def test_the_book_is_named_even_where_it_usually_is_but_for_windows_which_has_little_room(
    scheduled: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = os.environ["DAILYCONTACT_BOOK"]
    scheduled("config", "--book", path, "--me", "Marta Silva")
    monkeypatch.delenv("DAILYCONTACT_BOOK")

    cron, systemd, windows = (
        scheduled("schedule", "--with", system, "--json").json["jobs"][1]["command"]
        for system in ("cron", "systemd", "windows")
    )

    assert cron[1:3] == systemd[1:3] == ["--book", path]
    assert cron[3:5] == ["--as", "Marta Silva"]
    assert "--book" not in windows


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--mail-server", "none"), "--mail-server"),
        (("--mail-user", "marta"), "password"),
        (("--notify", "team=chat"), "secret address"),
    ],
)
def test_what_could_never_be_sent_is_not_set_up(
    scheduled: Run, cron: Path, words: tuple[str, ...], said: str
) -> None:
    scheduled("config", *words)

    refused = scheduled("schedule", "--with", "cron", "--install", "--yes", code=2)
    scheduled("schedule", "--with", "cron", "--install", "--yes", "--report", "off")

    assert said in refused.err
    assert b"today" in cron.read_bytes()


def test_a_secret_that_only_this_shell_knows_is_remarked_upon(
    scheduled: Run, cron: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAILYCONTACT_MAIL_PASSWORD", "hush")
    scheduled("config", "--mail-user", "marta")

    said = scheduled("schedule", "--with", "cron", "--install", "--yes").err

    assert "may not know DAILYCONTACT_MAIL_PASSWORD" in " ".join(said.split())
    assert "hush" not in said + cron.read_text()


def test_a_computer_in_another_zone_says_so(scheduled: Run, in_utc: None) -> None:
    del in_utc
    changed = scheduled("config", "--zone", "Pacific/Auckland").err

    shown = " ".join(scheduled("schedule", "--with", "cron", at=FRIDAY).out.split())
    of_systemd = scheduled("schedule", "--with", "systemd").out

    assert "this computer's, where it is Friday, 16:00" in shown
    assert "(Pacific/Auckland) it is Saturday, 05:00" in shown
    assert "this computer's" not in of_systemd
    assert "schedule --install" in changed


def test_who_one_is_is_said_where_nothing_else_says_it(scheduled: Run) -> None:
    shown = scheduled("--as", "Marta", "schedule", "--with", "windows").out

    assert "--as Marta" in shown


def test_the_address_of_a_book_on_a_server_stands_in_no_schedule(
    founded: Founded, run_in: Run
) -> None:
    address = founded.book.address

    ran = run_in("schedule", "--with", "cron", code=7 if "://" in address else 0)

    assert (address in ran.out) == ("://" not in address)
    assert ("may hold a password" in ran.err) == ("://" in address)
    assert ("(without XDG_CONFIG_HOME" in ran.err) == ("://" in address)


def test_cron_gets_our_lines_beside_those_of_others_and_loses_only_ours(
    scheduled: Run, cron: Path
) -> None:
    cron.write_bytes(b"# mine \xff\n0 1 * * * backup\n")

    said = scheduled("schedule", "--with", "cron", "--install", "--yes").err
    scheduled("schedule", "--with", "cron", "--install", "--yes", "--report", "15:00")
    now = cron.read_bytes()
    scheduled("schedule", "--with", "cron", "--remove", "--yes")

    assert "From now on by themselves" in said
    assert now.startswith(b"# mine \xff\n0 1 * * * backup\n")
    assert now.count(BEGIN.encode()) == 1
    assert b"0 15 * * 5" in now
    assert cron.read_bytes() == b"# mine \xff\n0 1 * * * backup\n"
    assert "nothing to take away" in scheduled("schedule", "--with", "cron", "--remove", "-y").err


def test_a_first_crontab_is_begun(scheduled: Run, cron: Path) -> None:
    done = scheduled("schedule", "--with", "cron", "--install", "--yes", "--json").json

    assert cron.read_text().startswith(BEGIN)
    assert list(done) == ["system", "zone", "jobs"]
    assert [list(job) for job in done["jobs"]] == [["name", "time", "days", "command"]] * 2
    assert [job["name"] for job in done["jobs"]] == ["today", "report"]


def test_a_crontab_that_cannot_be_read_is_never_written(
    scheduled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, monkeypatch, "crontab", FAILING)

    refused = scheduled("schedule", "--with", "cron", "--install", "--yes", code=6)

    assert "you are not allowed" in refused.err
    assert "nothing was changed" in refused.err


def test_without_cron_it_says_so(
    scheduled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    refused = scheduled("schedule", "--with", "cron", "--install", "--yes", code=6)

    assert "not installed here" in refused.err


def test_systemd_gets_units_and_begins_their_timers(scheduled: Run, systemd: Path) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "systemd" / "user"

    stamp = Path(os.environ["XDG_DATA_HOME"]) / "systemd/timers/stamp-dailycontact-report.timer"
    stamp.parent.mkdir(parents=True)
    stamp.write_text("")

    scheduled("schedule", "--with", "systemd", "--install", "--yes")
    told = systemd.read_text().splitlines()
    begun_anew = not stamp.exists()
    stamp.write_text("")
    scheduled("schedule", "--with", "systemd", "--install", "--yes", "--morning", "off")
    left = sorted(path.name for path in folder.iterdir())
    scheduled("schedule", "--with", "systemd", "--remove", "--yes")

    assert told == [
        "--user daemon-reload",
        "--user enable --now dailycontact-today.timer dailycontact-report.timer",
    ]
    assert left == ["dailycontact-report.service", "dailycontact-report.timer"]
    assert list(folder.iterdir()) == []
    assert begun_anew
    assert not stamp.exists()


def test_what_was_set_up_in_two_places_is_never_done_twice(
    scheduled: Run, systemd: Path, cron: Path
) -> None:
    scheduled("schedule", "--with", "systemd", "--install", "--yes")

    scheduled("schedule", "--with", "cron", "--install", "--yes")

    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "systemd" / "user"
    assert list(folder.iterdir()) == []
    assert "disable --now" in systemd.read_text()
    assert cron.read_text().count(BEGIN) == 1
    assert scheduled("schedule", "--remove", "--yes", "--json").json == {"removed": ["cron"]}
    assert cron.read_text() == ""


def test_a_unit_of_somebody_else_is_left_alone(scheduled: Run, systemd: Path) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "systemd" / "user"
    folder.mkdir(parents=True)
    (folder / "dailycontact-today.timer").write_text("[Timer]\n")

    refused = scheduled("schedule", "--with", "systemd", "--install", "--yes", code=7)
    scheduled("schedule", "--with", "systemd", "--remove", "--yes")

    assert "left alone" in refused.err
    assert [path.read_text() for path in folder.iterdir()] == ["[Timer]\n"]
    assert not systemd.exists()


def test_windows_gets_two_tasks_and_loses_them(
    scheduled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = _program(tmp_path, monkeypatch, "schtasks", SCHTASKS)

    scheduled("schedule", "--with", "windows", "--install", "--yes")
    both = tasks.read_text().splitlines()
    scheduled("schedule", "--with", "windows", "--install", "--yes", "--report", "off")
    one = tasks.read_text().splitlines()
    gone = scheduled("schedule", "--with", "windows", "--remove", "--yes", "--json").json

    assert both == ["dailycontact report", "dailycontact today"]
    assert one == ["dailycontact today"]
    assert (tasks.read_text(), gone) == ("", {"removed": ["windows"]})


def test_a_systemd_that_refuses_is_quoted(
    scheduled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path, monkeypatch, "systemctl", FAILING)

    refused = scheduled("schedule", "--with", "systemd", "--install", "--yes", code=6)

    assert "you are not allowed" in refused.err
    assert "--with cron" in refused.err


def test_a_folder_in_which_no_unit_can_be_written_is_named(scheduled: Run, systemd: Path) -> None:
    Path(os.environ["XDG_CONFIG_HOME"]).mkdir(exist_ok=True)
    (Path(os.environ["XDG_CONFIG_HOME"]) / "systemd").write_text("in the way")

    refused = scheduled("schedule", "--with", "systemd", "--install", "--yes", code=6)

    assert "systemd/user" in refused.err
    assert not systemd.exists()


def test_a_program_that_never_answers_is_given_up(
    scheduled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedulers, "PATIENCE", 0.1)
    _program(tmp_path, monkeypatch, "crontab", SLOW)
    _program(tmp_path, monkeypatch, "systemctl", SLOW)
    monkeypatch.setattr(sys, "platform", "linux")

    refused = scheduled("schedule", "--install", "--yes", code=6)

    assert "did not answer" in refused.err


def test_ours_can_be_in_one_place_on_windows_and_in_two_elsewhere(
    cron: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    windows = schedulers.all_here(), schedulers.system_here()
    monkeypatch.setattr(sys, "platform", "darwin")
    elsewhere = schedulers.all_here(), schedulers.system_here()

    assert windows == ((System.WINDOWS,), System.WINDOWS)
    assert elsewhere == ((System.SYSTEMD, System.CRON), System.CRON)
    assert not cron.exists()


def test_what_keeps_the_times_here_is_found_out(
    scheduled: Run, tmp_path: Path, systemd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    with_systemd = scheduled("schedule", "--json").json["system"]
    _program(tmp_path, monkeypatch, "systemctl", FAILING)
    with_none = scheduled("schedule", "--json").json["system"]

    assert (with_systemd, with_none) == ("systemd", "cron")
    assert systemd.exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--install",), 2, "--yes"),
        (("--install", "--remove"), 2, "Choose one"),
        (("--calendar", "--json"), 2, "Choose one"),
        (("-o", "x"), 2, "--calendar"),
        (("--morning", "late"), 2, "--morning"),
        (("--morning", "off", "--report", "off"), 2, "nothing is left"),
        (("--with", "launchd"), 2, "cron, systemd, windows"),
        (("--send", "owners"), 2, "--send"),
        (("--send", "company", "--install", "--yes"), 7, "--recipients"),
    ],
)
def test_what_does_not_go_together_is_refused_kindly(
    scheduled: Run, cron: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    with_cron = () if "--with" in words else ("--with", "cron")

    refused = scheduled("schedule", *with_cron, *words, code=code)

    assert said in refused.err
    assert not cron.exists()


def test_the_demonstration_does_nothing_by_itself(run: Run, cron: Path) -> None:
    run("demo")

    refused = run("--book", "demo", "schedule", "--with", "cron", "--install", "--yes", code=7)

    assert "demonstration" in refused.err
    assert not cron.exists()


def test_without_a_book_there_is_nothing_to_schedule(run: Run) -> None:
    assert "There is no book" in run("schedule", code=4).err


def test_the_calendar_has_the_call_of_every_working_day_and_what_was_promised(
    sqlite_book: Founded, scheduled: Run, tmp_path: Path
) -> None:
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        a_customer(change, "Ana Duarte; \\n x,")
        change.add("leave", leader_id=1, first_on=date(2026, 12, 1), last_on=date(2026, 12, 2))
    sqlite_book.book.rest()
    scheduled("promise", "--customer", "Ana", "--text", "the list, “new”", "--due", "2026-12-04")
    path = tmp_path / "calls.ics"

    scheduled("schedule", "--calendar", "--morning", "9:15", "-o", str(tmp_path))

    events: Any = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    call, promise = events
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert call["rrule"]["byday"] == ["MO", "TU", "WE", "TH", "FR"]
    assert (call.decoded("dtstart").hour, call.decoded("dtstart").minute) == (9, 15)
    off = {each.dt.date() for each in call["exdate"].dts}
    assert {date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 25)} <= off
    assert str(promise["summary"]) == "Promised: Ana Duarte; \\n x,"
    assert promise.decoded("dtstart") == date(2026, 12, 4)
    assert "promise P1 --kept" in str(promise["description"])


def test_a_calendar_without_the_morning_has_the_promises_alone(
    sqlite_book: Founded, scheduled: Run
) -> None:
    with sqlite_book.book.change("test", leader_id=1, at=MORNING) as change:
        a_customer(change, "Ana Duarte")
    sqlite_book.book.rest()
    scheduled("promise", "--customer", "Ana", "--text", "the list", "--due", "2026-12-04")

    made = scheduled("schedule", "--calendar", "--morning", "off").out

    events = Calendar.from_ical(made).walk("VEVENT")
    assert [str(each["summary"]) for each in events] == ["Promised: Ana Duarte"]


def test_a_calendar_that_is_made_again_knows_its_entries(scheduled: Run) -> None:
    once, again = (
        scheduled("schedule", "--calendar", at=at).out
        for at in ("2026-11-23T09:00:00+00:00", "2026-11-24T09:00:00+00:00")
    )

    uids = [
        [str(each["uid"]) for each in Calendar.from_ical(one).walk("VEVENT")]
        for one in (once, again)
    ]
    assert uids[0] == uids[1]
    assert "BEGIN:VTIMEZONE" in once


def test_without_its_part_the_calendar_says_how_to_get_it(
    scheduled: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)

    assert "dailycontact[calendar]" in scheduled("schedule", "--calendar", code=7).err
