"""Telling customers what became of what they said: who waits, and what they say to it.

A telling is not a call, and moves nobody's turn. Who is told on the phone has been reached, though:
missed calls start anew, and they are left alone for a week.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.answer import Kind
from dailycontact.core.customer import Customer
from dailycontact.core.rhythm import AFTER_TELLING, Happening
from dailycontact.core.sentences import news
from dailycontact.core.team import Member
from dailycontact.core.telling import Channel, Owed, Reaction, reaction_to
from dailycontact.store import answers, customers, rhythms, tellings
from dailycontact.store.looking import Look
from dailycontact.store.owed import owed
from dailycontact.store.settings import book_settings
from dailycontact.tell import rule

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class News:
    """Somebody who waits to hear, with the words to say, and where to reach them."""

    owed: Owed
    sentence: str
    customer: Customer


@dataclass(frozen=True, kw_only=True)
class Taken:
    """How somebody was told, and how they took it.

    `better` is what they wish for now, if they said so in the same breath.
    """

    channel: Channel = Channel.PHONE
    words: str | None = None
    reaction: Reaction | None = None
    better: str | None = None


@dataclass(frozen=True, kw_only=True)
class Told:
    """A customer who was told: of which ends, how they took it, and their new answer, if any."""

    customer: Customer
    owed: tuple[Owed, ...]
    taken: Taken
    day: date
    new_answer_id: int | None = None

    @property
    def reopened(self) -> bool:
        """Whether they said that it is not solved."""
        return self.taken.reaction is Reaction.NOT_SOLVED

    @property
    def action_ids_reopened(self) -> tuple[int, ...]:
        """The actions that are to be done better; a no among what was done stays a no."""
        said = self.taken.reaction
        taken = ((one, reaction_to(one, among=self.owed, said=said)) for one in self.owed)
        return tuple(one.action_id for one, took in taken if took is Reaction.NOT_SOLVED)


@dataclass(frozen=True, kw_only=True)
class Tried:
    """A customer who was not reached; `tries` counts this one too."""

    customer: Customer
    answer_id: int
    tries: int
    day: date


def waiting(look: Look, *, leader: Member, today: date) -> tuple[News, ...]:
    """Return everybody who is owed news, the longest waiting first, each with what to say."""
    found = []
    for one in owed(look, today=today):
        customer = customers.customer(look, one.customer_id)
        if customer is not None and not customer.refused:
            found.append(_news(look, one, customer, leader=leader, today=today))
    return tuple(found)


def news_of(look: Look, answer_id: int, *, leader: Member, today: date) -> News:
    """Return what to say to the customer of one answer: of several ends, the first.

    Raises:
        NoSuchAnswer: no answer has that number.
        DoesNotWantToHear: the customer refused contact.
        NotDoneYet, OwesNoNews, ToldAlready: there is nothing to tell.

    """
    customer, ends = _owed(look, answer_id, day=today, today=today)
    return _news(look, ends[0], customer, leader=leader, today=today)


def _news(look: Look, one: Owed, customer: Customer, *, leader: Member, today: date) -> News:
    company = book_settings(look).company
    words = news(one, leader=leader.name, company=company, today=today)
    return News(owed=one, sentence=words, customer=customer)


def tell(change: "Change", answer_id: int, *, taken: Taken, day: date, today: date) -> Told:
    """Record that the customer of an answer was told of everything that came of it.

    Not solved reopens it; new words become an answer of their own, heard in the telling. On the
    phone, it is a reaching too; their turn stays where it is.

    Raises:
        NoSuchAnswer: no answer has that number.
        DoesNotWantToHear: the customer refused contact.
        NotDoneYet, OwesNoNews, ToldAlready: there is nothing to tell.
        NotOnThatDay: nobody can have been told on `day`.

    """
    customer, ends = _owed(change, answer_id, day=day, today=today)
    told = [
        tellings.tell(
            change,
            end,
            channel=taken.channel,
            words=taken.words,
            reaction=reaction_to(end, among=ends, said=taken.reaction),
            day=day,
        )
        for end in ends
    ]
    new = _heard(change, answer_id, told[0], taken.better, day=day, today=today)
    if taken.channel is Channel.PHONE:
        rhythms.happened(change, customer.id, Happening.TOLD, day=day, waits=AFTER_TELLING)
    took = f" ({taken.reaction.value.replace('-', ' ')})" if taken.reaction else ""
    change.summary = f"told {customer.full_name} about {answer_id}{took}"
    return Told(customer=customer, owed=ends, taken=taken, day=day, new_answer_id=new)


def tried(change: "Change", answer_id: int, *, day: date, today: date) -> Tried:
    """Record that nobody answered; the customer waits to hear as before.

    Raises:
        as tell.

    """
    customer, ends = _owed(change, answer_id, day=day, today=today)
    for end in ends:
        change.add(
            "telling_try",
            finish_id=end.finish_id,
            answer_id=answer_id,
            leader_id=change.leader_id,
            day=day,
            recorded_at=change.at,
        )
    tries = max(end.tries for end in ends) + 1
    change.summary = f"tried to tell {customer.full_name} about {answer_id}"
    return Tried(customer=customer, answer_id=answer_id, tries=tries, day=day)


def _owed(
    look: Look, answer_id: int, *, day: date, today: date
) -> tuple[Customer, tuple[Owed, ...]]:
    asked_by = answers.standing(look, answer_id, today=today).answer.customer_id
    customer = customers.customer(look, asked_by)
    if customer is None:
        raise LookupError(f"no customer {asked_by}")
    rule.check_wants_to_hear(customer)
    ends = tellings.owed_for(look, answer_id, today=today)
    for end in ends:
        rule.check_day(day, end, today=today)
    return customer, ends


def _heard(
    change: "Change",
    answer_id: int,
    telling_id: int,
    better: str | None,
    *,
    day: date,
    today: date,
) -> int | None:
    """Add what they wish for now; it travels no further than what they said before."""
    if better is None:
        return None
    before = answers.standing(change, answer_id, today=today).answer
    return change.add(
        "answer",
        customer_id=before.customer_id,
        leader_id=change.leader_id,
        telling_id=telling_id,
        verbatim=better,
        kind=Kind.SUGGESTION,
        consent=before.consent,
        private=before.private,
        day=day,
        recorded_at=change.at,
    )
