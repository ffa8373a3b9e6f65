"""The columns of an export: their headers, their order, and what stands in them."""

import re
from collections.abc import Iterable, Iterator

from dailycontact.core.exported import Exported, OtherId

ALWAYS = ("Customer ID", "Book", "Name")
"""Our own files are known by these."""

_BEFORE = (*ALWAYS, "Company")
_PHONE = ("Label", "Value", "As written", "Wrong since")
_EMAIL = ("Label", "Value")
_BEHIND = (
    *("Country", "Time Zone", "Hours", "Segment", "Cadence", "Leader", "Recommended by"),
    *("Joined on", "Renewed on", "Left on", "Paused on", "Paused until"),
    *("Do Not Contact", "Refused on", "Refused because", "Other ids"),
)
_SPECIAL = re.compile(r"[%;=]|^\s|\s$|\s(?=\s)|[^\S ]")
_COUNTED = re.compile(r"(Phone|E-mail) (\d+) - ")


def cells(one: Exported) -> dict[str, str]:
    """Return what stands in a customer's row, by header; without what is not known of them."""
    said = {
        "Customer ID": str(one.id),
        "Book": one.book,
        "Name": one.name,
        "Company": one.company,
        **dict(_numbered(one)),
        "Country": one.country,
        "Time Zone": one.zone,
        "Hours": one.hours,
        "Segment": one.segment,
        "Cadence": None if one.cadence is None else str(one.cadence),
        "Leader": one.leader,
        "Recommended by": one.referred_by,
        "Joined on": one.joined_on,
        "Renewed on": one.renewed_on,
        "Left on": one.left_on,
        "Paused on": one.paused_on,
        "Paused until": one.paused_until,
        "Do Not Contact": "yes" if one.refused_on else None,
        "Refused on": one.refused_on,
        "Refused because": one.refused_why,
        "Other ids": together(one.other_ids),
    }
    return {header: text for header, text in said.items() if text}


def headers(people: Iterable[Exported]) -> tuple[str, ...]:
    """Return the headers of a table of these customers: those of columns that hold anything."""
    seen: dict[str, None] = dict.fromkeys(ALWAYS)
    for one in people:
        seen.update(dict.fromkeys(cells(one)))
    most = max((int(found[2]) for found in map(_COUNTED.match, seen) if found), default=0)
    return tuple(header for header in _in_order(most) if header in seen)


def together(ids: Iterable[OtherId]) -> str:
    """Return ids elsewhere in one text: HubSpot=123; Zoho=9. What would part them is %-written."""
    return "; ".join(f"{_escaped(one.source)}={_escaped(one.value)}" for one in ids)


def apart(text: str) -> tuple[OtherId, ...]:
    """Return the ids that `together` put into one text; what has no = is none."""
    from urllib.parse import unquote

    pairs = (part.strip(" ").partition("=") for part in text.split(";"))
    return tuple(
        OtherId(unquote(source), unquote(value)) for source, equals, value in pairs if equals
    )


def _escaped(text: str) -> str:
    from urllib.parse import quote

    return _SPECIAL.sub(lambda found: quote(found[0], safe=""), text)


def _numbered(one: Exported) -> Iterator[tuple[str, str | None]]:
    for place, phone in enumerate(one.phones, start=1):
        said = (phone.label, phone.value, phone.as_written, phone.wrong_on)
        yield from zip((f"Phone {place} - {what}" for what in _PHONE), said, strict=True)
    for place, email in enumerate(one.emails, start=1):
        yield from zip((f"E-mail {place} - {what}" for what in _EMAIL), email, strict=True)


def _in_order(most: int) -> Iterator[str]:
    yield from _BEFORE
    for kind, whats in (("Phone", _PHONE), ("E-mail", _EMAIL)):
        for place in range(1, most + 1):
            yield from (f"{kind} {place} - {what}" for what in whats)
    yield from _BEHIND
