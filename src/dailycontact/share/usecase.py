"""Marking answers as shown to somebody; what customers keep between themselves and us stays out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from dailycontact.core.answer import Answer
from dailycontact.core.contacts import Ways
from dailycontact.core.masking import mask_for
from dailycontact.core.passing import PassedOn, passed_on, stays_with_leader
from dailycontact.core.period import NotBegunYet, Period
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count
from dailycontact.core.standing import Standing
from dailycontact.errors import Refused
from dailycontact.loop import Stage
from dailycontact.share import rule
from dailycontact.share.rule import AUDIENCES, Audience
from dailycontact.store import answers, hiding, marks, past, sharings
from dailycontact.store.looking import Look
from dailycontact.store.past_answers import PastAnswers
from dailycontact.store.past_team import PastTeam
from dailycontact.store.settings import book_settings
from dailycontact.store.then import Then
from dailycontact.store.touched import in_blocks

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_EVER = datetime(9999, 1, 1, tzinfo=UTC)
"""What the team was called up to then is all that it was ever called."""


class StaysWithLeaders(Refused):
    """An answer was named that may not leave the leader."""

    def __init__(self, answer: Answer, why: str) -> None:
        super().__init__(
            f"Answer {answer.id} is {why} and stays with leaders; if {answer.customer} agrees"
            f" after all, say so first with: {PROGRAM} amend {answer.id}"
        )


@dataclass(frozen=True, kw_only=True)
class Kept:
    """An answer that stayed with the leader, and why."""

    answer: Answer
    why: str


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What was shared with whom, where, and what was left out.

    `again` are those that had been shared before, at the same place; `today_already` those of
    which this is true for the same day, so that nothing was added for them.
    `week` is the one whose report was shown, where it was.
    """

    day: date
    place: str | None
    answers: tuple[Answer, ...]
    passed: tuple[PassedOn, ...]
    """The same answers in order, as whoever is shown them may see them."""
    audience: Audience = Audience.TEAM
    week: Period | None = None
    again: tuple[Answer, ...] = ()
    today_already: tuple[Answer, ...] = ()
    kept: tuple[Kept, ...] = ()
    open_ids: tuple[int, ...] = ()
    """Those of the answers about which nobody does anything yet."""
    alike_ids: tuple[int, ...] = ()
    """The most of those that are read as one theme; the first of them where no two are."""

    @property
    def fresh(self) -> tuple[Answer, ...]:
        """Those of the answers that were noted as shared now."""
        return tuple(answer for answer in self.answers if answer not in self.today_already)


def share(
    change: "Change",
    answer_ids: Sequence[int],
    *,
    place: str | None,
    day: date,
    audience: Audience = Audience.TEAM,
) -> Shared:
    """Share these answers with an audience; without any, all that it was not shown yet.

    Raises:
        NoSuchAnswer: no answer has that number.
        StaysWithLeaders: one that was named is private, or not to be passed on.

    """
    if not answer_ids:
        return _share_the_new(change, place=place, day=day, audience=audience)
    named = tuple(
        answers.standing(change, number, today=day).answer for number in dict.fromkeys(answer_ids)
    )
    for answer in named:
        if why := stays_with_leader(answer):
            raise StaysWithLeaders(answer, why)
    return _shared(change, named, place=place, day=day, audience=audience)


def share_week(
    change: "Change",
    period: Period,
    *,
    place: str | None,
    day: date,
    audience: Audience = Audience.TEAM,
) -> Shared:
    """Share every answer that the team's report of a week shows; what is private never is in it.

    Raises:
        NotBegunYet: the week lies in the future.

    """
    if period.first > day:
        raise NotBegunYet(period.first)
    then = Then(change, period.until)
    answers_then = PastAnswers(then, PastTeam(then))
    about = past.past(then, answers_then, start=period.start, today=period.seen_from(day))
    week = rule.Week(period=period, moved=_moved(about), refused=past.refused(then))
    shown = [one.answer.id for one in about.standings if rule.is_in_report(one, week)]
    kept = tuple(
        Kept(answer=one.answer, why=why)
        for one in about.standings
        if one.answer.recorded_at >= period.start and (why := stays_with_leader(one.answer))
    )
    return _shared(
        change,
        tuple(
            one.answer
            for one in _standings(change, shown, day)
            if stays_with_leader(one.answer) is None
        ),
        place=place or f"report of {period.title}",
        day=day,
        audience=audience,
        kept=kept,
        week=period,
    )


