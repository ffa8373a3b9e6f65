"""Whose turn it is, decided: promises first, then whoever is furthest along their rhythm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dailycontact.core.sentences import say_cadence
from dailycontact.core.dates import say_ago, say_day
from dailycontact.core.turn import Candidate, Reason


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """A candidate with the reason why, and how far along their rhythm they are."""

    candidate: Candidate
    reason: Reason
    score: float
    """Working days waited ÷ cadence."""


def along(candidate: Candidate, *, number: int) -> float:
    """Return how far a candidate is along their rhythm on working day `number`.

    Working days waited ÷ cadence (Reduce-Max; Bilò et al., FUN 2020): everybody who waits comes
    up in the end, because the score of whoever waits grows and everybody else's starts again.
    """
    return (number - candidate.clock) / candidate.beat


def rank(promised: Iterable[Candidate], heads: Iterable[Candidate], *, number: int) -> list[Ranked]:
    """Return the candidates in the order in which they are proposed on working day `number`.

    Promises to call back come first, the oldest first; then whoever is furthest along. Where two
    are equally far, the shorter cadence goes first, then the older entry in the book.
    """
    first = [
        Ranked(candidate=each, reason=Reason.PROMISE, score=along(each, number=number))
        for each in promised
    ]
    taken = {ranked.candidate.customer_id for ranked in first}
    rest = [
        Ranked(candidate=each, reason=_reason(each), score=along(each, number=number))
        for each in heads
        if each.customer_id not in taken
    ]
    rest.sort(key=lambda r: (-r.score, r.candidate.beat, r.candidate.customer_id))
    return first + rest


def _reason(candidate: Candidate) -> Reason:
    return Reason.TURN if candidate.spoken else Reason.FIRST


def streak(numbers: Sequence[int], *, today: int) -> int:
    """Return on how many working days in a row calls were made, up to today or the last one.

    `numbers` are those of the working days with calls, newest first. Today counts when it has a
    call, and does not break anything while it has none yet.
    """
    row = 0
    expected = today if numbers and numbers[0] == today else today - 1
    for number in numbers:
        if number != expected:
            break
        row += 1
        expected -= 1
    return row


def why(
    reason: Reason,
    *,
    name: str,
    beat: int,
    joined_on: date,
    last_on: date | None,
    promised_on: date | None,
    owes_news: bool,
    today: date,
) -> str:
    """Return in one sentence, in dates and weeks, why this customer is proposed."""
    if reason is Reason.PROMISE and promised_on is not None:
        when = "today" if promised_on >= today else say_ago(promised_on, today=today)
        return f"You promised to call back{'' if when == 'today' else ', due'} {when}."
    debt = f"You owe {name} news, and " if owes_news else ""
    you = "you" if debt else "You"
    if last_on is None:
        return f"{debt}{you} have never spoken ({_entered(joined_on, today=today)})."
    return f"{debt}{you} last spoke {say_ago(last_on, today=today)} ({say_cadence(beat)})."


def _entered(joined_on: date, *, today: date) -> str:
    if joined_on >= today:
        return "in the book since today"
    return f"in the book since {say_day(joined_on, today=today)}"
