"""customers add, edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from dailycontact.people.rule import NONE, on_one_line
from dailycontact.people.usecases import entries, places
from dailycontact.people.usecases.details import Details
from dailycontact.people.view import entries as view
from dailycontact.terminal.later import options, typer
from dailycontact.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date

    from dailycontact.core.customer import Customer


def add(
    workspace: Workspace,
    *,
    name: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Who it is.")] = None,
    company: Annotated[str | None, typer.Option("--company", help="Where they work.")] = None,
    phones: Annotated[
        list[str] | None,
        typer.Option("--phone", metavar="[LABEL=]NUMBER", help="Like office=+44 113 496 0123."),
    ] = None,
    emails: Annotated[list[str] | None, typer.Option("--email", help="An address.")] = None,
    country: Annotated[str | None, typer.Option("--country", help="Where they are.")] = None,
    zone: Annotated[str | None, typer.Option("--zone", help="Like Europe/London.")] = None,
    hours: options.Hours = None,
    segment: Annotated[str | None, typer.Option("--segment", help="A new name makes one.")] = None,
    segment_cadence: options.HowOftenAll = None,
    cadence: options.HowOften = None,
    leader: Annotated[
        str | None, typer.Option("--leader", help="Who alone phones them; nobody: anybody.")
    ] = None,
    referral: Annotated[str | None, typer.Option("--referral", help="Recommended by.")] = None,
    came_back: Annotated[
        bool,
        typer.Option("--came-back", help="They were erased, and are a customer again, they say."),
    ] = False,
    json: options.Json = False,
) -> None:
    """Add a customer by hand; their first turn comes soon.

    For example: dailycontact customers add "Ana Duarte" --phone office=+441134960123
    """
    workspace.begin()
    typed = " ".join(name or ())
    if not typed:
        typed, company, phones = _asked(workspace, company, phones)
    details = Details(
        name=typed,
        company=company,
        country=country,
        zone=zone,
        hours=hours,
        segment=segment,
        segment_cadence=segment_cadence,
        cadence=cadence,
        leader=leader,
        referral=referral,
        phones=tuple(phones or ()),
        emails=tuple(map(on_one_line, emails or ())),
    )
    details = _placed(workspace, details)
    with workspace.change("customers add") as change:
        entered = entries.add(change, details, day=workspace.today, came_back=came_back)
    _show(workspace, entered, view.added_sentence(entered), json=json)
    if not json and not entered.alike:
        _suggest_merging(workspace, entered.customer.id)


def _suggest_merging(workspace: Workspace, customer_id: int) -> None:
    """Say so, quietly, where somebody who looks alike is in the book."""
    from dailycontact.people.usecases.merging import alike_to
    from dailycontact.people.view.merging import hint

    if words := hint(alike_to(workspace.look, [customer_id])):
        workspace.screen.hint(words)


def _asked(
    workspace: Workspace, company: str | None, phones: list[str] | None
) -> tuple[str, str | None, list[str] | None]:
    """Ask who it is, and for what no flag has said."""
    name = workspace.asker.ask("Their name", flag="NAME")
    if company is None:
        company = workspace.asker.line("Company (Enter: none)")
    if not phones:
        phones = [workspace.asker.line("Phone (Enter: none)")]
    return name, company, phones


def edit(
    workspace: Workspace,
    *,
    customer: options.Customer,
    name: Annotated[str | None, typer.Option("--name", help="Another name.")] = None,
    company: Annotated[str | None, typer.Option("--company", help="Where they work.")] = None,
    phones: Annotated[
        list[str] | None,
        typer.Option("--phone", metavar="[LABEL=]NUMBER", help="One more number."),
    ] = None,
    without_phones: Annotated[
        list[str] | None,
        typer.Option("--remove-phone", metavar="NUMBER", help="Take a number (or label) away."),
    ] = None,
    number_checked: Annotated[
        bool, typer.Option("--number-checked", help="The number is right; try it again.")
    ] = False,
    emails: Annotated[list[str] | None, typer.Option("--email", help="One more address.")] = None,
    without_emails: Annotated[
        list[str] | None, typer.Option("--remove-email", help="Take an address away.")
    ] = None,
    country: Annotated[str | None, typer.Option("--country", help="Where they are.")] = None,
    zone: Annotated[str | None, typer.Option("--zone", help="Like Europe/London.")] = None,
    hours: options.Hours = None,
    segment: Annotated[str | None, typer.Option("--segment", help="A new name makes one.")] = None,
    segment_cadence: options.HowOftenAll = None,
    cadence: options.HowOften = None,
    leader: Annotated[str | None, typer.Option("--leader", help="Who alone phones them.")] = None,
    referral: Annotated[str | None, typer.Option("--referral", help="Recommended by.")] = None,
    renewed: Annotated[str | None, typer.Option("--renewed", help="The day they renewed.")] = None,
    left: Annotated[str | None, typer.Option("--left", help="The day they left us.")] = None,
    json: options.Json = False,
) -> None:
    """Change what is known of a customer; - takes away what is known.

    For example: dailycontact customers edit duarte --cadence month --leader -
    """
    found = workspace.named_customer(customer)
    details = Details(
        name=name,
        company=company,
        country=country,
        zone=zone,
        hours=hours,
        segment=segment,
        segment_cadence=segment_cadence,
        cadence=cadence,
        leader=leader,
        referral=referral,
        days=_days(workspace, renewed_on=renewed, left_on=left),
        phones=tuple(phones or ()),
        emails=tuple(map(on_one_line, emails or ())),
        without_phones=tuple(without_phones or ()),
        without_emails=tuple(without_emails or ()),
        number_checked=number_checked,
    )
    details = _placed(workspace, details, of=found)
    with workspace.change("customers edit") as change:
        entered = entries.edit(change, found, details, day=workspace.today)
    _show(workspace, entered, view.edited_sentence(entered), json=json)


def _placed(workspace: Workspace, details: Details, *, of: Customer | None = None) -> Details:
    """Ask which time zone somebody is in, once, where it could be one of several."""
    if not workspace.asker.can_ask:
        return details
    zones = places.zones_in_doubt(workspace.look, details, of=of)
    if not zones:
        return details
    name = details.name or (of.name if of else "")
    choices = [*(view.zone_choice(zone, workspace.now) for zone in zones), view.ANY_ZONE]
    chosen = workspace.asker.choose(view.zone_question(name), choices, flag="--zone")
    return replace(details, zone=zones[chosen]) if chosen < len(zones) else details


def _days(workspace: Workspace, **typed: str | None) -> dict[str, date | None]:
    return {
        column: None if text == NONE else workspace.read_day(text, past=True)
        for column, text in typed.items()
        if text is not None
    }


def _show(workspace: Workspace, entered: entries.Entered, said: str, *, json: bool) -> None:
    screen = workspace.screen
    if json:
        screen.json(view.entered_document(entered))
        return
    screen.show(*view.entered(entered, today=workspace.today))
    for warning in (*entered.warnings, view.alike(entered)):
        if warning:
            screen.warn(warning)
    screen.say(said)
