"""Lets nobody who asked not to be contacted come back under another number of a file."""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from dailycontact.core.persons import called, clearly_two
from dailycontact.store import former
from dailycontact.store.journal import HOLDS

if TYPE_CHECKING:
    from dailycontact.store.changing import Change
    from dailycontact.store.looking import Look, Row

_REFUSED = (
    "SELECT {at} AS at, customer.id, name, company, do_not_contact_on, do_not_contact_why"
    " FROM {way} way"
    " JOIN customer ON customer.id = way.customer_id WHERE do_not_contact_on IS NOT NULL"
)
_COMING = (
    "SELECT customer.id, name, company, {at} AS at FROM {way} way"
    " JOIN customer ON customer.id = way.customer_id"
    " WHERE customer.id >= :first AND do_not_contact_on IS NULL AND {at} IN"
    " (SELECT {at} FROM {way} way JOIN customer ON customer.id = way.customer_id"
    "  WHERE do_not_contact_on IS NOT NULL) ORDER BY customer.id"
)
_BEFORE = (
    "SELECT customer.id, line.before FROM event JOIN event_row line ON line.event_id = event.id"  # noqa: S608 - our own text
    " LEFT JOIN event undoing ON undoing.undoes_id = event.id JOIN {whose}"
    " WHERE line.table_name = 'customer' AND line.before IS NOT NULL"
    " AND customer.do_not_contact_on IS NOT NULL AND customer.erased = 0"
    f" AND {HOLDS} ORDER BY line.id"
)
_OF_THEIR_OWN = "customer ON customer.id = line.first_id"
_OF_WHO_WAS_MERGED = (
    "external_id own ON own.source = :source AND own.value = CAST(line.first_id AS VARCHAR(20))"
    " JOIN customer ON customer.id = own.customer_id"
)
_WAYS = (("phone", "way.e164"), ("email", "LOWER(way.address)"))


def former_names(look: "Look") -> Mapping[int, tuple[str, ...]]:
    """Return what those who refused (ids) were called before, as `called`, and who became them."""
    found: defaultdict[int, dict[str, None]] = defaultdict(dict)
    rows = look.rows(_BEFORE.format(whose=_OF_THEIR_OWN))
    rows += look.rows(_BEFORE.format(whose=_OF_WHO_WAS_MERGED), source=former.own_source(look))
    for row in rows:
        facts = json.loads(row["before"])
        if facts.get("name"):
            found[row["id"]][called(facts["name"], facts.get("company") or "")] = None
    return {customer_id: tuple(names) for customer_id, names in found.items()}


def refuse_alike(change: "Change", *, first: int) -> None:
    """Leave alone whoever came with the id `first` or later, and may be somebody who refused.

    They share a number or an address, and their names are not plainly two people's.
    """
    before: Mapping[int, tuple[str, ...]] | None = None
    for way, at in _WAYS:
        coming = change.rows(_COMING.format(way=way, at=at), first=first)
        if not coming:
            continue
        before = former_names(change) if before is None else before
        refused: defaultdict[str, list[Row]] = defaultdict(list)
        for row in change.rows(_REFUSED.format(way=way, at=at)):
            refused[row["at"]].append(row)
        for row in coming:
            name = called(row["name"], row["company"])
            for other in refused[row["at"]]:
                every = (called(other["name"], other["company"]), *before.get(other["id"], ()))
                if not all(clearly_two(name, each) for each in every):
                    _refuse(change, row["id"], other)


def _refuse(change: "Change", customer_id: int, other: "Row") -> None:
    change.run(
        "UPDATE customer SET open = 0, do_not_contact_on = :day, do_not_contact_why = :why"
        " WHERE id = :id AND do_not_contact_on IS NULL",
        id=customer_id,
        day=other["do_not_contact_on"],
        why=other["do_not_contact_why"],
    )
