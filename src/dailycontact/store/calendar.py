"""The book's calendar as rows: which day has which number, and why a day does not count.

The days are proposed by the holidays library for the book's country and changed by leave: a day
counts as long as one of the book's leaders works. Beyond the rows, Mondays to Fridays count.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dailycontact.core.calendar import USUAL_WORK_DAYS, Workday, count_usual, number_days
from dailycontact.store import days_off
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

BEHIND = timedelta(days=400)
AHEAD = timedelta(days=800)
"""How far the calendar reaches behind the day the book was made, and ahead of today."""

_WORKING_DAY = timedelta(days=7) / 5
_CENTURY = 26_000  # working days; further ahead nobody can say anything

LEAVE = "leave"
"""Why a day does not count on which every leader is away."""


def workday(look: Look, day: date) -> Workday:
    """Return the day of the book's calendar, with its number."""
    row = look.row("SELECT day, number, why_not FROM workday WHERE day = :day", day=day)
    if row is not None:
        return Workday(day=day, number=row["number"], why_not=row["why_not"])
    return _beyond(look, day)


def number_of(look: Look, day: date) -> int:
    """Return the number of `day`: the working days up to and including it."""
    return workday(look, day).number


def between(look: Look, earlier: date, later: date) -> int:
    """Return how many working days lie after `earlier`, up to and including `later`."""
    return number_of(look, later) - number_of(look, earlier)


def next_workday(look: Look, day: date) -> date:
    """Return the first working day after `day`."""
    row = look.row(
        "SELECT MIN(day) AS day FROM workday WHERE day > :day AND why_not IS NULL", day=day
    )
    found = day_or_none(row["day"]) if row is not None else None
    if found is not None:
        return found
    step = day + timedelta(days=1)
    while not _beyond(look, step).works:
        step += timedelta(days=1)
    return step


def patience_ends(look: Look, day: date, limit: int) -> date:
    """Return the day that lies `limit` working days after `day`, whoever is on leave meanwhile."""
    found = look.row(
        "SELECT day FROM workday WHERE day > :day AND (why_not IS NULL OR why_not = :leave)"  # noqa: S608 - our own number
        f" ORDER BY day LIMIT 1 OFFSET {max(limit, 1) - 1}",
        day=day,
        leave=LEAVE,
    )
    return day + limit * _WORKING_DAY if found is None else day_of(found["day"])


def is_away(look: Look, leader_id: int, day: date) -> bool:
    """Return whether a leader is on leave on that day."""
    return (
        look.row(
            "SELECT id FROM leave WHERE leader_id = :leader"
            " AND first_on <= :day AND last_on >= :day",
            leader=leader_id,
            day=day,
        )
        is not None
    )


def usual(day: date) -> str | None:
    """Return why a day beyond the calendar does not count; None where it does."""
    return None if day.weekday() in USUAL_WORK_DAYS else "weekend"


def next_call_day(look: Look, leader_id: int, day: date) -> date:
    """Return the first working day after `day` on which a leader is not on leave."""
    found = next_workday(look, day)
    while is_away(look, leader_id, found):
        found = next_workday(look, found)
    return found


def is_working(look: Look) -> Callable[[date], bool]:
    """Return what says whether a day counts: the calendar's rows are read once, and only if asked.

    Beyond the rows, Mondays to Fridays count.
    """
    known: dict[date, bool] = {}

    def works(day: date) -> bool:
        if not known:
            rows = look.rows("SELECT day, why_not FROM workday")
            known.update((day_of(row["day"]), row["why_not"] is None) for row in rows)
        return known.get(day, day.weekday() in USUAL_WORK_DAYS)

    return works


def day_numbered(look: Look, number: int) -> date | None:
    """Return the working day with that number, or None beyond the calendar."""
    row = look.row(
        "SELECT day FROM workday WHERE number = :number AND why_not IS NULL", number=number
    )
    return None if row is None else day_of(row["day"])


def days_numbered(look: Look, numbers: Collection[int]) -> dict[int, date]:
    """Return about which day each number stands for; beyond the calendar, five days make a week."""
    if not numbers:
        return {}
    rows = look.rows(
        "SELECT number, day FROM workday WHERE why_not IS NULL AND number BETWEEN :first AND :last",
        first=min(numbers),
        last=max(numbers),
    )
    known = {row["number"]: day_of(row["day"]) for row in rows}
    missing = set(numbers) - known.keys()
    return known | _days_beyond(look, missing) if missing else known


