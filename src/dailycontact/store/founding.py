"""A new book: its first settings, its first leader, its calendar."""

import os
import secrets
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dailycontact.store import calendar
from dailycontact.store.book import Book
from dailycontact.store.settings import write_setting


def found(  # noqa: PLR0913 - as much as a book must know to begin
    book: Book,
    *,
    leader: str,
    company: str,
    country: str | None,
    zone: str,
    at: datetime,
    today: date,
    seed: str | None = None,
    demo: bool = False,
) -> int:
    """Make the book, with its first leader; return the leader's id.

    `country` is ISO 3166, `zone` an IANA name; `seed` sets the luck, for a demonstration.
    """
    book.create()
    with book.change("set up", leader_id=None, at=at) as change:
        there = change.value("SELECT MIN(id) AS value FROM member WHERE leads = 1")
        if there is not None:
            return int(there)
        values = {
            "company": company,
            "country": country or "",
            "zone": zone,
            "seed": seed or secrets.token_hex(8),
            "demo": "1" if demo else "",
        }
        for key, value in values.items():
            write_setting(change, key, value)
        leader_id = change.add("member", name=leader, leads=True)
        calendar.extend(change, today=today)
        change.summary = f"{leader} began the book"
    return leader_id


def local_zone() -> str:
    """Return the IANA name of the zone that this machine keeps, or UTC where it has none."""
    named = os.environ.get("TZ", "").lstrip(":")
    link = os.path.realpath("/etc/localtime")  # noqa: PTH - a name is cut out of it
    for candidate in (named, link.partition("zoneinfo/")[2]):
        try:
            if candidate:
                return ZoneInfo(candidate).key
        except (ZoneInfoNotFoundError, ValueError):
            continue
    return "UTC"
