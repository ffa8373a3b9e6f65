"""Which schema a book has, and how it comes to the one that this program knows.

Reading the revision costs one SELECT; Alembic is imported only when a book is made or upgraded.
"""

import os
from typing import TYPE_CHECKING

from dailycontact.errors import DailycontactError, StorageProblem
from dailycontact.store.looking import Look
from dailycontact.store.sqlite import APPLICATION_ID

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0005"
"""The revision that this program reads and writes."""

VERSIONS = os.path.join(os.path.dirname(__file__), "migrations", "versions")  # noqa: PTH118, PTH120 - pathlib is slow


class BookIsNewer(StorageProblem):
    """A newer dailycontact made the book; this one must not touch it."""

    def __init__(self, place: str, revision: str) -> None:
        super().__init__(
            f"The book {place} was written by a newer dailycontact (schema {revision}, this one "
            f"knows {HEAD}); install the newer version."
        )


def revision_of(look: Look) -> str | None:
    """Return the schema revision of a book, or None where no schema was made yet."""
    try:
        found = look.value("SELECT version_num AS value FROM alembic_version")
    except DailycontactError:
        raise
    except Exception:  # noqa: BLE001 - each driver has its own word for "no such table"
        return None
    return None if found is None else str(found)


def is_known(revision: str) -> bool:
    """Return whether this program has the way from `revision` to its own."""
    return any(name.startswith(f"{revision}_") for name in os.listdir(VERSIONS))  # noqa: PTH208 - pathlib is slow


def bring_to_head(connection: "Connection") -> None:
    """Run the migrations that are missing, inside the transaction of `connection`.

    Where several programs come at once, one makes the tables and the others find them made.
    """
    import logging

    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")

    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", "dailycontact.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
