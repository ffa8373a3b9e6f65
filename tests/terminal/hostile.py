"""Names that attack whoever prints them, and a terminal that shows whether one got through."""

import os
import pty
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pyte

HOSTILE = (
    *(
        "[/nope]",
        "[/]",
        "[red]x[/]",
        "Smith [sales]",
        "[Sales Dept]",
        "[a@b.c]",
        "[[x]]",
        "\\[x\\]",
    ),
    *("[link=file:///etc/passwd]Acme[/link]", "[bold", "]", ":skull:", "{braces} %s %(x)s", "\\"),
    *(
        "\x1b[2J",
        "\x1b[1A\x1b[2KALL OK",
        "\x1b]0;title\x07",
        "\x1b]8;;file:///x\x1b\\y\x1b]8;;\x1b\\",
    ),
    *("\x1b]52;c;cm0gLXJm\x07", "\x1bP1$r\x1b\\", "\x1b[?1049h", "\x1b[31mred", "\x1bc", "\x1b"),
    *(
        "\x9b2J",
        "\x9d0;title\x9c",
        "\x85",
        "nul\x00",
        "del\x7f",
        "bell\x07",
        "back\x08\x08",
        "\x0e",
    ),
    *("over\rwritten", "two\nlines", "crlf\r\nlines", "tab\tbed", "\x0b\x0c", "\u2028", "\u2029"),
    *(
        "\u202egnp.exe",
        "\u2066x\u2069",
        "\u200f",
        "\u061c",
        "zero\u200bwidth",
        "\ufeffbom",
        "so\u00adft",
    ),
    *("\U000e0041\U000e007f", "\ue000", "\U000f0000", "\U0010ffff", "\ufdd0", "\ud800", "a\udfffb"),
    *("Z" + "\u0301" * 40, "Z" + "\u0301\u200d" * 40, "=cmd()", "n" * 300, "山田" * 150, "", " "),
    *(
        "می‌خواهم",
        "👨‍👩‍👧‍👦",
        "שלום",
        "Zoë O\u2019Brien\u2013Łuk",
        "日本語のとても長い名前、です。",
        "\u3164",
        "\u0301",
    ),
)

# What may never leave, whatever was put in; a line end is the only control.
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ue000-\uf8ff\ufeff\U000e0000-\U000e007f\U000f0000-\U0010ffff\ud800-\udfff]"
)
STYLES = re.compile("\x1b\\[(0|1|2|35|31|1;35|2;35)m")

NOTHING: Mapping[str, str] = MappingProxyType({})
SRC = Path(__file__).resolve().parents[2] / "src"


def environment(**more: str) -> dict[str, str]:
    """Return what a program of this test is told of its surroundings."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    told = {"PYTHONPATH": f"{SRC}:{SRC.parent / 'tests'}", "PYTHONUTF8": "1", "TERM": "xterm"}
    return kept | told | more


class Terminal:
    """A program in a terminal of its own: what it wrote, and what the screen looks like."""

    def __init__(
        self, code: str, *, columns: int = 80, rows: int = 200, told: Mapping[str, str] = NOTHING
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._written = threading.Condition()
        self._ours, theirs = pty.openpty()
        os.set_blocking(self._ours, True)
        _set_size(theirs, rows, columns)
        self._program = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment(**told),
            start_new_session=True,
            preexec_fn=_own_terminal,  # noqa: PLW1509 - Ctrl-C reaches whose terminal it is
        )
        os.close(theirs)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def type(self, keys: str, *, after: str) -> None:
        """Type, once the program has written `after` since the last time."""
        with self._written:
            if not self._written.wait_for(lambda: after.encode() in self.raw, timeout=20):
                raise AssertionError(f"{after!r} never came: {self.raw!r}")
        os.write(self._ours, keys.encode())

    def ended(self, *, pressing: str = "", every: float = 1) -> int:
        """Return the exit code, when the program has ended and all was read.

        A key that is `pressing` is pressed again and again (seconds), as a person does: a Ctrl-C
        that comes while the terminal changes its mode reaches nobody.
        """
        for _ in range(int(240 / every)):
            try:
                self._program.wait(timeout=every)
                break
            except subprocess.TimeoutExpired:
                os.write(self._ours, pressing.encode())
        code = self._program.wait(timeout=60)
        self._reader.join(timeout=60)
        os.close(self._ours)
        return code

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, without blanks at their ends."""
        return [line.rstrip() for line in self.screen.display]

    def _read(self) -> None:
        while True:
            try:
                chunk = os.read(self._ours, 65536)
            except OSError:
                return
            if not chunk:
                return
            with self._written:
                self.raw += chunk
                self._stream.feed(chunk)
                self._written.notify_all()


def piped(code: str, *, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run a program between pipes."""
    return subprocess.run(
        [sys.executable, "-c", code],
        input=stdin,
        capture_output=True,
        env=environment(**variables),
        check=False,
        timeout=300,
    )


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _set_size(terminal: int, rows: int, columns: int) -> None:
    import fcntl
    import struct
    import termios

    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
