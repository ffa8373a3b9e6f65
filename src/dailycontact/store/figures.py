"""What is counted week by week: calls, conversations, and how far each answer has come by then."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dailycontact.core.answer import Consent, Kind
from dailycontact.core.calendar import count_usual
from dailycontact.core.call import Outcome
from dailycontact.core.recorded import Journey, WeekOfCalls
from dailycontact.core.standing import Doing
from dailycontact.store import calendar
from dailycontact.store.forms import day_of, stored_instant
from dailycontact.store.looking import Look, Row
from dailycontact.store.past_answers import PastAnswers, narrower
from dailycontact.store.then import Then
from dailycontact.store.touched import in_blocks

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_ANYDAY = date(2000, 1, 1)

_JOURNEYS = (
    "SELECT answer.id, customer_id, customer.segment_id, kind, consent, private, answer.day,"
    " answer.recorded_at, (SELECT MIN(day) FROM sharing WHERE sharing.answer_id = answer.id"
    "  AND edition = 'team' AND sharing.recorded_at < :until) AS shared_on"
    " FROM answer JOIN customer ON customer.id = answer.customer_id"
    " WHERE answer.id IN ({}) ORDER BY answer.id"
)
_HEARD = "SELECT id FROM answer WHERE recorded_at >= :start AND recorded_at < :until"
_TOLD = (
    "SELECT DISTINCT answer_id FROM telling JOIN answer ON answer.id = answer_id"
    " WHERE telling.recorded_at >= :start AND telling.recorded_at < :until AND how = 'told'"
    " AND answer.recorded_at < :start"
)


class Weeks:
    """The weeks of the calendar from a Monday on, where the book is (`zone`), up to an instant."""

    def __init__(self, monday: date, *, zone: str, until: datetime) -> None:
        self.start = _midnight(monday, zone)
        self.mondays: list[date] = []
        self._starts: list[str] = []
        while (begins := _midnight(monday, zone)) < until:
            self.mondays.append(monday)
            self._starts.append(stored_instant(begins))
            monday += _WEEK

    def of(self, recorded_at: str) -> date:
        """Return the Monday of the week in which something was recorded, as it is stored."""
        return self.mondays[max(0, bisect_right(self._starts, recorded_at) - 1)]


def calls_by_week(then: Then, weeks: Weeks) -> tuple[tuple[WeekOfCalls, ...], frozenset[int]]:
    """Return what was recorded in each of the weeks, and which customers were reached in them.

    That is how many calls there were, and how many reached somebody.
    """
    made = dict.fromkeys(weeks.mondays, 0)
    held = dict.fromkeys(weeks.mondays, 0)
    reached: set[int] = set()
    for call_id, customer_id, recorded_at, outcome in then.look.tuples(
        "SELECT id, customer_id, recorded_at, outcome FROM call"
        " WHERE recorded_at >= :start AND recorded_at < :until",
        start=weeks.start,
        until=then.until,
    ):
        monday = weeks.of(recorded_at)
        made[monday] += 1
        if outcome == Outcome.REACHED:
            held[monday] += 1
            was = then.row("call", call_id)
            reached.add(customer_id if was is None else was["customer_id"])
    counted = tuple(
        WeekOfCalls(monday=monday, calls=made[monday], conversations=held[monday])
        for monday in weeks.mondays
    )
    return counted, frozenset(reached)


def journeys(then: Then, weeks: Weeks, answers: PastAnswers) -> tuple[Journey, ...]:
    """Return how far each answer that was recorded in the weeks had come, in order."""
    return _journeys(then, weeks, answers, _HEARD)


def journeys_told(then: Then, weeks: Weeks, answers: PastAnswers) -> tuple[Journey, ...]:
    """Return those of which somebody was told in the weeks, of answers from before them.

    They are of no week.
    """
    return _journeys(then, weeks, answers, _TOLD)


def _journeys(then: Then, weeks: Weeks, answers: PastAnswers, wanted: str) -> tuple[Journey, ...]:
    ids = [row[0] for row in then.look.tuples(wanted, start=weeks.start, until=then.until)]
    if not ids:
        return ()
    days = WorkingDays(then.look)
    segments = _segments(then)
    found: list[Journey] = []
    for block in in_blocks(ids):
        done, themes = answers.doings.of_answers(block), answers.themes(block)
        for row in then.look.among(_JOURNEYS, block, until=then.until):
            heard = _heard(then, row, weeks, days)
            begun = replace(
                heard,
                theme=themes.get(row["id"]),
                segment=_segment(then, row, heard.customer_id, segments),
            )
            found.append(_gone_on(begun, done.get(row["id"], ()), days))
    return tuple(found)


class WorkingDays:
    """Numbers of days, counted in those on which the team works, whether or not leaders are away.

    So leave that is entered afterwards changes nothing that was counted before.
    """

    def __init__(self, look: Look, *, first: date | None = None) -> None:
        after, values = ("", {}) if first is None else (" WHERE day >= :first", {"first": first})
        rows = look.tuples(f"SELECT day, why_not FROM workday{after} ORDER BY day", **values)  # noqa: S608 - our own text
        self._first = day_of(rows[0][0]) if rows else first or _ANYDAY
        self._last = day_of(rows[-1][0]) if rows else self._first
        self._numbers: dict[str, int] = {}
        number = 0
        for day, why_not in rows:
            number += why_not is None or why_not == calendar.LEAVE
            self._numbers[day] = number

    def number(self, day: date) -> int:
        """Return the number of a day; beyond the calendar, Mondays to Fridays count."""
        known = self._numbers.get(day.isoformat())
        if known is not None:
            return known
        nearest = self._first if day < self._first else self._last
        return self._numbers.get(nearest.isoformat(), 0) + count_usual(nearest, day)

    def after(self, first: date, days: int) -> date:
        """Return the last of so many working days from `first` on."""
        before = self.number(first - _DAY)
        day = first
        while self.number(day) - before < days:
            day += _DAY
        return day


def _heard(then: Then, row: Row, weeks: Weeks, days: WorkingDays) -> Journey:
    """Return an answer that was heard, and perhaps shared."""
    was = then.as_it_was("answer", row, row_id=row["id"])
    consent = narrower(Consent(row["consent"]), Consent(was["consent"]))
    day = day_of(was["day"])
    return Journey(
        answer_id=row["id"],
        customer_id=was["customer_id"],
        kind=Kind(was["kind"]),
        stays=bool(row["private"] or was["private"]) or consent is Consent.NO,
        day=day,
        week=weeks.of(row["recorded_at"]),
        shared=row["shared_on"] is not None,
        heard_at=days.number(day),
        shared_at=None if row["shared_on"] is None else days.number(day_of(row["shared_on"])),
    )


def _gone_on(journey: Journey, doings: Sequence[Doing], days: WorkingDays) -> Journey:
    """Return how an answer went on: taken on, then ended, then told, in all of what is done.

    Whoever need not be told (waived) is not told.
    """
    if journey.kind is not Kind.SUGGESTION or not doings:
        return journey
    taken = [max(one.owned_on or one.day, one.day) for one in doings if one.owner is not None]
    over = not any(one.open for one in doings)
    ended = [one.finished_on for one in doings if one.finished_on is not None] if over else []
    told = [one.settled_on for one in doings if one.settled_on is not None and not one.waived]
    known = over and not any(one.owed for one in doings)
    return replace(
        journey,
        taken_at=days.number(min(taken)) if taken else None,
        told=bool(told),
        ended_at=days.number(max(ended)) if ended else None,
        told_at=days.number(max(told)) if known and told else None,
    )


def _segment(then: Then, row: Row, customer_id: int, segments: Mapping[int, str]) -> str | None:
    """Return the group in which the customer was who said it; they may be somebody else now."""
    was = then.row("customer", customer_id)
    return segments.get(row["segment_id"] if was is None else was["segment_id"])


def _segments(then: Then) -> dict[int, str]:
    rows = then.look.rows("SELECT id, name FROM segment")
    return {
        row["id"]: str(then.as_it_was("segment", row, row_id=row["id"])["name"]) for row in rows
    }


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
