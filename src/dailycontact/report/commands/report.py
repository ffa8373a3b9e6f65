"""report."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, TypeVar

from dailycontact.core.period import Period, days_between, week_named, week_of
from dailycontact.errors import UsageProblem
from dailycontact.report.rule.report import Edition
from dailycontact.report.usecases import report as usecase
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dailycontact.report.rule.report import Report

T = TypeVar("T")


class OnePeriodOnly(UsageProblem):
    """Two ways of naming the days were given."""

    def __init__(self) -> None:
        super().__init__("Name one period: --week 2026-W47, or --last, or --since with --until.")


class SinceWhen(UsageProblem):
    """The last day was given without the first."""

    def __init__(self) -> None:
        super().__init__("--until needs the first day as well; give it with --since DATE.")


class UnknownForm(UsageProblem):
    """No edition, or no format, goes by that name."""

    def __init__(self, flag: str, typed: str, known: list[str]) -> None:
        super().__init__(f"{flag} {typed!r} is not known; choose from: {', '.join(known)}.")


def report(
    workspace: Workspace,
    *,
    week: Annotated[
        str | None, typer.Option("--week", metavar="WEEK", help="A week, like 2026-W47.")
    ] = None,
    last: Annotated[bool, typer.Option("--last", help="Last week.")] = False,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="From this day on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Up to this day (usual: today).")
    ] = None,
    edition: Annotated[
        str, typer.Option("--edition", help="team, or leader: for leaders only, with everything.")
    ] = "team",
    format: Annotated[
        str | None, typer.Option("--format", help="terminal, markdown or json.")
    ] = None,
    output: options.Output = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
    json: options.Json = False,
) -> None:
    """Look back on a week: what customers told us, what became of it, and who still waits.

    Without options this week, for the team. dailycontact report --last -o week.md
    """
    period = _period(workspace, week=week, last=last, since=since, until=until)
    found = usecase.report(
        workspace.look,
        period=period,
        edition=_known("--edition", edition, {each.value: each for each in Edition}),
        today=workspace.today,
    )
    _hand_over(workspace, found, "json" if json else format, output, force=force)


def _hand_over(
    workspace: Workspace, found: Report, form: str | None, output: Path | None, *, force: bool
) -> None:
    from dailycontact.report.formats import FORMATS, SUFFIXES, terminal

    form = form or (SUFFIXES.get(output.suffix.lower()) if output else None) or "terminal"
    render = _known("--format", form, FORMATS)
    if output is not None and str(output) != "-":
        from dailycontact.terminal.files import write_file

        write_file(output, render(found), force=force)
        workspace.screen.say(f"Written: {output} ({found.edition} edition)")
    elif form == "terminal" and output is None:
        workspace.screen.show(*terminal.parts(found))
    else:
        workspace.screen.bytes(render(found))


def _known(flag: str, typed: str, known: Mapping[str, T]) -> T:
    if typed not in known:
        raise UnknownForm(flag, typed, sorted(known))
    return known[typed]


def _period(
    workspace: Workspace, *, week: str | None, last: bool, since: str | None, until: str | None
) -> Period:
    if (week is not None) + last + (since is not None or until is not None) > 1:
        raise OnePeriodOnly
    today, zone = workspace.today, workspace.book_settings.zone
    if week is not None:
        return week_named(week, today=today, zone=zone)
    if since is None and until is None:
        return week_of(today - timedelta(weeks=last), zone=zone)
    if since is None:
        raise SinceWhen
    end = workspace.read_day(until, past=True) if until else today
    return days_between(workspace.read_day(since, past=True), end, zone=zone)
