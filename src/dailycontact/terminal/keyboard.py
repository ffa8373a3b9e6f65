"""One key, without Return.

Typer's getchar throws away what was typed before it was called, and then a quick leader's key is
lost; so it serves only where there is no termios (Windows).
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

ESCAPE = "\x1b"
_END, _INTERRUPT = "\x04", "\x03"
_REST_OF_A_SEQUENCE = 0.02
"""Seconds within which a terminal sends the rest of an arrow key."""
_NEXT_LETTER = 0.35
"""Seconds within which somebody who types a word types its next letter."""
_BETWEEN_LETTERS = frozenset(" ,.-'’")


def reads_single_keys() -> bool:
    """Tell whether stdin is a terminal that hands over one key at a time."""
    return sys.stdin.isatty() and os.environ.get("TERM", "") not in ("dumb", "unknown")


@contextmanager
def single_keys() -> Iterator[None]:
    """Have the terminal hand over each key at once and not show it, until it is left."""
    if sys.platform == "win32":
        yield
        return
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def drop_waiting_keys() -> None:
    """Forget what was typed so far and has not been read, where stdin is a terminal."""
    if not sys.stdin.isatty():
        return
    if sys.platform == "win32":
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
        return
    import termios

    # Where stdin only claims to be a terminal, there is nothing to forget.
    with suppress(OSError, termios.error):
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def single_key() -> str:
    """Return the next key; ESCAPE for every key that sends a sequence.

    Raises:
        KeyboardInterrupt: Ctrl-C.
        EOFError: Ctrl-D, or the terminal has gone.

    """
    if sys.platform == "win32":
        import typer

        key = typer.getchar()
    else:
        key = _read(sys.stdin.fileno())
    if key == _INTERRUPT:
        raise KeyboardInterrupt
    if key in ("", _END):
        raise EOFError
    return key


def key_or_words(is_key: Callable[[str], bool]) -> tuple[str, bool]:
    """Return the next key; or the first letters of words that somebody types, and that they are so.

    A letter that is no key, or a capital, which is soon followed by another begins words.

    Raises:
        KeyboardInterrupt, EOFError: as `single_key`.

    """
    key = single_key()
    if not key.isalpha() or (is_key(key) and not key.isupper()) or not _goes_on():
        return key, False
    after = single_key()
    if after.isalpha() or after in _BETWEEN_LETTERS:
        return key + after, True
    return key, False


def leave_out_words() -> None:
    """Read what somebody types to the end, and forget it.

    Raises:
        KeyboardInterrupt, EOFError: as `single_key`.

    """
    while _goes_on():
        single_key()


def _goes_on() -> bool:
    """Tell whether another key comes as soon as in a word."""
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.kbhit()
    return _waits(sys.stdin.fileno(), _NEXT_LETTER)


def _read(terminal: int) -> str:
    first = os.read(terminal, 1)
    if first == ESCAPE.encode():
        _leave_out_the_rest(terminal)
        return ESCAPE
    rest = {0xC: 1, 0xD: 1, 0xE: 2, 0xF: 3}.get(first[0] >> 4, 0) if first else 0
    return (first + b"".join(os.read(terminal, 1) for _ in range(rest))).decode(errors="replace")


def _leave_out_the_rest(terminal: int) -> None:
    """Read an escape sequence (ECMA-48: ESC [ … and a letter or ~) to its end, and no further."""
    if _waits(terminal) and os.read(terminal, 1) in (b"[", b"O"):
        while _waits(terminal) and not b"@" <= os.read(terminal, 1) <= b"~":
            pass


def _waits(terminal: int, seconds: float = _REST_OF_A_SEQUENCE) -> bool:
    import select

    return bool(select.select([terminal], [], [], seconds)[0])
