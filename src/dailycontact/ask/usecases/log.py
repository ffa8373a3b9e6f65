"""One conversation, one transaction: the call, what was heard, told and promised, and the clock."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.ask.rule import Conversation, Heard, check
from dailycontact.ask.usecases import moving
from dailycontact.ask.usecases.dialling import dialled
from dailycontact.ask.usecases.promising import card_of, promise, settle
from dailycontact.ask.usecases.proposing import NobodyProposed, pick_of
from dailycontact.core.answer import Kind
from dailycontact.core.call import Outcome, Promise
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.program import PROGRAM
from dailycontact.core.telling import Channel, Owed, Reaction, reaction_to
from dailycontact.core.turn import Pick
from dailycontact.errors import Refused
from dailycontact.store import answers, customers, owed, rhythms, team, tellings

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NotTheirAnswer(Refused):
    """The answer that was told is another customer's."""

    def __init__(self, answer_id: int, *, whose: str, told: str) -> None:
        super().__init__(
            f"Answer {answer_id} is {whose}'s, not {told}'s; tell its own customer with: "
            f"{PROGRAM} tell {answer_id}"
        )


@dataclass(frozen=True, kw_only=True)
class AnswerLogged:
    """One answer as it was written."""

    id: int
    kind: Kind
    words: str
    praised: str | None = None
    urgent: bool = False


@dataclass(frozen=True, kw_only=True)
class TellingLogged:
    """One end that the customer was told of; `told` of `askers` know by now."""

    id: int
    answer_id: int
    action_id: int
    reaction: Reaction | None
    told: int
    askers: int


@dataclass(frozen=True, kw_only=True)
class Logged:
    """What was written. `turn_on` is when they come up again, as far as can be said.

    `misses` counts the calls in a row that have not reached them, this one included; `only_told`
    says that they were told something and not asked, so that their turn is where it was. `waits`
    are the answers of whoever was reached about which they still wait to hear. `card_on` is the
    day on whose card the call back stands.
    """

    conversation: Conversation
    customer: Customer
    call_id: int
    pick: Pick | None
    answers: tuple[AnswerLogged, ...] = ()
    tellings: tuple[TellingLogged, ...] = ()
    promise_id: int | None = None
    call_back_id: int | None = None
    settled: tuple[Promise, ...] = ()
    wrong: Phone | None = None
    misses: int = 0
    only_told: bool = False
    turn_on: date | None = None
    waits: tuple[int, ...] = ()
    card_on: date | None = None

    @property
    def rang_in(self) -> bool:
        """Whether it used up no pick."""
        return self.pick is None


def log(change: "Change", conversation: Conversation, *, leader_id: int, today: date) -> Logged:
    """Write one conversation, all of it or nothing.

    Only a conversation moves the customer's clock, and an older day never moves it backwards. Who
    was told something before their turn, and not asked, keeps their turn.

    Raises:
        UsageProblem: what does not go together.
        NobodyProposed, NoSuchPhone, NoSuchAnswer, NobodyByThatName: something named is not there.
        LoggedMeanwhile: whoever was proposed was logged in another window.
        NotTheirAnswer, NotDoneYet, ToldAlready: it cannot have been told.

    """
    check(conversation, today=today)
    customer = customers.customer(change, conversation.customer_id)
    if customer is None:
        raise NobodyProposed
    pick = pick_of(change, conversation, customer, leader_id=leader_id)
    rang_in = pick is None and conversation.spoken
    phone = dialled(change, conversation, customer, rang_in=rang_in)
    only_told = moving.only_told(change, conversation)
    call_id = change.add(
        "call",
        customer_id=customer.id,
        leader_id=leader_id,
        pick_id=None if pick is None else pick.id,
        phone_id=None if phone is None else phone.id,
        day=conversation.day,
        recorded_at=change.at,
        outcome=conversation.outcome,
        rang_in=rang_in,
        notes=conversation.notes,
    )
    told = _told(change, conversation, customer, call_id=call_id, today=today)
    heard = tuple(
        _heard(change, conversation, one, customer_id=customer.id, call_id=call_id)
        for one in conversation.heard
    )
    settled = settle(change, conversation, customer)
    promise_id, call_back_id = promise(change, conversation, customer, call_id=call_id)
    moving.move(change, conversation, customer, phone=phone, told=only_told)
    change.summary = _summary(conversation, customer)
    after = customers.customer(change, customer.id) or customer
    return Logged(
        conversation=conversation,
        customer=after,
        call_id=call_id,
        pick=pick,
        answers=heard,
        tellings=told,
        promise_id=promise_id,
        call_back_id=call_back_id,
        settled=settled,
        wrong=phone if conversation.outcome is Outcome.WRONG_NUMBER else None,
        misses=rhythms.misses(change, customer.id),
        only_told=only_told,
        turn_on=moving.turn(change, conversation, customer.id),
        waits=_still_waits(change, conversation, today=today),
        card_on=_card_on(change, conversation, leader_id),
    )


def _card_on(change: "Change", conversation: Conversation, leader_id: int) -> date | None:
    back = conversation.call_back
    return None if back is None else card_of(change, back, leader_id=leader_id)


def _still_waits(change: "Change", conversation: Conversation, *, today: date) -> tuple[int, ...]:
    """Return the answers about which whoever was reached still waits to hear, in order."""
    if conversation.outcome is not Outcome.REACHED:
        return ()
    left = owed.owed(change, today=today, customer_id=conversation.customer_id)
    return tuple(sorted({one.answer_id for one in left}))


def _told(
    change: "Change", conversation: Conversation, customer: Customer, *, call_id: int, today: date
) -> tuple[TellingLogged, ...]:
    written: list[TellingLogged] = []
    for told in conversation.told:
        answer = answers.standing(change, told.answer_id, today=today).answer
        if answer.customer_id != customer.id:
            raise NotTheirAnswer(told.answer_id, whose=answer.customer, told=customer.name)
        ends = tellings.owed_for(change, told.answer_id, today=today)
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


def _telling(telling_id: int, end: Owed, reaction: Reaction | None) -> TellingLogged:
    return TellingLogged(
        id=telling_id,
        answer_id=end.answer_id,
        action_id=end.action_id,
        reaction=reaction,
        told=end.told + 1,
        askers=end.askers,
    )


def _heard(
    change: "Change", conversation: Conversation, heard: Heard, *, customer_id: int, call_id: int
) -> AnswerLogged:
    praised = team.find_member(change, heard.praised) if heard.praised else None
    urgent = (conversation.urgent or heard.urgent) and heard.kind is Kind.SUGGESTION
    answer_id = change.add(
        "answer",
        customer_id=customer_id,
        leader_id=change.leader_id,
        call_id=call_id,
        verbatim=heard.words,
        kind=heard.kind,
        consent=conversation.consent,
        urgent=urgent,
        private=conversation.private,
        praised_id=None if praised is None else praised.id,
        day=conversation.day,
        recorded_at=change.at,
    )
    return AnswerLogged(
        id=answer_id,
        kind=heard.kind,
        words=heard.words,
        praised=None if praised is None else praised.name,
        urgent=urgent,
    )


def _summary(conversation: Conversation, customer: Customer) -> str:
    how = {
        Outcome.REACHED: "spoke with",
        Outcome.NEVER: "will not phone again:",
        Outcome.NOT_NOW: "was asked to ring later by",
    }.get(conversation.outcome, f"{conversation.outcome.value.replace('-', ' ')}:")
    return f"{how} {customer.full_name}"
