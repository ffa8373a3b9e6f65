"""Waiting for another writer: a moment in silence, then with a word to whoever sits there."""

from collections.abc import Callable

from dailycontact.store.faults import is_busy

WAIT = 30.0
"""Seconds for which a writer waits for its turn."""
SILENT = 2.0
"""Seconds of them in which nothing is said."""


def in_silence() -> None:
    """Say nothing while waiting."""


def once(waiting: Callable[[], None] | None) -> Callable[[], None]:
    """Return what calls `waiting` the first time only."""
    said: list[bool] = []

    def call() -> None:
        if waiting and not said:
            said.append(True)
            waiting()

    return call


def begin_writing(execute: Callable[[str], object], waiting: Callable[[], None]) -> None:
    """Begin a transaction of SQLite that writes, by way of `execute`.

    `waiting` is called where its turn does not come soon. What `execute` raises goes on when it
    did not come in WAIT seconds.
    """
    try:
        be_patient(execute, SILENT)
        execute("BEGIN IMMEDIATE")
    except Exception as error:
        if not is_busy(getattr(error, "orig", error)):
            raise
        waiting()
        be_patient(execute, WAIT - SILENT)
        execute("BEGIN IMMEDIATE")
    finally:
        be_patient(execute, WAIT)


def be_patient(execute: Callable[[str], object], seconds: float) -> None:
    """Let each statement wait so long for another writer."""
    execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")
