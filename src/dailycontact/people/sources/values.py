"""Phones and e-mails as files keep them: in several columns, several in a cell, with labels."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from dailycontact.people.sources.tidying import Cells

Labelled = tuple[tuple[str, str], ...]

STAR = "*"
"""How Google marks the label of the number or address that is preferred."""

FEWEST_DIGITS = 6
"""Digits that each part of a cell needs to be a number of its own."""

# Google joins several values with :::, people write them below each other; ;ext= is a number's own.
_BETWEEN_VALUES = re.compile(r"\s*(?::::|;(?!\s*ext=))\s*")
_BETWEEN_NUMBERS = re.compile(r",\s+|\s+(?:/|or|oder|und|and|&)\s+", re.IGNORECASE)
_BETWEEN_ADDRESSES = re.compile(r"[\s<>()\[\];,:\"]+")
_NO_VOICE = re.compile(r"fax|pager|telex", re.IGNORECASE)
# How Outlook's server writes an address that only it understands.
_ONLY_OUTLOOK = re.compile(r"/o=", re.IGNORECASE)
_NO_LABEL = frozenset({"smtp", "ex", "unknown"})
_OURS = {
    **dict.fromkeys(("work", "business", "arbeit", "geschäftlich", "dienstlich"), "office"),
    **dict.fromkeys(("cell", "mobil", "handy", "iphone"), "mobile"),
    **dict.fromkeys(("privat", "private", "personal"), "home"),
    "main": "",
}


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How one kind of value is written: what may stand between two, how to part them, labels.

    Without a `label`, theirs are kept as they are.
    """

    signs: tuple[str, ...]
    parted: Callable[[str], Sequence[str]]
    label: Callable[[str], str | None] | None


def of_column(
    cells: Cells, kind: Kind, *, label: str, labels: Cells | None = None
) -> Sequence[Labelled]:
    """Return what a column holds for each row, labelled by itself or by the cells beside it."""
    several = _hold_any(cells, kind.signs)
    if labels is None:
        if not several:
            return [((label, cell),) if cell else () for cell in cells]
        return [tuple((label, value) for value in kind.parted(cell)) for cell in cells]
    ours = {said: _labelled(said, kind, label) for said in set(labels)}
    pairs = zip(labels, cells, strict=True)
    if not several:
        return [
            ((named, cell),) if cell and (named := ours[said]) is not None else ()
            for said, cell in pairs
        ]
    return [
        ()
        if (named := ours[said]) is None
        else tuple((named, value) for value in kind.parted(cell))
        for said, cell in pairs
    ]


def together(
    each: Sequence[Sequence[Labelled]], rows: int, *, starred: bool = False, as_it_is: bool = False
) -> Sequence[Labelled]:
    """Join what several columns hold for each row: those with a star first, and nothing twice."""
    if not each:
        return [()] * rows
    joined = each[0] if len(each) == 1 else list(map(tuple, map(chain, *each)))
    if as_it_is or (max(map(len, joined), default=0) <= 1 and not starred):
        return joined
    if starred:
        joined = list(map(_star_first, joined))
    return [_once(row) if len(row) > 1 else row for row in joined]


def _star_first(pairs: Labelled) -> Labelled:
    """Move what has a star to the front, and take the star off."""
    every = sorted(pairs, key=_has_no_star)
    return tuple((label.removeprefix(STAR), value) for label, value in every)


def _has_no_star(pair: tuple[str, str]) -> bool:
    return pair[0][:1] != STAR


def _once(pairs: Labelled) -> Labelled:
    """Return each value once, with the first label that it has."""
    if len({value for _, value in pairs}) == len(pairs):
        return pairs
    found: dict[str, str] = {}
    for label, value in pairs:
        found[value] = found.get(value) or label
    return tuple((label, value) for value, label in found.items())


def _labelled(said: str, kind: Kind, label: str) -> str | None:
    """Return our label for theirs, behind the star if they have one; None: no such value."""
    if kind.label is None:
        return said
    ours = kind.label(said.strip(f"{STAR} ").casefold())
    if ours is None:
        return None
    return (STAR if said.lstrip().startswith(STAR) else "") + (ours or label)


def _phone_label(label: str) -> str | None:
    return None if _NO_VOICE.search(label) else _OURS.get(label, label)


def _email_label(label: str) -> str:
    return "" if label in _NO_LABEL else label


def _numbers(cell: str) -> Sequence[str]:
    return [number for part in _BETWEEN_VALUES.split(cell) if part for number in _parted(part)]


def _parted(text: str) -> Sequence[str]:
    """Part "030 123456 / 0171 123456", and leave "030/123456" whole."""
    parts = _BETWEEN_NUMBERS.split(text)
    whole = all(sum(map(str.isdigit, part)) >= FEWEST_DIGITS for part in parts)
    return parts if whole else (text,)


def _addresses(cell: str) -> Sequence[str]:
    """Return the addresses among names, brackets and commas; what holds none as it is."""
    # Split and then asked for the @: one pattern for both goes over a long word from each letter.
    found = [word for word in _BETWEEN_ADDRESSES.split(cell) if "@" in word[1:-1]]
    if found or not cell or _ONLY_OUTLOOK.match(cell):
        return [address for address in found if not _ONLY_OUTLOOK.match(address)]
    return [part for part in _BETWEEN_VALUES.split(cell) if part]


def _alone(cell: str) -> Sequence[str]:
    return (cell,) if cell else ()


def _hold_any(cells: Cells, signs: Sequence[str]) -> bool:
    whole = "\n".join(cells)
    return any(sign in whole for sign in signs)


PHONES = Kind(
    signs=(";", ":::", ", ", " / ", " or ", " oder ", " und ", " and ", " & "),
    parted=_numbers,
    label=_phone_label,
)
AS_IT_IS = Kind(signs=(), parted=_alone, label=None)
EMAILS = Kind(signs=(";", ":", ",", "<", " ", "/"), parted=_addresses, label=_email_label)
