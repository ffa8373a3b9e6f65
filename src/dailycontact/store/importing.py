"""People brought in from a file: new ones in bulk, changes row by row, and all of it journalled.

New rows get ids in one run, so that the journal takes a line a table for them and undo takes
them back whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dailycontact.core.capacity import affordable_cadence, density
from dailycontact.core.rhythm import Happening, draws, head_start
from dailycontact.store import calendar, capacity, former, indexes, projection, rhythms, whereabouts
from dailycontact.store.customers import count_without_phone
from dailycontact.store.entries import waits_until
from dailycontact.store.forms import day_of
from dailycontact.store.known import AT_ONCE, Picture, taken_ids
from dailycontact.store.looking import Look, names
from dailycontact.store.newcomers import (
    BEAT,
    COLUMNS,
    Address,
    Newcomer,
    Number,
    joined,
    opens,
    told,
)
from dailycontact.store.refusals import refuse
from dailycontact.store.refused_alike import refuse_alike
from dailycontact.store.settings import book_settings
from dailycontact.store.whereabouts import Whereabouts

if TYPE_CHECKING:
    from dailycontact.store.changing import Change

CACHE = -32_768
"""Kibibytes of pages that SQLite keeps while it imports, instead of its usual two thousand."""

MANY = 5_000
"""Rows from which on it saves time to make the indexes of an empty book last."""

GOOD_GUESS = 0.01
"""How far the load may be from what was guessed, before the newcomers are spread again."""


@dataclass(frozen=True, kw_only=True)
class Turns:
    """How many customers can be phoned, by cadence (working days), and how many cannot.

    `without_zone` of those who can be phoned could be in several zones. `calls_a_day` are the
    conversations that a working day brings.
    """

    by_cadence: Mapping[int, int]
    without_phone: int
    without_zone: int
    calls_a_day: float

    @property
    def customers(self) -> int:
        """How many can be phoned."""
        return sum(self.by_cadence.values())

    @property
    def load(self) -> float:
        """Turns that come up a working day ÷ conversations that a day brings."""
        return density(self.by_cadence) / self.calls_a_day


def turns(look: Look) -> Turns:
    """Return how often whom can be phoned."""
    rows = look.rows(
        "SELECT beat, COUNT(*) AS customers FROM customer WHERE open = 1 GROUP BY beat"
    )
    return Turns(
        by_cadence={row["beat"]: row["customers"] for row in rows},
        without_phone=count_without_phone(look, most=None),
        without_zone=whereabouts.unclear(look),
        calls_a_day=capacity.calls_a_day(look),
    )


def segments(look: Look) -> list[tuple[int, str, int | None]]:
    """Return the id, the name and the cadence of every segment."""
    rows = look.rows("SELECT id, name, cadence FROM segment ORDER BY id")
    return [(row["id"], row["name"], row["cadence"]) for row in rows]


class Arrivals:
    """The customers that one file brings into the book, inside one change."""

    def __init__(
        self, change: "Change", *, source: str, day: date, most: int, with_phones: bool
    ) -> None:
        """Begin to bring in `most` customers at the most, who joined on `day`."""
        self._change = change
        self._source = source
        self._day = day.isoformat()
        self._number = calendar.number_of(change, day)
        self._seed = book_settings(change).seed
        self._whereabouts = Whereabouts(change, change=change)
        self._usual, self._load = _guessed(change, most if with_phones else 0)
        self._first = {table: _free_id(change, table) for table in COLUMNS}
        self._next = dict(self._first)
        self._touched: set[int] = set()
        self._renumbered: set[int] = set()
        self._some_refuse = False
        self._told: dict[int, str | None] = {}
        if change.is_embedded:
            change.run(f"PRAGMA cache_size={CACHE}")
        empty = change.is_embedded and set(self._first.values()) == {1}
        self._aside = indexes.put_aside(change, COLUMNS) if empty and most >= MANY else ()

    def add_segment(self, name: str) -> int:
        """Add a segment without a cadence of its own; return its id."""
        return self._change.add("segment", name=name)

    @property
    def next_id(self) -> int:
        """The id that the next newcomer gets."""
        return self._next["customer"]

    def add(self, newcomers: Sequence[Newcomer]) -> None:
        """Add customers; their rhythm is set when all have come."""
        if not newcomers:
            return
        first = self._next["customer"]
        self._insert("customer", self._customers(first, newcomers))
        phones = [
            (at, place, *number)
            for at, one in enumerate(newcomers, first)
            for place, number in enumerate(one.phones, start=1)
        ]
        emails = [
            (at, place, *address)
            for at, one in enumerate(newcomers, first)
            for place, address in enumerate(one.emails, start=1)
        ]
        self._insert_rows("phone", phones)
        self._insert_rows("email", emails)
        self.add_keys([(at, one.key) for at, one in enumerate(newcomers, first)])
        for at, one in enumerate(newcomers, first):
            if one.more:
                self._told[at] = one.more.get("paused_until") if one.more.get("paused_on") else ""
        others = [(at, *each) for at, one in enumerate(newcomers, first) for each in one.other_ids]
        self.add_other_ids(others)
        self._some_refuse = self._some_refuse or any(one.refused_on for one in newcomers)

    def change(self, picture: Picture, columns: Mapping[str, Any]) -> None:
        """Change columns of a customer."""
        self._update("customer", picture.facts, columns)
        self._touched.add(picture.id)

    def change_phone(self, customer_id: int, phone: Mapping[str, Any], number: Number) -> None:
        """Put another number in the place of one."""
        columns = number._asdict() | {"wrong_on": None}
        self._update("phone", phone, columns)
        self._touched.add(customer_id)
        self._renumbered.add(customer_id)

    def change_email(self, email: Mapping[str, Any], address: Address) -> None:
        """Put another address in the place of one."""
        self._update("email", email, address._asdict())

    def refuse(self, customer_id: int, *, day: date, why: str | None) -> None:
        """Record that a customer does not want to be phoned, and end what waits for them."""
        refuse(self._change, customer_id, day=day, why=why)
        self._some_refuse = True

    def add_phones(self, picture: Picture, numbers: Sequence[Number]) -> None:
        """Give a customer more numbers, behind those they have."""
        place = max((phone["position"] for phone in picture.phones), default=0)
        rows = [(picture.id, place + n, *one) for n, one in enumerate(numbers, 1)]
        self._insert_rows("phone", rows)
        self._touched.add(picture.id)
        self._renumbered.add(picture.id)

    def add_emails(self, picture: Picture, addresses: Sequence[Address]) -> None:
        """Give a customer more e-mail addresses, behind those they have."""
        place = max((email["position"] for email in picture.emails), default=0)
        rows = [(picture.id, place + n, *one) for n, one in enumerate(addresses, 1)]
        self._insert_rows("email", rows)

    def add_keys(self, keys: Sequence[tuple[int, str]]) -> None:
        """Note who some customers (ids) are in this source."""
        self._insert_rows("external_id", [(at, self._source, key) for at, key in keys])

    def add_other_ids(self, ids: Sequence[tuple[int, str, str]]) -> None:
        """Note who some customers (ids) are in other sources, unless somebody is that already."""
        if not ids:
            return
        taken = taken_ids(self._change, ids)
        free = {(source, value): at for at, source, value in ids if (source, value) not in taken}
        self._insert_rows("external_id", [(at, *each) for each, at in free.items()])

    @property
    def newcomers(self) -> range:
        """The ids of those who have come so far."""
        return range(self._first["customer"], self._next["customer"])

    def settle(self) -> Turns:
        """Give everybody their rhythm, and note the runs of new rows; return whose turns come."""
        indexes.put_back(self._change, self._aside)
        if self._some_refuse:
            refuse_alike(self._change, first=self._first["customer"])
        self._refresh()
        self._try_again()
        usual = rhythms.spread_usual_cadence(self._change)
        found = turns(self._change)
        load = max(1.0, found.load)
        if usual != self._usual or abs(load - self._load) > self._load * GOOD_GUESS:
            self._spread(load)
        self._pause()
        self._note_runs()
        return found

    def _customers(self, first: int, newcomers: Sequence[Newcomer]) -> Sequence[Sequence[Any]]:
        """Return the columns of these customers, in the order of COLUMNS and without their ids."""
        every = list(zip(*newcomers, strict=True))
        beats = [beat or self._usual for beat in every[BEAT]]
        lucks = draws(self._seed, range(first, first + len(newcomers)), 0)
        starts = [
            head_start(beat, luck=luck, load=self._load)
            for beat, luck in zip(beats, lucks, strict=True)
        ]
        return (
            *every[1:BEAT],
            beats,
            opens(newcomers),
            joined(newcomers, self._day),
            starts,
            [self._number - start for start in starts],
            (self._number,) * len(newcomers),
            list(map(self._reach, newcomers)),
            *told(newcomers),
        )

    def _reach(self, one: Newcomer) -> int:
        hours = one.more.get("hours") if one.more else None
        return self._whereabouts.of(
            country=one.country, zone=one.zone, hours=hours, numbers=one.numbers
        )

    def _spread(self, load: float) -> None:
        """Spread the new ones again, now that it is known how many there are."""
        rows = self._change.rows(
            "SELECT id, beat FROM customer WHERE id >= :first AND id < :end",
            first=self._first["customer"],
            end=self._next["customer"],
        )
        lucks = draws(self._seed, [row["id"] for row in rows], 0)
        values = []
        for row, luck in zip(rows, lucks, strict=True):
            start = head_start(row["beat"], luck=luck, load=load)
            values.append({"id": row["id"], "start": start, "clock": self._number - start})
        self._change.run_many(
            "UPDATE customer SET head_start = :start, clock = :clock WHERE id = :id", values
        )

    def _insert_rows(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            self._insert(table, list(zip(*rows, strict=True)))

    def _insert(self, table: str, columns: Sequence[Sequence[Any]]) -> None:
        """Give the rows, column by column and without their ids, the next ids, and store them."""
        first = self._next[table]
        end = first + len(columns[0])
        numbered = (range(first, end), *columns)
        self._change.insert_columns(table, dict(zip(COLUMNS[table], numbered, strict=True)))
        self._next[table] = end

    def _update(self, table: str, facts: Mapping[str, Any], columns: Mapping[str, Any]) -> None:
        changed = ", ".join(f"{name} = :{name}" for name in columns)
        self._change.run(f"UPDATE {table} SET {changed} WHERE id = :id", id=facts["id"], **columns)  # noqa: S608 - our own names
        self._change.note_change(table, facts["id"], dict(facts), {**facts, **columns})

    def _refresh(self) -> None:
        """Derive anew what a file can change in the rhythm of those who were there before."""
        every = sorted(self._touched)
        for start in range(0, len(every), AT_ONCE):
            listed, values = names("id", every[start : start + AT_ONCE])
            self._change.run(
                f"UPDATE customer SET open = CASE WHEN {projection.OPEN} THEN 1 ELSE 0 END,"  # noqa: S608 - our own text
                " beat = COALESCE(cadence, (SELECT segment.cadence FROM segment"
                f" WHERE segment.id = customer.segment_id), :usual) WHERE id IN ({listed})",
                usual=self._usual,
                **values,
            )
            self._whereabouts.place(self._change, every[start : start + AT_ONCE])

    def _try_again(self) -> None:
        """Let those who were missed, and have another number now, be tried at once."""
        every = sorted(self._renumbered)
        for start in range(0, len(every), AT_ONCE):
            listed, values = names("id", every[start : start + AT_ONCE])
            missed = self._change.rows(
                f"SELECT id FROM customer WHERE misses > 0 AND id IN ({listed})",  # noqa: S608 - placeholders only
                **values,
            )
            for row in missed:
                rhythms.happened(self._change, row["id"], Happening.CHECKED, day=day_of(self._day))

    def _pause(self) -> None:
        """Let time stand still for newcomers who are paused; count for others from their day."""
        for customer_id, until in self._told.items():
            if until == "" or (until is not None and until <= self._day):
                continue
            waits = waits_until(self._change, day_of(self._day), day_of(until)) if until else 0
            rhythms.happened(
                self._change, customer_id, Happening.PAUSE, day=day_of(self._day), waits=waits
            )
        rhythms.refresh(self._change, self._told)

    def _note_runs(self) -> None:
        for table in COLUMNS:
            first, last = self._first[table], self._next[table] - 1
            if last < first:
                continue
            self._change.note_run(table, first, last)
            former.count_on(self._change, table, after=last)


def _guessed(look: Look, expected: int) -> tuple[int, float]:
    """Guess the book's cadence and load when so many more have come.

    Guessed right, as for a file without mistakes, nothing need be written into each row again.
    """
    there = turns(look)
    said = book_settings(look).cadence
    usual = said or affordable_cadence(there.customers + expected)
    return usual, max(1.0, there.load + expected / usual / there.calls_a_day)


def _free_id(look: Look, table: str) -> int:
    if table == "customer":
        return former.last_number(look) + 1
    last = look.value(f"SELECT MAX(id) AS value FROM {table}")  # noqa: S608 - our own names
    return int(last or 0) + 1
