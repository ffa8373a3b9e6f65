"""The list of customers: a line each, and how many there are beyond it."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.customer import Customer, Phone
from dailycontact.core.program import PROGRAM
from dailycontact.core.rhythm import PARKED_AT
from dailycontact.core.sentences import count
from dailycontact.loop import CADENCES
from dailycontact.people.usecases.roster import Listed, Roster
from dailycontact.terminal.card import MARGIN, Part, paragraph
from dailycontact.terminal.door import cells, safe, shorten
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME, PLAIN

HEADERS = ("id", "name", "company", "phone", "every", "spoken", "turn")
EVERYBODY_ANSWERS = "No number in the book seems to be wrong."
GAP = 2
_NAME, _COMPANY = 1, 2
_LEAST = 10
_YEAR = 330
"""Days after which a month alone does not say which year it is in."""

_EVERY = {length: name for name, length in CADENCES.items()}


def roster(shown: Roster, *, today: date, whole: bool, to_check: bool = False) -> list[Part | str]:
    """Return the list; `whole` never shortens a name, for another program to read.

    `to_check` says what to do about numbers that nobody answers.

    A name that is too long for its column pushes the rest of its own line to the right, and of no
    other.
    """
    if not shown.listed:
        return ["", paragraph(EVERYBODY_ANSWERS if to_check else "Nobody in the book fits."), ""]
    rows = [_cells(one, today=today) for one in shown.listed]
    footer = _to_check(shown) if to_check else _footer(shown)
    return ["", _table(rows, whole=whole), "", paragraph(footer, style=LABEL), ""]


def _table(rows: Sequence[tuple[str, ...]], *, whole: bool) -> Part:
    widths = [max(cells(row[place]) for row in (HEADERS, *rows)) for place in range(len(HEADERS))]

    def lay_out(width: int) -> list[Line]:
        fitted = _fit(widths, width)
        lines = [_line(HEADERS, fitted, LABEL, whole=whole)]
        lines += [_line(row, fitted, PLAIN, whole=whole) for row in rows]
        return lines

    return Part(lay_out)


def _fit(widths: Sequence[int], width: int) -> list[int]:
    """Return the widths with name and company sharing what the other columns leave."""
    fixed = sum(widths) - widths[_NAME] - widths[_COMPANY]
    room = max(width - MARGIN - GAP * (len(widths) - 1) - fixed, 2 * _LEAST)
    name, company = widths[_NAME], widths[_COMPANY]
    if name + company > room:
        name = min(name, max(room // 2, room - company))
        company = min(company, room - name)
    return [*widths[:_NAME], name, company, *widths[_COMPANY + 1 :]]


def _line(row: Sequence[str], widths: Sequence[int], style: str, *, whole: bool) -> Line:
    """Return one line of the table, in few pieces, because there may be many of them."""
    identity, name, *rest = (
        _filled(text, width, whole=whole) for text, width in zip(row, widths, strict=True)
    )
    shown = " " * GAP + (" " * GAP).join(rest)
    before = " " * (MARGIN + widths[0] - cells(row[0])) + identity.rstrip() + " " * GAP
    return Line((before, style), (name, NAME if style == PLAIN else style), (shown, style))


def _filled(text: str, width: int, *, whole: bool) -> str:
    shown = text if whole or cells(text) <= width else shorten(text, width)
    return shown + " " * max(width - cells(shown), 0)


def _cells(one: Listed, *, today: date) -> tuple[str, ...]:
    customer = one.customer
    company = "" if customer.company == customer.name else customer.company
    return (
        str(customer.id),
        safe(customer.name),
        safe(company),
        safe(_reach(customer)),
        _EVERY.get(customer.beat, f"{customer.beat} days"),
        near(customer.last_on, today=today) if customer.last_on else "never",
        _turn(one, today=today),
    )


def _reach(customer: Customer) -> str:
    if customer.refused:
        return "do not contact"
    phone = first_phone(customer)
    return phone.shown if phone else "no phone"


def first_phone(customer: Customer) -> Phone | None:
    """Return the number that is dialled first, if there is one."""
    return next((phone for phone in customer.phones if phone.usable), None)


def _turn(one: Listed, *, today: date) -> str:
    customer = one.customer
    if customer.left_on:
        return "left"
    if customer.is_paused(today):
        return "paused"
    if one.turn_on is None:
        return "–"
    return "now" if one.turn_on <= today else near(one.turn_on, today=today)


def near(day: date, *, today: date) -> str:
    """Return a day in a few letters: "3 Sep", or "Sep 2027" where it is far off."""
    if abs((day - today).days) < _YEAR:
        return f"{day.day} {day:%b}"
    return f"{day:%b %Y}"


def _footer(shown: Roster) -> str:
    if shown.more:
        return (
            f"The first {len(shown.listed):,} of {shown.total:,}, and {shown.more:,} more;"
            f" look for some with: {PROGRAM} customers list TEXT (or --all)"
        )
    return f"{count(shown.total, 'customer')}. One of them: {PROGRAM} customers show NAME"


def _to_check(shown: Roster) -> str:
    silent = count(shown.total, "customer has", "customers have")
    return (
        f"{silent} not answered {PARKED_AT} times in a row or more. With another number:"
        f" {PROGRAM} customers edit NAME --phone NUMBER. Where it is right:"
        f" {PROGRAM} customers edit NAME --number-checked"
    )


def roster_document(shown: Roster) -> dict[str, object]:
    """Return the list as a JSON document."""
    return {
        "total": shown.total,
        "more": shown.more,
        "customers": [customer_document(one.customer, one.turn_on) for one in shown.listed],
    }


def customer_document(customer: Customer, turn_on: date | None) -> dict[str, object]:
    """Return what is known of a customer as a JSON document."""
    return {
        "id": customer.id,
        "name": customer.name,
        "company": customer.company,
        "country": customer.country,
        "zone": customer.zone,
        "hours": str(customer.hours) if customer.hours else None,
        "segment": customer.segment,
        "cadence": customer.cadence,
        "every": customer.beat,
        "leader_id": customer.leader_id,
        "joined_on": customer.joined_on,
        "last_on": customer.last_on,
        "turn_on": turn_on,
        "phones": [_phone_document(phone) for phone in customer.phones],
        "emails": list(customer.emails),
        "do_not_contact_on": customer.do_not_contact_on,
        "do_not_contact_why": customer.do_not_contact_why,
        "paused_on": customer.paused_on,
        "paused_until": customer.paused_until,
        "left_on": customer.left_on,
        "renewed_on": customer.renewed_on,
        "referred_by": customer.referred_by,
        "misses": customer.misses,
    }


def _phone_document(phone: Phone) -> dict[str, object]:
    return {
        "label": phone.label,
        "raw": phone.raw,
        "e164": phone.e164,
        "extension": phone.extension,
        "wrong_on": phone.wrong_on,
    }
