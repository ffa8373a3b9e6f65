"""Where and when customers can be phoned, read: their zones, hours and holidays, by `reach`.

`reach` is a dictionary of what customers have in common, so that the pick asks once for each;
'' in it is the book's own, and 0 is a customer of whom nothing is known but the book.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dailycontact.core.book import BookSettings
from dailycontact.core.hours import Hours, stored_hours
from dailycontact.core.reach import Access, Reach, Window, day_begins, window
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look
from dailycontact.store.settings import book_settings

AT_THE_BOOK = 0
"""Whoever is where the book is, as far as anybody knows."""

NO_SUCH_ZONE = Window(
    access=Access.CLOSED, lawful=False, why_not="time zone not known on this computer"
)
"""Nobody is phoned at an hour that cannot be told."""

_DAY = timedelta(days=1)


def windows(look: Look, *, now: datetime, day: date) -> Callable[[int], Window]:
    """Return what says of a reach whether one can be phoned there `now`, or later on `day`.

    `day` is the book's; it ends where the book is. Each answer is remembered.
    """
    book = book_settings(look)
    until = day_begins(day + _DAY, ZoneInfo(book.zone))
    there = _there(look)
    holidays = _holidays(look, day)

    @cache
    def window_of(reach_id: int) -> Window:
        try:
            reach = _reach(book, there.get(reach_id), holidays, day)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return NO_SUCH_ZONE
        return window(reach, now=now, until=until)

    return window_of


def zones_of(look: Look, reach_id: int) -> tuple[str, ...]:
    """Return the zone of a reach, or all that it could be; the book's where nothing is known."""
    zones = look.value("SELECT zones AS value FROM reach WHERE id = :id", id=reach_id)
    return tuple(zones.split(",")) if zones else (book_settings(look).zone,)


def hours_of(look: Look, customer_id: int) -> tuple[tuple[str, ...], Hours]:
    """Return the zone of a customer (or all that it could be), and the hours that hold there."""
    row = look.row(
        "SELECT reach.zones, reach.hours FROM reach JOIN customer ON customer.reach = reach.id"
        " WHERE customer.id = :id",
        id=customer_id,
    )
    book = book_settings(look)
    zones, hours = (row["zones"], row["hours"]) if row is not None else ("", "")
    return tuple((zones or book.zone).split(",")), stored_hours(hours) or book.hours


Known = tuple[str, str, str]
"""Zones (with commas between), hours and country of a reach; '' is the book's."""


def _there(look: Look) -> dict[int, Known]:
    rows = look.rows("SELECT id, zones, hours, country FROM reach")
    return {row["id"]: (row["zones"], row["hours"], row["country"]) for row in rows}


def _reach(
    book: BookSettings, known: Known | None, holidays: Mapping[str, Mapping[date, str]], day: date
) -> Reach:
    """Return a reach; a leader who phones on a Saturday anyway, does so as on a day of work."""
    zones, hours, country = known or ("", "", "")
    return Reach(
        zones=tuple(map(ZoneInfo, (zones or book.zone).split(","))),
        hours=stored_hours(hours) or book.hours,
        holidays=holidays.get(country or book.country or "", {}),
        work_days=book.work_days | {day.weekday()},
    )


def _holidays(look: Look, day: date) -> dict[str, dict[date, str]]:
    """Return the holidays around a day, by country; the days of the world are two at a time."""
    found: dict[str, dict[date, str]] = {}
    for row in look.rows(
        "SELECT country, day, name FROM holiday WHERE day BETWEEN :first AND :last",
        first=day - _DAY,
        last=day + _DAY,
    ):
        found.setdefault(row["country"], {})[day_of(row["day"])] = row["name"]
    return found