def _days_beyond(look: Look, numbers: Collection[int]) -> dict[int, date]:
    """Return about which days these numbers beyond the calendar (or between its days) stand for."""
    row = look.row(
        "SELECT MIN(day) AS first, MAX(day) AS last, MIN(number) AS low, MAX(number) AS high"
        " FROM workday"
    )
    if row is None or row["last"] is None:
        first = last = date(2000, 1, 1)
        low = high = 0
    else:
        first, last = day_of(row["first"]), day_of(row["last"])
        low, high = row["low"], row["high"]
    return {
        number: last + min(number - high, _CENTURY) * _WORKING_DAY
        if number > high
        else first + (number - low) * _WORKING_DAY
        for number in numbers
    }


def extend(change: "Change", *, today: date) -> None:
    """Make the calendar reach far enough ahead of `today`; cheap when it does already."""
    row = change.row("SELECT MAX(day) AS last, MAX(number) AS number FROM workday")
    last = None if row is None else day_or_none(row["last"])
    if last is not None and row is not None:
        if last < today + AHEAD / 2:
            _write(change, last + timedelta(days=1), today + AHEAD, start=row["number"])
        return
    _write(change, today - BEHIND, today + AHEAD, start=0)


def keep_ahead(change: "Change", *, today: date) -> None:
    """Make the calendar of a book that has one reach far enough ahead of `today`."""
    if change.row("SELECT day FROM workday LIMIT 1") is not None:
        extend(change, today=today)


def rebuild(change: "Change", *, since: date, today: date) -> None:
    """Give the days from `since` on their numbers again, after a leave or a change of work days."""
    first = day_of(change.value("SELECT MIN(day) AS value FROM workday"))
    last = max(day_of(change.value("SELECT MAX(day) AS value FROM workday")), today)
    since = max(since, first)
    before = change.value(
        "SELECT number AS value FROM workday WHERE day = :day", day=since - timedelta(days=1)
    )
    change.run("DELETE FROM workday WHERE day >= :since", since=since)
    _write(change, since, last, start=before or 0)


def _write(change: "Change", first: date, last: date, *, start: int) -> None:
    settings = book_settings(change)
    closed = dict.fromkeys(_days_all_are_away(change, first, last), LEAVE)
    closed |= days_off.public_holidays(settings.country, range(first.year, last.year + 1))
    days = number_days(first, last, start=start, work_days=settings.work_days, closed=closed)
    change.run_many(
        "INSERT INTO workday (day, number, why_not) VALUES (:day, :number, :why_not)",
        [
            {"day": day.day.isoformat(), "number": day.number, "why_not": day.why_not}
            for day in days
        ],
    )
    days_off.keep(change, first, last, home=settings.country)


def _days_all_are_away(change: "Change", first: date, last: date) -> Iterable[date]:
    leaders = {
        row["id"]
        for row in change.rows("SELECT id FROM member WHERE leads = 1 AND left_on IS NULL")
    }
    away: dict[date, set[int]] = {}
    for row in change.rows(
        "SELECT leader_id, first_on, last_on FROM leave"
        " WHERE last_on >= :first AND first_on <= :last",
        first=first,
        last=last,
    ):
        day = max(day_of(row["first_on"]), first)
        while day <= min(day_of(row["last_on"]), last):
            away.setdefault(day, set()).add(row["leader_id"])
            day += timedelta(days=1)
    return [day for day, absent in away.items() if leaders and leaders <= absent]


def _beyond(look: Look, day: date) -> Workday:
    row = look.row("SELECT MIN(day) AS first, MAX(day) AS last, MAX(number) AS number FROM workday")
    why_not = usual(day)
    if row is None or row["last"] is None:
        return Workday(day=day, number=count_usual(date(2000, 1, 1), day), why_not=why_not)
    first, last = day_of(row["first"]), day_of(row["last"])
    if day > last:
        return Workday(day=day, number=row["number"] + count_usual(last, day), why_not=why_not)
    return Workday(day=day, number=-count_usual(day, first), why_not=why_not)
