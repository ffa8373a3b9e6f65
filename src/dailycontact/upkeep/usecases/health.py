"""Looking at the health of a book, and putting right what can be derived again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dailycontact.core.sentences import count
from dailycontact.errors import StorageProblem
from dailycontact.store import health, unsent
from dailycontact.store.book import Book

if TYPE_CHECKING:
    from dailycontact.store.changing import Change


RHYTHMS = "rhythms"
"""What is derived from what happened, so that it can be put right."""
OUTBOX = "outbox"
"""Where a report waits that should have been sent."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that is not as it should be, in a sentence; `about` names what was looked at.

    `columns` are those of a rhythm that are not what the facts say: for whoever mends the program.
    """

    about: str
    words: str
    columns: tuple[str, ...] = ()


def examine(book: Book, *, today: date, rhythms: bool = True) -> tuple[Finding, ...]:
    """Return what is wrong with a book: its structure, its files, its rules, its `rhythms`.

    Where the structure is broken, the rest cannot be judged and is left out. Nothing is written.
    """
    try:
        look = book.look_as_it_is()
        broken = list(health.broken_structure(look, embedded=not book.is_shared))
    except StorageProblem as problem:
        return (Finding(about="structure", words=str(problem)),)
    said = [("structure", words) for words in broken]
    said += [("files", words) for words in health.unsafe_files(book)]
    if not broken:
        said += [("rules", words) for words in health.broken_rules(look, today=today)]
        said += [("rules", words) for words in health.unerased(look)]
        said += [(OUTBOX, words) for words in unsent.left(look, today=today)]
    found = [Finding(about=about, words=words) for about, words in said]
    if rhythms and not broken:
        drifted = (*health.drifted_rhythms(look), *health.drifted_answers(look))
        found += [Finding(about=RHYTHMS, words=words, columns=wrong) for words, wrong in drifted]
    return tuple(found)


def is_broken(found: Sequence[Finding]) -> bool:
    """Return whether the structure of the book is wrong, so that nothing should be written."""
    return any(finding.about == "structure" for finding in found)


def put_right(change: "Change") -> int:
    """Derive everybody's rhythm anew from what happened; return how many were put right."""
    from dailycontact.store import ledger
    from dailycontact.store.rhythms import refresh_all

    found = refresh_all(change) + ledger.write(change)
    change.summary = f"put {count(found, 'rhythm')} right"
    change.always_noted = found > 0
    return found
