"""What the facts say of the rhythms of many customers at once, in one pass and in little memory.

Everything that can be derived is derived here, whether it is one customer after a call, or the
whole book: blocks of customers by their ids, each with its facts in order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from dailycontact.core.rhythm import Beat, Happening, begin, fold
from dailycontact.store import calendar, indexes
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look
from dailycontact.store.whereabouts import Whereabouts, numbers_of

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

BLOCK = 5_000
"""Customers that are read at once."""

FEW = 500
"""Days that are looked up by name; for more of them the calendar is read whole."""

MANY = 50_000
"""Customers whose rhythm changes, from which on the indexes are made anew behind them."""

CACHE = -131_072
"""Kibibytes of pages that SQLite keeps while everybody is written: indexes are touched all over."""

OPEN = (
    "do_not_contact_on IS NULL AND left_on IS NULL"
    " AND (paused_on IS NULL OR paused_until IS NOT NULL)"
    " AND EXISTS (SELECT 1 FROM phone"
    " WHERE phone.customer_id = customer.id AND phone.wrong_on IS NULL)"
)
"""Who can be phoned at all: nobody who refused, is paused for good, has left, or has no number.
A pause with an end is a matter of the clock, so that it ends by itself."""

COLUMNS = (
    *("beat", "open", "clock", "eligible_from", "promised_on", "misses", "skips"),
    *("conversations", "last_on", "reach"),
)
"""The columns that are derived here."""

_STORED = ", ".join(f"customer.{name}" for name in COLUMNS)
_CUSTOMERS = (
    "SELECT customer.id, customer.name, customer.joined_on, customer.head_start,"  # noqa: S608 - our own text
    " customer.country, customer.zone, customer.hours,"
    f" COALESCE(customer.cadence, segment.cadence, :usual), CASE WHEN {OPEN} THEN 1 ELSE 0 END,"
    " (SELECT MIN(due_on) FROM promise WHERE promise.customer_id = customer.id"
    "  AND kind = 'call-back' AND settled_on IS NULL),"
    " (SELECT MAX(day) FROM call WHERE call.customer_id = customer.id AND outcome = 'reached'),"
    f" {_STORED} FROM customer LEFT JOIN segment ON segment.id = customer.segment_id"
)
_SAID = 11
"""Behind so many columns of `_CUSTOMERS` come those that are stored."""
_FACTS = "SELECT customer_id, day, what, cadence, luck, waits FROM rhythm_fact"

_WHATS = {what.value: what for what in Happening}

_Row = tuple[Any, ...]


class Derived(NamedTuple):
    """A customer's derived columns: as they are stored, and as the facts have them."""

    customer_id: int
    name: str
    stored: tuple[Any, ...]
    facts: tuple[Any, ...]

    @property
    def is_right(self) -> bool:
        """Whether what is stored is what the facts say."""
        return self.stored == self.facts

    @property
    def wrong(self) -> tuple[str, ...]:
        """The columns that are not what the facts say."""
        pairs = zip(COLUMNS, self.stored, self.facts, strict=True)
        return tuple([column for column, stored, said in pairs if stored != said])


def derived(
    look: Look,
    customer_ids: Iterable[int] | None = None,
    *,
    usual: int,
    whereabouts: Whereabouts | None = None,
) -> Iterator[Derived]:
    """Yield what the facts say of these customers' rhythms, of everybody's for None, by id.

    `usual` is the book's cadence in working days. Without `whereabouts`, they are where they were
    before. Memory is bounded by a block of customers.
    """
    numbers = _Numbers(look)
    blocks = _everybody(look, usual) if customer_ids is None else _these(look, customer_ids, usual)
    for customers, facts in blocks:
        numbers.learn(customers, facts)
        happened = {each: list(rows) for each, rows in groupby(facts, key=itemgetter(0))}
        there = _there(look, whereabouts, customers) if whereabouts else {}
        for row in customers:
            reach = there[row[0]] if whereabouts else row[-1]
            yield _derived(row, happened.get(row[0], ()), numbers, reach)


def write(
    change: "Change",
    customer_ids: Iterable[int] | None = None,
    *,
    usual: int,
    same_place: bool = False,
) -> tuple[int, bool]:
    """Store what the facts say of these customers (None: of all) where it is not stored yet.

    With `same_place`, where they are need not be asked. Returns how many were not as the facts
    say, and whether that moved anybody who can be phoned.
    """
    count, moved = 0, False
    whereabouts = None if same_place else Whereabouts(change, change=change)
    every = derived(change, customer_ids, usual=usual, whereabouts=whereabouts)
    wrong = (one for one in every if not one.is_right)
    aside: tuple[str, ...] = ()
    while block := list(islice(wrong, BLOCK)):
        if count >= MANY and not aside and change.is_embedded:
            aside = indexes.put_aside(change, ("customer",))
        moved = _store(change, block) or moved
        count += len(block)
    indexes.put_back(change, aside)
    return count, moved


