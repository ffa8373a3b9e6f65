"""What is said of pairs who may be one person, before they are merged and after."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.customer import Customer
from dailycontact.core.dates import say_day
from dailycontact.core.program import PROGRAM
from dailycontact.core.sentences import count, listed, undo_offer
from dailycontact.people.usecases.merging import Comparison, Merged, Suggestions
from dailycontact.people.view.beside import beside
from dailycontact.people.view.roster import customer_document
from dailycontact.store.alike import Side
from dailycontact.terminal.card import Part, paragraph, spread
from dailycontact.terminal.line import Line
from dailycontact.terminal.prompts import ENTER
from dailycontact.terminal.styles import LABEL, NAME, WARNING

if TYPE_CHECKING:
    from rich.table import Table


def side_by_side(comparison: Comparison, *, today: date, place: str = "") -> list[Part | str]:
    """Return two customers side by side, what differs standing out, and what would become of it."""
    kept, gone = comparison.kept, comparison.gone
    why = comparison.likeness.why if comparison.likeness else "nothing much says that they are one"
    title = Line((f"{why[0].upper()}{why[1:]}.", NAME))
    return [
        "",
        spread(title, (place, LABEL)),
        "",
        *beside(kept, gone, today=today),
        "",
        paragraph(_outcome(comparison)),
        *(paragraph(words) for words in _standing(kept.customer, gone.customer, today=today)),
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


def merged(result: Merged, *, today: date) -> list[str]:
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
    return [*lines, *_standing(result.kept, result.gone, today=today), undo_offer()]


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


def nobody_like(customer: Customer) -> str:
    """Return what is said where nobody looks like this customer."""
    return (
        f"Nobody in the book looks like {customer.full_name}; if you know better, name the other,"
        f" too: {PROGRAM} customers merge {customer.id} OTHER"
    )


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


def _standing(kept: Customer, gone: Customer, *, today: date) -> Iterable[str]:
    """Yield whether their turn comes, where that is not so for both of them as they are.

    Of a refusal it is said apart.
    """
    if kept.refused or gone.refused:
        return
    left = [one for one in (kept, gone) if one.left_on]
    if len(left) == 1:
        day = say_day(left[0].left_on or today, today=today)
        yield (
            f"{left[0].id} left on {day}, but the other did not: as one, they are still a customer"
            f" of ours. Not so? {PROGRAM} customers edit {kept.id} --left DAY"
        )
        return
    if left:
        last = max(one.left_on or today for one in left)
        yield f"Both left: as one, they are no customer of ours since {say_day(last, today=today)}."
        return
    paused = [one for one in (kept, gone) if one.is_paused(today)]
    if len(paused) == 1:
        until = paused[0].paused_until
        ends = f"until {say_day(until, today=today)}" if until else "until you resume them"
        yield (
            f"{paused[0].id} is paused {ends}: as one, they both are. Not so?"
            f" {PROGRAM} customers resume {kept.id}"
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
