"""Everything that a report is made of, before it is decided who may read what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dailycontact.core.action import Action
from dailycontact.core.answer import Answer, Consent
from dailycontact.core.call import Promise
from dailycontact.core.known import Known
from dailycontact.core.passing import stays_with_leader
from dailycontact.core.period import Period
from dailycontact.core.recorded import (
    Afterwards,
    Away,
    CallMade,
    Ending,
    Journey,
    Phoned,
    Story,
    TeamWish,
    TellingMade,
    Turnout,
    WeekOfCalls,
)
from dailycontact.core.remembered import Remembered
from dailycontact.core.standing import Standing


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What was recorded in a period, and how everything stood at its end."""

    period: Period
    as_of: date
    company: str = ""
    demo: bool = False
    calls: tuple[CallMade, ...] = ()
    standings: tuple[Standing, ...] = ()
    """The answers that the period is about, and all that waited, as they stood at the end."""
    actions: tuple[Action, ...] = ()
    begun: frozenset[int] = frozenset()
    """The actions that were begun in the period."""
    endings: tuple[Ending, ...] = ()
    tellings: tuple[TellingMade, ...] = ()
    phoned: tuple[Phoned, ...] = ()
    stories: tuple[Story, ...] = ()
    promises: tuple[Promise, ...] = ()
    phones: Mapping[int, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """By customer (id), the numbers of those who wait to hear from us, or were promised something.

    They are for the leaders only.
    """
    away: tuple[Away, ...] = ()
    team: tuple[str, ...] = ()
    """What everybody of the team is called, and was before."""
    team_since: tuple[str, ...] = ()
    """What the same people are called since the cutoff."""
    refused: frozenset[int] = frozenset()
    """The customers who do not want to be contacted; none of them waits to hear from us."""
    not_named: frozenset[int] = frozenset()
    """Of the customers who agreed to be named, those who once did not, in an older answer."""
    known: Known = field(default_factory=Known)
    """By what everybody in the book is found in words."""
    since: Known = field(default_factory=Known)
    """What of that came into the book after the cutoff."""
    remembered: Remembered = field(default_factory=Remembered)
    """The names of who was erased, as far as texts still have them."""
    journeys: tuple[Journey, ...] = ()
    """Every answer recorded in the figures' weeks (`weeks`), and how far it had come."""
    weeks: tuple[WeekOfCalls, ...] = ()
    """The twelve weeks up to the cutoff, or those of the period where it has more; all of them."""
    told_before: tuple[Journey, ...] = ()
    """Of the answers from before those weeks, the ones whose customers were told in them."""
    asked: frozenset[int] = frozenset()
    """The customers who were reached by phone in those weeks."""
    before: "Facts | None" = None
    """The period before, to stand beside this one, where that was asked for."""
    told_turnout: Turnout | None = None
    """In a quarter or a year: what became of the customers who had been told something."""
    untold_turnout: Turnout | None = None
    """And of those who had not."""
    first_weeks: "Facts | None" = None
    """The first twenty working days, where they came to an end in this period."""
    wishes: tuple[TeamWish, ...] = ()
    """The team's own wishes that are new, changed, or open."""
    afterwards: Afterwards = field(default_factory=Afterwards)
    """What happened since to all this: old reports are made anew without it."""
    back_on: date | None = None
    """The next day on which a leader calls, where none did or could on the last day."""
    absent: str | None = None
    """Why nobody called on the last working day of the period: leave, or a holiday's name."""
    after_leave: date | None = None
    """The next day on which a leader calls, where all of them are away before it."""
    begins_on: date | None = None
    """When the book begins, where that is only after the period."""
    never_called: bool = False
    """Whether nobody had called anybody by the end of the period."""
    contact: str | None = None
    """The address to which one writes to take an action: the leader's."""
    permission: str = ""
    seed: str = field(default="", repr=False)
    """What the book's random choices, and so the labels of who is not named, hang on."""
    mark: str = ""
    """By what the book is told from others, in eight hexadecimal digits."""
    version: str = ""
    kept_words: frozenset[str] = frozenset()
    hidden_words: frozenset[str] = frozenset()
    kept_before: frozenset[str] = frozenset()
    """What was left as a word at the cutoff, and is not any more."""
    hidden_since: frozenset[str] = frozenset()
    """Of the hidden words, those that were not hidden yet."""

    def standing(self, answer_id: int) -> Standing | None:
        """Return how an answer stood at the end, if it was there."""
        return self._standings.get(answer_id)

    def action(self, action_id: int) -> Action | None:
        """Return an action as it was at the end, if it was there."""
        return self._actions.get(action_id)

    @cached_property
    def _standings(self) -> dict[int, Standing]:
        return {one.answer.id: one for one in self.standings}

    @cached_property
    def _actions(self) -> dict[int, Action]:
        return {action.id: action for action in self.actions}

    @cached_property
    def named(self) -> frozenset[tuple[str, str]]:
        """Return the customers who agreed to be named, each time they were asked."""
        answers = [one.answer for one in self.standings]
        agreed = {_pair(answer) for answer in answers if self._agrees(answer)}
        return frozenset(agreed - {_pair(a) for a in answers if not self._agrees(a)})

    def _agrees(self, answer: Answer) -> bool:
        return _may_be_named(answer) and answer.customer_id not in self.not_named


def _may_be_named(answer: Answer) -> bool:
    return answer.consent is Consent.NAME and stays_with_leader(answer) is None


def _pair(answer: Answer) -> tuple[str, str]:
    return (answer.customer, answer.company)
