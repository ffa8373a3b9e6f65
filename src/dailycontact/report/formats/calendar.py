"""The day's call and what was promised as a calendar (iCalendar, RFC 5545): for one leader."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dailycontact.core.call import Promise
from dailycontact.core.program import PROGRAM
from dailycontact.errors import Refused
from dailycontact.report.rule.diary import Diary
from dailycontact.terminal.door import safe

if TYPE_CHECKING:
    from icalendar import Event

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
A_CALL = timedelta(minutes=15)


class NoCalendarHere(Refused):
    """The library that writes calendars is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "A calendar needs a part that is not installed; add it with:"
            " pip install 'dailycontact[calendar]'"
        )


def render(diary: Diary) -> bytes:
    """Return the calendar as a file in UTF-8.

    Raises:
        NoCalendarHere: icalendar is not installed.

    """
    try:
        from icalendar import Calendar
    except ModuleNotFoundError:
        raise NoCalendarHere from None
    calendar = Calendar()
    calendar.add("prodid", "-//dailycontact//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "dailycontact")
    for fields in (*_calls(diary), *_promises(diary)):
        calendar.add_component(_event(fields, diary))
    calendar.add_missing_timezones(first_date=diary.first)
    return bytes(calendar.to_ical())


def _event(fields: dict[str, object], diary: Diary) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("dtstamp", diary.made_at)
    for name, value in fields.items():
        event.add(name, value)
    return event


def _calls(diary: Diary) -> Iterable[dict[str, object]]:
    """Yield the event that comes back on every working day, but for the days off; or nothing."""
    if diary.at is not None:
        yield _call(diary, diary.at)


def _call(diary: Diary, at: time) -> dict[str, object]:
    zone = ZoneInfo(diary.zone)
    first = next(
        day
        for day in (diary.first + timedelta(days=step) for step in range(7))
        if day.weekday() in diary.work_days
    )
    begins = datetime.combine(first, at, zone)
    fields: dict[str, object] = {
        "uid": f"call-{diary.leader_id}-{diary.book}@dailycontact",
        "summary": "Phone one customer",
        "description": f"Whom, and why: {PROGRAM} today\nAsk: {safe(diary.question)}",
        "dtstart": begins,
        "dtend": begins + A_CALL,
        "rrule": {"freq": "weekly", "byday": [_WEEKDAYS[day] for day in diary.work_days]},
    }
    off = [datetime.combine(day, at, zone) for day in diary.off if day >= first]
    return fields | ({"exdate": off} if off else {})


def _promises(diary: Diary) -> Iterable[dict[str, object]]:
    for promise in diary.promises:
        what = "Call back" if promise.is_call_back else "Promised"
        yield {
            "uid": f"promise-{promise.id}-{diary.book}@dailycontact",
            "summary": f"{what}: {safe(promise.customer)}",
            "description": _told(promise),
            "dtstart": promise.due_on,
            "dtend": promise.due_on + timedelta(days=1),
            "transp": "TRANSPARENT",
        }


def _told(promise: Promise) -> str:
    kept = f"Kept? {PROGRAM} promise {promise.reference} --kept"
    return kept if promise.is_call_back else f"{safe(promise.text, lines=True)}\n{kept}"
