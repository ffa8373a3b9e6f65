"""schedule."""

from __future__ import annotations

import shutil
import sys
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from dailycontact.core.program import PROGRAM
from dailycontact.errors import Refused, UsageProblem
from dailycontact.report.commands.report import edition_named
from dailycontact.report.rule import timetable
from dailycontact.report.rule.timetable import System, read_time
from dailycontact.report.view import schedule as view
from dailycontact.settings import config_file, config_variable, kept_book
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from dailycontact.report.rule.timetable import Job

NAME = "dailycontact"
CALENDAR = "calls.ics"
"""What the calendar is called in a folder that was named."""


class NotThatSystem(UsageProblem):
    """Nothing that keeps the times goes by that name."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"--with {typed!r} is not known; choose from: {', '.join(System)}.")


class OneAtATime(UsageProblem):
    """Two things were asked for that cannot be done at once."""

    def __init__(self) -> None:
        super().__init__(
            "Choose one of --install, --remove and --calendar (which is no --json document)."
        )


class FileOfACalendar(UsageProblem):
    """A file was named, and no calendar asked for."""

    def __init__(self) -> None:
        super().__init__(
            f"-o is for the calendar: {PROGRAM} schedule --calendar -o calls.ics (what cron or"
            " systemd needs is written with --install)."
        )


class NothingToDo(UsageProblem):
    """Both jobs are off."""

    def __init__(self) -> None:
        super().__init__(
            "With --morning off and --report off nothing is left to do; leave one of them on, or"
            " take all away with --remove."
        )


class AddressNotKept(Refused):
    """The book's address may hold a password, which no schedule may show."""

    def __init__(self, variable: str) -> None:
        unset = f" (without {variable}, which a schedule does not know)" if variable else ""
        super().__init__(
            "The address of your book may hold a password, so it is written into no schedule; say"
            f" it once and for all{unset} with: {NAME} config --book URL"
        )


class NobodyWouldGetIt(Refused):
    """The report would be sent to nobody."""

    def __init__(self, edition: str) -> None:
        whom = "team" if edition in ("team", "leader") else "ADDRESS"
        super().__init__(
            f"Nobody is set to be sent the {edition} edition; say who with: {PROGRAM} config"
            f" --recipients {edition}={whom} (or leave the report out: --report off)."
        )


class OnlyToLookAt(Refused):
    """It is the demonstration, from which nothing is sent."""

    def __init__(self) -> None:
        super().__init__("The demonstration does nothing by itself; schedule your own book.")


def schedule(
    workspace: Workspace,
    *,
    morning: Annotated[
        str, typer.Option("--morning", metavar="TIME", help="When the day's call is shown, or off.")
    ] = "08:30",
    report: Annotated[
        str,
        typer.Option("--report", metavar="TIME", help="When it is sent on the report day, or off."),
    ] = "16:00",
    send: Annotated[
        str, typer.Option("--send", metavar="WHO", help="Which edition is sent.")
    ] = "team",
    using: Annotated[
        str | None,
        typer.Option(
            "--with", metavar="SYSTEM", help="cron, systemd or windows (usual: what is here)."
        ),
    ] = None,
    install: Annotated[bool, typer.Option("--install", help="Set it up, after a yes.")] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Take it away again.")] = False,
    calendar: Annotated[
        bool,
        typer.Option("--calendar", help="Your calls and promises as a calendar (.ics), for you."),
    ] = False,
    output: options.Output = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
    yes: options.Yes = False,
    json: options.Json = False,
) -> None:
    """Have the morning shown and the report sent by themselves, or your calls in a calendar.

    Alone, it shows what to write where: dailycontact schedule --install
    """
    if install + remove + calendar > 1 or (calendar and json):
        raise OneAtATime
    if output is not None and not calendar:
        raise FileOfACalendar
    workspace.asker.yes = yes
    at = read_time(morning, flag="--morning"), read_time(report, flag="--report")
    if calendar:
        _calendar(workspace, at[0], output, force=force)
        return
    if remove:
        _remove(workspace, using, json=json)
        return
    system = _system(using)
    those = _jobs(workspace, system, *at, edition=edition_named("--send", send).value)
    zone = workspace.book_settings.zone
    if install:
        _install(workspace, those, system, zone=zone, json=json)
    elif json:
        workspace.screen.json(view.document(those, system, zone=zone))
    else:
        from dailycontact.report.sending.schedulers import systemd_folder

        workspace.screen.show(
            *view.card(those, system, zone=zone, folder=systemd_folder(), now=workspace.now)
        )


def _system(typed: str | None) -> System:
    if typed is None:
        from dailycontact.report.sending.schedulers import system_here

        return system_here()
    word = typed.strip().casefold()
    if word not in set(System):
        raise NotThatSystem(typed)
    return System(word)


def _jobs(
    workspace: Workspace,
    system: System,
    morning: time | None,
    report: time | None,
    *,
    edition: str,
) -> tuple[Job, ...]:
    if morning is None and report is None:
        raise NothingToDo
    settings = workspace.book_settings
    workspace.leader  # noqa: B018 - of several leaders, the jobs must know for whom they run
    return timetable.jobs(
        _program(workspace, system),
        morning=morning,
        report=report,
        work_days=settings.work_days,
        report_day=settings.report_day,
        edition=edition,
    )


