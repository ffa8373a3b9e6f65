"""What a customer hears in a call about the answers that they gave before, and says of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.ask.rule import Conversation, Told
from dailycontact.core.customer import Customer
from dailycontact.core.following import Told as ToldBefore
from dailycontact.core.program import PROGRAM
from dailycontact.core.quoting import typed
from dailycontact.core.telling import Channel, Owed, Reaction, reaction_to
from dailycontact.errors import Refused
from dailycontact.store import answers, following, progress, tellings
from dailycontact.store.owed import may_be_answered

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NotTheirAnswer(Refused):
    """The answer that was told is another customer's."""

    def __init__(self, answer_id: int, *, whose: str, told: str) -> None:
        super().__init__(
            f"Answer {answer_id} is {whose}'s, not {told}'s; tell its own customer with: "
            f"{PROGRAM} tell {answer_id}"
        )


class NothingToAskAbout(Refused):
    """Nothing was done for the answer of which its customer knew, or they were asked before."""

    def __init__(self, answer_id: int, *, whose: str) -> None:
        super().__init__(
            f"Before this call {whose} had not heard that something was done about {answer_id}, or"
            " was asked already whether it has helped; what they miss now is a wish (--better),"
            f" and the whole story is shown by: {PROGRAM} loop --customer {typed(whose)}"
        )


@dataclass(frozen=True, kw_only=True)
class TellingLogged:
    """One end that the customer was told of; `told` of `askers` know by now."""

    id: int
    answer_id: int
    action_id: int
    reaction: Reaction | None
    told: int
    askers: int


def told(
    change: "Change", conversation: Conversation, customer: Customer, *, call_id: int, today: date
) -> tuple[TellingLogged, ...]:
    """Record what the customer was told of, each end that they are owed.

    Of what they were told before it is recorded how they take it now.

    Raises:
        NotTheirAnswer, NoSuchAnswer, NotDoneYet, OwesNoNews, ToldAlready: it cannot be.

    """
    written: list[TellingLogged] = []
    for told in conversation.told:
        _check_theirs(change, told.answer_id, customer, today=today)
        try:
            ends = tellings.to_tell(change, told.answer_id, today=today)
        except tellings.ToldAlready:
            if not (said := _said_later(change, told, day=conversation.day, today=today)):
                raise
            written += said
            continue
        for end in ends:
            reaction = reaction_to(end, among=ends, said=told.reaction)
            telling_id = tellings.tell(
                change,
                end,
                channel=Channel.PHONE,
                reaction=reaction,
                day=conversation.day,
                call_id=call_id,
            )
            written.append(_telling(telling_id, end, reaction))
    return tuple(written)


def _said_later(change: "Change", told: Told, *, day: date, today: date) -> list[TellingLogged]:
    """Record how a customer takes what they were told before; nothing where that is not so."""
    ends = may_be_answered(change, told.answer_id, said=told.reaction, today=today)
    said: list[TellingLogged] = []
    for end in ends:
        reaction = reaction_to(end, among=ends, said=told.reaction)
        if reaction is None or day < tellings.telling_of(change, end).day:
            continue
        telling_id = tellings.react(change, end, reaction=reaction, day=day)
        known = replace(end, told=end.told - 1)
        said.append(_telling(telling_id, known, reaction))
    return said


def not_yet(
    change: "Change", conversation: Conversation, customer: Customer, *, call_id: int, today: date
) -> None:
    """Record of which answers the customer was told where they stand; it closes nothing.

    Raises:
        NotTheirAnswer, NoSuchAnswer, FinishedMeanwhile, NothingToCome: it cannot be.

    """
    for answer_id in dict.fromkeys(conversation.not_yet):
        _check_theirs(change, answer_id, customer, today=today)
        progress.not_yet(
            change,
            answer_id,
            channel=Channel.PHONE,
            words=None,
            day=conversation.day,
            call_id=call_id,
        )


def to_follow(
    change: "Change", conversation: Conversation, customer: Customer, *, call_id: int
) -> tuple[ToldBefore, ...]:
    """Return what may have helped the customer; of what they hear in this call nobody can say."""
    return following.to_ask(change, customer.id, call_id=call_id) if conversation.helped else ()


def helped(
    change: "Change",
    conversation: Conversation,
    customer: Customer,
    *,
    asked: Sequence[ToldBefore],
    call_id: int,
    today: date,
) -> None:
    """Record what the customer says of the help in what was done for them before.

    Raises:
        NotTheirAnswer, NoSuchAnswer, NothingToAskAbout: there is nothing to ask about.

    """
    for said in conversation.helped:
        _check_theirs(change, said.answer_id, customer, today=today)
        known = [one for one in asked if one.answer_id == said.answer_id]
        if not known:
            raise NothingToAskAbout(said.answer_id, whose=customer.name)
        for one in known:
            following.helped(
                change, one.telling_id, said.helped, call_id=call_id, day=conversation.day
            )


def _check_theirs(change: "Change", answer_id: int, customer: Customer, *, today: date) -> None:
    answer = answers.standing(change, answer_id, today=today).answer
    if answer.customer_id != customer.id:
        raise NotTheirAnswer(answer_id, whose=answer.customer, told=customer.name)


def _telling(telling_id: int, end: Owed, reaction: Reaction | None) -> TellingLogged:
    return TellingLogged(
        id=telling_id,
        answer_id=end.answer_id,
        action_id=end.action_id,
        reaction=reaction,
        told=end.told + (reaction is not Reaction.NOT_SOLVED),
        askers=end.askers,
    )
