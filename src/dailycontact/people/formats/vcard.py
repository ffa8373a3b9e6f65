"""Customers as vCard 4.0 (RFC 6350): for phones and address books.

What a card has no field for stands in X-DAILYCONTACT- properties, so that nothing is lost when it
comes back. A label stands beside its number as address books write it: item1.X-ABLabel.
"""

from collections.abc import Iterator
from typing import BinaryIO

from dailycontact.core.exported import Exported, ExportedPhone
from dailycontact.core.exported_columns import cells
from dailycontact.people.formats import People

LONGEST_LINE = 75
"""Octets of a line, its end not counted: RFC 6350, section 3.2."""
MOST_PREFERRED = 100
"""PREF goes from 1 to 100: section 5.3."""

_TYPES = {"office": "work", "home": "home", "mobile": "cell"}
_OWN = (
    *("Customer ID", "Book", "Hours", "Cadence", "Leader", "Recommended by", "Joined on"),
    *("Renewed on", "Left on", "Paused on", "Paused until", "Do Not Contact", "Refused on"),
    *("Refused because", "Other ids"),
)
_ESCAPES = str.maketrans({"\\": r"\\", ",": r"\,", ";": r"\;", "\n": r"\n"})
_IN_QUOTES = str.maketrans({"^": "^^", '"': "^'", "\n": "^n", "\r": " "})


def write(out: BinaryIO, people: People, *, book: str) -> None:  # noqa: ARG001 - each card names it
    """Write a card for each customer."""
    out.writelines(b"".join(map(folded, card(one))) for one in people())


def card(one: Exported) -> Iterator[str]:
    """Yield the lines of a customer's card, before they are folded."""
    yield from ("BEGIN:VCARD", "VERSION:4.0", "PRODID:-//dailycontact//dailycontact//EN")
    yield f"UID;VALUE=text:dailycontact-{one.book}-{one.id}"
    yield f"FN:{escaped(one.name)}"
    yield f"N:{_parted(one)}"
    if one.company:
        yield f"ORG:{escaped(one.company)}"
    yield from _numbers(one)
    if one.country:
        yield f"ADR:;;;;;;{escaped(one.country)}"
    if one.zone:
        yield f"TZ;VALUE=text:{escaped(one.zone)}"
    if one.segment:
        yield f"CATEGORIES:{escaped(one.segment)}"
    said = cells(one)
    for header in _OWN:
        if header in said:
            yield f"X-DAILYCONTACT-{header.upper().replace(' ', '-')}:{escaped(said[header])}"
    yield "END:VCARD"


def escaped(text: str) -> str:
    """Return a text as it stands in a property; a lone carriage return ends a line, too."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPES)


def folded(line: str) -> bytes:
    """Return a line as it is written, broken after 75 octets at the most, never in a character."""
    pieces, piece, room = [], bytearray(), LONGEST_LINE
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > room:
            pieces.append(bytes(piece))
            piece, room = bytearray(), LONGEST_LINE - 1  # the blank before it counts
        piece += octets
    return b"\r\n ".join([*pieces, bytes(piece)]) + b"\r\n"


def _parted(one: Exported) -> str:
    """Return the name in the parts by which address books sort; FN is the name."""
    if one.name == one.company:
        return ";;;;"
    first, _, last = one.name.rpartition(" ")
    return f"{escaped(last)};{escaped(first)};;;"


def _numbers(one: Exported) -> Iterator[str]:
    group = 0
    for place, phone in enumerate(one.phones, start=1):
        group += 1
        named = _named(group, phone.label)
        yield f"{named}TEL{_how(phone)}{_preferred(place)}{_kept(phone)}:{_dialled(phone)}"
        yield from _label(named, phone.label)
    for place, email in enumerate(one.emails, start=1):
        group += 1
        named = _named(group, email.label)
        yield f"{named}EMAIL{_preferred(place)}:{escaped(email.address)}"
        yield from _label(named, email.label)


def _named(group: int, label: str) -> str:
    return f"item{group}." if label else ""


def _label(named: str, label: str) -> Iterator[str]:
    if label:
        yield f"{named}X-ABLabel:{escaped(label)}"


def _preferred(place: int) -> str:
    return f";PREF={min(place, MOST_PREFERRED)}"


def _how(phone: ExportedPhone) -> str:
    kind = "uri" if phone.e164 else "text"
    known = _TYPES.get(phone.label)
    return f";VALUE={kind};TYPE={known}" if known else f";VALUE={kind}"


def _dialled(phone: ExportedPhone) -> str:
    return f"tel:{phone.value}" if phone.e164 else escaped(phone.raw)


def _kept(phone: ExportedPhone) -> str:
    """Return what a number has no field for, as parameters: RFC 6868 says what stands in quotes."""
    raw = f';X-RAW="{phone.as_written.translate(_IN_QUOTES)}"' if phone.as_written else ""
    return f"{raw};X-WRONG-SINCE={phone.wrong_on}" if phone.wrong_on else raw
