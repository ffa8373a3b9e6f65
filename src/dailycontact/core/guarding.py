"""Keeps what customers wrote from becoming a formula when a table is opened, and takes it back.

A spreadsheet computes a cell that begins with = + - or @, whoever wrote it, and `=HYPERLINK(…)` in
a name sends the row to a stranger. OWASP, CSV Injection: such a cell begins with ' instead, which
no reader takes for more than text. A phone number begins with + and computes nothing: it stays.
"""

import re

GUARD = "'"

_NUMBER = re.compile(r"\+\d{6,15}(;ext=\d+)?", re.ASCII)
# The wide forms, too: some spreadsheets read = + - @ of East Asian keyboards as formulas.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def guarded(text: str) -> str:
    """Return a text as it may stand in a cell: with ' before what a spreadsheet would compute."""
    return GUARD + text if _needs_it(text) else text


def unguarded(cell: str) -> str:
    """Return what `guarded` was given; a ' that guards nothing is the text's own."""
    if cell[:1] != GUARD:
        return cell
    inner = cell[1:]
    return inner if _needs_it(inner) or _NUMBER.fullmatch(inner) else cell


def _needs_it(text: str) -> bool:
    if text.startswith(GUARD):
        return True
    begins = text.startswith(_STARTS) or text.lstrip().startswith(_STARTS)
    return begins and not _NUMBER.fullmatch(text)
