"""Lets nobody who asked not to be contacted come back under another number of a file."""

from collections import defaultdict
from typing import TYPE_CHECKING

from dailycontact.core.persons import called, can_be_one

if TYPE_CHECKING:
    from dailycontact.store.changing import Change
    from dailycontact.store.looking import Row

_REFUSED = (
    "SELECT {at} AS at, name, company, do_not_contact_on, do_not_contact_why FROM {way} way"
    " JOIN customer ON customer.id = way.customer_id WHERE do_not_contact_on IS NOT NULL"
)
_COMING = (
    "SELECT customer.id, name, company, {at} AS at FROM {way} way"
    " JOIN customer ON customer.id = way.customer_id"
    " WHERE customer.id >= :first AND do_not_contact_on IS NULL AND {at} IN"
    " (SELECT {at} FROM {way} way JOIN customer ON customer.id = way.customer_id"
    "  WHERE do_not_contact_on IS NOT NULL) ORDER BY customer.id"
)
_WAYS = (("phone", "way.e164"), ("email", "LOWER(way.address)"))


def refuse_alike(change: "Change", *, first: int) -> None:
    """Leave alone whoever came with the id `first` or later, and may be somebody who refused.

    They share a number or an address, and their names can be one person's.
    """
    for way, at in _WAYS:
        coming = change.rows(_COMING.format(way=way, at=at), first=first)
        if not coming:
            continue
        refused: defaultdict[str, list[Row]] = defaultdict(list)
        for row in change.rows(_REFUSED.format(way=way, at=at)):
            refused[row["at"]].append(row)
        for row in coming:
            name = called(row["name"], row["company"])
            for other in refused[row["at"]]:
                if can_be_one(name, called(other["name"], other["company"])):
                    _refuse(change, row["id"], other)


def _refuse(change: "Change", customer_id: int, other: "Row") -> None:
    change.run(
        "UPDATE customer SET open = 0, do_not_contact_on = :day, do_not_contact_why = :why"
        " WHERE id = :id AND do_not_contact_on IS NULL",
        id=customer_id,
        day=other["do_not_contact_on"],
        why=other["do_not_contact_why"],
    )
