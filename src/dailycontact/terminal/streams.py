"""What stdout and stderr can do: their width, whether they take colour, and how they are written.

The streams are looked up each time, so that whoever replaces sys.stdout (a test, a pager) is heard.
"""

import os
import sys
from contextlib import suppress

from dailycontact.errors import StorageProblem

TYPE_CHECKING = False  # as typing says it, without the cost of importing typing
if TYPE_CHECKING:
    from typing import TextIO

PIPED_WIDTH = 80
NARROWEST = 24
WIDEST_CARD = 100


class OutputNotWritten(StorageProblem):
    """The file or device that the output goes to does not take it."""

    def __init__(self, reason: str | None) -> None:
        super().__init__(
            f"The output could not be written ({reason or 'unknown reason'});"
            " make room, or send it somewhere else."
        )


def is_terminal(stream: "TextIO") -> bool:
    """Tell whether a person sees what is written."""
    try:
        return stream.isatty()
    except ValueError:  # closed, at the very end
        return False


def takes_colour(stream: "TextIO") -> bool:
    """Tell whether styles may be written: https://no-color.org and https://force-color.org."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM", "") not in ("dumb", "unknown")


def can_show(text: str) -> bool:
    """Tell whether every character of the text can be written to stdout, in its encoding."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def width_of(stream: "TextIO") -> int:
    """Return the columns of the terminal; COLUMNS where it is set, and 80 into a pipe."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and int(wanted) > 0:
        return max(int(wanted), NARROWEST)
    if is_terminal(stream):
        with suppress(OSError, ValueError):
            return max(os.get_terminal_size(stream.fileno()).columns or PIPED_WIDTH, NARROWEST)
    return PIPED_WIDTH


def height_of(stream: "TextIO") -> int | None:
    """Return the lines of the terminal, or None where there is no terminal that has a height."""
    if is_terminal(stream):
        with suppress(OSError, ValueError):
            return os.get_terminal_size(stream.fileno()).lines or None
    return None


def make_able() -> None:
    """Let both streams take every character: UTF-8 on Windows, a ? for what elsewhere cannot be.

    What is read becomes whole characters, too, so that it can be stored.
    """
    _reconfigure(sys.stdin, errors="replace")
    for stream in (sys.stdout, sys.stderr):
        if sys.platform == "win32":
            _reconfigure(stream, encoding="utf-8", errors="replace")
        else:
            _reconfigure(stream, errors="replace")
    if sys.platform == "win32":
        os.system("")  # noqa: S605, S607 - the known way to have an older console read colours


def _reconfigure(stream: object, **how: str) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**how)


def write(stream: "TextIO", text: str) -> None:
    """Write text at once.

    Raises:
        BrokenPipeError: the reader has gone (`| head`).
        OutputNotWritten: the disk is full, or the device fails.

    """
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        close_quietly(stream)
        raise
    except OSError as failure:
        close_quietly(stream)
        raise OutputNotWritten(failure.strerror) from failure


def write_bytes(content: bytes) -> None:
    """Write bytes to stdout as they are; raises what `write` raises."""
    write(sys.stdout, "")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        close_quietly(sys.stdout)
        raise
    except OSError as failure:
        close_quietly(sys.stdout)
        raise OutputNotWritten(failure.strerror) from failure


def read_bytes(most: int) -> bytes:
    """Return what comes in on stdin, at most so many bytes: for `-` instead of a file."""
    return sys.stdin.buffer.read(most)


def close_quietly(stream: "TextIO") -> None:
    """Let what is still to be written vanish, so that Python's own last flush does not complain."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
