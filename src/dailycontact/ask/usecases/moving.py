"""What a call does to the customer's rhythm, and when their turn comes after it."""

from datetime import date
from typing import TYPE_CHECKING

from dailycontact.ask.rule import Conversation
from dailycontact.core.call import MISSED, Outcome
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.rhythm import AFTER_TELLING, SKIP, Happening
from dailycontact.store import attempts, calendar, refusals, rhythms, tellings

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


def only_told(change: "Change", conversation: Conversation) -> bool:
    """Return whether they were told something and not asked, because their turn is still to come.

    Such a call moves no turn; it is to be decided before the rhythm is moved.
    """
    return (
        conversation.outcome is Outcome.REACHED
        and conversation.informed
        and not conversation.heard
        and not tellings.may_ask(change, conversation.customer_id, day=conversation.day)
    )


def move(
    change: "Change",
    conversation: Conversation,
    customer: Customer,
    *,
    phone: Phone | None,
    told: bool,
) -> None:
    """Bring the customer's rhythm up to what happened; `told`: they were told, and not asked."""
    day, outcome = conversation.day, conversation.outcome
    if outcome is Outcome.NEVER:
        refusals.refuse(change, customer.id, day=day, why=conversation.notes)
        return
    if outcome is Outcome.WRONG_NUMBER and phone is not None and phone.id is not None:
        change.set("phone", phone.id, wrong_on=day)
        rhythms.refresh(change, [customer.id])
    if told:
        rhythms.happened(change, customer.id, Happening.TOLD, day=day, waits=AFTER_TELLING)
    elif outcome is Outcome.REACHED:
        rhythms.happened(change, customer.id, Happening.CONVERSATION, day=day)
    elif outcome in MISSED:
        waits = rhythms.waits_after_miss(change, customer.id, day)
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


def turn(change: "Change", conversation: Conversation, customer_id: int) -> date | None:
    """Return the day on which the customer's next turn comes, roughly, or their next try."""
    if conversation.call_back is not None:
        return conversation.call_back
    if conversation.outcome is Outcome.REACHED:
        number = rhythms.next_turn(change, customer_id)
    else:
        number = attempts.first_try(change, customer_id, after=conversation.day)
    return None if number is None else calendar.day_numbered(change, number)
