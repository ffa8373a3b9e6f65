"""One wish that nobody has read yet, and what it may be about."""

from datetime import date

from dailycontact.core.answer import Answer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.proposing import NOTHING_MUCH, who_said_so, without_a_theme
from dailycontact.core.sentences import count
from dailycontact.core.theme import Suggestion
from dailycontact.terminal.card import Part, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

NONE_LEFT = f"Every wish has a theme. What they are about: {PROGRAM} theme list"


def wish(answer: Answer, *, of: str, today: date) -> list[Part | str]:
    """Return a wish as it was said; `of` says how far one is."""
    said = f"{say_day(answer.day, today=today)} · {of}"
    return [
        "",
        spread(Line(f"{answer.id:>4}  ", (answer.customer, NAME)), (said, LABEL)),
        paragraph(quoted(answer.verbatim), indent=6),
    ]


def sounds_like(seems: Suggestion) -> Part:
    """Return what a wish seems to be about, and who said so; or who else waits for a theme."""
    likely = next((one for one in seems.proposals[:1] if one.is_likely), None)
    if likely is not None:
        said = who_said_so(likely)
        words = f"Sounds like {likely.theme.name}.{f' {said}.' if said else ''}"
    else:
        words = without_a_theme(seems.unread) if seems.unread else NOTHING_MUCH
    return paragraph(words, indent=6)


def ended(read: int) -> str:
    """Return how many were read, in a sentence."""
    if not read:
        return "No theme was given; all of them are as they were."
    return f"{count(read, 'wish has', 'wishes have')} a theme now."
