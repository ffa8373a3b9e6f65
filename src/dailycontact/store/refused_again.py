"""Who refused contact has refused it in a copy of the book, too, before that takes its place.

A number alone says nothing of who somebody is: in the copy it may be somebody else's, of a list
that was taken back since. It counts together with something that both have; and whoever is nowhere
in the copy comes along, so that the next import does not let them be phoned.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dailycontact.core.naming import fold
from dailycontact.core.persons import called, can_be_one
from dailycontact.store import erased_again, former, refusals, rhythms
from dailycontact.store.entries import folded
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row
from dailycontact.store.traces import remembered

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

_REFUSED = (
    "SELECT id, name, company, folded, country, zone, joined_on, do_not_contact_on,"
    " do_not_contact_why FROM customer WHERE do_not_contact_on IS NOT NULL{} ORDER BY id"
)
_KEPT_WITH = {
    "phone": ("position", "label", "raw", "e164", "extension", "shown", "wrong_on"),
    "email": ("position", "address"),
    "external_id": ("source", "value"),
}
_PEOPLE = "SELECT id, name, company, folded, joined_on FROM customer WHERE erased = 0 AND {}"


@dataclass(frozen=True, kw_only=True)
class Traits:
    """By what somebody is known, or was: numbers here, names with companies, and ways to them.

    `ways` are pairs: ("phone", E.164 or as written), ("email", in small letters), or a source that
    is not the book itself with the id in it.
    """

    ids: frozenset[int]
    names: frozenset[tuple[str, str]]
    ways: frozenset[tuple[str, str]]

    @property
    def forms(self) -> frozenset[str]:
        """The names, with the company and without, as they are compared."""
        pairs = {form for name, firm in self.names for form in (fold(name), folded(name, firm))}
        return frozenset(pairs)


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A customer who does not want to be contacted, with what would bring them in again."""

    facts: Mapping[str, Any]
    rows: Mapping[str, tuple[Mapping[str, Any], ...]]
    traits: Traits


def refusals_of(look: Look) -> tuple[Refusal, ...]:
    """Return who refused contact, of a book of whatever age."""
    erased = " AND erased = 0" if erased_again.knows_erasures(look) else ""
    every = [dict(row) for row in look.rows(_REFUSED.format(erased))]  # type: ignore[call-overload]  # a row is a mapping
    kept = {facts["id"]: _kept_with(look, facts["id"]) for facts in every}
    traits = _traits(look, {facts["id"]: (facts, kept[facts["id"]]) for facts in every})
    return tuple(
        Refusal(facts=facts, rows=kept[facts["id"]], traits=traits[facts["id"]]) for facts in every
    )


def refuse_again(change: "Change", among: Sequence[Refusal], *, now: Look | None) -> Iterator[str]:
    """Yield the names of those whose refusal the copy did not know; now it does.

    `now` is the book before, where the copy is of the same one.
    """
    for refusal in among:
        there = _those(change, refusal, now=now)
        if not there:
            _bring_along(change, refusal)
        new = [one for one in there if not _has_refused(change, one)]
        for one in new:
            day = day_of(refusal.facts["do_not_contact_on"])
            refusals.refuse(change, one, day=day, why=refusal.facts["do_not_contact_why"])
        if new or not there:
            yield str(refusal.facts["name"])


_Kept = Mapping[str, tuple[Mapping[str, Any], ...]]


def _kept_with(look: Look, customer_id: int) -> _Kept:
    return {
        table: tuple(
            {name: row[name] for name in columns}
            for row in look.rows(
                f"SELECT {', '.join(columns)} FROM {table} WHERE customer_id = :id ORDER BY id",  # noqa: S608 - our own names
                id=customer_id,
            )
        )
        for table, columns in _KEPT_WITH.items()
    }


