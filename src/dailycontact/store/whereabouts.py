"""Derives where and when each customer can be phoned: `customer.reach`, an entry of `reach`.

The entries are made when they are first needed, and with them the holidays of their country.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from dailycontact.core.zones import needs_number, place_of
from dailycontact.store import days_off
from dailycontact.store.looking import Look, Row
from dailycontact.store.reach import AT_THE_BOOK, Known
from dailycontact.store.settings import book_settings

if TYPE_CHECKING:
    from dailycontact.core.zones import Place
    from dailycontact.store.changing import Change

AT_ONCE = 5_000
"""Customers that are looked at in one question."""

NOT_THERE = -1
"""Where one only looks, and the entry has not been made."""


class Whereabouts:
    """The entries of `reach`, as a change or a look knows them."""

    def __init__(self, look: Look, *, change: "Change | None" = None) -> None:
        """With a `change`, an entry that is not there yet is made."""
        self._look = look
        self._change = change
        self._home = book_settings(look).country
        rows = look.rows("SELECT id, zones, hours, country FROM reach")
        self._ids: dict[Known, int] = {
            (row["zones"], row["hours"], row["country"]): row["id"] for row in rows
        }
        self._ids["", "", ""] = AT_THE_BOOK
        self._said: dict[tuple[str | None, str | None, str | None], int] = {}
        self._numbered: set[tuple[str | None, str | None, str | None]] = set()
        self._at: dict[tuple[Place, str | None], int] = {}
        self._wide: dict[tuple[str | None, str | None, str | None], int] = {}

    def of(
        self, *, country: str | None, zone: str | None, hours: str | None, numbers: Sequence[str]
    ) -> int:
        """Return the reach of a customer of whom that much is known; `numbers` are E.164."""
        found = self.settled(country, zone, hours)
        if found is not None:
            return found
        if not numbers:
            return self._without_number(country, zone, hours)
        place = place_of(country=country, zone=zone, numbers=numbers, home=self._home)
        found = self._at.get((place, hours))
        if found is None:
            found = self._at[place, hours] = self._id(place, hours)
        return found

    def settled(self, country: str | None, zone: str | None, hours: str | None) -> int | None:
        """Return the reach of a customer whose numbers have no say in it; None: they have."""
        said = (country, zone, hours)
        found = self._said.get(said)
        if found is None and said not in self._numbered:
            if needs_number(country, zone):
                self._numbered.add(said)
                return None
            place = place_of(country=country, zone=zone, home=self._home)
            found = self._said[said] = self._id(place, hours)
        return found

    def _without_number(self, country: str | None, zone: str | None, hours: str | None) -> int:
        """Return the reach of somebody who could be in several zones, and has no number."""
        said = (country, zone, hours)
        found = self._wide.get(said)
        if found is None:
            place = place_of(country=country, zone=zone, home=self._home)
            found = self._wide[said] = self._id(place, hours)
        return found

    def of_all(self, customers: Sequence[Row]) -> dict[int, int]:
        """Return the reach of each customer, by id, from rows with id, country, zone and hours."""
        asked = [row["id"] for row in customers if needs_number(row["country"], row["zone"])]
        numbers = numbers_of(self._look, asked)
        return {
            row["id"]: self.of(
                country=row["country"],
                zone=row["zone"],
                hours=row["hours"],
                numbers=numbers.get(row["id"], ()),
            )
            for row in customers
        }

    def place(self, change: "Change", customer_ids: Sequence[int]) -> None:
        """Store of these customers in which reach they are, where it has changed."""
        rows = change.among(
            "SELECT id, country, zone, hours, reach FROM customer WHERE id IN ({})", customer_ids
        )
        there = self.of_all(rows)
        change.run_many(
            "UPDATE customer SET reach = :reach WHERE id = :id",
            [
                {"id": row["id"], "reach": there[row["id"]]}
                for row in rows
                if row["reach"] != there[row["id"]]
            ],
        )

    def _id(self, place: "Place", hours: str | None) -> int:
        known = (",".join(sorted(place.zones)), hours or "", place.country)
        if known not in self._ids and self._change is not None:
            self._ids[known] = _made(self._change, known)
        return self._ids.get(known, NOT_THERE)


def reach_of(
    change: "Change",
    *,
    country: str | None,
    zone: str | None,
    hours: str | None,
    numbers: Sequence[str],
) -> int:
    """Return the reach of one customer, made where it is new; `numbers` (E.164) in their order."""
    whereabouts = Whereabouts(change, change=change)
    return whereabouts.of(country=country, zone=zone, hours=hours, numbers=numbers)


def follow(change: "Change") -> None:
    """Store in which reach those are of whom no country is known, when the book's has changed."""
    whereabouts = Whereabouts(change, change=change)
    rows = change.rows("SELECT id FROM customer WHERE country IS NULL ORDER BY id")
    for start in range(0, len(rows), AT_ONCE):
        whereabouts.place(change, [row["id"] for row in rows[start : start + AT_ONCE]])


def unclear(look: Look) -> int:
    """Return how many who can be phoned could be in several zones."""
    return int(
        look.value(
            "SELECT COUNT(*) AS value FROM customer WHERE open = 1"
            " AND reach IN (SELECT id FROM reach WHERE zones LIKE '%,%')"
        )
    )


def numbers_of(look: Look, customer_ids: Collection[int]) -> dict[int, list[str]]:
    """Return the numbers (E.164) at which these customers can be phoned, in their order."""
    found: dict[int, list[str]] = {}
    if not customer_ids:
        return found
    listed, values = look.listing(list(customer_ids))
    rows = look.tuples(
        f"SELECT customer_id, e164 FROM phone WHERE customer_id IN ({listed})"  # noqa: S608 - placeholders only
        " AND e164 IS NOT NULL AND wrong_on IS NULL ORDER BY customer_id, position",
        **values,
    )
    for customer_id, number in rows:
        found.setdefault(customer_id, []).append(number)
    return found


def _made(change: "Change", known: Known) -> int:
    zones, hours, country = known
    there = change.value(
        "SELECT id AS value FROM reach WHERE zones = :zones AND hours = :hours"
        " AND country = :country",
        zones=zones,
        hours=hours,
        country=country,
    )
    if there is not None:  # made by another part of the same change
        return int(there)
    made = change.add("reach", zones=zones, hours=hours, country=country)
    if country:
        days_off.keep_of(change, country)
    return made
