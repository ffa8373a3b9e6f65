"""What stands in a leader's calendar: the call of each day, and what they promised."""

import hashlib
from datetime import date, datetime, time, timedelta

from dailycontact.report.rule.diary import Diary
from dailycontact.store.calendar import is_away, is_working
from dailycontact.store.calls import open_promises
from dailycontact.store.looking import Look
from dailycontact.store.settings import book_settings

AHEAD = timedelta(days=366)
"""How far ahead days off are looked up; who makes the calendar anew has the next ones."""


def diary(look: Look, *, leader_id: int, today: date, now: datetime, at: time | None) -> Diary:
    """Return a leader's calendar from today on; the call, if any, is at `at` where the book is."""
    settings = book_settings(look)
    works = is_working(look)
    days = [today + timedelta(days=step) for step in range(AHEAD.days)]
    possible = [day for day in days if day.weekday() in settings.work_days]
    return Diary(
        book=hashlib.sha256(f"calendar {settings.seed}".encode()).hexdigest()[:12],
        leader_id=leader_id,
        zone=settings.zone,
        first=today,
        at=at,
        work_days=tuple(sorted(settings.work_days)),
        off=[day for day in possible if not works(day) or is_away(look, leader_id, day)],
        promises=open_promises(look, leader_id=leader_id),
        made_at=now,
        question=settings.question,
    )
