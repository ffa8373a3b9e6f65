"""One change of the book, as the journal keeps it."""

from dataclasses import dataclass
from datetime import datetime

BEGAN = "set up"
"""The command that made the book."""
RESTORED = "restore"
"""The command that put a copy in the place of the book."""
CHECKED = "check"
"""The command that derives again what is derived: there is nothing to take back."""
EXPORTED = "customers export"
"""The command that wrote a file of customers: the note of it stays as long as the file may."""

DRAFTED = "tell draft"
"""The command that wrote e-mails to customers: the note of them stays as long as they may."""
SENT = "report send"
"""The command that sent an edition: who has read it, has read it."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """Who changed the book, when, with which command, and what that was in words.

    `undoes_id` is the event that this one took back; `undone` says that another took back this.
    """

    id: int
    at: datetime
    leader: str | None
    command: str
    summary: str
    undoes_id: int | None = None
    undone: bool = False

    @property
    def words(self) -> str:
        """What was done, in words."""
        return self.summary or self.command
