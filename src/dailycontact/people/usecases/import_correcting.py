"""What a file corrects of a customer whom the book knows: columns, numbers, addresses.

What the file says, and otherwise, is taken over; what it does not say stays as it is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dailycontact.core.countries import zone_of
from dailycontact.core.naming import fold
from dailycontact.people.usecases.import_judging import Candidate
from dailycontact.people.usecases.import_matching import Match
from dailycontact.store.importing import Arrivals, Number
from dailycontact.store.known import Picture

_PLAIN_COLUMNS = ("name", "company", "country", "cadence", "leader_id")

Put = tuple[Mapping[str, Any] | None, Any]
"""What is replaced (None: added), and by what."""


def new_columns(row: Candidate, picture: Picture, *, segment_id: int | None) -> dict[str, Any]:
    """Return the columns that the row says otherwise, with what follows from them."""
    facts = picture.facts
    said = {name: getattr(row, name) for name in _PLAIN_COLUMNS} | {"segment_id": segment_id}
    moved = row.country is not None and row.country != facts["country"]
    said["zone"] = row.zone or (zone_of(row.country) if moved or not facts["zone"] else None)
    columns = {name: value for name, value in said.items() if value and value != facts[name]}
    if moved and not said["zone"] and facts["zone"]:
        columns["zone"] = None  # the old country's time is wrong in the new one
    if "name" in columns or "company" in columns:
        columns["folded"] = row.folded if row.company else fold(f"{row.name} {facts['company']}")
    return columns


def new_phones(match: Match, picture: Picture) -> list[Put]:
    """Return the numbers that the book lacks; one of the same label gives way, if it was theirs."""
    there = {
        _number_of(phone["e164"] or phone["raw"], phone["extension"]): phone
        for phone in picture.phones
    }
    said = {_number_of(one.e164 or one.raw, one.extension): one for one in match.row.phones}
    missing = [one for number, one in said.items() if number not in there]
    if not missing:
        return []
    old = [phone for number, phone in there.items() if number not in said]
    return _put(
        missing, old if match.owned else [], alike=lambda one, phone: one.label == phone["label"]
    )


def new_emails(match: Match, picture: Picture) -> list[Put]:
    """Return the addresses that the book lacks; an old one of the source gives way."""
    if [email["address"] for email in picture.emails] == [one.address for one in match.row.emails]:
        return []
    there = {email["address"].casefold(): email for email in picture.emails}
    said = {one.address.casefold(): one for one in match.row.emails}
    missing = [address for form, address in said.items() if form not in there]
    old = [email for form, email in there.items() if form not in said]
    return _put(missing, old if match.owned else [], alike=lambda *_: True)


def _put(
    missing: Iterable[Any], old: Iterable[Mapping[str, Any]], *, alike: Callable[[Any, Any], bool]
) -> list[Put]:
    """Put each in the place of an old one like it; add it where there is none."""
    puts: list[Put] = []
    left = list(old)
    for one in missing:
        place = next((each for each in left if alike(one, each)), None)
        if place is not None:
            left.remove(place)
        puts.append((place, one))
    return puts


def _number_of(number: str, extension: str | None) -> str:
    return f"{number}{extension or ''}"


def write(
    arrivals: Arrivals,
    picture: Picture,
    columns: Mapping[str, Any],
    phones: Sequence[Put],
    emails: Sequence[Put],
) -> None:
    """Store what a file corrects of one customer."""
    if columns:
        arrivals.change(picture, columns)
    for phone, number in phones:
        if phone is not None:
            arrivals.change_phone(picture.id, phone, number)
    for email, address in emails:
        if email is not None:
            arrivals.change_email(email, address)
    more: list[Number] = [number for phone, number in phones if phone is None]
    if more:
        arrivals.add_phones(picture, more)
    arrivals.add_emails(picture, [address for email, address in emails if email is None])
