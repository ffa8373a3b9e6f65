"""The engines of the changing lane. On SQLite they open through the same function as looking."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, NullPool, create_engine, event
from sqlalchemy.exc import ArgumentError

from dailycontact.store.faults import DatabaseUnreachable, DriverMissing
from dailycontact.store.patience import WAIT, begin_writing, in_silence
from dailycontact.store.sqlite import open_sqlite

if TYPE_CHECKING:
    import sqlite3


def sqlite_engine(place: str, *, waiting: Callable[[], None] = in_silence) -> Engine:
    """Return an engine for the embedded book at `place`; `waiting` is called while it waits."""
    return engine_on(partial(open_sqlite, place, waiting=waiting), waiting=waiting)


def engine_on(
    opener: "partial[sqlite3.Connection]", *, waiting: Callable[[], None] = in_silence
) -> Engine:
    """Return an engine that gets its connections from `opener` and begins each write at once."""
    engine = create_engine("sqlite://", creator=opener, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's listener
        begin_writing(connection.exec_driver_sql, waiting)

    return engine


def shared_engine(url: str, *, shown: str | None = None) -> Engine:
    """Return an engine for the shared book at `url` (postgresql:// means psycopg 3).

    Raises:
        DriverMissing: psycopg is not installed.
        DatabaseUnreachable: the address cannot be read; `shown` is it without its password.

    """
    _, _, rest = url.partition("://")
    try:
        return create_engine(
            f"postgresql+psycopg://{rest}",
            poolclass=NullPool,
            connect_args={"options": f"-c lock_timeout={WAIT:.0f}s -c timezone=UTC"},
        )
    except ImportError as error:
        raise DriverMissing from error
    except (ArgumentError, ValueError) as error:
        raise DatabaseUnreachable(shown or "", "its address cannot be read.") from error
