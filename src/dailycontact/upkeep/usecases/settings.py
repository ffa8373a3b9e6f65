"""The settings of a book, seen and changed; what is derived from them follows at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dailycontact.core.book import BookSettings
from dailycontact.core.naming import fold
from dailycontact.core.sentences import listed, say_cadence
from dailycontact.errors import NotFound
from dailycontact.loop import Stage
from dailycontact.store import capacity, derived, whereabouts
from dailycontact.store.looking import Look
from dailycontact.store.segments import Segment, segments
from dailycontact.store.settings import book_settings, write_setting
from dailycontact.upkeep.rule import WEEKLY, SettingUnreadable, say_weekday, say_work_days

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NoSuchSegment(NotFound):
    """No segment goes by that name."""

    def __init__(self, name: str, known: tuple[Segment, ...]) -> None:
        names = listed([segment.name for segment in known], most=8) or "none yet"
        super().__init__(f"There is no segment {name!r}; the segments are: {names}.")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be changed, each value as it is stored; an empty one brings back the default."""

    settings: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[Stage, str] = field(default_factory=dict)
    segments: Mapping[str, str] = field(default_factory=dict)

    @property
    def anything(self) -> bool:
        """Whether there is something to change."""
        return bool(self.settings or self.limits or self.segments)


@dataclass(frozen=True, kw_only=True)
class InForce:
    """The settings of a book: as they were said, and what follows from them.

    `cadence` is the book's cadence in use, in working days, where none was said.
    """

    said: BookSettings
    cadence: int
    segments: tuple[Segment, ...]


def in_force(look: Look) -> InForce:
    """Return the settings that hold."""
    return InForce(
        said=book_settings(look),
        cadence=capacity.book_cadence(look),
        segments=segments(look),
    )


def configure(change: "Change", wanted: Wanted, *, today: date) -> tuple[str, ...]:
    """Change settings; return the names of those that were given.

    The calendar is counted anew from today where its days change, and everybody's cadence where
    a cadence does.

    Raises:
        NoSuchSegment: a segment was named that there is not.

    """
    for key, value in wanted.settings.items():
        write_setting(change, key, value)
    for stage, days in wanted.limits.items():
        write_setting(change, f"limit.{stage.value}", days)
    _set_segments(change, wanted.segments)
    if wanted.settings.keys() & {"work_days", "country"}:
        derived.renumber(change, since=today, today=today)
    if "country" in wanted.settings:
        whereabouts.follow(change)
    if "cadence" in wanted.settings or wanted.segments:
        derived.respread(change)
    names = _named(wanted)
    change.summary = f"set {listed(list(names), most=len(names))}"
    return names


def _set_segments(change: "Change", cadences: Mapping[str, str]) -> None:
    known = segments(change)
    for name, cadence in cadences.items():
        fitting = [segment for segment in known if fold(segment.name) == fold(name)]
        if not fitting:
            raise NoSuchSegment(name, known)
        change.set("segment", fitting[0].id, cadence=int(cadence) if cadence else None)


def _named(wanted: Wanted) -> tuple[str, ...]:
    return (
        *(f"the {key.replace('_', ' ')} ({_said(key, to)})" for key, to in wanted.settings.items()),
        *(f"the limit of {stage.value} ({_days(to)})" for stage, to in wanted.limits.items()),
        *(
            f"the cadence of {name} ({_said('cadence', to)})"
            for name, to in wanted.segments.items()
        ),
    )


def _days(to: str) -> str:
    return f"{to} working days" if to else "as usual"


def _said(key: str, value: str) -> str:
    """Return the value of a setting as one says it."""
    if key == "work_days":
        return say_work_days(map(int, value.split(",")))
    if key == "report_day":
        return say_weekday(int(value))
    if key == "cadence":
        return say_cadence(int(value)) if value else "automatic"
    if key == "talks":
        return value or WEEKLY
    return value or "none"


def read_zone(typed: str) -> str:
    """Return the IANA name of a time zone.

    Raises:
        SettingUnreadable: there is no such zone.

    """
    try:
        return ZoneInfo(typed.strip()).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        wanted = "a zone like Europe/Berlin"
        raise SettingUnreadable("--zone", typed, wanted) from None
