"""What is said after a customer was added, changed, left alone, or met again."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, first_name, listed
from dailycontact.people.usecases.attention import Attended, Refusing
from dailycontact.people.usecases.entries import Entered
from dailycontact.people.view.roster import customer_document
from dailycontact.people.view.stories import entry, rhythm, status
from dailycontact.terminal.card import Part, paragraph


def entered(entered: Entered, *, today: date) -> list[Part | str]:
    """Return a customer as they stand in the book now."""
    customer = entered.customer
    stands = status(customer, today=today)
    often = rhythm(customer, entered.turn_on, today=today)
    line = stands or f"{often[0].upper()}{often[1:]}."
    return ["", *entry(customer, today=today), paragraph(line, indent=2), ""]


def added_sentence(entered: Entered) -> str:
    """Return that somebody was added."""
    return f"{entered.customer.name} is in the book. Wrong? {PROGRAM} undo"


def edited_sentence(entered: Entered) -> str:
    """Return what was changed, and how to take it back; or that all of it was so before."""
    if not entered.changed:
        return f"Nothing to change: {entered.customer.name} is in the book like that already."
    return f"Changed: {listed(list(entered.changed), most=9)}. Wrong? {PROGRAM} undo"


ANY_ZONE = "I cannot tell: phone when the hour is right in all of them"


def zone_question(name: str) -> str:
    """Return what is asked where somebody could be in several time zones."""
    return f"Which time zone is {first_name(name)} in?"


def zone_choice(zone: str, now: datetime) -> str:
    """Return a time zone with what its clocks show, by which people know it."""
    return f"{zone} (it is {now.astimezone(ZoneInfo(zone)):%H:%M} there)"


def alike(entered: Entered) -> str:
    """Return who else could be the same person; empty when nobody could."""
    if not entered.alike:
        return ""
    others = [f"{one.id} {one.full_name}" for one in entered.alike]
    first, new = entered.alike[0].id, entered.customer.id
    return (
        f"The same name or number is in the book already: {listed(others, most=4)}."
        f" One person? {PROGRAM} customers merge {first} {new}"
    )


def paused(attended: Attended, *, day: date) -> str:
    """Return the sentence after a pause."""
    customer = attended.customer
    if customer.paused_until is None:
        return (
            f"{customer.name} is left alone until you say: {PROGRAM} customers resume {customer.id}"
        )
    return f"{customer.name} is left alone until {say_day(customer.paused_until, today=day)}."


def resumed(attended: Attended, *, today: date) -> str:
    """Return the sentence after a pause was ended, or a refusal lifted."""
    customer = attended.customer
    stands = status(customer, today=today)
    often = rhythm(customer, attended.turn_on, today=today)
    return (
        f"{customer.name} may be phoned again: {often}."
        if not stands
        else (f"{customer.name}: {stands}")
    )


def refuse_question(customer: Customer) -> str:
    """Return what to ask before a refusal is noted, because undo does not lift it."""
    return (
        f"{customer.full_name} is never proposed again, and undo does not change that: only"
        " their own word does (with --lift). Sure?"
    )


def refused(refusing: Refusing, *, day: date) -> list[str]:
    """Return the sentences after a refusal."""
    customer, ended = refusing.customer, refusing.ended
    since = customer.do_not_contact_on
    ago = f" (since {say_day(since, today=day)})" if since and since != day else ""
    said = [f"{customer.name} will not be contacted any more{ago}."]
    if ended.waived:
        numbers = listed([str(one.answer_id) for one in ended.waived], most=6)
        said.append(f"Need not be told any more: {numbers}.")
    if ended.dropped:
        said.append(f"{count(len(ended.dropped), 'promise')} dropped.")
    return said


def lift_question(customer: Customer) -> str:
    """Return what is asked before a refusal is lifted."""
    return f"Did {customer.full_name} say so?"


def entered_document(entered: Entered) -> dict[str, object]:
    """Return a customer who was added or changed as a JSON document."""
    return {
        "customer": customer_document(entered.customer, entered.turn_on),
        "changed": list(entered.changed),
        "warnings": list(entered.warnings),
        "alike": _ids(entered.alike),
    }


def attended_document(attended: Attended) -> dict[str, object]:
    """Return a customer who was paused or resumed as a JSON document."""
    return {"customer": customer_document(attended.customer, attended.turn_on)}


def refusing_document(refusing: Refusing) -> dict[str, object]:
    """Return a customer who refused, and what that ended, as a JSON document."""
    return {
        "customer": customer_document(refusing.customer, None),
        "waived": [one.answer_id for one in refusing.ended.waived],
        "dropped_promises": [promise.id for promise in refusing.ended.dropped],
    }


def _ids(customers: Iterable[Customer]) -> list[int]:
    return [customer.id for customer in customers]
