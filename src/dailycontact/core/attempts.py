"""What the tries so far teach: at which hour somebody picks up, and which number comes next.

Whoever was not in is tried at another hour of their day first, then at another of their numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from dailycontact.core.call import MISSED, Outcome
from dailycontact.core.customer import Phone

NOON = time(13)
"""What parts the halves of a day: before and after the usual lunch."""

FEWEST = 3
"""Conversations before anything is said about when somebody picks up."""

EARLY = (10, 11, 12)
"""The hours by which somebody can be said to pick up; later than that, it is a span."""

WIDEST = 3
"""Hours that a span may have and still be of use."""

OFTEN = 0.75
"""The share of the conversations that makes an hour usual."""

ON_EACH = 2
"""Misses in a row on one number before the next is tried."""


class Half(StrEnum):
    """The halves of a customer's day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, kw_only=True)
class Try:
    """One call: how it ended, on which number (None: nobody said), and when.

    `at` is the instant where the customer is; None where the call was written down on a later day,
    so that nobody knows the hour.
    """

    day: date
    outcome: Outcome
    phone_id: int | None = None
    at: datetime | None = None

    @property
    def missed(self) -> bool:
        """Whether nobody was spoken to."""
        return self.outcome in MISSED

    @property
    def half(self) -> Half | None:
        """The half of the customer's day, where it is known."""
        return None if self.at is None else half_of(self.at.time())


def half_of(hour: time) -> Half:
    """Return the half of a day in which a local time lies."""
    return Half.MORNING if hour < NOON else Half.AFTERNOON


def usual_hours(spoken: Sequence[time]) -> str | None:
    """Return in words when somebody picks up, from the local times of conversations, or None.

    "usually picks up by 11", "usually picks up between 14 and 16": what holds for three in four,
    and from three conversations on only.
    """
    if len(spoken) < FEWEST:
        return None
    enough = OFTEN * len(spoken)
    for hour in EARLY:
        if sum(one.hour < hour for one in spoken) >= enough:
            return f"usually picks up by {hour}"
    for width in range(1, WIDEST + 1):
        for first in range(24 - width):
            if sum(first <= one.hour < first + width for one in spoken) >= enough:
                return f"usually picks up between {first} and {first + width}"
    return None


def phone_to_try(phones: Sequence[Phone], tries: Sequence[Try]) -> Phone | None:
    """Return the number to dial next of those that may be dialled; `tries` are newest first.

    The one on which they were last reached, or the first on their card; after two misses in a row
    on one, the next that was not dialled yet, or the next, and round again. None where no number is
    left.
    """
    usable = [phone for phone in phones if phone.usable]
    if not usable:
        return None
    ids = [phone.id for phone in usable]
    # Nobody says which number was dialled where it was the first.
    dialled = [(ids.index(one.phone_id) if one.phone_id in ids else 0) for one in tries]
    place = dialled[0] if dialled else 0
    row = 0
    for one, where in zip(tries, dialled, strict=True):
        if not one.missed or where != place:
            break
        row += 1
    if row < ON_EACH:
        return usable[place]
    following = [*range(place + 1, len(usable)), *range(place + 1)]
    return usable[min(following, key=lambda where: where in dialled)]
