"""Marking answers as shown to the team; what customers keep between themselves and us stays out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.answer import Answer, Consent
from dailycontact.core.masking import mask_for
from dailycontact.core.passing import PassedOn, passed_on, stays_with_leader
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count
from dailycontact.errors import Refused
from dailycontact.loop import Stage
from dailycontact.store import answers, recorded, sharings, team
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class StaysWithYou(Refused):
    """An answer was named that may not leave the leader."""

    def __init__(self, answer: Answer, why: str) -> None:
        super().__init__(
            f"Answer {answer.id} is {why} and stays with you; if {answer.customer} agrees after "
            f"all, say so first with: {PROGRAM} amend {answer.id}"
        )


@dataclass(frozen=True, kw_only=True)
class Kept:
    """An answer that stayed with the leader, and why."""

    answer: Answer
    why: str


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What was shared with the team, where, and what was left out.

    `again` are those that had been shared before, at the same place; `today_already` those of
    which this is true for the same day, so that nothing was added for them.
    """

    day: date
    place: str | None
    answers: tuple[Answer, ...]
    passed: tuple[PassedOn, ...]
    """The same answers in order, as the team may see them."""
    again: tuple[Answer, ...] = ()
    today_already: tuple[Answer, ...] = ()
    kept: tuple[Kept, ...] = ()
    open_ids: tuple[int, ...] = ()
    """Those of the answers about which nobody does anything yet."""

    @property
    def fresh(self) -> tuple[Answer, ...]:
        """Those of the answers that were noted as shared now."""
        return tuple(answer for answer in self.answers if answer not in self.today_already)


def share(change: "Change", answer_ids: Sequence[int], *, place: str | None, day: date) -> Shared:
    """Share these answers with the team; without any, all that were not shared yet.

    Raises:
        NoSuchAnswer: no answer has that number.
        StaysWithYou: one that was named is private, or not to be passed on.

    """
    if not answer_ids:
        return _share_the_new(change, place=place, day=day)
    named = tuple(
        answers.standing(change, number, today=day).answer for number in dict.fromkeys(answer_ids)
    )
    for answer in named:
        if why := stays_with_leader(answer):
            raise StaysWithYou(answer, why)
    return _shared(change, named, place=place, day=day)


def _share_the_new(change: "Change", *, place: str | None, day: date) -> Shared:
    new = tuple(
        standing.answer
        for standing in answers.standings(change, today=day)
        if standing.shared_on is None
    )
    kept = tuple(
        Kept(answer=answer, why=why) for answer in new if (why := stays_with_leader(answer))
    )
    ready = tuple(answer for answer in new if stays_with_leader(answer) is None)
    return _shared(change, ready, place=place, day=day, kept=kept)


def _shared(
    change: "Change",
    chosen: tuple[Answer, ...],
    *,
    place: str | None,
    day: date,
    kept: tuple[Kept, ...] = (),
) -> Shared:
    before = {answer.id: sharings.days_at(change, answer.id, place=place) for answer in chosen}
    fresh = [answer for answer in chosen if day not in before[answer.id]]
    for answer in fresh:
        change.add(
            "sharing",
            answer_id=answer.id,
            leader_id=change.leader_id,
            place=place,
            day=day,
            recorded_at=change.at,
        )
    where = f" ({place})" if place else ""
    change.summary = f"shared {count(len(fresh), 'answer')} with the team{where}"
    stages = answers.standings(change, today=day, answer_ids=[answer.id for answer in chosen])
    return Shared(
        day=day,
        place=place,
        answers=chosen,
        passed=_passed(change, chosen),
        again=tuple(answer for answer in fresh if before[answer.id]),
        today_already=tuple(answer for answer in chosen if day in before[answer.id]),
        kept=kept,
        open_ids=tuple(
            each.answer.id
            for each in stages
            if each.stage is Stage.SHARED and each.answer.is_suggestion
        ),
    )


def _passed(look: Look, chosen: tuple[Answer, ...]) -> tuple[PassedOn, ...]:
    """Return the answers as the team may see them."""
    agreed = {_pair(answer) for answer in chosen if answer.consent is Consent.NAME}
    mask = mask_for(
        "\n".join(answer.verbatim for answer in chosen),
        recorded.customer_names(look),
        named=agreed - {_pair(a) for a in chosen if a.consent is not Consent.NAME},
        team=[member.name for member in team.members(look, with_left=True)],
    )
    return tuple(passed_on(answer, mask=mask) for answer in chosen)


def _pair(answer: Answer) -> tuple[str, str]:
    return answer.customer, answer.company
