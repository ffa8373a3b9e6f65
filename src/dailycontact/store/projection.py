"""What the facts say of the rhythms of many customers at once, in one pass and in little memory.

Everything that can be derived is derived here, whether it is one customer after a call, or the
whole book: blocks of customers by their ids, each with its facts in order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from dailycontact.core.rhythm import Beat, Happening, begin, fold
from dailycontact.store import calendar
from dailycontact.store.forms import day_of
from dailycontact.store.looking import Look, Row
from dailycontact.store.whereabouts import Whereabouts

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

BLOCK = 5_000
"""Customers that are read at once."""

FEW = 500
"""Days that are looked up by name; for more of them the calendar is read whole."""

CACHE = -65_536
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

_STORED = ", ".join(f"customer.{name} AS stored_{name}" for name in COLUMNS)
_CUSTOMERS = (
    f"SELECT customer.id, customer.name, customer.joined_on, customer.head_start, {_STORED},"  # noqa: S608 - our own text
    " customer.country, customer.zone, customer.hours,"
    " COALESCE(customer.cadence, segment.cadence, :usual) AS beat,"
    f" CASE WHEN {OPEN} THEN 1 ELSE 0 END AS open,"
    " (SELECT MIN(due_on) FROM promise WHERE promise.customer_id = customer.id"
    "  AND kind = 'call-back' AND settled_on IS NULL) AS promised_on,"
    " (SELECT MAX(day) FROM call WHERE call.customer_id = customer.id"
    "  AND outcome = 'reached') AS last_on"
    " FROM customer LEFT JOIN segment ON segment.id = customer.segment_id"
)
_FACTS = "SELECT customer_id, day, what, cadence, luck, waits FROM rhythm_fact"

_UPDATE = f"UPDATE customer SET {', '.join(f'{name} = :{name}' for name in COLUMNS)} WHERE id = :id"  # noqa: S608 - our own names
_stored = itemgetter(*(f"stored_{name}" for name in COLUMNS))
_WHATS = {what.value: what for what in Happening}


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
    def values(self) -> dict[str, Any]:
        """What is to be stored, by column, and the id."""
        return dict(zip(COLUMNS, self.facts, strict=True), id=self.customer_id)

    @property
    def wrong(self) -> list[str]:
        """The columns that are not what the facts say."""
        pairs = zip(COLUMNS, self.stored, self.facts, strict=True)
        return [column for column, stored, said in pairs if stored != said]


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
        happened = {
            customer_id: list(rows)
            for customer_id, rows in groupby(facts, itemgetter("customer_id"))
        }
        there = whereabouts.of_all(customers) if whereabouts else {}
        for row in customers:
            reach = there.get(row["id"], row["stored_reach"])
            yield _derived(row, happened.get(row["id"], ()), numbers.of, reach)


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
    while block := list(islice(wrong, BLOCK)):
        change.run_many(_UPDATE, [one.values for one in block])
        count += len(block)
        moved = moved or any("open" in one.wrong for one in block)
    return count, moved


def keep_pages(change: "Change") -> None:
    """Let SQLite keep more pages in memory for a change in which everybody is written."""
    if change.is_embedded:
        change.run(f"PRAGMA cache_size={CACHE}")


def _everybody(look: Look, usual: int) -> Iterator[tuple[list[Row], list[Row]]]:
    """Yield all customers, block by block in the order of their ids, with their facts."""
    last = 0
    while customers := look.rows(
        f"{_CUSTOMERS} WHERE customer.id > :after ORDER BY customer.id LIMIT {BLOCK}",
        after=last,
        usual=usual,
    ):
        first, last = customers[0]["id"], customers[-1]["id"]
        yield (
            customers,
            look.rows(
                f"{_FACTS} WHERE customer_id BETWEEN :first AND :last ORDER BY customer_id, number",
                first=first,
                last=last,
            ),
        )


def _these(
    look: Look, customer_ids: Iterable[int], usual: int
) -> Iterator[tuple[list[Row], list[Row]]]:
    """Yield these customers, block by block, with their facts."""
    every: Sequence[int] = list(dict.fromkeys(customer_ids))
    for start in range(0, len(every), BLOCK):
        some = every[start : start + BLOCK]
        customers = f"{_CUSTOMERS} WHERE customer.id IN ({{}}) ORDER BY customer.id"
        facts = f"{_FACTS} WHERE customer_id IN ({{}}) ORDER BY customer_id, number"
        yield look.among(customers, some, usual=usual), look.among(facts, some)


def _derived(
    row: Row, facts: Iterable[Row], number_of: Callable[[str], int], reach: int
) -> Derived:
    start = begin(number=number_of(row["joined_on"]), started_with=row["head_start"])
    rhythm = fold(start, [_beat(fact, number_of) for fact in facts])
    beat = row["beat"]
    return Derived(
        row["id"],
        row["name"],
        _stored(row),
        (
            beat,
            row["open"],
            rhythm.clock,
            rhythm.eligible_from(beat),
            row["promised_on"],
            rhythm.misses,
            rhythm.skips,
            rhythm.conversations,
            row["last_on"],
            reach,
        ),
    )


def _beat(fact: Row, number_of: Callable[[str], int]) -> Beat:
    return Beat(
        what=_WHATS[fact["what"]],
        number=number_of(fact["day"]),
        cadence=fact["cadence"],
        waits=fact["waits"],
        luck=fact["luck"],
    )


class _Numbers:
    """The numbers of stored days, looked up together, so that a long history costs one question."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._known: dict[str, int] = {}
        self._whole = False

    def learn(self, customers: Iterable[Row], facts: Iterable[Row]) -> None:
        """Look up the days of these customers and facts; for many of them, the whole calendar."""
        if self._whole:
            return
        days = {row["joined_on"] for row in customers} | {fact["day"] for fact in facts}
        missing = sorted(days - self._known.keys())
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
