"""How long something has waited, in working days: by the team's clock, or by a leader's.

Weekends and public holidays stop both. While only the leaders are away the team works on, so what
waits for the team grows older; what waits for a leader waits for them to come back.
"""

from datetime import date

from dailycontact.loop import WAITS_FOR_TEAM, Stage
from dailycontact.store import calendar
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look


class Clocks:
    """The clocks of a book as they stand on `today`; what they need is read once, when asked."""

    def __init__(self, look: Look, today: date) -> None:
        self._look = look
        self._today = today
        self._numbers: dict[date, int] = {}
        self._away: dict[int, set[date]] | None = None
        self._all_away: tuple[date, ...] | None = None

    def waited(
        self, stage: Stage, since: date, *, heard_by: int | None, told_by: int | None
    ) -> int:
        """Return for how many working days something has been in its stage.

        `heard_by` is the leader who heard it and shares it; `told_by` the customer's own, who
        tells them. None is anybody: that waits as long as nobody of the leaders works.
        """
        if stage in WAITS_FOR_TEAM:
            return self.team(since)
        return self.leader(since, heard_by if stage is Stage.HEARD else told_by)

    def team(self, since: date) -> int:
        """Return the days after `since` on which the team worked, today included."""
        if self._all_away is None:
            rows = self._look.rows(
                "SELECT day FROM workday WHERE why_not = :leave AND day <= :today",
                leave=calendar.LEAVE,
                today=self._today,
            )
            self._all_away = tuple(day_of(row["day"]) for row in rows)
        return self._between(since) + sum(since < day for day in self._all_away)

    def leader(self, since: date, leader_id: int | None) -> int:
        """Return the days after `since` on which the leader worked, today included.

        Without a leader, the days on which any of them did.
        """
        days = self._between(since)
        if leader_id is None or not days:
            return days
        return days - sum(since < day for day in self._absence(leader_id))

    def _between(self, since: date) -> int:
        return max(0, self._number(self._today) - self._number(since))

    def _number(self, day: date) -> int:
        if day not in self._numbers:
            self._numbers[day] = calendar.number_of(self._look, day)
        return self._numbers[day]

    def _absence(self, leader_id: int) -> set[date]:
        """Return the days up to today that count in the book, and on which the leader was away."""
        if self._away is None:
            self._away = {}
            for row in self._look.rows(
                "SELECT leader_id, workday.day FROM leave JOIN workday"
                " ON workday.day BETWEEN first_on AND last_on"
                " WHERE why_not IS NULL AND workday.day <= :today",
                today=self._today,
            ):
                self._away.setdefault(row["leader_id"], set()).add(day_of(row["day"]))
        return self._away.get(leader_id, set())
