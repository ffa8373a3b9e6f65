"""The report as it is once everything is added up, whatever the form in which it is read."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from dailycontact.core.answer import Kind
from dailycontact.core.call import Outcome
from dailycontact.core.period import Period
from dailycontact.core.recorded import ChangedSince, Turnout
from dailycontact.core.telling import Channel, Reaction
from dailycontact.loop import Stage
from dailycontact.report.rule.figures import Figures


class Edition(StrEnum):
    """For whom a report is made; the team, unless the leader's own is named."""

    TEAM = "team"
    LEADER = "leader"
    COMPANY = "company"
    CUSTOMERS = "customers"

    @property
    def names_customers(self) -> bool:
        """Whether customers who agreed to it are named in it."""
        return self in {Edition.TEAM, Edition.LEADER}


class State(StrEnum):
    """What happened to an action in the period."""

    DONE = "done"
    DECLINED = "declined"
    BEGUN = "begun"


@dataclass(frozen=True, kw_only=True)
class Said:
    """An answer as this edition shows it: whose words, as far as that may be said."""

    answer_id: int
    words: str
    who: str
    day: date
    earlier: bool = False
    """Whether it was said before the period in which it was recorded."""
    kind: Kind = Kind.SUGGESTION
    urgent: bool = False
    private: bool = False
    """Whether it goes no further than the leader."""
    praised: str | None = None
    stage: Stage


@dataclass(frozen=True, kw_only=True)
class Acted:
    """An action that was begun or ended in the period, and the answers that it is for."""

    action_id: int
    title: str
    owner: str | None
    state: State
    due_on: date | None = None
    day: date
    earlier: bool = False
    say: str | None = None
    instead: str | None = None
    askers: int = 0
    """How many customers said so; one may have said it more than once."""
    answers: tuple[Said, ...] = ()

    @property
    def is_named_by_reason(self) -> bool:
        """Whether it was declined at once, so that the reason is all the name it has."""
        reason = " ".join((self.say or "").split())
        return self.state is State.DECLINED and reason.startswith(self.title.removesuffix(" …"))


@dataclass(frozen=True, kw_only=True)
class Changed:
    """What ended, for owners and a board: nobody did it; `number` and `day` are as in YouSaid."""

    number: int
    state: State
    say: str
    instead: str | None = None
    askers: int = 0
    day: date


@dataclass(frozen=True, kw_only=True)
class Person:
    """One customer who was told, how they took it, and what they said to it."""

    answer_id: int
    who: str
    channel: Channel
    reaction: Reaction | None
    day: date
    earlier: bool = False
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Told:
    """Who was told; of its `askers`, answers as core/tally.py counts them, `told` know its end."""

    action_id: int
    title: str
    say: str
    people: tuple[Person, ...]
    told: int
    askers: int
    waived: int = 0
    """How many of the askers need not be told."""
    unreachable: int = 0
    """Of those, how many could not be reached."""
    reopened: int = 0
    """For how many it is not solved, as they said when they were told."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Somebody who has not heard from us yet: since when, for what, and where it stands."""

    answer_id: int
    who: str
    words: str
    said_on: date
    days: int
    """Days of the calendar since it was said."""
    stage: Stage
    where: str
    urgent: bool = False
    late: bool = False
    """Whether the day is past by which somebody wanted to have it done."""


@dataclass(frozen=True, kw_only=True)
class Looking:
    """An action that nobody has taken yet: said by how many, first when, and in which words."""

    action_id: int
    title: str
    said_by: int
    first_on: date
    words: str
    who: str


@dataclass(frozen=True, kw_only=True)
class Done:
    """What somebody brought to an end, and for how many customers."""

    action_id: int
    say: str
    askers: int


