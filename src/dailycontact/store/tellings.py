"""Tellings, written: in a call or by itself, each customer is told once of each end.

What is owed is the only thing that can be told: so nobody hears of something before it is done,
and nobody hears it twice.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.answer import Kind
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import first_name
from dailycontact.core.standing import Standing
from dailycontact.core.telling import Channel, Owed, Reaction
from dailycontact.errors import Refused
from dailycontact.loop import Stage
from dailycontact.store.answers import standing
from dailycontact.store.calendar import number_of
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row
from dailycontact.store.owed import given_up, owed

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_WITHOUT_A_WISH = {Kind.PRAISE: "praised us", Kind.NOTHING: "had nothing to wish for"}


class NotDoneYet(Refused):
    """Nothing came of the answer yet, so there is nothing to tell."""

    def __init__(self, standing: Standing) -> None:
        answer = standing.answer
        super().__init__(
            f"There is nothing to tell {first_name(answer.customer)} about {answer.id} yet:"
            f" {_so_far(standing)}. Next: {PROGRAM} {standing.next_command}"
        )


class OwesNoNews(Refused):
    """Praise, or nothing, asks nobody to act; so nobody waits to hear."""

    def __init__(self, standing: Standing) -> None:
        answer = standing.answer
        super().__init__(
            f"{first_name(answer.customer)} {_WITHOUT_A_WISH[answer.kind]} in answer"
            f" {answer.id}, and does not wait for news."
        )


class ToldAlready(Refused):
    """The customer was told, or need not be."""

    def __init__(self, standing: Standing, *, today: date) -> None:
        answer = standing.answer
        last = max(standing.doings, key=lambda doing: doing.settled_on or doing.day)
        day = say_day(last.settled_on or last.day, today=today)
        tell = f"{PROGRAM} tell {answer.id}"
        how = (
            f"was told about {answer.id} on {day}; what they say to it now is noted with:"
            f" {tell} --reaction not-solved"
        )
        if last.waived:
            how = f"need not be told about {answer.id} since {day}; who still waits is shown by:"
            how = f"{how} {PROGRAM} tell"
        if last.unreachable:
            how = f"could not be reached, and was given up for {answer.id} on {day}; when they are"
            how = f"{how} reached after all: {tell} --reaction pleased"
        super().__init__(f"{first_name(answer.customer)} {how}")


class NewsChanged(Refused):
    """What a customer would have been told of is no more what came of their answer."""

    def __init__(self, owed: Owed) -> None:
        super().__init__(
            f"There is other news for {first_name(owed.customer)} about {owed.answer_id} meanwhile;"
            f" see what to say with: {PROGRAM} tell {owed.answer_id}"
        )


def _so_far(standing: Standing) -> str:
    match standing.stage:
        case Stage.HEARD:
            return "the team has not heard of it"
        case Stage.ACTING if all(each.owner is None for each in standing.doings if each.open):
            return "it is looking for someone"
        case Stage.ACTING:
            return "somebody is still working on it"
        case _:
            return "nobody has taken it on"


def owed_for(
    look: Look, answer_id: int, *, today: date, finish_ids: Collection[int] | None = None
) -> tuple[Owed, ...]:
    """Return every end of which this answer's customer has not heard; at least one.

    `finish_ids` are the ends that the leader has seen: of others nobody was told just now.

    Raises:
        NoSuchAnswer: no answer has that number.
        NotDoneYet, OwesNoNews, ToldAlready: there is nothing to tell.
        NewsChanged: what the leader has seen is none of it any more.

    """
    every = tuple(owed(look, today=today, answer_id=answer_id))
    found = tuple(one for one in every if finish_ids is None or one.finish_id in finish_ids)
    if found:
        return found
    if every:
        raise NewsChanged(every[0])
    stands = standing(look, answer_id, today=today)
    if not stands.answer.is_suggestion:
        raise OwesNoNews(stands)
    if any(doing.settled_on for doing in stands.doings) and not any(
        doing.open for doing in stands.doings
    ):
        raise ToldAlready(stands, today=today)
    raise NotDoneYet(stands)


def to_tell(
    look: Look, answer_id: int, *, today: date, finish_ids: Collection[int] | None = None
) -> tuple[Owed, ...]:
    """Return every end of which this answer's customer can be told; at least one.

    That is what they are owed; where that is nothing, what was given up because nobody could reach
    them: here they are after all.

    Raises:
        NoSuchAnswer, NotDoneYet, OwesNoNews, ToldAlready, NewsChanged: as owed_for.

    """
    try:
        return owed_for(look, answer_id, today=today, finish_ids=finish_ids)
    except ToldAlready:
        found = given_up(look, answer_id, today=today)
        if after_all := tuple(
            one for one in found if finish_ids is None or one.finish_id in finish_ids
        ):
            return after_all
        raise


def may_ask(look: Look, customer_id: int, *, day: date) -> bool:
    """Return whether the question may be asked again on `day`: they are due, or were never asked.

    Who is told something sooner is not asked, and keeps their turn.
    """
    first = look.value("SELECT eligible_from AS value FROM customer WHERE id = :id", id=customer_id)
    return first is None or first <= number_of(look, day)


def tell(
    change: "Change",
    owed: Owed,
    *,
    channel: Channel,
    words: str | None = None,
    reaction: Reaction | None = None,
    day: date,
    call_id: int | None = None,
) -> int:
    """Record that somebody was told of an end, in a call where there is one; return the id.

    `reaction` is None where they were told in a way in which nobody answers, as by letter; not
    solved reopens the action for them. Who was given up is reached with it after all.
    """
    if (waiver := _row(change, owed)) and waiver["why"] == "unreachable":
        change.remove("telling", waiver["id"])
    return change.add(
        "telling",
        finish_id=owed.finish_id,
        answer_id=owed.answer_id,
        call_id=call_id,
        how="told",
        channel=channel,
        words=words,
        reaction=reaction,
        leader_id=change.leader_id,
        day=day,
        recorded_at=change.at,
    )


@dataclass(frozen=True, kw_only=True)
class Before:
    """The telling in which a customer was told of an end: when, and how."""

    id: int
    channel: Channel
    day: date


def telling_of(look: Look, owed: Owed) -> Before:
    """Return the telling in which somebody was told of an end."""
    row = _row(look, owed)
    if row is None:
        raise LookupError(f"nobody was told of {owed.finish_id} for {owed.answer_id}")
    return Before(id=row["id"], channel=Channel(row["channel"]), day=day_of(row["day"]))


def react(change: "Change", owed: Owed, *, reaction: Reaction, day: date) -> int:
    """Record how somebody took what they were told before, as they said on `day`; return the id.

    What they said there and then, if anything, is kept in the journal: from this day on it is as
    they say now, and not solved reopens it from this day.
    """
    telling_id = telling_of(change, owed).id
    change.set("telling", telling_id, reaction=reaction, reacted_on=day)
    return telling_id


def _row(look: Look, owed: Owed) -> Row | None:
    return look.row(
        "SELECT id, why, channel, day FROM telling"
        " WHERE finish_id = :finish AND answer_id = :answer",
        finish=owed.finish_id,
        answer=owed.answer_id,
    )
