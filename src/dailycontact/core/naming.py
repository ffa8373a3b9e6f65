"""Finding somebody by the name one says: an exact name, or a part of it that fits only one."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from dailycontact.errors import NotFound

# Replaced one after the other, which takes a fifth of what translate takes; casefold makes ß ss.
_WRITTEN_OUT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "o"), ("ł", "l"))
# The accents of European letters; what is left over is looked at one by one, which is slow.
_ACCENTS = re.compile("[\u0300-\u036f]+")
SHOWN = 8
"""How many of several are listed to choose from."""

_NEAR = 0.74
"""How alike what was typed and a name have to be, of 1: one slip of the keys in four letters."""
_MOST_NEAR = 3

T = TypeVar("T")


class NobodyByThatName(NotFound):
    """No name contains what was typed."""

    def __init__(self, kind: str, typed: str, see: str, *, near: Sequence[str] = ()) -> None:
        meant = f"did you mean {listed_or(near)}? If not, " if near else ""
        super().__init__(f"No {kind} is called {typed!r}; {meant}look for the name with: {see}")


class SeveralByThatName(NotFound):
    """More than one name contains what was typed; the choices are listed."""

    def __init__(self, typed: str, choices: Sequence[str]) -> None:
        listed = "; ".join(choices[:SHOWN])
        more = f"; and {len(choices) - SHOWN} more" if len(choices) > SHOWN else ""
        super().__init__(
            f"Several fit {typed!r}: {listed}{more}. Type more of the name, or the id."
        )
        self.choices = tuple(choices)


def fold(text: str) -> str:
    """Return `text` for comparing: lower case, ä as ae, other accents and extra spaces gone."""
    return " ".join(_written_plainly(text).split())


def _written_plainly(text: str) -> str:
    if text.isascii():
        return text.lower()
    written = text.casefold()
    for letter, letters in _WRITTEN_OUT:
        written = written.replace(letter, letters)
    if written.isascii():
        return written
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", written))
    if plain.isascii():
        return plain
    return "".join(c for c in plain if not unicodedata.combining(c))


def fold_all(texts: Sequence[str]) -> list[str]:
    """Return what `fold` makes of each, a third of the time for many; none holds a line break."""
    return fold_lines("\n".join(texts)).split("\n") if texts else []


def fold_lines(lines: str) -> str:
    """Return what `fold` makes of each line of a text, as lines."""
    return _single_spaced(_written_plainly(lines))


def _single_spaced(lines: str) -> str:
    """Return lines with one space between words; gone through a few times, never line by line."""
    for sign in set(lines):
        if sign.isspace() and sign not in " \n":
            lines = lines.replace(sign, " ")
    while "  " in lines:
        lines = lines.replace("  ", " ")
    return lines.replace(" \n", "\n").replace("\n ", "\n").strip(" ")


def nearest(typed: str, among: Sequence[T], *, names: Sequence[str]) -> list[T]:
    """Return those of `among` whose name may have been meant by a slip of the keys, at most three.

    `names` are their names, in the same order. What was typed is compared with the whole name and
    with every word of it; a slip is a letter too many, too few, another one, or two exchanged.
    """
    from rapidfuzz.distance import OSA

    wanted = fold(typed)
    forms = [
        (form, each)
        for name, each in zip(map(fold, names), among, strict=True)
        for form in {name, *name.split()}
    ]
    likeness = [OSA.normalized_similarity(wanted, form, score_cutoff=_NEAR) for form, _ in forms]
    best = max(likeness, default=0.0)
    if not best or not wanted:
        return []
    near = [each for (_, each), like in zip(forms, likeness, strict=True) if like == best]
    return list(dict.fromkeys(near))[:_MOST_NEAR]


def listed_or(words: Sequence[str]) -> str:
    """Return words as a choice: "Ana, Bo or Jo"."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def best_matches(typed: str, among: Iterable[T], *, names: Callable[[T], Sequence[str]]) -> list[T]:
    """Return those of `among` whose `names` fit best: the same, else beginning, else containing."""
    wanted = fold(typed)
    same: list[T] = []
    beginning: list[T] = []
    containing: list[T] = []
    for each in among:
        folded = [fold(name) for name in names(each)]
        if wanted in folded:
            same.append(each)
        elif any(f" {name}".find(f" {wanted}") >= 0 for name in folded):
            beginning.append(each)
        elif any(wanted in name for name in folded):
            containing.append(each)
    return same or beginning or containing
