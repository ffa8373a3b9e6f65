"""The changing lane: one command, one transaction, and the journal written in it.

A change reads through the same small interface as looking, and writes rows by table and column:
each row goes through its SQLModel class, so that what is wrong is refused before it is stored.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection, CursorResult, Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlmodel import Session, SQLModel

from dailycontact.store import patience
from dailycontact.store.forms import stored, stored_all, stored_instant
from dailycontact.store.looking import LISTED, Reading, Row
from dailycontact.store.tables import TABLES
from dailycontact.store.touched import Touched

UNJOURNALED = frozenset(
    {
        *("workday", "holiday", "reach", "pick", "idle", "likeness", "theme_tally"),
        *("message_part", "delivery"),
    }
)
"""What is derived, reserved, or on its way, and is no fact: nothing to take back."""

ROWS_A_STATEMENT = 200
"""Rows that one INSERT brings into SQLite: a third less time than a statement for each."""

LOCK_NOT_AVAILABLE = "55P03"
"""What PostgreSQL says when a lock was not given in time."""

LINES_KEPT = 2_000
"""Rows of the journal that wait in memory until they are written."""


@dataclass
class JournalLine:
    """A row before and after, or a run of new rows, waiting to be written with its event."""

    table: str
    first_id: int
    last_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass
class Change(Reading):
    """One change of the book, inside its transaction."""

    session: Session
    at: datetime
    leader_id: int | None
    command: str
    summary: str = ""
    undoes_id: int | None = None
    always_noted: bool = False
    """Whether the journal gets the event even where no row was touched."""
    touched: Touched = field(default_factory=Touched)
    """The answers of which something was written."""
    _lines: list[JournalLine] = field(default_factory=list)
    _event: SQLModel | None = None

    def rows(self, sql: str, /, **values: Any) -> list[Row]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives, as the change has made them so far."""
        result = self._execute(sql, stored_all(values))
        return list(result.mappings().all()) if result.returns_rows else []

    def tuples(self, sql: str, /, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives without their names: for very many."""
        cursor = self._execute(sql, stored_all(values)).cursor
        return [] if cursor is None else list(cursor.fetchall())

    def listing(self, wanted: Sequence[object], /) -> tuple[str, dict[str, Any]]:
        """Return what stands in IN (…) for what is wanted, and the values that go with it."""
        if not self.is_embedded:
            return super().listing(wanted)
        return LISTED, {"wanted": json.dumps(wanted)}

    def add(self, table: str, /, **values: Any) -> int:  # noqa: ANN401 - a column is anything
        """Add a row to `table`; return its id."""
        row = TABLES[table].model_validate(stored_all(values))
        self.session.add(row)
        self.session.flush()
        after = _facts(table, row)
        self._note(table, int(after["id"]), None, after)
        return int(after["id"])

    def set(self, table: str, row_id: int, /, **values: Any) -> None:  # noqa: ANN401 - as above
        """Change columns of one row of `table`."""
        row = self._get(table, row_id)
        before = _facts(table, row)
        TABLES[table].model_validate(row.model_dump() | stored_all(values))
        for name, value in values.items():
            setattr(row, name, stored(value))
        self.session.add(row)
        self.session.flush()
        after = _facts(table, row)
        if before != after:
            self._note(table, row_id, before, after)

    def remove(self, table: str, row_id: int, /) -> None:
        """Take one row out of `table`."""
        row = self._get(table, row_id)
        before = _facts(table, row)
        self.session.delete(row)
        self.session.flush()
        self._note(table, row_id, before, None)

    def run(self, sql: str, /, **values: Any) -> int:  # noqa: ANN401 - as SQL takes it
        """Run a statement on derived or reserved rows, outside the journal; return its count."""
        return int(self._execute(sql, stored_all(values)).rowcount)

    def run_many(self, sql: str, values: Sequence[Mapping[str, Any]], /) -> None:
        """Run a statement once for each of `values` (stored forms), outside the journal."""
        if values:
            self._execute(sql, list(values))

    def _execute(
        self, sql: str, values: Mapping[str, Any] | list[Mapping[str, Any]]
    ) -> CursorResult[Any]:
        """Run a statement; SQLite reads :name itself, which spares taking the text apart."""
        connection = self.session.connection()
        if self.is_embedded:
            return connection.exec_driver_sql(sql, values)
        return connection.execute(text(sql), values)

    def insert_columns(self, table: str, columns: Mapping[str, Sequence[Any]], /) -> None:
        """Insert rows, given column by column in stored forms, as fast as the driver can.

        Outside the journal: the caller notes the run. A column in which there is nothing is left
        to its default.
        """
        filled = {name: cells for name, cells in columns.items() if cells.count(None) < len(cells)}
        rows = list(zip(*filled.values(), strict=True))
        insert = f"INSERT INTO {table} ({', '.join(filled)}) VALUES"
        run = self.session.connection().exec_driver_sql
        if rows and not self.is_embedded:
            run(f"{insert} ({', '.join(['%s'] * len(filled))})", rows)
            return
        one = f"({', '.join(['?'] * len(filled))})"
        for start in range(0, len(rows), ROWS_A_STATEMENT):
            some = rows[start : start + ROWS_A_STATEMENT]
            run(f"{insert} {', '.join([one] * len(some))}", tuple(chain.from_iterable(some)))

    @property
    def is_embedded(self) -> bool:
        """Whether the book is a file on this machine."""
        return self.session.get_bind().dialect.name == "sqlite"

    def note_change(
        self,
        table: str,
        row_id: int,
        /,
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
    ) -> None:
        """Journal a row changed past this interface: new without `before`, gone without `after`.

        Also of a table that is no fact, where a change must be taken back nevertheless.
        """
        self._keep(JournalLine(table, row_id, row_id, before, after))

    def note_run(self, table: str, /, first_id: int, last_id: int) -> None:
        """Journal a run of rows that came, or in an undo went, without their contents."""
        self._keep(JournalLine(table, first_id, last_id, None, None))

    def _get(self, table: str, row_id: int) -> SQLModel:
        row = self.session.get(TABLES[table], row_id)
        if row is None:
            raise LookupError(f"no row {row_id} in {table}")
        self.session.refresh(row)
        return row

    def _note(
        self, table: str, row_id: int, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        if table not in UNJOURNALED:
            self._keep(JournalLine(table, row_id, row_id, before, after))

    def _keep(self, line: JournalLine) -> None:
        """Keep a line of the journal, until there are enough to be written at once."""
        self.touched.note(line.table, line.first_id, line.before, line.after)
        self._lines.append(line)
        if len(self._lines) >= LINES_KEPT:
            self._write_lines()

    def turn_to(self, command: str, *, at: datetime) -> None:
        """Journal what was done so far, and go on with another command at the instant `at`.

        All of it stays one transaction: so a whole story is stored at once, or not at all.
        """
        self.write_journal()
        self._event = None
        self.command, self.at, self.summary = command, at, ""

    def write_journal(self) -> int | None:
        """Write the event and its rows; return the event's id, or None where nothing changed."""
        if not self._lines and not self._event and not self.always_noted:
            return None
        return self._write_lines()

    def _write_lines(self) -> int:
        """Write the lines kept so far, and the event as far as it is known; return its id."""
        event_id = self._write_event()
        self.run_many(
            "INSERT INTO event_row (event_id, table_name, first_id, last_id, before, after)"
            " VALUES (:event_id, :table_name, :first_id, :last_id, :before, :after)",
            [
                {
                    "event_id": event_id,
                    "table_name": line.table,
                    "first_id": line.first_id,
                    "last_id": line.last_id,
                    "before": _json(line.before),
                    "after": _json(line.after),
                }
                for line in self._lines
            ],
        )
        self._lines.clear()
        return event_id

    def _write_event(self) -> int:
        said = {
            "recorded_at": stored_instant(self.at),
            "leader_id": self.leader_id,
            "command": self.command,
            "summary": self.summary,
            "undoes_id": self.undoes_id,
        }
        if self._event is None:
            self._event = TABLES["event"].model_validate(said)
        for name, value in said.items():
            setattr(self._event, name, value)
        self.session.add(self._event)
        self.session.flush()
        return int(self._event.model_dump()["id"])


@contextmanager
def changing(
    engine: Engine,
    *,
    command: str,
    leader_id: int | None,
    at: datetime,
    fault: Callable[[Exception], Exception],
    waiting: Callable[[], None] = patience.in_silence,
) -> Iterator[Change]:
    """Yield a change; commit it whole with its journal, or leave the book as it was.

    Raises:
        Busy, StorageProblem: as `fault` names the driver's error.

    """
    try:
        with Session(engine) as session, session.begin():
            _take_the_turn(session.connection(), waiting)
            change = Change(session=session, at=at, leader_id=leader_id, command=command)
            yield change
            change.write_journal()
    except DBAPIError as error:
        original = error.orig if isinstance(error.orig, Exception) else error
        raise fault(original) from error
    finally:
        engine.dispose()


def _take_the_turn(connection: Connection, waiting: Callable[[], None]) -> None:
    """Wait until nobody else writes, so that what a change reads stays true until it is stored.

    SQLite has begun at once (store/engine.py). On PostgreSQL everybody else may still look, and
    reserve picks, which the schema decides.
    """
    if connection.dialect.name != "sqlite":
        try:
            with connection.begin_nested():
                _lock(connection, seconds=patience.SILENT)
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", "") != LOCK_NOT_AVAILABLE:
                raise
            waiting()
            _lock(connection, seconds=patience.WAIT - patience.SILENT)
        connection.execute(text(f"SET LOCAL lock_timeout = '{patience.WAIT * 1000:.0f}ms'"))


def _lock(connection: Connection, *, seconds: float) -> None:
    connection.execute(text(f"SET LOCAL lock_timeout = '{seconds * 1000:.0f}ms'"))
    connection.execute(text("LOCK TABLE event IN EXCLUSIVE MODE"))


def _facts(table: str, row: SQLModel) -> dict[str, Any]:
    derived: frozenset[str] = getattr(TABLES[table], "DERIVED", frozenset())
    return {name: value for name, value in row.model_dump().items() if name not in derived}


def _json(facts: dict[str, Any] | None) -> str | None:
    return None if facts is None else json.dumps(facts, ensure_ascii=False, sort_keys=True)
