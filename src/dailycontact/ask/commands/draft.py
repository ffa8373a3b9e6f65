"""What was typed is never lost: where it cannot be saved, it is kept as a command line.

The file says how to log it again, is readable by its owner only, and lies beside the books.
"""

import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from dailycontact.ask.rule import Conversation, as_command
from dailycontact.settings import drafts_folder
from dailycontact.terminal.line import Line
from dailycontact.workspace import Workspace


@contextmanager
def kept(
    workspace: Workspace,
    typed: Callable[[], Conversation | None],
    *,
    unless: tuple[type[BaseException], ...] = (),
) -> Iterator[None]:
    """Keep what `typed` gives when anything goes wrong inside, other than `unless`; say where."""
    try:
        yield
    except BaseException as failure:
        conversation = typed()
        if conversation is not None and not isinstance(failure, unless):
            _keep(workspace, as_command(conversation, before=_before(workspace)))
        raise


@contextmanager
def a_closed_window_is_a_stop() -> Iterator[None]:
    """Take a window that is closed, or a machine that shuts down, for Ctrl-C."""
    there = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = [(each, signal.signal(each, signal.default_int_handler)) for each in there]
    try:
        yield
    finally:
        for each, handler in before:
            signal.signal(each, handler)


def _before(workspace: Workspace) -> tuple[str, ...]:
    """Return the words that name the same book and leader, where they are not the usual ones."""
    settings = workspace.settings
    book = () if settings.is_default_book else ("--book", settings.book)
    return (*book, *(("--as", settings.me) if settings.me else ()))


def _keep(workspace: Workspace, line: str) -> None:
    for folder in (drafts_folder(), tempfile.gettempdir()):
        with suppress(OSError):
            path = _write(folder, f"log-{workspace.now:%Y%m%d-%H%M%S}", line)
            workspace.screen.warn("What you typed is kept; paste what is in this file to log it:")
            workspace.screen.say(Line(path))
            return
    workspace.screen.warn("What you typed could not be kept in a file; paste this to log it:")
    workspace.screen.say(Line(line))


def _write(folder: str, name: str, line: str) -> str:
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103 - pathlib is slow
    handle, path = tempfile.mkstemp(prefix=f"{name}-", suffix=".txt", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())
    return path
