"""One conversation, one transaction: the call, what was heard, told and promised, and the clock."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.ask.rule import Conversation, Heard, check
from dailycontact.ask.usecases.promising import promise, settle
from dailycontact.ask.usecases.proposing import NobodyProposed, pick_of
from dailycontact.core.answer import Kind
from dailycontact.core.call import MISSED, Outcome, Promise
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.program import PROGRAM
from dailycontact.core.references import typed_number
from dailycontact.core.rhythm import SKIP, Happening, back_off
from dailycontact.core.telling import Channel, Owed, Reaction, reaction_to
from dailycontact.core.turn import Pick
from dailycontact.errors import NotFound, Refused
from dailycontact.store import (
    answers,
    calendar,
    customers,
    picks,
    refusals,
    rhythms,
    team,
    tellings,
)

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NotTheirAnswer(Refused):
    """The answer that was told is another customer's."""

    def __init__(self, answer_id: int, *, whose: str, told: str) -> None:
        super().__init__(
            f"Answer {answer_id} is {whose}'s, not {told}'s; tell its own customer with: "
            f"{PROGRAM} tell {answer_id}"
        )


class NoSuchPhone(NotFound):
    """The customer has no such number that may still be dialled."""

    def __init__(self, typed: str, customer: Customer) -> None:
        there = "; ".join(
            f"{place} {phone.label} {phone.shown}".replace("  ", " ")
            for place, phone in enumerate(_usable(customer), start=1)
        )
        super().__init__(
            f"{customer.name} has no number {typed!r}; "
            + (f"there are: {there}." if there else "there is none left.")
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
    """What was written. `turn_on` is when they come up again, as far as can be said."""

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
    turn_on: date | None = None

    @property
    def rang_in(self) -> bool:
        """Whether it used up no pick."""
        return self.pick is None


def log(change: "Change", conversation: Conversation, *, leader_id: int, today: date) -> Logged:
    """Write one conversation, all of it or nothing.

    Only a conversation moves the customer's clock, and an older day never moves it backwards.

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
    phone = _dialled(conversation, customer)
    call_id = change.add(
        "call",
        customer_id=customer.id,
        leader_id=leader_id,
        pick_id=None if pick is None else pick.id,
        phone_id=None if phone is None else phone.id,
        day=conversation.day,
        recorded_at=change.at,
        outcome=conversation.outcome,
        rang_in=pick is None and conversation.spoken,
        notes=conversation.notes,
    )
    told = _told(change, conversation, customer, call_id=call_id, today=today)
    heard = tuple(
        _heard(change, conversation, one, customer_id=customer.id, call_id=call_id)
        for one in conversation.heard
    )
    settled = settle(change, conversation, customer)
    promise_id, call_back_id = promise(change, conversation, customer, call_id=call_id)
    _move(change, conversation, customer, phone)
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
        turn_on=_turn(change, conversation, customer.id),
    )


def _usable(customer: Customer) -> tuple[Phone, ...]:
    return tuple(phone for phone in customer.phones if phone.usable)


def _dialled(conversation: Conversation, customer: Customer) -> Phone | None:
    """Return the number that was dialled: the one that was named, or the first on the card."""
    usable = _usable(customer)
    typed = conversation.phone
    if typed is None:
        return usable[0] if usable and conversation.outcome is Outcome.WRONG_NUMBER else None
    place = typed_number(typed)
    if place is not None and 1 <= place <= len(usable):
        return usable[place - 1]
    named = [phone for phone in usable if phone.label.lower() == typed.lower()]
    if len(named) != 1:
        raise NoSuchPhone(typed, customer)
    return named[0]


def _told(
    change: "Change", conversation: Conversation, customer: Customer, *, call_id: int, today: date
) -> tuple[TellingLogged, ...]:
    written: list[TellingLogged] = []
    for told in conversation.told:
        answer = answers.standing(change, told.answer_id, today=today).answer
        if answer.customer_id != customer.id:
            raise NotTheirAnswer(told.answer_id, whose=answer.customer, told=customer.name)
        ends = tellings.owed_for(change, told.answer_id, today=today)
        for owed in ends:
            reaction = reaction_to(owed, among=ends, said=told.reaction)
            telling_id = tellings.tell(
                change,
                owed,
                channel=Channel.PHONE,
                reaction=reaction,
                day=conversation.day,
                call_id=call_id,
            )
            written.append(_telling(telling_id, owed, reaction))
    return tuple(written)


def _telling(telling_id: int, owed: Owed, reaction: Reaction | None) -> TellingLogged:
    return TellingLogged(
        id=telling_id,
        answer_id=owed.answer_id,
        action_id=owed.action_id,
        reaction=reaction,
        told=owed.told + 1,
        askers=owed.askers,
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


def _move(
    change: "Change", conversation: Conversation, customer: Customer, phone: Phone | None
) -> None:
    """Bring the customer's rhythm up to what happened."""
    day, outcome = conversation.day, conversation.outcome
    if outcome is Outcome.NEVER:
        refusals.refuse(change, customer.id, day=day, why=conversation.notes)
        return
    if outcome is Outcome.WRONG_NUMBER and phone is not None and phone.id is not None:
        change.set("phone", phone.id, wrong_on=day)
    if outcome is Outcome.REACHED:
        rhythms.happened(change, customer.id, Happening.CONVERSATION, day=day)
    elif outcome in MISSED:
        misses = rhythms.misses(change, customer.id)
        waits = back_off(misses + 1)
        rhythms.happened(change, customer.id, Happening.MISS, day=day, waits=waits)
    else:
        waits = _until(change, day, conversation.call_back)
        rhythms.happened(change, customer.id, Happening.LATER, day=day, waits=waits)


def _until(change: "Change", day: date, call_back: date | None) -> int:
    """Return the working days to wait after a not-now: as for a skip, or until the call back."""
    if call_back is None:
        return SKIP
    back = calendar.workday(change, call_back)
    return max(0, back.number - calendar.number_of(change, day)) + (not back.works)


def _turn(change: "Change", conversation: Conversation, customer_id: int) -> date | None:
    """Return the day on which the customer's next turn comes, roughly."""
    if conversation.call_back is not None:
        return conversation.call_back
    spoken = conversation.outcome is Outcome.REACHED
    number = (rhythms.next_turn if spoken else picks.next_try)(change, customer_id)
    return None if number is None else calendar.day_numbered(change, number)


def _summary(conversation: Conversation, customer: Customer) -> str:
    how = {
        Outcome.REACHED: "spoke with",
        Outcome.NEVER: "will not phone again:",
        Outcome.NOT_NOW: "was asked to ring later by",
    }.get(conversation.outcome, f"{conversation.outcome.value.replace('-', ' ')}:")
    return f"{how} {customer.full_name}"
