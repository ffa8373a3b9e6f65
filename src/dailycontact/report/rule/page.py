"""A report as it is laid out for people: sections of words, lists, tables and charts.

An edition is laid out once (rule/pages/); every form that people read (formats/) shows the same
page. Nothing here knows about colours, tags or columns of a screen. All text is plain text, as it
came: each form makes it safe in its own way.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How loud something is said."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"
    WARNING = "warning"


class ChartKind(StrEnum):
    """What a chart looks like."""

    FUNNEL = "funnel"
    """One series; each label's value is at most that of the one before."""
    BARS = "bars"
    """One bar a label, from left to right or top to bottom."""
    GROUPED = "grouped"
    """Several series beside each other, such as calls and conversations by week."""
    LINES = "lines"
    """One small line a series over the same labels, such as themes by week."""


@dataclass(frozen=True, kw_only=True)
class Link:
    """Something that a reader can do: words, and a mailto: address to do it by."""

    text: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Somebody's words, and what stands beside them: who, which answer, when.

    `answer` is the answer that they are, where they are whole; it is shown by no form.
    """

    words: str
    by: str = ""
    urgent: bool = False
    answer: int | None = None


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A sentence or a few."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing of a list, from top to bottom: its head, sentences, quotes, what is below it.

    `mark` is its number as it is typed (A5, 44) and `side` a few words at the right, such as how
    long it has been waiting. `strong` is a sentence that matters more than the others.
    """

    head: str = ""
    mark: str = ""
    side: str = ""
    strong: str = ""
    text: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    link: Link | None = None
    tone: Tone = Tone.PLAIN
    below: tuple["Entry", ...] = ()

    @property
    def all_quotes(self) -> tuple[Quote, ...]:
        """Its quotes, and those of what stands below it."""
        return (*self.quotes, *(quote for entry in self.below for quote in entry.all_quotes))


@dataclass(frozen=True, kw_only=True)
class Listing:
    """Things one below the other."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table of words: what it is of, its columns, which of them are numbers, and its rows.

    `answers` are those whose words stand whole in it; they are shown by no form.
    """

    caption: str
    columns: tuple[str, ...]
    numeric: frozenset[int] = frozenset()
    rows: tuple[tuple[str, ...], ...] = ()
    answers: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Series:
    """The values of one thing in a chart, one a label; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A picture of numbers. `description` says in a sentence what is to be seen in it.

    `unit` is what a value counts, such as "calls" or "working days".
    """

    kind: ChartKind
    title: str
    description: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""

    @property
    def most(self) -> float:
        """The greatest of its values; 0 where there is none."""
        return max((v for one in self.series for v in one.values if v is not None), default=0)


Block = Paragraph | Listing | Grid | Chart


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of a page under a title of its own; `key` names it in a link, and never changes."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class Page:
    """A report from top to bottom.

    `banner` is what must be read before anything else (LEADER ONLY), `lead` the paragraphs below
    the title, `headline` the few figures that say most, `footer` what it was made from.
    """

    title: str
    subtitle: str = ""
    banner: str = ""
    lead: tuple[Paragraph, ...] = ()
    headline: str = ""
    sections: tuple[Section, ...] = ()
    footer: tuple[str, ...] = ()

    @property
    def answers(self) -> tuple[int, ...]:
        """The answers whose words stand in it, each once: who reads the page has read these."""
        blocks = [block for section in self.sections for block in section.blocks]
        entries = (one for block in blocks if isinstance(block, Listing) for one in block.entries)
        quoted = [quote.answer for entry in entries for quote in entry.all_quotes]
        listed = [one for block in blocks if isinstance(block, Grid) for one in block.answers]
        return tuple(dict.fromkeys(one for one in (*quoted, *listed) if one is not None))
