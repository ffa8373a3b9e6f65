"""Honest progress: a customer told where their answer stands, before anything came of it.

It closes nothing, and they still wait; but they know that they are not forgotten.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.answer import Kind
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import first_name
from dailycontact.core.standing import Standing
from dailycontact.core.telling import Channel
from dailycontact.errors import Refused
from dailycontact.store.answers import standing
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class FinishedMeanwhile(Refused):
    """Something came of the answer, so that there is more to say than where it stands."""

    def __init__(self, standing: Standing) -> None:
        answer = standing.answer
        super().__init__(
            f"There is news for {first_name(answer.customer)} about {answer.id}, so tell them that:"
            f" {PROGRAM} tell {answer.id}"
        )


class NothingToCome(Refused):
    """The customer knows what came of it, or never asked for anything."""

    def __init__(self, standing: Standing) -> None:
        answer = standing.answer
        name = first_name(answer.customer)
        why = (
            f"{name} knows what came of {answer.id}, and nothing more is to come"
            if answer.kind is Kind.SUGGESTION and not standing.waived
            else f"{name} does not wait for anything about {answer.id}"
        )
        super().__init__(f"{why}; who still waits is shown by: {PROGRAM} loop")


def not_yet(
    change: "Change",
    answer_id: int,
    *,
    channel: Channel,
    words: str | None,
    day: date,
    call_id: int | None = None,
) -> int:
    """Record that a customer was told on `day` where their answer stands; return the row's id.

    Raises:
        NoSuchAnswer: no answer has that number.
        FinishedMeanwhile: there is something to tell them instead.
        NothingToCome: it is settled, or asked nobody to act.

    """
    stands = standing(change, answer_id, today=day)
    if stands.owes:
        raise FinishedMeanwhile(stands)
    if stands.settled or not stands.answer.is_suggestion:
        raise NothingToCome(stands)
    return change.add(
        "progress",
        answer_id=answer_id,
        call_id=call_id,
        channel=channel,
        words=(words or "").strip() or None,
        leader_id=change.leader_id,
        day=day,
        recorded_at=change.at,
    )


def last_progress(look: Look, answer_ids: Sequence[int]) -> dict[int, date]:
    """Return the last day on which each of these customers heard where their answer stands."""
    rows = look.among(
        "SELECT answer_id, MAX(day) AS day FROM progress WHERE answer_id IN ({})"
        " GROUP BY answer_id",
        list(answer_ids) or [0],
    )
    return {row["answer_id"]: day_of(row["day"]) for row in rows}
