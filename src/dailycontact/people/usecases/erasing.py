"""Erasing a customer: what will go and what stays, doing it, and looking whether it is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.customer import Customer
from dailycontact.core.wiping import Wiper
from dailycontact.errors import Refused, UsageProblem
from dailycontact.people.usecases import merging
from dailycontact.store import alike, erasing, holders, leftovers, traces
from dailycontact.store.book import Book
from dailycontact.store.drafts import Draft
from dailycontact.store.erasing import Cleaned, Singles
from dailycontact.store.free_texts import texts
from dailycontact.store.holders import Counts, Elsewhere, Holder, Passed
from dailycontact.store.leftovers import Searched
from dailycontact.store.looking import Look
from dailycontact.store.traces import Known, Place

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


class NameDiffers(UsageProblem):
    """What was typed is not the full name of whoever would be erased."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"That is not the full name of {customer.name} ({customer.id}), so nothing was changed;"
            " type it as it is written here."
        )


class ChangedMeanwhile(Refused):
    """Somebody else changed the customer between the question and the answer."""

    def __init__(self, customer: Customer) -> None:
        super().__init__(
            f"{customer.name} ({customer.id}) was changed by somebody else meanwhile, so nothing"
            " was erased; please look again."
        )


@dataclass(frozen=True, kw_only=True)
class Alike:
    """A customer who may be the same person, and why; `name` is the full one."""

    id: int
    name: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What would be erased, what would stay, and who else has something of it.

    `texts` are how many texts name them in full; `places` where a first or last name stands alone.
    `elsewhere` are exported files that cannot be looked into, and `drafts` the files of
    conversations with them that were typed and never saved: those go. `alike` are customers who
    may be the same person, and stay. `shared_book` says that the book lies in a server, whose
    copies are not known here.
    """

    customer: Customer
    known: Known
    counts: Counts
    texts: int
    places: tuple[Place, ...]
    passed: tuple[Passed, ...]
    copies: tuple[Holder, ...]
    exports: tuple[Holder, ...]
    elsewhere: Elsewhere
    drafts: tuple[str, ...]
    alike: tuple[Alike, ...]
    shared_book: bool


@dataclass(frozen=True, kw_only=True)
class Erased:
    """What was erased, what the book's file said when it was searched, and what still stands."""

    plan: Plan
    cleaned: Cleaned
    day: date
    searched: Searched | None
    remaining: tuple[Place, ...]


def plan(look: Look, book: Book, customer: Customer, *, drafts: Sequence[Draft] = ()) -> Plan:
    """Return what erasing a customer means; `drafts` are those of this book. Nothing is changed."""
    known = traces.known_of(look, customer.id)
    wiper = Wiper(known.person)
    return Plan(
        customer=customer,
        known=known,
        counts=holders.counts(look, customer.id),
        texts=sum(1 for *_, text in texts(look) if _names(wiper, text)),
        places=traces.places(look, wiper, known),
        passed=holders.passed_on(look, customer.id),
        copies=holders.copies_with(book, known.needles),
        exports=(
            *holders.exports_with(look, known.needles),
            *holders.drafts_with(_of_others(drafts, known), known.needles),
        ),
        elsewhere=holders.exports_gone(look, known.ids, since=known.joined_on),
        drafts=tuple(draft.path for draft in drafts if draft.customer_id in known.ids),
        alike=_alike(look, customer, known),
        shared_book=book.is_shared,
    )


def _of_others(drafts: Sequence[Draft], known: Known) -> list[str]:
    return [draft.path for draft in drafts if draft.customer_id not in known.ids]


def _alike(look: Look, customer: Customer, known: Known) -> tuple[Alike, ...]:
    """Return who may be the same person: who looks alike, and who shares what is theirs."""
    why = traces.sharers(look, known)
    for pair in merging.suggestions(look, of=customer.id, most=len(why) + merging.MOST).pairs:
        for side in (pair.kept, pair.gone):
            if side.customer.id != customer.id and pair.likeness:
                why[side.customer.id] = pair.likeness.why
    apart = alike.told_apart(look)
    wanted = [
        other
        for other in sorted(why)
        if (min(other, customer.id), max(other, customer.id)) not in apart
    ]
    return tuple(
        Alike(id=other, name=side.customer.full_name, why=why[other])
        for other, side in sorted(alike.sides(look, wanted).items())
    )


def check_name(customer: Customer, typed: str) -> None:
    """See to it that the full name was typed.

    Raises:
        NameDiffers: it was not.

    """
    if " ".join(typed.split()) != " ".join(customer.name.split()):
        raise NameDiffers(customer)


def chosen(
    places: Sequence[Place], *, everywhere: bool, asked: Callable[[Place], bool] | None
) -> Singles:
    """Return from which texts a first or last name alone goes: all, those said yes to, or none."""
    if everywhere or asked is None:
        return Singles(everywhere=everywhere)
    rows: dict[tuple[str, int], bool] = {}
    for place in places:
        if not rows.get(place.key):
            rows[place.key] = asked(place)
    return Singles(places=tuple(place for place in places if rows[place.key]))


def erase(
    change: "Change", planned: Plan, *, singles: Singles, leader_id: int, day: date
) -> Cleaned:
    """Erase a customer for good, in the journal too.

    Raises:
        ChangedMeanwhile: they are not as they were when they were shown.

    """
    known = traces.known_of(change, planned.customer.id)
    if known.names[0] != planned.known.names[0]:
        raise ChangedMeanwhile(planned.customer)
    change.summary = "erased a customer"
    return erasing.erase(change, known, leader_id=leader_id, day=day, singles=singles)


def look_again(book: Book, planned: Plan, cleaned: Cleaned, *, day: date) -> Erased:
    """Return what was done, after the file of the book was searched for what should be gone."""
    known = planned.known
    searched = leftovers.search(book, known.needles)
    remaining = traces.places(book.look(), Wiper(known.person), known)
    return Erased(plan=planned, cleaned=cleaned, day=day, searched=searched, remaining=remaining)


def _names(wiper: Wiper, text: str) -> bool:
    return wiper.may_be_in(text) and wiper.holds(text)
