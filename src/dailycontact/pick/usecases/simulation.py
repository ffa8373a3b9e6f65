"""The book's future, played by the product's own rule; nothing is written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from dailycontact.core import capacity as rule
from dailycontact.core.calendar import USUAL_WORK_DAYS
from dailycontact.core.capacity import Pace
from dailycontact.core.dates import read_day
from dailycontact.errors import UsageProblem
from dailycontact.pick.rule.simulation import Played, Tally
from dailycontact.pick.usecases.future import Opening, open_future
from dailycontact.store import calendar, capacity
from dailycontact.store.looking import Look
from dailycontact.store.settings import book_settings

LONGEST = 20
"""Years: nobody can say anything of what lies further ahead."""


class HowLong(UsageProblem):
    """It cannot be read for how long, or it is too long."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"--simulate {typed!r} is no time to look ahead; write it like 5y, 1y, 18mo or 26w,"
            f" at most {LONGEST} years."
        )


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """What the days from `day` to `until` come to, and the days of its numbers."""

    day: date
    until: date
    pace: Pace
    played: Played
    days: dict[int, date]


def read_horizon(typed: str, *, today: date) -> date:
    """Return the day until which is played, from "5y" or "18mo".

    Raises:
        HowLong: it is none, or further ahead than anybody can say anything.

    """
    try:
        until = read_day(
            typed, today=today, is_working=lambda day: day.weekday() in USUAL_WORK_DAYS
        )
    except UsageProblem:
        raise HowLong(typed[:60]) from None
    if not today < until <= today.replace(year=today.year + LONGEST, day=min(today.day, 28)):
        raise HowLong(typed[:60])
    return until


def length(look: Look, *, day: date, until: date) -> int:
    """Return how many working days are played from `day` to `until`."""
    return calendar.number_of(look, until) - calendar.number_of(look, day) + 1


def simulate(
    look: Look, *, day: date, until: date, progress: Callable[[int], None] = lambda _: None
) -> Simulation:
    """Play the rule from `day` to `until`, with failures at the measured rate.

    The same book plays the same future. `progress` is told the working days that are done.
    """
    opening = open_future(look, day=day, until=until, succeeding=False)
    first, last = calendar.number_of(look, day), calendar.number_of(look, until)
    tally = Tally(first=first, last=last, since=opening.since, keys=opening.keys)
    _play(opening, tally, seed=book_settings(look).seed, progress=progress)
    played = tally.result(capacity.asked(look).groups)
    numbers = {number for number, _ in (*played.coverage, *played.rising)}
    numbers |= {number for number in played.milestones.values() if number is not None}
    return Simulation(
        day=day,
        until=until,
        pace=rule.together(capacity.paces(look, before=day).values()),
        played=played,
        days=calendar.days_numbered(look, numbers),
    )


def _play(opening: Opening, tally: Tally, *, seed: str, progress: Callable[[int], None]) -> None:
    chance = Random(f"{seed}/future").random  # noqa: S311 - the same book plays the same future
    for number in range(tally.first, tally.last + 1):
        called = False
        for caller in opening.callers:
            for attempt in opening.future.day(number, caller, chance):
                tally.count(attempt)
                called = True
        tally.without_call += not called
        progress(number - tally.first + 1)
