"""Finds customers who may be one person, lays two side by side, and merges them on a yes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.alike import Likeness, Pair, alike, likeness, sources_apart
from dailycontact.core.customer import Customer
from dailycontact.core.program import PROGRAM
from dailycontact.errors import Refused, UsageProblem
from dailycontact.people.usecases.roster import turns_on
from dailycontact.store import alike as store
from dailycontact.store import customers, merging
from dailycontact.store.alike import Side
from dailycontact.store.looking import Look

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

MOST = 100
"""So many pairs are suggested at once."""
MOST_LOOKED_AT = 5_000
"""Customers of a book in which, in passing, those who are alike are looked for."""


class OnePerson(UsageProblem):
    """Both names mean the same customer."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"Both names mean {customer.full_name} ({customer.id}); say who is the other by the id:"
            f" {PROGRAM} customers list"
        )


class NotOneOfThem(UsageProblem):
    """Whoever should stay is neither of the two."""

    def __init__(self, customer: Customer, one: Customer, other: Customer) -> None:
        super().__init__(
            f"--keep names {customer.full_name} ({customer.id}), who is neither of the two; say"
            f" --keep {one.id} or --keep {other.id}."
        )


class WasErased(Refused):
    """Nothing is known any more of somebody who was erased."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"Customer {customer.id} was erased, and nobody can be merged with them; whom to"
            f" merge: {PROGRAM} customers merge"
        )


class ChangedMeanwhile(Refused):
    """One of the two is not in the book any more."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Customer {number} is not in the book any more; look again with:"
            f" {PROGRAM} customers merge"
        )


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two customers side by side: who would stay, who would go, and what speaks for it.

    `likeness` is None where nothing does; `apart` are the sources that have different numbers for
    them; `chosen` says why this one stays.
    """

    kept: Side
    gone: Side
    likeness: Likeness | None
    apart: tuple[str, ...] = ()
    chosen: str = ""

    @property
    def leaders(self) -> tuple[str, ...]:
        """The two leaders whose customers they are, where these are two."""
        names = (self.kept.leader, self.gone.leader)
        both = tuple(name for name in names if name)
        return both if len(set(both)) > 1 else ()


@dataclass(frozen=True, kw_only=True)
class Suggestions:
    """Pairs who may be one person, the likeliest first, and how many more there are."""

    pairs: tuple[Comparison, ...]
    more: int = 0


@dataclass(frozen=True, kw_only=True)
class Merged:
    """The one customer that two became, about when their turn comes, and what moved to them.

    `kept` and `gone` are the two as they were before.
    """

    customer: Customer
    kept: Customer
    gone: Customer
    turn_on: date | None
    moved: Mapping[str, int]
    waived: tuple[int, ...] = ()
    """The answers of which they need not hear any more."""
    dropped: tuple[int, ...] = ()
    """The promises that were dropped."""


@dataclass(kw_only=True)
class Walk:
    """What has become of the pairs that were shown so far."""

    became: dict[int, int] = field(default_factory=dict)
    """Whose row went, and into whom."""
    apart: int = 0
    fell_together: int = 0
    """Pairs that need no answer any more, because of those that were merged before."""
    _seen: set[frozenset[int]] = field(default_factory=set)

    @property
    def settled(self) -> int:
        """How many pairs need no answer any more."""
        return len(self.became) + self.apart + self.fell_together

    def again(self, look: Look, pair: Comparison) -> Comparison | None:
        """Return a pair as it is by now; None where it was shown, or is one person already."""
        one, other = (self._now(side.customer.id) for side in (pair.kept, pair.gone))
        ids = frozenset((one, other))
        if len(ids) == 1 or ids in self._seen:
            self.fell_together += 1
            return None
        self._seen.add(ids)
        return compare(look, one, other)

    def merged(self, result: Merged) -> None:
        """Remember that two have become one."""
        self.became[result.gone.id] = result.customer.id

    def _now(self, customer_id: int) -> int:
        while customer_id in self.became:
            customer_id = self.became[customer_id]
        return customer_id


def suggestions(look: Look, *, of: int | None = None, most: int = MOST) -> Suggestions:
    """Return who may be one person; `of` (an id): only the pairs with this customer."""
    among = None if of is None else {of}
    pairs = _pairs(look, among)
    shown = pairs[:most]
    sides = store.sides(look, {one for pair in shown for one in (pair.one, pair.other)})
    return Suggestions(
        pairs=tuple(_chosen(sides[pair.one], sides[pair.other], pair.likeness) for pair in shown),
        more=len(pairs) - len(shown),
    )


def alike_to(look: Look, customer_ids: Collection[int]) -> int:
    """Return how many pairs with one of these customers look like one person.

    0 for more customers than can be looked at in passing.
    """
    if not customer_ids or store.how_many(look) > MOST_LOOKED_AT:
        return 0
    return len(_pairs(look, set(customer_ids)))


def compare(look: Look, one_id: int, other_id: int, *, keep: int | None = None) -> Comparison:
    """Return two customers side by side; `keep` (an id) stays, or whoever has the longer history.

    Raises:
        OnePerson, NotOneOfThem, WasErased: they cannot be merged, or not like that.
        ChangedMeanwhile: one of them is not there any more.

    """
    sides = store.sides(look, {one_id, other_id})
    for number in (one_id, other_id):
        if number not in sides:
            raise ChangedMeanwhile(number)
        if sides[number].is_erased:
            raise WasErased(sides[number].customer)
    one, other = sides[one_id], sides[other_id]
    if one_id == other_id:
        raise OnePerson(one.customer)
    people = store.person(look, one), store.person(look, other)
    found = likeness(*people)
    if keep is None:
        return _chosen(one, other, found, apart=sources_apart(*people))
    if keep not in sides:
        whom = customers.customer(look, keep)
        if whom is None:
            raise ChangedMeanwhile(keep)
        raise NotOneOfThem(whom, one.customer, other.customer)
    kept, gone = (one, other) if keep == one_id else (other, one)
    return Comparison(kept=kept, gone=gone, likeness=found, apart=sources_apart(*people))


def swapped(comparison: Comparison) -> Comparison:
    """Return the same two, where the other one stays."""
    return Comparison(
        kept=comparison.gone,
        gone=comparison.kept,
        likeness=comparison.likeness,
        apart=comparison.apart,
    )


def merge(change: "Change", comparison: Comparison, *, day: date) -> Merged:
    """Make one customer of two.

    Raises:
        WasErased, ChangedMeanwhile: as `compare`, by now.

    """
    kept, gone = comparison.kept.customer, comparison.gone.customer
    compare(change, kept.id, gone.id, keep=kept.id)
    moved = merging.merge(change, kept.id, gone.id, day=day)
    change.summary = f"merged {gone.full_name} ({gone.id}) into {kept.full_name} ({kept.id})"
    now = customers.customer(change, kept.id) or kept
    ended = moved.refusal
    return Merged(
        customer=now,
        kept=kept,
        gone=gone,
        turn_on=turns_on(change, [now], day=day).get(now.id),
        moved=moved.rows,
        waived=tuple(one.answer_id for one in ended.waived) if ended else (),
        dropped=tuple(one.id for one in ended.dropped) if ended else (),
    )


def tell_apart(change: "Change", one: Customer, other: Customer) -> None:
    """Remember that two who look alike are two people, so that they are not suggested again."""
    merging.tell_apart(change, one.id, other.id)
    change.summary = f"told {one.name} ({one.id}) and {other.name} ({other.id}) apart"


def _pairs(look: Look, among: Collection[int] | None) -> list[Pair]:
    apart = store.told_apart(look)
    pairs = alike(store.everybody(look), among=among)
    return [pair for pair in pairs if (pair.one, pair.other) not in apart]


def _chosen(
    one: Side, other: Side, found: Likeness | None, *, apart: tuple[str, ...] = ()
) -> Comparison:
    """Return the two with the one who stays: more history, else longer in the book."""

    def standing(side: Side) -> tuple[int, date, int]:
        return (-side.history, side.customer.joined_on, side.customer.id)

    kept, gone = sorted((one, other), key=standing)
    chosen = "more happened with them" if kept.history > gone.history else "they came first"
    return Comparison(kept=kept, gone=gone, likeness=found, apart=apart, chosen=chosen)
