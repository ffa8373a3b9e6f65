"""Lists the customers that are asked for, each with about when their next turn comes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dailycontact.core.customer import Customer
from dailycontact.core.naming import fold
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import listed
from dailycontact.errors import NotFound
from dailycontact.store import calendar, rhythms, roster
from dailycontact.store.looking import Look
from dailycontact.store.roster import Wanted


class NoSuchSegment(NotFound):
    """No segment has that name."""

    def __init__(self, name: str, there: Sequence[str]) -> None:
        choices = f"there are {listed(list(there), most=8)}" if there else "there are none yet"
        super().__init__(
            f"There is no segment {name!r}; {choices}. A new one is made with:"
            f" {PROGRAM} customers edit NAME --segment SEGMENT"
        )


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A customer with the day on which their turn comes, roughly; None: it does not."""

    customer: Customer
    turn_on: date | None


@dataclass(frozen=True, kw_only=True)
class Roster:
    """The customers that fit, by name, and how many there are beyond them."""

    listed: tuple[Listed, ...]
    total: int

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.total - len(self.listed)


def list_customers(look: Look, wanted: Wanted, *, day: date, limit: int | None) -> Roster:
    """Return the customers that are wanted as of `day`; at most `limit`, or all of them for None.

    Raises:
        NoSuchSegment: the segment that is wanted is not there.

    """
    if wanted.segment:
        wanted = replace(wanted, segment=segment_spelt(look, wanted.segment))
    found = roster.listed(look, wanted, day=day, limit=limit)
    turns = turns_on(look, found, day=day)
    total = len(found)
    if limit is not None and total == limit:
        total = roster.count(look, wanted, day=day)
    return Roster(
        listed=tuple(Listed(customer=one, turn_on=turns.get(one.id)) for one in found),
        total=total,
    )


def turns_on(look: Look, customers: Sequence[Customer], *, day: date) -> dict[int, date]:
    """Return, by id, about when the turn of each comes, today at the earliest.

    Whoever is not to be phoned has none.
    """
    waiting = [one.id for one in customers if not one.refused and not _paused_for_good(one, day)]
    numbers = rhythms.next_turns(look, waiting)
    today = calendar.number_of(look, day)
    days = calendar.days_numbered(look, {number for number in numbers.values() if number > today})
    found = {each: days.get(number, day) for each, number in numbers.items()}
    for one in customers:
        if one.id in found and one.paused_until is not None:
            found[one.id] = max(found[one.id], one.paused_until)
    return found


def _paused_for_good(customer: Customer, day: date) -> bool:
    return customer.is_paused(day) and customer.paused_until is None


def segment_spelt(look: Look, typed: str) -> str:
    """Return the name of a segment as the book spells it.

    Raises:
        NoSuchSegment: it is not there.

    """
    there = roster.segment_names(look)
    for name in there:
        if fold(name) == fold(typed):
            return name
    raise NoSuchSegment(typed, there)