def _traits(
    look: Look, known: Mapping[int, tuple[Mapping[str, Any], _Kept]]
) -> Mapping[int, Traits]:
    """Return by what these customers are known, from their rows and from the journal."""
    if not known:
        return {}
    own = former.own_source(look)
    whose = {customer_id: customer_id for customer_id in known}
    seen: dict[int, list[tuple[str, Mapping[str, Any]]]] = {}
    for customer_id, (facts, kept) in known.items():
        rows = [(table, row) for table, rows in kept.items() for row in rows]
        seen[customer_id] = [("customer", facts), *rows]
        for number in former.numbers_of(look, customer_id):
            whose[number] = customer_id
    for table, facts in remembered(look, whose.keys()):
        number = facts["id"] if table == "customer" else facts["customer_id"]
        seen[whose[number]].append((table, facts))
    return {
        customer_id: Traits(
            ids=frozenset(number for number, one in whose.items() if one == customer_id),
            names=frozenset(
                (row["name"], row["company"]) for table, row in rows if table == "customer"
            ),
            ways=frozenset(
                _way(table, row)
                for table, row in rows
                if table != "customer" and row.get("source") != own
            ),
        )
        for customer_id, rows in seen.items()
    }


def _way(table: str, row: Mapping[str, Any]) -> tuple[str, str]:
    if table == "phone":
        return table, row["e164"] or row["raw"]
    return (table, row["address"].lower()) if table == "email" else (row["source"], row["value"])


def _those(change: "Change", refusal: Refusal, *, now: Look | None) -> list[int]:
    """Return the customers of the copy who are the one that refused.

    More than one, where several have been merged since the copy was made: all of them refused.
    First by their number together with something that fits; else by an id elsewhere, by a way to
    them and a name that can be theirs, by name and company. Whoever of these is in the book before
    as well is somebody else.
    """
    traits = refusal.traits
    if now is not None:
        listed = change.among(_PEOPLE.format("id IN ({})"), sorted(traits.ids))
        found = [row["id"] for row in listed if _fits(change, row, traits)]
        if found:
            return found
    for way in (_by_id, _by_contact, _by_name):
        others = [row for row in way(change, traits) if not (now and erased_again.lives(now, row))]
        if others:
            return sorted({row["id"] for row in others})
    return []


def _fits(change: "Change", row: Row, traits: Traits) -> bool:
    forms = {fold(row["name"]), row["folded"]}
    if not traits.forms.isdisjoint(forms):
        return True
    kept = _kept_with(change, row["id"])
    return any(_way(table, one) in traits.ways for table, rows in kept.items() for one in rows)


def _by_id(change: "Change", traits: Traits) -> list[Row]:
    where = "id IN (SELECT customer_id FROM external_id WHERE source = :source AND value = :value)"
    return [
        row
        for source, value in sorted(traits.ways)
        for row in change.rows(_PEOPLE.format(where), source=source, value=value)
    ]


def _by_contact(change: "Change", traits: Traits) -> list[Row]:
    ways = {
        "phone": "id IN (SELECT customer_id FROM phone WHERE COALESCE(e164, raw) = :way)",
        "email": "id IN (SELECT customer_id FROM email WHERE LOWER(address) = :way)",
    }
    names = [called(name, company) for name, company in traits.names]
    return [
        row
        for kind, way in sorted(traits.ways)
        if kind in ways
        for row in change.rows(_PEOPLE.format(ways[kind]), way=way)
        if any(can_be_one(called(row["name"], row["company"]), name) for name in names)
    ]


def _by_name(change: "Change", traits: Traits) -> list[Row]:
    forms = sorted({folded(name, company) for name, company in traits.names})
    return list(change.among(_PEOPLE.format("folded IN ({})"), forms))


def _has_refused(change: "Change", customer_id: int) -> bool:
    said = "SELECT do_not_contact_on AS value FROM customer WHERE id = :id"
    return change.value(said, id=customer_id) is not None


def _bring_along(change: "Change", refusal: Refusal) -> None:
    facts = {name: value for name, value in refusal.facts.items() if name != "id"}
    customer_id = change.add(
        "customer",
        id=former.give_number(change),
        **facts,
        beat=1,
        clock=0.0,
        eligible_from=0,
    )
    own = former.own_source(change)
    for table, rows in refusal.rows.items():
        for row in rows:
            if row.get("source") != own or _is_free(change, row["value"]):
                change.add(table, customer_id=customer_id, **row)
    rhythms.refresh(change, [customer_id])


def _is_free(change: "Change", number: str) -> bool:
    """Return whether nobody in the copy has, or had before a merge, this number."""
    if former.now_called(change, int(number)) is not None:
        return False
    there = change.row("SELECT id FROM customer WHERE id = :id", id=int(number))
    return there is None
