"""The engines of the changing lane. On SQLite they open through the same function as looking."""

from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, NullPool, create_engine, event

from dailycontact.store.sqlite import open_sqlite

if TYPE_CHECKING:
    import sqlite3


def sqlite_engine(place: str) -> Engine:
    """Return an engine for the embedded book at `place`."""
    return engine_on(partial(open_sqlite, place))


def engine_on(opener: "partial[sqlite3.Connection]") -> Engine:
    """Return an engine that gets its connections from `opener` and begins each write at once."""
    engine = create_engine("sqlite://", creator=opener, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's listener
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def shared_engine(url: str) -> Engine:
    """Return an engine for the shared book at `url` (postgresql:// means psycopg 3)."""
    _, _, rest = url.partition("://")
    return create_engine(
        f"postgresql+psycopg://{rest}",
        poolclass=NullPool,
        connect_args={"options": "-c lock_timeout=30s -c timezone=UTC"},
    )
