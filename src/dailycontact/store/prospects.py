"""Who can come up in the days to come: of a million customers, the few thousand that matter.

Within one class (whose customers, which cadence, which hours) they come up in the order of the
clock. So many picks can get no further than so many customers into a class: whoever stands behind
them there, waits on. Those are not read.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dailycontact.core.future import Person
from dailycontact.core.rhythm import Rhythm, minimum_gap
from dailycontact.store import calendar
from dailycontact.store.forms import day_of, day_or_none
from dailycontact.store.looking import Look, Row

MOST = 100_000
"""Customers that are held in memory at the most: where there are so many classes that each could
be gone through, a simulation takes its customers from all of them."""

FEWEST = 200
"""Customers of one class that are read in any case."""

_COLUMNS = (
    "SELECT id, segment_id, beat, reach, clock, eligible_from, misses, skips, conversations,"
    " last_on, joined_on, promised_on FROM customer"
)


@dataclass(frozen=True, kw_only=True)
class Prospect:
    """A customer who can come up; `since` is the working day from which their waiting counts.

    That of the last conversation, or on which they came into the book.
    """

    person: Person
    segment: str
    since: int


def prospects(
    look: Look, *, leader_id: int | None, number: int, picks: int
) -> tuple[Prospect, ...]:
    """Return those who can come up in so many picks from working day `number` on.

    Of the customers of a leader, or (None) of those who are anybody's.
    """
    whose = "leader_id IS NULL" if leader_id is None else f"leader_id = {leader_id:d}"
    classes = list(_classes(look, whose))
    each = min(picks, max(FEWEST, MOST // max(1, len(classes))))
    read = _reader(look)
    found: dict[int, Prospect] = {}
    for one in classes:
        rows = _of_class(look, one, whose, number=number, each=each)
        found |= {row["id"]: read(row) for row in rows if row["id"] not in found}
    called_back = look.rows(
        # The plus keeps SQLite to the index of the few who were promised something.
        f"{_COLUMNS} WHERE promised_on > '' AND +open = 1 AND +{whose} ORDER BY id"
    )
    found |= {row["id"]: read(row) for row in called_back if row["id"] not in found}
    return tuple(found.values())


def these(look: Look, customer_ids: Iterable[int]) -> tuple[Prospect, ...]:
    """Return these customers, those of them who can be phoned."""
    read = _reader(look)
    rows = (
        look.row(f"{_COLUMNS} WHERE id = :id AND open = 1", id=customer_id)
        for customer_id in customer_ids
    )
    return tuple(read(row) for row in rows if row is not None)


def _classes(look: Look, whose: str) -> Iterator[tuple[int, int]]:
    """Yield each cadence with each reach, leaping along the index from one to the next."""
    of = f"SELECT beat, reach FROM customer WHERE open = 1 AND {whose}"  # noqa: S608 - our own text
    row = look.row(f"{of} ORDER BY beat, reach LIMIT 1")
    while row is not None:
        beat, reach = row["beat"], row["reach"]
        yield beat, reach
        row = look.row(
            f"{of} AND beat = :beat AND reach > :reach ORDER BY reach LIMIT 1",
            beat=beat,
            reach=reach,
        ) or look.row(f"{of} AND beat > :beat ORDER BY beat, reach LIMIT 1", beat=beat)


def _of_class(
    look: Look, one: tuple[int, int], whose: str, *, number: int, each: int
) -> Sequence[Row]:
    """Return the first of a class: who may be tried, by the clock; the rest, by their day."""
    of_class = f"{_COLUMNS} WHERE open = 1 AND {whose} AND beat = :beat AND reach = :reach"
    values = {"beat": one[0], "reach": one[1], "number": number}
    ready = look.rows(
        # The plus keeps SQLite to the index in the order of the clock.
        f"{of_class} AND +eligible_from <= :number ORDER BY clock, id LIMIT {each}",
        **values,
    )
    waiting = look.rows(
        f"{of_class} AND eligible_from > :number ORDER BY eligible_from, id LIMIT {each}",
        **values,
    )
    return [*ready, *waiting]


def _reader(look: Look) -> Callable[[Row], Prospect]:
    numbered = _numbers(look)
    names = {row["id"]: row["name"] for row in look.rows("SELECT id, name FROM segment")}

    def read(row: Row) -> Prospect:
        last_on = day_or_none(row["last_on"])
        promised_on = day_or_none(row["promised_on"])
        spoken = None if last_on is None else numbered(last_on)
        return Prospect(
            person=Person(
                customer_id=row["id"],
                cadence=row["beat"],
                rhythm=_rhythm(row, spoken),
                reach=row["reach"],
                promised_on=None if promised_on is None else numbered(promised_on),
            ),
            segment=names.get(row["segment_id"], ""),
            since=numbered(day_of(row["joined_on"])) if spoken is None else spoken,
        )

    return read


def _rhythm(row: Row, spoken: int | None) -> Rhythm:
    """Return the rhythm of a row: its first day is that of the gap, or that of a miss or a skip."""
    gate = row["eligible_from"]
    if spoken is not None:
        gap = minimum_gap(row["beat"])
        # Told since, and not asked: the gap is still that of the conversation before.
        spoken = min(spoken, gate - gap)
        gate = spoken if gate == spoken + gap else gate
    return Rhythm(
        clock=row["clock"],
        gate=gate,
        spoken_on=spoken,
        misses=row["misses"],
        skips=row["skips"],
        conversations=row["conversations"],
    )


def _numbers(look: Look) -> Callable[[date], int]:
    """Return what numbers days: the calendar is read once."""
    known = {day_of(row["day"]): int(row["number"]) for row in look.rows("SELECT * FROM workday")}

    def number(day: date) -> int:
        if day not in known:
            known[day] = calendar.number_of(look, day)
        return known[day]

    return number
