"""Lets nobody who asked not to be contacted come back under another number of a file."""

from typing import TYPE_CHECKING

from dailycontact.core.persons import compatible

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_SHARED = (
    "SELECT newcomer.id, newcomer.name, other.name AS refused, other.do_not_contact_on AS day,"
    " other.do_not_contact_why AS why FROM customer other"
    " JOIN {way} one ON one.customer_id = other.id JOIN {way} two ON {same}"
    " JOIN customer newcomer ON newcomer.id = two.customer_id"
    " WHERE other.do_not_contact_on IS NOT NULL AND two.customer_id >= :first"
    " AND newcomer.do_not_contact_on IS NULL ORDER BY newcomer.id, other.id"
)
_WAYS = (
    ("phone", "two.e164 = one.e164"),
    ("email", "two.address IN (one.address, LOWER(one.address))"),
)


def refuse_alike(change: "Change", *, first: int) -> None:
    """Leave alone whoever came with the id `first` or later, and may be somebody who refused.

    They share a number or an address, and their names can be one person's.
    """
    for way, same in _WAYS:
        for row in change.rows(_SHARED.format(way=way, same=same), first=first):
            if compatible(row["name"], row["refused"]):
                change.run(
                    "UPDATE customer SET open = 0, do_not_contact_on = :day,"
                    " do_not_contact_why = :why WHERE id = :id",
                    id=row["id"],
                    day=row["day"],
                    why=row["why"],
                )
