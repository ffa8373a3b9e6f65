"""The looking lane: plain SQL with :name parameters on a small connection.

The same text serves SQLite, through the standard library alone, and every other database, through
SQLAlchemy; so looking costs a leader no more than it must.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from dailycontact.store.faults import fault_of_postgres, fault_of_sqlite
from dailycontact.store.forms import stored_all
from dailycontact.store.patience import begin_writing, in_silence

if TYPE_CHECKING:
    import sqlite3

    import sqlalchemy


LISTED = "SELECT value FROM json_each(:wanted)"
"""How SQLite takes a long list, as one value: by names, each would cost it a search."""


class Row(Protocol):
    """A row of a result, read by the names of its columns."""

    def __getitem__(self, name: str, /) -> Any: ...  # noqa: ANN401 - a column is anything


class Look(Protocol):
    """What reads a book: both lanes offer it."""

    def rows(self, sql: str, /, **values: Any) -> list[Row]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives."""

    def row(self, sql: str, /, **values: Any) -> Row | None:  # noqa: ANN401 - as SQL takes it
        """Return the first row that `sql` gives, if any."""

    def value(self, sql: str, /, **values: Any) -> Any:  # noqa: ANN401 - as SQL takes it
        """Return the first column (named `value`) of the first row, or None."""

    def among(self, sql: str, wanted: Sequence[object], /, **values: Any) -> list[Row]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives where its {} is the list of what is wanted."""

    def tuples(self, sql: str, /, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives without their names: for very many."""

    def listing(self, wanted: Sequence[object], /) -> tuple[str, dict[str, Any]]:
        """Return what stands in IN (…) for what is wanted, and the values that go with it."""


class Reading:
    """`row` and `value` by way of `rows`: what both connections have in common."""

    def rows(self, sql: str, /, **values: Any) -> list[Row]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives."""
        raise NotImplementedError

    def row(self, sql: str, /, **values: Any) -> Row | None:  # noqa: ANN401 - as SQL takes it
        """Return the first row that `sql` gives, if any."""
        found = self.rows(sql, **values)
        return found[0] if found else None

    def value(self, sql: str, /, **values: Any) -> Any:  # noqa: ANN401 - as SQL takes it
        """Return the column `value` of the first row, or None where there is no row."""
        found = self.row(sql, **values)
        return None if found is None else found["value"]

    def among(self, sql: str, wanted: Sequence[object], /, **values: Any) -> list[Row]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives where its {} is the list of what is wanted."""
        listed, named = self.listing(wanted)
        return self.rows(sql.format(listed), **named, **values)

    def listing(self, wanted: Sequence[object], /) -> tuple[str, dict[str, Any]]:
        """Return what stands in IN (…) for what is wanted, and the values that go with it."""
        return names("wanted", wanted)


class SqliteLook(Reading):
    """Looks at an embedded book through the standard library."""

    def __init__(
        self,
        connection: "sqlite3.Connection",
        place: str,
        *,
        waiting: "Callable[[], None]" = in_silence,
    ) -> None:
        self._connection = connection
        self._place = place
        self._waiting = waiting

    def rows(self, sql: str, /, **values: Any) -> list[Row]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives."""
        with self._faults():
            return self._connection.execute(sql, stored_all(values)).fetchall()

    def tuples(self, sql: str, /, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives without their names: for very many."""
        with self._faults():
            cursor = self._connection.cursor()
            cursor.row_factory = None
            return cursor.execute(sql, stored_all(values)).fetchall()

    def listing(self, wanted: Sequence[object], /) -> tuple[str, dict[str, Any]]:
        """Return what stands in IN (…) for what is wanted, and the values that go with it."""
        import json

        return LISTED, {"wanted": json.dumps(wanted)}

    def reserve(self, sql: str, /, **values: Any) -> int:  # noqa: ANN401 - as SQL takes it
        """Run one statement in a transaction of its own; return how many rows it changed."""
        with self._faults():
            begin_writing(self._connection.execute, self._waiting)
            try:
                changed = self._connection.execute(sql, stored_all(values)).rowcount
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        return changed

    def close(self) -> None:
        """End looking."""
        self._connection.close()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        import sqlite3

        try:
            yield
        except sqlite3.DatabaseError as error:
            raise fault_of_sqlite(error, self._place) from error


class SharedLook(Reading):
    """Looks at a shared book through SQLAlchemy."""

    def __init__(self, engine: "sqlalchemy.Engine", place: str) -> None:
        self._engine = engine
        self._place = place
        self._connection: sqlalchemy.Connection | None = None

    def rows(self, sql: str, /, **values: Any) -> list[Row]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives."""
        from sqlalchemy import text

        with self._faults():
            result = self._open().execute(text(sql), stored_all(values))
            return list(result.mappings()) if result.returns_rows else []

    def tuples(self, sql: str, /, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - as SQL takes it
        """Return the rows that `sql` gives without their names: for very many."""
        from sqlalchemy import text

        with self._faults():
            return [tuple(row) for row in self._open().execute(text(sql), stored_all(values))]

    def reserve(self, sql: str, /, **values: Any) -> int:  # noqa: ANN401 - as SQL takes it
        """Run one statement in a transaction of its own; return how many rows it changed."""
        from sqlalchemy import text

        with self._faults():
            return self._open().execute(text(sql), stored_all(values)).rowcount

    def close(self) -> None:
        """End looking."""
        if self._connection is not None:
            self._connection.close()
        self._engine.dispose()

    def _open(self) -> "sqlalchemy.Connection":
        if self._connection is None:
            self._connection = self._engine.connect().execution_options(
                isolation_level="AUTOCOMMIT"
            )
        return self._connection

    @contextmanager
    def _faults(self) -> Iterator[None]:
        from sqlalchemy.exc import DBAPIError

        try:
            yield
        except DBAPIError as error:
            original = error.orig if isinstance(error.orig, Exception) else error
            raise fault_of_postgres(original, self._place) from error


def names(prefix: str, values: Iterable[object]) -> tuple[str, dict[str, object]]:
    """Return the placeholders and the parameters of an IN list: (":n0, :n1", {"n0": …})."""
    listed = {f"{prefix}{position}": value for position, value in enumerate(values)}
    return ", ".join(f":{name}" for name in listed), listed
