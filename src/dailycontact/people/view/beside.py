"""Two customers in two columns: what both have, what differs, what only one of them has."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from dailycontact.core.countries import country_name
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.dates import say_day
from dailycontact.core.naming import fold
from dailycontact.core.sentences import count, say_cadence
from dailycontact.people.view.stories import status
from dailycontact.store.alike import Side
from dailycontact.terminal.card import GAP, GUTTER, MARGIN, Part
from dailycontact.terminal.line import Line
from dailycontact.terminal.styles import LABEL, NAME, PLAIN

SAME, OTHER = "=", "≠"
MOST = 3
"""Numbers, addresses or sources that are named of one customer; the others are counted."""
_MARKED = 2
"""Columns for the mark before the first of two columns."""


class _Cell(NamedTuple):
    text: str
    style: str = PLAIN
    mark: str = " "


class _Both(NamedTuple):
    """What stands beside a label: of each side, its lines."""

    label: str
    left: Sequence[_Cell]
    right: Sequence[_Cell]


def beside(kept: Side, gone: Side, *, today: date) -> list[Part]:
    """Return what there is to compare of two customers, in two columns beside its labels."""
    return [_beside(row) for row in _rows(kept, gone, today=today)]


def _rows(kept: Side, gone: Side, *, today: date) -> Iterable[_Both]:
    """Yield what there is to compare; what both leave open is left out."""
    one, other = kept.customer, gone.customer
    yield _Both(
        "", (_Cell(f"{one.id}  {one.name}", NAME),), (_Cell(f"{other.id}  {other.name}", NAME),)
    )
    yield from _values("COMPANY", one.company, other.company)
    yield from _lists("PHONES", _phones(one), _phones(other))
    yield from _lists("E-MAIL", _emails(one), _emails(other))
    yield from _values("COUNTRY", _country(one), _country(other))
    yield from _values("SEGMENT", one.segment or "", other.segment or "")
    yield from _values("HOW OFTEN", _often(one), _often(other))
    yield from _values("LEADER", kept.leader or "", gone.leader or "", empty="anybody")
    yield from _values("STATUS", status(one, today=today), status(other, today=today))
    spoken = [say_day(each.last_on, today=today) if each.last_on else "" for each in (one, other)]
    yield from _facts("SPOKEN", spoken[0], spoken[1], empty="never")
    yield from _facts("HISTORY", _history(kept), _history(gone), empty="nothing yet")
    yield from _lists("FROM", _sources(kept), _sources(gone), empty="by hand")


def _values(label: str, mine: str, theirs: str, *, empty: str = "–") -> Iterable[_Both]:
    if not mine and not theirs:
        return
    same = fold(mine) == fold(theirs)
    mark = SAME if same else OTHER if mine and theirs else " "
    style = LABEL if same else PLAIN
    yield _Both(
        label,
        (_Cell(mine or empty, style if mine else LABEL, mark),),
        (_Cell(theirs or empty, style if theirs else LABEL),),
    )


def _facts(label: str, mine: str, theirs: str, *, empty: str) -> Iterable[_Both]:
    """Yield what happened, which need not be the same for one person."""
    if mine or theirs:
        cells = [(_Cell(text or empty, PLAIN if text else LABEL),) for text in (mine, theirs)]
        yield _Both(label, *cells)


_Keyed = Sequence[tuple[str, str]]


def _lists(label: str, mine: _Keyed, theirs: _Keyed, *, empty: str = "–") -> Iterable[_Both]:
    """Yield several values a side, those that both have first, beside one another."""
    shared = [key for key, _ in mine if any(key == each for each, _ in theirs)]

    def cells(values: _Keyed) -> list[_Cell]:
        ordered = [*shared, *(key for key, _ in values if key not in shared)]
        texts = dict(values)
        found = [
            _Cell(texts[key], LABEL if key in shared else PLAIN, SAME if key in shared else " ")
            for key in ordered
        ]
        if len(found) > MOST + 1:
            return [*found[:MOST], _Cell(f"and {len(found) - MOST} more", LABEL)]
        return found or [_Cell(empty, LABEL)]

    if mine or theirs:
        yield _Both(label, cells(mine), cells(theirs))


def _phones(customer: Customer) -> _Keyed:
    return list({_key(phone): _phone(phone) for phone in customer.phones}.items())


def _emails(customer: Customer) -> _Keyed:
    return list({address.lower(): address for address in customer.emails}.items())


def _key(phone: Phone) -> str:
    return f"{phone.e164 or phone.raw}/{phone.extension or ''}"


def _phone(phone: Phone) -> str:
    remarks = [phone.label, "" if phone.usable else "wrong"]
    said = ", ".join(word for word in remarks if word)
    return f"{phone.shown} ({said})" if said else phone.shown


def _country(customer: Customer) -> str:
    return country_name(customer.country) if customer.country else ""


def _often(customer: Customer) -> str:
    return say_cadence(customer.cadence) if customer.cadence else ""


def _history(side: Side) -> str:
    parts = [(side.calls, "call"), (side.answers, "answer"), (side.promises, "promise")]
    return ", ".join(count(number, noun) for number, noun in parts if number)


def _sources(side: Side) -> _Keyed:
    named = dict.fromkeys(f"{source} {number}".strip() for source, number in side.came_from)
    return [(f"{side.customer.id}/{name}", name) for name in named]


def _beside(row: _Both) -> Part:
    def lay_out(width: int) -> Iterable[Line]:
        room = max((width - GUTTER - _MARKED - GAP) // 2, 1)
        pairs = zip_longest(row.left, row.right, fillvalue=_Cell(""))
        label = Line((row.label, LABEL))
        for left, right in pairs:
            mine, theirs = (Line((cell.text, cell.style)).folded(room) for cell in (left, right))
            mark = left.mark if left.text and right.text else " "
            for first, second in zip_longest(mine, theirs, fillvalue=Line()):
                before = " " * (GUTTER - MARGIN - label.width)
                gap = " " * (room - first.width + GAP)
                yield Line(" " * MARGIN, label, before, f"{mark} ", first, gap, second)
                label, mark = Line(), " "

    return Part(lay_out)
