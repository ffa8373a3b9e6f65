"""Which days an edition covers that goes out now, so that none falls between two of them."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dailycontact.core.message import Message
from dailycontact.core.period import (
    Length,
    Period,
    days_between,
    of_length,
    since_sent,
    week_of,
)
from dailycontact.core.program import PROGRAM
from dailycontact.errors import Refused
from dailycontact.report.rule.report import Edition
from dailycontact.store import reached
from dailycontact.store.looking import Look


class SentToday(Refused):
    """It went out today already, and days were not named."""

    def __init__(self, edition: Edition, at: datetime) -> None:
        super().__init__(
            f"The {edition} edition went out today at {at:%H:%M} already; to send one again all"
            f" the same, name the days, like: {PROGRAM} report --send {edition} --week"
            f" {at:%G-W%V}"
        )


def period_to_send(
    look: Look, edition: Edition, *, now: datetime, zone: str, again: bool = False
) -> Period:
    """Return what goes out now: everything since it last did; at first the running week.

    What was given up before anybody had it is part of it. With `again` it is only looked at.

    Raises:
        SentToday: it went out today.

    """
    there = ZoneInfo(zone)
    today = now.astimezone(there).date()
    last = reached.cutoff(look, edition)
    if last is None:
        week = week_of(today, zone=zone).cut_at(now)
        first = reached.left_out(look, edition)
        return week if first is None or first >= week.start else _since(first, now, zone)
    midnight = days_between(today, today, zone=zone).start
    if last > midnight and not again:
        raise SentToday(edition, last.astimezone(there))
    return since_sent(last, now=now, zone=zone)


def period_anew(one: Message, *, now: datetime, zone: str) -> Period:
    """Return what a message covers that is made anew: up to now, where it did so before.

    Days that were named are the same again, and called as they were.
    """
    if one.until == one.recorded_at:
        return _since(one.since, now, zone)
    first = one.since.astimezone(ZoneInfo(zone)).date()
    named = (of_length(length, first, zone=zone) for length in Length)
    for period in named:
        if (period.start, period.until) == (one.since, one.until):
            return period
    last = (one.until - timedelta(microseconds=1)).astimezone(ZoneInfo(zone)).date()
    return replace(days_between(first, last, zone=zone), since=one.since, cutoff=one.until)


def _since(first: datetime, now: datetime, zone: str) -> Period:
    """Return the time since an instant: by its name, where it is the running week."""
    week = week_of(now.astimezone(ZoneInfo(zone)).date(), zone=zone)
    return week.cut_at(now) if week.start == first else since_sent(first, now=now, zone=zone)
