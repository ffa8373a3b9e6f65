"""What stands in a leader's calendar, before any program for calendars is told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from dailycontact.core.call import Promise


@dataclass(frozen=True, kw_only=True)
class Diary:
    """What stands in a leader's calendar.

    `book` is the book's mark, by which an entry is known again when the calendar is brought in
    anew; `off` are days from `first` on on which the call is not made. Where `at` is None, the
    calls are left out.
    """

    book: str
    leader_id: int
    zone: str
    first: date
    at: time | None
    work_days: tuple[int, ...]
    off: Sequence[date]
    promises: Sequence[Promise]
    made_at: datetime
    question: str
