"""When somebody may be told, decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.hours import LAWFUL, Hours
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count
from dailycontact.core.telling import Owed
from dailycontact.errors import Refused, UsageProblem

ENOUGH_TRIES = 3
ENOUGH_DAYS = 2
"""After so many tries, on so many days, somebody may be told in writing, or given up."""


class DoesNotWantToHear(Refused):
    """The customer refused contact, and that holds for good news too."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"{customer.full_name} does not want to be contacted, so nobody tells them; who waits "
            f"to hear is shown by: {PROGRAM} tell"
        )


class WasErased(Refused):
    """Whoever said it is not in the book any more."""

    def __init__(self) -> None:
        super().__init__(
            "Whoever said that was erased from the book, and is not told any more; who waits to "
            f"hear is shown by: {PROGRAM} tell"
        )


class NotTriedEnough(Refused):
    """Somebody is to be given up who was hardly looked for."""

    def __init__(self, owed: Owed, customer: Customer) -> None:
        so_far = f"{count(owed.tries, 'try', 'tries')} on {count(owed.tried_days, 'day')}"
        super().__init__(
            f"So far there were {so_far} to reach {customer.first_name} about {owed.answer_id};"
            f" after {ENOUGH_TRIES} on at least {ENOUGH_DAYS} days it can be given up. Note one"
            f" with: {PROGRAM} tell {owed.answer_id} --no-answer"
        )


class NoWords(UsageProblem):
    """Words were announced, and none came."""

    def __init__(self) -> None:
        super().__init__("--words is empty; say what the customer was told, or leave it out.")


class NotOnThatDay(UsageProblem):
    """The day lies ahead, or before there was anything to tell."""

    def __init__(self, day: date, why: str, *, today: date) -> None:
        super().__init__(f"--on: {say_day(day, today=today)} {why}.")


@dataclass(frozen=True, kw_only=True)
class Hour:
    """The time where a customer is (None: as here), and the hours for which it is no time to ring.

    `liked` is None where now is a fit hour.
    """

    there: time | None = None
    liked: Hours | None = None


def hour_of(zones: Sequence[str], hours: Hours, *, now: datetime, here: str) -> Hour:
    """Return what time it is for a customer who is in one of `zones`, and likes these `hours`.

    A zone that this computer does not know says nothing.
    """
    try:
        local = [now.astimezone(ZoneInfo(zone)).time() for zone in zones]
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return Hour()
    known = local[0] if len(local) == 1 and zones[0] != here else None
    fit = all(hours.holds(at) and LAWFUL.holds(at) for at in local)
    return Hour(there=known, liked=None if fit else hours)


def tried_enough(ends: Sequence[Owed]) -> bool:
    """Return whether a customer may be given up: three tries, on two days at least.

    A try is a call to tell them, or any call that missed them since the end came.
    """
    return all(one.tries >= ENOUGH_TRIES and one.tried_days >= ENOUGH_DAYS for one in ends)


def check_tried_enough(ends: Sequence[Owed], customer: Customer) -> None:
    """Let pass whom nobody could reach in spite of three tries on two days.

    Raises:
        NotTriedEnough: they were not looked for enough.

    """
    for one in ends:
        if not tried_enough([one]):
            raise NotTriedEnough(one, customer)


def words_or_none(typed: str | None) -> str | None:
    """Return the words that were typed; None where none were.

    Raises:
        NoWords: blanks were.

    """
    if typed is not None and not typed.strip():
        raise NoWords
    return None if typed is None else typed.strip()


def check_wants_to_hear(customer: Customer) -> None:
    """Let pass everybody but those who refused contact, or were erased.

    Raises:
        DoesNotWantToHear, WasErased: they did, or were.

    """
    if customer.erased:
        raise WasErased
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


def check_later_day(day: date, *, told_on: date, today: date) -> None:
    """Let pass a day on which somebody can have answered what they were told on `told_on`.

    Raises:
        NotOnThatDay: it is another.

    """
    if day > today:
        raise NotOnThatDay(day, "is still to come; name today or an earlier day", today=today)
    if day < told_on:
        told = say_day(told_on, today=today)
        why = f"was before they were told, on {told}; name that day or a later one"
        raise NotOnThatDay(day, why, today=today)


def check_progress_day(day: date, *, said_on: date, today: date) -> None:
    """Let pass a day from the one on which the customer said it up to today.

    Raises:
        NotOnThatDay: it is another.

    """
    if day > today:
        raise NotOnThatDay(day, "is still to come; name today or an earlier day", today=today)
    if day < said_on:
        said = say_day(said_on, today=today)
        raise NotOnThatDay(day, f"was before they said it, on {said}", today=today)
