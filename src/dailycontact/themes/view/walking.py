"""One wish that nobody has read yet, and what it may be about."""

from collections.abc import Sequence
from datetime import date

from dailycontact.core.answer import Answer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, listed, shortened
from dailycontact.core.theme import Proposal, Theme
from dailycontact.terminal.card import Part, paragraph, quoted, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME

A_NAME = 24
"""How much of a theme's name stands beside a key, in characters."""
NONE_LEFT = f"Every wish has a theme. What they are about: {PROGRAM} theme list"


def wish(answer: Answer, *, of: str, today: date) -> list[Part | str]:
    """Return a wish as it was said; `of` says how far one is."""
    said = f"{say_day(answer.day, today=today)} · {of}"
    return [
        "",
        spread(Line(f"{answer.id:>4}  ", (answer.customer, NAME)), (said, LABEL)),
        paragraph(quoted(answer.verbatim), indent=6),
    ]


def sounds_like(proposals: Sequence[Proposal]) -> Part:
    """Return what a wish seems to be about, and who said so."""
    if not proposals or not proposals[0].is_likely:
        return paragraph("Nothing is much like it so far.", indent=6)
    proposal = proposals[0]
    numbers = [str(one.answer_id) for one in proposal.alike]
    others = proposal.said - len(numbers)
    if numbers and others > 0:
        numbers.append(count(others, "other"))
    said = f" {listed(numbers, most=len(numbers))} said so." if numbers else ""
    return paragraph(f"Sounds like {proposal.theme.name}.{said}", indent=6)


def short(theme: Theme) -> str:
    """Return a theme's name as it stands beside a key."""
    return shortened(theme.name, width=A_NAME)


def ended(read: int) -> str:
    """Return how many were read, in a sentence."""
    if not read:
        return "No theme was given; all of them are as they were."
    return f"{count(read, 'wish has', 'wishes have')} a theme now."
