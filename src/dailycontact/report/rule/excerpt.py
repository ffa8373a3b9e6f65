"""Finding words as people type them, whatever the case and the accents, and what stands around."""

import unicodedata
from dataclasses import dataclass

from dailycontact.core.naming import fold

AROUND = 32
"""Characters shown before and after what was found."""


@dataclass(frozen=True, kw_only=True)
class Excerpt:
    """The words that were found, and those around them, on one line."""

    before: str
    found: str
    after: str


def excerpt(text: str, wanted: str) -> Excerpt | None:
    """Return where `wanted` (folded) first occurs in the text, or None where it does not."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if wanted not in fold(text):
        return None
    folded, places = _folded(text)
    at = folded.find(wanted)
    if at < 0:
        return Excerpt(before="", found=text[: 2 * AROUND], after="")
    start, end = places[at], places[at + len(wanted) - 1] + 1
    return Excerpt(
        before=_cut_before(text[:start]), found=text[start:end], after=_cut_after(text[end:])
    )


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text folded, and for each of its characters the place that it came from."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        letters = " " if character == " " else fold(character)
        folded.append(letters)
        places += [place] * len(letters)
    return "".join(folded), places


def _cut_before(text: str) -> str:
    if len(text) <= AROUND:
        return text
    return "…" + text[-AROUND:].partition(" ")[2]


def _cut_after(text: str) -> str:
    if len(text) <= AROUND:
        return text
    return text[:AROUND].rpartition(" ")[0] + "…"
