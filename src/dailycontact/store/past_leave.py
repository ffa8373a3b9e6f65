"""Who was away, as it was known at an instant: why nobody called, and when somebody calls again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dailycontact.core.recorded import Away
from dailycontact.store import calendar
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Row
from dailycontact.store.past_team import PastTeam
from dailycontact.store.then import Then

_WEEKEND = "weekend"
_DAY = timedelta(days=1)
_LOOKED_AHEAD = 400
"""In how many days somebody is looked for who calls again."""


@dataclass(frozen=True, kw_only=True)
class Absent:
    """Why nobody called on the last working day of a period, and the next on which somebody does.

    Each is None where there is nothing to say: somebody did call, or could have.
    """

    why: str | None = None
    back_on: date | None = None


class PastLeave:
    """The leave that was known at an instant."""

    def __init__(self, then: Then, team: PastTeam) -> None:
        self._then = then
        self._team = team
        self._leave = sorted(_leave(then), key=lambda row: (row["first_on"], row["id"]))

    def away(self, *, first: date, last: date) -> tuple[Away, ...]:
        """Return who was away between two days, in order; their leave is told of whole."""
        return tuple(
            Away(
                leader=self._team.names[row["leader_id"]],
                first=day_of(row["first_on"]),
                last=day_of(row["last_on"]),
            )
            for row in self._leave
            if row["first_on"] <= last.isoformat() and row["last_on"] >= first.isoformat()
        )

    def absent(
        self, *, first: date, last: date, called_on: Iterable[date], goes_on: bool = False
    ) -> Absent:
        """Return why nobody called on the last working day of a period, and when somebody does.

        Where the last day `goes_on`, that may be on it.
        """
        days = [last - offset * _DAY for offset in range((last - first).days + 1)]
        closed = self._closed(first, last + _LOOKED_AHEAD * _DAY)
        day = next((one for one in days if closed.get(one) != _WEEKEND), None)
        if day is None:
            return Absent()
        why = closed.get(day) or (calendar.LEAVE if self._all_away(day) else None)
        if why is None and day in set(called_on):
            return Absent()
        later = (last + offset * _DAY for offset in range(0 if goes_on else 1, _LOOKED_AHEAD))
        back = (one for one in later if one not in closed and not self._all_away(one))
        return Absent(why=why, back_on=next(back, None))

    def after(self, last: date) -> date | None:
        """Return the next day on which somebody calls, where all of them are away before it."""
        days = [last + offset * _DAY for offset in range(1, _LOOKED_AHEAD)]
        if not self._all_away_soon(last):
            return None
        closed = self._closed(last, days[-1])
        back = next((one for one in days if one not in closed and not self._all_away(one)), None)
        before = (one for one in days if back is not None and one < back)
        return back if any(one not in closed for one in before) else None

    def _all_away_soon(self, last: date) -> bool:
        """Return whether all are away at some time after a day: seldom, and the rest takes time."""
        return any(row["last_on"] > last.isoformat() for row in self._leave)

    def _closed(self, first: date, last: date) -> dict[date, str]:
        """Return the days that are no working days, whoever is away, and why."""
        rows = self._then.look.tuples(
            "SELECT day, why_not FROM workday WHERE day >= :first AND day <= :last",
            first=first,
            last=last,
        )
        known = {day_of(day): why_not for day, why_not in rows}
        every = (first + offset * _DAY for offset in range((last - first).days + 1))
        why = {day: known[day] if day in known else calendar.usual(day) for day in every}
        return {day: said for day, said in why.items() if said and said != calendar.LEAVE}

    def _all_away(self, day: date) -> bool:
        """Return whether every leader that there was is on leave on a day."""
        stored = day.isoformat()
        leaders = self._team.leaders(day)
        away = {
            row["leader_id"] for row in self._leave if row["first_on"] <= stored <= row["last_on"]
        }
        return bool(leaders) and leaders <= away


def _leave(then: Then) -> list[Row | dict[str, Any]]:
    """Return the leave that was known: what came since is not, what was taken out since is."""
    rows = then.look.rows("SELECT id, leader_id, first_on, last_on FROM leave")
    there = [
        then.as_it_was("leave", row, row_id=row["id"])
        for row in rows
        if then.was_there("leave", row["id"])
    ]
    return [*there, *then.gone("leave")]
