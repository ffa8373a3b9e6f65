"""How long something has waited, in working days: by the team's clock, or by a leader's.

Weekends and public holidays stop both. While only the leaders are away the team works on, so what
waits for the team grows older; what waits for a leader waits for them to come back.
"""

from datetime import date, timedelta

from dailycontact.loop import WAITS_FOR_TEAM, Clock
from dailycontact.store import calendar
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look

WEEK = timedelta(days=7)
REPORTS_AHEAD = 60
"""In how many weeks a leader who is away is looked for a report day on which they work."""


class Clocks:
    """The clocks of a book as they stand on `today`; what they need is read once, when asked."""

    def __init__(self, look: Look, today: date) -> None:
        self._look = look
        self.today = today
        self._numbers: dict[date, int] = {}
        self._away: dict[int, set[date]] | None = None
        self._all_away: tuple[date, ...] | None = None
        self._reports: dict[tuple[date, int | None], date] = {}

    def waited(self, clock: Clock, since: date, *, waits_for: int | None) -> int:
        """Return for how many working days something has waited.

        `waits_for` is the leader who heard it and shares it, or the customer's own, who tells
        them. None is anybody: that waits as long as nobody of the leaders works.
        """
        if clock in WAITS_FOR_TEAM:
            return self.team(since)
        return self.leader(since, waits_for)

    def team(self, since: date) -> int:
        """Return the days after `since` on which the team worked, today included."""
        if self._all_away is None:
            rows = self._look.rows(
                "SELECT day FROM workday WHERE why_not = :leave AND day <= :today",
                leave=calendar.LEAVE,
                today=self.today,
            )
            self._all_away = tuple(day_of(row["day"]) for row in rows)
        return self._between(since, self.today) + sum(since < day for day in self._all_away)

    def leader(self, since: date, leader_id: int | None, *, until: date | None = None) -> int:
        """Return the days after `since` on which the leader worked, the day `until` (today) too.

        Without a leader, the days on which any of them did.
        """
        last = until or self.today
        days = self._between(since, last)
        if leader_id is None or not days:
            return days
        return days - sum(since < day <= last for day in self._absence(leader_id))

    def until_report(self, since: date, leader_id: int | None, *, weekday: int) -> int:
        """Return how long what was heard on `since` may wait to be shared, in working days.

        That is until the next report (`weekday`, 0 is Monday) after that day, on which the leader
        works; a report that falls on a holiday comes on the working day after it.
        """
        first = since + timedelta(days=(weekday - since.weekday() - 1) % 7 + 1)
        if (first, leader_id) not in self._reports:
            self._reports[first, leader_id] = self._report(first, leader_id)
        return self.leader(since, leader_id, until=self._reports[first, leader_id])

    def _report(self, first: date, leader_id: int | None) -> date:
        away = set() if leader_id is None else self._absence(leader_id)
        for week in range(REPORTS_AHEAD):
            planned = calendar.workday(self._look, first + week * WEEK)
            day = planned.day if planned.works else calendar.next_workday(self._look, planned.day)
            if day not in away:
                return day
        return first

    def _between(self, since: date, until: date) -> int:
        return max(0, self._number(until) - self._number(since))

    def _number(self, day: date) -> int:
        if day not in self._numbers:
            self._numbers[day] = calendar.number_of(self._look, day)
        return self._numbers[day]

    def _absence(self, leader_id: int) -> set[date]:
        """Return the days that count in the book, and on which the leader is away."""
        if self._away is None:
            self._away = {}
            for row in self._look.rows(
                "SELECT leader_id, workday.day FROM leave JOIN workday"
                " ON workday.day BETWEEN first_on AND last_on WHERE why_not IS NULL"
            ):
                self._away.setdefault(row["leader_id"], set()).add(day_of(row["day"]))
        return self._away.get(leader_id, set())
