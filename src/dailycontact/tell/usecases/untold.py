"""What is noted where a customer was not told: a try, giving up, or where their answer stands.

A try to tell somebody is no missed call, and moves nobody's turn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.customer import Customer
from dailycontact.core.rhythm import AFTER_TELLING, Happening
from dailycontact.core.telling import Channel, Owed
from dailycontact.store import answers, progress, rhythms, tellings, waivers
from dailycontact.tell import rule
from dailycontact.tell.usecases import telling

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class Tried:
    """A customer who was not reached; `tries` counts this one too.

    `may_be_given_up` says that it was tried often enough to tell them in writing, or not at all.
    """

    customer: Customer
    answer_ids: tuple[int, ...]
    tries: int
    day: date
    may_be_given_up: bool = False


@dataclass(frozen=True, kw_only=True)
class GivenUp:
    """A customer whom nobody could reach, and who need not be told any more of these ends."""

    customer: Customer
    owed: tuple[Owed, ...]
    day: date


@dataclass(frozen=True, kw_only=True)
class NotYet:
    """A customer who was told where their answer stands; it stays open."""

    customer: Customer
    answer_id: int
    channel: Channel
    words: str | None
    day: date


def tried(
    change: "Change", answer_id: int, *, day: date, today: date, also: Sequence[int] = ()
) -> Tried:
    """Record that nobody answered; the customer waits to hear as before, and is no missed call.

    Raises:
        as tell.

    """
    customer, ends = _every_end(change, answer_id, also, day=day, today=today)
    for end in ends:
        change.add(
            "telling_try",
            finish_id=end.finish_id,
            answer_id=end.answer_id,
            leader_id=change.leader_id,
            day=day,
            recorded_at=change.at,
        )
    after = tellings.owed_for(change, answer_id, today=today)
    numbers = tuple(dict.fromkeys(end.answer_id for end in ends))
    change.summary = f"tried to tell {customer.full_name} about {telling.numbers_of(numbers)}"
    return Tried(
        customer=customer,
        answer_ids=numbers,
        tries=max(end.tries for end in after),
        day=day,
        may_be_given_up=rule.tried_enough(after),
    )


def give_up(
    change: "Change", answer_id: int, *, day: date, today: date, also: Sequence[int] = ()
) -> GivenUp:
    """Record that nobody could reach a customer to tell them; they need not be told any more.

    Raises:
        as tell.
        NotTriedEnough: they were not looked for often enough.

    """
    customer, ends = _every_end(change, answer_id, also, day=day, today=today)
    rule.check_tried_enough(ends, customer)
    waivers.give_up(change, ends, day=day)
    about = telling.numbers_of(tuple(dict.fromkeys(end.answer_id for end in ends)))
    change.summary = f"gave up telling {customer.full_name} about {about}: could not be reached"
    return GivenUp(customer=customer, owed=ends, day=day)


def not_yet(
    change: "Change",
    answer_id: int,
    *,
    channel: Channel,
    words: str | None,
    day: date,
    today: date,
) -> NotYet:
    """Record that a customer was told where their answer stands; it closes nothing.

    Raises:
        NoSuchAnswer: no answer has that number.
        DoesNotWantToHear, WasErased: nobody tells the customer any more.
        FinishedMeanwhile, NothingToCome: there is more to tell them, or nothing is to come.
        NotOnThatDay: nobody can have been told on `day`.

    """
    answer = answers.standing(change, answer_id, today=today).answer
    customer = telling.whom(change, answer.customer_id)
    rule.check_progress_day(day, said_on=answer.day, today=today)
    progress.not_yet(change, answer_id, channel=channel, words=words, day=day)
    if channel is Channel.PHONE:
        rhythms.happened(change, customer.id, Happening.TOLD, day=day, waits=AFTER_TELLING)
    change.summary = f"told {customer.full_name} where {answer_id} stands"
    return NotYet(customer=customer, answer_id=answer_id, channel=channel, words=words, day=day)


def _every_end(
    change: "Change", answer_id: int, also: Sequence[int], *, day: date, today: date
) -> tuple[Customer, tuple[Owed, ...]]:
    """Return the customer, and what is owed to them of an answer and of further ones of theirs."""
    customer, ends = telling.waiting_ends(change, answer_id, day=day, today=today)
    for number in also:
        ends += telling.further(change, number, customer, today=today)
    return customer, ends
