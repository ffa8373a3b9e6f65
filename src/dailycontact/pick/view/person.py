"""Who is proposed: the name, the numbers, and when they can be reached."""

from collections.abc import Iterable
from datetime import datetime

from dailycontact.core.customer import Customer, Phone
from dailycontact.core.program import PROGRAM
from dailycontact.core.reach import MISSED_THEN, Access
from dailycontact.core.sentences import A_NAME, count
from dailycontact.pick.usecases.proposed import Reaching
from dailycontact.pick.usecases.today import Today
from dailycontact.terminal.card import Part, labelled, spread
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.styles import LABEL, NAME

MOST_PHONES = 2
"""Numbers that a card names; one says how many more there are."""

WIDEST_NUMBER = 44
WIDEST_NAME = 76
"""Columns that a number with its label, and a name or a company, may fill."""


MISSES_SAID = 2
"""So many misses in a row at one half of the day are named; the first says nothing yet."""

TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}


def person(customer: Customer, today: Today) -> Iterable[Part]:
    """Yield who it is and the numbers, the one to try first."""
    other = customer.company if customer.company != customer.name else ""
    yield spread((shorten(customer.name, WIDEST_NAME), NAME), shorten(other, WIDEST_NAME))
    yield from _phones(customer, today)


def when(today: Today) -> Part | None:
    """Return when they can be reached, or better, where that is not now; None where it is."""
    reached = today.reaching
    if reached is None or today.customer is None:
        return None
    window, name = reached.window, shorten(today.customer.first_name, A_NAME)
    missed = window.why_not == MISSED_THEN or (
        window.access is Access.NOW and reached.misses_here >= MISSES_SAID
    )
    if missed:
        return labelled("WHEN", _at_another_hour(reached, today))
    if window.access is Access.LATER and window.at is not None:
        from_, now = clock_of(window.at, today), clock_of(today.now, today)
        said = f"From {from_} your time (it is {now})."
        if window.lawful:
            said = f"Better from {from_} your time (it is {now}); one may ring now, too."
        return labelled("WHEN", said, f"Somebody else: {PROGRAM} today --next")
    if window.access is Access.LATE:
        return labelled("WHEN", f"Outside {name}'s preferred hours, and not too late to ring.")
    return None


def _at_another_hour(reached: Reaching, today: Today) -> str:
    """Return when somebody is tried rather who was not in at this hour, and how often."""
    times = reached.misses_here
    often = "" if times < MISSES_SAID else f" {TIMES.get(times, f'{times} times')}"
    why = f"nobody was in at this hour{often}"
    at = reached.window.at or reached.other_half
    if at is None or at <= today.now:
        return f"Better on another morning: {why}."
    return f"Better from {clock_of(at, today)} your time: {why}."


def clock_of(at: datetime, today: Today) -> str:
    """Return the time of day of an instant where the leader is: "15:00"."""
    from zoneinfo import ZoneInfo

    return f"{at.astimezone(ZoneInfo(today.settings.zone)):%H:%M}"


def there(today: Today) -> datetime | None:
    """Return the local time where the customer is; None where that is not known, or as here."""
    zone = today.reaching.zone if today.reaching else None
    own = today.customer.zone if today.customer else None
    if zone is None or (own is None and zone == today.settings.zone):
        return None
    from zoneinfo import ZoneInfo

    return today.now.astimezone(ZoneInfo(zone))


def _phones(customer: Customer, today: Today) -> Iterable[Part]:
    usable = in_turn(customer, today)
    widest = max((cells(_number(phone)) for phone in usable[:MOST_PHONES]), default=0)
    beside = " · ".join(filter(None, (_local_time(today), _usual(today))))
    for phone in usable[:MOST_PHONES]:
        number = _number(phone)
        label = f"{' ' * (widest - cells(number))}  {phone.label}" if phone.label else ""
        yield spread(shorten(f"{number}{label}", WIDEST_NUMBER), (beside, LABEL), indent=2)
        more = len(usable) - MOST_PHONES
        beside = f"and {count(more, 'more number')}" if more > 0 else ""


def in_turn(customer: Customer, today: Today) -> list[Phone]:
    """Return the numbers that may be dialled, the one to try first."""
    usable = [phone for phone in customer.phones if phone.usable]
    first = today.reaching.phone if today.reaching else None
    return sorted(usable, key=lambda phone: first is not None and phone.id != first.id)


def _number(phone: Phone) -> str:
    extension = phone.extension
    return (
        f"{phone.shown} ext. {extension}" if extension and "ext" not in phone.shown else phone.shown
    )


def _local_time(today: Today) -> str:
    local = there(today)
    if local is None or f"{local:%H:%M}" == clock_of(today.now, today):
        return ""
    return f"it is {local:%H:%M} there"


def _usual(today: Today) -> str:
    return (today.reaching.usual or "") if today.reaching else ""
