"""The migrations and the tables say the same, to the last CHECK and partial index."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlmodel import SQLModel

from conftest import Founded
from dailycontact.store import schema
from dailycontact.store.engine import shared_engine, sqlite_engine
from dailycontact.store.sqlite import create_sqlite
from support import postgres

DDL = {
    "sqlite": (
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name <> 'alembic_version'"
    ),
    "postgres": (
        "SELECT 'index ' || indexname AS name, indexdef AS sql FROM pg_indexes"
        " WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        " UNION ALL SELECT 'constraint ' || conrelid::regclass || '.' || conname,"
        " pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
        " AND conrelid::regclass::text <> 'alembic_version'"
        " UNION ALL SELECT 'column ' || table_name || '.' || column_name, data_type || ' ' ||"
        " is_nullable || ' ' || COALESCE(column_default, '') FROM information_schema.columns"
        " WHERE table_schema = 'public' AND table_name <> 'alembic_version'"
    ),
}


@contextmanager
def _database(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Connection]:
    """Yield a connection to a database without any table."""
    if which == "sqlite":
        path = str(tmp_path / f"{len(list(tmp_path.iterdir()))}.db")
        create_sqlite(path).close()
        with sqlite_engine(path).begin() as connection:
            yield connection
        return
    server: str = request.getfixturevalue("_postgres_server")
    name = f"empty_{len(list(tmp_path.iterdir()))}_{abs(hash(tmp_path))}"
    (tmp_path / name).touch()
    postgres.execute(server, f"CREATE DATABASE {name}")
    engine = shared_engine(postgres.database(server, name))
    with engine.begin() as connection:
        yield connection
    engine.dispose()
    postgres.execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def _ddl(connection: Connection, which: str) -> dict[str, list[str]]:
    """Return what was made, each table as its parts in order, blanks and quotes gone."""
    return {row.name: _parts(row.sql) for row in connection.execute(text(DDL[which])).fetchall()}


def _parts(sql: str) -> list[str]:
    plain = re.sub(r"\s+", " ", sql.replace('"', "")).strip()
    head, bracket, body = plain.partition("(")
    if not plain.upper().startswith("CREATE TABLE"):
        return [plain]
    depth, part, parts = 0, "", []
    for letter in body.rpartition(")")[0]:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += letter
    return [f"{head}{bracket}", *sorted([*parts, part.strip()]), body.rpartition(")")[2]]


@pytest.mark.parametrize("which", ["sqlite", "postgres"])
def test_the_migrations_make_what_the_tables_say(
    which: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    with _database(which, request, tmp_path) as connection:
        schema.bring_to_head(connection)
        migrated = _ddl(connection, which)
    with _database(which, request, tmp_path) as connection:
        SQLModel.metadata.create_all(connection)
        said = _ddl(connection, which)

    assert migrated == said
    assert len(migrated) > 60


def test_the_program_knows_the_last_revision() -> None:
    config = Config()
    config.set_main_option("script_location", "dailycontact.store:migrations")

    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD
    assert schema.is_known(schema.HEAD)
    assert not schema.is_known("9999")


def test_a_book_says_its_revision(founded: Founded) -> None:
    assert schema.revision_of(founded.book.look()) == schema.HEAD
    founded.book.rest()
