"""The only place that asks the system for the time.

Everything else is handed the instant (aware, UTC) or the day as an argument, so that a test, a
demonstration and a report of last year say the same thing each time they are run.
"""

import os
from datetime import UTC, datetime

from dailycontact.errors import UsageProblem

NOW = "DAILYCONTACT_NOW"
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years in which a call can be made; as the days that are typed have them."""


class ClockUnreadable(UsageProblem):
    """DAILYCONTACT_NOW holds something that is not an instant."""

    def __init__(self, value: str) -> None:
        super().__init__(
            f"{NOW} is {value!r}, which is not a time; write it like 2026-11-23T09:12:00+00:00."
        )


def now() -> datetime:
    """Return the present instant, aware and in UTC.

    DAILYCONTACT_NOW (ISO 8601; UTC where it names no zone) sets it, for demonstrations and tests.

    Raises:
        ClockUnreadable: DAILYCONTACT_NOW cannot be read.

    """
    pretended = os.environ.get(NOW)
    if not pretended:
        return datetime.now(UTC)
    try:
        instant = datetime.fromisoformat(pretended)
        aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
        utc = aware.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ClockUnreadable(pretended) from None
    if not FIRST_YEAR <= utc.year <= LAST_YEAR:
        raise ClockUnreadable(pretended)
    return utc
