"""What is said after somebody was passed over."""

from datetime import date

from dailycontact.core.dates import say_day
from dailycontact.pick.usecases.skip import Skipped


def passed_over(skipped: Skipped, *, today: date) -> str:
    """Return the sentence after a skip."""
    if skipped.until is None:
        return f"{skipped.customer.name} is left for later."
    return f"{skipped.customer.name} is left until {say_day(skipped.until, today=today)}."
