"""Which number was dialled: the one that was named, or the one that the card proposed."""

from typing import TYPE_CHECKING

from dailycontact.ask.rule import Conversation
from dailycontact.core.call import Outcome
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.references import typed_number
from dailycontact.errors import NotFound
from dailycontact.store import attempts

if TYPE_CHECKING:
    from dailycontact.store.looking import Look


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


def dialled(
    look: "Look", conversation: Conversation, customer: Customer, *, rang_in: bool
) -> Phone | None:
    """Return the number that was dialled, where it matters: None for the first on their card.

    Raises:
        NoSuchPhone: the number that was named is not there.

    """
    if conversation.phone is not None:
        return _named(conversation.phone, customer)
    if rang_in:
        return None
    proposed = attempts.phone_to_try(look, customer)
    if conversation.outcome is Outcome.WRONG_NUMBER:
        return proposed
    return proposed if proposed != next(iter(_usable(customer)), None) else None


def _named(typed: str, customer: Customer) -> Phone:
    usable = _usable(customer)
    place = typed_number(typed)
    if place is not None and 1 <= place <= len(usable):
        return usable[place - 1]
    named = [phone for phone in usable if phone.label.lower() == typed.lower()]
    if len(named) != 1:
        raise NoSuchPhone(typed, customer)
    return named[0]


def _usable(customer: Customer) -> tuple[Phone, ...]:
    return tuple(phone for phone in customer.phones if phone.usable)
