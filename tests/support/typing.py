"""Somebody who types: a standard input that is a terminal, with the lines that will be typed."""

import io


class Typed(io.StringIO):
    """Lines typed one after another; a key is a line of its own, as on a terminal without keys.

    Once all of them are read, the terminal is gone, as with Ctrl-D.
    """

    def __init__(self, *lines: str) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))

    def isatty(self) -> bool:
        """Say that somebody is there."""
        return True
