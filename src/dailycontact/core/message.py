"""An edition on its way: to whom it goes, how often that was tried, and what became of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

IN_FLIGHT = "it was being sent when the program was stopped, and may have arrived"
"""What is said of a delivery from before it is sent until somebody knows what became of it."""
IN_DOUBT = "the line broke after it was handed over, so it may have arrived"
"""Why a delivery failed of which only whoever should have got it can say whether they did."""
A_WHILE = timedelta(minutes=15)
"""For so long a delivery that is being sent is left to whoever sends it."""


class Way(StrEnum):
    """How a message travels: by e-mail, or into a channel such as Slack."""

    MAIL = "mail"
    NOTIFY = "notify"


class State(StrEnum):
    """What became of a message to one recipient."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """A message to one recipient. `ident` is its Message-ID, the same whenever it is tried."""

    id: int
    message_id: int
    way: Way
    recipient: str
    ident: str
    state: State = State.WAITING
    tries: int = 0
    trouble: str | None = None
    tried_at: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it has neither arrived nor been given up."""
        return self.state in {State.WAITING, State.FAILED}

    def is_being_sent(self, now: datetime) -> bool:
        """Whether another dailycontact is sending it, as far as anybody knows."""
        return (
            self.state is State.FAILED
            and self.trouble == IN_FLIGHT
            and self.tried_at is not None
            and now < self.tried_at + A_WHILE
        )


@dataclass(frozen=True, kw_only=True)
class Body:
    """What a message says: as plain text, and as HTML and Markdown where there are these forms."""

    text: str
    html: str = ""
    markdown: str = ""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One edition that was sent or waits; `member` names whoever it is a note of thanks to."""

    id: int
    edition: str
    since: datetime
    until: datetime
    subject: str
    member_id: int | None = None
    member: str | None = None
    leader: str
    recorded_at: datetime
    closed_at: datetime | None = None
    deliveries: tuple[Delivery, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it waits in the outbox."""
        return self.closed_at is None

    def is_in_hand(self, now: datetime) -> bool:
        """Whether somebody may be sending it just now: it is left to them for a while."""
        tried = (one.tried_at for one in self.deliveries if one.tried_at is not None)
        return self.is_open and now < max((self.recorded_at, *tried)) + A_WHILE

    @property
    def waiting(self) -> tuple[Delivery, ...]:
        """The deliveries that have neither arrived nor been given up."""
        return tuple(one for one in self.deliveries if one.waits)

    @property
    def sent(self) -> tuple[Delivery, ...]:
        """The deliveries that arrived, as far as the server said."""
        return tuple(one for one in self.deliveries if one.state is State.SENT)
