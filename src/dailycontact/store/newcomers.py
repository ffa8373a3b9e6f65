"""What is stored of somebody who comes into the book from a file, column by column."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

_MORE = ("hours", "referred_by", "renewed_on", "left_on", "paused_on", "paused_until")
"""Columns of a customer that few files fill."""

COLUMNS = {
    "customer": (
        *("id", "name", "company", "folded", "country", "zone", "segment_id", "cadence"),
        *("leader_id", "do_not_contact_on", "do_not_contact_why", "beat", "open", "joined_on"),
        *("head_start", "clock", "eligible_from", "reach", *_MORE),
    ),
    "phone": (
        *("id", "customer_id", "position", "label", "raw", "e164", "extension", "shown"),
        "wrong_on",
    ),
    "email": ("id", "customer_id", "position", "label", "address"),
    "external_id": ("id", "customer_id", "source", "value"),
}
"""The tables that an import fills, in the order in which undo must empty them backwards."""


class Number(NamedTuple):
    """A phone number of a file, read; `wrong_on` only where our own export says so."""

    label: str
    raw: str
    e164: str | None
    extension: str | None
    shown: str
    wrong_on: str | None = None

    @property
    def form(self) -> str:
        """The number as numbers are compared: with its extension, dots and blanks aside."""
        return f"{self.e164 or self.raw}{self.extension or ''}"


class Address(NamedTuple):
    """An e-mail address of a file."""

    label: str
    address: str


class Newcomer(NamedTuple):
    """A customer that the book does not have yet; `key` is who they are in their source.

    `more` are columns that few files fill, and `other_ids` who they are in other sources.
    """

    key: str
    name: str
    company: str
    folded: str
    country: str | None
    zone: str | None
    segment_id: int | None
    cadence: int | None
    leader_id: int | None
    refused_on: str | None
    refused_why: str | None
    beat: int | None
    phones: Sequence[Number]
    emails: Sequence[Address]
    more: Mapping[str, Any] | None = None
    other_ids: Sequence[tuple[str, str]] = ()

    @property
    def numbers(self) -> list[str]:
        """The numbers in international form, where it is known."""
        return [number.e164 for number in self.phones if number.e164]

    @property
    def is_open(self) -> bool:
        """Whether they can be phoned, as a file that says more says it."""
        said = self.more or {}
        return (
            self.refused_on is None
            and not said.get("left_on")
            and (not said.get("paused_on") or bool(said.get("paused_until")))
            and any(number.wrong_on is None for number in self.phones)
        )


BEAT = Newcomer._fields.index("beat")
"""Where what is stored as it is ends."""


def opens(newcomers: Sequence[Newcomer]) -> list[int]:
    """Return for each whether they can be phoned, as 1 or 0."""
    return [
        int(one.is_open) if one.more else 1 if one.phones and one.refused_on is None else 0
        for one in newcomers
    ]


def joined(newcomers: Sequence[Newcomer], day: str) -> Sequence[str]:
    """Return the day on which each came: as the file says, else `day`."""
    if not any(one.more for one in newcomers):
        return (day,) * len(newcomers)
    return [(one.more or {}).get("joined_on") or day for one in newcomers]


def told(newcomers: Sequence[Newcomer]) -> list[Sequence[Any]]:
    """Return the columns that few files fill."""
    if not any(one.more for one in newcomers):
        return [(None,) * len(newcomers)] * len(_MORE)
    return [[(one.more or {}).get(name) for one in newcomers] for name in _MORE]