def _store(change: "Change", block: Iterable[Derived]) -> bool:
    """Store the columns that are wrong; return whether one of them is who can be phoned."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for one in block:
        said = dict(zip(COLUMNS, one.facts, strict=True), id=one.customer_id)
        alike.setdefault(one.wrong, []).append(said)
    for columns, values in alike.items():
        listed = ", ".join(f"{name} = :{name}" for name in columns)
        change.run_many(f"UPDATE customer SET {listed} WHERE id = :id", values)  # noqa: S608 - our own names
    return any("open" in columns for columns in alike)


def keep_pages(change: "Change") -> None:
    """Let SQLite keep more pages in memory for a change in which everybody is written."""
    if change.is_embedded:
        change.run(f"PRAGMA cache_size={CACHE}")


def _everybody(look: Look, usual: int) -> Iterator[tuple[list[_Row], list[_Row]]]:
    """Yield all customers, block by block in the order of their ids, with their facts."""
    last = 0
    while customers := look.tuples(
        f"{_CUSTOMERS} WHERE customer.id > :after ORDER BY customer.id LIMIT {BLOCK}",
        after=last,
        usual=usual,
    ):
        first, last = customers[0][0], customers[-1][0]
        facts = look.tuples(
            f"{_FACTS} WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id, number",
            first=first,
            last=last,
        )
        yield customers, facts


def _these(
    look: Look, customer_ids: Iterable[int], usual: int
) -> Iterator[tuple[list[_Row], list[_Row]]]:
    """Yield these customers, block by block, with their facts."""
    every: Sequence[int] = list(dict.fromkeys(customer_ids))
    for start in range(0, len(every), BLOCK):
        listed, values = look.listing(every[start : start + BLOCK])
        customers = f"{_CUSTOMERS} WHERE customer.id IN ({listed}) ORDER BY customer.id"
        facts = f"{_FACTS} WHERE customer_id IN ({listed}) ORDER BY customer_id, number"
        yield look.tuples(customers, usual=usual, **values), look.tuples(facts, **values)


def _there(look: Look, whereabouts: Whereabouts, customers: Iterable[_Row]) -> dict[int, int]:
    """Return the reach of these customers, by id."""
    found: dict[int, int] = {}
    asked = []
    for row in customers:
        settled = whereabouts.settled(*row[4:7])
        if settled is None:
            asked.append(row)
        else:
            found[row[0]] = settled
    numbers = numbers_of(look, [row[0] for row in asked])
    for customer_id, _, _, _, country, zone, hours, *_ in asked:
        found[customer_id] = whereabouts.of(
            country=country, zone=zone, hours=hours, numbers=numbers.get(customer_id, ())
        )
    return found


def _derived(row: _Row, facts: Iterable[_Row], numbers: "_Numbers", reach: int) -> Derived:
    customer_id, name, joined_on, head_start, _, _, _, beat, is_open, promised_on, last_on = row[
        :_SAID
    ]
    start = begin(number=numbers.of(joined_on), started_with=head_start)
    # By their days: what is written down late says nothing of what came after it.
    in_order = sorted(facts, key=itemgetter(1))
    rhythm = fold(start, [_beat(fact, numbers.of) for fact in in_order])
    first = rhythm.eligible_from(beat)
    facts_say = (
        beat,
        is_open,
        rhythm.clock,
        # Whoever is promised a call on a day is not rung before it.
        first if promised_on is None else max(first, numbers.of_next_workday(promised_on)),
        promised_on,
        rhythm.misses,
        rhythm.skips,
        rhythm.conversations,
        last_on,
        reach,
    )
    return Derived(customer_id, name, row[_SAID:], facts_say)


def _beat(fact: _Row, number_of: Callable[[str], int]) -> Beat:
    _, day, what, cadence, luck, waits = fact
    return Beat(what=_WHATS[what], number=number_of(day), cadence=cadence, waits=waits, luck=luck)


class _Numbers:
    """The numbers of stored days, looked up together, so that a long history costs one question."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._known: dict[str, int] = {}
        self._whole = False

    def learn(self, customers: Iterable[_Row], facts: Iterable[_Row]) -> None:
        """Look up the days of these customers and facts; for many of them, the whole calendar."""
        if self._whole:
            return
        days = {row[2] for row in customers} | {fact[1] for fact in facts}
        missing = sorted(days - self._known.keys())
        if not missing:
            return
        self._whole = len(missing) > FEW
        if self._whole:
            rows = self._look.rows("SELECT day, number FROM workday")
        else:
            rows = self._look.among("SELECT day, number FROM workday WHERE day IN ({})", missing)
        self._known.update((row["day"], row["number"]) for row in rows)

    def of(self, day: str) -> int:
        """Return the number of a day; beyond the calendar it is counted."""
        found = self._known.get(day)
        if found is None:
            found = self._known[day] = calendar.number_of(self._look, day_of(day))
        return found

    def of_next_workday(self, day: str) -> int:
        """Return the number of a day, or of the next working day where it does not count."""
        found = calendar.workday(self._look, day_of(day))
        return found.number + (not found.works)
