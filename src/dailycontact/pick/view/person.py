"""Who is proposed: the name, the numbers, and when they can be reached."""

from collections.abc import Iterable
from datetime import datetime

from dailycontact.core.customer import Customer, Phone
from dailycontact.core.program import PROGRAM
from dailycontact.core.reach import Access
from dailycontact.core.sentences import count
from dailycontact.pick.usecases.today import Today
from dailycontact.terminal.card import Part, labelled, spread
from dailycontact.terminal.door import cells, shorten
from dailycontact.terminal.styles import LABEL, NAME

MOST_PHONES = 2
"""Numbers that a card names; one says how many more there are."""

WIDEST_NUMBER = 44
WIDEST_NAME = 76
"""Columns that a number with its label, and a name or a company, may fill."""


def person(customer: Customer, today: Today) -> Iterable[Part]:
    """Yield who it is and the numbers, the one to try first."""
    other = customer.company if customer.company != customer.name else ""
    yield spread((shorten(customer.name, WIDEST_NAME), NAME), shorten(other, WIDEST_NAME))
    yield from _phones(customer, today)


def when(today: Today) -> Part | None:
    """Return when they can be reached, where that is not now; None where it is."""
    reached = today.reaching
    if reached is None or today.customer is None:
        return None
    window, name = reached.window, today.customer.first_name
    if window.access is Access.LATER and window.at is not None:
        from_, now = clock_of(window.at, today), clock_of(today.now, today)
        return labelled(
            "WHEN",
            f"From {from_} your time (it is {now}). Somebody else: {PROGRAM} today --next",
        )
    if window.access is Access.LATE:
        name = shorten(name, 24)
        return labelled("WHEN", f"Outside {name}'s preferred hours, and not too late to ring.")
    return None


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
    return f"it is {local:%H:%M} there" if local else ""


def _usual(today: Today) -> str:
    return (today.reaching.usual or "") if today.reaching else ""
