"""The settings of a book, seen and changed; what is derived from them follows at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dailycontact.core.book import BookSettings
from dailycontact.core.naming import fold
from dailycontact.core.sentences import listed, say_cadence
from dailycontact.errors import NotFound, Refused
from dailycontact.loop import Stage
from dailycontact.store import capacity, derived, whereabouts
from dailycontact.store.looking import Look
from dailycontact.store.segments import Segment, segments
from dailycontact.store.settings import book_settings, write_setting
from dailycontact.upkeep.rule import WEEKLY, SettingUnreadable, say_weekday, say_work_days
from dailycontact.upkeep.rule.mailing import NONE, with_words

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_OF_MAIL = {
    "host": "mail server",
    "port": "port of the mail server",
    "user": "user of the mail server",
    "sender": "address mail is from",
    "security": "line to the mail server",
}


class NoSuchSegment(NotFound):
    """No segment goes by that name."""

    def __init__(self, name: str, known: tuple[Segment, ...]) -> None:
        names = listed([segment.name for segment in known], most=8) or "none yet"
        super().__init__(f"There is no segment {name!r}; the segments are: {names}.")


class OpenLine(Refused):
    """The report would be sent for everybody on the way to read, so it never would be sent."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"The line to {host} would be open, and anybody on the way could read the report; set"
            " --mail-security to starttls or tls (none is for a server on this machine)."
        )


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be changed, each value as it is stored; an empty one brings back the default."""

    settings: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[Stage, str] = field(default_factory=dict)
    segments: Mapping[str, str] = field(default_factory=dict)
    kept_words: tuple[str, ...] = ()
    hidden_words: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether there is something to change."""
        words = self.kept_words or self.hidden_words
        return bool(self.settings or self.limits or self.segments or words)


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
        OpenLine: mail would be sent over an open line.

    """
    for key, value in wanted.settings.items():
        write_setting(change, key, value)
    _check_line(change, wanted)
    for stage, days in wanted.limits.items():
        write_setting(change, f"limit.{stage.value}", days)
    _set_segments(change, wanted.segments)
    _set_words(change, wanted)
    if wanted.settings.keys() & {"work_days", "country"}:
        derived.renumber(change, since=today, today=today)
    if "country" in wanted.settings:
        whereabouts.follow(change)
    if "cadence" in wanted.settings or wanted.segments:
        derived.respread(change)
    names = _named(wanted)
    change.summary = f"set {listed(list(names), most=len(names))}"
    return names


def _check_line(look: Look, wanted: Wanted) -> None:
    mail = book_settings(look).mail
    if wanted.settings.keys() & {"mail.host", "mail.security"} and mail.is_open:
        raise OpenLine(mail.host)


def _set_segments(change: "Change", cadences: Mapping[str, str]) -> None:
    known = segments(change)
    for name, cadence in cadences.items():
        fitting = [segment for segment in known if fold(segment.name) == fold(name)]
        if not fitting:
            raise NoSuchSegment(name, known)
        change.set("segment", fitting[0].id, cadence=int(cadence) if cadence else None)


def _set_words(change: "Change", wanted: Wanted) -> None:
    """Add the words; who keeps a word that was hidden no longer hides it, and the other way."""
    kept, hidden = wanted.kept_words, wanted.hidden_words
    if not kept and not hidden:
        return
    said = book_settings(change)
    now_kept = with_words(said.kept_words, also=kept, without=hidden)
    now_hidden = with_words(said.hidden_words, also=hidden, without=kept)
    write_setting(change, "kept_words", now_kept)
    write_setting(change, "hidden_words", now_hidden)


def _named(wanted: Wanted) -> tuple[str, ...]:
    return (
        *(f"the {_called(key)} ({_said(key, to)})" for key, to in wanted.settings.items()),
        *(f"the limit of {stage.value} ({_days(to)})" for stage, to in wanted.limits.items()),
        *(
            f"the cadence of {name} ({_said('cadence', to)})"
            for name, to in wanted.segments.items()
        ),
        *([f"the words that stay ({_words(wanted.kept_words)})"] if wanted.kept_words else ()),
        *(
            [f"the words that are hidden ({_words(wanted.hidden_words)})"]
            if wanted.hidden_words
            else ()
        ),
    )


def _called(key: str) -> str:
    """Return what a setting is called in a sentence: "recipients of the team edition"."""
    group, dot, name = key.partition(".")
    if group == "mail":
        return _OF_MAIL[name]
    many = {"recipients": "recipients", "notify": "channels"}.get(group)
    return f"{many} of the {name} edition" if dot and many else key.replace("_", " ")


def _words(words: tuple[str, ...]) -> str:
    return "none of them any more" if NONE in words else listed(list(words), most=len(words))


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
    if key == "mail.port" and not value:
        return "the usual one"
    return ", ".join(value.split("\n")) or "none"


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
