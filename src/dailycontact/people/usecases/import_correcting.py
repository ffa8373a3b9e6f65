"""What a file corrects of a customer whom the book knows: columns, numbers, addresses.

What the file says, and otherwise, is taken over; what it does not say stays as it is, and so does
what a leader wrote by hand.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dailycontact.core.countries import zone_of
from dailycontact.core.naming import fold
from dailycontact.core.persons import says_less
from dailycontact.people.usecases.import_judging import Candidate
from dailycontact.store.entries import folded
from dailycontact.store.importing import Arrivals
from dailycontact.store.known import Picture
from dailycontact.store.newcomers import Number
from dailycontact.store.own_words import OwnWords, number_of

_PLAIN_COLUMNS = ("name", "company", "country", "cadence", "leader_id")
_ONLY_OF_NEWCOMERS = ("joined_on", "paused_on", "paused_until")
"""What the book knows better of somebody who is in it."""

Put = tuple[Mapping[str, Any] | None, Any]
"""What is replaced (None: added), and by what."""


@dataclass(kw_only=True)
class Correction:
    """What a row says otherwise of a customer; `kept` is how much of it a leader knows better."""

    columns: dict[str, Any] = field(default_factory=dict)
    phones: list[Put] = field(default_factory=list)
    emails: list[Put] = field(default_factory=list)
    kept: int = 0

    @property
    def says_something(self) -> bool:
        """Whether anything is to be changed."""
        return bool(self.columns or self.phones or self.emails)

    def write(self, arrivals: Arrivals, picture: Picture) -> None:
        """Store it."""
        if self.columns:
            arrivals.change(picture, self.columns)
        for phone, number in self.phones:
            if phone is not None:
                arrivals.change_phone(picture.id, phone, number)
        for email, address in self.emails:
            if email is not None:
                arrivals.change_email(email, address)
        more: list[Number] = [number for phone, number in self.phones if phone is None]
        if more:
            arrivals.add_phones(picture, more)
        arrivals.add_emails(picture, [address for email, address in self.emails if email is None])


def correction(
    row: Candidate,
    picture: Picture,
    *,
    segment_id: int | None,
    own: OwnWords | None,
    replaces: bool,
) -> Correction:
    """Return what a row says otherwise of a customer.

    `own` is what a leader wrote by hand. `replaces`: the source may take back a number or an
    address that it gave.
    """
    found = Correction()
    _correct_columns(found, row, picture, segment_id, own)
    _correct_phones(found, row, picture, own, replaces=replaces)
    _correct_emails(found, row, picture, own, replaces=replaces)
    return found


def addition(row: Candidate, picture: Picture, *, own: OwnWords | None) -> Correction:
    """Return what a further row about a customer adds, where nothing is said yet."""
    found = Correction()
    facts = picture.facts
    said = _said(row, picture, None)
    empty = {name: value for name, value in said.items() if value and facts[name] in (None, "")}
    held = own.hold(facts) if own else ()
    found.columns = {name: value for name, value in empty.items() if name not in held}
    if said["name"] and says_less(facts["name"], row.name) and "name" not in held:
        found.columns["name"] = row.name
    _follow(found, row, picture, held)
    _correct_phones(found, row, picture, own, replaces=False)
    _correct_emails(found, row, picture, own, replaces=False)
    return found


def _said(row: Candidate, picture: Picture, segment_id: int | None) -> dict[str, Any]:
    """Return what a row says, by column.

    A shorter form of the same name says nothing, nor does a flag where the book says something.
    """
    said = {name: getattr(row, name) for name in _PLAIN_COLUMNS} | {"segment_id": segment_id}
    if row.name != picture.facts["name"] and _is_no_better(row.name, picture.facts["name"]):
        said["name"] = ""
    for name in row.by_flag:
        if picture.facts[name] not in (None, ""):
            said[name] = None
    if row.more:
        said |= row.more.columns
        for name in _ONLY_OF_NEWCOMERS:
            said.pop(name, None)
    if row.zone:
        said["zone"] = row.zone
    return said


def _is_no_better(name: str, known: str) -> bool:
    """Return whether a name says less than the known one: a shorter form, or all in one case."""
    if says_less(name, known):
        return True
    return name in (name.lower(), name.upper()) and fold(name) == fold(known)


def _correct_columns(
    found: Correction,
    row: Candidate,
    picture: Picture,
    segment_id: int | None,
    own: OwnWords | None,
) -> None:
    facts = picture.facts
    said = _said(row, picture, segment_id)
    columns = {name: value for name, value in said.items() if value and value != facts[name]}
    held = own.hold(facts) if own and own.columns else frozenset()
    found.columns = {name: value for name, value in columns.items() if name not in held}
    found.kept += len(columns) - len(found.columns)
    _follow(found, row, picture, held)


def _follow(found: Correction, row: Candidate, picture: Picture, held: Iterable[str]) -> None:
    """Add what follows from the columns: the time of the country, what they are found by."""
    columns, facts = found.columns, picture.facts
    is_flag = "country" in row.by_flag and bool(facts["zone"])
    if row.country and not row.zone and "zone" not in held and not is_flag:
        moved = "country" in columns
        if moved or (not facts["zone"] and facts["country"] == row.country):
            zone = zone_of(row.country)  # None: the old country's time is wrong in the new one
            if zone != facts["zone"]:
                columns["zone"] = zone
    if "name" in columns or "company" in columns:
        columns["folded"] = folded(
            columns.get("name", facts["name"]), columns.get("company", facts["company"])
        )


def _correct_phones(
    found: Correction, row: Candidate, picture: Picture, own: OwnWords | None, *, replaces: bool
) -> None:
    """Find the numbers that the book lacks; one of the same label gives way, if it was theirs.

    One that was found to be wrong stays, so that it is known when a file brings it again.
    """
    there = {number_of(phone) for phone in picture.phones}
    there |= {phone["raw"] for phone in picture.phones}
    said = {one.form: one for one in row.phones}
    missing = {
        number: one for number, one in said.items() if number not in there and one.raw not in there
    }
    if not missing:
        return
    raws = {one.raw for one in row.phones}
    old = [
        phone
        for phone in picture.phones
        if number_of(phone) not in said and phone["raw"] not in raws and phone["wrong_on"] is None
    ]
    found.phones = _put(
        found,
        missing,
        old if replaces else [],
        (own.phones, own.gone) if own else (),
        alike=lambda one, phone: one.label == phone["label"],
    )


def _correct_emails(
    found: Correction, row: Candidate, picture: Picture, own: OwnWords | None, *, replaces: bool
) -> None:
    """Find the addresses that the book lacks; an old one of the source gives way."""
    if [email["address"] for email in picture.emails] == [one.address for one in row.emails]:
        return
    there = {email["address"].casefold() for email in picture.emails}
    said = {one.address.casefold(): one for one in row.emails}
    missing = {form: one for form, one in said.items() if form not in there}
    old = [email for email in picture.emails if email["address"].casefold() not in said]
    found.emails = _put(
        found,
        missing,
        old if replaces else [],
        (own.emails, own.gone) if own else (),
        alike=lambda *_: True,
    )


def _put(
    found: Correction,
    missing: Mapping[str, Any],
    old: Iterable[Mapping[str, Any]],
    own: Sequence[set[Any]],
    *,
    alike: Callable[[Any, Any], bool],
) -> list[Put]:
    """Put each in the place of an old one like it; add it where there is none.

    What a leader wrote gives way to nothing, and what a leader took away stays away.
    """
    written, gone = own or (set(), set())
    puts: list[Put] = []
    left = list(old)
    for form, one in missing.items():
        if form in gone:
            found.kept += 1
            continue
        place = next((each for each in left if alike(one, each)), None)
        if place is not None:
            left.remove(place)
            if place["id"] in written:
                found.kept += 1
                place = None
        puts.append((place, one))
    return puts