def _program(workspace: Workspace, system: System) -> tuple[str, ...]:
    """Return how this program is called from anywhere, in the same book, by the same leader.

    Where the book usually is depends on variables that are set in a shell alone, so its path is
    written down; on Windows it does not, and a line there has little room.
    """
    beside = Path(sys.executable).with_name(f"{NAME}.exe" if sys.platform == "win32" else NAME)
    there = str(beside) if beside.is_file() else shutil.which(NAME)
    program = [there] if there else [sys.executable, "-m", NAME]
    settings = workspace.settings
    if settings.is_demo:
        program += ["--book", "demo"]
    elif "://" in settings.book:
        if settings.book != kept_book() or config_variable():
            raise AddressNotKept(config_variable())
    elif system is not System.WINDOWS or settings.book != kept_book():
        program += ["--book", str(Path(settings.book).absolute())]
    if settings.me and (settings.me_from != config_file() or config_variable()):
        program += ["--as", settings.me]
    return tuple(program)


def _install(
    workspace: Workspace, those: tuple[Job, ...], system: System, *, zone: str, json: bool
) -> None:
    from dailycontact.report.sending import schedulers

    if workspace.settings.is_demo:
        raise OnlyToLookAt
    needed = _check_sending(workspace, those)
    if workspace.asker.can_ask:
        workspace.screen.say(*view.said(those))
    if not workspace.asker.confirm(f"Set this up with {system}?", default=True):
        workspace.screen.say("Nothing was changed.")
        return
    files: tuple[Path, ...] = ()
    if system is System.CRON:
        schedulers.install_cron(timetable.cron_block(those))
    elif system is System.WINDOWS:
        schedulers.install_windows(timetable.windows_tasks(those))
    else:
        files = schedulers.install_systemd(timetable.systemd_units(those, zone=zone))
    # Once is enough: what was set up elsewhere before would send it a second time.
    schedulers.take_away(other for other in schedulers.all_here() if other is not system)
    if json:
        workspace.screen.json(view.document(those, system, zone=zone))
    workspace.screen.say(*view.installed(those, system, files))
    _remarks(workspace, system, needed)
    workspace.screen.hint(f"Wrong? {PROGRAM} schedule --remove")


def _remarks(workspace: Workspace, system: System, needed: tuple[str, ...]) -> None:
    """Say what may go otherwise than one thinks, when nobody is there to see it."""
    from dailycontact.report.sending.secrets import usual_secrets_file

    if needed:
        workspace.screen.warn(view.not_known(needed, usual_secrets_file()))
    clock = view.other_clock(workspace.now, workspace.book_settings.zone)
    if clock and system is not System.SYSTEMD:
        workspace.screen.warn(clock)
    workspace.screen.hint(view.NOTES[system])


def _check_sending(workspace: Workspace, those: tuple[Job, ...]) -> tuple[str, ...]:
    """See to it that what is sent by itself can be sent; return the variables that it takes.

    A report that could never go out would fail each week where nobody looks.
    """
    from dailycontact.report.rule.report import Edition
    from dailycontact.report.sending import courier, secrets
    from dailycontact.report.usecases.addressing import recipients

    settings, needed = workspace.book_settings, dict[str, None]()
    for edition in (job.edition for job in those if job.edition):
        if not (settings.recipients.get(edition) or settings.notify.get(edition)):
            raise NobodyWouldGetIt(edition)
        found = recipients(workspace.look, settings, Edition(edition))
        courier.courier(settings.mail, found.ways, reply_to=None)
        user = settings.mail.user if found.mails else ""
        needed |= dict.fromkeys(secrets.variables_needed(user, found.channels))
    return tuple(needed)


def _remove(workspace: Workspace, using: str | None, *, json: bool) -> None:
    from dailycontact.report.sending import schedulers

    systems = (_system(using),) if using else schedulers.all_here()
    if not workspace.asker.confirm("Take away what was set up?", default=True):
        workspace.screen.say("Nothing was changed.")
        return
    gone = schedulers.take_away(systems)
    if json:
        workspace.screen.json({"removed": gone})
    workspace.screen.say(
        "Taken away; nothing is done by itself any more."
        if gone
        else "There was nothing to take away."
    )


def _calendar(workspace: Workspace, at: time | None, output: Path | None, *, force: bool) -> None:
    from dailycontact.report.formats.calendar import render
    from dailycontact.report.usecases.diary import diary

    made = render(
        diary(
            workspace.look,
            leader_id=workspace.leader.id,
            today=workspace.today,
            now=workspace.now,
            at=at,
        )
    )
    if output is None or str(output) == "-":
        workspace.screen.bytes(made)
        return
    from dailycontact.terminal.files import write_file

    path = output / CALENDAR if output.is_dir() else output
    write_file(path, made, force=force)
    workspace.screen.say(f"Written: {path}")
    workspace.screen.hint("Open it with your calendar. It names customers: it is for you alone.")