def _moved(about: past.Past) -> frozenset[int]:
    """Return the answers of which a report tells because they were acted on, or told about."""
    endings = [ending for ending in about.endings if ending.in_period]
    begun = about.begun - {ending.action_id for ending in endings}
    found = {number for ending in endings for number in ending.answers}
    found |= {one.answer_id for one in about.tellings}
    for action in about.actions:
        if action.id in begun and action.owner is not None:
            found |= set(action.answers)
        elif action.is_open and action.owner is None:
            found |= set(action.open_answers)
    return frozenset(found)


def _standings(look: Look, answer_ids: Sequence[int], day: date) -> Iterator[Standing]:
    for block in in_blocks(answer_ids):
        yield from answers.standings(look, today=day, answer_ids=block)


def _share_the_new(change: "Change", *, place: str | None, day: date, audience: Audience) -> Shared:
    numbers = sharings.not_shown(change, edition=audience)
    new = [one.answer for one in _standings(change, numbers, day)]
    kept = tuple(
        Kept(answer=answer, why=why) for answer in new if (why := stays_with_leader(answer))
    )
    ready = tuple(answer for answer in new if stays_with_leader(answer) is None)
    return _shared(change, ready, place=place, day=day, audience=audience, kept=kept)


def _shared(
    change: "Change",
    chosen: tuple[Answer, ...],
    *,
    place: str | None,
    day: date,
    audience: Audience,
    kept: tuple[Kept, ...] = (),
    week: Period | None = None,
) -> Shared:
    numbers = [answer.id for answer in chosen]
    before = sharings.days_at(change, numbers, edition=audience, place=place)
    fresh = [answer for answer in chosen if day not in before[answer.id]]
    for answer in fresh:
        change.add(
            "sharing",
            answer_id=answer.id,
            leader_id=change.leader_id,
            edition=audience,
            place=place,
            day=day,
            recorded_at=change.at,
        )
    still_open = [
        each
        for each in _standings(change, numbers, day)
        if each.stage is Stage.SHARED and each.answer.is_suggestion
    ]
    where = f" ({place})" if place else ""
    change.summary = f"shared {count(len(fresh), 'answer')} with {AUDIENCES[audience]}{where}"
    return Shared(
        day=day,
        place=place,
        answers=chosen,
        passed=_passed(change, chosen, audience),
        audience=audience,
        week=week,
        again=tuple(answer for answer in fresh if before[answer.id]),
        today_already=tuple(answer for answer in chosen if day in before[answer.id]),
        kept=kept,
        open_ids=tuple(each.answer.id for each in still_open),
        alike_ids=_alike(still_open),
    )


def _alike(standings: Sequence[Standing]) -> tuple[int, ...]:
    groups: dict[object, list[int]] = {}
    for each in standings:
        groups.setdefault(each.theme or each.answer.id, []).append(each.answer.id)
    most = max(map(len, groups.values()), default=0)
    return next((tuple(group) for group in groups.values() if len(group) == most), ())


def _passed(look: Look, chosen: tuple[Answer, ...], audience: Audience) -> tuple[PassedOn, ...]:
    """Return the answers as an audience may see them."""
    seen = tuple(rule.as_seen_by(audience, answer) for answer in chosen)
    settings = book_settings(look)
    known = hiding.known(look)
    mask = mask_for(
        known.people,
        team=PastTeam(Then(look, _EVER)).called(),
        hide_team=audience is not Audience.TEAM,
        kept_words=settings.kept_words,
        hidden_words=settings.hidden_words,
        ways=Ways(numbers=known.numbers, addresses=known.addresses),
        remembered=marks.remembered(look),
    )
    return tuple(passed_on(answer, mask=mask) for answer in seen)
