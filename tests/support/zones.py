"""Forty zones, among them those whose days have no midnight, and when their clocks change."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

FORTY = (
    *("America/Santiago", "Africa/Cairo", "Asia/Beirut", "America/Havana", "America/Asuncion"),
    *("Europe/London", "Europe/Berlin", "Europe/Lisbon", "Europe/Athens", "Europe/Chisinau"),
    *("Europe/Moscow", "Asia/Jerusalem", "Asia/Gaza", "Asia/Tehran", "Asia/Dubai"),
    *("Asia/Kolkata", "Asia/Kathmandu", "Asia/Shanghai", "Asia/Tokyo", "Asia/Almaty"),
    *("Australia/Sydney", "Australia/Adelaide", "Australia/Lord_Howe", "Australia/Eucla"),
    *("Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Pacific/Norfolk", "Pacific/Easter"),
    *("Pacific/Honolulu", "America/Adak", "America/Anchorage", "America/Los_Angeles"),
    *("America/New_York", "America/St_Johns", "America/Sao_Paulo", "America/Nuuk"),
    *("America/Scoresbysund", "Africa/Casablanca", "Antarctica/Troll"),
)
FIRST = datetime(2024, 1, 1, tzinfo=UTC)
LAST = datetime(2036, 1, 1, tzinfo=UTC)

_DAY = timedelta(days=1)


@cache
def changes(zone: str) -> tuple[datetime, ...]:
    """Return the instants (UTC, to the second) at which a zone's clocks change, 2024 to 2035."""
    return tuple(_changes(ZoneInfo(zone)))


def _changes(zone: ZoneInfo) -> Iterator[datetime]:
    at = FIRST
    while at < LAST:
        if _offset(zone, at) != _offset(zone, at + _DAY):
            yield _found(zone, at, at + _DAY)
        at += _DAY


def _found(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        same = _offset(zone, middle) == _offset(zone, before)
        before, after = (middle, after) if same else (before, middle)
    return after.replace(microsecond=0)


def _offset(zone: ZoneInfo, at: datetime) -> timedelta | None:
    return at.astimezone(zone).utcoffset()
