"""Makes the demonstration book: the customers, the team, and six weeks of the loop up to today."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dailycontact.core.calendar import USUAL_WORK_DAYS, number_days
from dailycontact.core.sentences import first_name
from dailycontact.demo.calls import CALLS
from dailycontact.demo.deeds import DEEDS
from dailycontact.demo.playing import Days, Play
from dailycontact.people.sources.parcels import parcels_of
from dailycontact.people.usecases import membership
from dailycontact.people.usecases.import_judging import Defaults
from dailycontact.people.usecases.import_reading import recognise_parcel
from dailycontact.people.usecases.imports import bring_in
from dailycontact.store.book import Book
from dailycontact.store.days_off import public_holidays
from dailycontact.store.founding import found

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

ZONE = ZoneInfo("Europe/London")
COUNTRY = "GB"
COMPANY = "Brightside"
LEADER = "Marta Silva"
TEAM = ("Priya Nair", "Tom Okafor", "Ines Moreau", "Jonas Weber")
CUSTOMERS = Path(__file__).with_name("customers.csv")
SEED = "demonstration"
TODAY = "Ana Duarte"
"""Who is phoned on the day on which the book is made."""
BEGUN = -57
"""The working day on which Marta began the book."""
REACH = timedelta(days=150)
"""How far the calendar of the story reaches either way; sixty working days need ninety days."""


def make(place: str, *, now: datetime) -> None:
    """Make the demonstration book in the file `place`, whole or not at all; replaces what is there.

    The same day gives the same book, but for the time of day of what happened on that day.
    """
    unfinished = f"{place}.making-{os.getpid()}"
    book = Book(unfinished)
    try:
        fill(book, now=now)
        book.rest()
        unmake(place)
        os.replace(unfinished, place)  # noqa: PTH105 - a plain path, as everywhere
    finally:
        book.rest()
        unmake(unfinished)


def unmake(place: str) -> None:
    """Take the file away, and the journal that SQLite leaves beside it."""
    for left in (f"{place}-journal", place):
        Path(left).unlink(missing_ok=True)


def fill(book: Book, *, now: datetime) -> None:
    """Begin the book, and play the story into it."""
    days = days_around(now)
    began = days.instant(BEGUN, "08:50")
    leader_id = found(
        book,
        leader=LEADER,
        company=COMPANY,
        country=COUNTRY,
        zone=ZONE.key,
        at=began,
        today=days.day(BEGUN),
        seed=SEED,
        demo=True,
    )
    play = Play(leader_id=leader_id, days=days)
    with book.change("import", leader_id=leader_id, at=days.instant(BEGUN, "09:00")) as change:
        _bring_in(change, day=days.day(BEGUN))
        _gather_team(change, days)
        play.play(change, (*CALLS, *DEEDS))
        change.turn_to("today", at=now)
        play.pick(change, TODAY, days.today)


def days_around(now: datetime) -> Days:
    """Return the working days of Great Britain before and after an instant."""
    today = now.astimezone(ZONE).date()
    first, last = today - REACH, today + REACH
    closed = public_holidays(COUNTRY, range(first.year, last.year + 1))
    numbered = number_days(first, last, start=0, work_days=USUAL_WORK_DAYS, closed=closed)
    working = [day.day for day in numbered if day.works]
    return Days(
        now=now,
        zone=ZONE,
        before=tuple(day for day in working if day < today),
        after=tuple(day for day in working if day > today),
    )


def _bring_in(change: "Change", *, day: date) -> None:
    recognised = recognise_parcel(*parcels_of([CUSTOMERS]), overrides={})
    done = bring_in(change, recognised, defaults=Defaults(book_country=COUNTRY), day=day)
    change.summary = f"brought in {done.new} customers from {recognised.name}"


def _gather_team(change: "Change", days: Days) -> None:
    for minute, name in enumerate(TEAM, start=10):
        change.turn_to("team add", at=days.instant(BEGUN, f"09:{minute}"))
        email = f"{first_name(name).lower()}@brightside.example.com"
        membership.add(change, name=name, aliases=(), email=email, leads=False, day=days.day(BEGUN))
