"""Two customers side by side, and what is said of pairs who may be one person."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from dailycontact.core.countries import country_name
from dailycontact.core.customer import Customer, Phone
from dailycontact.core.dates import say_day
from dailycontact.core.naming import fold
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, listed, say_cadence, undo_offer
from dailycontact.people.usecases.merging import Comparison, Merged, Suggestions
from dailycontact.people.view.roster import customer_document
from dailycontact.people.view.stories import status
from dailycontact.store.alike import Side
from dailycontact.terminal.card import GAP, GUTTER, MARGIN, Part, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.prompts import ENTER
from dailycontact.terminal.styles import LABEL, NAME, PLAIN, WARNING

if TYPE_CHECKING:
    from rich.table import Table

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


def side_by_side(comparison: Comparison, *, today: date, place: str = "") -> list[Part | str]:
    """Return two customers side by side, what differs standing out, and what would become of it."""
    kept, gone = comparison.kept, comparison.gone
    why = comparison.likeness.why if comparison.likeness else "nothing much says that they are one"
    title = Line((f"{why[0].upper()}{why[1:]}.", NAME))
    return [
        "",
        spread(title, (place, LABEL)),
        "",
        *(_beside(row) for row in _rows(kept, gone, today=today)),
        "",
        paragraph(_outcome(comparison)),
        *(paragraph(words, style=WARNING) for words in _doubts(comparison)),
        "",
    ]


def walk_keys(comparison: Comparison) -> dict[str, str]:
    """Return the keys with which a leader says what a pair is."""
    return {
        "y": f"one person, {comparison.kept.customer.id} stays",
        "o": f"{comparison.gone.customer.id} stays",
        "n": "two people",
        ENTER: "later",
        "q": "stop",
    }


def question(comparison: Comparison) -> str:
    """Return what is asked of two who were named."""
    kept, gone = comparison.kept.customer, comparison.gone.customer
    return f"Is {gone.name} ({gone.id}) the same person, to be merged into {kept.id}?"


def merged(result: Merged) -> list[str]:
    """Return the sentences after a merge."""
    moved = [
        count(result.moved[table], *nouns)
        for table, nouns in _NOUNS.items()
        if result.moved.get(table)
    ]
    took = f", with {listed(moved, most=6)} of {result.gone.id}" if moved else ""
    lines = [f"One customer now: {result.customer.id} {result.customer.full_name}{took}."]
    if result.customer.refused:
        ended = [
            count(len(ids), *nouns)
            for ids, nouns in (
                (result.waived, ("piece of news", "pieces of news")),
                (result.dropped, ("promise", None)),
            )
            if ids
        ]
        over = f"; that ended {listed(ended)}" if ended else ""
        lines.append(f"They do not want to be contacted{over}.")
    return [*lines, undo_offer()]


def told_apart(comparison: Comparison) -> str:
    """Return the sentence after two were said to be two people."""
    return (
        f"Remembered: {comparison.kept.customer.id} and {comparison.gone.customer.id} are two"
        f" people. {undo_offer()}"
    )


def summary(*, one: int, two: int, left: int) -> str:
    """Return what was said of the pairs, at the end of the walk."""
    parts = [(one, "merged"), (two, "told apart")]
    said = ", ".join(f"{number} {words}" for number, words in parts if number)
    rest = f"{left} left for later: {PROGRAM} customers merge" if left else "None is left."
    return f"{said}. {rest}" if said else rest


NOBODY = "Nobody in the book looks like somebody else."


def hint(number: int) -> str:
    """Return what is said after customers came in, some of whom may be there already."""
    if not number:
        return ""
    pairs = "1 pair may be one person" if number == 1 else f"{number} pairs may be one person each"
    return f"{pairs}: {PROGRAM} customers merge"


def table(found: Suggestions) -> "Table":
    """Return the pairs as a table."""
    from dailycontact.terminal.table import table as made

    return made(
        ("one", "the other", "what speaks for one person"),
        [(_named(pair.kept), _named(pair.gone), _why(pair)) for pair in found.pairs],
    )


def footer(found: Suggestions) -> str:
    """Return how many pairs there are, and what one does with them."""
    first = found.pairs[0]
    more = f" (and {found.more:,} more)" if found.more else ""
    each = " each" if len(found.pairs) > 1 else ""
    return (
        f"{count(len(found.pairs), 'pair')}{more} may be one person{each}. Side by side:"
        f" {PROGRAM} customers merge {first.kept.customer.id} {first.gone.customer.id}"
    )


def document(found: Suggestions, result: Merged | None = None) -> dict[str, object]:
    """Return pairs, and what was merged, as a JSON document."""
    return {
        "pairs": [_pair_document(pair) for pair in found.pairs],
        "more": found.more,
        "merged": None if result is None else _merged_document(result),
    }


_NOUNS: dict[str, tuple[str, str | None]] = {
    "call": ("call", None),
    "answer": ("answer", None),
    "promise": ("promise", None),
    "phone": ("number", None),
    "email": ("e-mail address", "e-mail addresses"),
}


def _pair_document(pair: Comparison) -> dict[str, object]:
    return {
        "score": pair.likeness.score if pair.likeness else None,
        "why": _why(pair),
        "apart_in": list(pair.apart),
        "kept": _side_document(pair.kept),
        "gone": _side_document(pair.gone),
    }


def _side_document(side: Side) -> dict[str, object]:
    known = customer_document(side.customer, None)
    del known["turn_on"]
    return {
        **known,
        "leader": side.leader,
        "calls": side.calls,
        "answers": side.answers,
        "promises": side.promises,
        "came_from": [{"source": source, "number": number} for source, number in side.came_from],
    }


def _merged_document(result: Merged) -> dict[str, object]:
    return {
        "customer": customer_document(result.customer, result.turn_on),
        "gone_id": result.gone.id,
        "gone_name": result.gone.name,
        "moved": {f"{table}s": result.moved.get(table, 0) for table in _NOUNS},
        "waived": list(result.waived),
        "dropped_promises": list(result.dropped),
    }


def _why(pair: Comparison) -> str:
    return pair.likeness.why if pair.likeness else ""


def _named(side: Side) -> str:
    return f"{side.customer.id} {side.customer.full_name}"


def _outcome(comparison: Comparison) -> str:
    kept, gone = comparison.kept.customer, comparison.gone.customer
    chosen = f" ({comparison.chosen})" if comparison.chosen else ""
    return (
        f"As one, they are {kept.id} {kept.name}{chosen}: everything of {gone.id} goes to them, and"
        f" what {kept.id} leaves open is filled from {gone.id}."
    )


def _doubts(comparison: Comparison) -> Iterable[str]:
    """Yield what a leader should know before saying yes."""
    if comparison.apart:
        yield f"Different numbers in {listed(list(comparison.apart))}: probably two people."
    if comparison.leaders:
        mine, theirs = comparison.leaders
        yield f"Two leaders: one is {mine}'s, the other {theirs}'s. They would be {mine}'s."
    refused = [
        side.customer for side in (comparison.kept, comparison.gone) if side.customer.refused
    ]
    if len(refused) == 1:
        yield (
            f"{refused[0].id} does not want to be contacted. That would hold for both, and undo"
            " does not lift it."
        )


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
