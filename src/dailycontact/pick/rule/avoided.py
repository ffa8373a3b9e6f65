"""When a leader who passes somebody over again and again is asked what would suit better."""

from datetime import date

from dailycontact.core.dates import say_day
from dailycontact.core.rhythm import SKIPS_ASKED
from dailycontact.errors import UsageProblem


class PauseOver(UsageProblem):
    """The pause would end before it begins."""

    def __init__(self, until: date, *, today: date) -> None:
        super().__init__(f"{say_day(until, today=today)} is not ahead; name a day to come.")


def asks(skips: int) -> bool:
    """Return whether the leader is asked after so many skips in a row: every third time."""
    return skips > 0 and skips % SKIPS_ASKED == 0


def check_ahead(until: date, *, day: date) -> None:
    """Let pass a day that lies after `day`.

    Raises:
        PauseOver: it does not.

    """
    if until <= day:
        raise PauseOver(until, today=day)
