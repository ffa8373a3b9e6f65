"""A theme: what several answers are about, as the team reads them; and what a text may be about.

The reading is kept apart from the customer's words: it says whose it is, and since when.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dailycontact.core.answer import Kind


@dataclass(frozen=True, kw_only=True)
class Theme:
    """A theme, by the name that the team gave it."""

    id: int
    name: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How an answer is read: its theme (None: taken out of it), its cause, a note; whose, when."""

    answer_id: int
    theme: Theme | None
    cause: str | None = None
    note: str | None = None
    leader: str
    day: date


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Words that the leader has set down: they stand for a theme, or for praise or nothing."""

    id: int
    words: str
    theme: Theme | None = None
    kind: Kind | None = None


class Ground(StrEnum):
    """Why something is proposed."""

    RULE = "rule"
    """Words that the leader has set down."""
    ALIKE = "alike"
    """Answers that are alike, and were read so."""
    WORDS = "words"
    """Words in which people say everywhere that they are content, or wish for nothing."""


@dataclass(frozen=True, kw_only=True)
class Alike:
    """An answer that is like the text, and how much: 1 is the same words, 0 nothing in common."""

    answer_id: int
    customer: str
    verbatim: str
    day: date
    likeness: float


@dataclass(frozen=True, kw_only=True)
class AtWork:
    """An open action for a theme: who has it, and by when."""

    action_id: int
    title: str
    owner: str | None
    due_on: date | None


LIKELY = 0.2
"""How alike the likest answer is at least, for a theme to be likely."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A theme that a text may be about, with what is known of it.

    `said` is how many answers have it; `since_the_fix` how many of them were said after it was
    last done (None: it never was). `alike` are the answers that are most like the text.
    """

    theme: Theme
    ground: Ground
    score: float
    said: int
    alike: tuple[Alike, ...] = ()
    at_work: AtWork | None = None
    since_the_fix: int | None = None

    @property
    def is_likely(self) -> bool:
        """Whether it is likely enough to be taken with the first key that comes to hand."""
        likest = max((one.likeness for one in self.alike), default=0.0)
        return self.ground is Ground.RULE or likest >= LIKELY


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """What a text seems to be: its kind, and the themes that it may be about, the likeliest first.

    `unread` are wishes that are likely to be about the same and have no theme yet. Without them,
    and without proposals, nothing in the book is like it.
    """

    kind: Kind
    ground: Ground | None = None
    proposals: tuple[Proposal, ...] = ()
    unread: tuple[Alike, ...] = ()
