"""config."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from dailycontact.core.program import PROGRAM
from dailycontact.errors import Refused
from dailycontact.settings import DEMO, config_file
from dailycontact.store import team
from dailycontact.terminal.later import options
from dailycontact.upkeep import rule
from dailycontact.upkeep.commands import flags
from dailycontact.upkeep.rule import mailing
from dailycontact.upkeep.usecases import settings as usecase
from dailycontact.upkeep.usecases.personal import save_personal
from dailycontact.upkeep.view import settings as view
from dailycontact.workspace import NotALeader, Workspace

T = TypeVar("T")


class NobodyOfYours(Refused):
    """Who somebody is in the demonstration is not kept: in their own book they are another."""

    def __init__(self) -> None:
        super().__init__(
            "Who you are is kept for your own book; in the demonstration, say it each time with:"
            " dailycontact --book demo --as NAME today"
        )


def config(
    workspace: Workspace,
    *,
    question: flags.Question = None,
    company: flags.Company = None,
    country: flags.Country = None,
    zone: flags.Zone = None,
    work_days: flags.WorkDays = None,
    hours: flags.Hours = None,
    attempts: flags.Attempts = None,
    cadence: flags.Cadence = None,
    segment_cadence: flags.SegmentCadence = None,
    talks: flags.Talks = None,
    report_day: flags.ReportDay = None,
    limit: flags.Limit = None,
    permission: flags.Permission = None,
    recipients: flags.Recipients = None,
    notify: flags.Notify = None,
    mail_server: flags.MailServer = None,
    mail_user: flags.MailUser = None,
    mail_from: flags.MailFrom = None,
    mail_security: flags.MailSecurity = None,
    keep_word: flags.KeepWord = None,
    hide_word: flags.HideWord = None,
    me: flags.Me = None,
    book: flags.Book = None,
    json: options.Json = False,
) -> None:
    """Show the settings, or change some; the book's are shared by its leaders.

    Often enough once a quarter: dailycontact config --cadence quarter
    """
    wanted = usecase.Wanted(
        settings=_given(
            question=_read(rule.read_question, question),
            company=_read(rule.read_company, company),
            country=_read(rule.read_country, country),
            zone=_read(usecase.read_zone, zone),
            work_days=_read(rule.read_work_days, work_days),
            hours=_read(rule.read_hours, hours),
            attempts=_read(rule.read_attempts, attempts),
            cadence=_read(rule.read_cadence, cadence),
            talks=_read(rule.read_talks, talks),
            report_day=_read(rule.read_report_day, report_day),
            permission=_read(mailing.read_permission, permission),
        )
        | _mail(mail_server, user=mail_user, sender=mail_from, security=mail_security)
        | mailing.read_recipients(recipients or ())
        | mailing.read_channels(notify or ()),
        limits=rule.read_limits(limit or ()),
        segments=rule.read_segment_cadences(segment_cadence or ()),
        kept_words=mailing.read_words(keep_word or (), flag="--keep-word"),
        hidden_words=mailing.read_words(hide_word or (), flag="--hide-word"),
    )
    mine = _given(me=_read(_leader_in(workspace), me), book=_read(_address, book))
    names = _set(workspace, wanted)
    if mine:
        save_personal(Path(config_file()), mine)
    if remark := rule.cut_hours(hours):
        workspace.screen.warn(remark)
    if names or mine:
        workspace.screen.say(view.saved(names, [f"{key} = {mine[key]}" for key in mine]))
    if wanted.settings.keys() & {"report_day", "work_days", "zone"}:
        workspace.screen.hint(
            "If the report goes by itself, have that set up anew, with your times:"
            f" {PROGRAM} schedule --install"
        )
    if json or not (names or mine):
        _show(workspace, json=json)


def _mail(
    server: str | None, *, user: str | None, sender: str | None, security: str | None
) -> dict[str, str]:
    given = {
        "mail.user": _read(mailing.read_user, user),
        "mail.sender": _read(mailing.read_sender, sender),
        "mail.security": _read(mailing.read_security, security),
    }
    return ({} if server is None else mailing.read_server(server)) | _given(**given)


def _set(workspace: Workspace, wanted: usecase.Wanted) -> tuple[str, ...]:
    if not wanted.anything:
        return ()
    if not workspace.has_book:
        raise workspace.no_book()
    with workspace.change("config") as change:
        return usecase.configure(change, wanted, today=workspace.today)


def _show(workspace: Workspace, *, json: bool) -> None:
    leaders = team.leaders(workspace.look) if workspace.has_book else ()
    person = view.Person(
        me=workspace.settings.me,
        book=workspace.book.place,
        file=config_file(),
        only=leaders[0].name if len(leaders) == 1 else None,
    )
    settings = usecase.in_force(workspace.look) if workspace.has_book else None
    if json:
        workspace.screen.json(view.document(person, settings))
        return
    workspace.screen.show(*view.card(person, settings))
    if settings is None:
        workspace.screen.hint(f"There is no book yet; see {PROGRAM} today.")


def _leader_in(workspace: Workspace) -> Callable[[str], str]:
    def read(name: str) -> str:
        if workspace.settings.is_demo:
            raise NobodyOfYours
        if not workspace.has_book:
            return name.strip()
        found = team.find_member(workspace.look, name)
        if not found.leads:
            raise NotALeader(found.name)
        return found.name

    return read


def _address(typed: str) -> str:
    """Return a book as it is kept: a path from wherever one stands, or what is no path."""
    return typed if "://" in typed or typed == DEMO else str(Path(typed).expanduser().absolute())


def _read(reader: Callable[[T], str], typed: T | None) -> str | None:
    return None if typed is None else reader(typed)


def _given(**values: str | None) -> dict[str, str]:
    return {name: value for name, value in values.items() if value is not None}
