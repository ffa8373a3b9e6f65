"""The book: one database, and the two lanes on which it is read and written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from dailycontact.store import calendar, schema
from dailycontact.store.faults import fault_of_postgres, fault_of_sqlite
from dailycontact.store.looking import SharedLook, SqliteLook
from dailycontact.store.patience import in_silence, once
from dailycontact.store.sqlite import create_sqlite, open_sqlite, put_in_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from dailycontact.store.changing import Change

Looking = SqliteLook | SharedLook


class Book:
    """A book at a path (SQLite) or a URL (PostgreSQL), opened when it is first looked at."""

    def __init__(
        self,
        address: str,
        *,
        waiting: "Callable[[], None] | None" = None,
        is_a_copy: bool = False,
    ) -> None:
        """Know where the book is; `waiting` is called when others keep it longer than a moment.

        Of a file that is itself a copy, none is kept before it is brought up to date.
        """
        self.address = address
        self._is_a_copy = is_a_copy
        self._waiting = once(waiting)
        self._look: Looking | None = None
        self._checked = False

    @property
    def is_shared(self) -> bool:
        """Whether the book lies in a database server."""
        return self.address.startswith(("postgresql://", "postgres://"))

    @property
    def place(self) -> str:
        """Where the book is, to be shown: never with a password."""
        if not self.is_shared:
            return self.address
        scheme, _, rest = self.address.partition("://")
        login, at, host = rest.rpartition("@")
        return f"{scheme}://{login.split(':')[0]}{at}{host.split('?')[0]}"

    def exists(self) -> bool:
        """Return whether there is a book, without making anything."""
        if not self.is_shared:
            return os.path.lexists(self.address)
        return schema.revision_of(self._connect()) is not None

    def look(self) -> Looking:
        """Return the connection to look through; bring an older book up to date first.

        Raises:
            StorageProblem: there is no book, it is not one, or it is newer than this program.

        """
        if self._look is not None and self._checked:
            return self._look
        look = self._connect()
        revision = schema.revision_of(look)
        if revision != schema.HEAD:
            self._bring_up_to_date(revision)
            look = self._connect()
        self._checked = True
        return look

    def look_as_it_is(self) -> Looking:
        """Return the connection to look through, whatever the book's schema; nothing is written.

        Raises:
            StorageProblem: there is no book, or it is none.

        """
        return self._connect()

    def create(self) -> None:
        """Make the empty book, whole or not at all; do nothing where another has just made it."""
        if self.is_shared:
            self._upgrade(self._engine())
            return
        unfinished = f"{self.address}.new-{os.getpid()}-{os.urandom(4).hex()}"
        create_sqlite(unfinished, shown=self.address).close()
        try:
            self._upgrade(_engine_of(unfinished))
            put_in_place(unfinished, self.address)
        finally:
            for left in (unfinished, f"{unfinished}-journal"):
                if os.path.lexists(left):
                    os.unlink(left)  # noqa: PTH108 - pathlib is slow to import here

    @contextmanager
    def change(self, command: str, *, leader_id: int | None, at: datetime) -> "Iterator[Change]":
        """Yield a change by `command` at the instant `at`: all of it is stored, or none.

        Raises:
            Busy: another writer did not finish in time.
            StorageProblem: the book could not be written; nothing was changed.

        """
        from dailycontact.store import ledger, likeness, messages
        from dailycontact.store.changing import changing

        self.look()
        self.rest()
        with changing(
            self._engine(),
            command=command,
            leader_id=leader_id,
            at=at,
            fault=self._fault,
            waiting=self._waiting,
        ) as change:
            change.at = messages.not_before(change, at)
            calendar.keep_ahead(change, today=at.date())
            yield change
            ledger.settle(change)
            likeness.keep(change)

    def compact(self) -> None:
        """Write the file of the book anew, so that nothing is left in it but what it holds.

        Raises:
            Busy, StorageProblem: others write, or the disk has no room; the book is as it was.

        """
        import sqlite3

        self.rest()
        connection = open_sqlite(self.address, waiting=self._waiting)
        try:
            connection.execute("VACUUM")
        except sqlite3.DatabaseError as error:
            raise self._fault(error) from error
        finally:
            connection.close()

    def rest(self) -> None:
        """Close the connection until the book is looked at again."""
        if self._look is not None:
            self._look.close()
            self._look = None

    def _connect(self) -> Looking:
        if self._look is None:
            self._look = self._shared_look() if self.is_shared else self._sqlite_look()
        return self._look

    def _sqlite_look(self) -> SqliteLook:
        import sqlite3

        connection = open_sqlite(self.address, waiting=self._waiting)
        connection.row_factory = sqlite3.Row
        return SqliteLook(connection, self.place, waiting=self._waiting)

    def _shared_look(self) -> SharedLook:
        return SharedLook(self._engine(), self.place)

    def _engine(self) -> "Engine":
        from dailycontact.store.engine import shared_engine

        if self.is_shared:
            return shared_engine(self.address, shown=self.place)
        return _engine_of(self.address, waiting=self._waiting)

    def _bring_up_to_date(self, revision: str | None) -> None:
        """Bring an older book up to date, whole or not at all; a copy of it as it was is kept."""
        if revision is None or not schema.is_known(revision):
            raise schema.BookIsNewer(self.place, revision or "unknown")
        self.rest()
        from dailycontact.store.upgrading import upgrade

        upgrade(
            self._engine(),
            keep_copy=self._keep_copy,
            fault=self._fault,
            waiting=self._waiting,
        )

    def _keep_copy(self) -> None:
        if not self.is_shared and not self._is_a_copy:
            from dailycontact.store.copies import keep_before_upgrade

            keep_before_upgrade(self.address)

    def _fault(self, error: Exception) -> Exception:
        fault = fault_of_postgres if self.is_shared else fault_of_sqlite
        return fault(error, self.place)

    @staticmethod
    def _upgrade(engine: "Engine") -> None:
        with engine.begin() as connection:
            schema.bring_to_head(connection)
        engine.dispose()


def _engine_of(place: str, *, waiting: "Callable[[], None] | None" = None) -> "Engine":
    from dailycontact.store.engine import sqlite_engine

    return sqlite_engine(place, waiting=waiting or in_silence)
