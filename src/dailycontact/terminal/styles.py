"""The few styles of the house: calm, and readable on dark and on light backgrounds.

Only attributes and two of the terminal's own colours, so that the reader's theme decides. Of the
eight, magenta and red are the ones with enough contrast on black and on white.
"""

PLAIN = ""
NAME = "bold"
LABEL = "dim"
ACCENT = "magenta"
WARNING = "red"

_CODES = {"bold": "1", "dim": "2", "magenta": "35", "red": "31"}


def painted(text: str, style: str) -> str:
    """Return the safe text between the escape codes of a style, as Rich would write it."""
    if not style or not text:
        return text
    codes = ";".join(_CODES[word] for word in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"
