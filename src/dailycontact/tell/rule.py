"""When somebody may be told, decided."""

from datetime import date

from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.telling import Owed
from dailycontact.errors import Refused, UsageProblem


class DoesNotWantToHear(Refused):
    """The customer refused contact, and that holds for good news too."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"{customer.full_name} does not want to be contacted, so nobody tells them; who waits "
            f"to hear is shown by: {PROGRAM} tell"
        )


class NotOnThatDay(UsageProblem):
    """The day lies ahead, or before there was anything to tell."""

    def __init__(self, day: date, why: str, *, today: date) -> None:
        super().__init__(f"--on: {say_day(day, today=today)} {why}.")


def check_wants_to_hear(customer: Customer) -> None:
    """Let pass everybody but those who refused contact.

    Raises:
        DoesNotWantToHear: they did.

    """
    if customer.refused:
        raise DoesNotWantToHear(customer)


def check_day(day: date, owed: Owed, *, today: date) -> None:
    """Let pass a day from the end of the action up to today.

    Raises:
        NotOnThatDay: it is another.

    """
    if day > today:
        raise NotOnThatDay(day, "is still to come; name today or an earlier day", today=today)
    if day < owed.finished_on:
        ended = say_day(owed.finished_on, today=today)
        why = f"was too early: A{owed.action_id} ended on {ended}; name that day or a later one"
        raise NotOnThatDay(day, why, today=today)
