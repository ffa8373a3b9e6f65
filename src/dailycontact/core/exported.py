"""A customer as they leave the book: what a file says of them, and nothing that is derived."""

from dataclasses import dataclass
from typing import NamedTuple


class ExportedPhone(NamedTuple):
    """One number; `wrong_on` is the ISO day since when it reaches somebody else."""

    label: str
    raw: str
    e164: str | None
    extension: str | None
    wrong_on: str | None

    @property
    def value(self) -> str:
        """What a machine would dial, +4930123456;ext=5, where that is known; else as written."""
        if self.e164 is None:
            return self.raw
        return f"{self.e164};ext={self.extension}" if self.extension else self.e164

    @property
    def as_written(self) -> str:
        """The number as it was given, where that is something else; else ""."""
        return "" if self.raw == self.value else self.raw


class ExportedEmail(NamedTuple):
    """One e-mail address."""

    label: str
    address: str


class OtherId(NamedTuple):
    """Who a customer is in a file or system that they came from."""

    source: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """All that is known of a customer's person, days in ISO; `book` is the mark of their book.

    `cadence` is their own, in working days: a segment's is no one customer's.
    """

    id: int
    book: str
    name: str
    company: str = ""
    phones: tuple[ExportedPhone, ...] = ()
    emails: tuple[ExportedEmail, ...] = ()
    country: str | None = None
    zone: str | None = None
    hours: str | None = None
    segment: str | None = None
    cadence: int | None = None
    leader: str | None = None
    referred_by: str | None = None
    joined_on: str | None = None
    renewed_on: str | None = None
    left_on: str | None = None
    paused_on: str | None = None
    paused_until: str | None = None
    refused_on: str | None = None
    refused_why: str | None = None
    other_ids: tuple[OtherId, ...] = ()
