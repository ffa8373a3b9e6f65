"""Telling a customer what became of what they said, and what they say to it.

A telling is not a call, and moves nobody's turn; nor is a try to tell somebody a missed call. Who
is told on the phone has been reached, though: missed calls start anew, and they are left alone for
a week.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.answer import Kind
from dailycontact.core.customer import Customer
from dailycontact.core.rhythm import AFTER_TELLING, Happening
from dailycontact.core.sentences import listed
from dailycontact.core.telling import Channel, Owed, Reaction, reaction_to
from dailycontact.store import answers, customers, letters, rhythms, tellings
from dailycontact.store.looking import Look
from dailycontact.store.owed import may_be_answered
from dailycontact.tell import rule

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

IN_WRITING = frozenset({Channel.EMAIL, Channel.LETTER})
"""How one tells somebody who does not say anything to it there and then."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """How somebody was told, and how they took it.

    `channel` is the phone where nothing is said of it. `words` are those that were said, where they
    are known. Of several answers `not_solved` are those that a "not solved" is about; all, where
    none is named. `better` is what they wish for now, if they said so in the same breath.
    """

    channel: Channel | None = None
    words: str | None = None
    reaction: Reaction | None = None
    not_solved: tuple[int, ...] = ()
    better: str | None = None
    thanks: str | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """A customer who was told: of which ends, how they took it, and their new answer, if any.

    `later` says that they had been told before, and this is what they say to it now.
    """

    customer: Customer
    owed: tuple[Owed, ...]
    taken: Taken
    day: date
    new_answer_id: int | None = None
    later: bool = False

    @property
    def answer_ids(self) -> tuple[int, ...]:
        """The answers of which they were told, each once."""
        return tuple(dict.fromkeys(one.answer_id for one in self.owed))

    @property
    def reopened(self) -> bool:
        """Whether they said that it is not solved."""
        return self.taken.reaction is Reaction.NOT_SOLVED

    @property
    def ends_reopened(self) -> tuple[Owed, ...]:
        """What is to be done better; a no among what was done stays a no."""
        return tuple(
            one for one in self.owed if _reaction(one, self.owed, self.taken) is Reaction.NOT_SOLVED
        )


def tell(
    change: "Change",
    answer_id: int,
    *,
    taken: Taken,
    day: date,
    today: date,
    also: Sequence[int] = (),
    finish_ids: Collection[int] | None = None,
) -> Told:
    """Record that the customer of an answer was told of everything that came of it.

    `also` are further answers of theirs of which they were told in the same breath; `finish_ids`
    are the ends that the leader saw. What was written and now has gone is told in the words of the
    letter, of all that it says. Not solved reopens it; new words become an answer of their own,
    heard in the telling. On the phone, it is a reaching too; their turn stays where it is.

    Nobody is told again: how they take it is recorded where they were told, when they say it later;
    and that it is not solved after all reopens it from that day. Who was given up because nobody
    could reach them can be told all the same.

    Raises:
        NoSuchAnswer: no answer has that number.
        DoesNotWantToHear, WasErased: nobody tells the customer any more.
        NotDoneYet, OwesNoNews, ToldAlready, NewsChanged: there is nothing to tell.
        NotOnThatDay: nobody can have been told on `day`.

    """
    try:
        customer, ends = waiting_ends(
            change, answer_id, day=day, today=today, finish_ids=finish_ids, after_all=True
        )
    except tellings.ToldAlready:
        if told := _answered_later(change, answer_id, taken=taken, day=day, today=today):
            return told
        raise
    taken, numbers = _as_written(change, answer_id, taken)
    for number in dict.fromkeys([*also, *numbers]):
        if number != answer_id:
            ends += further(change, number, customer, today=today, finish_ids=finish_ids)
    for end in ends:
        tellings.tell(
            change,
            end,
            channel=taken.channel or Channel.PHONE,
            words=taken.words,
            reaction=_reaction(end, ends, taken),
            day=day,
        )
    if taken.channel is Channel.PHONE:
        rhythms.happened(change, customer.id, Happening.TOLD, day=day, waits=AFTER_TELLING)
    told = Told(customer=customer, owed=ends, taken=taken, day=day)
    return _noted(change, told, today=today)


def waiting_ends(
    look: Look,
    answer_id: int,
    *,
    day: date,
    today: date,
    finish_ids: Collection[int] | None = None,
    after_all: bool = False,
) -> tuple[Customer, tuple[Owed, ...]]:
    """Return the customer of an answer, and the ends of which they can have been told on `day`.

    With `after_all` those that were given up, too, where nothing else is owed.

    Raises:
        NoSuchAnswer, DoesNotWantToHear, WasErased, NotDoneYet, OwesNoNews, ToldAlready,
            NewsChanged, NotOnThatDay: as tell.

    """
    asked_by = answers.standing(look, answer_id, today=today).answer.customer_id
    customer = whom(look, asked_by)
    reading = tellings.to_tell if after_all else tellings.owed_for
    ends = reading(look, answer_id, today=today, finish_ids=finish_ids)
    for end in ends:
        rule.check_day(day, end, today=today)
    return customer, ends


def whom(look: Look, customer_id: int) -> Customer:
    """Return a customer who wants to hear.

    Raises:
        DoesNotWantToHear, WasErased: nobody tells them any more.

    """
    customer = customers.customer(look, customer_id)
    if customer is None:
        raise LookupError(f"no customer {customer_id}")
    rule.check_wants_to_hear(customer)
    return customer


def further(
    look: Look,
    answer_id: int,
    customer: Customer,
    *,
    today: date,
    finish_ids: Collection[int] | None = None,
) -> tuple[Owed, ...]:
    """Return what is owed of a further answer; nothing where somebody told it meanwhile."""
    try:
        ends = tellings.owed_for(look, answer_id, today=today, finish_ids=finish_ids)
    except (tellings.ToldAlready, tellings.NewsChanged):
        return ()
    return tuple(end for end in ends if end.customer_id == customer.id)


def _as_written(look: Look, answer_id: int, taken: Taken) -> tuple[Taken, tuple[int, ...]]:
    """Return how they were told, in the words of the letter where one went, and of what it says."""
    channel = taken.channel or Channel.PHONE
    if channel not in IN_WRITING or taken.words is not None:
        return replace(taken, channel=channel), ()
    written = letters.unsent(look, answer_id=answer_id)
    if not written:
        return replace(taken, channel=channel), ()
    return replace(taken, channel=channel, words=written[0].words), written[0].answer_ids


def _answered_later(
    change: "Change", answer_id: int, *, taken: Taken, day: date, today: date
) -> Told | None:
    """Record what somebody says to what they were told before; None where that is not so."""
    ends = tuple(may_be_answered(change, answer_id, said=taken.reaction, today=today))
    if not ends or taken.reaction is None or taken.words is not None:
        return None
    before = tellings.telling_of(change, ends[0])
    if taken.channel not in (None, before.channel):
        return None
    customer = whom(change, ends[0].customer_id)
    for end in ends:
        told_on = tellings.telling_of(change, end).day
        rule.check_later_day(day, told_on=told_on, today=today)
        if reaction := _reaction(end, ends, taken):
            tellings.react(change, end, reaction=reaction, day=day)
    taken = replace(taken, channel=before.channel)
    told = Told(customer=customer, owed=ends, taken=taken, day=day, later=True)
    return _noted(change, told, today=today)


def _noted(change: "Change", told: Told, *, today: date) -> Told:
    """Add what they wish for now, and say in the journal what was told."""
    took = f" ({told.taken.reaction.value.replace('-', ' ')})" if told.taken.reaction else ""
    about = numbers_of(told.answer_ids)
    verb = "heard from" if told.later else "told"
    change.summary = f"{verb} {told.customer.full_name} about {about}{took}"
    if told.taken.better is None and told.taken.thanks is None:
        return told
    return replace(told, new_answer_id=_heard(change, told, today=today))


def _heard(change: "Change", told: Told, *, today: date) -> int:
    """Add what they said to it; it travels no further than what they said before."""
    about = (told.ends_reopened or told.owed)[0]
    before = answers.standing(change, about.answer_id, today=today).answer
    return change.add(
        "answer",
        customer_id=before.customer_id,
        leader_id=change.leader_id,
        telling_id=tellings.telling_of(change, about).id,
        verbatim=told.taken.better or told.taken.thanks,
        kind=Kind.SUGGESTION if told.taken.better else Kind.PRAISE,
        consent=before.consent,
        private=before.private,
        day=told.day,
        recorded_at=change.at,
    )


def _reaction(end: Owed, ends: Sequence[Owed], taken: Taken) -> Reaction | None:
    """Return how they took one end; one that "not solved" is not about was simply told."""
    if taken.not_solved and end.answer_id not in taken.not_solved:
        return None
    among = [one for one in ends if one.answer_id == end.answer_id]
    return reaction_to(end, among=among, said=taken.reaction)


def numbers_of(answer_ids: Sequence[int]) -> str:
    """Return the numbers of answers as one says them: "12 and 31"."""
    return listed([str(number) for number in answer_ids], most=6)