@dataclass(frozen=True, kw_only=True)
class Thanks:
    """What somebody of the team is thanked for: what they did, and what customers said of them."""

    name: str
    done: tuple[Done, ...] = ()
    praise: tuple[Said, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Tale:
    """A story, as it is told on."""

    text: str
    who: str | None
    missed: bool
    told_by: str
    day: date
    earlier: bool = False


@dataclass(frozen=True, kw_only=True)
class Given:
    """A promise as it stood at the end: open, kept, moved or dropped."""

    customer: str
    text: str
    due_on: date
    state: str
    late: bool


@dataclass(frozen=True, kw_only=True)
class Note:
    """What the leader noted in a call."""

    customer: str
    day: date
    text: str


@dataclass(frozen=True, kw_only=True)
class Number:
    """At which numbers somebody is reached who waits for the leader."""

    customer: str
    phones: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Absence:
    """Days in the period on which a leader did not call."""

    leader: str
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class Wished:
    """What the team asked of us: how many wished for it, and what became of it."""

    talk_id: int
    wish: str
    by: int = 1
    how: str | None = None
    say: str | None = None


@dataclass(frozen=True, kw_only=True)
class YouSaid:
    """What customers said and were told: for everybody to read, naming nobody.

    `number` is its place in the list, and `day` the first one of a month: the number of an action
    and a day of the calendar would lead to people.
    """

    number: int
    words: str
    others: int = 0
    """How many other customers had said so, and were told."""
    state: State
    say: str
    instead: str | None = None
    day: date


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What a report was made from: which book, up to which instant, by which version.

    The same stamp gives the same report, but for what `changed` counts.
    """

    book: str = ""
    zone: str = "UTC"
    version: str = ""
    cutoff: datetime | None = None
    changed: ChangedSince = field(default_factory=ChangedSince)
    written_later: int = 0
    """How many facts belong to earlier days, and were written down in this period."""


@dataclass(frozen=True, kw_only=True)
class Replaced:
    """A name, number or address in a free text, and what stands in its place, if anything."""

    found: str
    instead: str | None
    """None where it was left, because it is a word like any other."""
    where: str
    """The text that it stands in, such as "answer 12" or "action A3"."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """What customers told us in a period, and what became of it, in one edition.

    `as_of` is the day up to which waits are counted. The promises and the notes are in the
    leader's edition only.
    """

    edition: Edition
    company: str
    demo: bool
    period: Period
    as_of: date
    leaders: tuple[str, ...] = ()
    calls: int = 0
    calls_earlier: int = 0
    """How many of them were made before the period, and written down in it."""
    conversations: int = 0
    outcomes: tuple[tuple[Outcome, int], ...] = ()
    told_by_phone: int = 0
    """How many customers were told by phone what became of their words, beside those calls."""
    tried: bool = False
    """Whether somebody was rung to be told something, and nobody answered."""
    away: tuple[Absence, ...] = ()
    wanted: tuple[Waiting, ...] = ()
    """What is urgent and nobody has taken on: it heads the report until somebody has."""
    heard: tuple[Said, ...] = ()
    nothing: int = 0
    acted: tuple[Acted, ...] = ()
    changes: tuple[Changed, ...] = ()
    """In the company's edition, in the place of what was acted on."""
    told: tuple[Told, ...] = ()
    customers_told: int = 0
    waiting: tuple[Waiting, ...] = ()
    looking: tuple[Looking, ...] = ()
    stories: tuple[Tale, ...] = ()
    thanks: tuple[Thanks, ...] = ()
    promises: tuple[Given, ...] = ()
    notes: tuple[Note, ...] = ()
    numbers: tuple[Number, ...] = ()
    """Of whoever waits to hear from us, or was promised something; for the leader only."""
    wished: tuple[Wished, ...] = ()
    you_said: tuple[YouSaid, ...] = ()
    """In the customers' edition, which has nothing else."""
    figures: Figures = field(default_factory=Figures)
    before: Figures | None = None
    """The figures of the period before, where they were asked for."""
    turnout: tuple[tuple[str, Turnout], ...] = ()
    """In a quarter or a year: kept, left and came, of those who were told and who were not."""
    first_weeks: Figures | None = None
    """What the first twenty working days brought, once they are over."""
    begins_on: date | None = None
    never_called: bool = False
    back_on: date | None = None
    after_leave: date | None = None
    absent: str | None = None
    contact: str | None = None
    permission: str = ""
    stamp: Stamp = field(default_factory=Stamp)
    replaced: tuple[Replaced, ...] = ()
    """What was hidden in free texts, for a look before it is sent; never part of what is sent."""

    @property
    def is_leaders(self) -> bool:
        """Whether it is for the leader's eyes only."""
        return self.edition is Edition.LEADER

    @property
    def wishes(self) -> int:
        """How many suggestions were heard."""
        return sum(said.kind is Kind.SUGGESTION for said in self.heard)

    @property
    def ended(self) -> int:
        """How many actions came to an end, done or declined."""
        return sum(acted.state is not State.BEGUN for acted in self.acted)
