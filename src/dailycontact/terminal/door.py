"""The one sanitiser: whatever came from outside leaves through here, or not at all.

A customer's name may hold escape sequences, bidirectional overrides or markup. Rich stops none of
them that matter, so every string is made safe here before it is measured, styled or printed.
"""

import re
import unicodedata

REPLACEMENT = "\ufffd"
ELLIPSIS = "…"
MOST_MARKS = 8
"""Combining marks in a row that are shown; no living script stacks more on one letter."""

# Invisible, and never needed to read a word. ZWNJ and ZWJ stay: Persian, Indic and emoji need them.
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
# Shown by their number: what reorders, breaks or hides text, and what has no meaning of its own.
_NAMED = (
    "\x80-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff"
)
# None of these is printable to Python, so that most words never meet the expression; that is why
# it is left to be compiled (and kept, by re) when it is first needed.
_HOSTILE = f"\r\n|[\x00-\x1f\x7f{_INVISIBLE}{_NAMED}\ud800-\udfff]"
_GONE = f"[{_INVISIBLE}]"
# Up to here every character is one cell wide, and none combines with the one before it.
_FIRST_MARK = "\u0300"
# One cell each: Latin, Greek, Cyrillic, the dashes, quotes and arrows of our own sentences.
_NARROW = (
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2190-\u21ff\u2500-\u25fc\ufffd]*"
)


def safe(text: object, *, lines: bool = False) -> str:
    """Return text as it may be shown: printable, in reading order, and nothing but text.

    Controls become visible signs (ESC is ␛), what reorders or hides text becomes its number
    (<U+202E>), zero-width characters go (the joiners stay), a lone surrogate becomes U+FFFD, and
    at most MOST_MARKS combining marks stand in a row. A tab is a space; so is the end of a line,
    unless `lines` keeps it. Making it safe twice changes nothing more.
    """
    words = str(text)
    if not words.isprintable():
        words = re.sub(_HOSTILE, _keeping_lines if lines else _on_one_line, words)
    return words if words.isascii() or max(words) < _FIRST_MARK else _few_marks(words)


def cells(text: str) -> int:
    """Return how many columns of a terminal the safe text fills; a wide character fills two."""
    if text.isascii() or max(text) < _FIRST_MARK or re.fullmatch(_NARROW, text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def fitting(text: str, width: int) -> int:
    """Return how many characters of the safe text fit in so many columns; at least one."""
    taken = filled = 0
    for character in text:
        filled += cells(character)
        if filled > width and taken:
            break
        taken += 1
    return taken


def shorten(text: object, width: int) -> str:
    """Return the text on one line, in at most `width` columns, cut with … where it was longer."""
    words = safe(text)
    if cells(words) <= width:
        return words
    if width <= 1:
        return ELLIPSIS[:width]
    return cut(words, width - 1).rstrip() + ELLIPSIS


def cut(text: str, width: int) -> str:
    """Return as much of the safe text as fills at most `width` columns, perhaps nothing."""
    kept = text[: fitting(text, width)]
    return kept if cells(kept) <= width else ""


def _on_one_line(match: re.Match[str]) -> str:
    return " " if match[0] in ("\r\n", "\n") else _shown(match[0])


def _keeping_lines(match: re.Match[str]) -> str:
    return "\n" if match[0] in ("\r\n", "\n") else _shown(match[0])


def _shown(character: str) -> str:
    number = ord(character)
    if character == "\t":
        return " "
    if number < 0x20:  # noqa: PLR2004 - the 32 control characters, whose pictures start at U+2400
        return chr(0x2400 + number)
    if character == "\x7f":
        return "␡"
    if 0xD800 <= number <= 0xDFFF:  # noqa: PLR2004 - the surrogates
        return REPLACEMENT
    return "" if re.match(_GONE, character) else f"<U+{number:04X}>"


def _few_marks(words: str) -> str:
    kept = []
    row = 0
    for character in words:
        row = row + 1 if _is_mark(character) else 0
        if row <= MOST_MARKS:
            kept.append(character)
    return words if len(kept) == len(words) else "".join(kept)


def _is_mark(character: str) -> bool:
    """Joiners count, so that they cannot be used to hide a longer row of marks."""
    if character < _FIRST_MARK:
        return False
    return character in "\u200c\u200d" or unicodedata.category(character) in ("Mn", "Me")
