"""Why something did not arrive: what the other side said, made safe to be kept and shown."""

from collections.abc import Iterable

MOST = 200
"""How much is kept of what a server said, in characters."""


class NotTaken(Exception):
    """One recipient did not get it; str() says why, in words for the leader."""


class NobodyCan(NotTaken):
    """Nobody can get it this way: there is no server, no password, or no trust."""


def said(words: bytes | str, *, without: Iterable[str] = ()) -> str:
    """Return what a server said in one short line, and never one of our secrets."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    for secret in filter(None, without):
        text = text.replace(secret, "…")
    line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return line if len(line) <= MOST else f"{line[:MOST]}…"
