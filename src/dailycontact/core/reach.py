"""When a customer can be phoned: in the hours of their own day, and on no holiday of theirs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Access(StrEnum):
    """Whether somebody can be phoned at an instant."""

    NOW = "now"
    """Within the hours that they, or the book, prefer."""
    LATER = "later"
    """Not now, but later today."""
    LATE = "late"
    """Outside the preferred hours for the rest of today, and still an hour at which one may ring."""
    CLOSED = "closed"
    """Not any more today."""


@dataclass(frozen=True, kw_only=True)
class Window:
    """Whether somebody can be phoned; `at` is when that begins (UTC), where it is later today."""

    access: Access
    at: datetime | None = None
    why_not: str = ""
    """Why not now: "outside hours", "weekend", the name of a holiday, "missed at this hour"."""


OPEN = Window(access=Access.NOW)
