"""Which days a report is about, by the words and flags of its command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dailycontact.core.period import Length, before, days_between, of_length
from dailycontact.core.period_named import period_named, week_named
from dailycontact.errors import UsageProblem
from dailycontact.report.rule.report import Edition

if TYPE_CHECKING:
    from dailycontact.core.period import Period
    from dailycontact.workspace import Workspace

NEAR = ("last", "this")
"""Words that a flag beside them makes longer: "last" and --month are last month."""


class OnePeriodOnly(UsageProblem):
    """Two ways of naming the days were given."""

    def __init__(self) -> None:
        super().__init__(
            "Name one period: --week 2026-W47, or --last, or --month, --quarter or --year,"
            " or --since with --until."
        )


class NotOfThatLength(UsageProblem):
    """What was named is not as long as the flag beside it says."""

    def __init__(self, named: str, length: Length) -> None:
        super().__init__(f"{named!r} is no {length}; leave out --{length}, or name a {length}.")


class SinceWhen(UsageProblem):
    """The last day was given without the first."""

    def __init__(self) -> None:
        super().__init__("--until needs the first day as well; give it with --since DATE.")


class EditionNotPeriod(UsageProblem):
    """An edition was named where a period stands."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} is an edition, and no period; say so with --edition {typed}.")


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What was typed about the days: the words, and each flag."""

    when: str = ""
    week: str | None = None
    last: bool = False
    month: bool = False
    quarter: bool = False
    year: bool = False
    since: str | None = None
    until: str | None = None

    @property
    def anything(self) -> bool:
        """Whether the days were named at all."""
        return bool(self.when or self.week is not None or self.last or self.length or self._days)

    @property
    def length(self) -> Length | None:
        """The length that a flag asks for.

        Raises:
            OnePeriodOnly: two flags do.

        """
        flags = {Length.MONTH: self.month, Length.QUARTER: self.quarter, Length.YEAR: self.year}
        given = [length for length, is_given in flags.items() if is_given]
        if len(given) > 1:
            raise OnePeriodOnly
        return given[0] if given else None

    @property
    def _days(self) -> bool:
        return self.since is not None or self.until is not None

    @property
    def is_several(self) -> bool:
        """Whether the days were named in more than one way; `--last --month` is one."""
        named = bool(self.when) or self.last
        ways = (bool(self.when), self.week is not None, self.last, self._days)
        return sum(ways) + (self.length is not None and not named) > 1


def chosen(workspace: Workspace, typed: Typed) -> Period:
    """Return the period that was named; this week, where none was.

    Raises:
        OnePeriodOnly, NotOfThatLength, SinceWhen, EditionNotPeriod: see there.
        NoSuchWeek, NoSuchPeriod, EndsBeforeItBegins, DayUnreadable: it cannot be read.

    """
    if typed.is_several:
        raise OnePeriodOnly
    today, zone = workspace.today, workspace.book_settings.zone
    if typed.week is not None:
        return week_named(typed.week, today=today, zone=zone)
    if typed.when:
        return _named(typed, workspace)
    if typed.since is not None or typed.until is not None:
        return _between(workspace, typed)
    this = of_length(typed.length or Length.WEEK, today, zone=zone)
    return before(this) if typed.last else this


def _named(typed: Typed, workspace: Workspace) -> Period:
    if typed.when.casefold() in set(Edition):
        raise EditionNotPeriod(typed.when.casefold())
    near = typed.length and typed.when.casefold() in NEAR
    words = f"{typed.when} {typed.length}" if near else typed.when
    period = period_named(words, today=workspace.today, zone=workspace.book_settings.zone)
    if typed.length not in (None, period.length):
        raise NotOfThatLength(typed.when, typed.length or period.length)
    return period


def _between(workspace: Workspace, typed: Typed) -> Period:
    if typed.since is None:
        raise SinceWhen
    end = workspace.read_day(typed.until, past=True) if typed.until else workspace.today
    since = workspace.read_day(typed.since, past=True)
    return days_between(since, end, zone=workspace.book_settings.zone)
