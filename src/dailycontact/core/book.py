"""What a book knows of itself: its question, its days, its patience. Shared by its leaders."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dailycontact.core.calendar import USUAL_WORK_DAYS
from dailycontact.core.hours import USUAL, Hours
from dailycontact.loop import DEFAULT_QUESTION, REPORT_DAY, STAGE_LIMITS, Stage


@dataclass(frozen=True, kw_only=True)
class MailSettings:
    """The server that takes mail from us, and as whom; the password is never in the book.

    `security` is how the line to it is made private: starttls, tls (from the first byte on), or
    none, which is for a server on this machine.
    """

    host: str = ""
    port: int = 587
    user: str = ""
    sender: str = ""
    security: str = "starttls"

    @property
    def is_set(self) -> bool:
        """Whether there is a server, and somebody whom the mail is from."""
        return bool(self.host and self.sender)

    @property
    def is_open(self) -> bool:
        """Whether mail would cross a network for everybody on the way to read."""
        return self.security == "none" and bool(self.host) and not _is_here(self.host)


@dataclass(frozen=True, kw_only=True)
class BookSettings:
    """The settings of a book.

    `cadence` (working days) holds for customers without their own and without a segment's; None
    means the shortest usual one that one call a day can keep. `stage_limits` are working days;
    where there is none for what was heard, it is to be shared by the next `report_day` (a weekday,
    0 is Monday).
    """

    company: str = ""
    country: str | None = None
    zone: str = "UTC"
    question: str = DEFAULT_QUESTION
    work_days: frozenset[int] = USUAL_WORK_DAYS
    hours: Hours = USUAL
    attempts: int = 3
    cadence: int | None = None
    seed: str = ""
    demo: bool = False
    talks: bool = True
    """Whether the leaders talk with somebody of the team each week."""
    stage_limits: Mapping[Stage, int] = field(default_factory=lambda: dict(STAGE_LIMITS))
    report_day: int = REPORT_DAY
    permission: str = ""
    """What anybody of the team may do unasked to put a thing right, in the leader's words."""
    mail: MailSettings = field(default_factory=MailSettings)
    recipients: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By edition, to whom it is sent: addresses, or `team` for everybody in it with an address."""
    notify: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By edition, the names of the channels (Slack, Matrix …) it goes to; each is a secret."""
    kept_words: frozenset[str] = frozenset()
    """Words that are never hidden in a report, though a customer is called so; folded."""
    hidden_words: frozenset[str] = frozenset()
    """Words that are always hidden; folded."""


def _is_here(host: str) -> bool:
    """Return whether a server is this machine, so that what goes to it crosses no network."""
    from ipaddress import ip_address

    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
