"""report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dailycontact import __version__
from dailycontact.errors import UsageProblem
from dailycontact.report.commands import flags
from dailycontact.report.commands.choosing import Typed, chosen
from dailycontact.report.commands.handing import UnknownForm, form_of, hand_over
from dailycontact.report.rule.report import Edition
from dailycontact.report.usecases import report as usecase
from dailycontact.terminal.later import options
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dailycontact.report.rule.report import Report


class SentNotWritten(UsageProblem):
    """It is to be sent, and to be written or shown in some form as well."""

    def __init__(self, flag: str) -> None:
        super().__init__(
            f"--send sends the report, so {flag} cannot stand beside it; do one after the other."
        )


class GoesWithSend(UsageProblem):
    """A flag that is about sending, and nothing is sent."""

    def __init__(self, flag: str) -> None:
        super().__init__(f"{flag} is about sending; say what to send with --send team.")


def report(
    workspace: Workspace,
    *,
    when: flags.When = None,
    week: flags.Week = None,
    last: flags.Last = False,
    month: flags.Month = False,
    quarter: flags.Quarter = False,
    year: flags.Year = False,
    since: flags.Since = None,
    until: flags.Until = None,
    compare: flags.Compare = False,
    edition: flags.Edition = None,
    format: flags.Format = None,
    table: flags.Table = None,
    output: options.Output = None,
    force: flags.Force = False,
    preview: flags.Preview = False,
    send: flags.Send = None,
    dry_run: flags.DryRun = False,
    yes: flags.Yes = False,
    json: options.Json = False,
) -> None:
    """Look back on a week: what customers told us, what became of it, and who still waits.

    Without options this week, for the team. dailycontact report last -o week.html
    """
    typed = Typed(
        when=" ".join(when or ()).strip(), week=week, last=last,
        month=month, quarter=quarter, year=year, since=since, until=until,
    )  # fmt: skip
    if send is not None:
        shown = {"--preview": preview, "--json": json, "--force": force}
        others = {"--format": format, "--table": table, "-o": output}
        _only_sent(edition, send, others | {flag: True for flag, said in shown.items() if said})
        _send(workspace, send, typed, compare=compare, dry_run=dry_run, yes=yes)
        return
    if dry_run or yes:
        raise GoesWithSend("--dry-run" if dry_run else "--yes")
    known = edition_named("--edition", edition or Edition.TEAM)
    form = form_of("json" if json else format, table=table, output=output)
    found = usecase.report(
        workspace.look,
        period=chosen(workspace, typed),
        edition=known,
        now=workspace.now,
        today=workspace.today,
        compare=compare,
        version=__version__,
    )
    if preview:
        _preview(workspace, found, json=json)
        return
    hand_over(workspace, found, form=form, table=table, output=output, force=force)


def _preview(workspace: Workspace, found: Report, *, json: bool) -> None:
    from dailycontact.report.view import hidden as view

    if json:
        workspace.screen.json(view.document(found))
    else:
        workspace.screen.show(*view.hidden(found))


def edition_named(flag: str, typed: str) -> Edition:
    """Return the edition that goes by a name.

    Raises:
        UnknownForm: none does.

    """
    known = {edition.value: edition for edition in Edition}
    word = typed.strip().casefold()
    if word not in known:
        raise UnknownForm(flag, typed, sorted(known))
    return known[word]


def _only_sent(edition: str | None, send: str, others: Mapping[str, object]) -> None:
    """Refuse what cannot stand beside --send."""
    if edition is not None and edition.casefold() != send.casefold():
        raise SentNotWritten("another --edition")
    for flag, value in others.items():
        if value is not None:
            raise SentNotWritten(flag)


def _send(
    workspace: Workspace, which: str, typed: Typed, *, compare: bool, dry_run: bool, yes: bool
) -> None:
    from dailycontact.report.commands.sending import send

    send(
        workspace,
        edition=edition_named("--send", which),
        period=chosen(workspace, typed) if typed.anything else None,
        compare=compare,
        dry_run=dry_run,
        yes=yes,
    )
