"""A customer: a person to phone, and the numbers at which they can be reached."""

from dataclasses import dataclass
from datetime import date

from dailycontact.core.hours import Hours

ERASED = "(erased)"
"""What is left of the name of somebody who was erased."""


@dataclass(frozen=True, kw_only=True)
class Phone:
    """One number: as it was given, as it is dialled (E.164, where it can be told), and shown."""

    id: int | None = None
    raw: str
    e164: str | None = None
    shown: str
    label: str = ""
    extension: str | None = None
    wrong_on: date | None = None

    @property
    def usable(self) -> bool:
        """Whether it may be dialled: nobody has said that it reaches somebody else."""
        return self.wrong_on is None


@dataclass(frozen=True, kw_only=True)
class Customer:
    """A person to phone.

    `cadence` is their own, in working days; `beat` is the one that holds (their own, their
    segment's, or the book's). `hours` are those at which they like to be phoned, where they said
    so. `email_labels` are those of the `emails`, in their order, "" where there is none.
    `last_on` is the day of the last conversation; `misses` and `skips` count, in a row, the calls
    that have not reached them and the times they were passed over.
    """

    id: int
    name: str
    company: str = ""
    country: str | None = None
    zone: str | None = None
    hours: Hours | None = None
    segment: str | None = None
    cadence: int | None = None
    beat: int
    leader_id: int | None = None
    joined_on: date
    last_on: date | None = None
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    email_labels: tuple[str, ...] = ()
    do_not_contact_on: date | None = None
    do_not_contact_why: str | None = None
    paused_on: date | None = None
    paused_until: date | None = None
    left_on: date | None = None
    renewed_on: date | None = None
    referred_by: str | None = None
    misses: int = 0
    skips: int = 0

    @property
    def refused(self) -> bool:
        """Whether they said that they do not want to be phoned."""
        return self.do_not_contact_on is not None

    @property
    def erased(self) -> bool:
        """Whether nothing is left of them but a number."""
        return self.name == ERASED

    @property
    def first_name(self) -> str:
        """What one calls them; the whole name of a company that has no person."""
        return self.name if self.name == self.company else (self.name.split() or [self.name])[0]

    @property
    def dialled(self) -> str | None:
        """The first number that a machine could dial (E.164), if there is one."""
        return next((phone.e164 for phone in self.phones if phone.usable and phone.e164), None)

    def is_paused(self, day: date) -> bool:
        """Return whether they are left alone on that day."""
        return self.paused_on is not None and (self.paused_until is None or day < self.paused_until)

    @property
    def full_name(self) -> str:
        """Name and company, as one says them: "Ana Duarte, Green Door Cafés"."""
        if not self.company or self.company == self.name:
            return self.name
        return f"{self.name}, {self.company}"
