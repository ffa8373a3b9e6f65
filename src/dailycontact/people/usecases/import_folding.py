"""Tells which rows of one file are about somebody whom a row before was about.

With an id, that is the same id. Without, it is the same e-mail address or number and a name that
can be one person's: the rows are one customer, as if all had been said in one row. It is decided
by the file alone, so that a file brought in twice means the same people. A million rows must fit
into memory; so what was seen is kept as hashes.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from dailycontact.core.persons import can_be_one, says_less
from dailycontact.people.usecases.import_judging import Candidate
from dailycontact.store.entries import folded
from dailycontact.store.known import BY_NAME

T = TypeVar("T")

COMPARED = 20
"""So many people who share a number or an address are compared with whoever has it as well."""

_SAID_BITS = 36
"""Together with the number of a line it makes an integer of the smallest size."""
_SAID = (1 << _SAID_BITS) - 1


class Ids:
    """The ids of a file: on which line each stood first, and what that row said."""

    def __init__(self) -> None:
        """Begin without any."""
        self._first: dict[int, int] = {}

    def same_before(self, external_id: str, said: int, line: int) -> tuple[int, bool] | None:
        """Return on which line somebody with this id stood before, and if it said the same.

        `said` is the hash of what the row says; the first row with an id is the one that counts.
        """
        this = line << _SAID_BITS | said & _SAID
        first = self._first.setdefault(hash(external_id), this)
        before = first >> _SAID_BITS
        return None if before == line else (before, first & _SAID == said & _SAID)


class Folding:
    """The rows without an id: each person is a number from 0, in the order of the file."""

    def __init__(self) -> None:
        """Begin without anybody."""
        self._by_way: dict[int, int] = {}
        self._others: dict[int, list[int]] = {}
        self._silent: dict[int, int] = {}
        self._counts: dict[int, int] = {}
        self._names = bytearray()
        self._ends = array("Q")
        self._customers = array("q")

    def seen(self, row: Candidate, said: int) -> int | None:
        """Return who the row is about, if a row before was about them.

        `said` is the hash of all it says: without a number or an address, that must be the same.
        """
        ways = _ways(row)
        if not ways:
            return self._silent.get(said)
        for way in ways:
            for found in self._having(way):
                if can_be_one(row.called, self._name(found)):
                    self._note(ways, found)
                    return found
        return None

    def add(self, row: Candidate, said: int) -> tuple[int, str]:
        """Return the number of somebody new, and the key by which their source knows them."""
        who = len(self._ends)
        self._names += row.called.encode()
        self._ends.append(len(self._names))
        self._customers.append(0)
        ways = _ways(row)
        if ways:
            self._note(ways, who)
        else:
            self._silent[said] = who
        form = hash(row.folded)
        place = self._counts[form] = self._counts.get(form, 0) + 1
        return who, numbered(f"{BY_NAME}{row.folded}", place)

    def became(self, who: int, customer_id: int) -> None:
        """Note which customer somebody is."""
        self._customers[who] = customer_id

    def customer_of(self, who: int) -> int:
        """Return which customer somebody became; 0 where nothing is stored."""
        return self._customers[who]

    def _note(self, ways: Iterable[int], who: int) -> None:
        for way in ways:
            first = self._by_way.setdefault(way, who)
            if first != who:
                others = self._others.setdefault(way, [])
                if len(others) < COMPARED and who not in others:
                    others.append(who)

    def _having(self, way: int) -> Iterator[int]:
        """Yield who has a number or an address, hardly ever more than one."""
        first = self._by_way.get(way)
        if first is not None:
            yield first
            yield from self._others.get(way, ())

    def _name(self, who: int) -> str:
        start = self._ends[who - 1] if who else 0
        return self._names[start : self._ends[who]].decode()


def numbered(base: str, place: int) -> str:
    """Return the key of one among several who share a name and a company."""
    return f"{base}#{place}" if place > 1 else base


def joined(one: Candidate, more: Candidate) -> Candidate:
    """Return what two rows say of one person: the first is right, the second adds to it."""
    name = more.name if says_less(one.name, more.name) else one.name
    company = one.company or more.company
    flagged = one.by_flag - more.by_flag
    country = more.country if "country" in flagged else one.country or more.country
    stays = not more.country or more.country == country
    return one._replace(
        name=name,
        company=company,
        folded=folded(name, company),
        country=country,
        zone=one.zone or (more.zone if stays else None),
        segment=more.segment if "segment_id" in flagged else one.segment or more.segment,
        cadence=more.cadence if "cadence" in flagged else one.cadence or more.cadence,
        leader_id=one.leader_id or more.leader_id,
        phones=_together(one.phones, more.phones, lambda each: each.form),
        emails=_together(one.emails, more.emails, lambda each: each.address.casefold()),
        refuses=one.refuses or more.refuses,
        more=one.more or more.more,
        odd=(*one.odd, *more.odd),
        by_flag=one.by_flag & more.by_flag,
    )


def _together(first: Iterable[T], more: Iterable[T], form: Callable[[T], str]) -> tuple[T, ...]:
    every = {form(each): each for each in first}
    for each in more:
        every.setdefault(form(each), each)
    return tuple(every.values())


def _ways(row: Candidate) -> Sequence[int]:
    return [hash(way) for way in ways_of(row)]


def ways_of(row: Candidate) -> list[str]:
    """Return by what a row can be recognised: addresses in small letters, E.164 numbers.

    "unknown" and 000-000-0000 are many people's, so what is none in truth recognises nobody.
    """
    ways = [email.address.lower() for email in row.emails if "@" in email.address]
    return ways + [phone.e164 for phone in row.phones if phone.e164 and phone.e164 not in row.odd]


def every_way_of(row: Candidate) -> list[str]:
    """Return all that stands for an address or a number in international form, in truth or not."""
    ways = [email.address.lower() for email in row.emails]
    return ways + [phone.e164 for phone in row.phones if phone.e164]
