"""Says who an address card is about, in the columns of a sheet."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote

from dailycontact.people.sources.vcard_lines import (
    Property,
    Unreadable,
    parts,
    properties_of,
    text_of,
    unescaped,
)

OWN = "X-DAILYCONTACT-"
OWN_HEADERS = (
    *("Customer ID", "Book", "Hours", "Segment", "Cadence", "Leader", "Recommended by"),
    *("Joined on", "Renewed on", "Left on", "Paused on", "Paused until", "Do Not Contact"),
    *("Refused on", "Refused because", "Other ids"),
)
"""The columns of our own export that cards have no words for."""
ADDRESS_HEADERS = ("Label", "Value", "As written", "Wrong since")
MOST_ADDRESSES = 100
NOT_NAMED = "no name and no company"
COUNTRY_PART = 6
LAST = 101
"""Behind whatever is preferred from 1 to 100 (RFC 6350, section 5.3)."""

_NO_VOICE = frozenset({"FAX", "PAGER", "MODEM", "BBS", "TLX"})
_VOICE = frozenset({"VOICE", "CELL", "IPHONE"})
_NO_VOICE_LABEL = re.compile(r"fax|pager|telex", re.IGNORECASE)
_MOBILE = ("CELL", "IPHONE", "MOBILE", "PCS", "X-MOBILE")
_LABELS = {"ASSISTANTPHONE": "assistant"} | dict.fromkeys(_MOBILE, "mobile")
_SAYS_NOTHING = frozenset(
    {"", "PREF", "VOICE", "INTERNET", "MSG", "TEXT", "VIDEO", "TEXTPHONE", "X-INTERNET"}
    | {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", *_NO_VOICE}
)
_APPLES_OWN = re.compile(r"_\$!<(.*)>!\$_")
_BETWEEN_ADDRESSES = re.compile(r"[,;]+")
_IN_BRACKETS = re.compile(r"[^<>]*<([^<>\s]+@[^<>\s]+)>")
_ZONE = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+|UTC")
_ADDRESS_BOOK_ID = re.compile(r"^urn:uuid:|:ABPerson$", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

_OWN_BY_NAME = {OWN + header.upper().replace(" ", "-"): header for header in OWN_HEADERS}


class Address(NamedTuple):
    """A phone or an e-mail: its label, itself, and what our own export says beside it."""

    label: str
    value: str
    as_written: str = ""
    wrong_since: str = ""


def cells_of(card: bytes, encoding: str) -> dict[str, str] | None:
    """Return what a card says of a person, by header; None where it is about a group.

    `encoding` is for what names none. Raises Unreadable where a name, a phone or an e-mail cannot
    be read, and where nobody is named.
    """
    found = _Card(card, encoding)
    if found.is_group:
        return None
    name = found.name
    if not name:
        raise Unreadable(NOT_NAMED)
    cells = {
        "Name": name,
        "Company": found.company,
        **_numbered("Phone", found.phones),
        **_numbered("E-mail", found.emails),
        "Country": found.country,
        "Time Zone": found.zone,
        **(found.own or {"UID": found.id}),
    }
    return {header: cell for header, cell in cells.items() if cell}


def _numbered(what: str, values: Sequence[Address]) -> dict[str, str]:
    """Name the columns as Google Contacts does."""
    if len(values) > MOST_ADDRESSES:
        count = f"{len(values):,} {what.lower()}s"
        raise Unreadable(f"there are {count} on this card, {MOST_ADDRESSES} are the most")
    return {
        f"{what} {number} - {header}": cell
        for number, value in enumerate(values, start=1)
        for header, cell in zip(ADDRESS_HEADERS, value, strict=True)
    }


class _Card:
    """The properties of one card, by name; those of our own export are taken as they stand."""

    def __init__(self, card: bytes, encoding: str) -> None:
        self._encoding = encoding
        self._found: dict[str, list[Property]] = {}
        for each in properties_of(card):
            self._found.setdefault(each.head.name, []).append(each)
        self._labels = {label.head.group: label for label in self._found.get("X-ABLABEL", ())}
        self._is_own = not _OWN_BY_NAME.keys().isdisjoint(self._found)

    @property
    def is_group(self) -> bool:
        return self._kind == "group"

    @property
    def name(self) -> str:
        """The name on show; else first and last name, the company, the nickname."""
        return self.first("FN") or self._joined or self.company or self.first("NICKNAME")

    @property
    def company(self) -> str:
        """The first of the companies; the name itself where the card is a company's."""
        named = next(filter(None, (self._part(text, 0) for text in self._texts("ORG"))), "")
        return named or (self.first("FN") if self._kind == "org" else "")

    @property
    def phones(self) -> Sequence[Address]:
        """The numbers at which somebody answers, an assistant's last."""
        numbers = [self._address(each, self._number(each)) for each in self._by_preference("TEL")]
        if self._is_own:
            return numbers
        numbers = [one for one in numbers if one.value and not _NO_VOICE_LABEL.search(one.label)]
        numbers.sort(key=lambda one: one.label.casefold().startswith("assistant"))
        return tuple(dict.fromkeys(numbers))

    @property
    def emails(self) -> Sequence[Address]:
        found = self._by_preference("EMAIL")
        if self._is_own:
            return [self._address(each, self._said(each)) for each in found]
        every = [
            self._address(each, address)
            for each in found
            for address in _addresses(self._said(each))
        ]
        return tuple(dict.fromkeys(every))

    @property
    def country(self) -> str:
        """The country of the preferred address that has one, else Apple's two letters."""
        addresses = self._by_preference("ADR")
        named = (self._part(self._text(each), COUNTRY_PART) for each in addresses)
        codes = (each.head.parameters.get("CC", "") for each in addresses)
        apples = (text for text in self._texts("X-ABADR") if len(text) == len("gb"))
        return next(filter(None, chain(named, codes, apples)), "")

    @property
    def zone(self) -> str:
        found = map(self._said, self._by_preference("TZ"))
        return next(found, "") if self._is_own else next(filter(_ZONE.fullmatch, found), "")

    @property
    def id(self) -> str:
        """What the address book tells its people apart by."""
        return _ADDRESS_BOOK_ID.sub("", self.first("UID") or self.first("X-ABUID"))

    @property
    def own(self) -> dict[str, str]:
        """What our own export says; where it wrote the card, the categories are the segment."""
        if not self._is_own:
            return {}
        named = ((name, _OWN_BY_NAME.get(name)) for name in self._found)
        own = {header: self.first(name) for name, header in named if header}
        return {"Segment": self.first("CATEGORIES")} | own

    @property
    def _kind(self) -> str:
        return (self.first("KIND") or self.first("X-ADDRESSBOOKSERVER-KIND")).casefold()

    @property
    def _joined(self) -> str:
        for text in self._texts("N"):
            said = (*parts(text), "", "", "")
            last, names = _tidied(said[0]), _tidied(f"{said[1]} {said[2]}".replace(",", " "))
            if _EAST_ASIAN.search(last + names):
                return f"{last} {names}".strip()
            if names or last:
                return f"{names} {last}".strip()
        return ""

    def first(self, name: str) -> str:
        """Return the first text of a property that holds one."""
        return next(filter(None, map(self._said, self._by_preference(name))), "")

    def _address(self, each: Property, value: str) -> Address:
        label = self._labels.get(each.head.group) if each.head.group else None
        own = self._said(label) if label else ""
        said = each.head.parameters.get
        return Address(
            own if self._is_own else _label_of(each, own),
            value,
            said("X-RAW", ""),
            said("X-WRONG-SINCE", ""),
        )

    def _number(self, each: Property) -> str:
        if not self._is_own and not _has_voice(each):
            return ""
        said = self._said(each)
        return (
            said if each.head.parameters.get("VALUE", "").casefold() == "text" else _dialled(said)
        )

    def _part(self, text: str, place: int) -> str:
        part = "".join(parts(text)[place : place + 1])
        return part if self._is_own else _tidied(part)

    def _said(self, each: Property) -> str:
        said = unescaped(self._text(each))
        return said if self._is_own else _tidied(said)

    def _texts(self, name: str) -> Iterable[str]:
        return map(self._text, self._by_preference(name))

    def _text(self, each: Property) -> str:
        return text_of(each, self._encoding)

    def _by_preference(self, name: str) -> list[Property]:
        return sorted(self._found.get(name, ()), key=_preference)


