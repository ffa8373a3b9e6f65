"""The lanes on which the product itself chooses: its rows, and its line in memory."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, time, timedelta
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

from dailycontact.ask.rule import Conversation
from dailycontact.ask.usecases.log import log
from dailycontact.core.call import Outcome
from dailycontact.core.future import Line, Person
from dailycontact.core.rhythm import CALLS_A_DAY, Happening, begin, draw, head_start
from dailycontact.core.turn import Pick
from dailycontact.pick.usecases.skip import skip
from dailycontact.pick.usecases.today import today as morning
from dailycontact.store import calendar, picks
from dailycontact.store.book import Book
from dailycontact.store.changing import Change
from dailycontact.store.forms import stored_all
from dailycontact.store.importing import Arrivals
from dailycontact.store.looking import Row, SqliteLook
from dailycontact.store.newcomers import Newcomer, Number
from properties.life import MORNING
from properties.reference import LATER, MISSED, REACHED, SKIPPED
from support.builders import MONDAY

LEADER = 1
LONDON = ZoneInfo("Europe/London")
HOURS = {MORNING: time(10), "afternoon": time(15)}
STEPS_AT_ONCE = 300
"""Calls that one change takes in."""

HAPPENINGS = {
    REACHED: Happening.CONVERSATION,
    LATER: Happening.LATER,
    MISSED: Happening.MISS,
    SKIPPED: Happening.SKIP,
}


class Inside(SqliteLook):
    """Looks at a book through the connection of a change, and reserves in its transaction."""

    def rows(self, sql: str, /, **values: Any) -> list[Row]:
        """Return the rows that `sql` gives."""
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        return cursor.execute(sql, stored_all(values)).fetchall()

    def reserve(self, sql: str, /, **values: Any) -> int:
        """Run one statement; return how many rows it changed."""
        return self._connection.execute(sql, stored_all(values)).rowcount


class Stored:
    """The product on its rows: it looks in them for whom to propose, and each call is logged."""

    def __init__(self, book: Book) -> None:
        """Begin to live in a book."""
        self.book = book
        self.days = {
            row["number"]: date.fromisoformat(row["day"])
            for row in book.look().rows("SELECT number, day FROM workday WHERE why_not IS NULL")
        }

    def next(self, today: int, half: str, seen: set[int]) -> tuple[int, str] | None:
        """Return whom the book proposes; it knows by itself who was proposed already."""
        pick = self.propose(self.days[today], self._at(today, half))
        assert pick is None or pick.customer_id not in seen
        return None if pick is None else (pick.customer_id, pick.reason.value)

    def propose(self, day: date, at: datetime) -> Pick | None:
        """Ask whom to phone, as `today` does."""
        return morning(self.book.look(), leader_id=LEADER, day=day, now=at).pick

    @contextmanager
    def change(self, at: datetime) -> Iterator[Change]:
        """Yield a change at an instant."""
        with self.book.change("log", leader_id=LEADER, at=at) as change:
            yield change

    def record(self, who: int, what: str, today: int, half: str, back: int | None) -> None:
        """Log a call, or skip somebody."""
        day = self.days[today]
        with self.change(self._at(today, half)) as change:
            if what == SKIPPED:
                skip(change, leader_id=LEADER, day=day, reason=None, tomorrow=False)
                return
            call_back = None if back is None else self.days[back]
            conversation = Conversation(
                outcome=Outcome(what), day=day, customer_id=who, call_back=call_back
            )
            log(change, conversation, leader_id=LEADER, today=day)

    def _at(self, today: int, half: str) -> datetime:
        return datetime.combine(self.days[today], HOURS[half], tzinfo=LONDON)


class StoredAtOnce(Stored):
    """The same with many days in one transaction: ten years of syncing would take an hour."""

    def __init__(self, book: Book, *, days: int) -> None:
        """Begin to live in a book whose calendar reaches `days` working days from its first on."""
        with book.change("calendar", leader_id=LEADER, at=_dawn(MONDAY)) as change:
            calendar.extend(change, today=MONDAY + timedelta(days=days * 7 // 5 + 60))
        super().__init__(book)
        self._open = ExitStack()
        self._begun: Change | None = None
        self._look: Inside
        self._steps = 0

    def __enter__(self) -> Self:
        """Begin to write."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """Store what is left, or nothing of it after a fault."""
        self._open.__exit__(kind, error, trace)

    def propose(self, day: date, at: datetime) -> Pick | None:
        """Ask inside the change."""
        if self._begun is None or self._steps >= STEPS_AT_ONCE:
            self._begin()
        return picks.propose(self._look, leader_id=LEADER, day=day, now=at)

    @contextmanager
    def change(self, at: datetime) -> Iterator[Change]:
        """Go on in the change."""
        assert self._begun is not None
        self._begun.at = at
        self._steps += 1
        yield self._begun

    def _begin(self) -> None:
        self._open.close()
        self._begun = self._open.enter_context(super().change(_dawn(MONDAY)))
        raw = self._begun.session.connection().connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        self._look, self._steps = Inside(raw, self.book.place), 0


class Remembered:
    """The product in memory: the line that the forecast plays."""

    def __init__(self, cadences: Mapping[int, int], *, seed: str, first: int) -> None:
        """Spread everybody as an import does."""
        load = sum(1 / cadence for cadence in cadences.values()) / CALLS_A_DAY
        self.line = Line(
            (
                Person(
                    customer_id=who,
                    cadence=cadence,
                    rhythm=begin(
                        number=first,
                        started_with=head_start(cadence, luck=draw(seed, str(who), 0), load=load),
                    ),
                )
                for who, cadence in cadences.items()
            ),
            seed=seed,
        )

    def next(self, today: int, half: str, seen: set[int]) -> tuple[int, str] | None:  # noqa: ARG002 - one hour is like another
        """Return who stands first."""
        found = self.line.pick(today)
        assert found is None or found.candidate.customer_id not in seen
        return None if found is None else (found.candidate.customer_id, found.reason.value)

    def record(self, who: int, what: str, today: int, half: str, back: int | None) -> None:  # noqa: ARG002 - as above
        """Move somebody on."""
        waits = None
        if what == LATER:
            waits = 5 if back is None else back - today
        self.line.happened(who, HAPPENINGS[what], today, waits=waits)
        if back is not None:
            self.line.promise(who, back)


def bring_in(book: Book, cadences: Mapping[int, int]) -> int:
    """Import customers with these cadences; return the number of the day on which they came."""
    with book.change("import", leader_id=LEADER, at=_dawn(MONDAY)) as change:
        arrivals = Arrivals(change, source="file", day=MONDAY, most=len(cadences), with_phones=True)
        arrivals.add([newcomer(who, cadence) for who, cadence in cadences.items()])
        arrivals.settle()
        return calendar.number_of(change, MONDAY)


def newcomer(who: int, cadence: int) -> Newcomer:
    """Return somebody as a file brings them in."""
    number = f"+44113496{who:04d}"
    return Newcomer(
        key=str(who),
        name=f"Customer {who}",
        company="",
        folded=f"customer {who}",
        country=None,
        zone=None,
        segment_id=None,
        cadence=cadence,
        leader_id=None,
        refused_on=None,
        refused_why=None,
        beat=cadence,
        phones=[Number("", number, number, None, number)],
        emails=[],
    )


def _dawn(day: date) -> datetime:
    return datetime.combine(day, time(8), tzinfo=UTC)
