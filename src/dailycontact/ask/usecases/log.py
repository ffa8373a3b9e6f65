"""One conversation, one transaction: the call, what was heard, told and promised, and the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.ask.rule import Conversation, Heard, Help, check
from dailycontact.ask.usecases import informing, moving, sorting
from dailycontact.ask.usecases.dialling import dialled
from dailycontact.ask.usecases.informing import TellingLogged
from dailycontact.ask.usecases.promising import card_of, promise, settle
from dailycontact.ask.usecases.proposing import NobodyProposed, pick_of
from dailycontact.ask.usecases.sorting import About
from dailycontact.core.answer import Kind
from dailycontact.core.call import Outcome, Promise
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.telling import Reaction
from dailycontact.core.turn import Pick
from dailycontact.store import answers, customers, owed, rhythms, team

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


@dataclass(frozen=True, kw_only=True)
class AnswerLogged:
    """One answer as it was written; `missing_in` is the action that has not solved it."""

    id: int
    kind: Kind
    words: str
    praised: str | None = None
    urgent: bool = False
    about: About | None = None
    missing_in: int | None = None


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
    not_yet: tuple[int, ...] = ()
    helped: tuple[Help, ...] = ()
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
        FinishedMeanwhile, NothingToCome, NothingToAskAbout: nor where it stands, nor if it helped.
        NoSuchAction: nothing is done that would serve the wish.

    """
    check(conversation, today=today)
    customer = customers.customer(change, conversation.customer_id)
    if customer is None:
        raise NobodyProposed
    pick = pick_of(change, conversation, customer, leader_id=leader_id)
    phone = dialled(change, conversation, customer, rang_in=_rang_in(conversation, pick))
    only_told = moving.only_told(change, conversation)
    call_id = _called(change, conversation, pick=pick, phone=phone, leader_id=leader_id)
    asked = informing.to_follow(change, conversation, customer, call_id=call_id)
    told = informing.told(change, conversation, customer, call_id=call_id, today=today)
    informing.not_yet(change, conversation, customer, call_id=call_id, today=today)
    informing.helped(change, conversation, customer, asked=asked, call_id=call_id, today=today)
    heard = tuple(
        _heard(change, conversation, one, customer_id=customer.id, call_id=call_id)
        for one in conversation.heard
    )
    missing = _missing(change, conversation, told, customer_id=customer.id)
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
        answers=(*heard, *missing),
        tellings=told,
        not_yet=conversation.not_yet,
        helped=conversation.helped,
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


def _called(
    change: "Change",
    conversation: Conversation,
    *,
    pick: Pick | None,
    phone: Phone | None,
    leader_id: int,
) -> int:
    return change.add(
        "call",
        customer_id=conversation.customer_id,
        leader_id=leader_id,
        pick_id=None if pick is None else pick.id,
        phone_id=None if phone is None else phone.id,
        day=conversation.day,
        recorded_at=change.at,
        outcome=conversation.outcome,
        rang_in=_rang_in(conversation, pick),
        notes=conversation.notes,
    )


def _rang_in(conversation: Conversation, pick: Pick | None) -> bool:
    return pick is None and conversation.spoken


def _card_on(change: "Change", conversation: Conversation, leader_id: int) -> date | None:
    back = conversation.call_back
    return None if back is None else card_of(change, back, leader_id=leader_id)


def _still_waits(change: "Change", conversation: Conversation, *, today: date) -> tuple[int, ...]:
    """Return the answers about which whoever was reached still waits to hear, in order."""
    if conversation.outcome is not Outcome.REACHED:
        return ()
    left = owed.owed(change, today=today, customer_id=conversation.customer_id)
    return tuple(sorted({one.answer_id for one in left}))


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
        about=sorting.sort(change, answer_id, heard.about, day=conversation.day),
    )


def _missing(
    change: "Change",
    conversation: Conversation,
    tellings: Sequence[TellingLogged],
    *,
    customer_id: int,
) -> tuple[AnswerLogged, ...]:
    """Write what is missing in what was told; it travels no further than what was said before."""
    written: list[AnswerLogged] = []
    for told in (one for one in conversation.told if one.better):
        unsolved = (one for one in tellings if one.reaction is Reaction.NOT_SOLVED)
        to = next(one for one in unsolved if one.answer_id == told.answer_id)
        before = answers.standing(change, told.answer_id, today=conversation.day).answer
        answer_id = change.add(
            "answer",
            customer_id=customer_id,
            leader_id=change.leader_id,
            telling_id=to.id,
            verbatim=told.better,
            kind=Kind.SUGGESTION,
            consent=before.consent,
            private=before.private,
            day=conversation.day,
            recorded_at=change.at,
        )
        words = told.better or ""
        written.append(
            AnswerLogged(id=answer_id, kind=Kind.SUGGESTION, words=words, missing_in=to.action_id)
        )
    return tuple(written)


def _summary(conversation: Conversation, customer: Customer) -> str:
    how = {
        Outcome.REACHED: "spoke with",
        Outcome.NEVER: "will not phone again:",
        Outcome.NOT_NOW: "was asked to ring later by",
    }.get(conversation.outcome, f"{conversation.outcome.value.replace('-', ' ')}:")
    return f"{how} {customer.full_name}"
