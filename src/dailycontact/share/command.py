"""share."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

from dailycontact.core.period import week_of
from dailycontact.core.period_named import week_named
from dailycontact.core.references import answer_number
from dailycontact.core.sentences import undo_offer
from dailycontact.share import rule, usecase, view
from dailycontact.share.rule import Audience
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from dailycontact.core.period import Period

LAST, THIS = "last", "this"
"""How a week is named in a word."""


def share(
    workspace: Workspace,
    *,
    numbers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ANSWER]…", help="Which answers; all that are new otherwise."),
    ] = None,
    to: Annotated[Audience, typer.Option("--to", help="Who was shown them.")] = Audience.TEAM,
    where: Annotated[
        str | None, typer.Option("--where", help="Where: Monday's stand-up, the team chat.")
    ] = None,
    week: Annotated[
        str | None,
        typer.Option("--week", metavar="WEEK", help="All in a week's report: last, or 2026-W47."),
    ] = None,
    json: options.Json = False,
) -> None:
    """Mark answers as shown to the team, and print them ready to be pasted.

    Only what may be passed on, as it may be passed on: dailycontact share --where "stand-up".
    """
    wanted = [answer_number(text) for text in numbers or ()]
    if week is not None and wanted:
        raise rule.NumbersOrWeek
    if week is not None and to is Audience.CUSTOMERS:
        raise rule.ReportIsForUs
    place = " ".join((where or "").split()) or None
    period = None if week is None else _week(workspace, week)
    day = workspace.today
    with workspace.change("share") as change:
        if period is None:
            shared = usecase.share(change, wanted, place=place, day=day, audience=to)
        else:
            shared = usecase.share_week(change, period, place=place, day=day, audience=to)
    if json:
        workspace.screen.json(view.document(shared))
        return
    if shared.answers and shared.week is None:
        text = view.to_be_pasted(shared, company=workspace.book_settings.company)
        shown = view.on_a_screen(text) if workspace.screen.is_terminal else text
        workspace.screen.show("", *shown, "")
    workspace.screen.say(*view.confirmation(shared))
    if hint := view.next_step(shared):
        workspace.screen.hint(hint)
    if shared.fresh:
        workspace.screen.hint(undo_offer())


def _week(workspace: Workspace, typed: str) -> Period:
    """Return the week that is typed: last, this, 2026-W47, or W47.

    Raises:
        NoSuchWeek: it names none.

    """
    today, zone = workspace.today, workspace.book_settings.zone
    word = typed.strip().casefold()
    if word in (LAST, THIS):
        return week_of(today - timedelta(weeks=word == LAST), zone=zone)
    return week_named(typed, today=today, zone=zone)
