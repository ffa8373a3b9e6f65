"""What can happen in the demonstration's six weeks, as data.

`day` counts working days back from the day on which the book is made: -1 is the last one before
it, 0 that day itself. `at` is the time where the book is. A key names an answer or an action, so
that later events can speak of it.
"""

from dataclasses import dataclass

from dailycontact.core.answer import Consent, Kind
from dailycontact.core.call import Outcome
from dailycontact.core.following import Helped
from dailycontact.core.telling import Channel, Reaction


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened on a day."""

    day: int
    at: str


@dataclass(frozen=True, kw_only=True)
class Said:
    """One thing that a customer said; `praised` is whom it praises, `about` the theme of a wish."""

    key: str
    words: str
    kind: Kind = Kind.SUGGESTION
    praised: str | None = None
    about: str | None = None


@dataclass(frozen=True, kw_only=True)
class Call(Event):
    """A conversation with whoever was proposed, or (`rang_in`) with somebody who rang.

    `told` are keys of answers with how the news was taken, `not_yet` those of which was said where
    they stand, `helped` what was said of the help; `promise` is what, and due when.
    """

    at: str = "09:40"
    who: str
    said: tuple[Said, ...] = ()
    outcome: Outcome = Outcome.REACHED
    told: tuple[tuple[str, Reaction], ...] = ()
    not_yet: tuple[str, ...] = ()
    helped: tuple[tuple[str, Helped], ...] = ()
    notes: str | None = None
    promise: tuple[str, int] | None = None
    call_back: int | None = None
    quote: Consent = Consent.WORDS
    kept: bool = False
    urgent: bool = False
    private: bool = False
    rang_in: bool = False


@dataclass(frozen=True, kw_only=True)
class Skip(Event):
    """Somebody who was proposed and passed over."""

    at: str = "09:15"
    who: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Share(Event):
    """Everything new is shown to the team."""

    at: str = "11:00"
    place: str = "team meeting"


@dataclass(frozen=True, kw_only=True)
class Act(Event):
    """Somebody does something about answers; without an owner it is looking for someone."""

    at: str = "11:30"
    key: str
    answers: tuple[str, ...]
    title: str
    owner: str | None = None
    due: int | None = None


@dataclass(frozen=True, kw_only=True)
class Join(Event):
    """More answers about the same thing come to an action."""

    at: str = "11:40"
    action: str
    answers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Take(Event):
    """Somebody takes an action that was looking for someone."""

    at: str = "12:10"
    action: str
    owner: str


@dataclass(frozen=True, kw_only=True)
class Done(Event):
    """An action is done, in the words that the customers hear."""

    at: str = "15:30"
    action: str
    say: str


@dataclass(frozen=True, kw_only=True)
class Decline(Event):
    """We can't, in words that the customers can hear."""

    at: str = "15:00"
    answers: tuple[str, ...]
    reason: str
    instead: str | None = None
    revisit: int | None = None


@dataclass(frozen=True, kw_only=True)
class Tell(Event):
    """A customer is told, outside a call of the day; `better` is what they wish for now."""

    at: str = "16:10"
    answer: str
    by: Channel = Channel.PHONE
    reaction: Reaction | None = None
    words: str | None = None
    better: Said | None = None


@dataclass(frozen=True, kw_only=True)
class Try(Event):
    """Nobody answered, so that the customer still waits to hear."""

    at: str = "16:20"
    answer: str


@dataclass(frozen=True, kw_only=True)
class NotYet(Event):
    """A customer hears where their answer stands, before anything is done."""

    at: str = "16:15"
    answer: str
    by: Channel = Channel.EMAIL
    words: str


@dataclass(frozen=True, kw_only=True)
class Note(Event):
    """Something is noted of an action on its way, or kept to be looked at."""

    at: str = "13:20"
    action: str
    text: str = ""
    evidence: str = ""


@dataclass(frozen=True, kw_only=True)
class Kept(Event):
    """What was promised to a customer in a call is done."""

    at: str = "14:10"
    who: str


@dataclass(frozen=True, kw_only=True)
class Words(Event):
    """Words that stand for a theme."""

    at: str = "12:20"
    words: tuple[str, ...]
    theme: str


@dataclass(frozen=True, kw_only=True)
class Read(Event):
    """How the team reads answers: their theme, or the cause of what was said."""

    at: str = "11:20"
    answers: tuple[str, ...]
    theme: str | None = None
    cause: str | None = None


@dataclass(frozen=True, kw_only=True)
class Story(Event):
    """Somebody went the extra mile; or (`missed`) we could have."""

    at: str = "17:00"
    text: str
    who: str | None = None
    missed: bool = False


@dataclass(frozen=True, kw_only=True)
class Amend(Event):
    """A slip of the keyboard is mended, visibly."""

    at: str = "10:20"
    answer: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Pause(Event):
    """A customer is left alone until a day."""

    at: str = "10:30"
    who: str
    until: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class Leave(Event):
    """Working days on which Marta will be away."""

    at: str = "17:30"
    first: int
    last: int


def wish(key: str, words: str, about: str | None = None) -> Said:
    """Return one thing that we could do better, and the theme that it is about."""
    return Said(key=key, words=words, about=about)


def praise(key: str, words: str, whom: str | None = None) -> Said:
    """Return praise, for somebody of the team where `whom` is given."""
    return Said(key=key, words=words, kind=Kind.PRAISE, praised=whom)


def nothing(key: str) -> Said:
    """Return that there was nothing to wish for."""
    return Said(key=key, words="", kind=Kind.NOTHING)
