"""Answers that are like one of them, or like a text: what was said before in other words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dailycontact.core.program import PROGRAM
from dailycontact.core.references import answer_number
from dailycontact.core.standing import Standing
from dailycontact.core.theme import LIKELY
from dailycontact.errors import Refused, UsageProblem
from dailycontact.store import suggesting
from dailycontact.store.answers import standing, standings
from dailycontact.store.looking import Look

MOST = 10
"""How many answers are shown."""

FAINT = 0.1
"""Below this likeness, texts have little but small words in common."""
BESIDE_THE_FIRST = 0.4
"""The share of the greatest likeness from which on an answer is worth showing beside it."""

FEW = 3
"""How many are shown where none of them is likely."""

_A_REFERENCE = re.compile(r"#?\s*a?\s*#?[0-9]+", re.IGNORECASE)


class WithoutWords(Refused):
    """The answer has no words that others could be like."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"{number} has no words that others could be like; look for some of your own with:"
            f' {PROGRAM} find --like "late deliveries"'
        )


class LikeNothing(UsageProblem):
    """There are no words in what was typed."""

    def __init__(self) -> None:
        super().__init__(f"Say like what, an answer or words: {PROGRAM} find --like 31")


@dataclass(frozen=True, kw_only=True)
class Like:
    """An answer that is like the one asked about: 1 is the same words, 0 nothing in common."""

    standing: Standing
    likeness: float


@dataclass(frozen=True, kw_only=True)
class FoundAlike:
    """The answers that are like `text`, the likest first; `of` is the answer whose text it is."""

    text: str
    of: Standing | None
    day: date
    alike: tuple[Like, ...]


def find_alike(
    look: Look, typed: str, *, today: date, reader_id: int | None, most: int = MOST
) -> FoundAlike:
    """Return the answers that are like the one that is typed (`31`), or like a text.

    `reader_id` is the leader who looks, None for somebody who is not known: what was said to
    another leader in confidence is left out.

    Raises:
        LikeNothing: there are no words in what was typed.
        NoSuchAnswer, ActionNotAnswer: no answer has that number; or it is an action's.
        WithoutWords: the answer has none.

    """
    if not typed.strip():
        raise LikeNothing
    of = None
    if _A_REFERENCE.fullmatch(typed.strip()):
        of = standing(look, answer_number(typed), today=today)
        if not of.answer.verbatim.strip():
            raise WithoutWords(of.answer.id)
    text = of.answer.verbatim if of else typed
    near = suggesting.alike(
        look,
        text,
        today=today,
        but_answer_id=of.answer.id if of else None,
        most=most,
        leader_id=reader_id,
    )
    least = max(FAINT, BESIDE_THE_FIRST * max((one.likeness for one in near), default=0.0))
    likeness = {one.answer_id: one.likeness for one in near if one.likeness >= least}
    found = {one.answer.id: one for one in standings(look, today=today, answer_ids=list(likeness))}
    alike = [Like(standing=found[number], likeness=likeness[number]) for number in likeness]
    return FoundAlike(text=text, of=of, day=today, alike=_worth_showing(alike, of))


def _worth_showing(alike: Sequence[Like], of: Standing | None) -> tuple[Like, ...]:
    """Return the likely ones, and fainter ones of the same theme; where there are none, a few.

    A faint likeness alone is small words more often than not: it needs the team's reading beside.
    """
    theme = of.theme if of and of.theme else next((one.standing.theme for one in alike), None)
    kept = [
        one
        for one in alike
        if one.likeness >= LIKELY or (theme is not None and one.standing.theme == theme)
    ]
    return tuple(kept or alike[:FEW])