def _preference(each: Property) -> int:
    if "PREF" in each.head.types:
        return 1
    said = each.head.parameters.get("PREF", "")
    return int(said) if said.isdecimal() and len(said) < len("1000") else LAST


def _label_of(each: Property, own: str) -> str:
    """Return the leader's own word for it, else what its types say in ours."""
    wrapped = _APPLES_OWN.fullmatch(own)
    if own and not wrapped:
        return _LABELS.get(own.upper(), own)
    types = (wrapped[1].upper(),) if wrapped else each.head.types
    telling = [one for one in types if one not in _SAYS_NOTHING]
    word = next((one for one in telling if one in _MOBILE), "".join(telling[:1]))
    if word == "WORK":
        return "office" if each.head.name == "TEL" else "work"
    return _LABELS.get(word) or word.removeprefix("X-").removeprefix("NEC-").casefold()


def _has_voice(each: Property) -> bool:
    types = frozenset(each.head.types)
    return not (_NO_VOICE & types) or bool(_VOICE & types)


def _dialled(said: str) -> str:
    """Return a number as written; of a tel: URI (RFC 3966) the number and its extension."""
    scheme, colon, rest = said.partition(":")
    if not colon or scheme.casefold() not in {"tel", "callto"}:
        return said
    number, *parameters = unquote(rest).split(";")
    extension = next((one for one in parameters if one.casefold().startswith("ext=")), "")
    return f"{number.strip()};{extension}" if extension else number.strip()


def _addresses(text: str) -> Iterable[str]:
    whole = text[len("mailto:") :] if text.casefold().startswith("mailto:") else text
    for each in map(str.strip, _BETWEEN_ADDRESSES.split(whole)):
        bracketed = _IN_BRACKETS.fullmatch(each)
        if each:
            yield bracketed[1] if bracketed else each


def _tidied(text: str) -> str:
    return " ".join(text.split())
