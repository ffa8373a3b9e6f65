"""Customers as one JSON document, a line each: what other programs read, and we again."""

import json
from typing import Any, BinaryIO

from dailycontact.core.exported import Exported, ExportedPhone
from dailycontact.people.formats import People


def write(out: BinaryIO, people: People, *, book: str) -> None:
    """Write {"book": …, "customers": […]}."""
    out.write(f'{{"book": {json.dumps(book)}, "customers": [\n'.encode())
    between = b""
    for one in people():
        out.write(between + json.dumps(document(one)).encode())
        between = b",\n"
    out.write(b"\n]}\n")


def document(one: Exported) -> dict[str, Any]:
    """Return what the document says of a customer; null and [] where there is nothing."""
    return {
        "customer_id": one.id,
        "name": one.name,
        "company": one.company or None,
        "phones": [_phone(phone) for phone in one.phones],
        "emails": [{"label": at.label or None, "address": at.address} for at in one.emails],
        "country": one.country,
        "time_zone": one.zone,
        "hours": one.hours,
        "segment": one.segment,
        "cadence": one.cadence,
        "leader": one.leader,
        "recommended_by": one.referred_by,
        "joined_on": one.joined_on,
        "renewed_on": one.renewed_on,
        "left_on": one.left_on,
        "paused_on": one.paused_on,
        "paused_until": one.paused_until,
        "do_not_contact": one.refused_on is not None,
        "refused_on": one.refused_on,
        "refused_because": one.refused_why,
        "other_ids": [each._asdict() for each in one.other_ids],
    }


def _phone(phone: ExportedPhone) -> dict[str, str | None]:
    return {
        "label": phone.label or None,
        "e164": phone.e164,
        "extension": phone.extension,
        "as_written": phone.raw,
        "wrong_since": phone.wrong_on,
    }
